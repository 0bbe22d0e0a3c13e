// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/matchrunner.h"
#include "core/reid/compute/panels.h"
#include "core/reid/compute/storedscores.h"
#include "tests/core/reid/simulation/simulation.h"

#include <QTest>
#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

using namespace herdbook::reid;
using herdbook::reid::simulation::Situation;
using herdbook::reid::simulation::World;

namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();
constexpr float kInfinity = std::numeric_limits<float>::infinity();

World smallWorld()
{
    return simulation::simulate(Situation::Plain, 3, 1300, 40, 15);
}

std::optional<MatchResult> match(const World &world, const Gallery &gallery, int threads, std::stop_token stop = {})
{
    MatchPlan plan;
    plan.threshold = 5000;
    plan.keepVectors = true;
    MatchRunner runner(gallery, plan, threads, std::move(stop));
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
    return std::tie(a.best, a.second, a.cross, a.others, a.own, a.bestProfile, a.secondProfile, a.crossProfile) ==
           std::tie(b.best, b.second, b.cross, b.others, b.own, b.bestProfile, b.secondProfile, b.crossProfile);
}

} // namespace

class TestCompute : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void normalizeTellsWhatItFound();
    void galleryGroupsBySex();
    void matchesAgreeWithPlainCosines();
    void placeOfARowDoesntMatter_data();
    void placeOfARowDoesntMatter();
    void storedScoresGiveTheSameMatches();
    void cancelledGivesNothing();
    void anEmptyGalleryMatchesNothing();
    void keptVectorsAreBounded();
    void panelsAgreeWithPlainCosines();
    void ticksRoundHalfToEven();
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
    std::vector<float> tiny{3e-25F, 4e-25F};
    QCOMPARE(normalize(tiny), VectorState::Rescaled);
    QVERIFY(std::abs(tiny[1] - .8F) < 1e-6F);
    std::vector<float> zero{0, 0};
    QCOMPARE(normalize(zero), VectorState::Zero);
    for (const float bad : {kNan, kInfinity, -kInfinity}) {
        std::vector<float> broken{.6F, bad};
        QCOMPARE(normalize(broken), VectorState::NotFinite);
        QCOMPARE(broken[0], 0.0F);
    }
}

void TestCompute::galleryGroupsBySex()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension);
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
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension);
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
        QCOMPARE(*std::ranges::max_element(m.others), m.cross);
        QCOMPARE(m.others[static_cast<std::size_t>(d.sex())], kNoScore);
        if (d.ownProfile >= 0)
            QVERIFY(std::abs(m.own - cosine(world, i, static_cast<std::size_t>(d.ownProfile)) * 10000) < 1.01);
    }
    std::map<std::pair<int, int>, std::uint32_t> links;
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        const Detection &d = world.data.detections[i];
        for (std::size_t p = 0; d.ownProfile >= 0 && p < world.data.profiles.size(); ++p) {
            const bool sameSex = world.data.profiles[p].sex == d.sex() &&
                                 world.data.profiles[static_cast<std::size_t>(d.ownProfile)].sex == d.sex();
            if (sameSex && static_cast<int>(p) != d.ownProfile && cosine(world, i, p) * 10000 >= 5000.5)
                ++links[{d.ownProfile, static_cast<int>(p)}];
        }
    }
    QVERIFY(!links.empty());
    for (const Link &link : result->links) // the threshold in force is .50 here; rounding may move a score by one tick
        QVERIFY(std::abs(static_cast<double>(link.reaching) - links[{link.from, link.to}]) <= 2);
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) // all of them count
        QVERIFY(std::abs(result->vectors->rows[i][5] -
                         world.vectors[i * static_cast<std::size_t>(world.data.dimension) + 5]) < 1e-6F);
    for (const int threads : {1, 3}) {
        const auto other = match(world, gallery, threads);
        QVERIFY(std::equal(result->matches.begin(), result->matches.end(), other->matches.begin(), sameMatch));
        QCOMPARE(other->cosineWithMean.size(), result->cosineWithMean.size());
        for (std::size_t p = 0; p < result->cosineWithMean.size(); ++p)
            QCOMPARE(other->cosineWithMean[p], result->cosineWithMean[p]);
    }
}

void TestCompute::placeOfARowDoesntMatter_data()
{
    QTest::addColumn<int>("dimension");
    for (const int dimension : {21, 64, 128}) // the rows of the first stand differently in memory
        QTest::addRow("%d", dimension) << dimension;
}

