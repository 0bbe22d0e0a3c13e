// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy competition against the reference values of decoys.md.
#include "core/reid/estimate/intruders.h"
#include "tests/core/reid/estimate/example.h"

#include <QTest>
#include <cmath>
#include <random>

using namespace herdbook::reid;

namespace {

bool equal(double a, double b)
{
    return std::abs(a - b) < 5e-7;
}

Estimate estimateExample(const example::Example &example, int threads = 1, std::uint64_t seed = 1)
{
    const auto panels = example::panels(example);
    return *estimate(example.herd, panels.get(), Grid(std::span<const double>()), {}, thresholdTicks(example.threshold),
                     seed, threads, {});
}

std::size_t at(const Estimate &estimate, int tick)
{
    return static_cast<std::size_t>(std::ranges::find(estimate.grid, tick) - estimate.grid.begin());
}

} // namespace

class TestEstimate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void drawsAreTheReferences();
    void exampleIsTheReferences();
    void sexesAreTheReferences_data();
    void sexesAreTheReferences();
    void curvesAreTheReferences_data();
    void curvesAreTheReferences();
    void boundsAreTheReferences_data();
    void boundsAreTheReferences();
    void threadsDontMatter();
    void intrudersAreTheSecondAnimal_data();
    void intrudersAreTheSecondAnimal();
    void weakEvidenceOfFewIsWider();
    void aStrangerLikeOneProfileIsInAWeakBound();
    void gridKeepsTestedThresholds();
    void groupsAreConnectedComponents();
    void withoutVectorsNothingIsKnown();
};

void TestEstimate::drawsAreTheReferences()
{
    std::mt19937_64 generator(5489);
    for (const std::uint64_t expected : {3379370268U, 1075804871U, 3052309686U})
        QCOMPARE(generator() >> 32, expected);
    Draws draws(5489);
    QCOMPARE(draws.below(1000), static_cast<std::uint32_t>((3379370268ULL * 1000) >> 32));
    std::vector<std::uint32_t> order = Draws(7).order(100);
    QCOMPARE(order.size(), std::size_t(100));
    std::ranges::sort(order);
    for (std::uint32_t i = 0; i < 100; ++i)
        QCOMPARE(order[i], i);
    QVERIFY(Draws(7).order(0).empty());
}

void TestEstimate::exampleIsTheReferences()
{
    const example::Example example = example::make();
    QCOMPARE(example.vectors.size(), std::size_t(288));
    QCOMPARE(example.assigned, 54);
    const Estimate found = estimateExample(example);
    QVERIFY(equal(found.bounds.burstEffect, 1.846154));
    QVERIFY(equal(found.bounds.wrongInForce / example.assigned, 0.074699));
}

void TestEstimate::sexesAreTheReferences_data()
{
    QTest::addColumn<int>("sex");
    QTest::addColumn<QList<int>>("counts"); // n, |U|, assigned, g, D, K_o, m-shift, g-shift, K shift
    QTest::addColumn<double>("strangers");
    QTest::addColumn<double>("now");
    QTest::newRow("doe") << static_cast<int>(Sex::Doe) << QList<int>{12, 150, 30, 12, 36, 6, 13, 94, 0} << .074016
                         << .413386;
    QTest::newRow("buck") << static_cast<int>(Sex::Buck) << QList<int>{6, 84, 6, 6, 85, 12, 1277, 127, 538} << .040113
                          << 3.620339;
}

void TestEstimate::sexesAreTheReferences()
{
    QFETCH(int, sex);
    QFETCH(QList<int>, counts);
    QFETCH(double, strangers);
    QFETCH(double, now);
    const Estimate found = estimateExample(example::make());
    const SexEvidence &e = *found.sexes[static_cast<std::size_t>(sex)];
    const QList<int> actual{e.profiles,
                            static_cast<int>(e.unassigned),
                            static_cast<int>(e.mates),
                            e.groups,
                            e.decoyBursts,
                            e.decoyClusters,
                            e.medianShift,
                            e.selfShift,
                            e.mateShift};
    QCOMPARE(actual, counts);
    QVERIFY(equal(e.strangers, strangers));
    QVERIFY(equal(e.wrongInForce, now));
    QCOMPARE(e.strength(), Strength::Strong);
}

