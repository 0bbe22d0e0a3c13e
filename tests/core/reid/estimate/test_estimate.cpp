// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/estimate/combine.h"
#include "core/reid/estimate/impostors.h"

#include <QTest>
#include <algorithm>
#include <numeric>
#include <random>

using namespace herdbook::reid;

namespace {

/// Scores of `detections` on `profiles` profiles, the first `copies` of which are one animal.
MateRows randomRows(int profiles, int detections, int copies, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> impostor(1500, 5200);
    std::uniform_int_distribution<int> genuine(5000, 9000);
    MateRows rows;
    for (int p = 0; p < profiles; ++p)
        rows.profiles.push_back(p);
    for (int i = 0; i < detections; ++i) {
        const int own = static_cast<int>(random() % static_cast<unsigned>(profiles));
        rows.detections.push_back(static_cast<std::size_t>(i));
        rows.own.push_back(own);
        for (int q = 0; q < profiles; ++q)
            rows.scores.push_back(
                static_cast<Ticks>(q == own || (q < copies && own < copies) ? genuine(random) : impostor(random)));
    }
    return rows;
}

/// The definition, one threshold at a time: which group is each profile in?
std::vector<int> groupsAt(const MateRows &rows, int t)
{
    const int n = static_cast<int>(rows.width());
    std::vector<int> group(rows.width());
    std::iota(group.begin(), group.end(), 0);
    for (int p = 0; p < n; ++p) {
        for (int q = 0; q < n; ++q) {
            int all = 0;
            int reaching = 0;
            for (std::size_t i = 0; i < rows.own.size(); ++i) {
                if (rows.own[i] != p)
                    continue;
                ++all;
                reaching += rows.row(i)[static_cast<std::size_t>(q)] >= t ? 1 : 0;
            }
            if (p != q && 2 * reaching > all) {
                const int from = group[static_cast<std::size_t>(q)];
                const int to = group[static_cast<std::size_t>(p)];
                std::ranges::replace(group, from, to);
            }
        }
    }
    return group;
}

Evidence evidenceOf(int impostors, int exceeding, int upTo, int clusters, std::span<const int> grid)
{
    EvidenceBuilder builder(static_cast<std::size_t>(clusters), grid);
    for (int i = 0; i < impostors; ++i) {
        builder.addTrial(static_cast<std::size_t>(i % clusters));
        if (i < exceeding)
            builder.addExceeding(static_cast<std::size_t>(i % clusters), -1, upTo, 1);
    }
    return builder.build(-1, 1);
}

ScoreCounts scoresFrom(int low, int high, int step)
{
    ScoreCounts counts;
    for (int t = low; t < high; t += step)
        counts.add(t);
    return counts;
}

} // namespace

class TestEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mateRemovedFollowsItsDefinition_data();
    void mateRemovedFollowsItsDefinition();
    void duplicatesDontInflate();
    void oneProfileGivesNoMateRemoved();
    void crossSexCorrectsForFewerProfiles();
    void bootstrapDrawsProfiles();
    void boundWithoutExceedanceRestsOnProfiles();
    void sexWithoutEvidenceCountsAsWrong();
    void boundsNeverGrowWithTheThreshold();
    void nothingKnownIsNull();
};

void TestEstimate::mateRemovedFollowsItsDefinition_data()
{
    QTest::addColumn<int>("profiles");
    QTest::addColumn<int>("copies");
    QTest::newRow("different animals") << 12 << 0;
    QTest::newRow("three of one animal") << 12 << 3;
    QTest::newRow("two profiles") << 2 << 0;
}

