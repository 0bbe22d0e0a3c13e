// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/matchrunner.h"
#include "tests/core/reid/simulation/simulation.h"

#include <QTest>
#include <cmath>
#include <limits>
#include <random>

using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

namespace {

World smallWorld()
{
    return simulate(Situation::Moderate, 4, 2500, 60, 25);
}

bool sameValues(const std::vector<float> &a, const std::vector<float> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](float x, float y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

bool sameCurves(const Curves &a, const Curves &b)
{
    return a.added == b.added && sameValues(a.m1, b.m1) && sameValues(a.m2, b.m2) && sameValues(a.fpir, b.fpir) &&
           sameValues(a.fpirUpper, b.fpirUpper) && sameValues(a.wrong, b.wrong) &&
           sameValues(a.wrongUpper, b.wrongUpper) && a.method == b.method && a.contradictions == b.contradictions;
}

bool sameResult(const Analysis &a, const Analysis &b)
{
    bool same = sameCurves(a.curves, b.curves) && a.recommendation.status == b.recommendation.status &&
                a.recommendation.threshold == b.recommendation.threshold &&
                a.recommendation.reason == b.recommendation.reason && a.clusters.valleys == b.clusters.valleys &&
                a.mislabeled.size() == b.mislabeled.size() && a.integrity.size() == b.integrity.size() &&
                a.layers.crossSex.mean() == b.layers.crossSex.mean();
    for (std::size_t s = 0; s < kSexes; ++s)
        same = same && sameCurves(a.bySex[s].curves, b.bySex[s].curves) && a.bySex[s].shift == b.bySex[s].shift;
    for (std::size_t i = 0; i < a.integrity.size() && same; ++i)
        same = a.integrity[i].detail == b.integrity[i].detail;
    return same;
}

const Check &check(const Analysis &analysis, const char *id)
{
    const auto found = std::ranges::find(analysis.integrity, std::string(id), &Check::id);
    if (found == analysis.integrity.end())
        qFatal("no check %s", id);
    return *found;
}

std::span<float> vectorOf(World &world, std::size_t i)
{
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    return {world.vectors.data() + i * dimension, dimension};
}

/// Vectors of random rectified Gaussians: what two models that don't belong together give.
void makeNoise(std::vector<float> &vectors, int dimension, unsigned seed)
{
    std::mt19937 generator(seed);
    std::normal_distribution<float> normal;
    for (float &v : vectors)
        v = std::max(0.0F, normal(generator));
    for (std::size_t at = 0; at < vectors.size(); at += static_cast<std::size_t>(dimension))
        normalize({vectors.data() + at, static_cast<std::size_t>(dimension)});
}

} // namespace

class TestAnalysis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void threadsAndOrderDontMatter();
    void ratesAreMonotoneAndAddUp();
    void funnelCountsWhatIsLost();
    void galleryOfARange();
    void anyThresholdIsInstant();

    void noDetections();
    void noProfiles();
    void oneProfile();
    void oneProfileOfEachSex();
    void allBelow();
    void allVectorsBroken();
    void allScoresEqual();
    void everythingAssigned();

    void histogramShowsWhatIsUnassigned();
    void gainIsRelativeAndErrorsDecide();
    void zeroVectorsMatchNothing();
    void nothingAssignedIsNotSilent();
    void invalidAndDuplicatesDontCount();
    void unknownMatchesOnlyUnknown();
    void vectorsOfAnotherModelAbstain();
    void noiseAbstains();
    void mislabeledAreLeftOutAndListed();
    void contradictionsAreCounted();
    void burstsOfOneAnimalAreOneDeer();
    void whatIsObservedIsTheLeastThatIsWrong();
    void findingsSayWhatMendsThem();
    void duplicateProfilesAreListed();
    void meanProfilesAreSound();
};

void TestAnalysis::threadsAndOrderDontMatter()
{
    const World world = smallWorld();
    Options one;
    one.threads = 1;
    Options three;
    three.threads = 3;
    const Analysis first = analyzeWorld(world, one);
    QVERIFY(sameResult(first, analyzeWorld(world, three)));
    QVERIFY(sameResult(first, analyzeWorld(shuffled(world, 1), three)));
    Options otherSeed;
    otherSeed.seed = 2;
    QVERIFY(!sameResult(first, analyzeWorld(world, otherSeed)));
}

