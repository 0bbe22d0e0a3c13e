// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace herdbook::reid {

struct Analysis;

/// The share of its items that a trial's certificate allows to be wrong.
inline constexpr double kCertifiedShare = .05;

/// Over this estimated wrong share at a certificate's threshold the two contradict each other: see estimate/decoys.md.
inline constexpr double kAtOdds = .2;

/// What a reviewed trial vouches for. It is the journal's, checked against the data by whoever reads it: one whose digest no longer
/// fits isn't handed over.
struct Certificate
{
    double threshold = 0;
    std::string date;                ///< when its last answer was given: ISO 8601, UTC
    std::string reviewer;            ///< `user@host`, or the name typed
    std::uint64_t looks = 0;         ///< answers given
    std::vector<std::string> groups; ///< sexes it makes a claim of its own about
    std::string digest;              ///< SHA-256 of the reviewed pool, lower-case hex
    std::uint64_t newer = 0;         ///< unassigned detections at the threshold that came after the pool: not covered
    std::uint64_t items = 0;         ///< detections it is about: at most `alpha` of these are wrong
    std::uint64_t open = 0;          ///< of these, unassigned still: what the threshold gives without a doubt left
    double alpha = kCertifiedShare;  ///< the share of the items that may be wrong
    double risk = 0.05;   ///< how often such a certificate is false, 0..1; more after earlier tries of the pool
    std::string day = {}; ///< of `date` at the site, ISO 8601: what words tell
    /// Of the open ones, not called the same by its reviewers: the threshold would assign them, too.
    std::uint64_t openNotSame = 0;
    bool operator==(const Certificate &) const = default;
};

/// A finished trial that certifies nothing, or not as much as it was about: what it says of the matches all the same.
struct TrialSeen
{
    std::string date;          ///< when its last answer was given: ISO 8601, UTC
    std::uint64_t looked = 0;  ///< pairs judged at the threshold the advice is about, or above it
    std::uint64_t notSame = 0; ///< of those, not called the same deer
    std::string withheld; ///< why the reviews can't be relied on, in plain words; then they are no evidence either way
    std::optional<double> certified; ///< how far it came
    bool samePool = true;            ///< another trial would be of these very detections, and take more proof
    std::string day = {};            ///< of `date` at the site, ISO 8601: what words tell
    bool operator==(const TrialSeen &) const = default;
};

/// What was found of certificates.
struct Certification
{
    bool readable = false; ///< whether there was a journal to look into
    std::optional<Certificate> certificate;
    std::string voided = {};          ///< why a certificate that was there doesn't count, in plain words
    std::vector<TrialSeen> seen = {}; ///< those that can be relied on first
    bool operator==(const Certification &) const = default;
};

/// Looks for a certificate of the analyzed data; called once, on the analyzing thread, after the estimate.
using Certifier = std::function<Certification(const Analysis &)>;

/// At most so much of what is open still of a certificate is wrong, 0..1: all that it allows to be wrong may be among that.
double wrongOfOpen(const Certificate &certificate);

/// Whether a certificate proves as much as is asked for of its items, and covers enough more to be worth it. What its threshold would
/// assign besides doesn't count. Nor does wrongOfOpen(): assigning some of the items doesn't make wrong what certifies all of them.
bool isEnough(const Analysis &analysis, const Certificate &certificate);

/// Sets what is known of certificates now, whatever was known before, and decides anew: a certificate that gains enough is the
/// recommendation, whatever the estimate says. What a trial has surely found more often wrong than is allowed is none, nor a candidate,
/// not even under an earlier certificate.
void certify(Analysis &analysis, Certification certification);

} // namespace herdbook::reid
