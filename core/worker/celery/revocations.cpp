// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/revocations.h"

#include <algorithm>

namespace herdbook::worker {

namespace {

double secondsOf(const QDateTime &time)
{
    return static_cast<double>(time.toMSecsSinceEpoch()) / 1000 + 0.0001; // never whole: Celery wants a float
}

} // namespace

void Revocations::add(const QString &id)
{
    const std::lock_guard lock(m_mutex);
    m_ids.insert(id, secondsOf(m_clock()));
    while (m_ids.size() > Most)
        m_ids.erase(std::min_element(m_ids.begin(), m_ids.end()));
}

bool Revocations::contains(const QString &id) const
{
    const std::lock_guard lock(m_mutex);
    forgetOld();
    return m_ids.contains(id);
}

QMap<QString, double> Revocations::all() const
{
    const std::lock_guard lock(m_mutex);
    forgetOld();
    return m_ids;
}

void Revocations::forgetOld() const
{
    const double oldest = secondsOf(m_clock()) - Seconds;
    m_ids.removeIf([oldest](const auto &entry) { return entry.value() < oldest; });
}

} // namespace herdbook::worker