void TestEstimate::curvesAreTheReferences_data()
{
    QTest::addColumn<int>("sex");
    QTest::addColumn<int>("tick");
    QTest::addColumn<QList<double>>("values"); // A, obs, g, gq, d, m6, m6hi, k, kq
    const int doe = static_cast<int>(Sex::Doe);
    const int buck = static_cast<int>(Sex::Buck);
    using Values = QList<double>;
    QTest::newRow("doe .80") << doe << 8000
                             << Values{96, .5, 3.287402, 5.964567, 2.834646, 5.162799, 9.399633, .978191, 3.015867};
    QTest::newRow("doe .85") << doe << 8500 << Values{80, .5, 2.598425, 5.905512, 2.145669, 2.256527, 3.768516, 0, 0};
    QTest::newRow("doe .90") << doe << 9000 << Values{38, 0, 1.043307, 2.362205, .590551, 0, 0, 0, 0};
    QTest::newRow("buck .80") << buck << 8000 << Values{44, 0, 1.328814, 4.271186, 10.891525, 2.497761, 3.857228, 0, 0};
    QTest::newRow("buck .85") << buck << 8500 << Values{38, 0, .593220, 2.847458, 8.281356, 0, 0, 0, 0};
    QTest::newRow("buck .90") << buck << 9000 << Values{10, 0, .237288, 1.423729, 4.745763, 0, 0, 0, 0};
}

void TestEstimate::curvesAreTheReferences()
{
    QFETCH(int, sex);
    QFETCH(int, tick);
    QFETCH(QList<double>, values);
    const Estimate found = estimateExample(example::make());
    const SexEvidence &e = *found.sexes[static_cast<std::size_t>(sex)];
    const std::vector<double> *curves[] = {&e.added, &e.observed,   &e.decoys,     &e.decoysUpper,    &e.decoysByMedian,
                                           &e.split, &e.splitUpper, &e.mateDecoys, &e.mateDecoysUpper};
    for (qsizetype i = 0; i < values.size(); ++i) {
        const double value = curves[i]->at(at(found, tick));
        QVERIFY2(equal(value, values[i]), qPrintable(QStringLiteral("curve %1: %2").arg(i).arg(value, 0, 'f', 6)));
    }
}

void TestEstimate::boundsAreTheReferences_data()
{
    QTest::addColumn<int>("tick");
    QTest::addColumn<QList<double>>("values"); // A, E, upper = upperR
    QTest::addColumn<int>("truth");
    QTest::newRow(".75") << 7500 << QList<double>{157, 15.732842, 61.504265} << 13;
    QTest::newRow(".80") << 8000 << QList<double>{140, 8.076602, 42.067818} << 11;
    QTest::newRow(".85") << 8500 << QList<double>{118, 3.191646, 31.691071} << 11;
    QTest::newRow(".90") << 9000 << QList<double>{48, 1.280595, 20.372720} << 2;
}

void TestEstimate::boundsAreTheReferences()
{
    QFETCH(int, tick);
    QFETCH(QList<double>, values);
    QFETCH(int, truth);
    const example::Example example = example::make();
    const Estimate found = estimateExample(example);
    const Bounds &whole = found.bounds.whole;
    const std::size_t t = at(found, tick);
    QCOMPARE(whole.added[t], values[0]);
    QVERIFY2(equal(whole.wrong[t], values[1]), qPrintable(QString::number(whole.wrong[t], 'f', 6)));
    QVERIFY2(equal(whole.upper[t], values[2]), qPrintable(QString::number(whole.upper[t], 'f', 6)));
    QCOMPARE(whole.strict[t], whole.upper[t]);
    QCOMPARE(example::trulyWrong(example, tick), truth);
}

void TestEstimate::threadsDontMatter()
{
    const example::Example example = example::make();
    const Estimate one = estimateExample(example, 1);
    for (const int threads : {2, 3, 8}) {
        const Estimate other = estimateExample(example, threads);
        QCOMPARE(other.bounds.whole.wrong, one.bounds.whole.wrong);
        QCOMPARE(other.bounds.whole.upper, one.bounds.whole.upper);
        QCOMPARE(other.bounds.whole.strict, one.bounds.whole.strict);
    }
    QVERIFY(estimateExample(example, 1, 2).bounds.whole.upper != one.bounds.whole.upper);
}

