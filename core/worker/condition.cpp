// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/condition.h"

#include "core/base/logging.h"

#include <QJsonArray>

namespace herdbook::worker {

void Condition::report(const QString &part, const QString &sentence, Weight weight)
{
    const std::lock_guard lock(m_mutex);
    const auto at = m_said.find(part);
    const bool known = at != m_said.end();
    if (sentence.isEmpty()) {
        if (known) {
            qCInfo(logWorker).noquote() << "Over:" << at->second.sentence;
            m_said.erase(at);
        }
        return;
    }
    if (!known || at->second.sentence != sentence)
        qCWarning(logWorker).noquote() << sentence;
    m_said.insert_or_assign(part, Said{sentence, weight});
}

bool Condition::isReady() const
{
    const std::lock_guard lock(m_mutex);
    return std::none_of(m_said.begin(), m_said.end(),
                        [](const auto &each) { return each.second.weight == Weight::Problem; });
}

void Condition::addTo(QJsonObject &lease) const
{
    QJsonArray problems;
    QJsonArray warnings;
    const std::lock_guard lock(m_mutex);
    for (const auto &[part, said] : m_said)
        (said.weight == Weight::Problem ? problems : warnings).append(said.sentence);
    if (!problems.isEmpty())
        lease.insert(QLatin1String("problems"), problems);
    if (!warnings.isEmpty())
        lease.insert(QLatin1String("warnings"), warnings);
}

} // namespace herdbook::worker
