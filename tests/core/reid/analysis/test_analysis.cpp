// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/matchrunner.h"
#include "core/reid/figures.h"
#include "core/reid/output/analysisjson.h"
#include "core/reid/output/textreport.h"
#include "core/reid/output/words.h"
#include "core/reid/steps.h"
#include "core/reid/text.h"
#include "tests/core/reid/simulation/simulation.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <clocale>
#include <cmath>
#include <limits>
#include <map>
#include <random>

using namespace herdbook::reid;
using namespace herdbook::reid::simulation;

namespace {

World smallWorld()
{
    return simulate(Situation::Plain, 4, 2500, 60, 25);
}

bool sameValues(const std::vector<double> &a, const std::vector<double> &b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](double x, double y) { return x == y || (std::isnan(x) && std::isnan(y)); });
}

bool sameCurves(const Curves &a, const Curves &b)
{
    return a.added == b.added && sameValues(a.wrong, b.wrong) && sameValues(a.wrongUpper, b.wrongUpper) &&
           sameValues(a.wrongStrict, b.wrongStrict) && sameValues(a.decoyWrong, b.decoyWrong) &&
           sameValues(a.splitWrong, b.splitWrong) && sameValues(a.intruderWrong, b.intruderWrong) &&
           a.contradictions == b.contradictions;
}

