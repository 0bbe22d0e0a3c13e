// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QPushButton>
#include <QWidget>

class QProgressBar;

namespace herdbook {

class Label;

/// What stands on the screen while the demo ranch is being made: the stage in words and how far it is; or why it can't be made.
class StartWindow : public QWidget
{
    Q_OBJECT

public:
    explicit StartWindow(const QString &title, QWidget *parent = nullptr);

    /// What it leads to besides the program's end.
    void setWayOut(const QString &text) { m_quit->setText(text); }

public Q_SLOTS:
    /// `fraction` 0..1 of the whole.
    void showProgress(const QString &stage, double fraction);
    void showError(const herdbook::Error &error);
    /// What there is to know besides, in place of the hint that the first start takes longer.
    void showNote(const QString &note);

Q_SIGNALS:
    /// The user closed the window or chose Quit before it was done.
    void given();

protected:
    void closeEvent(QCloseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_stage;
    Label *m_note;
    QProgressBar *m_bar;
    QPushButton *m_quit;
};

} // namespace herdbook
