// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/labels/banner.h"

#include <QPointer>
#include <QTimer>
#include <functional>

class QProgressBar;

namespace herdbook::ui {

/// What was done, or why not: a line over the lower edge of its host for some seconds, which moves nothing that is there. A click takes it
/// away; while the pointer is on it, it stays.
class Notice : public Banner
{
    Q_OBJECT

public:
    /// @param host the widget over whose lower edge it stands.
    explicit Notice(QWidget *host);

    /// While that one is shown over the same edge, this one stands above it.
    void standOver(QWidget *other);
    void tell(const QString &text, bool isError);
    /// With a button that does one more thing.
    void offer(const QString &text, const QString &action, const std::function<void()> &run);
    /// Both of them, and what is done but not all well (Tone::Warn).
    void say(const QString &text, Tone tone, const QString &action = {}, const std::function<void()> &run = {});
    /// A file on its way: 0..1, with a bar; stays until it is 1.
    void showProgress(double progress);
    QString text() const { return m_text; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// @param time milliseconds; 0: until something else is told.
    void put(const QString &text, Tone tone, Icon icon, int time);
    void place();

    QString m_text;
    QPointer<QWidget> m_below;
    QPushButton *m_action;
    QProgressBar *m_progress;
    std::function<void()> m_run;
    QTimer m_end;
};

} // namespace herdbook::ui
