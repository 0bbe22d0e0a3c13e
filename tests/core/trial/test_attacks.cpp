// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/outcome.h"
#include "core/trial/review/words.h"
#include "tests/core/trial/nullpools.h"
#include "tests/core/trial/source.h"

#include <QTest>
#include <cmath>

using namespace herdbook;
using namespace herdbook::trial;

namespace {

using Make = std::function<simulation::Reviewing(const simulation::SimulatedSource &)>;

struct Attacker
{
    const char *name;
    Make make;
};

simulation::Reviewing atRandom(double same)
{
    return [same, random = std::make_shared<std::mt19937>(7)](const Pair &) {
        return std::uniform_real_distribution<>()(*random) < same ? Answer::Same : Answer::Different;
    };
}

simulation::Reviewing byNumber(std::function<Answer(int)> answer)
{
    return [answer = std::move(answer), looks = std::make_shared<int>(0)](const Pair &) { return answer((*looks)++); };
}

/// People who don't look at the deer: what they answer has nothing to do with the truth.
const std::vector<Attacker> &blind()
{
    static const std::vector<Attacker> all{
        {"always Same", [](const auto &) { return byNumber([](int) { return Answer::Same; }); }},
        {"always Different", [](const auto &) { return byNumber([](int) { return Answer::Different; }); }},
        {"always Can't tell", [](const auto &) { return byNumber([](int) { return Answer::CantTell; }); }},
        {"always Bad crop", [](const auto &) { return byNumber([](int) { return Answer::BadCrop; }); }},
        {"half at random", [](const auto &) { return atRandom(0.5); }},
        {"90% Same at random", [](const auto &) { return atRandom(0.9); }},
        {"97% Same at random", [](const auto &) { return atRandom(0.97); }},
        {"by turns",
         [](const auto &) {
             return byNumber([](int look) { return look % 2 == 0 ? Answer::Same : Answer::Different; });
         }},
        {"Same but for each tenth",
         [](const auto &) {
             return byNumber([](int look) { return look % 10 == 9 ? Answer::Different : Answer::Same; });
         }},
        {"Same but for each thirtieth",
         [](const auto &) {
             return byNumber([](int look) { return look % 30 == 29 ? Answer::Different : Answer::Same; });
         }},
        {"Can't tell at first sight, then Same",
         [](const auto &) {
             return [seen = std::make_shared<QSet<QUuid>>()](const Pair &pair) {
                 const bool again = seen->contains(pair.id);
                 *seen << pair.id;
                 return again ? Answer::Same : Answer::CantTell;
             };
         }},
        {"by the picture's id",
         [](const auto &) {
             return [](const Pair &pair) { return pair.detection.data1 % 16 == 0 ? Answer::Different : Answer::Same; };
         }},
        {"by the order of the photos",
         [](const auto &) {
             return [](const Pair &pair) {
                 return pair.photos.size() > 1 && pair.photos[0] < pair.photos[1] ? Answer::Same : Answer::Different;
             };
         }},
        {"blind on the known ones, right on the rest",
         [](const auto &from) {
             return [&from](const Pair &pair) { return pair.known ? Answer::Same : simulation::truth(from, pair); };
         }},
        {"right for 20 looks, then Same",
         [](const auto &from) {
             return [&from, looks = std::make_shared<int>(0)](const Pair &pair) {
                 return (*looks)++ < 20 ? simulation::truth(from, pair) : Answer::Same;
             };
         }},
    };
    return all;
}

Outcome reviewed(const std::shared_ptr<const TrialRecord> &record, const simulation::Reviewing &reviewing,
                 int most = 300)
{
    return concludeTrial(record, {{record->reviewers.front(), simulation::review(record, reviewing, most)}});
}

simulation::Reviewing honest(const simulation::SimulatedSource &from)
{
    return [&from](const Pair &pair) { return simulation::truth(from, pair); };
}

/// Changes the data a source was made of and prepares it anew.
simulation::SimulatedSource changed(simulation::SimulatedSource from,
                                    const std::function<void(reid::Dataset &)> &change)
{
    auto data = std::make_shared<reid::Dataset>(*from.source->data);
    change(*data);
    auto source = std::make_shared<Source>(*from.source);
    source->data = std::move(data);
    source->prepare();
    from.source = std::move(source);
    return from;
}

bool isItem(const reid::Dataset &data, std::size_t i)
{
    return !data.detections[i].assigned() && data.matches[i].best >= 6000;
}

} // namespace

