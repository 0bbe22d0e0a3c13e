// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QDateTime>
#include <QObject>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace herdbook::storage {

/// Asks PostgreSQL every few seconds whether it still answers, within 5 s also when it froze, on a thread of its own, and connects anew when it doesn't.
class PostgresMonitor : public QObject
{
    Q_OBJECT

public:
    explicit PostgresMonitor(PostgresSettings settings, QObject *parent = nullptr);
    /// Returns when the question in progress has been answered or given up (about 3 s at the most).
    ~PostgresMonitor() override;

    /// Asks now instead of at the next turn. From any thread.
    void askNow();

Q_SIGNALS:
    /// It answered within so many milliseconds.
    void answered(double milliseconds);
    /// It did not answer, or (`refused`) doesn't let us in; `reason` names host and fault. Repeated at every turn, `since` stays that of the
    /// first.
    void unreachable(const QDateTime &since, const QString &reason, bool refused);

private:
    void run(const std::stop_token &stop);

    const PostgresSettings m_settings;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    bool m_asked = false;
    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace herdbook::storage
