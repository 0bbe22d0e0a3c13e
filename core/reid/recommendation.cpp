// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/recommendation.h"

#include "core/reid/text.h"

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

std::string wrongSentence(const Evaluation &e)
{
    const auto all = static_cast<double>(e.added); // nothing is known to be right
    return "Wrong deer among them: " + text::wrongOnes(e.wrong.value_or(all), e.wrongUpper.value_or(all)) + ".";
}

} // namespace herdbook::reid
