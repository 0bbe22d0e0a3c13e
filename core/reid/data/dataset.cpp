// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/data/dataset.h"

#include <algorithm>

namespace herdbook::reid {

double intersectionOverUnion(const Box &a, const Box &b)
{
    const double width = std::min<double>(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min<double>(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (!(width > 0) || !(height > 0))
        return 0;
    const double both = width * height;
    return both / (static_cast<double>(a.width) * a.height + static_cast<double>(b.width) * b.height - both);
}

} // namespace herdbook::reid