bool sameResult(const Analysis &a, const Analysis &b)
{
    bool same = sameCurves(a.curves, b.curves) && a.recommendation.status == b.recommendation.status &&
                a.recommendation.threshold == b.recommendation.threshold &&
                a.recommendation.reason == b.recommendation.reason && a.clusters.valleys == b.clusters.valleys &&
                a.mislabeled.size() == b.mislabeled.size() && a.integrity.size() == b.integrity.size() &&
                a.layers.strangers.total() == b.layers.strangers.total() &&
                (a.layers.strangers.empty() || a.layers.strangers.mean() == b.layers.strangers.mean());
    for (std::size_t s = 0; s < kSexes; ++s)
        same = same && sameCurves(a.bySex[s].curves, b.bySex[s].curves);
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

/// Gives every detection an image and a burst of its own.
World apart(World world)
{
    std::uint8_t number = 0;
    for (Detection &d : world.data.detections) {
        d.burst = {};
        d.location = -1;
        d.image = d.id;
        d.image[0] = ++number;
    }
    return world;
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

    void figuresNearNothingAreNotNothing();
    void figuresStayOnTheirSideOfALimit();
    void figuresAreTheSameInAnyLocale();
    void noDetections();
    void noProfiles();
    void oneProfile();
    void oneSexAlone();
    void twoAnimals();
    void oneBadVectorIsLeftOut();
    void storedScoresAbstainButOfferATrial();
    void invariants_data();
    void invariants();
    void certificateOutranksTheEstimate();
    void whatIsLeftOfACertificateMayBeMoreWrong();
    void whatIsSeenToBeWrongRefutesACertificate();
    void trialsWithoutACertificateAreHeard();
    void noTrialProvesLessThanItCertifies();
    void boundsAreRoundedUp();
    void thoseNobodyCanJudgeFailNothing();
    void filesTellNoEstimateThatNobodyMade();
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
    void whatIsNotCountedBySexIsNull();
    void burstsOfOneAnimalAreOneDeer();
    void whatIsObservedIsTheLeastThatIsWrong();
    void whatIsObservedNeedsNoEstimate();
    void whatNobodyJudgedIsInNoBound();
    void aThresholdThatDidNotAssignIsNoticed();
    void thinIsSaidOnlyWhereItIs();
    void whatIsTooFewIsCounted();
    void unsoundSaysOfWhat();
    void withoutATimeTheImageIsTheBurst();
    void rescaledVectorsAreMatched();
    void foundersAreNoMatches();
    void findingsSayWhatMendsThem();
    void duplicateProfilesAreListed();
    void threeOfASexAreNotOneAnimal();
    void meanProfilesAreSound();
    void storedScoresTellNoMeans();
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
    // On paper the recommended threshold has its row, too.
    Analysis advised = analysis;
    for (const double threshold : {.675, .65, .2, .9}) {
        advised.recommendation.threshold = threshold;
        const std::vector<Evaluation> told = toldSweep(advised);
        QCOMPARE(told.size(), std::size_t(threshold == .65 ? 4 : 5));
        QVERIFY(std::is_sorted(told.begin(), told.end(), [](const Evaluation &one, const Evaluation &two) {
            return one.threshold > two.threshold;
        }));
        QVERIFY(std::any_of(told.begin(), told.end(), [&](const Evaluation &e) { return e.threshold == threshold; }));
    }
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

void TestAnalysis::figuresNearNothingAreNotNothing()
{
    const auto both = [](double share) { return text::percent(share) + ' ' + text::share(share); };
    QCOMPARE(both(0), std::string("0% 0.0%"));
    QCOMPARE(both(0.00001), std::string("<0.01% <0.1%"));
    QCOMPARE(both(0.0004), std::string("0.04% <0.1%"));
    QCOMPARE(both(0.123456), std::string("12.3% 12.3%"));
    QCOMPARE(both(0.99951), std::string(">99.9% >99.9%"));
    QCOMPARE(both(1), std::string("100% 100.0%"));
    QCOMPARE(text::percent(1.234), std::string("123%"));
}

void TestAnalysis::figuresStayOnTheirSideOfALimit()
{
    QCOMPARE(text::percentBeside(.2, .196), std::string("19.6%"));
    QCOMPARE(text::percentBeside(.2, .1999), std::string("19.99%"));
    QCOMPARE(text::percentBeside(.2, .2), std::string("20%"));
    QCOMPARE(text::percentBeside(.2, 4.384), std::string("438%"));
    QCOMPARE(text::percentBeside(2, 1.996), std::string("199.6%"));
    QCOMPARE(text::percentBeside(.05, .0504), std::string("5.04%"));
    QCOMPARE(text::percentBeside(.05, .0321), std::string("3.2%"));
    QCOMPARE(text::percentBeside(.05, .00042), std::string("0.04%"));
    const Goal goal{"fdr", "Wrong share under 5%", Verdict::Fail, .0504, .061, .05};
    QCOMPARE(goalLine(goal), QStringLiteral("Wrong share under 5%: fail (5.04%, at most 6.1%)"));
}

/// Qt takes the environment's locale for the whole process.
void TestAnalysis::figuresAreTheSameInAnyLocale()
{
    const QTemporaryDir folder;
    const int made = QProcess::execute(QStringLiteral("localedef"),
                                       {QStringLiteral("-i"), QStringLiteral("de_DE"), QStringLiteral("-f"),
                                        QStringLiteral("UTF-8"), folder.filePath(QStringLiteral("de_DE.UTF-8"))});
    qputenv("LOCPATH", QFile::encodeName(folder.path()));
    const std::string before = std::setlocale(LC_NUMERIC, nullptr);
    const bool german = made == 0 && std::setlocale(LC_NUMERIC, "de_DE.UTF-8") != nullptr;
    const std::string mark = std::localeconv()->decimal_point;
    const std::string said = text::percent(0.123) + ' ' + text::score(0.5) + ' ' + text::score(0.5525);
    std::setlocale(LC_NUMERIC, before.c_str());
    qunsetenv("LOCPATH");
    if (!german)
        QSKIP("There are no sources of locales (Debian: locales)");
    QCOMPARE(mark, std::string(","));
    QCOMPARE(said, std::string("12.3% 0.50 0.5525"));
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
    const Analysis analysis = analyzeWorld(simulate(Situation::Plain, 4, 2500, 60, 1));
    const Evaluation e = analysis.evaluate(.6);
    QVERIFY(e.added > 0);
    QCOMPARE(e.unjudged, e.added); // nobody to be confused with: not known, not 0
    QCOMPARE(e.wrongUpper, std::optional(static_cast<double>(e.added)));
    QCOMPARE(analysis.recommendation.status, Status::Abstain);
    QCOMPARE(analysis.recommendation.lacking, Lacking::Evidence);
    QVERIFY(analysis.recommendation.trial && !analysis.recommendation.trial->judged);
    QVERIFY(analysis.evaluate(*analysis.recommendation.candidate).gain.value_or(1) >= .2);
}

void TestAnalysis::oneSexAlone()
{
    const Analysis analysis = analyzeWorld(simulate(Situation::OneSex, 1, 2500, 60, 12));
    const Recommendation &r = analysis.recommendation;
    QCOMPARE(r.status, Status::Abstain);
    QCOMPARE(r.lacking, Lacking::Evidence);
    QVERIFY(r.candidate && r.trial && !r.threshold);
    QVERIFY(std::ranges::any_of(
        r.missing, [](const std::string &line) { return line.find("to judge the does by") != std::string::npos; }));
    QVERIFY2(r.reason.find("how many of the does would be wrong") != std::string::npos, r.reason.c_str());
}

void TestAnalysis::twoAnimals()
{
    // Two animals, one of each sex: neither judges the other.
    const Analysis analysis = analyzeWorld(simulate(Situation::Plain, 2, 300, 2, 2));
    QCOMPARE(analysis.recommendation.threshold, std::nullopt);
    for (const SexResult &sex : analysis.bySex)
        QCOMPARE(sex.strength(), Strength::None);
}

void TestAnalysis::oneBadVectorIsLeftOut()
{
    World world = smallWorld();
    const Analysis before = analyzeWorld(world);
    const std::vector<std::size_t> top = before.unassignedBetween(.6, 2);
    vectorOf(world, top[0])[3] = std::numeric_limits<float>::quiet_NaN();
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.counts.notFinite, std::uint64_t(1));
    QCOMPARE(analysis.evaluate(.6).added, before.evaluate(.6).added - 1);
    QCOMPARE(analysis.recommendation.status, before.recommendation.status);
    for (const int tick : analysis.grid)
        QVERIFY(analysis.evaluate(fromTicks(tick)).wrong.has_value());
}

void TestAnalysis::storedScoresAbstainButOfferATrial()
{
    const Analysis analysis = analyzeWorld(simulate(Situation::StoredScores, 1, 2500, 60, 25));
    const Recommendation &r = analysis.recommendation;
    QCOMPARE(r.status, Status::Abstain);
    QVERIFY(r.reason.find("compute from vectors") != std::string::npos);
    QVERIFY(r.candidate && r.trial && !r.trial->judged);
    for (const std::string &next : r.next)
        QVERIFY(next.find("--source") == std::string::npos); // the dashboard has no switches
    for (const int tick : analysis.grid) {
        const Evaluation e = analysis.evaluate(fromTicks(tick));
        QCOMPARE(e.wrongUpper, std::optional(static_cast<double>(e.added)));
    }
}

void TestAnalysis::invariants_data()
{
    QTest::addColumn<int>("situation");
    QTest::addColumn<quint64>("seed");
    for (const Situation situation : kSituations) {
        for (const quint64 seed : {1, 2, 3})
            QTest::addRow("%s %d", name(situation), static_cast<int>(seed)) << static_cast<int>(situation) << seed;
    }
}

void TestAnalysis::invariants()
{
    QFETCH(int, situation);
    QFETCH(quint64, seed);
    const World world = simulate(static_cast<Situation>(situation), seed, 1500, 50, 20);
    const Analysis analysis = analyzeWorld(world);
    std::optional<double> last;
    for (int t = 2000; t <= kTicksPerUnit; t += 10) {
        const Evaluation e = analysis.evaluate(fromTicks(t));
        QCOMPARE(e.observedWrong.has_value(), analysis.curves.population > 0); // whatever the scores are worth
        if (analysis.unsoundInForce) {
            QVERIFY(!e.wrong && !e.wrongUpper && !e.fdr && !e.decoyWrong && !e.splitWrong);
            QVERIFY(!analysis.wrongInForce && !analysis.wrongInForceUpper);
            continue;
        }
        if (analysis.recommendation.lacking == Lacking::SoundData) {
            QVERIFY(!e.wrong && !e.wrongUpper && !e.decoyWrong);
            continue;
        }
        QVERIFY(*e.wrong <= *e.wrongUpper && *e.wrongUpper <= *e.wrongStrict + 1e-9);
        QVERIFY(*e.wrongStrict <= static_cast<double>(e.added));
        QVERIFY(!last || *e.wrong <= *last); // never more where it is stricter
        last = e.wrong;
        if (e.added > 0)
            QCOMPARE(*e.fdr, *e.wrong / static_cast<double>(e.added));
        QCOMPARE(*e.fpir, *e.wrong / static_cast<double>(analysis.curves.population));
        double wrong = 0;
        std::uint64_t added = 0;
        std::uint64_t unjudged = 0;
        for (const SexResult &sex : analysis.bySex) {
            const Evaluation own = sex.curves.at(fromTicks(t));
            QCOMPARE(own.wrong.has_value(), sex.evidence.has_value());
            wrong += own.wrong.value_or(0);
            added += own.added;
            if (sex.evidence && sex.strength() == Strength::None) {
                QCOMPARE(*own.wrongUpper, static_cast<double>(own.added));
                QVERIFY(!own.decoyWrong && !own.splitWrong); // it is made of nothing
                unjudged += own.added;
            }
        }
        QCOMPARE(added, e.added);
        QCOMPARE(unjudged, e.unjudged);
        QVERIFY(std::abs(wrong - *e.wrong) < 1e-9);
    }
    QVERIFY(sameResult(analysis, analyzeWorld(shuffled(world, seed))));
}

void TestAnalysis::certificateOutranksTheEstimate()
{
    const Analysis stored = analyzeWorld(simulate(Situation::StoredScores, 1, 2500, 60, 25));
    QVERIFY(!stored.recommendation.certified());
    const auto given = [&](const Certificate &certificate, std::vector<TrialSeen> seen = {}, double alpha = .05) {
        Analysis analysis = stored;
        analysis.options.alpha = alpha;
        certify(analysis, {true, certificate, {}, std::move(seen)});
        return analysis.recommendation;
    };
    const std::uint64_t added = stored.evaluate(.61).added;
    const std::uint64_t enough = stored.curves.assigned;
    QVERIFY(added > enough / 5 + 20);
    Certificate certificate{.61, "2026-11-28T14:00:00Z", "ann@ranch", 87, {"doe"}, "ab", 4, added - 5, added - 9};
    certificate.risk = .07;
    certificate.day = "2026-11-27"; // at the site
    const Recommendation r = given(certificate);
    QCOMPARE(r.status, Status::Recommend);
    QCOMPARE(*r.threshold, .61);
    QVERIFY(r.certified() && r.reason.find("the trial of 2026-11-27, 87 looks") != std::string::npos);
    // The 5% is of what the trial is about, not of all that the threshold would assign.
    for (const std::string &words :
         {"At most 5% of the " + text::count(added - 5) + " detections that the trial is about are wrong",
          std::string("false in at most 7 of 100 trials"), text::count(added - 9) + " are not assigned yet",
          std::string(
              "Nobody has looked at what 0.61 would assign besides, and nothing certifies it: 4 detections that "
              "came later, 5 detections without a picture to compare.")})
        QVERIFY2(r.reason.find(words) != std::string::npos, (words + " | " + r.reason).c_str());
    // Nor is the rest a gain of it.
    QVERIFY(gainSentence(r).starts_with("It gives " + text::count(added - 9) + " more detections a profile (+" +
                                        text::percent(static_cast<double>(added - 9) / static_cast<double>(enough)) +
                                        "). Nobody has looked at "));
    QVERIFY(r.reason.find(gainSentence(r)) != std::string::npos);
    QVERIFY(r.reason.find("gives " + text::count(added)) == std::string::npos);
    QVERIFY(doubt(r).empty() && standing(r) == QLatin1String("certified by a trial"));
    QVERIFY(std::ranges::find(r.next, std::string("Hand REID_THRESHOLD=0.61 to operations.")) != r.next.end());
    const auto gain = std::ranges::find(r.goals, std::string("gain"), &Goal::id);
    QCOMPARE(*gain->value, static_cast<double>(added - 9) / static_cast<double>(enough));
    // It tells the wrong share, whatever the scores say of it, and what that is of the unassigned if all that it doesn't cover is wrong.
    const auto share = std::ranges::find(r.goals, std::string("fdr"), &Goal::id);
    QVERIFY(!share->value && share->unjudged.empty());
    {
        Certificate whole = certificate; // nothing of it is assigned yet
        whole.open = whole.items;
        QCOMPARE(goalLine(given(whole).goals.at(1)),
                 QStringLiteral("Wrong share under 5%, certified: pass (at most 5%)"));
    }
    const auto unassigned = std::ranges::find(r.goals, std::string("fpir"), &Goal::id);
    const auto population = static_cast<double>(stored.curves.population);
    const double most = (.05 * static_cast<double>(added - 5) + 9) / population;
    QVERIFY(most < .05 && unassigned->verdict == Verdict::Pass && !unassigned->value);
    QCOMPARE(*unassigned->upper, most);
    QCOMPARE(unassigned->title, std::string("False matches under 5% of the unassigned, certified"));
    {
        Certificate least = certificate; // of a few among many that aren't covered
        least.open = least.items = enough / 5 + 1;
        Analysis few = stored;
        few.curves.population = added;
        certify(few, {true, least, {}, {}});
        QVERIFY(few.recommendation.certified());
        const auto goal = std::ranges::find(few.recommendation.goals, std::string("fpir"), &Goal::id);
        QVERIFY(goal->verdict == Verdict::Unknown && *goal->upper > .05);
    }
    {
        Analysis wrong = stored; // by the scores
        for (std::vector<double> *curve : {&wrong.curves.wrong, &wrong.curves.wrongUpper, &wrong.curves.wrongStrict})
            curve->assign(wrong.curves.added.begin(), wrong.curves.added.end());
        wrong.curves.unjudged.assign(wrong.curves.added.size(), 0);
        certify(wrong, {true, certificate, {}, {}});
        QVERIFY(wrong.recommendation.certified());
        for (const Goal &goal : wrong.recommendation.goals)
            QVERIFY2(goal.verdict != Verdict::Fail, goal.id.c_str());
    }
    {
        // Where both can't be right, that comes first, and somebody else looks before anything is handed over.
        const auto estimated = [&](double part) {
            Analysis analysis = stored;
            analysis.curves.wrong.assign(analysis.curves.added.begin(), analysis.curves.added.end());
            for (double &number : analysis.curves.wrong)
                number *= part;
            analysis.curves.unjudged.assign(analysis.curves.added.size(), 0);
            certify(analysis, {true, certificate, {}, {}});
            return analysis;
        };
        const Analysis agreeing = estimated(.199);
        QVERIFY(doubt(agreeing.recommendation).empty());
        QVERIFY(agreeing.recommendation.reason.starts_with("Certified by the trial"));
        QVERIFY(toJson(agreeing)[QStringLiteral("recommendation")][QStringLiteral("doubt")].isNull());
        const Analysis atOdds = estimated(.9);
        const Recommendation &doubted = atOdds.recommendation;
        QVERIFY(doubted.status == Status::Recommend && doubted.certified());
        QVERIFY(
            doubted.reason.starts_with("The certificate says that at most 5% are wrong, the estimate that about 90% of "
                                       "what 0.61 would assign is: one of the two is mistaken."));
        QVERIFY(standing(doubted).contains(QLatin1String("contradicts")));
        QVERIFY(doubted.next.at(0).starts_with("Let a second person try 0.61"));
        QCOMPARE(doubted.next.at(1),
                 std::string("Only if that trial certifies it too: hand REID_THRESHOLD=0.61 to operations."));
        for (const Goal &goal : doubted.goals)
            QCOMPARE(goal.verdict, goal.id == "gain" ? Verdict::Pass : Verdict::Unknown);
        QCOMPARE(doubted.goals.at(1).title, std::string("Wrong share under 5%, by the certificate"));
        QCOMPARE(toJson(atOdds)[QStringLiteral("recommendation")][QStringLiteral("doubt")].toString().toStdString(),
                 doubt(doubted));
        for (const QString &told : {summary(atOdds), markdown(atOdds, QTimeZone::utc())})
            QVERIFY(told.contains(QLatin1String("one of the two is mistaken")));
    }

    // One that gains too little is told, and the estimate decides: what it doesn't cover is no gain of it.
    certificate.items = certificate.open = enough / 5 - 1;
    const Recommendation little = given(certificate);
    QCOMPARE(little.status, Status::Abstain);
    QVERIFY(little.certification.certificate && !little.certified());
    {
        Analysis shown = stored;
        certify(shown, {true, certificate, {}, {}});
        QCOMPARE(toJson(shown)[QStringLiteral("certificate")][QStringLiteral("open")].toInteger(),
                 static_cast<qint64>(certificate.open));
    }
    {
        // Not even where the estimate comes to the same number.
        Analysis same = stored;
        same.estimated.status = Status::Recommend;
        same.estimated.threshold = same.estimated.candidate = .61;
        certify(same, {true, certificate, {}, {}});
        QVERIFY(same.recommendation.threshold == std::optional(.61) && !same.recommendation.certified());
    }
    certificate.open = enough / 5 + 1;
    QVERIFY(given(certificate).certified());
    // Nor is 5% as good as 2%.
    QVERIFY(!given(certificate, {}, .02).certified());
    // What was found wrong later counts, earlier ones and chance don't.
    const TrialSeen wrong{"2026-11-29T10:00:00Z", 19, 19, {}, {}, true, "2026-11-29"};
    const TrialSeen before{"2026-11-27T10:00:00Z", 19, 19, {}, {}};
    const TrialSeen chance{"2026-11-29T10:00:00Z", 1, 1, {}, {}, true, "2026-11-28"};
    QCOMPARE(given(certificate, {wrong}).status, Status::Abstain);
    Analysis outdated = stored;
    certify(outdated, {true, certificate, {}, {wrong}});
    QVERIFY(toJson(outdated)[QStringLiteral("certificate")].isNull());
    const std::string why =
        "No certificate counts: the trial of 2026-11-27: a later one found more wrong than it allows.";
    QVERIFY(std::ranges::find(outdated.recommendation.unknown, why) != outdated.recommendation.unknown.end());
    QVERIFY(given(certificate, {before}).certified() && given(certificate, {before}).unknown.empty());
    QVERIFY(given(certificate, {chance}).certified());
    QVERIFY(given(certificate, {chance}).unknown.front().find("looked at 1 pair") != std::string::npos);
}

/// Those that were right are assigned, so that all the wrong ones are left.
void TestAnalysis::whatIsLeftOfACertificateMayBeMoreWrong()
{
    Analysis analysis = analyzeWorld(simulate(Situation::StoredScores, 1, 2500, 60, 25));
    const std::uint64_t open = analysis.curves.assigned / 5 + 1;
    Certificate certificate{.61, "2026-11-28T14:00:00Z", "ann@ranch", 87, {}, "ab", 0, 2 * open, open};
    certificate.openNotSame = 2;
    certify(analysis, {true, certificate, {}, {}});
    const Recommendation &r = analysis.recommendation;
    QVERIFY(r.certified());
    const auto share = std::ranges::find(r.goals, std::string("fdr"), &Goal::id);
    QCOMPARE(goalLine(*share), QStringLiteral("Wrong share under 5%, by the certificate: unknown (at most 10%)"));
    QCOMPARE(*share->upper, .1);
    for (const char *words :
         {"All the wrong ones may be among what is left, of which at most 10% is wrong.",
          "Of those not assigned yet, 2 were not called the same; the threshold would assign them too."})
        QVERIFY2(r.reason.find(words) != std::string::npos, r.reason.c_str());
    certificate.open = certificate.items;
    QCOMPARE(wrongOfOpen(certificate), .05);
    certificate.open = 1;
    QCOMPARE(wrongOfOpen(certificate), 1.0);
}

void TestAnalysis::whatIsSeenToBeWrongRefutesACertificate()
{
    Analysis analysis = analyzeWorld(smallWorld());
    const std::uint64_t added = analysis.evaluate(.5).added;
    Certificate certificate{.5, "2026-11-28T14:00:00Z", "ann@ranch", 87, {"doe"}, "ab", 0, added, added - 10};
    certificate.day = "2026-11-27"; // at the site
    QVERIFY(isEnough(analysis, certificate));
    const auto given = [&](double observed) {
        analysis.curves.observedWrong.assign(analysis.curves.added.size(), observed);
        certify(analysis, {true, certificate, {}, {}});
        return analysis.recommendation;
    };
    analysis.contradictions.clear();
    // All ten that it doesn't cover may be wrong as well.
    const double most = std::floor(.05 * static_cast<double>(added)) + 10;
    QVERIFY(given(most).certified());
    QVERIFY(toJson(analysis)[QStringLiteral("certificate")].isObject());
    const Recommendation r = given(most + 1);
    QVERIFY(!r.certified());
    QVERIFY(toJson(analysis)[QStringLiteral("certificate")].isNull());
    QCOMPARE(r.status, analysis.estimated.status);
    const std::string wrong = text::count(static_cast<std::uint64_t>(most + 1 - 10));
    QCOMPARE(r.unknown.front(), "No certificate counts: the trial of 2026-11-27: bursts and images show at least " +
                                    wrong + " wrong among its " + text::count(added) + " detections.");
    QVERIFY(std::ranges::find(r.unknown, std::string(steps::kNobodyLooked)) == r.unknown.end());
    // Where one of the two was assigned before, it may be that one.
    const std::vector<std::size_t> open = analysis.unassignedBetween(.5, 2);
    const auto inImages = [&](bool assigned) {
        analysis.contradictions.clear();
        for (std::size_t i = 0; i + 1 < open.size() && static_cast<double>(analysis.contradictions.size()) <= most;
             i += 2) {
            analysis.data.detections[open[i]].image =
                Uuid{static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(i >> 8), 1};
            analysis.data.detections[open[i]].deer = assigned ? Uuid{1} : Uuid{};
            analysis.contradictions.push_back({open[i], open[i + 1], 0, Uuid{1}, 5000, 0});
        }
        QVERIFY(static_cast<double>(analysis.contradictions.size()) == most + 1);
        QCOMPARE(given(most + 1).certified(), assigned);
    };
    inImages(false);
    inImages(true);
}

void TestAnalysis::trialsWithoutACertificateAreHeard()
{
    const auto told = [](const Analysis &analysis) -> QString {
        return summary(analysis) + markdown(analysis, QTimeZone::utc()) +
               QString::fromUtf8(QJsonDocument(toJson(analysis)).toJson(QJsonDocument::Compact));
    };
    Analysis analysis = analyzeWorld(smallWorld());
    Recommendation &estimated = analysis.estimated;
    estimated.status = Status::Recommend;
    estimated.threshold = estimated.candidate = .5;
    estimated.at = analysis.evaluate(.5);
    estimated.goals = steps::judge(analysis, *estimated.at);
    for (Goal &goal : estimated.goals)
        goal.verdict = Verdict::Pass;
    estimated.unknown = {std::string(steps::kNobodyLooked)};
    estimated.trial = steps::offerTrial(analysis, *estimated.at, true);
    QVERIFY(estimated.trial->looks);
    certify(analysis, {true, {}, {}, {}});
    QCOMPARE(analysis.recommendation.trial->looks, estimated.trial->looks);
    QVERIFY(told(analysis).contains(QLatin1String("Nobody has looked")));
    const double number = *analysis.recommendation.threshold;
    const TrialSeen withheld{"2026-11-28T05:00:00Z",
                             20,
                             0,
                             "4 of 7 pairs known to be different deer were answered Same",
                             {},
                             true,
                             "2026-11-27"};
    const TrialSeen harmless{"2026-11-28T10:00:00Z", 30, 1, {}, {}, true, "2026-11-28"};
    const TrialSeen against{"2026-11-29T05:00:00Z", 19, 19, {}, {}, true, "2026-11-28"};

    // No evidence either way, but somebody has looked.
    certify(analysis, {true, {}, {}, {harmless, withheld}});
    QCOMPARE(analysis.recommendation.status, Status::Recommend);
    QCOMPARE(*analysis.recommendation.threshold, number);
    QVERIFY(!told(analysis).contains(QLatin1String("Nobody has looked")));
    QVERIFY(told(analysis).contains(QLatin1String("A trial of 2026-11-27 was withheld: 4 of 7 pairs known")));
    QVERIFY(
        told(analysis).contains(QLatin1String("looked at 30 pairs and certified nothing (1 was not called the same)")));

    // Two that say the same are told once, and the next one is not offered as if it were the first.
    certify(analysis, {true, {}, {}, {harmless, harmless}});
    QCOMPARE(std::ranges::count_if(analysis.recommendation.unknown,
                                   [](const std::string &line) { return line.find("30 pairs") != std::string::npos; }),
             1);
    QVERIFY(!analysis.recommendation.trial->looks);
    QVERIFY(told(analysis).contains(QLatin1String("another one takes more pairs")));
    TrialSeen elsewhere = withheld; // the data have changed since
    elsewhere.samePool = false;
    certify(analysis, {true, {}, {}, {elsewhere}});
    QCOMPARE(analysis.recommendation.trial->looks, estimated.trial->looks);

    certify(analysis, {true, {}, {}, {against, withheld}});
    const Recommendation &r = analysis.recommendation;
    QCOMPARE(r.status, Status::Abstain);
    QVERIFY(!r.threshold && !r.candidate && !r.at && !r.trial);
    for (const Goal &goal : r.goals)
        QVERIFY(goal.id == "gain" || (goal.verdict != Verdict::Pass && !goal.value));
    const QString words = told(analysis);
    for (const char *untrue : {"Nobody has looked", "until somebody looks", "Hand REID", "estimated, not certified",
                               "Wrong share under 5%: pass", "alone they could go"})
        QVERIFY2(!words.contains(QLatin1String(untrue)), untrue);
    for (const char *is :
         {"A trial of 2026-11-28 looked at 19 pairs and certified nothing (19 were not called the same)",
          "Wrong share under 5%: fail", "A trial of 2026-11-27 was withheld"})
        QVERIFY2(words.contains(QLatin1String(is)), is);
    // It goes with the trial.
    certify(analysis, {true, {}, {}, {}});
    QCOMPARE(analysis.recommendation.status, Status::Recommend);
    // A single pair, or three of forty, may be chance; six of forty aren't.
    for (const auto &[looked, notSame] : {std::pair(1, 1), std::pair(40, 3), std::pair(40, 6)}) {
        certify(analysis, {true,
                           {},
                           {},
                           {{"2026-11-29T10:00:00Z",
                             static_cast<std::uint64_t>(looked),
                             static_cast<std::uint64_t>(notSame),
                             {},
                             {}}}});
        QCOMPARE(analysis.recommendation.status, notSame < 6 ? Status::Recommend : Status::Abstain);
        QVERIFY(told(analysis).contains(QStringLiteral("looked at %1 pair").arg(looked)));
    }

    // A candidate, and what nothing was known of.
    Analysis other = analyzeWorld(simulate(Situation::StoredScores, 1, 2500, 60, 25));
    QVERIFY(told(other).contains(QLatin1String("somebody looks")));
    certify(other, {true, {}, {}, {against}});
    QCOMPARE(other.recommendation.status, Status::Abstain);
    QVERIFY(!other.recommendation.candidate);
    QVERIFY(!told(other).contains(QLatin1String("somebody looks")));
    // A certificate that no longer counts was looked at too.
    certify(analysis, {true, {}, "the trial of 2026-11-28: the profiles have changed", {}});
    QVERIFY(!told(analysis).contains(QLatin1String("Nobody has looked")));
    QVERIFY(told(analysis).contains(QLatin1String("No certificate counts: the trial of 2026-11-28: the profiles")));
}

void TestAnalysis::noTrialProvesLessThanItCertifies()
{
    Analysis analysis = analyzeWorld(smallWorld());
    const Evaluation at = analysis.evaluate(.5);
    QVERIFY(at.added >= 20 && steps::offerTrial(analysis, at, true).looks);
    // What it may come to isn't promised, and how these pairs differ from the trial's own number of looks is said.
    const std::string words = steps::offerTrial(analysis, at, true).words;
    QVERIFY2(words.starts_with("A trial may certify 0.50 after "), words.c_str());
    QVERIFY2(words.find(" at best") != words.npos && words.find("how many looks it takes on average") != words.npos,
             words.c_str());
    analysis.options.alpha = .03;
    const TrialOffer offer = steps::offerTrial(analysis, at, true);
    QVERIFY(!offer.looks && !offer.looksWithErrors);
    QCOMPARE(offer.words, std::string("A trial proves at most 5%, not 3%."));
    for (const Status status : {Status::Recommend, Status::TrialOnly}) {
        analysis.recommendation.status = status;
        analysis.recommendation.threshold = analysis.recommendation.candidate = .5;
        steps::advise(analysis);
        const std::vector<std::string> &next = analysis.recommendation.next;
        QVERIFY(std::ranges::any_of(next, [](const std::string &line) {
            return line.starts_with("Try 0.50 on a sample: a trial proves at most 5%, not 3%.");
        }));
        QVERIFY(std::ranges::none_of(next,
                                     [](const std::string &line) { return line.find("certif") != std::string::npos; }));
    }
}

void TestAnalysis::boundsAreRoundedUp()
{
    const std::pair<double, const char *> bounds[]{{0, "0%"},        {.05, "5%"},     {.0501, "5.1%"},
                                                   {.04949, "5.0%"}, {.0321, "3.3%"}, {.00121, "0.13%"},
                                                   {.07, "7%"},      {1, "100%"},     {.1 + .2, "30%"}};
    for (const auto &[bound, words] : bounds)
        QCOMPARE(text::atMost(bound), std::string(words));
    Evaluation e;
    e.added = 1000;
    e.fdrUpper = .0321;
    QCOMPARE(sweepCells(e).at(5), QStringLiteral("3.3%"));
    const Goal goal{"fdr", "Wrong share", Verdict::Pass, .0321, .0321, .05};
    QVERIFY2(goalLine(goal).contains(QLatin1String("(3.2%, at most 3.3%)")), qPrintable(goalLine(goal)));
}

void TestAnalysis::thoseNobodyCanJudgeFailNothing()
{
    const Analysis analysis = analyzeWorld(smallWorld());
    Evaluation e = analysis.evaluate(.5);
    e.added = 100;
    e.wrong = 60;
    e.wrongUpper = e.wrongStrict = 100;
    e.fdr = .6;
    e.fdrUpper = 1;
    for (const std::uint64_t unjudged : {0, 10, 60}) {
        e.unjudged = unjudged;
        const std::vector<Goal> goals = steps::judge(analysis, e);
        const auto share = std::ranges::find(goals, std::string("fdr"), &Goal::id);
        QCOMPARE(share->verdict, unjudged < 55 ? Verdict::Fail : Verdict::Unknown);
        QCOMPARE(share->value.has_value(), unjudged == 0);
        QCOMPARE(share->upper.has_value(), unjudged == 0);
        QCOMPARE(estimateOr(e.fdr, e), unjudged == 0 ? QStringLiteral("60%") : QStringLiteral("–"));
    }
}

void TestAnalysis::filesTellNoEstimateThatNobodyMade()
{
    const Analysis analysis = analyzeWorld(simulate(Situation::OneSex, 1, 2500, 60, 12));
    const QJsonObject json = toJson(analysis);
    for (const QJsonValue &row : json[QStringLiteral("curve")].toArray()) {
        for (const char *field : {"wrong", "fdr", "fpir"})
            QVERIFY2(row[QLatin1String(field)].isNull(), field);
        QVERIFY(row[QStringLiteral("wrong_upper")].isDouble() &&
                row[QStringLiteral("new")] == row[QStringLiteral("unjudged")]);
    }
    for (const QJsonValue &goal : json[QStringLiteral("recommendation")][QStringLiteral("goals")].toArray())
        QCOMPARE(goal[QStringLiteral("unjudged")].toString(),
                 goal[QStringLiteral("id")] == QStringLiteral("gain") ? QString() : QStringLiteral("does"));

    const Analysis judged = analyzeWorld(smallWorld());
    const QList<QByteArray> lines = sweepCsv(judged).split('\n');
    const QList<QByteArray> header = lines.front().trimmed().split(',');
    for (const QByteArray &line : lines.mid(1)) {
        if (!line.isEmpty())
            QCOMPARE(line.split(',').size(), header.size());
    }
    const qsizetype column = header.indexOf("intruder_wrong");
    QVERIFY(column > 0);
    const std::optional<double> intruders = judged.evaluate(.2).intruderWrong;
    QCOMPARE(lines.at(1).split(',').at(column), intruders ? QByteArray::number(*intruders, 'g', 6) : QByteArray());
}

void TestAnalysis::allVectorsBroken()
{
    World world = smallWorld();
    std::ranges::fill(world.vectors, std::numeric_limits<float>::quiet_NaN());
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.recommendation.status, Status::NoData);
    QCOMPARE(analysis.counts.notFinite, std::uint64_t(2500));
    QCOMPARE(check(analysis, "vectors").outcome, Check::Outcome::Warn);
    QCOMPARE(check(analysis, "vectors").title, std::string("Are the vectors usable as they are?"));
    QCOMPARE(check(analyzeWorld(smallWorld()), "vectors").title, std::string("Are the vectors usable as they are?"));
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
    QVERIFY(!(analysis.clusters.density.bandwidth > 0));
    QCOMPARE(noBreakText(analysis.clusters), std::string("Too few different scores to look for natural breaks"));
    QVERIFY(!analysis.clusters.otsu);
    QCOMPARE(check(analysis, "alike_profiles").outcome, Check::Outcome::Fail);
    QVERIFY(analysis.duplicateProfiles.empty()); // an unsound embedding, not one animal many times
    for (const std::string &next : analysis.recommendation.next)
        QVERIFY(next.find("Merge") == std::string::npos);
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
    const Analysis noise = analyzeWorld(one);
    QVERIFY(noise.clusters.valleys.empty());
    QCOMPARE(noBreakText(noise.clusters), std::string("No natural break at least 10% deep"));
    QVERIFY(markdown(noise, QTimeZone::utc()).contains(QLatin1String("- No natural break at least 10% deep.\n")));
    // Of nothing nobody has seen a shape.
    Analysis nothing;
    QCOMPARE(noBreakText(nothing.clusters), std::string("Too few different scores to look for natural breaks"));
}

