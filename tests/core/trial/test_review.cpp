// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/analysis.h"
#include "core/storage/owndatabase.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/certifier.h"
#include "core/trial/review/digest.h"
#include "core/trial/review/judgedtrials.h"
#include "core/trial/review/leftanswers.h"
#include "core/trial/review/outcome.h"
#include "core/trial/review/sharedanswers.h"
#include "core/trial/review/sharedcertificates.h"
#include "core/trial/review/sharedtrials.h"
#include "core/trial/review/words.h"
#include "tests/core/trial/ranch.h"
#include "tests/core/trial/source.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSqlError>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

#include <thread>
#include <utility>

using namespace herdbook;
using namespace herdbook::trial;
using test::reason;

/// A trial from its pool to its certificate, the journals it is kept in, and what the analysis hears of it.
class TestReview : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void figuresNearNothingAreNotNothing();
    void recordSurvivesTheRoundTrip();
    void aPhotoWithoutATimeHasNone();
    void damagedRecordsAreRefused();
    void firstEditionIsReadAndCountsForNothing();
    void noPhotoOfThePairsOwnVisitIsShown();
    void plantsAreOfOneSexAndHardestFirst();
    void nothingBesideAPlantGivesItAway();
    void camerasTooFarApartMakePlants();
    void levelsAndKinds();
    void sessionGoesForwardAndBackToTheLastCertificate();
    void everySavedAnswerIsThereAfterReopening();
    void twoWindowsOfOneReviewerDontMix();
    void whatMayBeThereIsKeptOnce();
    void leftAnswersAreStoredLater();
    void leftAnswersAreRefusedWhereOthersStand();
    void refusedAnswersAreWhereTheyAreSaidToBe();
    void leftAnswersThatAreBeingStoredArentRefused();
    void aCarefulReviewIsCertified();
    void whatIsNotFinalIsNoAnswer();
    void pairsKnownByClocksAccuseNobody();
    void pressingSameIsWithheld();
    void knownPairsAnsweredSameAtFirstAreTold();
    void withheldFor_data();
    void withheldFor();
    void aSecondLookIsNamedOnlyWhereOneTookPlace_data();
    void aSecondLookIsNamedOnlyWhereOneTookPlace();
    void anotherTrialNeedsMoreProof();
    void eachTrialHasPlacesOfItsOwnForKnownPairs();
    void nothingCertifiedSaysWhyAndHowMuchItTakes();
    void smallPoolsAreReviewedWhole();
    void planHoldsWhatWasAnsweredSameOnly();
    void whatIsTakenBackLateIsNotWritten();
    void digestKnowsWhatMatters();
    void answersAndCertificatesAreExchanged();
    void answersThatComeLateAreNews();
    void goingBackAndUpAgainKeepsTrials_data();
    void goingBackAndUpAgainKeepsTrials();
    void journalsAreHeardTogether();
    void keptVerdictsAreJudgedByTodaysRules();
    void theNewestCertificateThatIsEnough();
    void oneSeedForAllWorkstations();
    void theAnalysisKnowsTheCertificate();

private:
    std::unique_ptr<TrialStore> open(const QString &name = QStringLiteral("trials.sqlite"))
    {
        auto store = TrialStore::open(m_folder.filePath(QStringLiteral("new/") + name));
        return store ? std::move(*store) : nullptr;
    }
    Answer truth(const Pair &pair) const { return simulation::truth(m_source, pair); }
    std::vector<ReviewerEvents> byTruth(const std::shared_ptr<const TrialRecord> &record) const
    {
        return {
            {record->reviewers.front(), simulation::review(record, [this](const Pair &pair) { return truth(pair); })}};
    }

    QTemporaryDir m_folder;
    simulation::SimulatedSource m_source;
    std::shared_ptr<const TrialRecord> m_record;
    test::Servers m_servers;
};

void TestReview::initTestCase()
{
    const auto started = m_servers.start();
    QVERIFY2(started, qPrintable(reason(started)));
    m_source = simulation::simulatedSource();
    m_record = simulation::simulatedTrial(m_source);
    QCOMPARE(m_record->pairs.size(), std::size_t{600});
    QCOMPARE(m_record->plants.size(), std::size_t{30});
}

void TestReview::figuresNearNothingAreNotNothing()
{
    QCOMPARE(Words::percent(0), QStringLiteral("0.0%"));
    QCOMPARE(Words::percent(0.0004), QStringLiteral("<0.1%"));
    QCOMPARE(Words::percent(0.021), QStringLiteral("2.1%"));
    QCOMPARE(Words::percent(0.9996), QStringLiteral(">99.9%"));
    QCOMPARE(Words::percent(1), QStringLiteral("100.0%"));
    QCOMPARE(Words::percent(0.05, 0), QStringLiteral("5%"));
}

void TestReview::recordSurvivesTheRoundTrip()
{
    const QByteArray bytes = QJsonDocument(toJson(*m_record)).toJson();
    const Result<TrialRecord> read = recordFromJson(QJsonDocument::fromJson(bytes).object());
    QVERIFY2(read, qPrintable(reason(read)));
    QVERIFY(read->pairs == m_record->pairs && read->plants == m_record->plants && read->pool == m_record->pool);
    QVERIFY(read->profiles == m_record->profiles && read->pictures == m_record->pictures);
    QVERIFY(read->levels == m_record->levels && read->outside == m_record->outside);
    QVERIFY(read->estimate == m_record->estimate);
    QCOMPARE(read->seed, m_record->seed);
    QCOMPARE(read->digest, m_record->digest);
    QCOMPARE(read->createdAt, m_record->createdAt);
    QCOMPARE(read->reviewers, m_record->reviewers);
    Source source = *m_source.source;
    source.boxUnit = render::BoxUnit::Fractions;
    const auto fractions = simulation::simulatedTrial({{}, std::make_shared<const Source>(source)});
    QVERIFY(!fractions->pictures.isEmpty());
    for (const Picture &picture : fractions->pictures)
        QVERIFY(picture.unit == render::BoxUnit::Fractions);
    const Result<TrialRecord> again = recordFromJson(toJson(*fractions));
    QVERIFY2(again, qPrintable(reason(again)));
    QVERIFY(again->pictures == fractions->pictures);
}

void TestReview::aPhotoWithoutATimeHasNone()
{
    reid::Dataset data = *m_source.source->data;
    data.detections[0].takenAt = 0;
    QVERIFY(!pictureOf(data, 0, {}, render::BoxUnit::Pixels).takenAt.isValid());
    QVERIFY(pictureOf(data, 1, {}, render::BoxUnit::Pixels).takenAt.isValid());
    // Earlier trials were frozen with 1970 in its place.
    QJsonObject json = toJson(*m_record);
    QJsonArray pictures = json[QStringLiteral("pictures")].toArray();
    QJsonObject first = pictures[0].toObject();
    first[QStringLiteral("taken_at")] = QStringLiteral("1970-01-01T00:00:00.000Z");
    pictures[0] = first;
    json[QStringLiteral("pictures")] = pictures;
    const Result<TrialRecord> read = recordFromJson(json);
    QVERIFY2(read, qPrintable(reason(read)));
    const QUuid id(first[QStringLiteral("detection")].toString());
    QVERIFY(read->pictures.contains(id) && !read->pictures.value(id).takenAt.isValid());
    const Result<TrialRecord> again = recordFromJson(toJson(*read));
    QVERIFY2(again, qPrintable(reason(again)));
    QVERIFY(again->pictures == read->pictures);
    // A known pair is told without it, too.
    Pair pair;
    pair.known = PlantKind::LaterImage;
    pair.sex = reid::Sex::Doe;
    Picture picture;
    QCOMPARE(Words::known(pair, QTimeZone::utc(), picture), QStringLiteral("two does in one photo"));
    picture.location = QStringLiteral("Creek");
    QCOMPARE(Words::known(pair, QTimeZone::utc(), picture), QStringLiteral("two does in one photo, Creek"));
    picture.takenAt = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    QCOMPARE(Words::known(pair, QTimeZone::utc(), picture), QStringLiteral("two does in one photo, Creek, 22 Nov"));
}

void TestReview::damagedRecordsAreRefused()
{
    QVERIFY(!recordFromJson({}));
    for (const QString &key : {QStringLiteral("pictures"), QStringLiteral("profiles"), QStringLiteral("levels"),
                               QStringLiteral("id"), QStringLiteral("format"), QStringLiteral("digest"),
                               QStringLiteral("preset"), QStringLiteral("reviewers"), QStringLiteral("pairs")}) {
        QJsonObject json = toJson(*m_record);
        json.remove(key);
        QVERIFY2(!recordFromJson(json), qPrintable(key));
        QCOMPARE(recordFromJson(json).error().kind, ErrorKind::Corrupt);
    }
    // A level that claims fewer items than it has.
    QJsonObject json = toJson(*m_record);
    QJsonArray levels = json[QStringLiteral("levels")].toArray();
    QJsonArray first = levels[0].toArray();
    first[1] = first[1].toInt() - 1;
    levels[0] = first;
    json[QStringLiteral("levels")] = levels;
    QVERIFY(!recordFromJson(json));
}

void TestReview::firstEditionIsReadAndCountsForNothing()
{
    const QUuid id = QUuid::createUuid();
    const QJsonObject old{{QStringLiteral("format"), 1},
                          {QStringLiteral("id"), id.toString(QUuid::WithoutBraces)},
                          {QStringLiteral("created_at"), QStringLiteral("2026-11-22T12:00:00.000Z")},
                          {QStringLiteral("created_by"), QStringLiteral("mo")},
                          {QStringLiteral("candidate"), 0.505},
                          {QStringLiteral("thresholds"), QJsonArray{0.55, 0.505}},
                          {QStringLiteral("pairs"), QJsonArray{QJsonObject(), QJsonObject()}}};
    const Result<TrialRecord> read = recordFromJson(old);
    QVERIFY2(read, qPrintable(reason(read)));
    QVERIFY(read->isFirstEdition());
    QCOMPARE(read->first->pairs, 2);
    const auto store = open(QStringLiteral("first.sqlite"));
    QVERIFY(store->save(*read));
    QCOMPARE(store->trials()->front().edition, 1);
    QVERIFY(!store->trials()->front().result);
    QVERIFY(store->load(id)->isFirstEdition());
    QVERIFY(Words::verdict(*read, {}).contains(QLatin1String("first edition")));
}

void TestReview::noPhotoOfThePairsOwnVisitIsShown()
{
    for (const std::vector<Pair> *pairs : {&m_record->pairs, &m_record->plants}) {
        for (const Pair &pair : *pairs) {
            QVERIFY(!pair.photos.empty());
            const QString own = m_record->pictures.value(pair.detection).path;
            for (const std::vector<QUuid> *photos : {&pair.photos, &pair.runnerUpPhotos}) {
                for (const QUuid &photo : *photos)
                    QVERIFY(m_record->pictures.value(photo).path != own);
            }
        }
    }
    // The first photo beside an item varies, so that a plant, which can't show every one, doesn't stand out.
    QSet<QUuid> first;
    for (const Pair &pair : m_record->pairs) {
        if (pair.deer == m_record->pairs.front().deer)
            first << pair.photos.front();
    }
    QVERIFY(first.size() > 2);
}