void TestAnalysis::ratesAreMonotoneAndAddUp()
{
    const Analysis analysis = analyzeWorld(smallWorld());
    double last = 2;
    for (int t = 0; t <= kTicksPerUnit; t += 10) {
        const Evaluation e = analysis.evaluate(fromTicks(t));
        QVERIFY(*e.rate <= last);
        last = *e.rate;
        std::uint64_t added = 0;
        for (const SexResult &sex : analysis.bySex)
            added += sex.curves.at(fromTicks(t)).added;
        QCOMPARE(added, e.added);
        std::uint64_t places = 0;
        for (const Group &group : analysis.byLocation)
            places += group.added(t);
        QCOMPARE(places, e.added);
    }
    QCOMPARE(analysis.sweep().size(), std::size_t(4));
    const Evaluation e = analysis.sweep()[1];
    QCOMPARE(e.threshold, .65);
    QCOMPARE(*e.rate,
             static_cast<double>(analysis.counts.assigned + e.added) / static_cast<double>(analysis.counts.detections));
}

void TestAnalysis::funnelCountsWhatIsLost()
{
    World world = smallWorld();
    world.data.detections[0].valid = false;
    world.data.detections[1].duplicate = true;
    world.data.detections[2].label = Label::Pig;
    world.data.detections[3].label = Label::Fawn;
    for (const std::size_t i : {0, 1, 2, 3}) {
        world.data.detections[i].deer = {};
        world.data.detections[i].ownProfile = -1;
    }
    const Analysis analysis = analyzeWorld(world);
    const std::vector<FunnelStep> steps = analysis.funnel(.7);
    QCOMPARE(steps.size(), std::size_t(8));
    QCOMPARE(steps[0].remaining, std::uint64_t(2500));
    for (const std::size_t s : {1, 2, 3, 5})
        QCOMPARE(steps[s].lost, std::uint64_t(1));
    QCOMPARE(steps[5].remaining, analysis.counts.eligible);
    QCOMPARE(steps[7].remaining, analysis.counts.assigned);
    for (std::size_t s = 1; s < steps.size(); ++s)
        QCOMPARE(steps[s].remaining + steps[s].lost, steps[s - 1].remaining);
}

void TestAnalysis::galleryOfARange()
{
    const Analysis analysis = analyzeWorld(smallWorld());
    const std::vector<std::size_t> found = analysis.unassignedBetween(.55, .60);
    QCOMPARE(found.size(), analysis.evaluate(.55).added - analysis.evaluate(.60).added);
    QVERIFY(
        std::ranges::is_sorted(found, std::greater(), [&](std::size_t i) { return analysis.data.matches[i].best; }));
}

void TestAnalysis::anyThresholdIsInstant()
{
    const Analysis analysis = analyzeWorld(smallWorld());
    std::uint64_t sum = 0;
    QBENCHMARK_ONCE
    {
        for (int t = 0; t <= kTicksPerUnit; ++t)
            sum += analysis.evaluate(fromTicks(t)).added;
    }
    QVERIFY(sum > 0);
}

void TestAnalysis::noDetections()
{
    World world = smallWorld();
    world.data.detections.clear();
    world.vectors.clear();
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.recommendation.status, Status::NoData);
    QVERIFY(!analysis.evaluate(.7).rate); // null, not 0
    QVERIFY(!analysis.inForce().fdr);
    QVERIFY(analysis.clusters.density.at.empty());
}

void TestAnalysis::noProfiles()
{
    World world = smallWorld();
    world.data.profiles.clear();
    world.profileVectors.clear();
    for (Detection &d : world.data.detections)
        d.ownProfile = -1;
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.recommendation.status, Status::NoData);
    QCOMPARE(analysis.counts.eligible, std::uint64_t(0));
}