void TestCompute::placeOfARowDoesntMatter()
{
    QFETCH(int, dimension);
    World world = simulation::simulate(Situation::Plain, 5, 4000);
    const auto kept = static_cast<std::size_t>(dimension);
    const auto shorten = [&](std::vector<float> &vectors, bool scale) {
        std::vector<float> shorter;
        for (std::size_t from = 0; from < vectors.size(); from += static_cast<std::size_t>(world.data.dimension)) {
            const auto start = vectors.begin() + static_cast<std::ptrdiff_t>(from);
            shorter.insert(shorter.end(), start, start + dimension);
            if (scale)
                normalize(std::span(shorter).last(kept));
        }
        vectors = std::move(shorter);
    };
    shorten(world.vectors, false);
    shorten(world.profileVectors, true);
    world.data.dimension = dimension;
    World moved = world; // every row to another place of its block
    std::ranges::rotate(moved.data.detections, moved.data.detections.begin() + 5);
    std::ranges::rotate(moved.vectors, moved.vectors.begin() + 5 * dimension);
    const Gallery gallery(world.data.profiles, world.profileVectors, dimension);
    const auto result = match(world, gallery, 2);
    const auto other = match(moved, gallery, 2);
    const std::size_t rows = world.data.detections.size();
    for (std::size_t i = 0; i < rows; ++i)
        QVERIFY(sameMatch(result->matches[i], other->matches[(i + rows - 5) % rows]));
    const auto same = [](const Link &a, const Link &b) {
        return std::tie(a.from, a.to, a.reaching) == std::tie(b.from, b.to, b.reaching);
    };
    QVERIFY(std::ranges::equal(result->links, other->links, same));
}

void TestCompute::storedScoresGiveTheSameMatches()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension);
    const auto computed = match(world, gallery, 1);
    StoredScores stored(gallery, world.data.detections, world.data.profiles, {});
    for (std::size_t p = world.data.profiles.size(); p-- > 0;) {
        for (std::size_t i = 0; i < world.data.detections.size(); ++i)
            stored.add(i, static_cast<int>(p), scoreTicks(static_cast<float>(cosine(world, i, p))));
    }
    QCOMPARE(stored.coverage(), 1.0);
    const MatchResult result = stored.finish();
    for (std::size_t i = 0; i < result.matches.size(); ++i) {
        QVERIFY(std::abs(result.matches[i].best - computed->matches[i].best) <= 1);
        QVERIFY(std::abs(result.matches[i].second - computed->matches[i].second) <= 1);
        QVERIFY(std::abs(result.matches[i].cross - computed->matches[i].cross) <= 1);
        QVERIFY(std::abs(result.matches[i].own - computed->matches[i].own) <= 1);
    }

    StoredScores nothing(gallery, world.data.detections, world.data.profiles, {});
    QCOMPARE(nothing.coverage(), 0.0);
    QCOMPARE(nothing.finish().states[0], VectorState::Missing);
}

void TestCompute::cancelledGivesNothing()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension);
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
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension);
    const auto result = match(world, gallery, 2);
    QVERIFY(result);
    QCOMPARE(result->matches[0].best, kNoScore);
    QCOMPARE(result->states[0], VectorState::Usable);
}

void TestCompute::keptVectorsAreBounded()
{
    QVERIFY(MatchPlan::forSize(11570, 512, .7, 1).keepVectors);
    QVERIFY(!MatchPlan::forSize(1'000'000, 512, .7, 1).keepVectors);
    QCOMPARE(MatchPlan::forSize(1'000'000, 512, .7, 1).pairShare, .02);
}

void TestCompute::panelsAgreeWithPlainCosines()
{
    const World world = smallWorld();
    const Gallery gallery(world.data.profiles, world.profileVectors, world.data.dimension);
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    const auto kept = std::make_shared<KeptVectors>(KeptVectors{{world.vectors}, {}});
    for (std::size_t i = 0; i < world.data.detections.size(); ++i)
        kept->rows.push_back(kept->parts[0].data() + i * dimension);
    int reads = 0;
    const auto inMemory = vectorPanels(gallery, kept);
    const auto reading = vectorPanels(gallery, nullptr, [&](std::span<const std::uint32_t> list, std::span<float> to) {
        ++reads;
        for (std::size_t i = 0; i < list.size(); ++i)
            std::copy_n(kept->rows[list[i]], dimension, to.begin() + static_cast<std::ptrdiff_t>(i * dimension));
        return true;
    });
    const std::vector<std::uint32_t> probes{7, 3, 300};
    const std::vector<std::uint32_t> list{5, 3, 900, 11};
    std::vector<Ticks> out(list.size() * kPanelWidth);
    for (Panels *panels : {inMemory.get(), reading.get()}) {
        QVERIFY(panels->hold({300, 3, 7, 5, 900, 11, 3}));
        panels->ofDetections(list)(probes, out.data());
        for (std::size_t row = 0; row < list.size(); ++row) {
            for (std::size_t i = 0; i < probes.size(); ++i) {
                const float *a = kept->rows[list[row]];
                const float *b = kept->rows[probes[i]];
                QVERIFY(std::abs(out[row * kPanelWidth + i] -
                                 10000 * static_cast<double>(std::inner_product(a, a + dimension, b, 0.0F))) < .6);
            }
        }
        const std::vector<std::int32_t> profiles{2};
        panels->ofProfiles(profiles)(probes, out.data());
        QVERIFY(std::abs(out[1] - 10000 * cosine(world, 3, 2)) < .6);
    }
    QCOMPARE(reads, 1);
    QVERIFY(!vectorPanels(gallery, nullptr)->hold({1}));
}

void TestCompute::ticksRoundHalfToEven()
{
    QCOMPARE(scoreTicks(.70004F), Ticks(7000));
    QCOMPARE(scoreTicks(.69996F), Ticks(7000));
    QCOMPARE(scoreTicks(-.00016F), Ticks(-2));
    QCOMPARE(scoreTicks(.00025F), Ticks(2));
}

QTEST_GUILESS_MAIN(TestCompute)
#include "test_compute.moc"
