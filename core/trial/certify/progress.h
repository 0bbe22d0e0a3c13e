// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/certify/standing.h"

namespace herdbook::trial {

inline constexpr int kBudget = 225;             ///< looks, plants included; may be extended at any time
inline constexpr int kBlock = 20;               ///< looks between two advices; also until a second look
inline constexpr int kFirstPlants = 6;          ///< shown among the first looks
inline constexpr int kLeastMilliseconds = 1000; ///< an answer given faster is none

/// How two reviewers become one: fixed before the first answer.
enum class Pipeline : std::uint8_t {
    Single,    ///< one reviewer
    Strict,    ///< Same only if both say Same
    SecondLook ///< what the first doesn't call Same goes to the second, whose answer counts
};
inline constexpr std::array<Pipeline, 3> kPipelines{Pipeline::Single, Pipeline::Strict, Pipeline::SecondLook};
std::string_view name(Pipeline pipeline); ///< "single", "strict", "second look"
std::optional<Pipeline> pipelineFromName(std::string_view name);

/// What is put before a reviewer.
struct Look
{
    bool plant = false;
    std::size_t index = 0; ///< of the item in the trial's order, or of the plant
    bool again = false;    ///< the second look after "Can't tell"
    bool operator==(const Look &) const = default;
};

/// What one reviewer said of one pair.
struct Mark
{
    Final state = Final::None;
    std::optional<Answer> answer; ///< the last one
    int askedAt = 0;              ///< looks before the last answer
};

/// A certificate and the look after which it came.
struct Announcement
{
    LevelCertificate certificate;
    int looks = 0;
};

/// Whether going on makes sense. Never binding.
enum class Advice : std::uint8_t { GoOn, Unlikely, BudgetSpent };

/// The random places of plants: the first six among the first looks, later ones one in each block of 20 reviews.
struct PlantPlaces
{
    std::vector<int> looks;   ///< for the first six: shown at this look (0 is the first)
    std::vector<int> reviews; ///< for the others: shown after as many reviewed items
};
PlantPlaces plantPlaces(const Scheme &scheme, std::uint64_t seed);

/// A trial under review: what comes next for each reviewer, what is certified so far. Answers go in by give(); what follows from them
/// depends on no clock and no screen.
class Progress
{
public:
    /// `scheme` and `evaluator` must outlive this object. @param seed of the plants' places.
    Progress(const Scheme &scheme, std::uint64_t seed, Pipeline pipeline, Evaluator &evaluator);

    /// What to show to a reviewer (0 or 1); nothing when there is nothing (yet, where the other one has to answer first).
    std::optional<Look> next(int reviewer = 0) const;
    /// What follows, as far as it is known: for fetching pictures ahead.
    std::vector<Look> upcoming(int reviewer, std::size_t most) const;
    void give(const Look &look, Answer answer, int reviewer = 0);

    int looks(int reviewer = 0) const { return m_reviewers[static_cast<std::size_t>(reviewer)].looks; }
    const Mark &mark(const Look &look, int reviewer = 0) const;
    Final finalOf(const Look &look) const;
    const Standing &standing() const { return m_standing; }
    const std::vector<Announcement> &announcements() const { return m_announcements; }
    /// The level last certified; -1: none.
    int certifiedLevel() const { return static_cast<int>(m_announcements.size()) - 1; }
    /// How many of the announcements can be relied on. A level's test uses the first plants only; that the reviewer still looked
    /// at the pairs of later levels is shown by the plants among them. When two of three in a row or the very last one were
    /// missed, what came after the last one seen before does not count. (A rule that takes away certificates can't make the
    /// procedure invalid.) Nothing: all of them.
    std::optional<int> reliable() const;
    /// As of the last block of 20 looks or start of a level; `budget` is checked now.
    Advice advice(int budget = kBudget) const;
    /// Where one stops now: what awaits its second look counts as not Same, and so does what was taken back (items) after a certificate
    /// had used it.
    Standing finished(std::span<const std::size_t> takenBack = {}) const;
    /// What the test that lacks then takes at best: remainingAtBest() of finished().
    std::optional<Remaining> remaining(const Standing &finished) const;
    /// Of the same test, had each answer been Same and each plant been seen through: how many judged.
    std::optional<int> enough(const Standing &finished) const;
    int plantsShown() const;

private:
    struct Reviewer
    {
        std::vector<Mark> items;
        std::vector<Mark> plants;
        int looks = 0;
        int reviewed = 0; ///< items with a first answer
        std::vector<Look> given;
    };
    std::vector<Final> finals(bool plants) const;
    Final combined(const Mark &first, const Mark &second) const;
    bool isPlantDue(const Reviewer &reviewer, std::size_t plant) const;
    std::optional<Look> nextForSecond() const;
    std::optional<Look> secondLook(const Reviewer &reviewer, bool anyTime) const;

    const Scheme &m_scheme;
    PlantPlaces m_places;
    Pipeline m_pipeline;
    Evaluator &m_evaluator;
    std::array<Reviewer, 2> m_reviewers;
    Standing m_standing;
    std::vector<Announcement> m_announcements;
    struct PlantSeen
    {
        bool missed = false;
        int certified = 0; ///< levels announced before
    };
    std::vector<PlantSeen> m_plantsSeen; ///< in the order of their final answers
    bool m_unlikely = false;
};

} // namespace herdbook::trial
