// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/coordinates.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace herdbook {

std::optional<Coordinates> coordinatesFrom(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const auto numberIn = [&object](std::initializer_list<const char *> names) {
        for (const char *name : names) {
            if (const QJsonValue value = object.value(QLatin1String(name)); value.isDouble())
                return value.toDouble();
        }
        return 1000.0;
    };
    const Coordinates at{numberIn({"lat", "latitude"}), numberIn({"lon", "lng", "longitude"})};
    return std::abs(at.latitude) > 90 || std::abs(at.longitude) > 180 ? std::nullopt : std::optional(at);
}

double metersBetween(const Coordinates &a, const Coordinates &b)
{
    constexpr double kRadius = 6'371'000;
    constexpr double kRadians = 3.14159265358979323846 / 180;
    const double north = std::sin((b.latitude - a.latitude) * kRadians / 2);
    const double east = std::sin((b.longitude - a.longitude) * kRadians / 2);
    const double chord =
        north * north + std::cos(a.latitude * kRadians) * std::cos(b.latitude * kRadians) * east * east;
    return 2 * kRadius * std::asin(std::sqrt(std::min(1.0, chord)));
}

} // namespace herdbook
