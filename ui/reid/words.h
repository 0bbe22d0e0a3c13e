// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"
#include "core/reid/text.h"

#include <QCoreApplication>
#include <QLocale>

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

/// A score beside which a threshold stands: rounded down, so that none seems to reach one that it misses.
inline QString scoreText(int ticks)
{
    return QLocale().toString(std::floor(ticks / 10.0) / 1000, 'f', 3);
}

/// A threshold in full, with three decimals at least.
inline QString thresholdText(double threshold)
{
    return QString::number(threshold, 'f', reid::thresholdTicks(threshold) % 10 == 0 ? 3 : 4);
}

/// The same with two decimals at least, as operations write it.
inline QString shortThreshold(double threshold)
{
    return QString::fromStdString(reid::text::score(threshold));
}

} // namespace herdbook::dashboard