void TestReview::plantsAreOfOneSexAndHardestFirst()
{
    const reid::Dataset &data = *m_source.source->data;
    std::optional<reid::Ticks> before;
    QSet<std::size_t> once;
    for (const Plant &plant : m_source.source->plants) {
        QCOMPARE(data.detections[plant.detection].sex(), data.profiles[static_cast<std::size_t>(plant.profile)].sex);
        QVERIFY(data.detections[plant.detection].deer != data.profiles[static_cast<std::size_t>(plant.profile)].id);
        QCOMPARE(data.detections[plant.detection].image, data.detections[plant.witness].image);
        QVERIFY(!before || !plant.score || *plant.score <= *before);
        before = plant.score;
        once.insert(plant.detection);
    }
    QCOMPARE(once.size(), static_cast<qsizetype>(m_source.source->plants.size()));
    // A doe beside a buck's profile is told by everybody: where detections and profile are of different sexes, there is no plant.
    reid::Dataset mixed = data;
    const std::int32_t profile = m_source.source->plants.front().profile;
    mixed.profiles[static_cast<std::size_t>(profile)].sex = reid::Sex::Fawn;
    const Pictures all{[](std::size_t) { return true; }, [](std::int32_t) { return true; }};
    const std::vector<Plant> left = findPlants(mixed, {}, all, [](std::int32_t, std::size_t) { return true; });
    QVERIFY(!left.empty());
    QVERIFY(std::ranges::find(left, profile, &Plant::profile) == left.end());
    // Nor where a box is of another unit: then nobody knows whether it shows another animal.
    reid::Dataset odd = data;
    for (const Plant &plant : m_source.source->plants)
        odd.detections[plant.witness].box = {0.1F, 0.1F, 0.2F, 0.2F};
    QVERIFY(findPlants(odd, {}, all, [](std::int32_t, std::size_t) { return true; }).empty());
}

/// The deer of a plant are in one photo or burst; nothing beside it may show that, nor may it be the pair without other photos.
void TestReview::nothingBesideAPlantGivesItAway()
{
    Source source = *m_source.source;
    auto data = std::make_shared<reid::Dataset>(*source.data);
    for (const Plant &plant : m_source.source->plants) {
        // The photo is one of a burst with both deer; the stranger has a profile of its own, so it is no item.
        reid::Detection &judged = data->detections[plant.detection];
        const auto other =
            static_cast<std::int32_t>((static_cast<std::size_t>(plant.profile) + 2) % data->profiles.size());
        judged.deer = data->profiles[static_cast<std::size_t>(other)].id;
        judged.ownProfile = other;
        judged.burst = judged.image;
        data->matches[plant.detection].bestProfile = other;
        data->detections[plant.witness].burst = judged.image;
        for (const std::size_t from : {plant.detection, plant.witness}) {
            reid::Detection next = data->detections[from];
            next.id[0] ^= 0x55;
            next.image[0] ^= 0xAA;
            next.takenAt += 1'000'000;
            data->detections.push_back(next);
            data->matches.push_back(data->matches[from]);
        }
    }
    source.data = data;
    source.shown.assign(data->detections.size(), true);
    for (const reid::Detection &detection : data->detections)
        source.paths.insert(toQUuid(detection.image), toQUuid(detection.image).toString());
    source.prepare();
    QHash<QUuid, const reid::Detection *> known;
    for (const reid::Detection &detection : data->detections)
        known.insert(toQUuid(detection.id), &detection);
    const auto record = simulation::simulatedTrial({{}, std::make_shared<const Source>(source)});
    QVERIFY(record->plants.size() > 20);
    for (const std::vector<Pair> *pairs : {&record->pairs, &record->plants}) {
        for (const Pair &pair : *pairs) {
            QVERIFY(std::ranges::find(pair.burst, pair.detection) != pair.burst.end());
            const reid::Detection &judged = *known.value(pair.detection);
            for (const QUuid &id : pair.burst) {
                QVERIFY(id == pair.detection || known.value(id)->image != judged.image);
                QVERIFY(toQUuid(known.value(id)->deer) != pair.deer);
            }
            QVERIFY(pair.known == std::nullopt ||
                    (pair.burst.size() > 1 && !pair.runnerUp.isNull() && pair.runnerUp != toQUuid(judged.deer)));
        }
    }
}

void TestReview::camerasTooFarApartMakePlants()
{
    reid::Dataset data = *m_source.source->data;
    // A doe at the other camera four minutes after an assigned one; 4 km lie between.
    reid::Detection other = data.detections[1];
    other.id[15] = 0xEE;
    other.image[15] = 0xEE;
    other.deer = {};
    other.ownProfile = -1;
    other.location = 1 - other.location;
    other.takenAt += 240'000'000;
    data.detections.push_back(other);
    reid::Match match;
    match.best = 6400;
    match.bestProfile = data.detections[1].ownProfile;
    data.matches.push_back(match);
    const Pictures all{[](std::size_t) { return true; }, [](std::int32_t) { return true; }};
    const auto photos = [](std::int32_t, std::size_t) { return true; };
    const auto elsewhere = [&](const Cameras &cameras) {
        const std::vector<Plant> plants = findPlants(data, cameras, all, photos);
        return std::count_if(plants.begin(), plants.end(), [&](const Plant &plant) {
            return plant.kind == PlantKind::Elsewhere && plant.detection == data.detections.size() - 1;
        });
    };
    const Coordinates here{30.0, -98.0};
    const Coordinates far{30.036, -98.0};  // 4 km
    const Coordinates near{30.005, -98.0}; // 556 m
    QVERIFY(std::abs(metersBetween(here, far) - 4003) < 5);
    QCOMPARE(elsewhere({here, far}), 1);
    QCOMPARE(elsewhere({here, near}), 0);
    QCOMPARE(elsewhere({here, std::nullopt}), 0);
    QCOMPARE(elsewhere({}), 0);
    // However alike: where a clock is an hour off, it is the same deer.
    data.matches.back().best = 9990;
    const std::vector<Plant> ranked = findPlants(data, {here, far}, all, photos);
    QVERIFY(ranked.size() > 1 && ranked.front().kind != PlantKind::Elsewhere);
    QVERIFY(std::ranges::is_partitioned(ranked, [](const Plant &plant) { return plant.kind != PlantKind::Elsewhere; }));
    data.matches.back().best = 6400;
    // No time, or one that a camera starts with: nobody knows that they were taken at once.
    for (const std::int64_t unset : {std::int64_t{0}, std::int64_t{946'684'800'000'000}}) {
        data.detections[1].takenAt = data.detections.back().takenAt = unset;
        QCOMPARE(elsewhere({here, far}), 0);
    }
}

void TestReview::levelsAndKinds()
{
    QVERIFY(std::any_of(m_record->levels.begin(), m_record->levels.end(),
                        [](const Level &level) { return level.ticks == 6000; }));
    QCOMPARE(m_record->kind, TrialKind::Certificate);
    QCOMPARE(simulation::simulatedTrial(simulation::simulatedSource(300, 0, 5))->kind, TrialKind::CountOnly);
    QCOMPARE(simulation::simulatedTrial(simulation::simulatedSource(10, 0, 6))->kind, TrialKind::ReviewAll);
    const Outlook outlook = lookAhead(*m_source.source, 0.6);
    QCOMPARE(outlook.atCandidate, 600);
    QCOMPARE(outlook.plants, 30);
    const std::optional<Prospects> brings = prospects(outlook, 20);
    QVERIFY(brings);
    for (const std::vector<Expected> &curve : brings->curves)
        QVERIFY(curve.front().detections > curve.back().detections);
    // A second trial of the pool takes more, and what is promised of it too.
    const Outlook another = lookAhead(*m_source.source, 0.6, 2);
    QCOMPARE(another.digest, outlook.digest);
    QVERIFY(another.plantsNeeded > outlook.plantsNeeded);
    const std::optional<Prospects> takes = prospects(another, 200);
    const std::optional<Prospects> took = prospects(outlook, 200);
    for (std::size_t preset = 0; preset < kPresets.size(); ++preset) {
        const Expected &first = took->curves[preset][1];
        const Expected &second = takes->curves[preset][1];
        QVERIFY(second.firstShare > 0 && second.firstLooks > first.firstLooks + 10);
        // Who has a certificate and goes on gets further than all trials on average.
        QVERIFY(first.onward.front().trials > 0 && first.onward.front().detections >= first.detections);
        QVERIFY(first.onward.front().looks >= first.firstLooks);
    }
    const TrialRecord again = anotherTrial(*m_record, {QStringLiteral("b")}, Pipeline::Single, 2, QStringLiteral("b"),
                                           QDateTime::currentDateTimeUtc(), 7);
    QVERIFY(again.plantsNeeded > m_record->plantsNeeded);
    // The trial that is begun of it is told what was promised of it, though its pairs have another order.
    Evaluator evaluator;
    const std::optional<Expected> begun =
        expected(m_record->scheme(), m_record->atCandidate(), kOnePercent, 200, evaluator);
    const Expected &promised = took->curves[static_cast<std::size_t>(m_record->preset)][kOnePercent];
    QCOMPARE(begun->firstLooks, promised.firstLooks);
    QCOMPARE(begun->looks, promised.looks);
    QCOMPARE(begun->detections, promised.detections);
    QCOMPARE(Words::roughly(73.4), QStringLiteral("73"));
    QCOMPARE(Words::roughly(147.6), QStringLiteral("150"));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY(!prospects(outlook, 20, stop.get_token()));
}

void TestReview::sessionGoesForwardAndBackToTheLastCertificate()
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ReviewSession session(m_record, QStringLiteral("mo@ranch"), {});
    QVERIFY(!session.undo(now) && !session.canUndo());
    const Look first = *session.current();
    session.answer(Answer::CantTell, QStringLiteral("fog"), 5000, now);
    const auto undone = session.undo(now);
    QVERIFY(undone && !undone->answer);
    QCOMPARE(undone->sequence, 2);
    QCOMPARE(*session.current(), first);
    QCOMPARE(session.takenBack()->answer, std::optional(Answer::CantTell));
    QCOMPARE(session.takenBack()->note, QStringLiteral("fog"));
    while (session.replay().progress().announcements().empty())
        session.answer(truth(*session.pair()), {}, 4000, now);
    QVERIFY(!session.canUndo() && !session.undo(now));
    session.answer(truth(*session.pair()), {}, 4000, now);
    QVERIFY(session.canUndo() && session.undo(now) && !session.canUndo());
    // What a stranger's journal says beyond that is not undone either.
    Replay replay(m_record);
    std::vector<ReviewEvent> events = session.events();
    ReviewEvent forged = events.front();
    forged.answer.reset();
    forged.sequence = events.back().sequence + 1;
    events.push_back(forged);
    replayAll(replay, {{QStringLiteral("mo@ranch"), events}});
    QCOMPARE(replay.progress().announcements().size(), session.replay().progress().announcements().size());
}

