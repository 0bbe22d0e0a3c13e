// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/develop.h"

#include "core/demo/pictures/random.h"

#include <algorithm>
#include <vector>

namespace herdbook::demo {

namespace {

constexpr int noiseSize = 2'000'000;

/// One sheet of noise for all photos, read at a different place for each line. By day the colors differ, at night all of a pixel
/// get the same.
std::vector<signed char> noiseSheet(bool night)
{
    Random random(99, 13);
    std::vector<signed char> values(noiseSize);
    signed char level = 0;
    for (size_t i = 0; i < values.size(); ++i) {
        if (!night || i % 4 == 0) {
            const float strength = night ? 6000.0F : 13500.0F;
            level = static_cast<signed char>(std::clamp(static_cast<int>(random.roughNormal() / strength), -18, 18));
        }
        values[i] = level;
    }
    return values;
}

void addNoise(uchar *line, const signed char *grain, int bytes, int exposure)
{
    for (int i = 0; i < bytes; ++i)
        line[i] = static_cast<uchar>(std::clamp(line[i] + grain[i] + exposure, 0, 255));
}

} // namespace

void develop(QImage &picture, int rows, bool night, quint64 seed)
{
    static const std::vector<signed char> byDay = noiseSheet(false);
    static const std::vector<signed char> byNight = noiseSheet(true);
    const std::vector<signed char> &sheet = night ? byNight : byDay;
    Random random(seed, 15);
    const int exposure = static_cast<int>(random.uniform(-7, 7));
    const int bytes = picture.width() * 4;
    for (int y = 0; y < rows; ++y)
        addNoise(picture.scanLine(y), sheet.data() + 4 * random.below((noiseSize - bytes) / 4), bytes, exposure);
}

} // namespace herdbook::demo
