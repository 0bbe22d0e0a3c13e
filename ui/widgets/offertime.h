// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTimer>

class QWidget;

namespace herdbook {

/// How long an offer stands. Its time stands still while the pointer or the focus is on it, and while people are at another window.
class OfferTime : public QObject
{
    Q_OBJECT

public:
    /// @param places the widgets of the offer; the first one owns this.
    explicit OfferTime(const QList<QWidget *> &places);

    void start(int milliseconds);
    /// The offer is over.
    void stop();
    /// Milliseconds.
    int left() const { return m_end.isActive() ? m_end.remainingTime() : m_left; }

Q_SIGNALS:
    /// The time stands still, or goes on: `held`.
    void heldChanged(bool held);
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hold();

    QList<QWidget *> m_places;
    QTimer m_end;
    int m_left = 0; ///< while the time doesn't run
    bool m_stands = false, m_held = false;
    bool m_away = false; ///< the window was left; one that never was active isn't
};

} // namespace herdbook