void TestReview::everySavedAnswerIsThereAfterReopening()
{
    const QString me = QStringLiteral("mo@ranch");
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0, 0, 123), Qt::UTC);
    ReviewSession session(m_record, me, {});
    {
        const auto store = open();
        QVERIFY(store && store->save(*m_record) && store->save(*m_record));
        for (int i = 0; i < 10; ++i)
            QVERIFY(store->append(m_record->id, me,
                                  session.answer(Answer::Same, QStringLiteral("né"), 1234, now, i, i == 3)));
        QVERIFY(store->append(m_record->id, me, *session.undo(now)));
    }
    const auto store = open();
    QCOMPARE(store->trials()->size(), std::size_t{1});
    const std::vector<ReviewerProgress> progress = store->trials()->front().progress;
    QCOMPARE(progress.size(), std::size_t{1});
    QCOMPARE(progress.front().answered, 9);
    QCOMPARE(store->load(m_record->id)->pairs.size(), m_record->pairs.size());
    {
        // As a program that knows no headings leaves it.
        storage::OwnDatabase database("QSQLITE");
        database.setDatabaseName(m_folder.filePath(QStringLiteral("new/trials.sqlite")));
        QVERIFY(database.open());
        QVERIFY(database.exec(QStringLiteral("DROP TABLE heading")).lastError().type() == QSqlError::NoError);
    }
    for (const std::optional<Preset> preset : {open()->trials()->front().preset, store->trials()->front().preset})
        QCOMPARE(preset, std::optional(m_record->preset));
    QCOMPARE(store->load(QUuid::createUuid()).error().kind, ErrorKind::NotFound);
    const auto events = store->events(m_record->id, me);
    QVERIFY(*events == session.events());
    const ReviewSession again(m_record, me, {{me, *events}});
    QCOMPARE(again.current(), session.current());
    QCOMPARE(again.looks(), 9);
    QCOMPARE(store->kept(m_record->id, me)->unsent.size(), std::size_t{11});
    QVERIFY(store->markSent(m_record->id, me, 5));
    QCOMPARE(store->kept(m_record->id, me)->unsent.size(), std::size_t{6});
    QVERIFY(store->remove(m_record->id));
    QVERIFY(store->events(m_record->id, me)->empty() && store->trials()->empty());
    const QString newer = m_folder.filePath(QStringLiteral("newer.sqlite"));
    {
        storage::OwnDatabase database("QSQLITE");
        database.setDatabaseName(newer);
        QVERIFY(database.open());
        QVERIFY(database.exec(QStringLiteral("PRAGMA user_version = 99")).lastError().type() == QSqlError::NoError);
    }
    QCOMPARE(TrialStore::open(newer).error().kind, ErrorKind::Conflict);
    const auto unusable = TrialStore::open(QStringLiteral("/proc/nowhere/trials.sqlite"));
    QCOMPARE(unusable.error().kind, ErrorKind::Storage);
}

void TestReview::twoWindowsOfOneReviewerDontMix()
{
    const auto first = open();
    const auto second = open();
    QVERIFY(first->save(*m_record));
    ReviewEvent event;
    event.sequence = 1;
    event.item = m_record->pairs.front().id;
    event.answer = Answer::Same;
    event.at = QDateTime::currentDateTimeUtc();
    QVERIFY(first->append(m_record->id, QStringLiteral("mo"), event));
    QCOMPARE(second->append(m_record->id, QStringLiteral("mo"), event).error().kind, ErrorKind::Conflict);
    QVERIFY(second->append(m_record->id, QStringLiteral("ann"), event));
    QCOMPARE(first->progress(m_record->id)->size(), std::size_t{2});
    QVERIFY(first->remove(m_record->id));
}

/// An attempt whose outcome nobody knows is made again: that isn't another window.
void TestReview::whatMayBeThereIsKeptOnce()
{
    const QString me = QStringLiteral("mo");
    const auto store = open(QStringLiteral("twice.sqlite"));
    QVERIFY(store && store->save(*m_record));
    ReviewSession session(m_record, me, {});
    const ReviewEvent event = session.answer(Answer::Same, {}, 1234, QDateTime::currentDateTimeUtc());
    QVERIFY(store->keep(m_record->id, me, event) && store->keep(m_record->id, me, event));
    ReviewEvent other = event;
    other.answer = Answer::Different;
    QCOMPARE(store->keep(m_record->id, me, other).error().kind, ErrorKind::Conflict);
    QVERIFY(*store->events(m_record->id, me) == session.events());
}

/// What a closing window couldn't store outlives it, this program included, and is stored in its order.
void TestReview::leftAnswersAreStoredLater()
{
    const QString me = QStringLiteral("mo");
    const QString path = m_folder.filePath(QStringLiteral("new/later.sqlite"));
    const QDir folder(m_folder.filePath(QStringLiteral("new")));
    const auto aside = [&] { return folder.entryList({QStringLiteral("later.sqlite.left-*")}, QDir::Files).size(); };
    ReviewSession session(m_record, me, {});
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0, 0, 123), Qt::UTC);
    for (int i = 0; i < 4; ++i)
        (void)session.answer(Answer::Same, QStringLiteral("né"), 1234 + i, now.addSecs(i), i, i == 3);
    (void)session.undo(now.addSecs(9));
    const std::vector<ReviewEvent> &all = session.events();
    {
        const auto store = open(QStringLiteral("later.sqlite"));
        QVERIFY(store && store->save(*m_record) && store->append(m_record->id, me, all.front()));
    }
    const auto alter = [&](const QString &statement) {
        storage::OwnDatabase database("QSQLITE");
        database.setDatabaseName(path);
        return database.open() && database.exec(statement).lastError().type() == QSqlError::NoError;
    };
    QVERIFY(alter(QStringLiteral("CREATE TRIGGER no_room BEFORE INSERT ON event BEGIN SELECT RAISE(ABORT, 'no room "
                                 "left'); END")));
    leaveAnswers(path, {m_record->id, me, {all.begin(), all.begin() + 3}}); // the first got there after all
    leaveAnswers(path, {m_record->id, me, {all.begin() + 3, all.end()}});
    LeftReport report = storeLeftAnswers(path);
    QCOMPARE(report.stored, 0);
    QCOMPARE(report.refused, 0);
    QCOMPARE(report.waiting, 4);
    QVERIFY2(report.why.contains(QLatin1String("no room left")), qPrintable(report.why));
    QCOMPARE(aside(), 2);
    QCOMPARE(storeLeftAnswers(path, QUuid::createUuid()).waiting, 0); // of another trial nothing was left
    QVERIFY(alter(QStringLiteral("DROP TRIGGER no_room")));
    report = storeLeftAnswers(path, m_record->id);
    QCOMPARE(report.stored, 4);
    QCOMPARE(report.waiting + report.refused, 0);
    QCOMPARE(aside(), 0);
    QVERIFY(*open(QStringLiteral("later.sqlite"))->events(m_record->id, me) == all);
    report = storeLeftAnswers(path);
    QCOMPARE(report.stored + report.waiting + report.refused, 0);
}

void TestReview::leftAnswersAreRefusedWhereOthersStand()
{
    const QString me = QStringLiteral("mo");
    const QString path = m_folder.filePath(QStringLiteral("new/refused.sqlite"));
    const auto store = open(QStringLiteral("refused.sqlite"));
    QVERIFY(store && store->save(*m_record));
    ReviewSession here(m_record, me, {});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    QVERIFY(store->append(m_record->id, me, here.answer(Answer::Same, {}, 1234, now)));
    ReviewSession elsewhere(m_record, me, {});
    (void)elsewhere.answer(Answer::Different, {}, 2345, now.addSecs(1));
    leaveAnswers(path, {m_record->id, me, elsewhere.events()});
    const LeftReport report = storeLeftAnswers(path);
    QCOMPARE(report.refused, 1);
    QCOMPARE(report.stored + report.waiting, 0);
    QFile kept(report.place);
    QVERIFY(kept.open(QIODevice::ReadOnly));
    QVERIFY(kept.readAll().contains("2345"));
    QVERIFY(*store->events(m_record->id, me) == here.events());
    QCOMPARE(storeLeftAnswers(path).refused, 0); // told once
}

/// Several files are told by their folder, and where none can be written nothing is said to be in one.
void TestReview::refusedAnswersAreWhereTheyAreSaidToBe()
{
    const QString me = QStringLiteral("mo");
    const auto refuse = [&](const QString &name) {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        ReviewSession here(m_record, me, {});
        ReviewSession elsewhere(m_record, me, {});
        (void)elsewhere.answer(Answer::Different, {}, 2345, now.addSecs(1));
        const auto store = open(name);
        if (!store || !store->save(*m_record) ||
            !store->append(m_record->id, me, here.answer(Answer::Same, {}, 1234, now)))
            return QString();
        const QString path = m_folder.filePath(QStringLiteral("new/") + name);
        for (int i = 0; i < 2; ++i)
            leaveAnswers(path, {m_record->id, me, elsewhere.events()});
        return path;
    };
    const QString two = refuse(QStringLiteral("two.sqlite"));
    QVERIFY(!two.isEmpty());
    LeftReport report = storeLeftAnswers(two);
    QCOMPARE(report.refused, 2);
    QVERIFY(!report.unkept);
    QCOMPARE(report.place, QFileInfo(two).path());
    // There is room for the journal's name, and none for that of a file beside it.
    const QString tooLong = refuse(QString(230, u'x') + QStringLiteral(".sqlite"));
    QVERIFY(!tooLong.isEmpty());
    report = storeLeftAnswers(tooLong);
    QCOMPARE(report.refused, 2);
    QVERIFY(report.unkept);
    QCOMPARE(report.place, QString());
    QVERIFY(areAnswersLeft(tooLong) && !areAnswersLeft(two));
    QCOMPARE(storeLeftAnswers(tooLong).refused, 2); // not lost while this program runs
}

/// A desk that goes waits for nothing that its thread still stores, and leaves it all the same.
void TestReview::leftAnswersThatAreBeingStoredArentRefused()
{
    const QString me = QStringLiteral("mo");
    const QString path = m_folder.filePath(QStringLiteral("new/race.sqlite"));
    {
        const auto store = open(QStringLiteral("race.sqlite"));
        QVERIFY(store && store->save(*m_record));
    }
    ReviewSession session(m_record, me, {});
    const QDateTime now(QDate(2026, 11, 22), QTime(9, 0), Qt::UTC);
    for (int i = 0; i < 40 && session.current(); ++i)
        (void)session.answer(Answer::Same, {}, 1234 + i, now.addSecs(i));
    const std::vector<ReviewEvent> &all = session.events();
    bool kept = true;
    std::thread storing([&] {
        const auto store = open(QStringLiteral("race.sqlite"));
        for (const ReviewEvent &event : all)
            kept = kept && store && store->keep(m_record->id, me, event);
    });
    int refused = 0;
    for (auto end = all.begin(); end != all.end();) {
        leaveAnswers(path, {m_record->id, me, {all.begin(), ++end}});
        refused += storeLeftAnswers(path).refused;
    }
    storing.join();
    QCOMPARE(refused, 0);
    QVERIFY(kept);
    QVERIFY(*open(QStringLiteral("race.sqlite"))->events(m_record->id, me) == all);
}

