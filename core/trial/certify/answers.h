// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace herdbook::trial {

/// A reviewer's answer to a pair. Everything but Same counts as wrong.
enum class Answer : std::uint8_t { Same, Different, CantTell, Background, BadCrop };
inline constexpr int kAnswers = 5;
inline constexpr std::array<Answer, kAnswers> kAllAnswers{Answer::Same, Answer::Different, Answer::CantTell,
                                                          Answer::Background, Answer::BadCrop};

/// The answer's letter, as journals store it: S, D, U, B, C.
char letter(Answer answer);

/// The answer for a letter; nothing if there is none.
std::optional<Answer> answerFromLetter(char letter);

/// "Same", "Different", "Can't tell", "Background only", "Bad crop".
std::string_view name(Answer answer);

inline bool countsAsWrong(Answer answer)
{
    return answer != Answer::Same;
}

/// How well two reviewers of the same pairs agree.
struct Agreement
{
    std::size_t pairs = 0;       ///< answered by both
    std::size_t same = 0;        ///< with the same answer
    std::size_t sameSide = 0;    ///< both Same, or both something else: what the verdict is about
    std::optional<double> kappa; ///< Cohen's kappa over the five answers; nothing when chance alone explains everything
    std::optional<double> kappaOfSides; ///< the same over Same against the rest
};

/// Agreement of two equally long lists of answers, pair by pair; pairs that only one reviewer answered are left out. (Cohen 1960)
Agreement agreement(std::span<const std::optional<Answer>> first, std::span<const std::optional<Answer>> second);

} // namespace herdbook::trial
