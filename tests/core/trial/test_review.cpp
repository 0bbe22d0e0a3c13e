// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/owndatabase.h"
#include "core/trial/review/outcome.h"
#include "core/trial/review/sharedtrials.h"
#include "tests/core/trial/ranch.h"
#include "tests/core/trial/source.h"

#include <QJsonDocument>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;

class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordSurvivesTheRoundTrip();
    void damagedRecordsAreRefused();
    void profilesShowTheFounderAndVariedPhotos();
    void missingPicturesAreLeftOut();
    void sessionGoesForwardAndBack();
    void everySavedAnswerIsThereAfterReopening();
    void randomWalksAgreeWithTheirJournal();
    void twoWindowsOfOneReviewerDontMix();
    void checksFindACarelessReviewer();
    void verdictOfOneAndOfTwo();
    void planHoldsWhatWasJudgedSame();
    void answersAreExchanged();
    void anotherWorkstationIsNoticed();

private:
    std::unique_ptr<TrialStore> open(const QString &name = QStringLiteral("trials.sqlite"))
    {
        auto store = TrialStore::open(m_folder.filePath(QStringLiteral("new/") + name));
        return store ? std::move(*store) : nullptr;
    }

    QTemporaryDir m_folder;
    simulation::SimulatedSource m_source;
    TrialRecord m_record;
    test::Servers m_servers;
};

void TestReview::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(reason(started)));
    m_source = simulation::simulatedSource();
    m_record = simulation::simulatedTrial(m_source);
    QCOMPARE(m_record.sampled(), 105);
    QCOMPARE(m_record.pairs.size(), std::size_t{105 + 5 + 2});
}

void TestReview::recordSurvivesTheRoundTrip()
{
    const QByteArray bytes = QJsonDocument(toJson(m_record)).toJson();
    const Result<TrialRecord> read = recordFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY2(read, qPrintable(reason(read)));
    QVERIFY(read->pairs == m_record.pairs);
    QVERIFY(read->profiles == m_record.profiles);
    QVERIFY(read->pictures == m_record.pictures);
    QVERIFY(read->estimates == m_record.estimates);
    QCOMPARE(read->thresholds, m_record.thresholds);
    QCOMPARE(read->plan.seed, m_record.plan.seed);
    QCOMPARE(read->checksum, m_record.checksum);
    QCOMPARE(read->createdAt, m_record.createdAt);
    QCOMPARE(read->judgedAt().back(), m_record.judgedAt().back());
}

void TestReview::damagedRecordsAreRefused()
{
    QVERIFY(!recordFromJson({}));
    for (const QString &key : {QStringLiteral("pictures"), QStringLiteral("profiles"), QStringLiteral("thresholds"),
                               QStringLiteral("id"), QStringLiteral("format")}) {
        QJsonObject json = toJson(m_record);
        json.remove(key);
        QCOMPARE(recordFromJson(json).error().kind, ErrorKind::Corrupt);
    }
}

void TestReview::profilesShowTheFounderAndVariedPhotos()
{
    const reid::Dataset &data = *m_source.source->data;
    for (const PhotoChoice &choice : m_source.source->photos) {
        QCOMPARE(choice.detections.size(), kPhotosOfProfile);
        QVERIFY(choice.founderFirst);
        QCOMPARE(int{data.matches[choice.detections.front()].own}, 10000);
        QCOMPARE(QSet<std::size_t>(choice.detections.begin(), choice.detections.end()).size(), 4);
    }
    for (const ShownProfile &profile : m_record.profiles)
        QVERIFY(profile.founderFirst && profile.pictures.size() == 4 && !profile.name.isEmpty());
}

void TestReview::missingPicturesAreLeftOut()
{
    Source source = *m_source.source;
    const Outlook before = lookAhead(source, {0.6, 105, 1}, {});
    std::size_t hidden = 0;
    for (const Unit &unit : before.frame.units) {
        if (++hidden % 3 == 0)
            source.shown[unit.detection] = false;
    }
    for (std::size_t i = 0; i < source.shown.size(); ++i) { // the founder of profile 0
        if (source.data->detections[i].ownProfile == 0 && source.data->matches[i].own == 10000)
            source.shown[i] = false;
    }
    source.photos = choosePhotos(*source.data, source.pictures().ofDetection);
    QVERIFY(!source.photos[0].founderFirst && !source.photos[0].detections.empty());
    const Outlook after = lookAhead(source, {0.6, 105, 1}, {});
    QCOMPARE(after.frame.withoutPicture, hidden / 3);
    QCOMPARE(after.frame.units.size(), before.frame.units.size() - hidden / 3);
    for (const Item &item : after.sample.items)
        QVERIFY(source.shown[item.unit.detection]);
}

