// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/serverclock.h"

namespace herdbook::worker {

namespace {

qint64 steadyMilliseconds()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}

} // namespace

void ServerClock::note(const QDateTime &server)
{
    m_offset = server.toMSecsSinceEpoch() - steadyMilliseconds();
    m_noted = true;
}

QDateTime ServerClock::now() const
{
    if (!m_noted)
        return QDateTime::currentDateTimeUtc();
    return QDateTime::fromMSecsSinceEpoch(steadyMilliseconds() + m_offset, Qt::UTC);
}

qint64 ServerClock::skewSeconds() const
{
    return m_noted ? now().secsTo(QDateTime::currentDateTimeUtc()) : 0;
}

} // namespace herdbook::worker