void TestEstimate::mateRemovedFollowsItsDefinition()
{
    QFETCH(int, profiles);
    QFETCH(int, copies);
    const MateRows rows = randomRows(profiles, 150, copies, 7);
    const std::vector<int> grid = boundGrid({});
    const Linkage linkage = linkProfiles(rows);
    const Evidence evidence = mateRemovedEvidence(rows, linkage, grid);
    QCOMPARE(evidence.trials, std::uint64_t(150));
    for (int t = 1000; t <= 9000; t += 137) {
        const std::vector<int> group = groupsAt(rows, t);
        const bool whole = std::ranges::all_of(group, [&](int g) { return g == group[0]; });
        QCOMPARE(evidence.definedAt(t), !whole);
        if (whole)
            continue;
        std::uint32_t exceeding = 0;
        for (std::size_t i = 0; i < rows.own.size(); ++i) {
            const int own = group[static_cast<std::size_t>(rows.own[i])];
            const auto size = std::ranges::count(group, own);
            bool exceeds = 2 * size > profiles; // too little left to look among
            for (std::size_t q = 0; q < rows.width(); ++q)
                exceeds = exceeds || (group[q] != own && rows.row(i)[q] >= t);
            exceeding += exceeds ? 1 : 0;
        }
        QCOMPARE(evidence.exceeding[static_cast<std::size_t>(t)], exceeding);
    }
    const double n = profiles;
    const auto at = static_cast<std::size_t>(5100);
    const double p = evidence.exceeding[at] / 150.0;
    if (copies == 0)
        QVERIFY(std::abs(evidence.rate(5100) - (1 - std::pow(1 - p, n / (n - 1)))) < 1e-6);
}

void TestEstimate::duplicatesDontInflate()
{
    const std::vector<int> grid = boundGrid({});
    const MateRows rows = randomRows(30, 900, 10, 5);
    const Evidence grouped = mateRemovedEvidence(rows, linkProfiles(rows), grid);
    Linkage apart = linkProfiles(rows);
    for (std::size_t p = 0; p < apart.size; ++p) {
        for (std::size_t q = 0; q < apart.size; ++q)
            apart.group[p * apart.size + q] = p == q ? kTicksPerUnit : kNoScore;
    }
    apart.wholeUpTo = -1;
    const Evidence ungrouped = mateRemovedEvidence(rows, apart, grid);
    QVERIFY(ungrouped.rate(5500) > .25);
    QVERIFY(grouped.rate(5500) < .01);
}

void TestEstimate::oneProfileGivesNoMateRemoved()
{
    const std::vector<int> grid = boundGrid({});
    const MateRows rows = randomRows(1, 20, 0, 5);
    const Evidence evidence = mateRemovedEvidence(rows, linkProfiles(rows), grid);
    QVERIFY(!evidence.definedAt(7000));
    QVERIFY(!mateRemovedEvidence({}, linkProfiles({}), grid).definedAt(7000));
}

void TestEstimate::crossSexCorrectsForFewerProfiles()
{
    const std::vector<int> grid = boundGrid({});
    std::vector<ShadowSearch> searches;
    for (int i = 0; i < 100; ++i)
        searches.push_back({static_cast<Ticks>(i < 10 ? 6000 : 2000), static_cast<std::size_t>(i % 5)});
    const Evidence equal = crossSexEvidence(searches, 100, 5, 20, 40, grid);
    QVERIFY(std::abs(equal.rate(6100) - .1) < 1e-6);
    QCOMPARE(equal.rate(6101), 0.0);
    const Evidence fewer = crossSexEvidence(searches, 0, 5, 20, 10, grid);
    QVERIFY(std::abs(fewer.rate(6000) - (1 - std::pow(.9, 2))) < 1e-6);
}

void TestEstimate::bootstrapDrawsProfiles()
{
    const std::vector<int> grid = boundGrid({});
    const auto place = static_cast<std::size_t>(std::ranges::lower_bound(grid, 5000) - grid.begin());
    // All exceedances in one of 20 profiles: the variance of its Poisson-like count of draws, p^2, not the binomial p / n.
    EvidenceBuilder builder(20, grid);
    for (std::size_t i = 0; i < 2000; ++i) {
        builder.addTrial(i % 20);
        if (i % 20 == 3)
            builder.addExceeding(3, -1, 6000, 1);
    }
    const Evidence clustered = builder.build(-1, 1);
    const std::vector<double> variance = bootstrapVariance(clustered, grid, 1000, 1);
    const double p = .05;
    QVERIFY(std::abs(variance[place] / (p * p * .95) - 1) < .15);
    QVERIFY(variance[place] == bootstrapVariance(clustered, grid, 1000, 1)[place]);
    QVERIFY(variance[place] != bootstrapVariance(clustered, grid, 1000, 2)[place]);
    QCOMPARE(variance.back(), 0.0); // nothing exceeds there
}