void TestReview::sessionGoesForwardAndBack()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ReviewSession session(3, {});
    QVERIFY(!session.undo(now) && !session.canUndo());
    session.answer(Answer::Same, {}, 900, now);
    session.answer(Answer::CantTell, QStringLiteral("fog"), 5000, now);
    QCOMPARE(session.position(), std::size_t{2});
    const auto undone = session.undo(now);
    QVERIFY(undone && !undone->answer);
    QCOMPARE(undone->sequence, 3);
    QCOMPARE(session.position(), std::size_t{1});
    QCOMPARE(session.takenBack()->answer, std::optional(Answer::CantTell));
    QCOMPARE(session.takenBack()->note, QStringLiteral("fog"));
    session.answer(Answer::Different, {}, 100, now);
    session.answer(Answer::Background, {}, 100, now);
    QVERIFY(session.isComplete());
    QCOMPARE(session.answered(), std::size_t{3});
    session.undo(now);
    session.undo(now);
    session.undo(now);
    QCOMPARE(session.position(), std::size_t{0});
    QVERIFY(!session.canUndo() && session.answered() == 0);
}

void TestReview::everySavedAnswerIsThereAfterReopening()
{
    const QString me = QStringLiteral("mo@ranch");
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0, 0, 123), Qt::UTC);
    ReviewSession session(m_record.pairs.size(), {});
    {
        const auto store = open();
        QVERIFY(store && store->save(m_record) && store->save(m_record));
        for (int i = 0; i < 10; ++i)
            QVERIFY(store->append(m_record.id, me, session.answer(Answer::Same, QStringLiteral("n\u00e9"), 1234, now)));
        QVERIFY(store->append(m_record.id, me, *session.undo(now)));
    }
    const auto store = open();
    QCOMPARE(store->trials()->size(), std::size_t{1});
    const std::vector<ReviewerProgress> progress = store->trials()->front().reviewers;
    QCOMPARE(progress.size(), std::size_t{1});
    QCOMPARE(progress.front().reviewer, me);
    QCOMPARE(progress.front().answered, 9);
    QCOMPARE(store->load(m_record.id)->pairs.size(), m_record.pairs.size());
    QCOMPARE(store->load(QUuid::createUuid()).error().kind, ErrorKind::NotFound);
    const auto events = store->events(m_record.id, me);
    QVERIFY(*events == session.events());
    const ReviewSession again(m_record.pairs.size(), *events);
    QCOMPARE(again.position(), std::size_t{9});
    QCOMPARE(again.answered(), std::size_t{9});
    QCOMPARE(store->unsent(m_record.id, me)->size(), std::size_t{11});
    QVERIFY(store->markSent(m_record.id, me, 5));
    QCOMPARE(store->unsent(m_record.id, me)->size(), std::size_t{6});
    QVERIFY(store->remove(m_record.id));
    QVERIFY(store->events(m_record.id, me)->empty() && store->trials()->empty());
    const QString newer = m_folder.filePath(QStringLiteral("newer.sqlite"));
    {
        storage::OwnDatabase database("QSQLITE");
        database.setDatabaseName(newer);
        QVERIFY(database.open());
        QVERIFY(database.exec(QStringLiteral("PRAGMA user_version = 99")).lastError().type() == QSqlError::NoError);
    }
    QCOMPARE(TrialStore::open(newer).error().kind, ErrorKind::Conflict);
    {
        storage::OwnDatabase database("QSQLITE");
        database.setDatabaseName(newer);
        QVERIFY(database.open());
        QVERIFY2(database.tables().isEmpty(), "nothing is written into it");
    }
    const auto unusable = TrialStore::open(QStringLiteral("/proc/nowhere/trials.sqlite"));
    QCOMPARE(unusable.error().kind, ErrorKind::Storage);
}

void TestReview::randomWalksAgreeWithTheirJournal()
{
    std::mt19937 random(5);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (int walk = 0; walk < 200; ++walk) {
        const std::size_t pairs = 1 + random() % 12;
        ReviewSession session(pairs, {});
        std::vector<std::pair<std::size_t, Answer>> expected;
        for (int step = 0; step < 60; ++step) {
            if (session.isComplete() || random() % 3 == 0) {
                QCOMPARE(session.undo(now).has_value(), !expected.empty());
                if (!expected.empty())
                    expected.pop_back();
            } else {
                const Answer answer = kAllAnswers[random() % kAnswers];
                expected.emplace_back(session.position(), answer);
                session.answer(answer, {}, 1, now);
            }
            if (random() % 5 == 0)
                session = ReviewSession(pairs, session.events()); // closed and opened again
        }
        QCOMPARE(session.answered(), expected.size());
        for (const auto &[position, answer] : expected)
            QCOMPARE(session.states()[position].answer, std::optional(answer));
    }
}

