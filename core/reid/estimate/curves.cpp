// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/curves.h"

#include <algorithm>

namespace herdbook::reid {

namespace {

std::optional<double> known(const std::vector<float> &values, std::size_t at)
{
    if (at >= values.size() || std::isnan(values[at]))
        return std::nullopt;
    return values[at];
}

std::optional<double> share(std::optional<double> part, std::uint64_t whole)
{
    if (!part || whole == 0)
        return std::nullopt;
    return std::min(1.0, *part / static_cast<double>(whole));
}

} // namespace

Evaluation Curves::at(double threshold) const
{
    const auto i = static_cast<std::size_t>(std::clamp(thresholdTicks(threshold), 0, kTicksPerUnit));
    Evaluation e;
    e.threshold = fromTicks(static_cast<int>(i));
    e.added = i < added.size() ? added[i] : 0;
    e.assigned = assigned + e.added;
    if (detections > 0)
        e.rate = static_cast<double>(e.assigned) / static_cast<double>(detections);
    if (assigned > 0)
        e.gain = static_cast<double>(e.added) / static_cast<double>(assigned);
    e.m1 = known(m1, i);
    e.m2 = known(m2, i);
    e.fpir = known(fpir, i);
    e.fpirUpper = known(fpirUpper, i);
    e.wrong = known(wrong, i);
    e.wrongUpper = known(wrongUpper, i);
    e.fdr = share(e.wrong, e.added);
    e.fdrUpper = share(e.wrongUpper, e.added);
    e.method = i < method.size() ? method[i] : Method::None;
    e.trials = e.method == Method::MateRemoved ? m1Trials
               : e.method == Method::CrossSex  ? m2Trials
                                               : m1Trials + m2Trials;
    e.clusters = e.method == Method::MateRemoved ? m1Clusters
                 : e.method == Method::CrossSex  ? m2Clusters
                                                 : std::max(m1Clusters, m2Clusters);
    if (e.method == Method::None) {
        e.trials = 0;
        e.clusters = 0;
    }
    e.effectiveTrials = known(effectiveTrials, i);
    const auto counted = [i](const std::vector<std::uint32_t> &counts) { return i < counts.size() ? counts[i] : 0; };
    e.contradictions = counted(contradictions);
    e.burstConflicts = counted(burstConflicts);
    e.observedWrong = counted(observedWrong);
    return e;
}

} // namespace herdbook::reid