void TestReview::aCarefulReviewIsCertified()
{
    const Outcome outcome = concludeTrial(m_record, byTruth(m_record));
    QVERIFY2(outcome.certified(), qPrintable(Words::verdict(*m_record, outcome)));
    QCOMPARE(*outcome.certificate.threshold, reid::fromTicks(m_record->levels.back().ticks));
    QCOMPARE(outcome.certificate.items, 600);
    QCOMPARE(outcome.certificate.claims().size(), std::size_t{3}); // all, does, bucks
    for (const CertificateRecord::Claim &claim : outcome.certificate.claims())
        QVERIFY(claim.logE >= kLogTwenty && claim.counts.wrong == 0);
    QCOMPARE(outcome.checks.plantsSeen.of, outcome.checks.plantsSeen.all);
    QCOMPARE(outcome.certificate.risk, 0.05);
    QCOMPARE(outcome.certificate.assumptions.size(), 3);
    const Result<CertificateRecord> again = certificateFromJson(toJson(outcome.certificate));
    QVERIFY(again && *again == outcome.certificate);
    QVERIFY(!certificateFromJson({}));
}

/// Of two reviewers one has answered, or has taken his answer back.
void TestReview::whatIsNotFinalIsNoAnswer()
{
    const auto both = std::make_shared<TrialRecord>(*m_record);
    both->reviewers = {QStringLiteral("ann"), QStringLiteral("bo")};
    both->pipeline = Pipeline::Strict;
    const QDateTime now(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
    for (const QString &reviewer : std::as_const(both->reviewers)) {
        ReviewerEvents one{reviewer, {}};
        for (int i = 0; i < 10; ++i) {
            ReviewEvent event;
            event.sequence = i + 1;
            event.item = both->pairs[static_cast<std::size_t>(i)].id;
            event.position = i;
            event.answer = i == 0 ? Answer::CantTell : Answer::Same;
            event.milliseconds = 4000;
            event.at = now.addSecs(i);
            one.events.push_back(event);
        }
        const Outcome outcome = concludeTrial(both, {one});
        QCOMPARE(outcome.decisions.size(), std::size_t{10});
        for (std::size_t i = 0; i < 10; ++i) {
            const Decision &decision = outcome.decisions[i];
            QCOMPARE(decision.answer, std::optional(i == 0 ? Answer::CantTell : Answer::Same));
            QVERIFY(decision.counts == Final::None && decision.lacks == Lacks::OtherReviewer);
        }
        QCOMPARE(outcome.checks.cantTell.all, 0);
    }
    // A certificate has used it before it was taken back.
    std::vector<ReviewerEvents> all = byTruth(m_record);
    std::vector<ReviewEvent> &events = all.front().events;
    const auto used = std::ranges::find_if(
        events, [](const ReviewEvent &event) { return !event.plant && event.answer == Answer::Same; });
    QVERIFY(used != events.end());
    ReviewEvent back = *used;
    back.sequence = events.back().sequence + 1;
    back.at = events.back().at.addSecs(5);
    back.answer.reset();
    events.push_back(back);
    const Outcome without = concludeTrial(m_record, all);
    const auto taken = std::ranges::find(without.decisions, Lacks::NewAnswer, &Decision::lacks);
    QVERIFY(taken != without.decisions.end() && !taken->answer && taken->counts == Final::NotSame);
    QCOMPARE(Words::answered(*taken), QStringLiteral("Taken back"));
    // Neither is told as an answer where the others are applied.
    Outcome outcome = concludeTrial(m_record, byTruth(m_record));
    ApplyCounts before;
    planBatch(*m_record, outcome, QStringLiteral("mo"), &before);
    for (const Lacks lacks : {Lacks::OtherReviewer, Lacks::NewAnswer}) {
        const auto one = std::ranges::find_if(outcome.decisions, [](const Decision &decision) {
            return !decision.look.plant && decision.counts == Final::Same;
        });
        QVERIFY(one != outcome.decisions.end());
        one->counts = lacks == Lacks::NewAnswer ? Final::NotSame : Final::None;
        one->lacks = lacks;
    }
    ApplyCounts counts;
    planBatch(*m_record, outcome, QStringLiteral("mo"), &counts);
    QCOMPARE(counts.written, before.written - 2);
    QVERIFY(counts.others == before.others);
    QCOMPARE(counts.lacking[static_cast<std::size_t>(Lacks::NewAnswer)], 1);
    QCOMPARE(counts.lacking[static_cast<std::size_t>(Lacks::OtherReviewer)], 1);
}

/// What is known by two clocks alone is not held against whoever sees one deer.
void TestReview::pairsKnownByClocksAccuseNobody()
{
    const auto withheldWith = [&](std::size_t ofOneImage) {
        const auto record = std::make_shared<TrialRecord>(*m_record);
        for (std::size_t i = ofOneImage; i < record->plants.size(); ++i)
            record->plants[i].known = PlantKind::Elsewhere;
        const Outcome outcome = concludeTrial(
            record, {{record->reviewers.front(), simulation::review(
                                                     record, [](const Pair &) { return Answer::Same; }, 122)}});
        return std::pair(outcome.checks.onlyByClocks(), outcome.certificate.withheld);
    };
    const auto [onlyByClocks, byClocks] = withheldWith(0);
    QVERIFY(onlyByClocks);
    QVERIFY2(byClocks.contains(QLatin1String("only by the clocks of two cameras")) &&
                 !byClocks.contains(QLatin1String("known to be")),
             qPrintable(byClocks));
    const auto [notOnly, byImage] = withheldWith(1);
    QVERIFY(!notOnly);
    QVERIFY2(byImage.contains(QLatin1String("known to be different deer")), qPrintable(byImage));
}

/// What was certified in the first edition: S, S, S ...
void TestReview::pressingSameIsWithheld()
{
    const Outcome outcome = concludeTrial(
        m_record, {{QStringLiteral("mo@ranch"), simulation::review(
                                                    m_record, [](const Pair &) { return Answer::Same; }, 122)}});
    QVERIFY(!outcome.certified() && !outcome.mayApply(*m_record));
    QVERIFY2(outcome.certificate.withheld.contains(QLatin1String("known to be different deer were answered Same")),
             qPrintable(outcome.certificate.withheld));
    QVERIFY(!outcome.certificate.threshold);
    QVERIFY(Words::verdict(*m_record, outcome)
                .startsWith(QLatin1String("Nothing is certified: the certificate is withheld")));
    QVERIFY(planBatch(*m_record, outcome, QStringLiteral("mo")).changes.empty());
}

/// Whoever takes back what he said of known pairs leaves doubts; of half of them, it is as if he had stood by it.
void TestReview::knownPairsAnsweredSameAtFirstAreTold()
{
    const auto corrected = [&](int most, bool plants, int milliseconds, int ignored) {
        std::vector<ReviewEvent> events;
        const std::vector<ReviewerEvents> given = byTruth(m_record);
        for (ReviewEvent event : given.front().events) {
            event.milliseconds = milliseconds;
            event.ignored = ignored;
            if (event.plant == plants && most-- > 0) {
                ReviewEvent said = event;
                said.answer = Answer::Same;
                events.push_back(said);
                said.answer.reset();
                events.push_back(said);
            }
            events.push_back(event);
        }
        for (int sequence = 1; ReviewEvent & event : events)
            event.sequence = sequence++;
        return concludeTrial(m_record, {{m_record->reviewers.front(), events}});
    };
    const Outcome careful = corrected(0, true, 4000, 0);
    QVERIFY(careful.certified() && careful.checks.corrected == 0 && Words::doubts(careful.checks).isEmpty());
    const int shown = careful.checks.plantsSeen.all;
    QCOMPARE(Words::plantsSeen(careful.checks), QStringLiteral("%1 of %1").arg(shown));
    // Second thoughts on other pairs are nothing.
    QCOMPARE(corrected(5, false, 4000, 0).checks.corrected, 0);

    const Outcome one = corrected(1, true, 4000, 0);
    QVERIFY(one.certified() && one.checks.correctedOk());
    QCOMPARE(one.checks.plantsSeen.of, shown);
    QCOMPARE(Words::plantsSeen(one.checks),
             QStringLiteral("%1 of %1, 1 of them only after an answer Same was taken back").arg(shown));
    QCOMPARE(Words::doubts(one.checks),
             QStringList{QStringLiteral("1 of %1 known different pairs were seen through only after an answer Same was "
                                        "taken back.")
                             .arg(shown)});
    const Outcome hasty = corrected(1, true, 1100, 3);
    QVERIFY(hasty.certified());
    const QStringList doubts = Words::doubts(hasty.checks);
    QCOMPARE(doubts.size(), 3);
    QVERIFY(doubts[0].contains(QLatin1String("taken back")) && doubts[1].contains(QLatin1String("were ignored")));
    QCOMPARE(doubts[2], QStringLiteral("Half of the pairs were judged within 1.1 s."));

    // Another trial that takes the answers over takes this over, too.
    ReviewSession session(m_record, m_record->reviewers.front(), {});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    while (!session.current()->plant)
        session.answer(truth(*session.pair()), {}, 4000, now);
    session.answer(Answer::Same, {}, 4000, now);
    QVERIFY(session.undo(now));
    session.answer(truth(*session.pair()), {}, 4000, now);
    Replay again(m_record);
    replayAll(again, carriedOver(session.replay(), *m_record));
    QCOMPARE(again.corrected().size(), std::size_t{1});
    QCOMPARE(again.corrected().begin()->first, session.replay().corrected().begin()->first);
    QCOMPARE(again.looks(0), session.looks());

    // Nor does it help to leave it unanswered.
    ReviewSession left(m_record, m_record->reviewers.front(), {});
    while (!left.current()->plant)
        left.answer(truth(*left.pair()), {}, 4000, now);
    left.answer(Answer::Same, {}, 4000, now);
    QVERIFY(left.undo(now));
    const Outcome unanswered = concludeTrial(m_record, {{m_record->reviewers.front(), left.events()}});
    QCOMPARE(unanswered.checks.corrected, 1);
    QCOMPARE(unanswered.checks.plantsSeen.all, 1);
    QVERIFY(unanswered.checks.plantsOk() && !unanswered.checks.correctedOk());
    QVERIFY(!Words::doubts(unanswered.checks).isEmpty());
    Replay leftAgain(m_record);
    replayAll(leftAgain, carriedOver(left.replay(), *m_record));
    QCOMPARE(leftAgain.corrected().size(), std::size_t{1});

    // Of two reviewers only the one who took it back is said to have.
    const auto both = std::make_shared<TrialRecord>(*m_record);
    both->reviewers = {QStringLiteral("ann"), QStringLiteral("bo")};
    both->pipeline = Pipeline::Strict;
    ReviewEvent answer;
    answer.item = both->plants.front().id;
    answer.plant = true;
    answer.milliseconds = 4000;
    answer.at = now;
    Replay two(both);
    const auto give = [&](int reviewer, std::optional<Answer> said) {
        answer.answer = said;
        two.add(reviewer, answer);
    };
    give(0, Answer::Different);
    give(1, Answer::Same);
    give(1, {});
    give(1, Answer::Different);
    const std::vector<ReviewerEvents> carried = carriedOver(two, *both);
    QCOMPARE(carried[0].events.size(), std::size_t{1});
    QCOMPARE(carried[1].events.size(), std::size_t{3});

    const Outcome half = corrected((shown + 1) / 2, true, 4000, 0);
    QVERIFY(!half.certified() && half.checks.plantsOk() && !half.checks.correctedOk());
    QVERIFY2(half.certificate.withheld.contains(QLatin1String("were taken back")),
             qPrintable(half.certificate.withheld));
    QVERIFY(planBatch(*m_record, half, QStringLiteral("mo")).changes.empty());
}

void TestReview::withheldFor_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("words");
    QTest::newRow("digest") << QStringLiteral("digest") << QStringLiteral("no longer those");
    QTest::newRow("too fast") << QStringLiteral("fast") << QStringLiteral("within one second");
    QTest::newRow("pictures") << QStringLiteral("pictures") << QStringLiteral("could not be shown");
    QTest::newRow("can't tell") << QStringLiteral("tell") << QStringLiteral("could not be told");
}

