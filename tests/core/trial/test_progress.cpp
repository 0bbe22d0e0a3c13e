// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/nullpools.h"

#include <QTest>
#include <algorithm>

using namespace herdbook;
using namespace herdbook::trial;

namespace {

/// Levels of 30, 60, ... with does and bucks by turns.
Scheme schemeOf(int levels, int perLevel, int plants = 40, bool groups = true, unsigned seed = 3)
{
    std::vector<Place> places;
    for (int i = 0; i < levels * perLevel; ++i)
        places.push_back({i / perLevel, i % 3 == 0 ? reid::Sex::Buck : reid::Sex::Doe});
    std::shuffle(places.begin(), places.end(), std::mt19937(seed));
    std::vector<Level> all;
    for (int i = 0; i < levels; ++i)
        all.push_back({8000 - 50 * i, (i + 1) * perLevel});
    return Scheme(std::move(places), std::move(all), plants, kLogTwenty, groups);
}

Answer careful(const Look &look)
{
    return look.plant ? Answer::Different : Answer::Same;
}

std::vector<int> levelsOf(const Standing &standing)
{
    std::vector<int> judged;
    for (const LevelCertificate &one : standing.certified) {
        for (const Claim &claim : one.claims)
            judged.push_back(claim.counts.judged);
    }
    return judged;
}

} // namespace

/// The queue: what is shown when, what waits for what, and that nothing but the answers decides.
class TestProgress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachSequenceIsTheOrderRestricted();
    void aCarefulReviewerClimbs();
    void plantsLieAmongTheFirstLooksAndInEveryBlock();
    void aTestWaitsForItsPlants();
    void whatATestTakesAtBest();
    void cantTellComesBack();
    void cantTellTwiceIsNotSame();
    void awaitingCountsAsNotSameAtTheEnd();
    void peekingChangesNothing();
    void theOrderOfAnswersChangesNothing();
    void reopeningGoesOnBitByBit();
    void twoSessionsThatDifferInPlantsLookAlike();
    void groupsNeedTheirOwnProof();
    void tooFewPlantsCertifyNothing();
    void futilityIsSaid();
    void strictTakesBoth();
    void secondLookTakesTheSecond();
};

void TestProgress::eachSequenceIsTheOrderRestricted()
{
    const Scheme scheme = schemeOf(5, 40);
    for (int level = 0; level < 5; ++level) {
        std::vector<std::uint32_t> expected;
        for (std::uint32_t i = 0; i < scheme.items().size(); ++i) {
            if (scheme.items()[i].level <= level)
                expected.push_back(i);
        }
        QCOMPARE(scheme.sequence(level), expected);
        std::erase_if(expected, [&](std::uint32_t i) { return scheme.items()[i].group != reid::Sex::Buck; });
        QCOMPARE(scheme.sequence(level, reid::Sex::Buck), expected);
    }
}

void TestProgress::aCarefulReviewerClimbs()
{
    const Scheme scheme = schemeOf(4, 200);
    Evaluator evaluator;
    Progress progress(scheme, 1, Pipeline::Single, evaluator);
    std::vector<Look> seen;
    while (const std::optional<Look> look = progress.next()) {
        QVERIFY2(std::find(seen.begin(), seen.end(), *look) == seen.end(), "a pair is shown twice");
        seen.push_back(*look);
        progress.give(*look, careful(*look));
    }
    QVERIFY(progress.standing().isDone(scheme));
    QCOMPARE(progress.announcements().size(), std::size_t(4));
    int before = 0;
    for (const Announcement &one : progress.announcements()) {
        QVERIFY(one.looks >= before);
        before = one.looks;
        for (const Claim &claim : one.certificate.claims)
            QVERIFY(claim.logE() >= kLogTwenty);
        QCOMPARE(one.certificate.claims.size(), std::size_t(3)); // all, does, bucks
    }
    // 55 of 200 and 9 plants would do for the first; both sexes need some of their own.
    QVERIFY2(progress.announcements().front().looks < 80, qPrintable(QString::number(before)));
}

