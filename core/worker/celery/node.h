// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportrequest.h"
#include "core/worker/runningjob.h"

#include <QJsonArray>

namespace herdbook::worker {

/// What this process is to Celery: its name, its logical clock and what it has done so far. May be used by any thread.
class Node
{
public:
    explicit Node(QString name) : m_name(std::move(name)) {}

    const QString &name() const { return m_name; }

    /// Lamport's clock: the next tick, and a look at somebody else's.
    qint64 tick() { return ++m_clock; }
    void adjust(qint64 other);
    qint64 clock() const { return m_clock; }

    void countTaken(exports::ExportKind kind) { ++m_taken[static_cast<size_t>(kind)]; }
    void countDone() { ++m_done; }
    void countQuarantined(exports::MessageFault fault) { ++m_quarantined[static_cast<size_t>(fault)]; }
    qint64 done() const { return m_done; }

    /// How often each task was taken, and each kind of message put aside.
    QJsonObject taken() const;
    QJsonObject quarantined() const;

private:
    const QString m_name;
    std::atomic<qint64> m_clock{0};
    std::atomic<qint64> m_done{0};
    std::array<std::atomic<qint64>, 2> m_taken{};
    std::array<std::atomic<qint64>, 2> m_quarantined{};
};

/// The arguments of a task as Celery shows them: `('id', {...})`.
QString argumentsText(const exports::TaskMessage &task);

} // namespace herdbook::worker