/// Reviewers and pools made to get a certificate that means nothing.
class TestAttacks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whoDoesntLookGetsNothing_data();
    void whoDoesntLookGetsNothing();
    void whoStopsLookingKeepsWhatWasSeen_data();
    void whoStopsLookingKeepsWhatWasSeen();
    void tryingAgainNeedsMoreProof();
    void trialsBegunSideBySideCountAsTries();
    void stricterLevelsKeepTheAnswers();
    void oneBlindReviewerOfTwo_data();
    void oneBlindReviewerOfTwo();
    void tooFewKnownPairsForThePool();
    void oddPools_data();
    void oddPools();
    void damagedAnswersAreNone();
};

void TestAttacks::whoDoesntLookGetsNothing_data()
{
    QTest::addColumn<int>("who");
    QTest::addColumn<double>("wrong");
    for (std::size_t i = 0; i < blind().size(); ++i) {
        for (const double wrong : {0.0, 0.06, 1.0})
            QTest::addRow("%s, %g wrong", blind()[i].name, wrong) << static_cast<int>(i) << wrong;
    }
}

/// Nothing is certified and nothing may be written, not even where every match happens to be right.
void TestAttacks::whoDoesntLookGetsNothing()
{
    QFETCH(int, who);
    QFETCH(double, wrong);
    const simulation::SimulatedSource from = simulation::simulatedSource(400, wrong);
    for (const Preset preset : {Preset::Standard, Preset::Direct}) {
        const auto record = simulation::simulatedTrial(from, 0.60, preset);
        const Outcome outcome = reviewed(record, blind()[static_cast<std::size_t>(who)].make(from));
        QVERIFY2(!outcome.certified(), qPrintable(Words::verdict(*record, outcome)));
        QVERIFY(!outcome.certificate.threshold && !outcome.mayApply(*record));
        QVERIFY(planBatch(*record, outcome, QStringLiteral("x")).changes.empty());
        QVERIFY(Words::verdict(*record, outcome).startsWith(QLatin1String("Nothing is certified")));
    }
}

void TestAttacks::whoStopsLookingKeepsWhatWasSeen_data()
{
    QTest::addColumn<int>("looks");
    for (const int looks : {0, 20, 40, 60, 80, 100})
        QTest::addRow("after %d looks", looks) << looks;
    QTest::newRow("after the first certificate") << -1;
}

/// Careful at first, then Same whatever comes, to the end of the budget. Beyond the first level every match is wrong. A level's test uses
/// the first plants only, so those shown later have to take away what was certified with closed eyes.
void TestAttacks::whoStopsLookingKeepsWhatWasSeen()
{
    QFETCH(int, looks);
    constexpr int kTrials = 100;
    std::mt19937_64 random(static_cast<std::uint64_t>(looks) + 1);
    Evaluator evaluator;
    int announced = 0;
    int kept = 0;
    for (int trial = 0; trial < kTrials; ++trial) {
        nulls::Draw draw = nulls::draw({"", {250, 300, 360, 430, 520, 620, 750}, nulls::Kind::FirstLevel}, random);
        for (std::size_t i = 0; i < draw.wrong.size(); ++i)
            draw.wrong[i] = draw.scheme.items()[i].level > 0 ? 1 : 0;
        Progress progress(draw.scheme, random(), Pipeline::Single, evaluator);
        while (const std::optional<Look> look = progress.next()) {
            const bool wrong = look->plant || draw.wrong[look->index] != 0;
            const bool careful = looks >= 0 ? progress.looks() < looks : progress.announcements().empty();
            progress.give(*look, wrong && careful ? Answer::Different : Answer::Same);
            if (progress.looks() >= kBudget)
                break;
        }
        const int levels = static_cast<int>(progress.finished().certified.size());
        announced += levels > 1 ? 1 : 0;
        kept += progress.reliable().value_or(levels) > 1 ? 1 : 0;
    }
    const double most = 0.05 * kTrials + 3 * std::sqrt(0.05 * 0.95 * kTrials);
    QVERIFY2(kept <= most, qPrintable(QStringLiteral("%1 of %2 false").arg(kept).arg(kTrials)));
    if (looks < 0)
        QVERIFY2(announced > most, "the attack this is about doesn't work: the test can't fail");
}

