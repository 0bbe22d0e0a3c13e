// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QDateTime>
#include <QObject>
#include <memory>
#include <thread>

namespace herdbook::storage {

/// Asks PostgreSQL every few seconds whether it still answers, within 5 s also when it froze, on a thread of its own, and connects anew when it doesn't.
class PostgresMonitor : public QObject
{
    Q_OBJECT

public:
    explicit PostgresMonitor(PostgresSettings settings, QObject *parent = nullptr);
    /// Doesn't wait for the question in progress.
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
    struct Turns;

    std::shared_ptr<Turns> m_turns;
    std::jthread m_thread; ///< may outlive this
};

} // namespace herdbook::storage
