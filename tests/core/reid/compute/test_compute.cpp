// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/matchrunner.h"
#include "core/reid/compute/storedscores.h"
#include "tests/core/reid/simulation/simulation.h"

#include <QTest>
#include <limits>

using namespace herdbook::reid;
using herdbook::reid::simulation::Situation;
using herdbook::reid::simulation::World;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

World smallWorld()
{
    return simulation::simulate(Situation::Moderate, 3, 1300, 40, 15);
}

std::optional<MatchResult> match(const World &world, const Gallery &gallery, int threads, std::stop_token stop = {})
{
    MatchRunner runner(gallery, threads, std::move(stop));
    std::unique_ptr<Block> block;
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        if (!block)
            block = runner.acquire(i);
        if (!block)
            break;
        std::copy_n(world.vectors.begin() + static_cast<std::ptrdiff_t>(i * dimension), dimension,
                    block->next().begin());
        block->add(Probe::of(world.data.detections[i], world.data.profiles, {}), true);
        if (block->full())
            runner.submit(std::move(block));
    }
    if (block)
        runner.submit(std::move(block));
    return runner.finish(world.data.detections.size());
}

double cosine(const World &world, std::size_t detection, std::size_t profile)
{
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    double product = 0;
    for (std::size_t i = 0; i < dimension; ++i)
        product += static_cast<double>(world.vectors[detection * dimension + i]) *
                   static_cast<double>(world.profileVectors[profile * dimension + i]);
    return product;
}

bool sameMatch(const Match &a, const Match &b)
{
    return std::tie(a.best, a.second, a.cross, a.shadow, a.own, a.bestProfile, a.secondProfile, a.crossProfile) ==
           std::tie(b.best, b.second, b.cross, b.shadow, b.own, b.bestProfile, b.secondProfile, b.crossProfile);
}

} // namespace

class TestCompute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizeTellsWhatItFound();
    void thresholdsCompareExactly();
    void galleryGroupsBySex();
    void matchesAgreeWithPlainCosines();
    void storedScoresGiveTheSameMatches();
    void cancelledGivesNothing();
    void anEmptyGalleryMatchesNothing();
    void keptScoresAreBounded();
};

void TestCompute::normalizeTellsWhatItFound()
{
    std::vector<float> unit{.6F, .8F};
    QCOMPARE(normalize(unit), VectorState::Usable);
    std::vector<float> longer{3, 4};
    QCOMPARE(normalize(longer), VectorState::Rescaled);
    QCOMPARE(longer[0], .6F);
    std::vector<float> huge{3e30F, 4e30F};
    QCOMPARE(normalize(huge), VectorState::Rescaled);
    QVERIFY(std::abs(huge[1] - .8F) < 1e-6F);
    std::vector<float> zero{0, 0};
    QCOMPARE(normalize(zero), VectorState::Zero);
    for (const float bad : {kNan, kInfinity, -kInfinity}) {
        std::vector<float> broken{.6F, bad};
        QCOMPARE(normalize(broken), VectorState::NotFinite);
        QCOMPARE(broken[0], 0.0F);
    }
}

void TestCompute::thresholdsCompareExactly()
{
    for (int t = 0; t <= kTicksPerUnit; ++t) {
        const auto score = static_cast<float>(fromTicks(t));
        QVERIFY(scoreTicks(score) >= thresholdTicks(fromTicks(t)));
        QVERIFY(scoreTicks(score - 2e-6F) < thresholdTicks(fromTicks(t)));
    }
    QCOMPARE(scoreTicks(.99999994F), Ticks(10000));
    QCOMPARE(scoreTicks(-.25F), Ticks(-2500));
}

void TestCompute::galleryGroupsBySex()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension, 1);
    for (int c = 0; c < gallery.columns(); ++c) {
        QCOMPARE(gallery.columnOf(gallery.profileAt(c)), c);
        QCOMPARE(gallery.sexAt(c), world.data.profiles[static_cast<std::size_t>(gallery.profileAt(c))].sex);
    }
    QCOMPARE(gallery.of(Sex::Fawn).size(), 0);
    const std::vector<Ticks> similarity = gallery.similarity();
    QCOMPARE(similarity[0], Ticks(10000));
}

