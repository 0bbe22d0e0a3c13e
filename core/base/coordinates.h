// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace herdbook {

struct Coordinates
{
    double latitude = 0;  ///< degrees, north positive
    double longitude = 0; ///< degrees, east positive
    bool operator==(const Coordinates &) const = default;
};

/// Of `{"lat": .., "lon": ..}` (or lng, or latitude and longitude in full); nothing where they aren't numbers in range.
std::optional<Coordinates> coordinatesFrom(const QByteArray &json);

/// Great-circle distance in meters (haversine, mean radius 6,371 km).
double metersBetween(const Coordinates &a, const Coordinates &b);

} // namespace herdbook