/// Five trials of one pool at the null, each with the proof its number asks for: 5% + 4 x 1% at the most.
void TestAttacks::tryingAgainNeedsMoreProof()
{
    constexpr int kPools = 200;
    std::mt19937_64 random(11);
    Evaluator evaluator;
    int wrong = 0;
    for (int pool = 0; pool < kPools; ++pool) {
        nulls::Draw draw = nulls::draw({"", {40, 57, 80, 113}, nulls::Kind::FirstLevel}, random);
        bool fell = false;
        for (int ordinal = 1; ordinal <= 5; ++ordinal) {
            draw.scheme =
                Scheme(draw.scheme.items(), draw.scheme.levels(), 40, ordinal > 1 ? kLogHundred : kLogTwenty, false);
            fell = fell || nulls::review(draw, {0.1 * ordinal, 0, 0}, random, evaluator).falseCertificate;
        }
        wrong += fell ? 1 : 0;
    }
    QVERIFY2(wrong <= 0.09 * kPools + 3 * std::sqrt(0.09 * 0.91 * kPools), qPrintable(QString::number(wrong)));
}

/// Trials that were all begun before any of them was answered each believe to be the first.
void TestAttacks::trialsBegunSideBySideCountAsTries()
{
    const simulation::SimulatedSource from = simulation::simulatedSource();
    const auto record = simulation::simulatedTrial(from);
    const std::vector<ReviewerEvents> all{{record->reviewers.front(), simulation::review(record, honest(from), 85)}};
    const Outcome alone = concludeTrial(record, all);
    const Outcome beside = concludeTrial(record, all, {}, 1);
    QVERIFY(alone.certified() && alone.certificate.risk == 0.05);
    QVERIFY(!beside.certified() || beside.certificate.risk > 0.055);
    QVERIFY(beside.certificate.items < alone.certificate.items);
    const Outcome whole =
        concludeTrial(record, {{record->reviewers.front(), simulation::review(record, honest(from))}}, {}, 3);
    for (const CertificateRecord::Claim &claim : whole.certificate.claims())
        QVERIFY(claim.logE >= kLogHundred);
    QCOMPARE(whole.certificate.risk, 0.08);
}

/// Wrong matches under a score of .80 only: the trial fails, and what was answered is enough for the stricter path, at 6%.
void TestAttacks::stricterLevelsKeepTheAnswers()
{
    simulation::SimulatedSource from = simulation::simulatedSource(1500);
    const reid::Dataset &data = *from.source->data;
    for (std::size_t i = 0; i < data.detections.size(); ++i)
        from.right[i] = from.right[i] && (!isItem(data, i) || data.matches[i].best >= 8000 || i % 4 != 0);
    const auto failed = simulation::simulatedTrial(from);
    const std::vector<ReviewerEvents> answers{
        {failed->reviewers.front(), simulation::review(failed, honest(from), 120)}};
    const Outcome outcome = concludeTrial(failed, answers);
    QVERIFY(!outcome.certificate.threshold && outcome.certificate.withheld.isEmpty());
    Beginning beginning;
    beginning.failed = failed->levels.front();
    beginning.candidate = reid::fromTicks(stricterLevels(*from.source, *beginning.failed).back().ticks);
    beginning.reviewers = failed->reviewers;
    beginning.seed = failed->seed;
    beginning.ordinal = 2;
    beginning.by = failed->createdBy;
    beginning.now = failed->createdAt;
    const auto stricter = std::make_shared<const TrialRecord>(freeze(*from.source, beginning));
    QVERIFY(recordFromJson(toJson(*stricter)));
    QVERIFY(stricter->digest == failed->digest && stricter->levels.back().items < failed->levels.front().items);
    QVERIFY(stricter->candidate > failed->candidate);
    Replay replay(failed);
    replayAll(replay, answers);
    std::vector<ReviewerEvents> carried = carriedOver(replay, *stricter);
    QVERIFY(!carried.front().events.empty() && carried.front().events.size() < answers.front().events.size());
    QVERIFY(checkComplete(carried.front().events));
    ReviewSession session(stricter, stricter->reviewers.front(), carried);
    const int before = session.looks();
    QVERIFY(before > 20);
    while (session.current())
        session.answer(simulation::truth(from, *session.pair()), {}, 4000, beginning.now.addDays(1));
    carried.front().events = session.events();
    const Outcome second = concludeTrial(stricter, carried);
    QVERIFY2(second.certified(), qPrintable(Words::verdict(*stricter, second)));
    QCOMPARE(second.certificate.risk, 0.06);
    for (const CertificateRecord::Claim &claim : second.certificate.claims())
        QVERIFY(claim.logE >= kLogHundred);
}

