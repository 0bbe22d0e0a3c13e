// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/nullpools.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace herdbook::trial::nulls {

namespace {

std::vector<int> grown(double first, double growth, int count)
{
    std::vector<int> sizes;
    for (int i = 0; i < count; ++i)
        sizes.push_back(static_cast<int>(std::lround(first * std::pow(growth, i))));
    return sizes;
}

std::vector<int> standard(int first, double rest)
{
    std::vector<int> sizes{first};
    for (int i = 0; i < 15; ++i)
        sizes.push_back(static_cast<int>(rest * std::pow(1.1, i)));
    return sizes;
}

/// `count` different ones of [from, to).
void mark(std::vector<char> &wrong, int from, int to, int count, std::mt19937_64 &random)
{
    std::vector<int> all(static_cast<std::size_t>(to - from));
    std::iota(all.begin(), all.end(), from);
    std::shuffle(all.begin(), all.end(), random);
    for (int i = 0; i < std::min(count, to - from); ++i)
        wrong[static_cast<std::size_t>(all[static_cast<std::size_t>(i)])] = 1;
}

double unit(std::mt19937_64 &random)
{
    return static_cast<double>(random() >> 11) * 0x1.0p-53;
}

} // namespace

std::string name(Kind kind)
{
    constexpr const char *names[]{"first level at the null", "third level at the null, stricter clean",
                                  "every level just over", "errors only at the top"};
    return names[static_cast<int>(kind)];
}

std::vector<Pool> pools()
{
    std::vector<Pool> all;
    for (const std::vector<int> &levels :
         {standard(250, 500), standard(25, 50), grown(500, std::sqrt(2.0), 7), grown(40, std::sqrt(2.0), 7),
          grown(25, 2, 5), grown(2000, 2, 3), std::vector<int>{20, 40, 80, 160}}) {
        for (int kind = 0; kind < kKinds; ++kind)
            all.push_back({std::to_string(levels.front()) + ".." + std::to_string(levels.back()) + ", " +
                               name(static_cast<Kind>(kind)),
                           levels, static_cast<Kind>(kind)});
    }
    return all;
}

Draw draw(const Pool &pool, std::mt19937_64 &random)
{
    const std::vector<int> &sizes = pool.levels;
    std::vector<char> byRank(static_cast<std::size_t>(sizes.back()), 0);
    switch (pool.kind) {
    case Kind::FirstLevel:
        mark(byRank, 0, sizes[0], leastTooMany(sizes[0]), random);
        break;
    case Kind::ThirdLevel:
        mark(byRank, sizes[1], sizes[2], leastTooMany(sizes[2]), random);
        break;
    case Kind::EveryLevel:
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            const int from = i == 0 ? 0 : sizes[i - 1];
            const auto before = static_cast<int>(std::count(byRank.begin(), byRank.begin() + from, 1));
            mark(byRank, from, sizes[i], std::max(0, leastTooMany(sizes[i]) - before), random);
        }
        break;
    case Kind::OnlyAtTheTop:
        std::fill_n(byRank.begin(), leastTooMany(sizes[0]), 1);
        break;
    }
    std::vector<int> order(byRank.size());
    std::iota(order.begin(), order.end(), 0);
    std::shuffle(order.begin(), order.end(), random);
    std::vector<Level> levels;
    Draw draw;
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        levels.push_back({9000 - static_cast<int>(i) * 50, sizes[i]});
        draw.wrongUpTo.push_back(static_cast<int>(std::count(byRank.begin(), byRank.begin() + sizes[i], 1)));
    }
    std::vector<Place> places;
    for (const int rank : order) {
        const auto level = std::upper_bound(sizes.begin(), sizes.end(), rank) - sizes.begin();
        places.push_back({static_cast<int>(level), reid::Sex::Doe});
        draw.wrong.push_back(byRank[static_cast<std::size_t>(rank)]);
    }
    draw.scheme = Scheme(std::move(places), std::move(levels), 40, kLogTwenty, false);
    return draw;
}

Result review(const Draw &draw, const Reviewer &reviewer, std::mt19937_64 &random, Evaluator &evaluator, int budget)
{
    Progress progress(draw.scheme, random(), Pipeline::Single, evaluator);
    while (const std::optional<Look> look = progress.next()) {
        const bool wrong = look->plant || draw.wrong[look->index] != 0;
        Answer answer = Answer::Same;
        if (!look->again && unit(random) < reviewer.cantTell)
            answer = Answer::CantTell;
        else if (unit(random) < (wrong ? 1 - reviewer.missesWrong : reviewer.doubtsRight))
            answer = Answer::Different;
        progress.give(*look, answer);
        if (progress.advice(budget) != Advice::GoOn)
            break;
    }
    Result result;
    result.looks = progress.looks();
    for (const LevelCertificate &certificate : progress.finished().certified) {
        result.certified = certificate.level;
        result.falseCertificate = result.falseCertificate || draw.isFalse(certificate.level);
    }
    return result;
}

} // namespace herdbook::trial::nulls
