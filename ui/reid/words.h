// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <QCoreApplication>

namespace herdbook::dashboard {

/// "does", "bucks", "fawns", "unknown".
inline QString sexWord(reid::Sex sex)
{
    switch (sex) {
    case reid::Sex::Buck:
        return QCoreApplication::translate("Sex", "bucks");
    case reid::Sex::Doe:
        return QCoreApplication::translate("Sex", "does");
    case reid::Sex::Fawn:
        return QCoreApplication::translate("Sex", "fawns");
    case reid::Sex::Unknown:
        break;
    }
    return QCoreApplication::translate("Sex", "unknown");
}

} // namespace herdbook::dashboard