void TestProgress::plantsLieAmongTheFirstLooksAndInEveryBlock()
{
    const Scheme scheme = schemeOf(1, 400);
    Evaluator evaluator;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        Progress progress(scheme, seed, Pipeline::Single, evaluator);
        int items = 0;
        int plants = 0;
        for (int look = 0; look < 150; ++look) {
            const std::optional<Look> next = progress.next();
            QVERIFY(next);
            (next->plant ? plants : items) += 1;
            progress.give(*next, next->plant ? Answer::Different : look % 9 == 0 ? Answer::Different : Answer::Same);
            if (look == 29)
                QVERIFY(plants >= 6);
            if (items % 20 == 0 && items > 30)
                QVERIFY(plants >= 6 + items / 20 - 1 && plants <= 6 + items / 20 + 1);
        }
    }
    // Their places are random.
    QVERIFY(plantPlaces(scheme, 1).looks != plantPlaces(scheme, 2).looks);
    const PlantPlaces places = plantPlaces(scheme, 3);
    for (std::size_t i = 0; i < places.reviews.size(); ++i)
        QVERIFY(places.reviews[i] > static_cast<int>(i) * 20 && places.reviews[i] <= static_cast<int>(i + 1) * 20);
}

void TestProgress::aTestWaitsForItsPlants()
{
    const Scheme scheme = schemeOf(1, 200, 40, false);
    Evaluator evaluator;
    std::vector<Final> items(200, Final::Same);
    std::vector<Final> plants(40, Final::None);
    QVERIFY(standingAfter(scheme, items, plants, evaluator).certified.empty());
    std::fill_n(plants.begin(), 6, Final::NotSame);
    QCOMPARE(standingAfter(scheme, items, plants, evaluator).current.counts.judged, 19);
    std::fill_n(plants.begin(), 8, Final::NotSame);
    const Standing standing = standingAfter(scheme, items, plants, evaluator);
    QCOMPARE(standing.certified.size(), std::size_t(1));
    QCOMPARE(standing.certified[0].claims[0].counts, (Counts{200, 55, 0, 8, 0}));
}

/// Each answer that isn't Same and each known pair answered Same has its price, by the method's tables.
void TestProgress::whatATestTakesAtBest()
{
    const Scheme scheme = schemeOf(1, 1000, 60, false);
    Evaluator evaluator;
    std::vector<Final> items(1000, Final::None);
    std::vector<Final> plants(60, Final::None);
    const auto remaining = [&] {
        return remainingAtBest(scheme, items, plants, standingAfter(scheme, items, plants, evaluator, true), evaluator);
    };
    QCOMPARE(remaining()->judged, 69);
    QCOMPARE(remaining()->pairs, 69);
    std::fill_n(items.begin(), 60, Final::Same);
    std::fill_n(plants.begin(), 9, Final::NotSame);
    QCOMPARE(remaining()->pairs, 9);
    items[7] = Final::NotSame;
    QCOMPARE(remaining()->judged, 119);
    plants[2] = Final::Same;
    QCOMPARE(remaining()->judged, 156);
    QCOMPARE(remaining()->pairs, 96);
    items[7] = Final::Awaiting; // at best it is Same at the second look
    QCOMPARE(remaining()->judged, 103);
    QCOMPARE(remaining()->pairs, 44);
    std::fill_n(items.begin(), 60, Final::NotSame); // over 5% of all already
    QVERIFY(!remaining());
}

void TestProgress::cantTellComesBack()
{
    const Scheme scheme = schemeOf(1, 300);
    Evaluator evaluator;
    Progress progress(scheme, 4, Pipeline::Single, evaluator);
    const Look first = *progress.next();
    progress.give(first, Answer::CantTell);
    QCOMPARE(progress.finalOf(first), Final::Awaiting);
    for (int i = 0; i < 19; ++i) {
        const Look look = *progress.next();
        QVERIFY(!look.again);
        progress.give(look, careful(look));
    }
    const Look again = *progress.next();
    QCOMPARE(again, (Look{first.plant, first.index, true}));
    progress.give(again, careful(again));
    QVERIFY(progress.finalOf(first) != Final::Awaiting);
    QVERIFY(!progress.next()->again);
}

void TestProgress::cantTellTwiceIsNotSame()
{
    const Scheme scheme = schemeOf(1, 25, 8, false);
    Evaluator evaluator;
    Progress progress(scheme, 4, Pipeline::Single, evaluator);
    int looks = 0;
    while (const std::optional<Look> look = progress.next()) {
        progress.give(*look, Answer::CantTell);
        QVERIFY(++looks < 100);
    }
    QCOMPARE(progress.standing().current.counts.wrong, 25);
    QCOMPARE(progress.standing().current.counts.missed, 0);
    QVERIFY(progress.standing().exhausted);
}

void TestProgress::awaitingCountsAsNotSameAtTheEnd()
{
    const Scheme scheme = schemeOf(1, 300, 40, false);
    Evaluator evaluator;
    std::vector<Final> items(300, Final::None);
    std::fill_n(items.begin(), 70, Final::Same);
    items[scheme.sequence(0)[10]] = Final::Awaiting;
    const std::vector<Final> plants(40, Final::NotSame);
    QCOMPARE(standingAfter(scheme, items, plants, evaluator).current.counts.judged, 10);
    const Standing ended = standingAfter(scheme, items, plants, evaluator, true);
    QVERIFY(ended.certified.empty());
    QCOMPARE(ended.current.counts.wrong, 1);
    QCOMPARE(ended.current.counts.judged, 70);
}