void TestReview::withheldFor()
{
    QFETCH(QString, what);
    QFETCH(QString, words);
    std::vector<ReviewerEvents> all = byTruth(m_record);
    std::vector<ReviewEvent> &events = all.front().events;
    if (what == QLatin1String("fast"))
        events[5].milliseconds = 999;
    if (what == QLatin1String("pictures")) {
        for (std::size_t i = 0; i < events.size(); i += 20)
            events[i].pictureFailed = true;
    }
    if (what == QLatin1String("tell"))
        all.front().events = simulation::review(
            m_record, [&](const Pair &pair) { return qHash(pair.id) % 3 == 0 ? Answer::CantTell : truth(pair); }, 90);
    const Outcome outcome = concludeTrial(
        m_record, all, what == QLatin1String("digest") ? QStringLiteral("the profiles have changed") : QString());
    QVERIFY(!outcome.certified());
    QVERIFY2(outcome.certificate.withheld.contains(words), qPrintable(outcome.certificate.withheld));
    QVERIFY(planBatch(*m_record, outcome, QStringLiteral("mo")).changes.empty());
}

void TestReview::aSecondLookIsNamedOnlyWhereOneTookPlace_data()
{
    QTest::addColumn<int>("looks");
    QTest::addColumn<QString>("words");
    QTest::newRow("not yet") << 15 << QStringLiteral("Can’t tell so far, not shown again yet");
    QTest::newRow("shown again") << 60 << QStringLiteral("Can’t tell, even at the second look");
}

void TestReview::aSecondLookIsNamedOnlyWhereOneTookPlace()
{
    QFETCH(int, looks);
    QFETCH(QString, words);
    QUuid unclear; // the first pair shown that isn't a known one
    const auto answer = [&](const Pair &pair) {
        if (unclear.isNull() && !pair.known)
            unclear = pair.id;
        return pair.id == unclear ? Answer::CantTell : truth(pair);
    };
    const Outcome outcome =
        concludeTrial(m_record, {{QStringLiteral("mo@ranch"), simulation::review(m_record, answer, looks)}});
    QCOMPARE(outcome.checks.cantTell.of, 1);
    QCOMPARE(Words::cantTell(outcome.checks), words);
}

void TestReview::anotherTrialNeedsMoreProof()
{
    const auto again = std::make_shared<const TrialRecord>(anotherTrial(
        *m_record, {QStringLiteral("ann")}, Pipeline::Single, 2, QStringLiteral("ann"), m_record->createdAt, 7));
    QVERIFY(again->pairs == m_record->pairs && again->id != m_record->id);
    const Outcome first = concludeTrial(m_record, byTruth(m_record));
    const Outcome second = concludeTrial(again, byTruth(again));
    QVERIFY(second.certified());
    QCOMPARE(second.certificate.risk, 0.06);
    QVERIFY(second.certificate.levels.front().looks > first.certificate.levels.front().looks);
    for (const CertificateRecord::Claim &claim : second.certificate.claims())
        QVERIFY(claim.logE >= kLogHundred);
    QVERIFY(Words::verdict(*again, second).contains(QLatin1String("at most 6 of 100")));
}

/// Who reviewed the pool before, under whatever name, doesn't know when the known pairs come; the pairs keep their one order.
void TestReview::eachTrialHasPlacesOfItsOwnForKnownPairs()
{
    const auto begun = [&](quint64 plantSeed) {
        return std::make_shared<const TrialRecord>(anotherTrial(*m_record, {QStringLiteral("ann")}, Pipeline::Single, 2,
                                                                QStringLiteral("ann"), m_record->createdAt, plantSeed));
    };
    const auto shown = [&](const std::shared_ptr<const TrialRecord> &record) {
        QStringList all;
        for (const ReviewEvent &event : simulation::review(
                 record, [&](const Pair &pair) { return truth(pair); }, 40))
            all << (event.plant ? event.item.toString() : QString());
        return all;
    };
    const auto places = [](QStringList all) {
        for (QString &one : all)
            one = one.isEmpty() ? QStringLiteral(".") : QStringLiteral("known");
        return all;
    };
    const auto one = begun(1);
    const auto other = begun(2);
    QVERIFY(one->pairs == m_record->pairs && other->pairs == m_record->pairs);
    QVERIFY(places(shown(one)) != places(shown(other)) && places(shown(one)) != places(shown(m_record)));
    QCOMPARE(shown(one), shown(begun(1)));
    // The hardest stay the first, in another order.
    const auto firstSix = [](const TrialRecord &record) {
        QStringList ids;
        for (std::size_t i = 0; i < 6; ++i)
            ids << record.plants[i].id.toString();
        return ids;
    };
    QVERIFY(firstSix(*one) != firstSix(*other));
    const auto hardest = [&](const TrialRecord &record) {
        const QStringList ids = firstSix(record);
        return QSet<QString>(ids.begin(), ids.end());
    };
    QCOMPARE(hardest(*one), hardest(*m_record));
    QCOMPARE(hardest(*one), hardest(*other));
    // It is kept; trials without it go on as they began.
    const Result<TrialRecord> read = recordFromJson(toJson(*one));
    QVERIFY2(read, qPrintable(reason(read)));
    QVERIFY(read->plantSeed == std::optional<quint64>(1) && read->plants == one->plants);
    QVERIFY(!recordFromJson(toJson(*m_record))->plantSeed);
    QCOMPARE(recordFromJson(toJson(*m_record))->placesSeed(), m_record->seed);
}

void TestReview::nothingCertifiedSaysWhyAndHowMuchItTakes()
{
    bool pair = false;
    bool known = false;
    const auto reviewing = [&](const Pair &shown) {
        bool &missed = shown.known ? known : pair;
        if (std::exchange(missed, true))
            return truth(shown);
        return shown.known ? Answer::Same : Answer::Different;
    };
    const auto told = [&](const std::shared_ptr<const TrialRecord> &record) {
        pair = known = false;
        return concludeTrial(record, {{record->reviewers.front(), simulation::review(record, reviewing, 90)}});
    };
    const Outcome outcome = told(m_record);
    QVERIFY(!outcome.certified() && outcome.certificate.withheld.isEmpty());
    const Counts &counts = outcome.lacking.counts;
    QCOMPARE(
        Words::verdict(*m_record, outcome),
        QStringLiteral("Nothing is certified yet: 1 of the first %1 pairs not answered Same, 1 of %2 known different "
                       "pairs answered Same.")
            .arg(counts.judged)
            .arg(counts.plants));
    QVERIFY(outcome.remaining && outcome.enough);
    QVERIFY(*outcome.enough < counts.judged && outcome.remaining->judged >= counts.judged + outcome.remaining->pairs);
    const QString why = Words::whyNothing(*m_record, outcome);
    for (const QString &part :
         {QStringLiteral("To be proven first is that at most 5% of the %1 detections").arg(counts.items),
          QStringLiteral("not answered Same counts as a wrong match"),
          QStringLiteral("each that was answered Same takes"),
          QStringLiteral("Without such answers %1 pairs would have been enough.").arg(*outcome.enough),
          QStringLiteral("Now it takes at least %1 pairs more").arg(outcome.remaining->pairs)})
        QVERIFY2(why.contains(part), qPrintable(part + u'\n' + why));
    QVERIFY(!why.contains(QLatin1String("trial 2")));
    const auto second = std::make_shared<const TrialRecord>(anotherTrial(
        *m_record, {QStringLiteral("ann")}, Pipeline::Single, 2, QStringLiteral("ann"), m_record->createdAt, 7));
    const QString further = Words::whyNothing(*second, told(second));
    QVERIFY2(further.contains(QLatin1String("This is trial 2 of these detections")), qPrintable(further));
    // Where there is a certificate, or none for another reason, that is said.
    const Outcome good = concludeTrial(m_record, byTruth(m_record));
    QVERIFY(good.certified() && !good.remaining);
    QCOMPARE(Words::whyNothing(*m_record, good), QString());
}

void TestReview::smallPoolsAreReviewedWhole()
{
    const simulation::SimulatedSource small = simulation::simulatedSource(10, 0, 6);
    const auto record = simulation::simulatedTrial(small);
    const auto events = simulation::review(record, [&](const Pair &pair) { return simulation::truth(small, pair); });
    QCOMPARE(events.size(), std::size_t{10});
    const Outcome part = concludeTrial(record, {{QStringLiteral("mo@ranch"), {events.begin(), events.begin() + 9}}});
    QVERIFY(!part.certified() && !part.mayApply(*record));
    const Outcome whole = concludeTrial(record, {{QStringLiteral("mo@ranch"), events}});
    QVERIFY(!whole.certified() && whole.mayApply(*record));
    QCOMPARE(planBatch(*record, whole, QStringLiteral("mo")).changes.size(), std::size_t{10});
}

void TestReview::planHoldsWhatWasAnsweredSameOnly()
{
    int n = 0;
    const auto events = simulation::review(
        m_record, [&](const Pair &pair) { return ++n == 40 && !pair.known ? Answer::BadCrop : truth(pair); });
    const Outcome outcome = concludeTrial(m_record, {{QStringLiteral("mo@ranch"), events}});
    QVERIFY2(outcome.certified(), qPrintable(Words::verdict(*m_record, outcome)));
    ApplyCounts counts;
    const BatchPlan plan = planBatch(*m_record, outcome, QStringLiteral("mo"), &counts);
    QCOMPARE(static_cast<int>(plan.changes.size()), counts.written);
    QSet<QUuid> plants;
    for (const Pair &plant : m_record->plants)
        plants << plant.detection;
    int notSame = 0;
    for (const Decision &decision : outcome.decisions)
        notSame += !decision.look.plant && decision.counts != Final::Same ? 1 : 0;
    QCOMPARE(counts.others[static_cast<std::size_t>(Answer::BadCrop)], notSame);
    QSet<QUuid> once;
    for (const Change &change : plan.changes) {
        QVERIFY(!plants.contains(change.detection));
        once << change.detection;
    }
    QCOMPARE(static_cast<std::size_t>(once.size()), plan.changes.size());
    QCOMPARE(plan.sample.size(), plan.changes.size() + static_cast<std::size_t>(notSame));
}