void TestAnalysis::oneProfile()
{
    World world = simulate(Situation::Moderate, 4, 2500, 60, 1);
    const Analysis analysis = analyzeWorld(world);
    QVERIFY(analysis.evaluate(.6).added > 0);
    QVERIFY(!analysis.evaluate(.6).fdr); // nobody to be confused with: not known, not 0
    QCOMPARE(analysis.recommendation.status, Status::TrialOnly);
    QVERIFY(!analysis.recommendation.at->fdrUpper);
    QCOMPARE(analysis.recommendation.goals[1].verdict, Verdict::Unknown);
}

void TestAnalysis::oneProfileOfEachSex()
{
    World world = simulate(Situation::Moderate, 6, 2500, 60, 2);
    for (unsigned seed = 7; world.data.profiles[0].sex == world.data.profiles[1].sex; ++seed)
        world = simulate(Situation::Moderate, seed, 2500, 60, 2);
    const Evaluation e = analyzeWorld(world).evaluate(.5);
    QVERIFY(!e.m1);
    QVERIFY(e.m2);
    QCOMPARE(e.method, Method::CrossSex);
}

void TestAnalysis::allBelow()
{
    Options options;
    options.thresholds = {.99, .98};
    const Analysis analysis = analyzeWorld(smallWorld(), options);
    QCOMPARE(analysis.recommendation.status, Status::Abstain);
    QVERIFY(analysis.recommendation.reason.find("highest is 0.6") != std::string::npos);
    QCOMPARE(analysis.sweep()[1].added, std::uint64_t(0));
    QVERIFY(!analysis.sweep()[1].fdr);
}

void TestAnalysis::allVectorsBroken()
{
    World world = smallWorld();
    std::ranges::fill(world.vectors, std::numeric_limits<float>::quiet_NaN());
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.recommendation.status, Status::NoData);
    QCOMPARE(analysis.counts.notFinite, std::uint64_t(2500));
    QCOMPARE(check(analysis, "vectors").outcome, Check::Outcome::Warn);
}

void TestAnalysis::allScoresEqual()
{
    World world = smallWorld();
    for (std::size_t i = 1; i < world.data.detections.size(); ++i)
        std::ranges::copy(vectorOf(world, 0), vectorOf(world, i).begin());
    for (std::size_t p = 0; p < world.data.profiles.size(); ++p)
        std::ranges::copy(vectorOf(world, 0),
                          world.profileVectors.begin() + static_cast<std::ptrdiff_t>(p) * world.data.dimension);
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.recommendation.status, Status::Abstain);
    QVERIFY(analysis.clusters.valleys.empty());
    QVERIFY(!analysis.clusters.otsu);
    QVERIFY(analysis.evaluate(.7).fdrUpper.value_or(1) > .9);
}

void TestAnalysis::everythingAssigned()
{
    World world = smallWorld();
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        Detection &d = world.data.detections[i];
        d.ownProfile = static_cast<int>(i % world.data.profiles.size());
        d.deer = world.data.profiles[i % world.data.profiles.size()].id;
    }
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.counts.unassignedEligible, std::uint64_t(0));
    QCOMPARE(analysis.recommendation.status, Status::Abstain);
}

// Faults of the deployed analysis, by their number in the list of what it gets wrong.

void TestAnalysis::histogramShowsWhatIsUnassigned() // 20
{
    const Analysis analysis = analyzeWorld(smallWorld());
    QVERIFY(analysis.layers.unassigned.total() > analysis.layers.unassigned.atOrAbove(7000));
    const std::vector<std::uint32_t> bins = analysis.layers.unassigned.histogram(.2, 1, .01);
    QCOMPARE(bins.size(), std::size_t(80));
    QVERIFY(std::accumulate(bins.begin(), bins.begin() + 50, 0U) > 0); // under 0.70
    // "No natural break" where there is one peak, not "the top tenth".
    World one = smallWorld();
    makeNoise(one.vectors, one.data.dimension, 1);
    QVERIFY(analyzeWorld(one).clusters.valleys.empty());
}