void TestProgress::peekingChangesNothing()
{
    std::mt19937_64 random(1);
    for (int round = 0; round < 20; ++round) {
        const nulls::Draw draw = nulls::draw({"", {40, 57, 80, 113}, nulls::Kind::EveryLevel}, random);
        Evaluator evaluator;
        Progress progress(draw.scheme, 5, Pipeline::Single, evaluator);
        std::vector<Final> items(draw.scheme.items().size(), Final::None);
        std::vector<Final> plants(40, Final::None);
        while (const std::optional<Look> look = progress.next()) {
            const bool wrong = look->plant || draw.wrong[look->index] != 0;
            const Answer answer = wrong && random() % 4 != 0 ? Answer::Different : Answer::Same;
            progress.give(*look, answer);
            (look->plant ? plants : items)[look->index] = answer == Answer::Same ? Final::Same : Final::NotSame;
            (void)progress.finished(); // peeks
            (void)progress.advice();
            Evaluator fresh;
            const Standing once = standingAfter(draw.scheme, items, plants, fresh);
            QCOMPARE(levelsOf(progress.standing()), levelsOf(once));
            QCOMPARE(progress.standing().current.counts, once.current.counts);
        }
    }
}

void TestProgress::theOrderOfAnswersChangesNothing()
{
    std::mt19937_64 random(2);
    for (int round = 0; round < 20; ++round) {
        const nulls::Draw draw = nulls::draw({"", {40, 57, 80, 113}, nulls::Kind::OnlyAtTheTop}, random);
        Evaluator evaluator;
        std::vector<Look> looks;
        for (std::size_t i = 0; i < draw.scheme.items().size(); ++i)
            looks.push_back({false, i, false});
        for (std::size_t i = 0; i < 40; ++i)
            looks.push_back({true, i, false});
        std::vector<int> expected;
        for (int shuffle = 0; shuffle < 4; ++shuffle) {
            Progress progress(draw.scheme, 5, Pipeline::Single, evaluator);
            std::shuffle(looks.begin(), looks.end(), random);
            for (const Look &look : looks)
                progress.give(look, look.plant || draw.wrong[look.index] ? Answer::Different : Answer::Same);
            if (shuffle == 0)
                expected = levelsOf(progress.standing());
            QCOMPARE(levelsOf(progress.standing()), expected);
        }
    }
}

void TestProgress::reopeningGoesOnBitByBit()
{
    const Scheme scheme = schemeOf(3, 100);
    Evaluator evaluator;
    std::vector<std::pair<Look, Answer>> given;
    Progress whole(scheme, 8, Pipeline::Single, evaluator);
    while (const std::optional<Look> look = whole.next()) {
        given.emplace_back(*look, given.size() % 31 == 30 ? Answer::CantTell : careful(*look));
        whole.give(given.back().first, given.back().second);
    }
    for (const std::size_t stop : {std::size_t(1), std::size_t(17), given.size() / 2}) {
        Evaluator another;
        Progress reopened(scheme, 8, Pipeline::Single, another);
        for (std::size_t i = 0; i < given.size(); ++i) {
            if (i >= stop)
                QCOMPARE(reopened.next(), std::optional(given[i].first));
            reopened.give(given[i].first, given[i].second);
        }
        QCOMPARE(levelsOf(reopened.standing()), levelsOf(whole.standing()));
    }
}

/// What the screen gets to know apart from the pair itself: looks, and certificates when they come.
void TestProgress::twoSessionsThatDifferInPlantsLookAlike()
{
    const Scheme scheme = schemeOf(1, 300);
    Evaluator evaluator;
    Progress caught(scheme, 6, Pipeline::Single, evaluator);
    Progress missed(scheme, 6, Pipeline::Single, evaluator);
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(caught.next(), missed.next());
        const Look look = *caught.next();
        caught.give(look, careful(look));
        missed.give(look, Answer::Same);
        QCOMPARE(caught.looks(), missed.looks());
        QCOMPARE(caught.certifiedLevel(), missed.certifiedLevel());
        QCOMPARE(caught.advice(), missed.advice());
    }
}

