// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QMap>
#include <mutex>

namespace herdbook::worker {

/// Which tasks were revoked, as this process heard it: the latest thousand, each for as long as Celery's own workers remember it. May be used by
/// any thread.
class Revocations
{
public:
    static constexpr int Seconds = 10'800;
    static constexpr qsizetype Most = 1000;

    explicit Revocations(Clock clock) : m_clock(std::move(clock)) {}

    void add(const QString &id);
    bool contains(const QString &id) const;
    /// Ids, and when they were revoked (seconds, as Celery has them).
    QMap<QString, double> all() const;

private:
    void forgetOld() const;

    const Clock m_clock;
    mutable std::mutex m_mutex;
    mutable QMap<QString, double> m_ids;
};

} // namespace herdbook::worker