void TestAnalysis::gainIsRelativeAndErrorsDecide() // 21
{
    const World weak = simulate(Situation::NoSignal, 2);
    const Analysis analysis = analyzeWorld(weak);
    const Evaluation e = analysis.evaluate(.55);
    QVERIFY(*e.rate - static_cast<double>(analysis.counts.assigned) / static_cast<double>(analysis.counts.detections) >
            .2);
    QCOMPARE(analysis.recommendation.status, Status::Abstain); // 20 points more would do for the old rule
    const Analysis good = analyzeWorld(simulate(Situation::Moderate, 2));
    QCOMPARE(good.recommendation.goals[0].verdict, Verdict::Pass);
    QCOMPARE(*good.recommendation.at->gain,
             static_cast<double>(good.recommendation.at->added) / static_cast<double>(good.counts.assigned));
}

void TestAnalysis::zeroVectorsMatchNothing() // 22
{
    World world = smallWorld();
    const Analysis before = analyzeWorld(world);
    const std::vector<std::size_t> top = before.unassignedBetween(.6, 2);
    for (std::size_t i = 0; i < 25; ++i)
        std::ranges::fill(vectorOf(world, top[i]), 0.0F);
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.counts.zero, std::uint64_t(25));
    QCOMPARE(analysis.evaluate(.6).added, before.evaluate(.6).added - 25);
    QCOMPARE(analysis.data.matches[top[0]].best, kNoScore);
    QCOMPARE(check(analysis, "vectors").rows.size(), std::size_t(25));
}

void TestAnalysis::nothingAssignedIsNotSilent() // 23
{
    World world = smallWorld();
    for (Detection &d : world.data.detections) {
        d.deer = {};
        d.ownProfile = -1;
    }
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(*analysis.evaluate(.99).rate, static_cast<double>(analysis.evaluate(.99).added) / 2500);
    QVERIFY(!analysis.evaluate(.6).gain);
    QVERIFY(!analysis.evaluate(.6).m1);
    QVERIFY(analysis.evaluate(.6).m2);
    QVERIFY(!analysis.recommendation.reason.empty());
    QCOMPARE(check(analysis, "founder").outcome, Check::Outcome::NotApplicable);
}

void TestAnalysis::invalidAndDuplicatesDontCount() // 24
{
    World world = smallWorld();
    const Analysis before = analyzeWorld(world);
    const std::vector<std::size_t> top = before.unassignedBetween(.6, 2);
    world.data.detections[top[0]].valid = false;
    world.data.detections[top[1]].duplicate = true;
    world.data.detections[top[2]].label = Label::Cattle;
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.evaluate(.6).added, before.evaluate(.6).added - 3);
    QCOMPARE(analysis.counts.unassignedEligible, before.counts.unassignedEligible - 3);
    QCOMPARE(analysis.counts.detections, before.counts.detections); // the printed denominator stays all
}

void TestAnalysis::unknownMatchesOnlyUnknown() // 24
{
    World world = smallWorld();
    const std::vector<std::size_t> top = analyzeWorld(world).unassignedBetween(.6, 2);
    world.data.detections[top[0]].label = Label::Unknown;
    const Analysis without = analyzeWorld(world);
    QCOMPARE(without.data.matches[top[0]].best, kNoScore);
    QVERIFY(!without.eligible(top[0]));
    Profile profile;
    profile.id = {1, 2, 3};
    profile.sex = Sex::Unknown;
    world.data.profiles.push_back(profile);
    const std::span<float> vector = vectorOf(world, top[0]);
    world.profileVectors.insert(world.profileVectors.end(), vector.begin(), vector.end());
    const Analysis with = analyzeWorld(world);
    QCOMPARE(with.data.matches[top[0]].best, Ticks(10000));
    QCOMPARE(with.data.matches[top[1]].best, without.data.matches[top[1]].best);
}

void TestAnalysis::vectorsOfAnotherModelAbstain() // 26
{
    World world = smallWorld();
    // Profiles of another model run: every vector turned by the same permutation of its values.
    for (std::size_t p = 0; p < world.data.profiles.size(); ++p) {
        const auto from = world.profileVectors.begin() + static_cast<std::ptrdiff_t>(p) * world.data.dimension;
        std::rotate(from, from + 17, from + world.data.dimension);
    }
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(check(analysis, "founder").outcome, Check::Outcome::Fail);
    QCOMPARE(analysis.recommendation.status, Status::Abstain);
    QVERIFY(!analysis.recommendation.threshold);
    QVERIFY(analysis.recommendation.reason.find("same model") != std::string::npos);
}