/// Who hasn't heard yet that the other one's answers brought a certificate can still take one of his back: it stays used, but it is no Same.
void TestReview::whatIsTakenBackLateIsNotWritten()
{
    std::vector<ReviewerEvents> all = byTruth(m_record);
    std::vector<ReviewEvent> &events = all.front().events;
    const Outcome before = concludeTrial(m_record, all);
    QVERIFY(before.certified());
    const std::vector<Change> changes = planBatch(*m_record, before, QStringLiteral("mo")).changes;
    const auto say = [&](std::size_t change, std::optional<Answer> answer) {
        const auto pair = std::find_if(m_record->pairs.begin(), m_record->pairs.end(),
                                       [&](const Pair &one) { return one.detection == changes[change].detection; });
        ReviewEvent event = events.back();
        ++event.sequence;
        event.item = pair->id;
        event.plant = false;
        event.answer = answer;
        events.push_back(event);
    };
    say(0, {});
    say(0, Answer::Different);
    say(1, {});
    const Outcome one = concludeTrial(m_record, all);
    const std::vector<Change> left = planBatch(*m_record, one, QStringLiteral("mo")).changes;
    QVERIFY(std::find(left.begin(), left.end(), changes[0]) == left.end());
    QVERIFY(std::find(left.begin(), left.end(), changes[1]) == left.end());
    say(1, Answer::Same);
    const Outcome other = concludeTrial(m_record, all);
    const std::vector<Change> back = planBatch(*m_record, other, QStringLiteral("mo")).changes;
    QVERIFY(!other.certified() || std::find(back.begin(), back.end(), changes[1]) != back.end());
    // Nor does a certificate stand on answers that nobody stands by.
    for (std::size_t i = 2; i < 30; ++i) {
        say(i, {});
        say(i, Answer::Different);
    }
    QVERIFY(!concludeTrial(m_record, all).certified());
}

void TestReview::digestKnowsWhatMatters()
{
    const QString source = QStringLiteral("vectors");
    const auto state = [&](const auto &change) {
        reid::Dataset data = *m_source.source->data;
        change(data);
        return checkPool(*m_record, data, source, 0.6);
    };
    const std::size_t item = m_source.source->data->detections.size() - 1;
    QCOMPARE(state([](reid::Dataset &) {}).changed, QString());
    QCOMPARE(state([](reid::Dataset &) {}).open, qint64{600});
    // Applying or judging elsewhere is no change.
    const PoolState applied = state([&](reid::Dataset &data) {
        data.detections[item].deer = data.profiles[0].id;
        data.detections[item].ownProfile = 0;
        data.detections[item - 1].valid = false;
        data.matches[item - 1] = {};
    });
    QCOMPARE(applied.changed, QString());
    QCOMPARE(applied.open, qint64{598});
    QVERIFY(state([&](reid::Dataset &data) { data.matches[item].best += 1; }).changed.contains(QLatin1String("score")));
    QVERIFY(state([&](reid::Dataset &data) {
                data.detections[item].label = reid::Label::Fawn;
            }).changed.contains(QLatin1String("sex")));
    QVERIFY(state([&](reid::Dataset &data) {
                data.matches[item].bestProfile = 5;
            }).changed.contains(QLatin1String("another profile")));
    QVERIFY(state([&](reid::Dataset &data) {
                data.detections.pop_back();
                data.matches.pop_back();
            }).changed.contains(QLatin1String("deleted")));
    QVERIFY(state([&](reid::Dataset &data) {
                data.profileVectors[3] += 0.5F;
            }).changed.contains(QLatin1String("profiles")));
    QVERIFY(checkPool(*m_record, *m_source.source->data, QStringLiteral("stored scores"), 0.6)
                .changed.contains(QLatin1String("stored scores")));
    // Newer ones are counted, above the threshold only.
    const PoolState more = state([&](reid::Dataset &data) {
        for (const reid::Ticks score : {reid::Ticks{7000}, reid::Ticks{5000}}) {
            data.detections.push_back(data.detections[item]);
            data.detections.back().id[0] = static_cast<std::uint8_t>(200 + score / 1000);
            data.matches.push_back(data.matches[item]);
            data.matches.back().best = score;
        }
    });
    QCOMPARE(more.changed, QString());
    QCOMPARE(more.newer, qint64{1});
}

void TestReview::answersAndCertificatesAreExchanged()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    const auto migrated = migrateSchema(*connection, 0, kSchemaVersion);
    QVERIFY2(migrated, qPrintable(reason(migrated)));
    const auto here = open(QStringLiteral("here.sqlite"));
    const auto there = open(QStringLiteral("there.sqlite"));
    QVERIFY(here->save(*m_record));
    const QString mo = QStringLiteral("mo@ranch");
    const std::vector<ReviewerEvents> all = byTruth(m_record);
    for (const ReviewEvent &event : all.front().events)
        QVERIFY(here->append(m_record->id, mo, event));
    const Outcome outcome = concludeTrial(m_record, all);
    QVERIFY(here->saveCertificate(outcome.certificate));
    Result<Exchange> exchanged = exchangeAnswers(*connection, *here, *m_record, mo);
    QVERIFY2(exchanged, qPrintable(reason(exchanged)));
    QCOMPARE(exchanged->sent, static_cast<int>(all.front().events.size()));
    QVERIFY(here->kept(m_record->id, mo)->unsent.empty());
    const auto again = exchangeAnswers(*connection, *here, *m_record, mo);
    QCOMPARE(again->sent, 0);

    const auto shared = sharedTrials(*connection);
    QVERIFY2(shared, qPrintable(reason(shared)));
    QCOMPARE(shared->front().digest, m_record->digest);
    QCOMPARE(shared->front().reviewers, QStringList{mo});
    QVERIFY(shared->front().result && shared->front().result->threshold == outcome.certificate.threshold);
    const auto fetched = fetchTrial(*connection, *there, m_record->id);
    QVERIFY2(fetched, qPrintable(reason(fetched)));
    QVERIFY(fetched->pairs == m_record->pairs && fetched->plants == m_record->plants);
    QVERIFY(*there->events(m_record->id, mo) == all.front().events);
    const auto certificates = sharedCertificates(*connection, true);
    QVERIFY2(certificates, qPrintable(reason(certificates)));
    QCOMPARE(certificates->size(), std::size_t{1});
    QVERIFY(certificates->front().certificate.levels == outcome.certificate.levels);
    // One more trial of the pool has been heard of since.
    CertificateRecord later = outcome.certificate;
    later.risk = 0.06;
    QVERIFY(shareCertificate(*connection, later));
    QVERIFY(shareCertificate(*connection, outcome.certificate)); // of the same answers, by who hasn't heard of it
    QCOMPARE(sharedCertificates(*connection, true)->front().certificate.risk, 0.06);
    // Another workstation of the same reviewer, with other answers: noticed, nothing is overwritten.
    ReviewEvent other = all.front().events.front();
    other.answer = Answer::BadCrop;
    const auto elsewhere = open(QStringLiteral("elsewhere.sqlite"));
    QVERIFY(elsewhere->save(*m_record) && elsewhere->append(m_record->id, mo, other));
    QCOMPARE(exchangeAnswers(*connection, *elsewhere, *m_record, mo).error().kind, ErrorKind::Conflict);
    // Sent before, as to a journal of which this one is another copy: nothing is added to them.
    const auto beside = open(QStringLiteral("beside.sqlite"));
    QVERIFY(beside->save(*m_record) && beside->append(m_record->id, mo, other, true));
    QCOMPARE(fetchTrial(*connection, *beside, m_record->id).error().kind, ErrorKind::Conflict);
    QCOMPARE(beside->events(m_record->id, mo)->size(), std::size_t{1});
    // With the same ones and fewer of them: the rest comes.
    const auto behind = open(QStringLiteral("behind.sqlite"));
    QVERIFY(behind->save(*m_record));
    for (std::size_t i = 0; i < 20; ++i)
        QVERIFY(behind->append(m_record->id, mo, all.front().events[i]));
    const auto caughtUp = exchangeAnswers(*connection, *behind, *m_record, mo);
    QVERIFY2(caughtUp, qPrintable(reason(caughtUp)));
    QCOMPARE(caughtUp->received, static_cast<int>(all.front().events.size()) - 20);
    QVERIFY(*behind->events(m_record->id, mo) == all.front().events);
    QVERIFY(behind->kept(m_record->id, mo)->unsent.empty());
    // One that lacks those before it would make what is here unreadable.
    const QString renumber = QStringLiteral("UPDATE herdbook.answer SET sequence = %2 WHERE sequence = %1");
    const auto gap = open(QStringLiteral("gap.sqlite"));
    QVERIFY(connection->execute(renumber.arg(30).arg(9000)));
    QCOMPARE(fetchTrial(*connection, *gap, m_record->id).error().kind, ErrorKind::Corrupt);
    QCOMPARE(gap->events(m_record->id, mo)->size(), std::size_t{29});
    QVERIFY(connection->execute(renumber.arg(9000).arg(30)));
    QVERIFY(fetchTrial(*connection, *gap, m_record->id));
    // What a stranger left there, as by taking back an answer that isn't his, is nobody's: it isn't taken over and stops nobody.
    QVERIFY(
        connection->execute(QStringLiteral("INSERT INTO herdbook.answer (trial_id, reviewer, sequence, position, "
                                           "note, answered_at, milliseconds) SELECT id, 'stranger', 5, 0, '', now(), "
                                           "0 FROM herdbook.trial")));
    const auto fresh = open(QStringLiteral("fresh.sqlite"));
    for (int round = 0; round < 2; ++round) {
        const auto taken = fetchTrial(*connection, *fresh, m_record->id);
        QVERIFY2(taken, qPrintable(reason(taken)));
        QCOMPARE(fresh->progress(m_record->id)->size(), std::size_t{1});
    }
    ReviewEvent strange = all.front().events.front();
    strange.answer.reset();
    QVERIFY(fresh->append(m_record->id, QStringLiteral("stranger"), strange));
    QVERIFY(sendLeftovers(*connection, *fresh));
}

