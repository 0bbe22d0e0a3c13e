// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/steps.h"
#include "core/reid/text.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace herdbook::reid::steps {

namespace {

using text::count;
using text::counted;
using text::score;

constexpr std::size_t kMostPairs = 10000;

/// How many profiles of a sex look like one animal, where that is no sign of duplicates; else 0.
struct Alike
{
    std::size_t most = 0;
    std::size_t profiles = 0; ///< of the sex
};

/// What most of a sex's profiles have in common by their links, or all of them by their pairs.
Alike alikeOf(std::span<const int> groups, std::size_t pairs)
{
    Alike alike{0, groups.size()};
    std::vector<std::size_t> members(groups.size());
    for (const int group : groups)
        ++members[static_cast<std::size_t>(group)];
    for (const std::size_t size : members) {
        const std::size_t few = size == groups.size() ? 2 : 3; // a pair of them may be one animal
        if (size > alike.most && 2 * size > groups.size() && groups.size() > few)
            alike.most = size;
    }
    const std::size_t all = groups.size();
    if (all > 2 && 2 * pairs == all * (all - 1)) // linked or not
        alike.most = all;
    return alike;
}

} // namespace

void checkDuplicates(Analysis &analysis, const Herd &herd, const Gallery &gallery)
{
    const int threshold = thresholdTicks(analysis.options.current);
    std::set<std::pair<std::int32_t, std::int32_t>>
        linked; // directly: two that merely resemble a third are no suspects
    for (std::size_t s = 0; s < kSexes; ++s) {
        const std::vector<std::int32_t> &profiles = herd.profiles[s];
        for (const auto &[a, b] : herd.linked[s]) {
            const auto pair = std::minmax(profiles[static_cast<std::size_t>(a)], profiles[static_cast<std::size_t>(b)]);
            linked.insert(pair);
            if (analysis.duplicateProfiles.size() < kMostPairs)
                analysis.duplicateProfiles.push_back(
                    {pair.first, pair.second, true, gallery.likeness(pair.first, pair.second)});
        }
    }
    for (const Gallery::Alike &pair : gallery.alike(threshold, kMostPairs)) {
        if (!linked.contains(std::minmax(pair.first, pair.second)))
            analysis.duplicateProfiles.push_back({pair.first, pair.second, false, pair.cosine});
    }
    const auto sexOf = [&](const DuplicatePair &pair) {
        return static_cast<std::size_t>(analysis.data.profiles[static_cast<std::size_t>(pair.first)].sex);
    };
    std::array<std::size_t, kSexes> pairs{};
    for (const DuplicatePair &pair : analysis.duplicateProfiles)
        ++pairs[sexOf(pair)];
    const std::size_t profiles = analysis.data.profiles.size();
    const bool tooMany = profiles > 3 && analysis.duplicateProfiles.size() > profiles;
    Alike worst;
    std::array<bool, kSexes> none{}; // of these sexes no pair is a suspect
    std::size_t dropped = 0;
    for (std::size_t s = 0; s < kSexes; ++s) {
        const Alike alike = alikeOf(herd.groups[s], pairs[s]);
        none[s] = alike.most > 0 || (tooMany && pairs[s] > alike.profiles);
        dropped += none[s] ? pairs[s] : 0;
        if (alike.most > worst.most)
            worst = alike;
    }
    std::erase_if(analysis.duplicateProfiles, [&](const DuplicatePair &pair) { return none[sexOf(pair)]; });
    std::ranges::sort(analysis.duplicateProfiles, [](const DuplicatePair &a, const DuplicatePair &b) {
        return std::tuple(b.linked, b.cosine, a.first, a.second) < std::tuple(a.linked, a.cosine, b.first, b.second);
    });
    const auto alikeAsAMatch = [&](std::size_t number) {
        return counted(number, "pair", "pairs") + " of profiles as alike as a match at " +
               score(analysis.options.current) + ".";
    };
    const bool anyAlike = std::ranges::find(none, true) != none.end();
    if (!analysis.duplicateProfiles.empty() || !anyAlike) {
        Check check{"duplicate_profiles", "Are the profiles different animals?", Check::Outcome::Pass, {}, {}};
        check.detail = alikeAsAMatch(analysis.duplicateProfiles.size());
        if (!analysis.duplicateProfiles.empty()) {
            check.outcome = Check::Outcome::Warn;
        } else if (!analysis.lookedFor().duplicates) {
            check.outcome = Check::Outcome::NotApplicable;
            check.detail = profiles < 2 ? "There are no two profiles to compare."
                                        : "Stored scores don't tell how alike profiles are.";
        }
        for (const DuplicatePair &pair : analysis.duplicateProfiles) {
            if (check.rows.size() + 2 <= Check::kMostRows) {
                check.rows.push_back(analysis.data.profiles[static_cast<std::size_t>(pair.first)].id);
                check.rows.push_back(analysis.data.profiles[static_cast<std::size_t>(pair.second)].id);
            }
        }
        analysis.integrity.push_back(std::move(check));
    }
    if (anyAlike) {
        Check check{"alike_profiles", "Do the scores tell the profiles apart?", Check::Outcome::Warn, {}, {}};
        check.detail = worst.most > 0
                           ? count(worst.most) + " of " + count(worst.profiles) +
                                 " profiles of one sex look like one animal at " + score(analysis.options.current) + "."
                           : alikeAsAMatch(dropped);
        check.detail += " That is no sign of duplicates, but of scores that don't tell animals apart.";
        const double low = analysis.layers.unassigned.empty() ? 1 : analysis.layers.unassigned.quantile(.05);
        if (worst.most == worst.profiles && thresholdTicks(low) >= threshold - 100)
            check.outcome = Check::Outcome::Fail;
        analysis.integrity.push_back(std::move(check));
    }
}

} // namespace herdbook::reid::steps
