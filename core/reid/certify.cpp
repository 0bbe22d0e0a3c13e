// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

namespace herdbook::reid {

void certify(Analysis &analysis, Certification certification)
{
    Recommendation &result = analysis.recommendation = analysis.estimated;
    result.certification = std::move(certification);
    if (!result.certification.certificate || result.status == Status::NoData)
        return;
    const Certificate &certificate = *result.certification.certificate;
    const Evaluation at = analysis.evaluate(certificate.threshold);
    if (!steps::gainsEnough(analysis, at))
        return;
    result.status = Status::Recommend;
    result.lacking = Lacking::Nothing;
    result.threshold = result.candidate = certificate.threshold;
    result.at = at;
    result.goals = steps::judge(analysis, at);
    result.sexes = steps::adviseBySex(analysis, certificate.threshold);
    result.whySoFew = steps::whySoFew(analysis, certificate.threshold);
    result.reason =
        "Certified by the trial of " + certificate.date.substr(0, 10) + ", " +
        text::counted(certificate.looks, "look", "looks") + " by " + certificate.reviewer + ". It gives " +
        text::counted(at.added, "more detection", "more detections") +
        " a profile. By the sample that people looked at, at most 5% of them are wrong, with 95% confidence.";
    if (certificate.newer > 0)
        result.reason += " " + text::counted(certificate.newer, "detection", "detections") +
                         " came later; the certificate doesn't cover them.";
    result.trial.reset();
    result.unknown.clear();
    result.missing.clear();
    steps::advise(analysis);
}

} // namespace herdbook::reid
