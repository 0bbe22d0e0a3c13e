// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/draws.h"

#include <algorithm>
#include <numeric>

namespace herdbook::reid {

std::vector<std::uint32_t> Draws::order(std::size_t n)
{
    std::vector<std::uint32_t> places(n);
    std::iota(places.begin(), places.end(), 0U);
    for (std::size_t i = n; i-- > 1;)
        std::swap(places[i], places[below(i + 1)]);
    return places;
}

std::vector<std::uint32_t> Draws::sample(const std::vector<std::uint32_t> &list, std::size_t most)
{
    std::vector<std::uint32_t> places = order(list.size());
    places.resize(std::min(places.size(), most));
    for (std::uint32_t &place : places)
        place = list[place];
    return places;
}

} // namespace herdbook::reid
