// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobfeed.h"

#include <QTimeZone>
#include <QTimer>
#include <QWidget>

class QPushButton;

namespace herdbook {
class Banner;
} // namespace herdbook

namespace herdbook::ui {

class CountdownButton;

/// The calm bar while Redis is away: since when, when it is tried next (counting down in the button's own bar), and for some seconds after
/// its return how long it was away.
class OfflineBar : public QWidget
{
    Q_OBJECT

public:
    OfflineBar(Clock clock, const QTimeZone &zone, QWidget *parent = nullptr);

    void setConnection(const jobs::FeedConnection &connection);

    Banner *banner() const { return m_banner; }
    QPushButton *retryButton() const;

Q_SIGNALS:
    void retryAsked();
    void connectionAsked();

private:
    void refresh();
    void showAway();

    Clock m_clock;
    QTimeZone m_zone;
    jobs::FeedConnection m_connection;
    QDateTime m_awaySince, m_backSince;
    Banner *m_banner;
    CountdownButton *m_retry;
    QPushButton *m_toConnection;
    QTimer m_tick;
};

} // namespace herdbook::ui
