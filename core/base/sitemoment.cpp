// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/sitemoment.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

namespace herdbook {

QString siteMoment(const QDateTime &time, const QTimeZone &zone)
{
    return QStringLiteral("%1 (%2)").arg(
        QLocale::c().toString(time.toTimeZone(zone), QStringLiteral("d MMMM yyyy, HH:mm")),
        QString::fromLatin1(zone.id()));
}

} // namespace herdbook