void TestReview::twoWindowsOfOneReviewerDontMix()
{
    const auto first = open();
    const auto second = open();
    QVERIFY(first->save(m_record));
    const ReviewEvent event{1, 0, Answer::Same, {}, QDateTime::currentDateTimeUtc(), 5};
    QVERIFY(first->append(m_record.id, QStringLiteral("mo"), event));
    QCOMPARE(second->append(m_record.id, QStringLiteral("mo"), event).error().kind, ErrorKind::Conflict);
    QVERIFY(second->append(m_record.id, QStringLiteral("ann"), event));
    QCOMPARE(first->progress(m_record.id)->size(), std::size_t{2});
    QVERIFY(first->remove(m_record.id));
}

void TestReview::checksFindACarelessReviewer()
{
    std::vector<ReviewEvent> events = simulation::reviewByTruth(m_source, m_record);
    ReviewerChecks checks = checkReviewer(m_record, statesAfter(events, m_record.pairs.size()));
    QVERIFY(checks.sound());
    QCOMPARE(checks.repeatsSame.of, 5);
    QCOMPARE(checks.seenThrough.of, 2);
    QCOMPARE(checks.underASecond.of, 0);
    for (ReviewEvent &event : events) {
        event.answer = Answer::Same;
        event.milliseconds = 300;
    }
    checks = checkReviewer(m_record, statesAfter(events, m_record.pairs.size()));
    QVERIFY(!checks.sound());
    QCOMPARE(checks.repeatsSame.of, 5);
    QCOMPARE(checks.seenThrough.of, 0);
    QCOMPARE(checks.underASecond.of, 112);
}

void TestReview::verdictOfOneAndOfTwo()
{
    const std::vector<PairState> careful =
        statesAfter(simulation::reviewByTruth(m_source, m_record), m_record.pairs.size());
    const Outcome alone = concludeTrial(m_record, {{QStringLiteral("mo"), careful}});
    QVERIFY(alone.verdict.complete && !alone.agreement);
    QCOMPARE(alone.milliseconds, qint64{112 * 4000});
    int wrong = 0;
    for (std::size_t i = 0; i < m_record.pairs.size(); ++i)
        wrong += m_record.pairs[i].kind == Item::Kind::Sampled && m_record.pairs[i].score >= 6000 &&
                         careful[i].answer != Answer::Same
                     ? 1
                     : 0;
    QCOMPARE(alone.verdict.tests.back().share.wrong, wrong);
    std::vector<PairState> doubtful = careful;
    int doubted = 0;
    for (std::size_t i = 0; i < doubtful.size() && doubted < 20; ++i) {
        if (doubtful[i].answer == Answer::Same && m_record.pairs[i].kind == Item::Kind::Sampled && ++doubted > 0)
            doubtful[i].answer = Answer::CantTell;
    }
    const Outcome both = concludeTrial(m_record, {{QStringLiteral("mo"), careful}, {QStringLiteral("ann"), doubtful}});
    QVERIFY(both.agreement && both.agreement->pairs == 112 && both.agreement->same == 92);
    QVERIFY(!both.verdict.certified);
    doubtful[7].answer.reset();
    QVERIFY(!concludeTrial(m_record, {{QStringLiteral("mo"), careful}, {QStringLiteral("ann"), doubtful}})
                 .verdict.complete == (m_record.pairs[7].kind == Item::Kind::Sampled));
}

void TestReview::planHoldsWhatWasJudgedSame()
{
    const Outcome outcome = concludeTrial(
        m_record,
        {{QStringLiteral("mo"), statesAfter(simulation::reviewByTruth(m_source, m_record), m_record.pairs.size())}});
    QVERIFY(outcome.verdict.certified);
    ApplyCounts counts;
    const BatchPlan plan = planBatch(m_record, outcome, QStringLiteral("mo"), &counts);
    QCOMPARE(static_cast<int>(plan.changes.size()), counts.detections);
    QCOMPARE(static_cast<int>(plan.sample.size()), counts.detections + counts.wrongDetections + counts.underDetections);
    QCOMPARE(counts.bursts + counts.wrongBursts + counts.underBursts, 105);
    QVERIFY(counts.detections > counts.bursts && counts.underBursts > 0);
    QSet<QUuid> once;
    for (const Change &change : plan.changes)
        once << change.detection;
    QCOMPARE(static_cast<std::size_t>(once.size()), plan.changes.size());
    Outcome none = outcome;
    none.verdict.certified.reset();
    QVERIFY(planBatch(m_record, none, QStringLiteral("mo")).changes.empty());
}

