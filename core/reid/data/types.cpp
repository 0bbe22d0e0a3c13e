// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/data/types.h"

#include <cstring>

namespace herdbook::reid {

namespace {

constexpr std::array<std::string_view, kSexes> kSexNames{"buck", "doe", "fawn", "unknown"};
constexpr std::array<std::string_view, kLabels> kLabelNames{"buck",    "doe",    "fawn", "mature",  "mid",  "young",
                                                            "unknown", "cattle", "pig",  "raccoon", "other"};

/// The finalizer of SplitMix64: every input bit reaches every output bit.
std::uint64_t scramble(std::uint64_t x)
{
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31);
}

} // namespace

std::string toString(const Uuid &id)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < id.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            text += '-';
        text += digits[id[i] >> 4];
        text += digits[id[i] & 15];
    }
    return text;
}

std::uint64_t mix(const Uuid &id, std::uint64_t seed)
{
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), id.data(), sizeof halves);
    return scramble(scramble(scramble(seed) ^ halves[0]) ^ halves[1]);
}

std::string_view name(Sex sex)
{
    return kSexNames[static_cast<std::size_t>(sex)];
}

std::string plural(Sex sex)
{
    return sex == Sex::Buck ? "bucks" : sex == Sex::Doe ? "does" : sex == Sex::Fawn ? "fawns" : "deer of unknown sex";
}

std::string_view name(Label label)
{
    return kLabelNames[static_cast<std::size_t>(label)];
}

Label labelFromText(std::string_view text)
{
    for (std::size_t i = 0; i < kLabelNames.size(); ++i) {
        if (text == kLabelNames[i])
            return static_cast<Label>(i);
    }
    return Label::Other;
}

Sex sexFromText(std::string_view text)
{
    for (std::size_t i = 0; i < kSexNames.size(); ++i) {
        if (text == kSexNames[i])
            return static_cast<Sex>(i);
    }
    return Sex::Unknown;
}

Sex sexOf(Label label)
{
    switch (label) {
    case Label::Doe:
        return Sex::Doe;
    case Label::Fawn:
        return Sex::Fawn;
    case Label::Buck:
    case Label::Mature:
    case Label::Mid:
    case Label::Young:
        return Sex::Buck;
    default:
        return Sex::Unknown;
    }
}

} // namespace herdbook::reid
