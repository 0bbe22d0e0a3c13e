// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/progress.h"

#include <algorithm>
#include <numeric>
#include <random>

namespace herdbook::trial {

namespace {

constexpr std::array<std::string_view, kPipelines.size()> kNames{"single", "strict", "second look"};
constexpr int kFirstLooks = 30;

/// 0 <= value < bound; the same on every platform, unlike the standard's distributions.
int below(std::mt19937_64 &random, int bound)
{
    return static_cast<int>(random() % static_cast<std::uint64_t>(bound));
}

} // namespace

std::string_view name(Pipeline pipeline)
{
    return kNames[static_cast<std::size_t>(pipeline)];
}

std::optional<Pipeline> pipelineFromName(std::string_view name)
{
    for (const Pipeline pipeline : kPipelines) {
        if (name == trial::name(pipeline))
            return pipeline;
    }
    return std::nullopt;
}

PlantPlaces plantPlaces(const Scheme &scheme, std::uint64_t seed)
{
    constexpr std::uint64_t kStream = 0x706c616e7473ULL;
    PlantPlaces places;
    if (scheme.levels().empty())
        return places;
    std::mt19937_64 random(seed ^ kStream);
    const int first = std::min(scheme.plants(), kFirstPlants);
    const int among = std::max(first, std::min(kFirstLooks, scheme.levels().front().items));
    std::vector<int> all(static_cast<std::size_t>(among));
    std::iota(all.begin(), all.end(), 0);
    for (int i = 0; i < first; ++i)
        std::swap(all[static_cast<std::size_t>(i)], all[static_cast<std::size_t>(i + below(random, among - i))]);
    places.looks.assign(all.begin(), all.begin() + first);
    std::sort(places.looks.begin(), places.looks.end());
    for (int plant = kFirstPlants; plant < scheme.plants(); ++plant)
        places.reviews.push_back((plant - kFirstPlants) * kBlock + 1 + below(random, kBlock));
    return places;
}

Progress::Progress(const Scheme &scheme, std::uint64_t seed, Pipeline pipeline, Evaluator &evaluator)
    : m_scheme(scheme), m_places(plantPlaces(scheme, seed)), m_pipeline(pipeline), m_evaluator(evaluator)
{
    for (Reviewer &reviewer : m_reviewers) {
        reviewer.items.resize(scheme.items().size());
        reviewer.plants.resize(static_cast<std::size_t>(scheme.plants()));
    }
    m_standing = standingAfter(m_scheme, finals(false), finals(true), m_evaluator);
}

Final Progress::combined(const Mark &first, const Mark &second) const
{
    switch (m_pipeline) {
    case Pipeline::Single:
        return first.state;
    case Pipeline::Strict:
        if (first.state == Final::None || second.state == Final::None)
            return Final::None;
        if (first.state == Final::Awaiting || second.state == Final::Awaiting)
            return Final::Awaiting;
        return first.state == Final::Same && second.state == Final::Same ? Final::Same : Final::NotSame;
    case Pipeline::SecondLook:
        return first.state == Final::NotSame ? second.state : first.state;
    }
    return Final::None;
}

std::vector<Final> Progress::finals(bool plants) const
{
    const std::vector<Mark> &first = plants ? m_reviewers[0].plants : m_reviewers[0].items;
    const std::vector<Mark> &second = plants ? m_reviewers[1].plants : m_reviewers[1].items;
    std::vector<Final> all(first.size());
    for (std::size_t i = 0; i < all.size(); ++i)
        all[i] = combined(first[i], second[i]);
    return all;
}

const Mark &Progress::mark(const Look &look, int reviewer) const
{
    const Reviewer &one = m_reviewers[static_cast<std::size_t>(reviewer)];
    return look.plant ? one.plants[look.index] : one.items[look.index];
}

Final Progress::finalOf(const Look &look) const
{
    return combined(mark(look, 0), mark(look, 1));
}

bool Progress::isPlantDue(const Reviewer &reviewer, std::size_t plant) const
{
    if (plant < m_places.looks.size())
        return reviewer.looks >= m_places.looks[plant];
    return reviewer.reviewed >= m_places.reviews[plant - m_places.looks.size()];
}

std::optional<Look> Progress::secondLook(const Reviewer &reviewer, bool anyTime) const
{
    for (const Look &look : reviewer.given) {
        const Mark &mark = look.plant ? reviewer.plants[look.index] : reviewer.items[look.index];
        if (mark.state == Final::Awaiting && (anyTime || reviewer.looks >= mark.askedAt + kBlock))
            return Look{look.plant, look.index, true};
    }
    return std::nullopt;
}

std::optional<Look> Progress::nextForSecond() const
{
    const Reviewer &second = m_reviewers[1];
    if (const std::optional<Look> again = secondLook(second, false))
        return again;
    for (const Look &look : m_reviewers[0].given) {
        if (mark(look, 0).state == Final::NotSame && mark(look, 1).state == Final::None)
            return Look{look.plant, look.index, false};
    }
    return secondLook(second, true);
}

std::optional<Look> Progress::next(int reviewer) const
{
    if (m_standing.isDone(m_scheme))
        return std::nullopt;
    if (m_pipeline == Pipeline::SecondLook && reviewer == 1)
        return nextForSecond();
    const Reviewer &one = m_reviewers[static_cast<std::size_t>(reviewer)];
    std::size_t plant = 0;
    while (plant < one.plants.size() && one.plants[plant].state != Final::None)
        ++plant;
    const bool plantsLeft = plant < one.plants.size();
    if (plantsLeft && isPlantDue(one, plant))
        return Look{true, plant, false};
    if (const std::optional<Look> again = secondLook(one, false))
        return again;
    for (const std::size_t item : m_standing.open) {
        if (one.items[item].state == Final::None)
            return Look{false, item, false};
    }
    // The sequence is shown to its end: what its tests still wait for comes now.
    if (m_standing.exhausted)
        return std::nullopt;
    const bool needed = plantsLeft && static_cast<int>(plant) < plantsFor(m_standing.current.counts.items);
    if (needed)
        return Look{true, plant, false};
    return secondLook(one, true);
}

std::vector<Look> Progress::upcoming(int reviewer, std::size_t most) const
{
    std::vector<Look> looks;
    const Reviewer &one = m_reviewers[static_cast<std::size_t>(reviewer)];
    for (std::size_t i = 0; i < one.plants.size(); ++i) {
        if (one.plants[i].state == Final::None) {
            looks.push_back({true, i, false});
            break;
        }
    }
    for (const std::size_t item : m_standing.open) {
        if (looks.size() >= most)
            break;
        if (one.items[item].state == Final::None)
            looks.push_back({false, item, false});
    }
    return looks;
}

void Progress::give(const Look &look, Answer answer, int reviewer)
{
    Reviewer &one = m_reviewers[static_cast<std::size_t>(reviewer)];
    Mark &mark = look.plant ? one.plants[look.index] : one.items[look.index];
    const bool first = mark.state == Final::None;
    if (!first && mark.state != Final::Awaiting)
        return; // final
    one.reviewed += first && !look.plant ? 1 : 0;
    if (first)
        one.given.push_back({look.plant, look.index, false});
    mark.state = answer == Answer::Same                ? Final::Same
                 : answer == Answer::CantTell && first ? Final::Awaiting
                                                       : Final::NotSame;
    mark.answer = answer;
    mark.askedAt = one.looks;
    ++one.looks;
    const Final counts = finalOf(look);
    if (look.plant && (counts == Final::Same || counts == Final::NotSame))
        m_plantsSeen.push_back({counts == Final::Same, certifiedLevel() + 1});
    const int level = m_standing.level;
    m_standing =
        standingAfter(m_scheme, finals(false), finals(true), m_evaluator, false, std::move(m_standing.certified));
    for (std::size_t i = m_announcements.size(); i < m_standing.certified.size(); ++i)
        m_announcements.push_back({m_standing.certified[i], one.looks});
    if (m_standing.level != level)
        m_unlikely = false;
    if ((one.looks % kBlock == 0 || m_standing.level != level) && !m_standing.isDone(m_scheme)) {
        const Claim &claim = m_standing.current;
        m_unlikely = claim.counts.wrong >= kMostWrong || chanceToPass(claim.counts, claim.alpha, m_scheme.bound(),
                                                                      m_evaluator, m_scheme.judgeable()) < kFutile;
    }
}

Advice Progress::advice(int budget) const
{
    if (m_unlikely)
        return Advice::Unlikely;
    return std::max(m_reviewers[0].looks, m_reviewers[1].looks) >= budget ? Advice::BudgetSpent : Advice::GoOn;
}

std::optional<int> Progress::reliable() const
{
    const auto missed = [&](std::size_t i) { return i < m_plantsSeen.size() && m_plantsSeen[i].missed; };
    for (std::size_t i = 1; i < m_plantsSeen.size(); ++i) {
        const bool last = i + 1 == m_plantsSeen.size();
        if (m_plantsSeen[i].certified > 0 && missed(i) && (last || missed(i + 1) || missed(i + 2)))
            return m_plantsSeen[i - 1].certified;
    }
    return std::nullopt;
}

Standing Progress::finished(std::span<const std::size_t> takenBack) const
{
    std::vector<Final> items = finals(false);
    for (const std::size_t item : takenBack)
        items[item] = Final::NotSame;
    return standingAfter(m_scheme, items, finals(true), m_evaluator, true,
                         takenBack.empty() ? m_standing.certified : std::vector<LevelCertificate>());
}

std::optional<Remaining> Progress::remaining(const Standing &finished) const
{
    return remainingAtBest(m_scheme, finals(false), finals(true), finished, m_evaluator);
}

std::optional<int> Progress::enough(const Standing &finished) const
{
    const std::vector<Final> items(m_reviewers[0].items.size(), Final::None);
    const std::vector<Final> plants(m_reviewers[0].plants.size(), Final::None);
    const std::optional<Remaining> best = remainingAtBest(m_scheme, items, plants, finished, m_evaluator);
    return best ? std::optional(best->judged) : std::nullopt;
}

int Progress::plantsShown() const
{
    return static_cast<int>(std::count_if(m_reviewers[0].plants.begin(), m_reviewers[0].plants.end(),
                                          [](const Mark &mark) { return mark.state != Final::None; }));
}

} // namespace herdbook::trial