void TestReview::answersAreExchanged()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const auto here = open(QStringLiteral("here.sqlite"));
    const auto there = open(QStringLiteral("there.sqlite"));
    QVERIFY(here->save(m_record));
    const QString mo = QStringLiteral("mo@here");
    const QString ann = QStringLiteral("ann@there");
    const std::vector<ReviewEvent> events = simulation::reviewByTruth(m_source, m_record);
    for (const ReviewEvent &event : events)
        QVERIFY(here->append(m_record.id, mo, event));
    Result<Exchange> exchanged = exchangeAnswers(*connection, *here, m_record, mo);
    QVERIFY2(exchanged, qPrintable(reason(exchanged)));
    QCOMPARE(exchanged->sent, 112);
    QVERIFY(here->unsent(m_record.id, mo)->empty());

    const auto shared = sharedTrials(*connection);
    QVERIFY2(shared, qPrintable(reason(shared)));
    QVERIFY(shared->front().reviewers == (std::vector<ReviewerProgress>{{mo, 112}}));
    QVERIFY(shared->front().isJudged());
    QCOMPARE(shared->front().pairs, 112);
    const auto fetched = fetchTrial(*connection, *there, m_record.id);
    QVERIFY2(fetched, qPrintable(reason(fetched)));
    QVERIFY(fetched->pairs == m_record.pairs);
    QVERIFY(*there->events(m_record.id, mo) == events); // also to go on with: nothing of it is sent again
    QVERIFY(there->unsent(m_record.id, mo)->empty());
    ReviewSession session(112, {});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(there->append(m_record.id, ann, session.answer(Answer::CantTell, QStringLiteral("dark"), 10, now)));
    QVERIFY(there->append(m_record.id, ann, *session.undo(now)));
    exchanged = exchangeAnswers(*connection, *there, *fetched, ann);
    QVERIFY2(exchanged, qPrintable(reason(exchanged)));
    QCOMPARE(exchanged->received, 0);
    QVERIFY(sharedTrials(*connection)->front().reviewers == (std::vector<ReviewerProgress>{{ann, 0}, {mo, 112}}));
    exchanged = exchangeAnswers(*connection, *here, m_record, mo);
    QCOMPARE(exchanged->sent, 0);
    QCOMPARE(exchanged->received, 2);
    QVERIFY(*here->events(m_record.id, ann) == session.events());

    // What couldn't be sent when the program was closed goes out later, whoever gave it.
    QVERIFY(there->append(m_record.id, QStringLiteral("eve"), {1, 3, Answer::Same, {}, now, 10}));
    QCOMPARE(there->unsentReviews()->size(), std::size_t{1});
    const Result<void> sent = sendLeftovers(*connection, *there);
    QVERIFY2(sent, qPrintable(reason(sent)));
    QVERIFY(there->unsentReviews()->empty());
    QCOMPARE(sharedTrials(*connection)->front().reviewers.size(), std::size_t{3});
}

void TestReview::anotherWorkstationIsNoticed()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const QString mo = QStringLiteral("mo");
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    for (const QString &name : {QStringLiteral("one.sqlite"), QStringLiteral("two.sqlite")}) {
        const auto store = open(name);
        QVERIFY(store->save(m_record));
        const ReviewEvent event{1, 0, name.startsWith(u'o') ? Answer::Same : Answer::BadCrop, {}, now, 5};
        QVERIFY(store->append(m_record.id, mo, event));
    }
    const auto one = open(QStringLiteral("one.sqlite"));
    QVERIFY(exchangeAnswers(*connection, *one, m_record, mo));
    const auto two = open(QStringLiteral("two.sqlite"));
    QCOMPARE(exchangeAnswers(*connection, *two, m_record, mo).error().kind, ErrorKind::Conflict);
    QCOMPARE(two->unsent(m_record.id, mo)->size(), std::size_t{1}); // nothing is lost here
    // The answer that PostgreSQL has already because its acknowledgement was lost is no conflict.
    const auto repeated = open(QStringLiteral("again.sqlite"));
    QVERIFY(repeated->save(m_record));
    QVERIFY(repeated->append(m_record.id, mo, {1, 0, Answer::Same, {}, now, 5}));
    QVERIFY(exchangeAnswers(*connection, *repeated, m_record, mo));
}

QTEST_GUILESS_MAIN(TestReview)
#include "test_review.moc"
