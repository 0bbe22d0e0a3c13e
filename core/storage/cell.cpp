// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/cell.h"

#include <QtEndian>

#include <cmath>
#include <cstring>
#include <limits>

namespace herdbook::storage {

namespace {

qint16 int16At(const char *data)
{
    return qFromBigEndian<qint16>(data);
}

constexpr int kNumericHeader = 8; // four int16: count of digits, weight of the first, sign, scale
constexpr int kTicksPerDigit = 10'000;

} // namespace

std::int64_t Cell::int64(std::int64_t fallback) const
{
    switch (size) {
    case 2:
        return int16At(data);
    case 4:
        return qFromBigEndian<qint32>(data);
    case 8:
        return qFromBigEndian<qint64>(data);
    default:
        return fallback;
    }
}

double Cell::float8(double fallback) const
{
    return size == 8   ? qFromBigEndian<double>(data)
           : size == 4 ? static_cast<double>(qFromBigEndian<float>(data))
                       : fallback;
}

std::array<unsigned char, 16> Cell::uuid() const
{
    std::array<unsigned char, 16> id{};
    if (size == static_cast<int>(id.size()))
        std::memcpy(id.data(), data, id.size());
    return id;
}

std::optional<double> Cell::numeric() const
{
    if (isNull() || size < kNumericHeader)
        return std::nullopt;
    const auto sign = static_cast<quint16>(int16At(data + 4));
    if (sign == 0xC000)
        return std::numeric_limits<double>::quiet_NaN();
    if (sign == 0xD000 || sign == 0xF000)
        return sign == 0xD000 ? std::numeric_limits<double>::infinity() : -std::numeric_limits<double>::infinity();
    double value = 0;
    const char *at = data + kNumericHeader;
    int power = int16At(data + 2);
    for (int i = 0; i < int16At(data) && data + size - at >= 2; ++i, at += 2)
        value += int16At(at) * std::pow(10.0, 4 * power--);
    return sign == 0x4000 ? -value : value;
}

std::optional<int> Cell::numericTicks() const
{
    if (isNull() || size < kNumericHeader || int16At(data + 4) != 0)
        return std::nullopt;
    const char *at = data + kNumericHeader;
    const char *end = data + size;
    const int weight = int16At(data + 2);
    int ticks = 0;
    for (int i = 0; i < int16At(data) && end - at >= 2; ++i, at += 2) {
        const int power = weight - i;
        if (power > 0 && int16At(at) != 0)
            return std::numeric_limits<int>::max();
        if (power == 0)
            ticks += int16At(at) * kTicksPerDigit;
        else if (power == -1)
            ticks += int16At(at);
    }
    return ticks;
}

} // namespace herdbook::storage
