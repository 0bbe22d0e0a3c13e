// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/redisinfo.h"

namespace herdbook::storage {

QByteArray infoValue(const QByteArray &info, const char *field)
{
    const QByteArray name = '\n' + QByteArray(field) + ':';
    const qsizetype at = info.indexOf(name);
    if (at < 0)
        return {};
    const qsizetype from = at + name.size();
    return info.mid(from, info.indexOf('\r', from) - from);
}

QString evictionText(const QByteArray &info)
{
    const qint64 keys = infoValue(info, "evicted_keys").toLongLong();
    if (keys <= 0)
        return {};
    return QStringLiteral("Redis has dropped keys (%1) since its start because its memory was full: whether jobs were "
                          "among them isn't known. With maxmemory-policy noeviction it refuses new ones instead")
        .arg(keys);
}

} // namespace herdbook::storage
