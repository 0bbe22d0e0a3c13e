// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/recommendation.h"

#include "core/reid/text.h"

#include <algorithm>

namespace herdbook::reid {

std::string_view name(Status status)
{
    switch (status) {
    case Status::Recommend:
        return "Recommend";
    case Status::TrialOnly:
        return "TrialOnly";
    case Status::Abstain:
        return "Abstain";
    case Status::NoData:
        break;
    }
    return "NoData";
}

std::string_view name(Verdict verdict)
{
    return verdict == Verdict::Pass ? "pass" : verdict == Verdict::Fail ? "fail" : "unknown";
}

std::string gainSentence(const Evaluation &e)
{
    return "It gives " + text::counted(e.added, "more detection", "more detections") + " a profile" +
           (e.gain ? " (+" + text::percent(*e.gain) + ")" : std::string()) + ".";
}

std::string gainSentence(const Recommendation &r)
{
    if (!r.at || !r.certified())
        return r.at ? gainSentence(*r.at) : std::string();
    const Certificate &certificate = *r.certification.certificate;
    Evaluation covered = *r.at;
    covered.added = std::min(certificate.open, r.at->added);
    if (covered.gain && r.at->added > 0)
        *covered.gain *= static_cast<double>(covered.added) / static_cast<double>(r.at->added);
    const std::string rest = besides(certificate, *r.at);
    return gainSentence(covered) + (rest.empty() ? rest : " " + rest);
}

std::string besides(const Certificate &certificate, const Evaluation &at)
{
    if (at.added <= certificate.open)
        return {};
    const std::uint64_t rest = at.added - certificate.open;
    const std::uint64_t newer = std::min(certificate.newer, rest);
    std::string words = "Nobody has looked at what " + text::score(certificate.threshold) +
                        " would assign besides, and nothing certifies it: ";
    if (newer > 0)
        words += text::counted(newer, "detection", "detections") + " that came later";
    if (newer > 0 && newer < rest)
        words += ", ";
    if (newer < rest)
        words += text::counted(rest - newer, "detection", "detections") + " without a picture to compare";
    return words + '.';
}

std::string doubt(const Certificate &certificate, const Evaluation &at)
{
    if (!at.judged() || !at.fdr || *at.fdr <= kAtOdds)
        return {};
    return "The certificate says that at most " + text::atMost(certificate.alpha) +
           " are wrong, the estimate that about " + text::percent(*at.fdr) + " of what " +
           text::score(certificate.threshold) +
           " would assign is: one of the two is mistaken. The certificate relies on the reviewer, that what was "
           "called the same is the same; the estimate on strangers scoring like the decoys. A second person's trial "
           "would tell, and so would a look at the answers.";
}

std::string doubt(const Recommendation &r)
{
    return r.at && r.certified() ? doubt(*r.certification.certificate, *r.at) : std::string();
}

std::string wrongSentence(const Evaluation &e)
{
    const auto all = static_cast<double>(e.added); // nothing is known to be right
    return "Wrong deer among them: " + text::wrongOnes(e.wrong.value_or(all), e.wrongUpper.value_or(all)) + ".";
}

} // namespace herdbook::reid
