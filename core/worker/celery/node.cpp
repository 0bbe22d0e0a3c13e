// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/celery/node.h"

namespace herdbook::worker {

using exports::ExportKind;
using exports::MessageFault;

void Node::adjust(qint64 other)
{
    qint64 mine = m_clock;
    while (other > mine && !m_clock.compare_exchange_weak(mine, other)) {
    }
}

QJsonObject Node::taken() const
{
    QJsonObject counts;
    for (const ExportKind kind : {ExportKind::Pdf, ExportKind::Zip})
        counts.insert(exports::taskName(kind), m_taken.at(static_cast<size_t>(kind)).load());
    return counts;
}

QJsonObject Node::quarantined() const
{
    return {{QLatin1String("malformed"), m_quarantined.at(static_cast<size_t>(MessageFault::Malformed)).load()},
            {QLatin1String("foreign"), m_quarantined.at(static_cast<size_t>(MessageFault::Foreign)).load()}};
}

QString argumentsText(const exports::TaskMessage &task)
{
    return QStringLiteral("('%1', {...})").arg(task.jobId);
}

} // namespace herdbook::worker