void TestAnalysis::gainIsRelativeAndErrorsDecide() // 21
{
    const World weak = simulate(Situation::NoSignal, 2);
    const Analysis analysis = analyzeWorld(weak);
    const Evaluation e = analysis.evaluate(.55);
    QVERIFY(*e.rate - static_cast<double>(analysis.counts.assigned) / static_cast<double>(analysis.counts.detections) >
            .2);
    QCOMPARE(analysis.recommendation.status, Status::Abstain); // 20 points more would do for the old rule
    const Analysis good = analyzeWorld(simulate(Situation::Plain, 1));
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
    const auto doesJudgedBy = [](const Analysis &analysis, const char *whom) {
        const auto &sexes = analysis.recommendation.sexes;
        const auto does = std::ranges::find(sexes, Sex::Doe, &SexAdvice::sex);
        return does != sexes.end() && does->words.find(whom) != std::string::npos;
    };
    QVERIFY(doesJudgedBy(without, "bucks"));
    QVERIFY(!doesJudgedBy(with, "bucks") && doesJudgedBy(with, "deer of another sex"));
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
    // Nothing is told of how many are wrong, in words or in rows.
    for (const Goal &goal : analysis.recommendation.goals)
        QVERIFY(goal.verdict == Verdict::Unknown && !goal.value && !goal.upper);
    QVERIFY(!analysis.recommendation.goals.empty() && !analysis.recommendation.sexes.empty());
    for (const SexAdvice &sex : analysis.recommendation.sexes)
        QVERIFY(!sex.threshold && !sex.upperAtOwn && sex.strength == Strength::None);
    for (const SexResult &sex : analysis.bySex)
        QVERIFY(!sex.curves.at(.3).wrongUpper);
    const QStringList cells = sweepCells(analysis.evaluate(.3));
    QCOMPARE(cells.mid(4), QStringList(3, QStringLiteral("–")));
    const QString told = summary(analysis) + markdown(analysis, QTimeZone::utc());
    for (const char *untrue : {": pass", "alone they could go", "strong evidence"})
        QVERIFY2(!told.contains(QLatin1String(untrue)), untrue);
}

