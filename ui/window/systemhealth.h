// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QStringList>
#include <chrono>
#include <optional>

namespace herdbook {

/// How a server is doing, as last seen.
struct ServiceHealth
{
    enum class State { NotSetUp, Unknown, Connected, Unreachable };
    State state = State::NotSetUp;
    double latencyMs = 0; ///< round trip, when connected
    QDateTime since;      ///< UTC, when unreachable
    QString reason;       ///< one line, when unreachable
    bool refused = false; ///< it answers, but doesn't let us in: password, user, database
    QDateTime heardAt{};  ///< UTC, of the last answer, when connected
    bool operator==(const ServiceHealth &) const = default;
};

/// A server that is asked every few seconds and of which nothing was heard for so long is no longer known to be connected: whoever asks it
/// may hang (name resolution, a disk), or the machine was asleep.
constexpr std::chrono::seconds LongestSilence{15};

/// What the status strip shows. Counts are nothing before they were first read; `countsAt` says when they were, and with Redis
/// unreachable they are shown as of then.
struct SystemHealth
{
    ServiceHealth postgres;
    ServiceHealth redis;
    std::optional<int> workersOnline;
    int pythonWorkers = 0;   ///< of the workers online
    int workersNotReady = 0; ///< besides those online: up, but unable to work
    QStringList remarks;     ///< what workers say of themselves, and clocks that differ; one sentence each
    std::optional<int> queueLength;
    QDateTime countsAt; ///< UTC
    bool operator==(const SystemHealth &) const = default;
};

} // namespace herdbook