/// Where a clock runs late, or a computer was away, answers come with times before the verdict that doesn't know them.
void TestReview::answersThatComeLateAreNews()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const QString mo = QStringLiteral("mo@ranch");
    const auto store = open(QStringLiteral("late.sqlite"));
    QVERIFY(store->save(*m_record));
    std::vector<ReviewerEvents> all = byTruth(m_record);
    for (const ReviewEvent &event : all.front().events)
        QVERIFY(store->append(m_record->id, mo, event));
    QVERIFY(store->saveCertificate(concludeTrial(m_record, all).certificate));
    QVERIFY(exchangeAnswers(*connection, *store, *m_record, mo));
    const auto isNews = [&](const Result<std::vector<TrialSummary>> &trials) {
        return trials && trials->front().isOutdated();
    };
    QVERIFY(!isNews(store->trials()) && !isNews(sharedTrials(*connection)));
    ReviewEvent late = all.front().events.back();
    late.answer.reset();
    late.at = late.at.addSecs(-3600);
    ++late.sequence;
    QVERIFY(store->append(m_record->id, mo, late));
    QVERIFY(isNews(store->trials()) && !isNews(sharedTrials(*connection)));
    QVERIFY(exchangeAnswers(*connection, *store, *m_record, mo));
    QVERIFY(isNews(sharedTrials(*connection)));
    all.front().events.push_back(late);
    QVERIFY(store->saveCertificate(concludeTrial(m_record, all).certificate));
    QVERIFY(exchangeAnswers(*connection, *store, *m_record, mo));
    QVERIFY(!isNews(store->trials()) && !isNews(sharedTrials(*connection)));
    // A journal that was removed and set up anew gets all of them again.
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 0));
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const Result<Exchange> again = exchangeAnswers(*connection, *store, *m_record, mo);
    QVERIFY2(again, qPrintable(reason(again)));
    QCOMPARE(again->sent, late.sequence);
    QVERIFY(sharedReviews(*connection, *m_record));
    // So does one that is back from an older backup, whatever has been answered since.
    QVERIFY(connection->execute(QStringLiteral("DELETE FROM herdbook.answer WHERE sequence > 30")));
    ++late.sequence;
    QVERIFY(store->append(m_record->id, mo, late));
    const Result<Exchange> restored = exchangeAnswers(*connection, *store, *m_record, mo);
    QVERIFY2(restored, qPrintable(reason(restored)));
    const Result<std::vector<ReviewerEvents>> whole = sharedReviews(*connection, *m_record);
    QVERIFY2(whole, qPrintable(reason(whole)));
    QCOMPARE(whole->front().events.size(), static_cast<std::size_t>(late.sequence));
}

void TestReview::goingBackAndUpAgainKeepsTrials_data()
{
    QTest::addColumn<QString>("lost");
    QTest::newRow("as it is now") << QStringLiteral("SELECT 1");
    QTest::newRow("as it once was") << QStringLiteral(
        "ALTER TABLE herdbook.answer DROP COLUMN item, DROP COLUMN plant, DROP COLUMN ignored, "
        "DROP COLUMN picture_failed; ALTER TABLE herdbook.trial DROP COLUMN edition, DROP COLUMN digest; "
        "DROP TABLE herdbook.pool");
}

/// A second try of a pool is one after a journal's way to version 3 and back as well, with the seed that was drawn.
void TestReview::goingBackAndUpAgainKeepsTrials()
{
    QFETCH(QString, lost);
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const QString mo = QStringLiteral("mo@ranch");
    const QString file = QStringLiteral("back-%1.sqlite").arg(lost.size());
    const auto store = open(file);
    QVERIFY(store->save(*m_record));
    std::vector<ReviewerEvents> all = byTruth(m_record);
    all.front().events.front().ignored = 3;
    for (const ReviewEvent &event : all.front().events)
        QVERIFY(store->append(m_record->id, mo, event));
    QCOMPARE(*sharedSeed(*connection, m_record->digest, m_record->seed, mo), m_record->seed);
    QVERIFY(exchangeAnswers(*connection, *store, *m_record, mo));
    QVERIFY(migrateSchema(*connection, kSchemaVersion, 3));
    QVERIFY(connection->runScript(lost));
    const Result<void> upgraded = migrateSchema(*connection, 3, kSchemaVersion);
    QVERIFY2(upgraded, qPrintable(reason(upgraded)));

    const auto shared = sharedTrials(*connection);
    QVERIFY2(shared, qPrintable(reason(shared)));
    QVERIFY(shared->front().edition == 2 && shared->front().answered());
    QCOMPARE(shared->front().digest, m_record->digest);
    QCOMPARE(*sharedSeed(*connection, m_record->digest, m_record->seed + 1, mo), m_record->seed);
    const TrialRecord second = anotherTrial(*m_record, {QStringLiteral("ann")}, Pipeline::Single, 2,
                                            QStringLiteral("ann"), m_record->createdAt, 7);
    QCOMPARE(*sharedRivals(*connection, second), QSet<QUuid>{m_record->id});
    Result<std::vector<ReviewerEvents>> reviews = sharedReviews(*connection, *m_record);
    QVERIFY2(reviews, qPrintable(reason(reviews)));
    reviews->front().events.front().ignored = 3; // what was dropped nobody can tell
    QVERIFY(reviews->front().events == all.front().events);
    // Nor does it make the journals contradict each other.
    reid::Analysis analysis;
    analysis.data = *m_source.source->data;
    analysis.source = "vectors";
    QVERIFY(store->saveCertificate(concludeTrial(m_record, all).certificate));
    const reid::Certification found =
        certifierFor(*connection, {m_folder.filePath(QStringLiteral("new/") + file)})(analysis);
    QVERIFY2(found.certificate, found.voided.c_str());
}

/// Of one trial the newest verdict counts, and the answers of all journals together; none while a journal can't be read.
void TestReview::journalsAreHeardTogether()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    reid::Analysis analysis;
    analysis.data = *m_source.source->data;
    analysis.source = "vectors";
    const QString mo = QStringLiteral("mo@ranch");
    std::vector<ReviewerEvents> some = byTruth(m_record);
    const ReviewEvent last = some.front().events.back();
    some.front().events.pop_back();
    std::vector<ReviewerEvents> more = some;
    more.front().events.push_back(last);
    more.front().events.back().milliseconds = 900;
    const auto keep = [&](const QString &name, const std::vector<ReviewerEvents> &all) {
        auto store = open(name);
        const Result<void> saved = store->save(*m_record);
        for (const ReviewEvent &event : all.front().events)
            (void)store->append(m_record->id, mo, event);
        (void)store->saveCertificate(concludeTrial(m_record, all).certificate);
        return saved ? std::move(store) : nullptr;
    };
    const auto older = keep(QStringLiteral("older.sqlite"), some);
    const auto newer = keep(QStringLiteral("newer.sqlite"), more);
    const QString olderPath = m_folder.filePath(QStringLiteral("new/older.sqlite"));
    const QString newerPath = m_folder.filePath(QStringLiteral("new/newer.sqlite"));
    QVERIFY(certifierFor(*connection, {olderPath})(analysis).certificate);
    const auto refuses = [&](const QStringList &paths) {
        const reid::Certification found = certifierFor(*connection, paths)(analysis);
        return !found.certificate && found.seen.size() == 1 &&
               found.seen.front().withheld.find("within one second") != std::string::npos;
    };
    QVERIFY(refuses({olderPath, newerPath}));
    QVERIFY(exchangeAnswers(*connection, *newer, *m_record, mo));
    QVERIFY(refuses({olderPath}));
    QVERIFY(refuses({}));
    // In lists too, and the older one doesn't write over it.
    const std::vector<TrialSummary> here = *older->trials();
    QVERIFY(here.front().result->holds());
    QVERIFY(!together(here, *sharedTrials(*connection)).front().result->holds());
    std::vector<TrialSummary> answersOnly = *sharedTrials(*connection);
    answersOnly.front().result.reset();
    QVERIFY(!here.front().isOutdated() && together(here, answersOnly).front().isOutdated());
    QVERIFY(!together(*sharedTrials(*connection), here).front().result->holds());
    QVERIFY(shareCertificate(*connection, *here.front().result));
    QVERIFY(!sharedTrials(*connection)->front().result->holds());
    QCOMPARE(together(here, *sharedTrials(*connection)).size(), std::size_t{1});

    // Nobody knows what is in a journal that can't be read: it is no journal without other tries.
    QVERIFY(m_servers.freshDatabase());
    const auto again = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*again, 0, kSchemaVersion));
    QVERIFY(certifierFor(*again, {olderPath})(analysis).certificate);
    QVERIFY(again->execute(QStringLiteral("ALTER TABLE herdbook.certificate RENAME TO away")));
    const reid::Certification unread = certifierFor(*again, {olderPath})(analysis);
    QVERIFY(!unread.certificate && !unread.readable);
    QVERIFY2(unread.voided.find("the shared journal can't be read") != std::string::npos, unread.voided.c_str());
    QCOMPARE(unread.seen.size(), std::size_t{1});
    QVERIFY(again->execute(QStringLiteral("ALTER TABLE herdbook.away RENAME TO certificate")));
    QVERIFY(certifierFor(*again, {olderPath})(analysis).certificate);
    QFile broken(m_folder.filePath(QStringLiteral("broken.sqlite")));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write(QByteArray(4096, 'x')) == 4096);
    broken.close();
    QVERIFY(!certifierFor(*again, {olderPath, broken.fileName()})(analysis).certificate);
    // Nor may one be overlooked that can't be looked for; one that isn't there says nothing.
    const QString circle = broken.fileName() + QStringLiteral(".circle");
    QVERIFY(certifierFor(*again, {olderPath, circle})(analysis).certificate);
    QVERIFY(QFile::link(circle, circle));
    QVERIFY(!certifierFor(*again, {olderPath, circle})(analysis).certificate);
    QVERIFY(QFile::remove(circle));
}

/// What an earlier version kept of answers that today's rules withhold is called a certificate nowhere, nor is it shared as one.
void TestReview::keptVerdictsAreJudgedByTodaysRules()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const QString mo = QStringLiteral("mo@ranch");
    const std::vector<ReviewerEvents> good = byTruth(m_record);
    std::vector<ReviewerEvents> hasty = good;
    hasty.front().events[5].milliseconds = 900;
    const CertificateRecord kept = concludeTrial(m_record, good).certificate;
    QVERIFY(kept.holds() && !concludeTrial(m_record, hasty).certified());
    const auto keep = [&](const QString &name, const std::vector<ReviewerEvents> &all, std::size_t most) {
        auto store = open(name);
        const Result<void> saved = store->save(*m_record);
        for (std::size_t i = 0; i < std::min(most, all.front().events.size()); ++i)
            (void)store->append(m_record->id, mo, all.front().events[i]);
        (void)store->saveCertificate(kept);
        return saved ? std::move(store) : nullptr;
    };
    const auto isWithheld = [](const Result<std::vector<TrialSummary>> &trials) {
        return trials && !trials->front().unjudged && !trials->front().result->holds() &&
               trials->front().result->withheld.contains(QLatin1String("within one second"));
    };
    const auto store = keep(QStringLiteral("hasty.sqlite"), hasty, 1000);
    QVERIFY(store->trials()->front().result->holds());
    QVERIFY(isWithheld(judgedTrials(*store)));
    QVERIFY(!judgedTrials(*store)->front().isOutdated());
    QVERIFY(sendLeftovers(*connection, *store));
    QVERIFY(sharedCertificates(*connection, true)->empty());
    QVERIFY(isWithheld(sharedTrials(*connection)));
    // An earlier version shared it.
    QVERIFY(shareCertificate(*connection, kept));
    QVERIFY(sharedTrials(*connection)->front().result->holds());
    QVERIFY(isWithheld(judgedSharedTrials(*connection, store.get())));
    QVERIFY(isWithheld(judgedSharedTrials(*connection, nullptr)));
    QVERIFY(isWithheld(together(*store->trials(), *judgedSharedTrials(*connection, nullptr))));

    // One that today's rules bear out stays as it was kept, here and there.
    QVERIFY(m_servers.freshDatabase());
    const auto again = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*again, 0, kSchemaVersion));
    const auto whole = keep(QStringLiteral("whole.sqlite"), good, 1000);
    QVERIFY(judgedTrials(*whole)->front().result == kept);
    QVERIFY(exchangeAnswers(*again, *whole, *m_record, mo));
    QVERIFY(judgedSharedTrials(*again, nullptr)->front().result->holds());
    // Where answers are missing it isn't known, and what others know counts.
    const auto part = keep(QStringLiteral("part.sqlite"), good, 20);
    const std::vector<TrialSummary> unknown = *judgedTrials(*part);
    QVERIFY(unknown.front().unjudged && !unknown.front().result->holds());
    QCOMPARE(unknown.front().result->withheld, QStringLiteral("not all of its answers are known here"));
    const std::vector<TrialSummary> shared = *judgedSharedTrials(*again, part.get());
    for (const TrialSummary &one : {together(unknown, shared).front(), together(shared, unknown).front()})
        QVERIFY(!one.unjudged && one.result->holds());
    QVERIFY(again->execute(QStringLiteral("DELETE FROM herdbook.answer WHERE sequence > 20")));
    QVERIFY(judgedSharedTrials(*again, nullptr)->front().unjudged);
    // Nor is it called withheld there by who doesn't know it all.
    QVERIFY(exchangeAnswers(*again, *part, *m_record, mo));
    QVERIFY(sharedTrials(*again)->front().result->holds());
}