void TestAnalysis::noiseAbstains() // 26
{
    World world = simulate(Situation::Moderate, 4, 2500, 60, 25);
    const int wide = 512;
    world.data.dimension = wide;
    world.vectors.resize(world.data.detections.size() * static_cast<std::size_t>(wide));
    world.profileVectors.resize(world.data.profiles.size() * static_cast<std::size_t>(wide));
    makeNoise(world.vectors, wide, 1);
    makeNoise(world.profileVectors, wide, 2);
    const Analysis analysis = analyzeWorld(world);
    QVERIFY2(check(analysis, "noise").outcome == Check::Outcome::Fail, check(analysis, "noise").detail.c_str());
    QCOMPARE(analysis.recommendation.status, Status::Abstain);
    QCOMPARE(check(analyzeWorld(smallWorld()), "noise").outcome, Check::Outcome::Pass);
}

void TestAnalysis::mislabeledAreLeftOutAndListed()
{
    World world = smallWorld();
    const std::vector<std::size_t> top = analyzeWorld(world).unassignedBetween(.6, 2);
    Detection &d = world.data.detections[top[0]];
    d.label = d.sex() == Sex::Doe ? Label::Buck : Label::Doe;
    const Analysis analysis = analyzeWorld(world);
    const auto suspect = std::ranges::find(analysis.mislabeled, top[0], &MislabelSuspect::detection);
    QVERIFY(suspect != analysis.mislabeled.end());
    QVERIFY(suspect->cross - suspect->best > 500);
    std::uint64_t leftOut = 0;
    for (const SexResult &sex : analysis.bySex)
        leftOut += sex.leftOutOfM2;
    QCOMPARE(leftOut, std::uint64_t(analysis.mislabeled.size()));
}

void TestAnalysis::contradictionsAreCounted()
{
    World world = smallWorld();
    const Analysis before = analyzeWorld(world);
    QVERIFY(before.contradictions.empty());
    const std::vector<std::size_t> top = before.unassignedBetween(.6, 2);
    const auto sameBest = [&](std::size_t i) {
        return i != top[0] && before.data.matches[i].bestProfile == before.data.matches[top[0]].bestProfile;
    };
    const std::size_t other = *std::ranges::find_if(top, sameBest);
    world.data.detections[other].image = world.data.detections[top[0]].image;
    QVERIFY(analyzeWorld(world).contradictions.empty()); // one box over the other: one animal seen twice
    world.data.detections[other].box = {900, 100, 200, 200};
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.contradictions.size(), std::size_t(1));
    QCOMPARE(analysis.evaluate(.6).contradictions, std::uint64_t(1));
    QCOMPARE(analysis.evaluate(.7).contradictions, std::uint64_t(0));
    QCOMPARE(analysis.contradictions[0].level, static_cast<int>(before.data.matches[other].best));
}

void TestAnalysis::burstsOfOneAnimalAreOneDeer()
{
    World world = smallWorld();
    for (Detection &d : world.data.detections)
        d.burst = {};
    const Analysis before = analyzeWorld(world);
    QVERIFY(before.burstConflicts.empty());
    const std::vector<std::size_t> top = before.unassignedBetween(.6, 2);
    const auto otherBest = [&](std::size_t i) {
        return before.data.matches[i].bestProfile != before.data.matches[top[0]].bestProfile;
    };
    const std::size_t other = *std::ranges::find_if(top, otherBest);
    world.data.detections[top[0]].burst = world.data.detections[other].burst = Uuid{7};
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.burstConflicts.size(), std::size_t(1));
    QCOMPARE(analysis.burstConflicts[0].level, static_cast<int>(before.data.matches[other].best));
    QCOMPARE(analysis.evaluate(.6).burstConflicts, std::uint64_t(1));
    QCOMPARE(analysis.evaluate(.6).observedWrong, before.evaluate(.6).observedWrong + 1);
    QCOMPARE(analysis.evaluate(.7).burstConflicts, std::uint64_t(0));

    // One deer for both, or a second animal in one of its images: nothing can be said.
    const std::size_t same = *std::ranges::find_if(top, [&](std::size_t i) { return i != top[0] && !otherBest(i); });
    World agreeing = world;
    agreeing.data.detections[other].burst = {};
    agreeing.data.detections[same].burst = Uuid{7};
    QVERIFY(analyzeWorld(agreeing).burstConflicts.empty());
    World crowded = world;
    const std::size_t neighbor = *std::ranges::find_if(top, [&](std::size_t i) { return i != top[0] && i != other; });
    crowded.data.detections[neighbor].image = crowded.data.detections[other].image;
    QVERIFY(analyzeWorld(crowded).burstConflicts.empty());
}