void TestEstimate::intrudersAreTheSecondAnimal_data()
{
    QTest::addColumn<int>("own");
    QTest::addColumn<int>("others");
    QTest::addColumn<double>("likeness"); // of the other animal
    QTest::addColumn<double>("expected");
    QTest::newRow("one animal") << 40 << 0 << .7 << 0.0;
    QTest::newRow("two animals") << 20 << 20 << .7 << 20.0;
    QTest::newRow("mostly the other one") << 4 << 36 << .7 << 36.0;
    QTest::newRow("more than are looked at") << 300 << 100 << .7 << 100.0;
    QTest::newRow("too few bursts") << 8 << 7 << .7 << 0.0;
    QTest::newRow("hardly another animal") << 20 << 20 << .999 << 0.0;
}

void TestEstimate::intrudersAreTheSecondAnimal()
{
    QFETCH(int, own);
    QFETCH(int, others);
    QFETCH(double, likeness);
    QFETCH(double, expected);
    constexpr int kDimension = 16;
    std::mt19937 random(7);
    const auto photo = [&](double like) {
        std::vector<float> v;
        for (int i = 0; i < kDimension; ++i)
            v.push_back(static_cast<float>(static_cast<double>(random()) / 0x1p32 - .5) / 5);
        v[0] += static_cast<float>(like);
        v[1] += static_cast<float>(std::sqrt(1 - like * like));
        normalize(v);
        return v;
    };
    std::vector<float> founder(kDimension);
    founder[0] = 1;
    const std::vector<Profile> profiles{{{}, {}, Sex::Doe, {}, {}}};
    const Gallery gallery(profiles, founder, kDimension);
    Herd herd;
    herd.profiles[static_cast<std::size_t>(Sex::Doe)] = {0};
    DecoyPlan plan;
    const auto kept = std::make_shared<KeptVectors>();
    for (int i = 0; i < own + others; ++i) {
        // One after the other, by their shares.
        const bool isOwn = i * own / (own + others) != (i + 1) * own / (own + others);
        kept->parts.push_back(photo(isOwn ? 1 : likeness));
        Subject subject;
        subject.detection = static_cast<std::uint32_t>(i);
        subject.burst = i;
        subject.place = 0;
        subject.sex = Sex::Doe;
        subject.role = Subject::Role::Unassigned;
        subject.best[static_cast<std::size_t>(Sex::Doe)] = scoreTicks(kept->parts.back()[0]);
        herd.subjects.push_back(subject);
        plan.rows.push_back(static_cast<std::uint32_t>(i));
    }
    for (const std::vector<float> &vector : kept->parts)
        kept->rows.push_back(vector.data());
    const auto panels = vectorPanels(gallery, kept);
    const Grid grid(std::vector<int>{1000, 3000, 4990, 8500});
    const std::vector<double> found = countIntruders(herd, Sex::Doe, plan, *panels, grid, 2, {});
    for (std::size_t t = 0; t < 3; ++t)
        QVERIFY2(std::abs(found[t] - expected) <= .1 * expected, qPrintable(QString::number(found[t])));
    QCOMPARE(found[3], 0.0); // the other animal scores less
}

void TestEstimate::weakEvidenceOfFewIsWider()
{
    SexEvidence weak;
    weak.unassigned = 1000;
    weak.groups = weak.profiles = 15;
    weak.added = {200};
    weak.observed = weak.split = weak.splitUpper = weak.mateDecoys = weak.mateDecoysUpper = {0};
    QCOMPARE(weak.strength(), Strength::Weak);
    for (const auto &[mates, floor] : {std::pair(100, 10.0), {30, 10.0}, {12, 25.0}}) {
        weak.mates = static_cast<std::uint64_t>(mates);
        const Combined found = combine({weak}, 2, 1);
        QCOMPARE(found.whole.upper[0], floor * 2 + .03 * 200);
        QCOMPARE(found.whole.strict[0], 200.0);
    }
}

