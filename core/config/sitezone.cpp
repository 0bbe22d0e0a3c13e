// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/sitezone.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace herdbook {

bool isSiteZone(const QByteArray &id)
{
    // An area and a place, or one of the few single words; POSIX rules (CST6CDT), offsets and files of another make (right/...) are not.
    static const QRegularExpression form(
        QStringLiteral(R"(\A(?!posix/|right/|localtime|posixrules|Factory)[A-Za-z]+(/[A-Za-z0-9_+-]+)*\z)"));
    const QString name = QString::fromLatin1(id);
    if (!form.match(name).hasMatch())
        return false;
    // Valid alone also takes "Texas", as a POSIX rule without an offset; available alone lacks links like Etc/UTC.
    const bool known = name.contains(u'/') || QTimeZone::isTimeZoneIdAvailable(id);
    return known && QTimeZone(id).isValid();
}

QList<QByteArray> siteZones()
{
    QList<QByteArray> zones;
    const QList<QByteArray> available = QTimeZone::availableTimeZoneIds();
    std::copy_if(available.begin(), available.end(), std::back_inserter(zones), isSiteZone);
    return zones;
}

} // namespace herdbook