void TestCompute::matchesAgreeWithPlainCosines()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension, 1);
    const auto result = match(world, gallery, 2);
    QVERIFY(result);
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        const Detection &d = world.data.detections[i];
        double best = -2;
        double second = -2;
        double cross = -2;
        for (std::size_t p = 0; p < world.data.profiles.size(); ++p) {
            const double score = cosine(world, i, p);
            if (world.data.profiles[p].sex != d.sex()) {
                cross = std::max(cross, score);
            } else if (score > best) {
                second = best;
                best = score;
            } else {
                second = std::max(second, score);
            }
        }
        const Match &m = result->matches[i];
        QVERIFY(std::abs(m.best - best * 10000) < 1.01);
        QVERIFY(std::abs(m.second - second * 10000) < 1.01);
        QVERIFY(std::abs(m.cross - cross * 10000) < 1.01);
        QVERIFY(m.shadow <= m.cross && m.shadow != kNoScore);
        if (d.ownProfile >= 0)
            QVERIFY(std::abs(m.own - cosine(world, i, static_cast<std::size_t>(d.ownProfile)) * 10000) < 1.01);
    }
    for (const MateRows &rows : result->mates) {
        for (std::size_t r = 0; r < rows.detections.size(); ++r) {
            const Detection &d = world.data.detections[rows.detections[r]];
            QCOMPARE(rows.profiles[static_cast<std::size_t>(rows.own[r])], d.ownProfile);
            QCOMPARE(rows.row(r)[static_cast<std::size_t>(rows.own[r])], result->matches[rows.detections[r]].own);
        }
    }
    for (const int threads : {1, 3}) {
        const auto other = match(world, gallery, threads);
        QVERIFY(std::equal(result->matches.begin(), result->matches.end(), other->matches.begin(), sameMatch));
        QCOMPARE(other->cosineWithMean.size(), result->cosineWithMean.size());
        for (std::size_t p = 0; p < result->cosineWithMean.size(); ++p)
            QCOMPARE(other->cosineWithMean[p], result->cosineWithMean[p]);
    }
}

void TestCompute::storedScoresGiveTheSameMatches()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension, 1);
    const auto computed = match(world, gallery, 1);
    StoredScores stored(gallery, world.data.detections, world.data.profiles, {});
    for (std::size_t p = world.data.profiles.size(); p-- > 0;) {
        for (std::size_t i = 0; i < world.data.detections.size(); ++i)
            stored.add(i, static_cast<int>(p), scoreTicks(static_cast<float>(cosine(world, i, p))));
    }
    QCOMPARE(stored.coverage(), 1.0);
    QCOMPARE(stored.crossCoverage(), 1.0);
    const MatchResult result = stored.finish();
    for (std::size_t i = 0; i < result.matches.size(); ++i) {
        QVERIFY(std::abs(result.matches[i].best - computed->matches[i].best) <= 1);
        QVERIFY(std::abs(result.matches[i].second - computed->matches[i].second) <= 1);
        QVERIFY(std::abs(result.matches[i].cross - computed->matches[i].cross) <= 1);
        QVERIFY(std::abs(result.matches[i].shadow - computed->matches[i].shadow) <= 1);
        QVERIFY(std::abs(result.matches[i].own - computed->matches[i].own) <= 1);
    }

    StoredScores nothing(gallery, world.data.detections, world.data.profiles, {});
    QCOMPARE(nothing.coverage(), 0.0);
    QCOMPARE(nothing.finish().states[0], VectorState::Missing);
}

void TestCompute::cancelledGivesNothing()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension, 1);
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!match(world, gallery, 2, stop.get_token()));
}

void TestCompute::anEmptyGalleryMatchesNothing()
{
    World world = smallWorld();
    world.data.profiles.clear();
    world.profileVectors.clear();
    for (Detection &d : world.data.detections)
        d.ownProfile = -1;
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension, 1);
    const auto result = match(world, gallery, 2);
    QVERIFY(result);
    QCOMPARE(result->matches[0].best, kNoScore);
    QCOMPARE(result->states[0], VectorState::Usable);
}

void TestCompute::keptScoresAreBounded()
{
    QCOMPARE(MatchPlan::forSize(11570, 1100, 53, 1).mateShare, 1.0);
    const MatchPlan plan = MatchPlan::forSize(10'000'000, 1'000'000, 1000, 1);
    QVERIFY(plan.mateShare * 1e6 * 1000 <= 128e6);
    int kept = 0;
    for (std::uint8_t a = 0; a < 100; ++a) {
        for (std::uint8_t b = 0; b < 100; ++b)
            kept += plan.keepsMates({a, b, 1}) ? 1 : 0;
    }
    QVERIFY(std::abs(kept - plan.mateShare * 10000) < 200);
}

QTEST_GUILESS_MAIN(TestCompute)
#include "test_compute.moc"