void TestEstimate::aStrangerLikeOneProfileIsInAWeakBound()
{
    const example::Example example = example::make();
    const Estimate found = estimateExample(example);
    for (const Sex sex : {Sex::Doe, Sex::Buck}) {
        const auto s = static_cast<std::size_t>(sex);
        for (const int tick : {7500, 8500, 9000}) {
            std::vector<int> taken(example.herd.profileCount(sex));
            for (const Subject &subject : example.herd.subjects) {
                if (subject.sex == sex && subject.role == Subject::Role::Unassigned && subject.best[s] >= tick)
                    ++taken[static_cast<std::size_t>(subject.place)];
            }
            QCOMPARE(found.sexes[s]->largest[at(found, tick)], static_cast<double>(std::ranges::max(taken)));
        }
    }
    SexEvidence weak = *found.sexes[static_cast<std::size_t>(Sex::Doe)];
    weak.groups = weak.profiles = 15;
    weak.split.clear(); // it may rise where t gets stricter
    weak.splitUpper.clear();
    SexEvidence strong = weak;
    weak.decoys.clear();
    strong.decoyClusters = strong.decoyBursts = 30;
    QVERIFY(weak.strength() == Strength::Weak && strong.strength() == Strength::Strong);
    const std::size_t t = at(found, 8500);
    const auto upper = [&](const SexEvidence &evidence) {
        return combine({evidence}, 1, found.grid.size()).whole.upper[t];
    };
    for (SexEvidence evidence : {weak, strong}) {
        const double with = upper(evidence);
        QVERIFY(with < evidence.added[t]);
        const double largest = evidence.strength() == Strength::Weak ? evidence.largest[t] : 0;
        evidence.largest.clear();
        QCOMPARE(with - upper(evidence), largest);
    }
}

void TestEstimate::gridKeepsTestedThresholds()
{
    const std::vector<double> tested{.7123, .1, .5, 1};
    const Grid grid(tested);
    QCOMPARE(grid.size(), std::size_t(161 + 2));
    QVERIFY(std::ranges::is_sorted(grid.ticks()));
    QVERIFY(std::ranges::count(grid.ticks(), 7123) == 1 && grid.ticks().front() == 1000);
    QCOMPARE(grid.reached(999), std::size_t(0));
    QCOMPARE(grid.reached(1000), std::size_t(1));
    QCOMPARE(grid.reached(kNoScore), std::size_t(0));
    QCOMPARE(grid.reached(15000), grid.size()); // a decoy may be lifted over 1
    std::vector<std::uint32_t> byReached(grid.size() + 1, 1);
    QCOMPARE(grid.atOrAbove(byReached).back(), 1U);
    QCOMPARE(grid.atOrAbove(byReached).front(), static_cast<std::uint32_t>(grid.size()));
}

void TestEstimate::groupsAreConnectedComponents()
{
    const std::vector<std::uint32_t> sizes{4, 2, 1, 0, 6};
    const Links links{{{0, 3}, 3}, {{1, 3}, 1}, {{2, 0}, 1}, {{4, 1}, 4}};
    // 0 links 3 (3 of 4); 1 doesn't (1 of 2); 2 has too few; 4 links 1 (4 of 6).
    QCOMPARE(frozenGroups(links, sizes), (std::vector<int>{0, 1, 2, 0, 1}));
    QVERIFY(frozenGroups({}, {}).empty());
    // What a third one connects is one group, but no pair.
    const Links chain{{{0, 1}, 4}, {{1, 0}, 2}, {{4, 1}, 5}};
    QCOMPARE(frozenGroups(chain, sizes), (std::vector<int>{0, 0, 1, 2, 0}));
    using Pairs = std::vector<std::pair<std::int32_t, std::int32_t>>;
    QVERIFY(linkedPairs(chain, sizes) == (Pairs{{0, 1}, {1, 4}}));
}

void TestEstimate::withoutVectorsNothingIsKnown()
{
    const example::Example example = example::make();
    const Estimate found = *estimate(example.herd, nullptr, Grid(std::span<const double>()), {}, 9300, 1, 1, {});
    QCOMPARE(found.bounds.whole.wrong, found.bounds.whole.added);
    QCOMPARE(found.bounds.whole.upper, found.bounds.whole.added);
    for (const Sex sex : {Sex::Doe, Sex::Buck})
        QCOMPARE(found.sexes[static_cast<std::size_t>(sex)]->strength(), Strength::None);
}

QTEST_GUILESS_MAIN(TestEstimate)
#include "test_estimate.moc"
