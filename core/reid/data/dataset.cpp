// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/data/dataset.h"

#include <algorithm>
#include <cmath>

namespace herdbook::reid {

bool areComparable(const Box &a, const Box &b)
{
    const auto hasArea = [](const Box &box) { return box.width > 0 && box.height > 0; };
    const auto mayBeFractions = [](const Box &box) { // as render::looksLikeFractions(), which isn't linked here
        return std::max({std::abs(box.x), std::abs(box.y), box.width, box.height}) < 2;
    };
    return hasArea(a) && hasArea(b) && mayBeFractions(a) == mayBeFractions(b);
}

double intersectionOverUnion(const Box &a, const Box &b)
{
    const double width = std::min<double>(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min<double>(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (!(width > 0) || !(height > 0))
        return 0;
    const double both = width * height;
    return both / (static_cast<double>(a.width) * a.height + static_cast<double>(b.width) * b.height - both);
}

void Texts::add(std::string_view text)
{
    m_all += text;
    m_ends.push_back(m_all.size());
}

std::string_view Texts::at(std::size_t i) const
{
    const std::size_t from = i == 0 ? 0 : m_ends[i - 1];
    return std::string_view(m_all).substr(from, m_ends[i] - from);
}

int Texts::compare(std::size_t a, std::size_t b) const
{
    return a < m_ends.size() && b < m_ends.size() ? at(a).compare(at(b)) : 0;
}

bool Dataset::isOfOtherSex(const Detection &detection) const
{
    return detection.ownProfile >= 0 && detection.deerClass() &&
           profiles[static_cast<std::size_t>(detection.ownProfile)].sex != detection.sex();
}

} // namespace herdbook::reid
