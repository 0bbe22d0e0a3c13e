// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/design/checks.h"
#include "core/trial/design/sample.h"
#include "core/trial/design/verdict.h"

#include "core/reid/statistics/intervals.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <random>

using namespace herdbook;
using namespace herdbook::trial;
using reid::Detection;
using reid::Label;
using reid::Match;
using reid::Uuid;

namespace {

Uuid id(int kind, int number)
{
    Uuid made{};
    made[0] = static_cast<std::uint8_t>(kind);
    made[14] = static_cast<std::uint8_t>(number >> 8);
    made[15] = static_cast<std::uint8_t>(number);
    return made;
}

const Pictures allThere{[](std::size_t) { return true; }, [](std::int32_t) { return true; }};

/// Detections put together one by one, with two bucks and two does as profiles.
struct Ranch
{
    reid::Dataset data;

    Ranch()
    {
        data.locations = {"North", "South"};
        for (int i = 0; i < 4; ++i) {
            reid::Profile profile;
            profile.id = id(9, i);
            profile.sex = i < 2 ? reid::Sex::Buck : reid::Sex::Doe;
            data.profiles.push_back(profile);
        }
    }

    struct Row
    {
        int image = 0;
        int burst = 0; ///< 0: none
        double score = 0.6;
        Label label = Label::Buck;
        std::int64_t second = 0;
        int location = 0;
        int assignedTo = -1;
        float x = 0;
    };

    std::size_t add(const Row &row)
    {
        const auto number = static_cast<int>(data.detections.size());
        Detection detection;
        detection.id = id(1, number);
        detection.image = id(2, row.image);
        if (row.burst > 0)
            detection.burst = id(3, row.burst);
        detection.takenAt = row.second * 1'000'000;
        detection.location = row.location;
        detection.label = row.label;
        detection.box = {row.x, 0, 50, 50};
        detection.vector = reid::VectorState::Usable;
        Match match;
        match.best = reid::scoreTicks(static_cast<float>(row.score));
        match.bestProfile = reid::sexOf(row.label) == reid::Sex::Doe ? 2 : 0;
        match.secondProfile = match.bestProfile + 1;
        if (row.assignedTo >= 0) {
            detection.deer = data.profiles[static_cast<std::size_t>(row.assignedTo)].id;
            detection.ownProfile = row.assignedTo;
            match.own = match.best;
        }
        data.detections.push_back(detection);
        data.matches.push_back(match);
        return data.detections.size() - 1;
    }
};

std::vector<Judged> judgedUnits(int strict, int strictWrong, int loose, int looseWrong)
{
    std::vector<Judged> units;
    for (int i = 0; i < strict; ++i)
        units.push_back({6500, reid::Sex::Buck, i < strictWrong ? Answer::Different : Answer::Same});
    for (int i = 0; i < loose; ++i)
        units.push_back({5600, reid::Sex::Doe, i < looseWrong ? Answer::CantTell : Answer::Same});
    return units;
}

} // namespace

class TestDesign : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBurstIsOneUnitOfItsBestDetection();
    void burstsAreMadeUpWithinFiveSeconds();
    void twoAnimalsInAnImageCarryNothingOver();
    void unitsLeaveOutWhatMustNotBeJudged();
    void unitsDontDependOnTheOrderOfRows();
    void frameCountsWhatItLeavesOut();
    void sampleIsReproducibleAndUniform();
    void repeatsComeLateAndImpossiblePairsAreImpossible();
    void aSmallFrameIsTakenWhole();
    void leastNumbersOfTheMethod_data();
    void leastNumbersOfTheMethod();
    void referenceBounds();
    void powerOfTheUsualSample();
    void powerAgreesWithCounting();
    void fixedSequenceOfThePicture();
    void sequenceStopsAtTheFirstFailure();
    void missingAnswersCertifyNothing();
    void stopsEarlyOnlyWhenFailureIsCertain();
    void kappa();
    void twoReviewersTogether();
};