void TestEstimate::boundWithoutExceedanceRestsOnProfiles()
{
    const std::vector<int> grid = boundGrid({});
    const ScoreCounts unassigned = scoresFrom(2000, 9000, 1);
    const ScoreCounts none;
    std::array<SexEvidence, kSexes> sexes;
    for (SexEvidence &sex : sexes) {
        sex.unassigned = &none;
        sex.mateRemovedVariance.resize(grid.size());
        sex.crossSexVariance.resize(grid.size());
    }
    sexes[1].unassigned = &unassigned;
    sexes[1].mateRemoved = evidenceOf(1100, 0, 0, 53, grid);
    const Evaluation e = combine(sexes, grid, .95).whole.at(.7);
    QCOMPARE(*e.fpir, 0.0);
    QVERIFY(std::abs(*e.fpirUpper - .05496) < 5e-5);
    QCOMPARE(*e.effectiveTrials, 53.0);
    QCOMPARE(e.trials, std::uint64_t(1100));
    QCOMPARE(e.method, Method::MateRemoved);
    QVERIFY(std::abs(*e.wrongUpper - .05496 * 7000) < .5);
}

void TestEstimate::sexWithoutEvidenceCountsAsWrong()
{
    const std::vector<int> grid = boundGrid({});
    const ScoreCounts does = scoresFrom(2000, 9000, 1);
    const ScoreCounts fawns = scoresFrom(6000, 8000, 10);
    const ScoreCounts none;
    std::array<SexEvidence, kSexes> sexes;
    for (SexEvidence &sex : sexes) {
        sex.unassigned = &none;
        sex.mateRemovedVariance.resize(grid.size());
        sex.crossSexVariance.resize(grid.size());
    }
    sexes[1].unassigned = &does;
    sexes[1].mateRemoved = evidenceOf(1000, 10, 8000, 50, grid);
    sexes[1].mateRemovedVariance = bootstrapVariance(sexes[1].mateRemoved, grid, 200, 1);
    sexes[2].unassigned = &fawns;
    const CombinedCurves curves = combine(sexes, grid, .95);
    const Evaluation e = curves.whole.at(.7);
    QVERIFY(std::abs(*e.fpir - .01) < 1e-6);                // of the sex that is known
    QVERIFY(std::abs(*e.wrong - (.01 * 7000 + 100)) < .01); // all 100 fawns at or above .7
    QVERIFY(*e.wrongUpper >= *e.wrong && *e.wrongUpper > 100 + .01 * 7000);
    QVERIFY(!curves.bySex[2].at(.7).fdr);
}

void TestEstimate::boundsNeverGrowWithTheThreshold()
{
    const MateRows rows = randomRows(25, 600, 3, 9);
    const std::vector<int> grid = boundGrid(std::vector{.7, .65125});
    QVERIFY(std::ranges::binary_search(grid, 6513));
    const ScoreCounts unassigned = scoresFrom(2000, 7000, 1);
    const ScoreCounts none;
    std::array<SexEvidence, kSexes> sexes;
    for (SexEvidence &sex : sexes) {
        sex.unassigned = &none;
        sex.crossSexVariance.resize(grid.size());
        sex.mateRemovedVariance.resize(grid.size());
    }
    sexes[0].unassigned = &unassigned;
    sexes[0].mateRemoved = mateRemovedEvidence(rows, linkProfiles(rows), grid);
    sexes[0].mateRemovedVariance = bootstrapVariance(sexes[0].mateRemoved, grid, 300, 1);
    const Curves curves = combine(sexes, grid, .95).whole;
    Evaluation looser = curves.at(.2);
    for (int t = 2001; t <= kTicksPerUnit; ++t) {
        const Evaluation e = curves.at(fromTicks(t));
        QVERIFY(e.added <= looser.added);
        for (const auto member : {&Evaluation::wrong, &Evaluation::wrongUpper, &Evaluation::fpirUpper}) {
            if (looser.*member)
                QVERIFY(e.*member && *(e.*member) <= *(looser.*member));
        }
        looser = e;
    }
}

void TestEstimate::nothingKnownIsNull()
{
    const Evaluation e = Curves().at(.7);
    QCOMPARE(e.added, std::uint64_t(0));
    QVERIFY(!e.rate && !e.gain && !e.fpir && !e.fpirUpper && !e.fdr && !e.fdrUpper && !e.m1 && !e.m2);
    QCOMPARE(e.method, Method::None);
    QCOMPARE(e.trials, std::uint64_t(0));
}

QTEST_GUILESS_MAIN(TestEstimate)
#include "test_estimate.moc"
