// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/data/types.h"

#include <QJsonValue>
#include <cmath>
#include <optional>

/// Values as analysis.json writes them: what isn't known is null.
namespace herdbook::reid::json {

inline QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

inline QJsonValue count(std::uint64_t number)
{
    return static_cast<qint64>(number);
}

inline QJsonValue count(std::optional<std::uint64_t> number)
{
    return number ? count(*number) : QJsonValue(QJsonValue::Null);
}

/// Nine significant digits: enough to compare with the reference program.
inline QJsonValue number(std::optional<double> value)
{
    if (!value || !std::isfinite(*value))
        return QJsonValue::Null;
    return QString::number(*value, 'g', 9).toDouble();
}

inline QJsonValue score(int ticks)
{
    return ticks == kNoScore ? QJsonValue(QJsonValue::Null) : QJsonValue(fromTicks(ticks));
}

} // namespace herdbook::reid::json
