// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUuid>
#include <cmath>
#include <numbers>

namespace herdbook::demo {

/// A small random generator (SplitMix64) whose sequence is the same on every machine, which the standard library's distributions
/// don't promise.
class Random
{
public:
    explicit Random(quint64 seed, quint64 stream = 0) : m_state(seed * 0x9E3779B97F4A7C15ULL + stream) { next(); }

    quint64 next()
    {
        quint64 z = (m_state += 0x9E3779B97F4A7C15ULL);
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }

    /// 0 <= x < 1.
    double uniform() { return static_cast<double>(next() >> 11) * 0x1p-53; }
    double uniform(double least, double most) { return least + (most - least) * uniform(); }
    /// 0 <= x < n.
    int below(int n) { return static_cast<int>(uniform() * n); }
    bool chance(double probability) { return uniform() < probability; }
    double normal(double mean = 0, double sd = 1)
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return mean + sd * radius * std::cos(2 * std::numbers::pi * uniform());
    }
    /// Near enough to a normal deviate for the direction of a vector, and fast: the sum of four 16-bit uniforms, not scaled.
    float roughNormal()
    {
        const quint64 bits = next();
        return static_cast<float>((bits & 0xFFFF) + ((bits >> 16) & 0xFFFF) + ((bits >> 32) & 0xFFFF) + (bits >> 48)) -
               131070.0F;
    }
    /// A version 4 identifier.
    QUuid uuid()
    {
        const quint64 a = next();
        const quint64 b = next();
        QByteArray bytes(16, '\0');
        for (int i = 0; i < 8; ++i) {
            bytes[i] = static_cast<char>(a >> (8 * i));
            bytes[8 + i] = static_cast<char>(b >> (8 * i));
        }
        bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x40);
        bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);
        return QUuid::fromRfc4122(bytes);
    }

private:
    quint64 m_state;
};

} // namespace herdbook::demo
