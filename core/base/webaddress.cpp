// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/webaddress.h"

namespace herdbook {

QUrl underWebAddress(QUrl address, const QString &path)
{
    QString base = address.path(QUrl::FullyEncoded);
    while (base.endsWith(u'/'))
        base.chop(1);
    address.setPath(base + path, QUrl::TolerantMode);
    address.setQuery(QString());
    address.setFragment(QString());
    return address;
}

} // namespace herdbook