void TestAnalysis::whatIsObservedIsTheLeastThatIsWrong()
{
    World world = smallWorld();
    for (Detection &d : world.data.detections)
        d.burst = {};
    const Analysis before = analyzeWorld(world);
    const std::vector<std::size_t> top = before.unassignedBetween(.65, 2);
    std::uint8_t burst = 0; // pairs of two deer
    std::vector<bool> used(top.size());
    for (std::size_t a = 0; a < top.size() && burst < 40; ++a) {
        for (std::size_t b = a + 1; b < top.size() && !used[a]; ++b) {
            if (used[b] || before.data.matches[top[a]].bestProfile == before.data.matches[top[b]].bestProfile)
                continue;
            used[a] = used[b] = true;
            ++burst;
            world.data.detections[top[a]].burst = world.data.detections[top[b]].burst = Uuid{burst};
        }
    }
    QVERIFY(burst >= 10);
    const Analysis analysis = analyzeWorld(world);
    const Evaluation e = analysis.evaluate(.65);
    QCOMPARE(e.observedWrong, std::uint64_t(burst));
    QCOMPARE(*e.wrong, static_cast<double>(burst)); // the estimate alone says fewer
    QVERIFY(*before.evaluate(.65).wrong < *e.wrong);
    QVERIFY(*e.wrongUpper >= *e.wrong);
    QCOMPARE(e.fpir, before.evaluate(.65).fpir);
}

void TestAnalysis::findingsSayWhatMendsThem()
{
    const Analysis analysis = analyzeWorld(simulate(Situation::DuplicateProfiles, 1));
    for (const Check &c : analysis.integrity)
        QCOMPARE(c.fix.empty(), c.outcome == Check::Outcome::Pass || c.outcome == Check::Outcome::NotApplicable);
    for (const Situation situation : kSituations)
        QVERIFY(!analyzeWorld(simulate(situation, 2, 2500, 60, 25)).recommendation.next.empty());
}

void TestAnalysis::duplicateProfilesAreListed()
{
    const Analysis analysis = analyzeWorld(simulate(Situation::DuplicateProfiles, 1));
    QCOMPARE(check(analysis, "duplicate_profiles").outcome, Check::Outcome::Warn);
    QVERIFY(!analysis.duplicateProfiles.empty());
    QVERIFY(std::ranges::is_sorted(analysis.duplicateProfiles, std::greater(), &DuplicatePair::level));
    QVERIFY(analysis.duplicateProfiles[0].cosine > 0);
    QCOMPARE(analysis.profileSimilarity.size(), std::size_t(53 * 53));
}

void TestAnalysis::meanProfilesAreSound()
{
    World world = smallWorld();
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    std::vector<float> means(world.profileVectors.size());
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        const std::int32_t own = world.data.detections[i].ownProfile;
        for (std::size_t k = 0; own >= 0 && k < dimension; ++k)
            means[static_cast<std::size_t>(own) * dimension + k] += vectorOf(world, i)[k];
    }
    for (std::size_t p = 0; p < world.data.profiles.size(); ++p)
        normalize({means.data() + p * dimension, dimension});
    world.profileVectors = means;
    QCOMPARE(check(analyzeWorld(world), "founder").outcome, Check::Outcome::Pass);
}

QTEST_GUILESS_MAIN(TestAnalysis)
#include "test_analysis.moc"
