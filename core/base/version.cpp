// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/version.h"

namespace herdbook {

QString version()
{
    return QStringLiteral(HERDBOOK_VERSION);
}

} // namespace herdbook
