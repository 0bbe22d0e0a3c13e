// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/utf8text.h"

#include <QByteArrayList>

namespace herdbook {

Result<QString> textOf(const QByteArray &utf8)
{
    if (utf8.isValidUtf8())
        return QString::fromUtf8(utf8);
    int line = 1; // no part of a letter is a line feed
    for (const QByteArray &each : utf8.split('\n')) {
        if (!each.isValidUtf8())
            break;
        ++line;
    }
    return Error{ErrorKind::InvalidInput, QStringLiteral("line %1: must be text in UTF-8").arg(line)};
}

} // namespace herdbook