/// A later trial of the pool that came less far doesn't hide the one that is enough.
void TestReview::theNewestCertificateThatIsEnough()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    reid::Analysis analysis;
    analysis.data = *m_source.source->data;
    analysis.source = "vectors";
    const auto store = open(QStringLiteral("two.sqlite"));
    const QStringList path{m_folder.filePath(QStringLiteral("new/two.sqlite"))};
    const auto later =
        std::make_shared<const TrialRecord>(anotherTrial(*m_record, {QStringLiteral("ann")}, Pipeline::Single, 2,
                                                         QStringLiteral("ann"), m_record->createdAt.addDays(1), 7));
    const auto keep = [&](const std::shared_ptr<const TrialRecord> &record, int most) {
        const std::vector<ReviewerEvents> all{
            {record->reviewers.front(), simulation::review(
                                            record, [this](const Pair &pair) { return truth(pair); }, most)}};
        (void)store->save(*record);
        for (const ReviewEvent &event : all.front().events)
            (void)store->append(record->id, record->reviewers.front(), event);
        const CertificateRecord certificate = concludeTrial(record, all).certificate;
        (void)store->saveCertificate(certificate);
        return certificate;
    };
    const CertificateRecord whole = keep(m_record, 1000);
    int most = 60;
    while (concludeTrial(
               later, {{later->reviewers.front(), simulation::review(
                                                      later, [this](const Pair &pair) { return truth(pair); }, most)}})
               .certificate.items == 0)
        ++most;
    const CertificateRecord part = keep(later, most);
    QVERIFY(whole.holds() && part.holds() && part.items < whole.items && part.finishedAt > whole.finishedAt);
    const auto found = [&](std::uint64_t assigned) {
        analysis.curves.assigned = assigned;
        return *certifierFor(*connection, path)(analysis).certificate;
    };
    const auto items = static_cast<std::uint64_t>(part.items);
    QCOMPARE(found(5 * items).items, items);
    QCOMPARE(found(5 * items).risk, .06);
    QCOMPARE(found(5 * items + 5).items, static_cast<std::uint64_t>(whole.items));
    QCOMPARE(found(5 * items + 5).risk, .05);
}

void TestReview::oneSeedForAllWorkstations()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const auto store = open(QStringLiteral("seeds.sqlite"));
    QCOMPARE(*store->seedOf(m_record->digest, 17), quint64{17});
    QCOMPARE(*store->seedOf(m_record->digest, 18), quint64{17}); // nobody can draw again
    QCOMPARE(*sharedSeed(*connection, m_record->digest, 17, QStringLiteral("mo")), quint64{17});
    QCOMPARE(*sharedSeed(*connection, m_record->digest, ~quint64{0}, QStringLiteral("ann")), quint64{17});
    QCOMPARE(*sharedSeed(*connection, QStringLiteral("another"), ~quint64{0}, QStringLiteral("ann")), ~quint64{0});
}

void TestReview::theAnalysisKnowsTheCertificate()
{
    QVERIFY(m_servers.freshDatabase());
    const auto connection = test::Ranch(m_servers).connect();
    reid::Analysis analysis;
    analysis.data = *m_source.source->data;
    analysis.source = "vectors";
    // No schema, no local journal: nothing to look into but an empty database.
    QVERIFY(!certifierFor(*connection, {})(analysis).certificate);
    QVERIFY(migrateSchema(*connection, 0, kSchemaVersion));
    const auto store = open(QStringLiteral("certified.sqlite"));
    const QString path = m_folder.filePath(QStringLiteral("new/certified.sqlite"));
    QVERIFY(store->save(*m_record));
    const std::vector<ReviewerEvents> answers = byTruth(m_record);
    const Outcome outcome = concludeTrial(m_record, answers);
    QVERIFY(store->saveCertificate(outcome.certificate));
    // The journal's word alone is not taken.
    QVERIFY(!certifierFor(*connection, {path})(analysis).certificate);
    for (const ReviewEvent &event : answers.front().events)
        QVERIFY(store->append(m_record->id, answers.front().reviewer, event));
    // Kept here only, then shared.
    for (const bool shared : {false, true}) {
        if (shared)
            QVERIFY(exchangeAnswers(*connection, *store, *m_record, QStringLiteral("mo@ranch")));
        const reid::Certification found =
            certifierFor(*connection, shared ? QStringList() : QStringList{path})(analysis);
        QVERIFY(found.readable && found.certificate);
        QCOMPARE(found.certificate->threshold, *outcome.certificate.threshold);
        QCOMPARE(found.certificate->looks, static_cast<std::uint64_t>(outcome.looks));
        QCOMPARE(QString::fromStdString(found.certificate->digest), m_record->digest);
        QCOMPARE(found.certificate->groups, (std::vector<std::string>{"doe", "buck"}));
        QCOMPARE(found.certificate->items, std::uint64_t{600});
        QCOMPARE(found.certificate->open, std::uint64_t{600});
        QCOMPARE(found.certificate->openNotSame, std::uint64_t{0});
    }
    // Its day is the site's; that of the one zone is never that of the other.
    const auto dayIn = [&](const QString &zone) {
        connection->setSiteZone(zone);
        return outcome.certificate.finishedAt.toTimeZone(QTimeZone(zone.toLatin1())).date().toString(Qt::ISODate);
    };
    for (const QString &zone : {QStringLiteral("Pacific/Kiritimati"), QStringLiteral("Pacific/Pago_Pago")}) {
        const QString day = dayIn(zone);
        const reid::Certification found = certifierFor(*connection, {})(analysis);
        QCOMPARE(QString::fromStdString(found.certificate->day), day);
        QVERIFY(found.certificate->date.ends_with("Z"));
        reid::Analysis changed = analysis;
        changed.data.matches.back().best += 7;
        const reid::Certification voided = certifierFor(*connection, {})(changed);
        QVERIFY2(voided.voided.starts_with("the trial of " + day.toStdString()), voided.voided.c_str());
    }
    // Rows edited by hand: a looser threshold than the answers bear out, an answer that is gone, one that doesn't exist.
    const auto edited = [&](const QString &sql, const QString &back) {
        QVERIFY2(connection->execute(sql), qPrintable(sql));
        const reid::Certification found = certifierFor(*connection, {})(analysis);
        QVERIFY2(!found.certificate && !found.voided.empty(), qPrintable(sql));
        QVERIFY2(connection->execute(back), qPrintable(back));
        QVERIFY(certifierFor(*connection, {})(analysis).certificate);
    };
    edited(QStringLiteral("UPDATE herdbook.certificate SET threshold = threshold - 0.1"),
           QStringLiteral("UPDATE herdbook.certificate SET threshold = threshold + 0.1"));
    edited(QStringLiteral("UPDATE herdbook.answer SET sequence = 9000 WHERE sequence = 30"),
           QStringLiteral("UPDATE herdbook.answer SET sequence = 30 WHERE sequence = 9000"));
    edited(
        QStringLiteral("UPDATE herdbook.answer SET answer = 'D' WHERE answer = 'S' AND sequence < 60"),
        QStringLiteral("UPDATE herdbook.answer SET answer = 'S' WHERE answer = 'D' AND sequence < 60 AND NOT plant"));
    analysis.data.matches.back().best += 7;
    const reid::Certification voided = certifierFor(*connection, {path})(analysis);
    QVERIFY(!voided.certificate);
    QVERIFY2(QString::fromStdString(voided.voided).contains(QLatin1String("score")), voided.voided.c_str());
    // One that found the matches wrong, or that can't be relied on, is no certificate, but the analysis hears of it.
    analysis.data = *m_source.source->data;
    for (const bool careful : {true, false}) {
        auto failed = std::make_shared<TrialRecord>(*m_record);
        failed->id = QUuid::createUuid();
        const auto own = open(QStringLiteral("failed%1.sqlite").arg(careful));
        QVERIFY(own->save(*failed));
        const std::vector<ReviewEvent> said = simulation::review(
            failed, [careful](const Pair &) { return careful ? Answer::Different : Answer::Same; }, 26);
        for (const ReviewEvent &event : said)
            QVERIFY(own->append(failed->id, QStringLiteral("mo@ranch"), event));
        QVERIFY(own->saveCertificate(concludeTrial(failed, {{QStringLiteral("mo@ranch"), said}}).certificate));
        const QString file = m_folder.filePath(QStringLiteral("new/failed%1.sqlite").arg(careful));
        for (const bool shared : {false, true}) {
            QVERIFY(connection->execute(QStringLiteral("DELETE FROM herdbook.certificate")));
            if (shared)
                QVERIFY(exchangeAnswers(*connection, *own, *failed, QStringLiteral("mo@ranch")));
            const reid::Certification heard =
                certifierFor(*connection, shared ? QStringList() : QStringList{file})(analysis);
            QVERIFY(!heard.certificate || !shared);
            const auto one = std::ranges::find_if(
                heard.seen, [](const reid::TrialSeen &trial) { return !trial.certified.has_value(); });
            QVERIFY(one != heard.seen.end());
            QCOMPARE(one->withheld.empty(), careful);
            QCOMPARE(QDateTime::fromString(QString::fromStdString(one->date), Qt::ISODate)
                         .toTimeZone(QTimeZone(connection->siteZone().toLatin1()))
                         .date()
                         .toString(Qt::ISODate),
                     QString::fromStdString(one->day));
            if (careful)
                QVERIFY(one->looked > 10 && one->notSame == one->looked);
        }
    }
    // A withheld one is none.
    analysis.data = *m_source.source->data;
    CertificateRecord withheld = outcome.certificate;
    withheld.withheld = QStringLiteral("a reason");
    withheld.threshold.reset();
    QVERIFY(store->saveCertificate(withheld));
    QVERIFY(exchangeAnswers(*connection, *store, *m_record, QStringLiteral("mo@ranch")));
    QVERIFY(!certifierFor(*connection, {path})(analysis).certificate);
}

QTEST_GUILESS_MAIN(TestReview)
#include "test_review.moc"
