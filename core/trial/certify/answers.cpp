// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/answers.h"

#include <algorithm>
#include <vector>

namespace herdbook::trial {

namespace {

constexpr std::array<char, kAnswers> kLetters{'S', 'D', 'U', 'B', 'C'};
constexpr std::array<std::string_view, kAnswers> kNames{"Same", "Different", "Can't tell", "Background only",
                                                        "Bad crop"};

/// Cohen's kappa of a square table of counts: (observed - chance) / (1 - chance).
std::optional<double> cohensKappa(const std::vector<std::vector<std::size_t>> &table)
{
    double all = 0;
    double agreed = 0;
    double chance = 0;
    std::vector<double> rows(table.size());
    std::vector<double> columns(table.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        agreed += static_cast<double>(table[i][i]);
        for (std::size_t j = 0; j < table.size(); ++j) {
            const auto count = static_cast<double>(table[i][j]);
            all += count;
            rows[i] += count;
            columns[j] += count;
        }
    }
    for (std::size_t i = 0; i < table.size(); ++i)
        chance += rows[i] * columns[i];
    // With counts: chance / all^2 is the agreement expected by chance. Equal to 1, there is nothing to measure.
    if (all == 0 || chance >= all * all)
        return std::nullopt;
    return (agreed / all - chance / (all * all)) / (1 - chance / (all * all));
}

} // namespace

char letter(Answer answer)
{
    return kLetters[static_cast<std::size_t>(answer)];
}

std::optional<Answer> answerFromLetter(char letter)
{
    const auto *const found = std::find(kLetters.begin(), kLetters.end(), letter);
    if (found == kLetters.end())
        return std::nullopt;
    return kAllAnswers[static_cast<std::size_t>(found - kLetters.begin())];
}

std::string_view name(Answer answer)
{
    return kNames[static_cast<std::size_t>(answer)];
}

Agreement agreement(std::span<const std::optional<Answer>> first, std::span<const std::optional<Answer>> second)
{
    Agreement result;
    std::vector<std::vector<std::size_t>> all(kAnswers, std::vector<std::size_t>(kAnswers));
    std::vector<std::vector<std::size_t>> sides(2, std::vector<std::size_t>(2));
    for (std::size_t i = 0; i < std::min(first.size(), second.size()); ++i) {
        if (!first[i] || !second[i])
            continue;
        ++result.pairs;
        result.same += *first[i] == *second[i] ? 1 : 0;
        result.sameSide += countsAsWrong(*first[i]) == countsAsWrong(*second[i]) ? 1 : 0;
        ++all[static_cast<std::size_t>(*first[i])][static_cast<std::size_t>(*second[i])];
        ++sides[countsAsWrong(*first[i]) ? 1 : 0][countsAsWrong(*second[i]) ? 1 : 0];
    }
    result.kappa = cohensKappa(all);
    result.kappaOfSides = cohensKappa(sides);
    return result;
}

} // namespace herdbook::trial