void TestAttacks::oneBlindReviewerOfTwo_data()
{
    QTest::addColumn<int>("pipeline");
    QTest::addColumn<int>("blindOne");
    QTest::addColumn<bool>("certified");
    QTest::newRow("strict, first blind") << static_cast<int>(Pipeline::Strict) << 0 << true;
    QTest::newRow("strict, second blind") << static_cast<int>(Pipeline::Strict) << 1 << true;
    // The first calls everything Same, and nothing goes to the one who looks.
    QTest::newRow("second look, first blind") << static_cast<int>(Pipeline::SecondLook) << 0 << false;
    // Every known pair goes to the one who calls it Same.
    QTest::newRow("second look, second blind") << static_cast<int>(Pipeline::SecondLook) << 1 << false;
}

/// The pipeline is measured as a whole: where one good pair of eyes is enough it certifies, where it isn't nothing comes of it.
void TestAttacks::oneBlindReviewerOfTwo()
{
    QFETCH(int, pipeline);
    QFETCH(int, blindOne);
    QFETCH(bool, certified);
    const simulation::SimulatedSource from = simulation::simulatedSource();
    const auto record =
        simulation::simulatedTrial(from, 0.60, Preset::Short, {QStringLiteral("mo@ranch"), QStringLiteral("ann@ranch")},
                                   static_cast<Pipeline>(pipeline));
    std::vector<ReviewerEvents> all{{record->reviewers[0], {}}, {record->reviewers[1], {}}};
    QDateTime now = record->createdAt;
    bool more = true;
    for (int round = 0; more && round < 150; ++round) {
        more = false;
        for (int reviewer = 0; reviewer < 2; ++reviewer) {
            ReviewSession session(record, record->reviewers[reviewer], all);
            if (!session.current())
                continue;
            more = true;
            now = now.addSecs(4);
            session.answer(reviewer == blindOne ? Answer::Same : simulation::truth(from, *session.pair()), {}, 4000,
                           now);
            all[static_cast<std::size_t>(reviewer)].events = session.events();
        }
    }
    const Outcome outcome = concludeTrial(record, all);
    QCOMPARE(outcome.certified(), certified);
}

/// A test needs its plants: what can't be shown can't be done without. Said before the trial begins.
void TestAttacks::tooFewKnownPairsForThePool()
{
    Evaluator evaluator;
    QCOMPARE(plantsNeeded(20, kLogTwenty, evaluator), 6);
    QCOMPARE(plantsNeeded(60, kLogTwenty, evaluator), 7);
    QCOMPARE(plantsNeeded(1000, kLogTwenty, evaluator), 9);
    QVERIFY(plantsNeeded(1000, kLogHundred, evaluator) > 9);
    for (const int plants : {0, 5, 6, 7, 8, 9, 12}) {
        const simulation::SimulatedSource from = simulation::simulatedSource(600, 0, plants);
        const Outlook outlook = lookAhead(*from.source, 0.60);
        const auto record = simulation::simulatedTrial(from, 0.60, Preset::Standard);
        const Outcome outcome = reviewed(record, honest(from), 700);
        QCOMPARE(record->kind == TrialKind::Certificate, plants >= outlook.plantsNeeded);
        QCOMPARE(outcome.certified(), plants >= outlook.plantsNeeded);
        for (const CertificateRecord::Claim &claim : outcome.certificate.claims())
            QCOMPARE(claim.counts.plants, plantsFor(claim.counts.judged));
        if (record->kind == TrialKind::CountOnly)
            QVERIFY2(outcome.certificate.withheld.contains(QString::number(outlook.plantsNeeded)),
                     qPrintable(outcome.certificate.withheld));
    }
}

