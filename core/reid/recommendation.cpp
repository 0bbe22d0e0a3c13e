// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/recommendation.h"

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

} // namespace herdbook::reid
