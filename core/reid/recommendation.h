// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/certificate.h"
#include "core/reid/estimate/curves.h"
#include "core/reid/estimate/evidence.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace herdbook::reid {

enum class Status : std::uint8_t {
    Recommend, ///< a threshold gains enough, and a certificate or the estimate's bound says it is right
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
    std::optional<double> value; ///< nothing where it isn't known, or where a certificate tells the bound alone
    std::optional<double> upper;
    double limit = 0;
    std::string unjudged = {}; ///< whose part nobody can judge, "does and bucks"; empty: everybody's is known
};

/// Why there is no recommendation.
enum class Lacking : std::uint8_t {
    Nothing,
    SoundData,      ///< an integrity check failed
    SoundThreshold, ///< too much of what is assigned now is expected to be wrong
    Evidence,       ///< too thin: nobody can tell without looking
    Threshold,      ///< none is good enough
    Unassigned      ///< too few are left to assign
};

/// One sex's part. A recommendation must hold for every sex that gets at least 5% of the new assignments.
struct SexAdvice
{
    Sex sex = Sex::Unknown;
    Strength strength = Strength::None;
    std::string words; ///< what it is judged by, or what is missing: "too few bucks to judge the does by"
    std::optional<double>
        threshold; ///< the loosest at which at most 10% of its own new assignments are wrong, by the bound
    std::optional<Evaluation> at;     ///< its own figures at the threshold the advice is about
    std::optional<double> upperAtOwn; ///< the bound of its wrong share at its own threshold
    bool decides = false;             ///< the stricter one of two: it sets the number to hand over
};

/// A trial: people look at pairs of photos.
struct TrialOffer
{
    double threshold = 0;
    std::uint64_t detections = 0;       ///< new ones at the threshold
    bool judged = false;                ///< whether anything is known of the wrong share there
    std::optional<int> looks;           ///< the least number of pairs to look at; empty: so few that all are looked at
    std::optional<int> looksWithErrors; ///< with two wrong ones among them
    std::string words;                  ///< one sentence
};

/// What to do about the threshold, and why.
struct Recommendation
{
    Status status = Status::NoData;
    std::optional<double> threshold; ///< Recommend: the one to use; TrialOnly: the candidate
    std::optional<double> candidate; ///< where a trial would start: `threshold`, or where nothing is known of it
    std::optional<Evaluation> at;    ///< at `threshold`
    Lacking lacking = Lacking::Nothing;
    std::vector<Goal> goals;
    std::vector<SexAdvice> sexes;     ///< those with profiles or something to assign
    std::string reason;               ///< in plain words, one or two sentences
    std::string whySoFew;             ///< one sentence
    std::optional<TrialOffer> trial;  ///< what a trial would take
    std::vector<std::string> unknown; ///< what is not known, in plain words
    std::vector<std::string> missing; ///< what would have to change for a (better) recommendation
    std::vector<std::string> next;    ///< what to do now, most helpful first, in plain words
    Certification certification;      ///< what was found of certificates
    bool vouched = false;             ///< `threshold` is that of the certificate, which is enough
    bool refuted = false;             ///< the certificate that was found doesn't count: `unknown` says why

    /// Whether `threshold` is vouched for by people.
    bool certified() const { return vouched; }
};

/// "It gives 1,320 more detections a profile (+120%)."
std::string gainSentence(const Evaluation &e);
/// The same of a recommendation: with a certificate what that covers, and what nobody has looked at.
std::string gainSentence(const Recommendation &r);
/// What a certificate's threshold would assign besides what it covers: how many nobody has looked at, and why. Empty: none.
std::string besides(const Certificate &certificate, const Evaluation &at);
/// Why a certificate and the estimate at its threshold can't both be right, what each rests on and what would tell, in plain words. Empty:
/// they don't contradict each other, or there is no estimate.
std::string doubt(const Certificate &certificate, const Evaluation &at);
std::string doubt(const Recommendation &r); ///< of its certificate
/// "Wrong deer among them: about 31, at most 139."
std::string wrongSentence(const Evaluation &e);

} // namespace herdbook::reid