void TestProgress::groupsNeedTheirOwnProof()
{
    // 4% wrong, all of them bucks: 12% of the bucks.
    const Scheme scheme = schemeOf(1, 900);
    Evaluator evaluator;
    std::vector<Final> items(900, Final::Same);
    int buck = 0;
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (scheme.items()[i].group == reid::Sex::Buck && buck++ % 8 == 0)
            items[i] = Final::NotSame;
    }
    const std::vector<Final> plants(60, Final::NotSame);
    const Standing standing = standingAfter(Scheme(scheme.items(), scheme.levels(), 60), items, plants, evaluator);
    QVERIFY(standing.certified.empty());
    // Under 5% of the items: no claim, and none needed.
    std::vector<Place> few(900, Place{0, reid::Sex::Doe});
    for (std::size_t i = 0; i < 44; ++i)
        few[i * 20].group = reid::Sex::Buck;
    const Scheme small(few, {{8000, 900}}, 60);
    QCOMPARE(small.tests(0), (std::vector<std::optional<reid::Sex>>{std::nullopt, reid::Sex::Doe}));
    few[7].group = reid::Sex::Buck;
    QCOMPARE(Scheme(few, {{8000, 900}}, 60).tests(0).size(), std::size_t(3));
}

void TestProgress::tooFewPlantsCertifyNothing()
{
    const Scheme scheme = schemeOf(1, 100, 5);
    Evaluator evaluator;
    Progress progress(scheme, 6, Pipeline::Single, evaluator);
    int looks = 0;
    while (const std::optional<Look> look = progress.next()) {
        progress.give(*look, careful(*look));
        ++looks;
    }
    QCOMPARE(looks, 105);
    QCOMPARE(progress.certifiedLevel(), -1);
    QVERIFY(progress.finished().certified.empty());
}

void TestProgress::futilityIsSaid()
{
    const Scheme scheme = schemeOf(1, 1000);
    Evaluator evaluator;
    Progress progress(scheme, 6, Pipeline::Single, evaluator);
    for (int i = 0; i < 60 && progress.advice() == Advice::GoOn; ++i) {
        const Look look = *progress.next();
        progress.give(look, !look.plant && look.index % 2 == 0 ? Answer::Same : Answer::Different);
    }
    QCOMPARE(progress.advice(), Advice::Unlikely);
    QCOMPARE(progress.looks(), kBlock);
    QVERIFY(progress.next()); // never binding
    QCOMPARE(Progress(scheme, 6, Pipeline::Single, evaluator).advice(0), Advice::BudgetSpent);
}

void TestProgress::strictTakesBoth()
{
    const Scheme scheme = schemeOf(1, 300, 40, false);
    Evaluator evaluator;
    Progress progress(scheme, 6, Pipeline::Strict, evaluator);
    const Look look{false, 3, false};
    progress.give(look, Answer::Same, 0);
    QCOMPARE(progress.finalOf(look), Final::None);
    progress.give(look, Answer::Different, 1);
    QCOMPARE(progress.finalOf(look), Final::NotSame);
    // Both go through the same pairs, each in their own time.
    for (int i = 0; i < 100; ++i) {
        const std::optional<Look> one = progress.next(0);
        if (one)
            progress.give(*one, careful(*one), 0);
    }
    QCOMPARE(progress.certifiedLevel(), -1);
    while (const std::optional<Look> two = progress.next(1))
        progress.give(*two, careful(*two), 1);
    QCOMPARE(progress.certifiedLevel(), -1); // index 3 is among the first hundred of 300 or not; it counts as wrong
    while (!progress.standing().isDone(scheme)) {
        const std::optional<Look> one = progress.next(0);
        const std::optional<Look> two = progress.next(1);
        QVERIFY(one || two);
        if (one)
            progress.give(*one, careful(*one), 0);
        if (two)
            progress.give(*two, careful(*two), 1);
    }
    QCOMPARE(progress.certifiedLevel(), 0);
}

void TestProgress::secondLookTakesTheSecond()
{
    const Scheme scheme = schemeOf(1, 300, 40, false);
    Evaluator evaluator;
    Progress progress(scheme, 6, Pipeline::SecondLook, evaluator);
    QVERIFY(!progress.next(1)); // nothing to look at yet
    const Look first = *progress.next(0);
    progress.give(first, Answer::Different, 0);
    QCOMPARE(progress.finalOf(first), Final::None);
    QCOMPARE(progress.next(1), std::optional(first));
    progress.give(first, Answer::Same, 1);
    QCOMPARE(progress.finalOf(first), Final::Same);
    const Look second = *progress.next(0);
    progress.give(second, Answer::Same, 0);
    QCOMPARE(progress.finalOf(second), Final::Same);
    QVERIFY(!progress.next(1));
}

QTEST_GUILESS_MAIN(TestProgress)
#include "test_progress.moc"