void TestDesign::aBurstIsOneUnitOfItsBestDetection()
{
    Ranch ranch;
    ranch.add({.image = 1, .burst = 1, .score = 0.55, .second = 1});
    const std::size_t best = ranch.add({.image = 2, .burst = 1, .score = 0.66, .second = 2});
    ranch.add({.image = 3, .burst = 1, .score = 0.72, .second = 3, .assignedTo = 0});
    ranch.add({.image = 1, .burst = 1, .score = 0.40, .label = Label::Doe});
    const std::vector<Unit> units = formUnits(ranch.data);
    QCOMPARE(units.size(), std::size_t{2}); // the doe is a unit of her own
    QCOMPARE(units[0].detection, best);
    QCOMPARE(units[0].burst, (std::vector<std::size_t>{0, 1, 2}));
    QCOMPARE(units[0].carried, std::vector<std::size_t>{0}); // not the one that is assigned already
    QCOMPARE(int{units[0].score}, 6600);
    QCOMPARE(units[0].runnerUp, 1);
    QVERIFY(units[1].carried.empty());
}

void TestDesign::burstsAreMadeUpWithinFiveSeconds()
{
    Ranch ranch;
    ranch.add({.image = 1, .second = 100});
    ranch.add({.image = 2, .second = 105});
    ranch.add({.image = 3, .second = 106});                 // 6 s after the first: another burst
    ranch.add({.image = 4, .second = 103, .location = 1});  // elsewhere
    ranch.add({.image = 5, .second = 103, .location = -1}); // nobody knows where: the image alone
    ranch.add({.image = 6, .second = 103, .location = -1});
    const std::vector<Unit> units = formUnits(ranch.data);
    QCOMPARE(units.size(), std::size_t{5});
    QCOMPARE(units[0].burst.size(), std::size_t{2});
}

void TestDesign::twoAnimalsInAnImageCarryNothingOver()
{
    Ranch ranch;
    ranch.add({.image = 1, .burst = 1, .score = 0.6});
    ranch.add({.image = 2, .burst = 1, .score = 0.5, .label = Label::Young});
    ranch.add({.image = 2, .burst = 1, .score = 0.5, .label = Label::Mature, .x = 200});
    ranch.add({.image = 3, .burst = 2, .score = 0.6});
    ranch.add({.image = 3, .burst = 2, .score = 0.5, .label = Label::Doe});
    ranch.add({.image = 4, .burst = 2, .score = 0.5});
    const std::vector<Unit> units = formUnits(ranch.data);
    QCOMPARE(units.size(), std::size_t{3});
    QVERIFY(units[0].severalAnimals); // mature and young are both bucks
    QVERIFY(units[0].carried.empty());
    QVERIFY(!units[1].severalAnimals); // a buck and a doe don't hinder each other
    QCOMPARE(units[1].carried, std::vector<std::size_t>{5});
}

void TestDesign::unitsLeaveOutWhatMustNotBeJudged()
{
    Ranch ranch;
    ranch.data.detections[ranch.add({.image = 1, .burst = 1})].valid = false;
    ranch.data.detections[ranch.add({.image = 2, .burst = 2})].duplicate = true;
    ranch.add({.image = 3, .burst = 3, .label = Label::Cattle});
    ranch.add({.image = 4, .burst = 4, .assignedTo = 0});
    ranch.data.matches[ranch.add({.image = 5, .burst = 5})] = Match(); // no vector, or no profile of its sex
    QVERIFY(formUnits(ranch.data).empty());
    const std::size_t judged = ranch.add({.image = 6, .burst = 5});
    const std::vector<Unit> units = formUnits(ranch.data);
    QCOMPARE(units.size(), std::size_t{1});
    QCOMPARE(units[0].detection, judged);
    QCOMPARE(units[0].carried, std::vector<std::size_t>{4}); // no vector of its own, yet the same animal
}