void TestAnalysis::noiseAbstains() // 26
{
    World world = simulate(Situation::Plain, 4, 2500, 60, 25);
    const int wide = 512;
    world.data.dimension = wide;
    world.vectors.resize(world.data.detections.size() * static_cast<std::size_t>(wide));
    world.profileVectors.resize(world.data.profiles.size() * static_cast<std::size_t>(wide));
    makeNoise(world.vectors, wide, 1);
    makeNoise(world.profileVectors, wide, 2);
    const Analysis analysis = analyzeWorld(world);
    QVERIFY2(check(analysis, "noise").outcome == Check::Outcome::Fail, check(analysis, "noise").detail.c_str());
    QCOMPARE(analysis.recommendation.status, Status::Abstain);
    // A profile that is a copy of its founder scores 1 on it whatever the vectors are.
    std::vector<bool> founded(world.data.profiles.size());
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        const std::int32_t own = world.data.detections[i].ownProfile;
        if (own < 0 || founded[static_cast<std::size_t>(own)])
            continue;
        founded[static_cast<std::size_t>(own)] = true;
        std::ranges::copy(vectorOf(world, i), world.profileVectors.begin() + std::ptrdiff_t{own} * wide);
    }
    const Analysis copies = analyzeWorld(world);
    QCOMPARE(check(copies, "founder").outcome, Check::Outcome::Pass);
    QVERIFY2(check(copies, "noise").outcome == Check::Outcome::Fail, check(copies, "noise").detail.c_str());
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
}

