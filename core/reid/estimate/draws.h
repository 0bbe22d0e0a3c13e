// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <random>
#include <vector>

namespace herdbook::reid {

/// The one source of chance of an estimate. std::mt19937_64 gives the same numbers everywhere; the standard's distributions don't,
/// so the draws are our own.
class Draws
{
public:
    explicit Draws(std::uint64_t seed) : m_generator(seed) {}

    /// A number from 0 to n - 1: the product of the draw's high 32 bits and n, without its low 32 bits.
    std::uint32_t below(std::size_t n)
    {
        return static_cast<std::uint32_t>(((m_generator() >> 32) * static_cast<std::uint64_t>(n)) >> 32);
    }

    /// 0 .. n - 1 in a random order (Fisher and Yates, from the end).
    std::vector<std::uint32_t> order(std::size_t n);

    /// The first `most` of a random order of `list`; draws for all of it.
    std::vector<std::uint32_t> sample(const std::vector<std::uint32_t> &list, std::size_t most);

private:
    std::mt19937_64 m_generator;
};

} // namespace herdbook::reid
