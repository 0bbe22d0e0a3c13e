// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/certificate.h"
#include "core/reid/estimate/curves.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace herdbook::reid {

enum class Status : std::uint8_t {
    Recommend, ///< a certifiable threshold exists and gains enough
    TrialOnly, ///< only a candidate: try it on a sample first
    Abstain,   ///< no threshold; `missing` says what is lacking
    NoData
};

/// "Recommend", "TrialOnly", "Abstain", "NoData".
std::string_view name(Status status);

enum class Verdict : std::uint8_t { Pass, Fail, Unknown };
std::string_view name(Verdict verdict); ///< "pass", "fail", "unknown"

/// One of the three goals at the recommended threshold (at the best candidate looked at when there is none).
struct Goal
{
    std::string id; ///< "gain", "fdr", "fpir"
    std::string title;
    Verdict verdict = Verdict::Unknown;
    std::optional<double> value;
    std::optional<double> upper;
    double limit = 0;
};

/// What to do about the threshold, and why.
struct Recommendation
{
    Status status = Status::NoData;
    std::optional<double> threshold;   ///< Recommend: the certifiable one; TrialOnly: the candidate
    std::optional<double> certifiable; ///< loosest t whose upper bound of the wrong share is <= alpha
    std::optional<double> candidate;   ///< loosest t whose estimated wrong share is <= 0.4 alpha
    std::optional<Evaluation> at;      ///< at `threshold`
    std::vector<Goal> goals;
    std::string reason;               ///< in plain words, one or two sentences
    std::vector<std::string> unknown; ///< what is not known, in plain words
    std::vector<std::string> missing; ///< what would have to change for a (better) recommendation
    std::vector<std::string> next;    ///< what to do now, most helpful first, in plain words
    Certification certification;      ///< what was found of certificates

    bool certified() const
    {
        return threshold && certification.certificate && certification.certificate->threshold == *threshold;
    }
};

} // namespace herdbook::reid