void TestAnalysis::contradictionsAreCounted()
{
    World world = apart(smallWorld());
    const Analysis before = analyzeWorld(world);
    QVERIFY(before.contradictions.empty());
    QVERIFY(!before.evaluate(.6).contradictions); // no image with several boxes to look at
    const std::vector<std::size_t> top = before.unassignedBetween(.6, 2);
    const auto sameBest = [&](std::size_t i) {
        return i != top[0] && before.data.matches[i].bestProfile == before.data.matches[top[0]].bestProfile;
    };
    const std::size_t other = *std::ranges::find_if(top, sameBest);
    world.data.detections[other].image = world.data.detections[top[0]].image;
    QVERIFY(analyzeWorld(world).contradictions.empty()); // one box over the other: one animal seen twice
    world.data.detections[other].box = {.9F, .1F, .2F, .2F};
    QVERIFY(analyzeWorld(world).contradictions.empty()); // of another unit: where it is isn't known
    world.data.detections[other].box = {900, 100, 200, 200};
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.contradictions.size(), std::size_t(1));
    QCOMPARE(analysis.evaluate(.6).contradictions.value(), std::uint64_t(1));
    QCOMPARE(analysis.evaluate(.7).contradictions.value(), std::uint64_t(0));
    QCOMPARE(analysis.contradictions[0].level, static_cast<int>(before.data.matches[other].best));
    QCOMPARE(check(analysis, "same_image").outcome, Check::Outcome::Pass); // as yet
    QCOMPARE(check(analysis, "same_image").title, std::string("Is every deer only once in an image?"));

    const std::int32_t profile = before.data.matches[top[0]].bestProfile;
    for (const std::size_t i : {top[0], other}) {
        world.data.detections[i].deer = world.data.profiles[static_cast<std::size_t>(profile)].id;
        world.data.detections[i].ownProfile = profile;
    }
    const Analysis given = analyzeWorld(world);
    QCOMPARE(check(given, "same_image").outcome, Check::Outcome::Warn);
    QCOMPARE(check(given, "same_image").title, std::string("Is every deer only once in an image?"));
}

