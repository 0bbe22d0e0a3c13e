// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/linkage.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace herdbook::reid {

namespace {

constexpr std::size_t kDetectionsPerProfile = 256;

/// For each profile q, the score that over half of p's detections reach on q.
void linkFrom(std::size_t p, const std::vector<std::size_t> &rowsOfP, const MateRows &rows, Linkage &linkage)
{
    if (rowsOfP.empty())
        return;
    std::vector<Ticks> scores(rowsOfP.size());
    const auto middle = scores.begin() + static_cast<std::ptrdiff_t>(scores.size() / 2);
    for (std::size_t q = 0; q < linkage.size; ++q) {
        if (q == p)
            continue;
        std::ranges::transform(rowsOfP, scores.begin(), [&](std::size_t row) { return rows.row(row)[q]; });
        std::nth_element(scores.begin(), middle, scores.end(), std::greater());
        for (Ticks *cell : {&linkage.link[p * linkage.size + q], &linkage.link[q * linkage.size + p]})
            *cell = std::max(*cell, *middle);
    }
}

struct Edge
{
    Ticks level = kNoScore;
    std::size_t from = 0, to = 0;
};

/// The strongest spanning tree (Prim): its edges in descending order merge the groups of single linkage.
std::vector<Edge> spanningTree(const Linkage &linkage)
{
    std::vector<Edge> tree;
    std::vector<Edge> nearest(linkage.size);
    std::vector<bool> inside(linkage.size);
    std::size_t at = 0;
    for (std::size_t joined = 1; joined < linkage.size; ++joined) {
        inside[at] = true;
        std::size_t next = linkage.size;
        for (std::size_t q = 0; q < linkage.size; ++q) {
            if (inside[q])
                continue;
            if (joined == 1 || linkage.linkOf(at, q) > nearest[q].level)
                nearest[q] = {linkage.linkOf(at, q), at, q};
            if (next == linkage.size || nearest[q].level > nearest[next].level)
                next = q;
        }
        tree.push_back(nearest[next]);
        at = next;
    }
    std::ranges::stable_sort(tree, std::greater(), &Edge::level);
    return tree;
}

} // namespace

Linkage linkProfiles(const MateRows &rows)
{
    Linkage linkage;
    linkage.size = rows.width();
    linkage.link.assign(linkage.size * linkage.size, kNoScore);
    std::vector<std::vector<std::size_t>> rowsOf(linkage.size);
    for (std::size_t i = 0; i < rows.own.size(); ++i) {
        std::vector<std::size_t> &own = rowsOf[static_cast<std::size_t>(rows.own[i])];
        if (own.size() < kDetectionsPerProfile)
            own.push_back(i);
    }
    for (std::size_t p = 0; p < linkage.size; ++p)
        linkFrom(p, rowsOf[p], rows, linkage);

    linkage.group.assign(linkage.size * linkage.size, kNoScore);
    std::vector<std::vector<std::size_t>> members(linkage.size);
    std::vector<std::size_t> groupAt(linkage.size);
    std::iota(groupAt.begin(), groupAt.end(), std::size_t(0));
    for (std::size_t p = 0; p < linkage.size; ++p) {
        members[p] = {p};
        linkage.group[p * linkage.size + p] = kTicksPerUnit;
    }
    linkage.wholeUpTo = linkage.size == 1 ? kTicksPerUnit : -1;
    for (const Edge &edge : spanningTree(linkage)) {
        const std::size_t into = groupAt[edge.from];
        const std::size_t gone = groupAt[edge.to];
        for (const std::size_t p : members[into]) {
            for (const std::size_t q : members[gone])
                linkage.group[p * linkage.size + q] = linkage.group[q * linkage.size + p] = edge.level;
        }
        for (const std::size_t q : members[gone]) {
            members[into].push_back(q);
            groupAt[q] = into;
        }
        linkage.wholeUpTo = std::max<int>(edge.level, -1); // the last edge joins everything
    }
    return linkage;
}

} // namespace herdbook::reid