void TestAttacks::oddPools_data()
{
    QTest::addColumn<QString>("pool");
    QTest::addColumn<int>("items");
    for (const char *pool : {"all wrong", "one deer", "one profile", "does only", "one score", "ties"})
        QTest::newRow(pool) << QString::fromLatin1(pool) << 300;
    QTest::newRow("five items") << QStringLiteral("few") << 5;
    QTest::newRow("none") << QStringLiteral("few") << 0;
    QTest::newRow("50,000 items") << QStringLiteral("many") << 50000;
}

/// An honest review of a pool nobody foresaw: whatever is certified is true, levels are what they say.
void TestAttacks::oddPools()
{
    QFETCH(QString, pool);
    QFETCH(int, items);
    const simulation::SimulatedSource from = changed(
        simulation::simulatedSource(items, pool == QLatin1String("all wrong") ? 1 : 0), [&](reid::Dataset &data) {
            for (std::size_t i = 0; i < data.detections.size(); ++i) {
                if (!isItem(data, i))
                    continue;
                reid::Match &match = data.matches[i];
                if (pool == QLatin1String("one deer") || pool == QLatin1String("one profile"))
                    match.bestProfile = 0;
                if (pool == QLatin1String("one profile"))
                    match.secondProfile = -1;
                if (pool == QLatin1String("does only"))
                    match.bestProfile &= ~1;
                if (pool == QLatin1String("one score"))
                    match.best = 7321;
                if (pool == QLatin1String("ties"))
                    match.best = static_cast<reid::Ticks>(match.best / 1000 * 1000);
                data.detections[i].label =
                    data.profiles[static_cast<std::size_t>(match.bestProfile)].sex == reid::Sex::Doe
                        ? reid::Label::Doe
                        : reid::Label::Buck;
            }
        });
    for (const Preset preset : kPresets) {
        if (items > 5000 && preset != Preset::Standard)
            continue; // the time it takes
        const auto record = simulation::simulatedTrial(from, 0.60, preset);
        int before = 0;
        for (const Level &level : record->levels) {
            QVERIFY(level.items > before || record->kind == TrialKind::ReviewAll);
            QCOMPARE(static_cast<std::size_t>(level.items), from.source->pool.atOrAbove(level.ticks));
            before = level.items;
        }
        const Outcome outcome = reviewed(record, honest(from), 250);
        QCOMPARE(outcome.certified(), pool != QLatin1String("all wrong") && items >= kLeastItems);
        if (record->pairs.size() < 5000) {
            const Result<TrialRecord> again = recordFromJson(toJson(*record));
            QCOMPARE(static_cast<bool>(again), !record->levels.empty());
        }
    }
}

/// What was changed in a journal by hand is an error, never fewer answers.
void TestAttacks::damagedAnswersAreNone()
{
    std::vector<ReviewEvent> events(5);
    for (std::size_t i = 0; i < events.size(); ++i)
        events[i].sequence = static_cast<int>(i) + 1;
    QVERIFY(checkComplete(events));
    events.erase(events.begin() + 2);
    QCOMPARE(checkComplete(events).error().kind, ErrorKind::Corrupt);

    const simulation::SimulatedSource from = simulation::simulatedSource(100);
    const TrialRecord good = *simulation::simulatedTrial(from);
    QVERIFY(recordFromJson(toJson(good)));
    TrialRecord shorter = good; // the last pair taken out, everywhere but in the pool
    shorter.pairs.pop_back();
    for (Level &level : shorter.levels)
        level.items -= shorter.pairs.size() < static_cast<std::size_t>(level.items) ? 1 : 0;
    QVERIFY(!recordFromJson(toJson(shorter)));
    TrialRecord swapped = good; // another order
    std::swap(swapped.pairs.front(), swapped.pairs.back());
    QVERIFY(!recordFromJson(toJson(swapped)));
    TrialRecord seed = good;
    ++seed.seed;
    QVERIFY(!recordFromJson(toJson(seed)));
    TrialRecord score = good;
    score.pairs.front().score += 1;
    QVERIFY(!recordFromJson(toJson(score)));
}

QTEST_GUILESS_MAIN(TestAttacks)
#include "test_attacks.moc"