void TestAnalysis::whatIsNotCountedBySexIsNull()
{
    World world = apart(smallWorld());
    const std::vector<std::size_t> top = analyzeWorld(world).unassignedBetween(.6, 2);
    world.data.detections[top[1]].image = world.data.detections[top[0]].image;
    world.data.detections[top[1]].box = {900, 100, 200, 200};
    const Analysis analysis = analyzeWorld(world);
    const QJsonObject json = toJson(analysis);
    QVERIFY(json[QStringLiteral("sweep")][0][QStringLiteral("contradictions")].isDouble());
    QVERIFY(json[QStringLiteral("sweep")][0][QStringLiteral("burst_conflicts")].isNull()); // there is no burst
    for (const auto &sex : json[QStringLiteral("by_sex")].toArray()) {
        for (const char *rows : {"sweep", "curve"}) {
            const QJsonArray array = sex[QLatin1String(rows)].toArray();
            QVERIFY(!array.isEmpty());
            for (const auto &row : array) {
                QVERIFY(row[QLatin1String("contradictions")].isNull());
                QVERIFY(row[QLatin1String("burst_conflicts")].isNull());
            }
        }
    }
}

void TestAnalysis::burstsOfOneAnimalAreOneDeer()
{
    World world = apart(smallWorld());
    const Analysis before = analyzeWorld(world);
    QVERIFY(before.burstConflicts.empty());
    QVERIFY(!before.evaluate(.6).burstConflicts); // no burst to look at
    const std::vector<std::size_t> top = before.unassignedBetween(.6, 2);
    const auto otherBest = [&](std::size_t i) {
        return before.data.matches[i].bestProfile != before.data.matches[top[0]].bestProfile;
    };
    const std::size_t other = *std::ranges::find_if(top, otherBest);
    world.data.detections[top[0]].burst = world.data.detections[other].burst = Uuid{7};
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(analysis.burstConflicts.size(), std::size_t(1));
    QCOMPARE(analysis.burstConflicts[0].level, static_cast<int>(before.data.matches[other].best));
    QCOMPARE(analysis.evaluate(.6).burstConflicts.value(), std::uint64_t(1));
    QCOMPARE(*analysis.evaluate(.6).observedWrong, *before.evaluate(.6).observedWrong + .5); // one of the two is wrong
    QCOMPARE(analysis.evaluate(.7).burstConflicts.value(), std::uint64_t(0));

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
    World world = apart(smallWorld());
    const Analysis before = analyzeWorld(world);
    const std::vector<std::size_t> top = before.unassignedBetween(.65, 2);
    std::uint8_t burst = 0; // pairs of two deer
    std::vector<bool> used(top.size());
    for (std::size_t a = 0; a < top.size() && burst < 40; ++a) {
        for (std::size_t b = a + 1; b < top.size() && !used[a]; ++b) {
            if (used[b] || before.data.matches[top[a]].bestProfile == before.data.matches[top[b]].bestProfile ||
                before.data.detections[top[a]].sex() != before.data.detections[top[b]].sex())
                continue;
            used[a] = used[b] = true;
            ++burst;
            world.data.detections[top[a]].burst = world.data.detections[top[b]].burst = Uuid{burst};
        }
    }
    QVERIFY(burst >= 10);
    const Analysis analysis = analyzeWorld(world);
    const Evaluation e = analysis.evaluate(.65);
    QCOMPARE(*e.observedWrong, burst / 2.0);
    QVERIFY(*e.wrong >= *e.observedWrong && *e.wrongUpper >= *e.wrong);

    // One deer twice in a photo: one of the two is wrong.
    World twice = apart(smallWorld());
    const Analysis plain = analyzeWorld(twice);
    const std::size_t other = *std::ranges::find_if(top, [&](std::size_t i) {
        return i != top[0] && plain.data.matches[i].bestProfile == plain.data.matches[top[0]].bestProfile;
    });
    twice.data.detections[other].image = twice.data.detections[top[0]].image;
    twice.data.detections[other].box = {900, 100, 200, 200};
    QVERIFY(*analyzeWorld(twice).evaluate(.65).observedWrong >= 1);
}

void TestAnalysis::whatIsObservedNeedsNoEstimate()
{
    World world = apart(simulate(Situation::StoredScores, 1, 2500, 60, 25));
    const Analysis before = analyzeWorld(world);
    QCOMPARE(*before.evaluate(.61).observedWrong, 0.0);
    const std::vector<std::size_t> top = before.unassignedBetween(.61, 2);
    const std::vector<std::size_t> pairs = [&] {
        std::map<std::int32_t, std::size_t> waiting; // by profile
        std::vector<std::size_t> found;
        for (const std::size_t i : top) {
            const auto [other, isFirst] = waiting.emplace(before.data.matches[i].bestProfile, i);
            if (isFirst)
                continue;
            found.insert(found.end(), {other->second, i});
            waiting.erase(other);
        }
        return found;
    }();
    QVERIFY(pairs.size() >= 10);
    for (std::size_t at = 0; at < pairs.size(); at += 2) {
        world.data.detections[pairs[at + 1]].image = world.data.detections[pairs[at]].image;
        world.data.detections[pairs[at + 1]].box = {900, 100, 200, 200};
    }
    Analysis analysis = analyzeWorld(world);
    const Evaluation at = analysis.evaluate(.61);
    QCOMPARE(*at.observedWrong, static_cast<double>(pairs.size()) / 2);
    QVERIFY(10 * pairs.size() > at.added); // one of twenty and more
    analysis.options.gainGoal = .01;
    certify(analysis,
            {true, Certificate{.61, "2026-11-28T14:00:00Z", "ann@ranch", 87, {}, "ab", 0, at.added, at.added}, {}, {}});
    QVERIFY(!analysis.recommendation.certified());
    QVERIFY(analysis.recommendation.unknown.front().find("bursts and images show") != std::string::npos);
}

