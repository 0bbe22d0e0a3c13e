// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/comparisons.h"

#include "core/season/effort/words.h"

namespace herdbook::season {

QString times(const RateRatio &ratio)
{
    return QStringLiteral("%1 times").arg(ratioNumber(ratio.ratio));
}

QString interval(const RateRatio &ratio)
{
    return QStringLiteral("95% interval together %1 to %2").arg(ratioNumber(ratio.low), ratioNumber(ratio.high));
}

QString asCompared(const QString &sentence, qint64 elsewhere)
{
    return elsewhere <= 0 ? sentence + u'.'
                          : QStringLiteral("%1, as far as working cameras can be compared (%2 more where they can't).")
                                .arg(sentence, countText(elsewhere));
}

std::vector<Finding> keepWhatHolds(const std::vector<Candidate> &candidates, std::size_t looks)
{
    std::vector<Finding> findings;
    const double alpha = FamilyError / static_cast<double>(std::max<std::size_t>(looks, 1));
    for (const Candidate &candidate : candidates) {
        const std::optional<RateRatio> ratio = candidate.compare(alpha);
        if (!ratio || !ratio->hasInterval || ratio->pValue >= alpha || (candidate.onlyMore && ratio->ratio < 1))
            continue;
        findings.push_back({candidate.kind, candidate.say(*ratio), *ratio});
    }
    std::stable_sort(findings.begin(), findings.end(), [](const Finding &one, const Finding &other) {
        return one.estimate.pValue < other.estimate.pValue;
    });
    return findings;
}

} // namespace herdbook::season