void TestDesign::unitsDontDependOnTheOrderOfRows()
{
    Ranch ranch;
    std::mt19937 random(3);
    for (int i = 0; i < 300; ++i)
        ranch.add({.image = i / 2,
                   .burst = i % 3 == 0 ? 0 : i / 5,
                   .score = 0.5 + 0.01 * static_cast<double>(random() % 5),
                   .label = i % 4 == 0 ? Label::Doe : Label::Buck,
                   .second = i,
                   .location = i % 7 == 0 ? -1 : 0});
    const auto describe = [](const reid::Dataset &data) {
        std::vector<std::pair<Uuid, std::vector<Uuid>>> all;
        for (const Unit &unit : formUnits(data)) {
            std::vector<Uuid> carried;
            for (const std::size_t i : unit.carried)
                carried.push_back(data.detections[i].id);
            all.emplace_back(data.detections[unit.detection].id, carried);
        }
        return all;
    };
    const auto before = describe(ranch.data);
    reid::Dataset shuffled = ranch.data;
    std::vector<std::size_t> order(shuffled.detections.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    for (std::size_t i = 0; i < order.size(); ++i) {
        shuffled.detections[i] = ranch.data.detections[order[i]];
        shuffled.matches[i] = ranch.data.matches[order[i]];
    }
    QVERIFY(before == describe(shuffled));
    QCOMPARE(makeFrame(ranch.data, formUnits(ranch.data), 0.5, allThere).checksum,
             makeFrame(shuffled, formUnits(shuffled), 0.5, allThere).checksum);
}

void TestDesign::frameCountsWhatItLeavesOut()
{
    Ranch ranch;
    for (int i = 0; i < 10; ++i)
        ranch.add({.image = i, .burst = i + 1, .score = 0.50 + 0.01 * i, .label = i == 9 ? Label::Doe : Label::Buck});
    const Pictures pictures{[](std::size_t i) { return i != 5; }, [](std::int32_t profile) { return profile != 2; }};
    const Frame frame = makeFrame(ranch.data, formUnits(ranch.data), 0.55, pictures); // reaches down to 0.53
    QCOMPARE(frame.scored, std::size_t{10});
    QCOMPARE(frame.below, std::size_t{3});
    QCOMPARE(frame.withoutPicture, std::size_t{1});
    QCOMPARE(frame.withoutProfilePicture, std::size_t{1});
    QCOMPARE(frame.units.size(), std::size_t{5});
    QCOMPARE(frame.atOrAbove(0.55), std::size_t{3});
    const std::uint64_t checksum = frame.checksum;
    ++ranch.data.matches[6].best;
    QVERIFY(makeFrame(ranch.data, formUnits(ranch.data), 0.55, pictures).checksum != checksum);
}

void TestDesign::sampleIsReproducibleAndUniform()
{
    Ranch ranch;
    for (int i = 0; i < 100; ++i)
        ranch.add({.image = i, .burst = i + 1, .score = 0.6});
    const Frame frame = makeFrame(ranch.data, formUnits(ranch.data), 0.55, allThere);
    const auto drawn = [&](std::uint64_t seed) {
        std::vector<std::size_t> units;
        for (const Item &item : drawSample(ranch.data, frame, {0.55, 20, seed}, {0.7, 0.6}, allThere).items) {
            if (item.kind == Item::Kind::Sampled)
                units.push_back(item.unit.detection);
        }
        return units;
    };
    QCOMPARE(drawn(5), drawn(5));
    QVERIFY(drawn(5) != drawn(6));
    std::vector<int> times(100);
    constexpr int draws = 2000;
    for (int seed = 0; seed < draws; ++seed) {
        for (const std::size_t unit : drawn(static_cast<std::uint64_t>(seed)))
            ++times[unit];
    }
    // Each unit is drawn Bin(2000, .2) times: 400, sd 17.9. Chi square over 100 units has mean 80 here (sd about 11).
    double chiSquare = 0;
    for (const int time : times)
        chiSquare += (time - 400.0) * (time - 400.0) / 400.0;
    QVERIFY2(chiSquare > 40 && chiSquare < 130, qPrintable(QString::number(chiSquare)));
}

void TestDesign::repeatsComeLateAndImpossiblePairsAreImpossible()
{
    Ranch ranch;
    for (int i = 0; i < 300; ++i)
        ranch.add({.image = i, .burst = i + 1, .score = 0.6});
    for (int i = 0; i < 3; ++i) { // two bucks in one image, one of them known
        ranch.add({.image = 1000 + i, .score = i == 0 ? 0.99 : 0.75, .second = 5000 + 100 * i, .assignedTo = 0});
        ranch.add({.image = 1000 + i, .score = 0.45, .second = 5000 + 100 * i, .x = 400});
    }
    ranch.add({.image = 2000, .score = 1.0, .label = Label::Doe, .second = 9000, .assignedTo = 2});
    const Frame frame = makeFrame(ranch.data, formUnits(ranch.data), 0.55, allThere);
    const Sample sample = drawSample(ranch.data, frame, {0.55, 210, 4}, {0.7, 0.65, 0.6, 0.55}, allThere);
    QCOMPARE(sample.sampled(), 210);
    QCOMPARE(sample.items.size(), std::size_t{210 + 11 + 4});
    int repeats = 0;
    std::vector<const Unit *> impossible;
    for (std::size_t i = 0; i < sample.items.size(); ++i) {
        const Item &item = sample.items[i];
        if (item.kind == Item::Kind::Repeat) {
            ++repeats;
            const auto original = static_cast<std::size_t>(item.original);
            QVERIFY(item.original >= 0 && i >= original + 20);
            QCOMPARE(sample.items[original].unit.detection, item.unit.detection);
        } else if (item.kind == Item::Kind::Impossible) {
            impossible.push_back(&item.unit);
            QVERIFY(item.unit.carried.empty());
        }
    }
    QCOMPARE(repeats, 11);
    QCOMPARE(impossible.size(), std::size_t{4});
    const auto offered = [&](const Unit *unit) { return std::pair(unit->detection, unit->profile); };
    const std::vector<Unit> pairs = impossiblePairs(ranch.data, 4, 4, allThere);
    QCOMPARE(offered(&pairs[0]), std::pair(std::size_t{301}, std::int32_t{0})); // beside the founding detection itself
    QVERIFY(pairs[3].detection == 306 && pairs[3].profile < 2);                 // a doe against a buck
    QCOMPARE(sample.thresholds, (std::vector<double>{0.7, 0.65, 0.6, 0.55}));
    QCOMPARE(sample.judgedAt, (std::vector<int>{0, 0, 210, 210}));
}

void TestDesign::aSmallFrameIsTakenWhole()
{
    Ranch ranch;
    for (int i = 0; i < 2; ++i)
        ranch.add({.image = i, .burst = i + 1, .score = 0.6});
    for (int size : {0, 1, 2, 210}) {
        const Sample sample = drawSample(ranch.data, makeFrame(ranch.data, formUnits(ranch.data), 0.55, allThere),
                                         {0.55, size, 1}, {0.7}, allThere);
        QCOMPARE(sample.sampled(), std::min(size, 2));
    }
    ranch.data = {};
    QVERIFY(drawSample(ranch.data, makeFrame(ranch.data, formUnits(ranch.data), 0.55, allThere), {0.55, 210, 1}, {},
                       allThere)
                .items.empty());
}

void TestDesign::leastNumbersOfTheMethod_data()
{
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("least");
    const std::array<int, 11> least{59, 93, 124, 153, 181, 208, 234, 260, 286, 311, 336};
    for (int k = 0; k < static_cast<int>(least.size()); ++k)
        QTest::addRow("%d errors", k) << k << least[static_cast<std::size_t>(k)];
}

void TestDesign::leastNumbersOfTheMethod()
{
    QFETCH(int, errors);
    QFETCH(int, least);
    QCOMPARE(allowedErrors(least), errors);
    QCOMPARE(allowedErrors(least - 1), errors - 1);
}

void TestDesign::referenceBounds()
{
    const auto near = [](double a, double b) { return std::abs(a - b) < 5e-7; };
    QVERIFY(near(*shareOf(4, 181).upper, .049855));
    QVERIFY(near(*shareOf(1, 93).upper, .049994));
    QVERIFY(near(*shareOf(0, 59).upper, .049508));
    QVERIFY(near(*shareOf(4, 181).lower2, .006053) && near(*shareOf(4, 181).upper2, .055614));
    QVERIFY(near(*shareOf(0, 10).upper2, .308497) && near(*shareOf(10, 10).lower2, .691503));
    QVERIFY(!shareOf(0, 0).upper && !shareOf(0, 0).share);
    QVERIFY(near(reid::binomialCdf(4, 181, .05), .0491626));
    const Verdict verdict = judge(judgedUnits(0, 0, 181, 4), std::array{0.55});
    QVERIFY(near(*verdict.tests[0].p, .0491626));
}

void TestDesign::powerOfTheUsualSample()
{
    // The method: at a true share of 2% a trial of 210 certifies 5% about three times in four.
    const std::array<int, 1> alone{210};
    QVERIFY(std::abs(certifyProbability(alone, 0.02) - 0.75) < 0.03);
    QVERIFY(std::abs(shareCertifiedWith(0.75, alone) - 0.02) < 0.002);
    // At the limit itself the chance is that of a false certificate.
    QVERIFY(certifyProbability(alone, 0.05) <= 0.05);
    // Stricter thresholds on the way can only cost power.
    const std::array<int, 3> sequence{51, 121, 187};
    const std::array<int, 1> last{187};
    QVERIFY(certifyProbability(sequence, 0.02) < certifyProbability(last, 0.02));
    // Where strict matches are hardly ever wrong, the tests on the way cost next to nothing.
    QVERIFY(std::abs(certifyProbability(sequence, 0.02, {0, 0, 1}) - certifyProbability(last, 0.02)) < 0.03);
    QCOMPARE(certifyProbability(sequence, 0.02, {1, 1, 1}), certifyProbability(sequence, 0.02));
    QCOMPARE(certifyProbability(std::array{58}, 0.0), 0.0);
    QCOMPARE(certifyProbability(std::array{59}, 0.0), 1.0);
    QCOMPARE(certifyProbability({}, 0.0), 0.0);
    QCOMPARE(shareCertifiedWith(0.75, std::array{58}), 0.0);
}

void TestDesign::powerAgreesWithCounting()
{
    const std::vector<int> judgedAt{40, 100, 187};
    constexpr int trials = 40'000;
    std::mt19937 random(11);
    std::bernoulli_distribution isWrong(0.02);
    int certified = 0;
    for (int trial = 0; trial < trials; ++trial) {
        int wrong = 0;
        int judged = 0;
        bool passed = true;
        for (const int n : judgedAt) {
            for (; judged < n; ++judged)
                wrong += isWrong(random) ? 1 : 0;
            passed = passed && (n < 59 || wrong <= allowedErrors(n));
        }
        certified += passed ? 1 : 0;
    }
    const double expected = certifyProbability(judgedAt, 0.02);
    QVERIFY(std::abs(static_cast<double>(certified) / trials - expected) < 0.01);
}

void TestDesign::fixedSequenceOfThePicture()
{
    std::vector<Judged> units;
    const auto add = [&](int count, int wrong, reid::Ticks score) {
        for (int i = 0; i < count; ++i)
            units.push_back({score, reid::Sex::Doe, i < wrong ? Answer::BadCrop : Answer::Same});
    };
    add(51, 0, 6700);
    add(70, 1, 6200);
    add(66, 3, 5500);
    add(23, 2, 5400);
    const Verdict verdict = judge(units, std::array{0.70, 0.65, 0.60, 0.55});
    QVERIFY(verdict.complete);
    QCOMPARE(verdict.certified, std::optional(0.55));
    QCOMPARE(verdict.tests[0].outcome, Test::Outcome::Skipped);
    QCOMPARE(verdict.tests[0].sampled, 0);
    QCOMPARE(verdict.tests[1].outcome, Test::Outcome::Skipped);
    QVERIFY(std::abs(*verdict.tests[1].share.upper - .057) < .0005);
    QCOMPARE(verdict.tests[2].allowed, 1);
    QVERIFY(std::abs(*verdict.tests[2].p - .015) < .0005 && std::abs(*verdict.tests[2].share.upper - .039) < .0005);
    QCOMPARE(verdict.tests[3].allowed, 4);
    QVERIFY(std::abs(*verdict.tests[3].p - .041) < .0005 && std::abs(*verdict.tests[3].share.upper - .048) < .0005);
    QCOMPARE(verdict.overall.judged, 187);
    QCOMPARE(verdict.answers[static_cast<std::size_t>(Answer::BadCrop)], 4);
    QCOMPARE(verdict.bySex[static_cast<std::size_t>(reid::Sex::Doe)].wrong, 4);
    QVERIFY(verdict.certifiedTest() == &verdict.tests[3]);
}

void TestDesign::sequenceStopsAtTheFirstFailure()
{
    std::vector<Judged> units = judgedUnits(93, 2, 400, 0);
    const Verdict verdict = judge(units, std::array{0.65, 0.55});
    QVERIFY(!verdict.certified); // 2 of 93 fails, although 2 of 493 would pass
    QVERIFY(verdict.certainFailure);
    QCOMPARE(verdict.tests[0].outcome, Test::Outcome::Fails);
    QCOMPARE(verdict.tests[1].outcome, Test::Outcome::NotReached);
    QCOMPARE(verdict.reference, 0.55);
    const Verdict partly = judge(judgedUnits(93, 1, 50, 30), std::array{0.65, 0.55});
    QCOMPARE(partly.certified, std::optional(0.65));
    QCOMPARE(partly.tests[1].outcome, Test::Outcome::Fails);
    QVERIFY(!judge(judgedUnits(58, 0, 0, 0), std::array{0.65}).certified);
    QVERIFY(!judge({}, {}).certified);
}

void TestDesign::missingAnswersCertifyNothing()
{
    std::vector<Judged> units = judgedUnits(200, 0, 0, 0);
    QCOMPARE(judge(units, std::array{0.65}).certified, std::optional(0.65));
    units.back().answer.reset();
    const Verdict verdict = judge(units, std::array{0.65});
    QVERIFY(!verdict.certified && !verdict.complete && !verdict.certainFailure);
    QCOMPARE(verdict.tests[0].outcome, Test::Outcome::Open);
}

void TestDesign::stopsEarlyOnlyWhenFailureIsCertain()
{
    std::vector<Judged> units = judgedUnits(100, 0, 100, 0);
    for (Judged &unit : units)
        unit.answer.reset();
    QVERIFY(!judge(units, std::array{0.65, 0.55}).certainFailure);
    for (std::size_t i = 100; i < 110; ++i)
        units[i].answer = Answer::Different; // the loose threshold is lost, the strict one is not
    QVERIFY(!judge(units, std::array{0.65, 0.55}).certainFailure);
    units[0].answer = Answer::Background;
    QVERIFY(!judge(units, std::array{0.65, 0.55}).certainFailure);
    units[1].answer = Answer::BadCrop; // 2 of 100, one is allowed
    QVERIFY(judge(units, std::array{0.65, 0.55}).certainFailure);
}

void TestDesign::kappa()
{
    // The usual textbook table: 20 yes/yes, 5 yes/no, 10 no/yes, 15 no/no: kappa .4.
    std::vector<std::optional<Answer>> first;
    std::vector<std::optional<Answer>> second;
    const auto add = [&](int times, std::optional<Answer> a, std::optional<Answer> b) {
        for (int i = 0; i < times; ++i) {
            first.push_back(a);
            second.push_back(b);
        }
    };
    add(20, Answer::Same, Answer::Same);
    add(5, Answer::Same, Answer::Different);
    add(10, Answer::Different, Answer::Same);
    add(15, Answer::Different, Answer::Different);
    add(3, std::nullopt, Answer::Same);
    const Agreement agreed = agreement(first, second);
    QCOMPARE(agreed.pairs, std::size_t{50});
    QCOMPARE(agreed.same, std::size_t{35});
    QVERIFY(std::abs(*agreed.kappa - 0.4) < 1e-12);
    add(10, Answer::CantTell, Answer::BadCrop);
    const Agreement sides = agreement(first, second);
    QCOMPARE(sides.sameSide, std::size_t{45});
    QVERIFY(*sides.kappaOfSides > *sides.kappa);
    const std::vector<std::optional<Answer>> unanimous(5, Answer::Same);
    QVERIFY(!agreement(unanimous, unanimous).kappa); // chance alone explains everything
    for (const Answer answer : kAllAnswers)
        QCOMPARE(answerFromLetter(letter(answer)), std::optional(answer));
    QVERIFY(!answerFromLetter('X'));
}

void TestDesign::twoReviewersTogether()
{
    const std::vector<std::optional<Answer>> first{Answer::Same, Answer::Same, Answer::CantTell, std::nullopt};
    const std::vector<std::optional<Answer>> second{Answer::Same, Answer::Different, Answer::Same, Answer::Same};
    QVERIFY((strictest(first, second) ==
             std::vector<std::optional<Answer>>{Answer::Same, Answer::Different, Answer::CantTell, std::nullopt}));
}

QTEST_GUILESS_MAIN(TestDesign)
#include "test_design.moc"