void TestAnalysis::whatNobodyJudgedIsInNoBound()
{
    const World plain = simulate(Situation::Plain, 1);
    const Analysis all = analyzeWorld(plain);
    QVERIFY(all.inForce().wrongUpper);
    const auto withoutEvery = [&](std::size_t nth) {
        World world = plain;
        std::size_t place = 0;
        std::size_t left = 0;
        for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
            Detection &d = world.data.detections[i];
            if (d.assigned() && all.data.matches[i].own < kFounder && ++place % nth == 0) {
                d.duplicate = left % 2 == 0;
                d.valid = left % 2 == 0;
                ++left;
            }
        }
        return std::pair(analyzeWorld(world), left);
    };
    const auto [few, left] = withoutEvery(40);
    QVERIFY(left > 10);
    QVERIFY(few.inForce().wrongUpper);
    QVERIFY(*few.inForce().wrongUpper >= static_cast<double>(left)); // nobody has judged them
    QVERIFY(!withoutEvery(10).first.inForce().wrongUpper);

    // What the head counts and the funnel doesn't is said.
    const std::uint64_t outside = few.counts.assigned - few.funnel(.7).back().remaining;
    QVERIFY(outside >= left);
    const QString said = QStringLiteral("%1 fell out at a step before the last").arg(outside);
    QVERIFY(markdown(few, QTimeZone::utc()).contains(said));
    QCOMPARE(toJson(few)[QStringLiteral("assigned_outside_funnel")].toInteger(), static_cast<qint64>(outside));
}

void TestAnalysis::aThresholdThatDidNotAssignIsNoticed()
{
    const auto told = [](const Analysis &analysis) {
        return std::ranges::find(analysis.integrity, std::string("threshold_in_force"), &Check::id) !=
               analysis.integrity.end();
    };
    const World plain = simulate(Situation::Plain, 1); // assigned at 0.70
    QVERIFY(!told(analyzeWorld(plain)) && analyzeWorld(plain).inForce().wrongUpper);
    const World alone = apart(plain);
    const Analysis apartNow = analyzeWorld(alone);
    const auto assigned = [&](double from, std::size_t most) {
        World world = alone;
        std::vector<std::size_t> more = apartNow.unassignedBetween(from, .7);
        more.resize(std::min(more.size(), most));
        for (const std::size_t i : more) {
            const std::int32_t best = apartNow.data.matches[i].bestProfile;
            world.data.detections[i].ownProfile = best;
            world.data.detections[i].deer = world.data.profiles[static_cast<std::size_t>(best)].id;
        }
        return world;
    };
    Options options;
    options.current = .8;
    const Analysis analysis = analyzeWorld(assigned(.55, alone.data.detections.size()), options);
    QVERIFY(!analysis.inForce().wrong && !analysis.inForce().wrongUpper);
    QCOMPARE(check(analysis, "threshold_in_force").outcome, Check::Outcome::Warn);
    QVERIFY(check(analysis, "threshold_in_force").detail.find("score less than 0.80") != std::string::npos);
    QVERIFY(check(analysis, "threshold_in_force").fix.find("REID_THRESHOLD") != std::string::npos);

    // What a trial assigned is no sign of it, and the estimate is of the others.
    const std::uint64_t now = apartNow.counts.assigned;
    QVERIFY(apartNow.inForce().wrongUpper && apartNow.judgesAll());
    const Analysis tried = analyzeWorld(assigned(.55, now / 6));
    QVERIFY(tried.counts.assigned > now + now / 10);
    QVERIFY(!told(tried) && !tried.judgesAll());
    QVERIFY(tried.inForce().wrong && tried.inForce().wrongUpper);
    QCOMPARE(tried.inForce().added, now);
    const QString whom =
        QStringLiteral("wrong among the %1 of %2 assigned that score 0.70 or more: ")
            .arg(QString::fromStdString(text::count(now)), QString::fromStdString(text::count(tried.counts.assigned)));
    QVERIFY2(summary(tried).contains(whom), qPrintable(summary(tried)));
    QVERIFY(summary(tried).contains(QStringLiteral("; of the other %1 nothing is known")
                                        .arg(QString::fromStdString(text::count(tried.counts.assigned - now)))));
    QCOMPARE(toJson(tried)[QStringLiteral("in_force")][QStringLiteral("of")].toInteger(), static_cast<qint64>(now));

    // What came with a burst says nothing of the threshold, but nobody has judged it.
    World carried = plain;
    const Analysis before = analyzeWorld(plain);
    std::size_t more = 0;
    std::map<Uuid, Uuid> deerOf; // bursts
    for (std::size_t i = 0; i < plain.data.detections.size(); ++i) {
        if (plain.data.detections[i].assigned() && before.data.matches[i].best >= 7000)
            deerOf.emplace(plain.data.detections[i].burst, plain.data.detections[i].deer);
    }
    for (std::size_t i = 0; i < plain.data.detections.size() && 20 * more < before.counts.assigned; ++i) {
        Detection &d = carried.data.detections[i];
        const Match &match = before.data.matches[i];
        const auto deer = deerOf.find(d.burst);
        if (d.assigned() || deer == deerOf.end() || !before.eligible(i) ||
            before.data.profiles[static_cast<std::size_t>(match.bestProfile)].id != deer->second)
            continue;
        d.deer = deer->second;
        d.ownProfile = match.bestProfile;
        ++more;
    }
    const Analysis linked = analyzeWorld(carried);
    QVERIFY(more > 20 && linked.cameWithBurst() >= more && !told(linked));
    QVERIFY(*linked.inForce().wrongUpper >= static_cast<double>(more));
}

void TestAnalysis::thinIsSaidOnlyWhereItIs()
{
    Analysis analysis = analyzeWorld(smallWorld());
    analysis.unsoundInForce = false;
    const auto recommendWith = [&](double wrongOfJudged, double upper) {
        Curves &curves = analysis.curves;
        for (std::vector<double> *curve : {&curves.wrong, &curves.wrongUpper, &curves.wrongStrict})
            curve->assign(curves.added.size(), 0);
        for (std::size_t i = 0; i < curves.added.size(); ++i) {
            const auto added = static_cast<double>(curves.added[i]);
            curves.unjudged[i] = curves.added[i] / 25;
            curves.wrong[i] = curves.unjudged[i] + wrongOfJudged * (added - curves.unjudged[i]);
            curves.wrongUpper[i] = curves.wrongStrict[i] = std::max(curves.wrong[i], upper * added);
        }
        return steps::recommend(analysis);
    };
    // Most of those that can be judged are wrong: whatever the others are, no threshold is good enough.
    const Recommendation wrong = recommendWith(.9, 1);
    QCOMPARE(wrong.status, Status::Abstain);
    QCOMPARE(wrong.lacking, Lacking::Threshold);
    QVERIFY(wrong.reason.find("too thin") == std::string::npos);
    const Recommendation thin = recommendWith(0, .6);
    QCOMPARE(thin.lacking, Lacking::Evidence);
    QVERIFY(thin.candidate && !thin.threshold);
    for (const std::string &line : thin.unknown)
        QVERIFY2(line.find("at most") == std::string::npos, line.c_str()); // a trial is offered without a number
    for (const Goal &goal : thin.goals) {
        QCOMPARE(goal.value || goal.upper, goal.id == "gain");
        QVERIFY(goal.id == "gain" || goal.verdict == Verdict::Unknown);
    }
    // Nor does it fail there where the strictest threshold alone is expected to be over the limit.
    {
        Analysis strict = analysis;
        Curves &curves = strict.curves;
        const double often = .1 * static_cast<double>(strict.evaluate(*thin.candidate).added);
        curves.unjudged.assign(curves.added.size(), 0);
        curves.wrongUpper.assign(curves.added.begin(), curves.added.end());
        curves.wrongStrict = curves.wrong = curves.wrongUpper;
        for (double &most : curves.wrong)
            most = std::min(most, often);
        QCOMPARE(steps::judge(strict, strict.evaluate(*thin.candidate))[1].verdict, Verdict::Fail);
        const Recommendation r = steps::recommend(strict);
        QCOMPARE(r.lacking, Lacking::Evidence);
        for (const Goal &goal : r.goals)
            QVERIFY(goal.id == "gain" || goal.verdict == Verdict::Unknown);
    }
    // Twelve of which none is expected to be wrong are few, not bad.
    analysis.curves.assigned = 50;
    analysis.curves.added.assign(analysis.curves.added.size(), 12);
    const Recommendation few = recommendWith(0, 1);
    QCOMPARE(few.status, Status::Abstain);
    QCOMPARE(few.lacking, Lacking::Evidence);
    QVERIFY(few.trial && few.trial->detections == 12);
}

