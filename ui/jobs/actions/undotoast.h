// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;
class QPushButton;

namespace herdbook {
class OfferTime;
}

namespace herdbook::ui {

/// What was removed can be had back for some seconds: a line over its host's lower edge with a button and a bar that runs out. While the pointer
/// or the focus is on it, and while people are at another window, the time stands still.
class UndoToast : public QFrame
{
    Q_OBJECT

public:
    /// @param host the widget over whose lower edge it stands.
    explicit UndoToast(QWidget *host);

    void offer(const QString &text, int milliseconds);
    /// The offer is over.
    void withdraw();
    QPushButton *button() const { return m_undo; }
    QString text() const;

Q_SIGNALS:
    void undoAsked();
    /// Its time has run out.
    void ended();

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    QPushButton *m_undo;
    QWidget *m_key;
    OfferTime *m_time;
    QTimer m_frame;
    int m_total = 0; ///< milliseconds of the offer
};

} // namespace herdbook::ui
