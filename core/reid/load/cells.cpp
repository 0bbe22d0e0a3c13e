// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/cells.h"

#include <QtEndian>
#include <charconv>
#include <cmath>
#include <cstring>
#include <limits>

namespace herdbook::reid {

namespace {

constexpr int kVectorHeader = 4; // int16 length, int16 unused
constexpr int kArrayHeader = 20; // dimensions, flags, element type; size and lower bound of the one dimension

/// Nothing for a key that is missing or holds no finite number.
std::optional<float> numberOf(std::string_view json, std::string_view quotedKey)
{
    std::size_t at = json.find(quotedKey);
    if (at == std::string_view::npos)
        return std::nullopt;
    at = json.find_first_not_of(": \t\n", at + quotedKey.size());
    if (at == std::string_view::npos)
        return std::nullopt;
    float value = 0;
    const auto [end, code] = std::from_chars(json.data() + at, json.data() + json.size(), value);
    return code == std::errc() && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

int vectorLength(const Cell &cell, VectorType type)
{
    switch (type) {
    case VectorType::Vector:
        return cell.size >= kVectorHeader && cell.size == kVectorHeader + 4 * qFromBigEndian<qint16>(cell.data)
                   ? qFromBigEndian<qint16>(cell.data)
                   : -1;
    case VectorType::Float4Array:
    case VectorType::Float8Array:
        if (cell.size >= 12 && qFromBigEndian<qint32>(cell.data) == 0)
            return 0;
        if (cell.size >= kArrayHeader && qFromBigEndian<qint32>(cell.data) == 1) {
            const auto length = qFromBigEndian<qint32>(cell.data + 12);
            const int most = (cell.size - kArrayHeader) / 4; // an element has its own length at least
            return length >= 0 && length <= most ? length : -1;
        }
        return -1;
    case VectorType::Bytes:
        return cell.size % 4 == 0 ? cell.size / 4 : -1;
    case VectorType::None:
        break;
    }
    return -1;
}

void readVector(const Cell &cell, VectorType type, std::span<float> to)
{
    if (type == VectorType::Bytes) {
        qFromLittleEndian<quint32>(cell.data, static_cast<qsizetype>(to.size()), to.data());
        return;
    }
    if (type == VectorType::Vector) {
        qFromBigEndian<quint32>(cell.data + kVectorHeader, static_cast<qsizetype>(to.size()), to.data());
        return;
    }
    const char *at = cell.data + kArrayHeader;
    const char *end = cell.data + cell.size;
    for (float &value : to) {
        value = std::numeric_limits<float>::quiet_NaN();
        if (end - at < 4)
            continue;
        const auto length = qFromBigEndian<qint32>(at);
        at += 4;
        if (length == 4 && end - at >= 4)
            value = qFromBigEndian<float>(at);
        else if (length == 8 && end - at >= 8)
            value = static_cast<float>(qFromBigEndian<double>(at));
        at += std::clamp<qint64>(length, 0, end - at);
    }
}

Box readBox(std::string_view json)
{
    const auto x = numberOf(json, "\"x\"");
    const auto y = numberOf(json, "\"y\"");
    const auto width = numberOf(json, "\"width\"");
    const auto height = numberOf(json, "\"height\"");
    if (!x || !y || !width || !height)
        return {};
    return {*x, *y, *width, *height};
}

} // namespace herdbook::reid