void TestAnalysis::whatIsTooFewIsCounted()
{
    Analysis analysis = analyzeWorld(smallWorld());
    analysis.counts.unassignedEligible = 5000;
    analysis.layers.unassigned = {};
    analysis.layers.unassigned.add(1000, 4997);
    analysis.layers.unassigned.add(5000, 3);
    analysis.curves.added = analysis.layers.unassigned.atOrAbove();
    const Recommendation r = steps::recommend(analysis);
    QCOMPARE(r.lacking, Lacking::Unassigned);
    QVERIFY2(r.reason.find("of 5,000 unassigned detections that could be matched, 3 score 0.20 or more") !=
                 std::string::npos,
             r.reason.c_str());
}

void TestAnalysis::unsoundSaysOfWhat()
{
    Analysis analysis = analyzeWorld(smallWorld());
    analysis.unsoundInForce = true;
    Recommendation r = steps::recommend(analysis);
    QCOMPARE(r.lacking, Lacking::SoundThreshold);
    QVERIFY(r.reason.find("of the " + text::count(analysis.counts.assigned) + " assigned now") != std::string::npos);
    analysis.counts.assigned = 0;
    r = steps::recommend(analysis);
    QVERIFY2(r.reason.find("none is assigned yet") != std::string::npos, r.reason.c_str());
    for (const SexAdvice &sex : r.sexes)
        QVERIFY(sex.strength == Strength::None && !sex.threshold);
}

void TestAnalysis::withoutATimeTheImageIsTheBurst()
{
    World timeless = smallWorld();
    for (Detection &d : timeless.data.detections) {
        d.burst = {};
        d.takenAt = 0;
    }
    World placeless = timeless;
    for (Detection &d : placeless.data.detections)
        d.location = -1;
    const Analysis analysis = analyzeWorld(timeless);
    QCOMPARE(analysis.burstEffect, analyzeWorld(placeless).burstEffect);
    QVERIFY(analysis.burstEffect < 3); // not all that a camera ever took
}

void TestAnalysis::rescaledVectorsAreMatched()
{
    World world = smallWorld();
    for (float &value : vectorOf(world, 0))
        value *= 2;
    const Analysis analysis = analyzeWorld(world);
    QCOMPARE(check(analysis, "vectors").outcome, Check::Outcome::Warn);
    QCOMPARE(check(analysis, "vectors").title, std::string("Are the vectors usable as they are?"));
    QVERIFY(analysis.data.matches[0].best != kNoScore);
    QVERIFY(check(analysis, "vectors").fix.find("can't be matched") == std::string::npos);
    std::ranges::fill(vectorOf(world, 1), 0.0F);
    QVERIFY(check(analyzeWorld(world), "vectors").fix.find("can't be matched") != std::string::npos);
}

void TestAnalysis::foundersAreNoMatches()
{
    const Analysis analysis = analyzeWorld(smallWorld());
    QCOMPARE(analysis.layers.matches.total() + analysis.counts.profiles, analysis.layers.assigned.total());
    QCOMPARE(analysis.separation->genuine, analysis.layers.matches.total());
    QCOMPARE(analysis.separation->impostors, analysis.layers.closestOther.total());
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
    QVERIFY(analysis.duplicateProfiles.size() < 53);
    QVERIFY(analysis.duplicateProfiles[0].cosine > 0);
    QCOMPARE(analysis.profileSimilarity.size(), analysis.data.profiles.size() * analysis.data.profiles.size());
    // Two that merely resemble a third one are not said to be one animal.
    const World world = smallWorld();
    Analysis chained = analyzeWorld(world);
    const Gallery gallery(chained.data.profiles, world.profileVectors, world.data.dimension);
    Herd herd;
    for (std::size_t p = 0; p < chained.data.profiles.size(); ++p) {
        const auto s = static_cast<std::size_t>(chained.data.profiles[p].sex);
        herd.profiles[s].push_back(static_cast<std::int32_t>(p));
        herd.groups[s].push_back(static_cast<int>(herd.groups[s].size()));
    }
    const auto doe = static_cast<std::size_t>(Sex::Doe);
    QVERIFY(herd.profiles[doe].size() > 6);
    herd.groups[doe][1] = herd.groups[doe][2] = 0;
    herd.linked[doe] = {{0, 1}, {1, 2}};
    chained.duplicateProfiles.clear();
    steps::checkDuplicates(chained, herd, gallery);
    QCOMPARE(std::ranges::count(chained.duplicateProfiles, true, &DuplicatePair::linked), 2);
    for (const DuplicatePair &pair : chained.duplicateProfiles)
        QVERIFY(pair.first != herd.profiles[doe][0] || pair.second != herd.profiles[doe][2]);
}

void TestAnalysis::threeOfASexAreNotOneAnimal()
{
    const World world = smallWorld();
    const Analysis before = analyzeWorld(world);
    const auto dimension = static_cast<std::ptrdiff_t>(world.data.dimension);
    const auto doe = static_cast<std::size_t>(Sex::Doe);
    using Pairs = std::vector<std::pair<std::int32_t, std::int32_t>>;
    const auto checked = [&](int does, bool equal, const Pairs &linked) {
        Analysis analysis = before;
        analysis.integrity.clear();
        analysis.duplicateProfiles.clear();
        analysis.data.profiles.resize(static_cast<std::size_t>(does));
        std::vector<float> vectors;
        Herd herd;
        for (int p = 0; p < does; ++p) {
            analysis.data.profiles[static_cast<std::size_t>(p)].sex = Sex::Doe;
            const auto from = world.profileVectors.begin() + (equal ? 0 : p * dimension);
            vectors.insert(vectors.end(), from, from + dimension);
            herd.profiles[doe].push_back(p);
            herd.groups[doe].push_back(linked.empty() ? p : 0);
        }
        herd.linked[doe] = linked;
        steps::checkDuplicates(analysis, herd, Gallery(analysis.data.profiles, vectors, world.data.dimension));
        return std::pair(analysis.integrity.back().id, analysis.duplicateProfiles.size());
    };
    const std::string alike = "alike_profiles";
    const std::string duplicate = "duplicate_profiles";
    QVERIFY(checked(3, true, {}) == std::pair(alike, std::size_t(0)));
    QVERIFY(checked(3, false, {{0, 1}, {1, 2}}) == std::pair(alike, std::size_t(0)));
    QVERIFY(checked(2, true, {}) == std::pair(duplicate, std::size_t(1))); // two may be

    // Nor do they hide the pairs of another sex.
    Analysis both = before;
    both.integrity.clear();
    both.duplicateProfiles.clear();
    Herd herd;
    for (int p = 0; p < 9; ++p) {
        const Sex sex = p < 6 ? Sex::Doe : Sex::Buck;
        both.data.profiles[static_cast<std::size_t>(p)].sex = sex;
        const auto s = static_cast<std::size_t>(sex);
        herd.profiles[s].push_back(p);
        herd.groups[s].push_back(sex == Sex::Doe && p > 0 ? p - 1 : 0);
    }
    both.data.profiles.resize(9);
    herd.linked[doe] = {{0, 1}};
    herd.linked[static_cast<std::size_t>(Sex::Buck)] = {{0, 1}, {1, 2}};
    const std::span nine(world.profileVectors.data(), static_cast<std::size_t>(9 * dimension));
    steps::checkDuplicates(both, herd, Gallery(both.data.profiles, nine, world.data.dimension));
    QCOMPARE(check(both, "alike_profiles").outcome, Check::Outcome::Warn);
    QCOMPARE(check(both, "duplicate_profiles").outcome, Check::Outcome::Warn);
    QVERIFY(std::ranges::all_of(both.duplicateProfiles, [](const DuplicatePair &pair) { return pair.first < 6; }));
    QVERIFY(std::ranges::any_of(both.duplicateProfiles, &DuplicatePair::linked));
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

void TestAnalysis::storedScoresTellNoMeans()
{
    World world = smallWorld();
    world.hasVectors = false;
    QCOMPARE(check(analyzeWorld(world), "founder").outcome, Check::Outcome::Pass); // founders are told by their scores
    for (std::size_t p = 0; p < world.data.profiles.size(); ++p) {
        const auto from = world.profileVectors.begin() + static_cast<std::ptrdiff_t>(p) * world.data.dimension;
        std::rotate(from, from + 17, from + world.data.dimension);
    }
    const Analysis analysis = analyzeWorld(world);
    const Check founder = check(analysis, "founder");
    QCOMPARE(founder.outcome, Check::Outcome::NotApplicable);
    QVERIFY2(founder.detail.find("isn't looked at with stored scores") != std::string::npos, founder.detail.c_str());
    QVERIFY2(founder.detail.find("same model") == std::string::npos, founder.detail.c_str());
}

QTEST_GUILESS_MAIN(TestAnalysis)
#include "test_analysis.moc"
