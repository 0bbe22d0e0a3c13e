// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/curves.h"

#include <algorithm>
#include <limits>

namespace herdbook::reid {

namespace {

std::optional<double> known(const std::vector<double> &values, std::size_t at)
{
    if (at >= values.size() || std::isnan(values[at]))
        return std::nullopt;
    return values[at];
}

std::optional<std::uint64_t> knownCount(const std::vector<std::uint32_t> &counts, std::size_t at)
{
    return at < counts.size() ? std::optional<std::uint64_t>(counts[at]) : std::nullopt;
}

std::optional<double> share(std::optional<double> part, std::uint64_t whole)
{
    if (!part || whole == 0)
        return std::nullopt;
    return *part / static_cast<double>(whole);
}

} // namespace

Evaluation Curves::at(double threshold) const
{
    const auto i = static_cast<std::size_t>(std::clamp(thresholdTicks(threshold), 0, kTicksPerUnit));
    Evaluation e;
    e.threshold = fromTicks(static_cast<int>(i));
    e.added = knownCount(added, i).value_or(0);
    e.assigned = assigned + e.added;
    if (detections > 0)
        e.rate = static_cast<double>(e.assigned) / static_cast<double>(detections);
    if (assigned > 0)
        e.gain = static_cast<double>(e.added) / static_cast<double>(assigned);
    e.wrong = known(wrong, i);
    e.wrongUpper = known(wrongUpper, i);
    e.wrongStrict = known(wrongStrict, i);
    e.fdr = share(e.wrong, e.added);
    e.fdrUpper = share(e.wrongUpper, e.added);
    e.fdrStrict = share(e.wrongStrict, e.added);
    e.fpir = share(e.wrong, population);
    e.fpirUpper = share(e.wrongUpper, population);
    e.decoyWrong = known(decoyWrong, i);
    e.splitWrong = known(splitWrong, i);
    e.intruderWrong = known(intruderWrong, i);
    e.observedWrong = known(observedWrong, i);
    e.unjudged = knownCount(unjudged, i).value_or(0);
    e.contradictions = knownCount(contradictions, i);
    e.burstConflicts = knownCount(burstConflicts, i);
    return e;
}

std::vector<double> Curves::spread(std::span<const int> grid, std::span<const double> values) const
{
    std::vector<double> all(kTicksPerUnit + 1, std::numeric_limits<double>::quiet_NaN());
    for (std::size_t g = 0; g < grid.size() && g < values.size(); ++g) {
        const int to = g + 1 < grid.size() ? grid[g + 1] : kTicksPerUnit + 1;
        for (int t = grid[g]; t < to; ++t)
            all[static_cast<std::size_t>(t)] =
                std::min(values[g], static_cast<double>(added[static_cast<std::size_t>(t)]));
    }
    return all;
}

} // namespace herdbook::reid
