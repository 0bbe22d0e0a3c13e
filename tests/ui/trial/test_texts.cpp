// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/words.h"
#include "tests/support/cuttexts.h"
#include "tests/ui/spoken.h"
#include "ui/trial/journal/batchdetails.h"
#include "ui/trial/review/answerbar.h"
#include "ui/trial/review/strips.h"
#include "ui/trial/sample/prospect.h"
#include "ui/trial/sample/prospectchart.h"
#include "ui/trial/sample/sampleform.h"
#include "ui/trial/verdict/cards.h"
#include "ui/trial/verdict/staircase.h"
#include "ui/widgets/labels/messagelabel.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

#include <algorithm>

using namespace herdbook;
using namespace herdbook::trial;

/// What is to be read in the trial's charts and narrow columns is whole and apart in every language, and what matters most is there.
class TestTrialTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsWrittenOverAnother_data();
    void nothingIsWrittenOverAnother();
    void stepsKeepTheLastLabel_data() { nothingIsWrittenOverAnother_data(); }
    void stepsKeepTheLastLabel();
    void narrowColumnsWrap_data();
    void narrowColumnsWrap();
    void theProspectSaysWhyTheyAreFewer();
    void undoSaysWhichCountsStay();
    void theProspectClaimsWhatACertificateWould();
    void aBurstWithoutATimeSaysSo();

private:
    /// Curves that run close to each other.
    static std::shared_ptr<const Prospects> prospects()
    {
        auto made = std::make_shared<Prospects>();
        for (std::size_t preset = 0; preset < made->curves.size(); ++preset) {
            for (const double share : kShares) {
                Expected one;
                one.wrongShare = share;
                one.detections = (12'000 - 120.0 * static_cast<double>(preset)) * (1 - 9 * share);
                one.looks = 1'200;
                made->curves[preset].push_back(one);
            }
        }
        return made;
    }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("charts.ini")), QSettings::IniFormat};
};

void TestTrialTexts::nothingIsWrittenOverAnother_data()
{
    QTest::addColumn<Language::Choice>("language");
    QTest::addColumn<int>("width"); // of the chart in windows of 1100, 1280 and 1440 pixels
    for (const int width : {514, 694, 854}) {
        QTest::addRow("English %d", width) << Language::Choice::English << width;
        QTest::addRow("German %d", width) << Language::Choice::German << width;
        QTest::addRow("Spanish %d", width) << Language::Choice::Spanish << width;
    }
}

void TestTrialTexts::nothingIsWrittenOverAnother()
{
    QFETCH(const Language::Choice, language);
    QFETCH(const int, width);
    const test::Spoken spoken(m_settings, language);
    QWidget window;
    window.resize(width, 250);
    auto *chart = new ProspectChart(&window);
    chart->resize(window.size());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const double estimate : {0.005, 0.03, 0.09}) {
        chart->setProspects(prospects(), 12'345, {estimate, 0.098});
        for (const Preset preset : kPresets) {
            chart->setPreset(preset);
            const QStringList over = test::overlaps(window);
            QVERIFY2(over.isEmpty(), qPrintable(over.join(u'\n')));
            const QStringList cut = test::cutTexts(window);
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
            const QString texts = test::paintedTexts(window).join(u'\n');
            for (const QString &needed :
                 {QStringLiteral("1200"), QLocale().toString(12'345), // looks, all at the threshold
                  Words::preset(QString::fromUtf8(trial::name(preset).data()))})
                QVERIFY2(texts.contains(needed), qPrintable(needed + u'\n' + texts));
        }
    }
}

void TestTrialTexts::stepsKeepTheLastLabel()
{
    QFETCH(const Language::Choice, language);
    QFETCH(const int, width);
    const test::Spoken spoken(m_settings, language);
    QWidget window;
    window.resize(width, 220);
    auto *stairs = new Staircase(&window);
    stairs->resize(window.size());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (const int last : {42, 60, 190}) { // beside the first, and at the edge
        CertificateRecord certificate;
        certificate.looks = 200;
        certificate.levels = {{6'000, 480, 40, {}}, {5'500, 500, last, {}}};
        stairs->setCertificate(certificate);
        const QStringList over = test::overlaps(window);
        QVERIFY2(over.isEmpty(), qPrintable(over.join(u'\n')));
        const QString label = Staircase::tr("%1 after %2").arg(Words::threshold(0.55)).arg(last);
        QVERIFY2(test::paintedTexts(window).contains(label), qPrintable(label));
    }
}

void TestTrialTexts::narrowColumnsWrap_data()
{
    QTest::addColumn<Language::Choice>("language");
    QTest::newRow("English") << Language::Choice::English;
    QTest::newRow("German") << Language::Choice::German;
    QTest::newRow("Spanish") << Language::Choice::Spanish;
}

void TestTrialTexts::narrowColumnsWrap()
{
    QFETCH(const Language::Choice, language);
    const test::Spoken spoken(m_settings, language);
    QWidget column;
    auto *rows = new QVBoxLayout(&column);
    auto *form = new SampleForm({});
    form->startButton()->hide(); // stands elsewhere
    form->setDrawable(true);
    rows->addWidget(form);
    auto *bar = new AnswerBar;
    rows->addWidget(bar);
    rows->addStretch(1);
    column.resize(700, 1000);
    form->setFixedWidth(440);
    column.show();
    QVERIFY(QTest::qWaitForWindowExposed(&column));
    for (const char *typed : {"", "2", "0.5"}) {
        form->candidateField()->setText(QLatin1String(typed));
        form->candidate();
        for (const char *name : {"", "ranger"}) {
            form->reviewerField()->setText(QLatin1String(name));
            const auto *foot = bar->findChildren<QLabel *>().last();
            QTRY_VERIFY(foot->height() >= foot->heightForWidth(foot->width()));
            for (const auto *message : form->findChildren<MessageLabel *>())
                QTRY_VERIFY2_WITH_TIMEOUT(message->height() >= message->heightForWidth(message->width()),
                                          qPrintable(message->text()), 10'000);
        }
    }
    ReviewerCard card;
    card.setOutcome({});
    ClaimsCard claims;
    for (QWidget *narrow : {static_cast<QWidget *>(&card), static_cast<QWidget *>(&claims)})
        QVERIFY2(narrow->minimumSizeHint().width() < 466,
                 qPrintable(QString::number(narrow->minimumSizeHint().width())));
}

void TestTrialTexts::theProspectSaysWhyTheyAreFewer()
{
    Prospect prospect;
    prospect.resize(700, 900);
    prospect.show();
    QVERIFY(QTest::qWaitForWindowExposed(&prospect));
    Outlook outlook;
    outlook.candidate = 0.45;
    outlook.eligible = 100;
    outlook.below = 30;
    outlook.withoutPicture = 38;
    outlook.withoutProfilePicture = 2;
    outlook.atCandidate = 30;
    prospect.setOutlook(outlook, {});
    QCOMPARE(prospect.fewer(), QStringLiteral("30 of the 70 that score 0.45 or more: 40 have no picture, or their "
                                              "profile has none."));
    outlook.atCandidate = 0;
    outlook.withoutPicture = 68;
    outlook.kind = TrialKind::ReviewAll;
    prospect.setOutlook(outlook, {});
    const QList<QLabel *> labels = prospect.findChildren<QLabel *>();
    const auto said = std::ranges::find(labels, prospect.promise(), &QLabel::text);
    QVERIFY(said != labels.end());
    QTRY_VERIFY2_WITH_TIMEOUT((*said)->mapTo(&prospect, (*said)->rect().bottomLeft()).y() < 150, "it stands on top",
                              10'000);
    outlook.withoutPicture = outlook.withoutProfilePicture = 0;
    prospect.setOutlook(outlook, {});
    QCOMPARE(prospect.fewer(), QString());
}

void TestTrialTexts::undoSaysWhichCountsStay()
{
    BatchDetails details(QTimeZone::utc(), false);
    BatchRecord batch;
    batch.id = QUuid::createUuid();
    batch.compared = true;
    batch.written = batch.restored = 5;
    batch.sightings = {{QUuid::createUuid(), QStringLiteral("Atlas"), QStringLiteral("buck"), 10, 15, {}, {}}};
    JournalRow row;
    row.id = batch.id;
    row.when = batch.appliedAt = QDateTime(QDate(2026, 11, 27), QTime(9, 0), Qt::UTC);
    const auto said = [&] {
        details.showBatch(row);
        details.setBatch(batch);
        return details.undoText().section(u'\n', 0, 0);
    };
    QCOMPARE(said(), QStringLiteral("5 rows go back to what they were, and the sighting counts fall by as many."));
    batch.miscounts = {{batch.sightings[0].deer, QStringLiteral("Atlas"), 5, 3, 0}};
    QCOMPARE(said(), QStringLiteral("5 rows go back to what they were. The sighting counts of 1 profile can’t fall by "
                                    "as many: Atlas (5 rows, count 3 → 0)."));
    batch.undoneAt = QDateTime(QDate(2026, 11, 28), QTime(15, 10), Qt::UTC);
    batch.miscounts.push_back({QUuid::createUuid(), QStringLiteral("Birch"), 1, {}, {}});
    QCOMPARE(said(), QStringLiteral("5 rows went back to what they were. The sighting counts of 2 profiles didn’t fall "
                                    "by as many: Atlas (5 rows, count 3 → 0), Birch (1 row, no count)."));
    // Where none were noted nobody knows of any.
    batch.miscounts.clear();
    batch.sightings.clear();
    QCOMPARE(said(), QStringLiteral("5 rows went back to what they were."));
}

void TestTrialTexts::theProspectClaimsWhatACertificateWould()
{
    Prospect prospect;
    const QString all = QStringLiteral("At most 5% of the detections it covers would be assigned wrongly");
    QCOMPARE(prospect.claims(), all + u'.');
    // 100 at the strict level, 300 at the loose one: 3% of these are bucks, fawns are many among the first alone.
    std::vector<Place> places;
    const auto add = [&places](int count, int level, reid::Sex group) {
        places.insert(places.end(), static_cast<std::size_t>(count), Place{level, group});
    };
    add(93, 0, reid::Sex::Doe);
    add(7, 0, reid::Sex::Fawn);
    add(191, 1, reid::Sex::Doe);
    add(9, 1, reid::Sex::Buck);
    Outlook outlook;
    outlook.atCandidate = 300;
    outlook.schemes[static_cast<std::size_t>(Preset::Short)] = Scheme(places, {{7'000, 100}, {6'000, 300}}, 30);
    outlook.schemes[static_cast<std::size_t>(Preset::Standard)] = Scheme(places, {{7'000, 100}}, 30);
    prospect.setPreset(Preset::Short);
    prospect.setOutlook(outlook, {});
    QCOMPARE(prospect.claims(), all + QStringLiteral(", and at most 10% of each of these alone: does. Only at some of "
                                                     "its thresholds are there enough for a claim of their own: fawns. "
                                                     "Too few for a claim of their own: bucks."));
    prospect.setPreset(Preset::Standard);
    QCOMPARE(prospect.claims(), all + QStringLiteral(", and at most 10% of each of these alone: does, fawns."));
}

/// Nobody knows that two photos without a time are of one moment.
void TestTrialTexts::aBurstWithoutATimeSaysSo()
{
    TrialRecord record;
    Pair pair;
    const QDateTime taken(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    for (const QDateTime &at : {taken, taken.addSecs(3), QDateTime()}) {
        Picture picture;
        picture.detection = QUuid::createUuid();
        picture.takenAt = at;
        record.pictures.insert(picture.detection, picture);
        pair.burst.push_back(picture.detection);
    }
    const auto captions = [&](std::size_t judged) {
        pair.detection = pair.burst[judged];
        QStringList all;
        const FrameGroup burst = burstStrip(record, pair);
        for (const Still &still : burst.frames)
            all << still.caption;
        return all.join(u'|');
    };
    QCOMPARE(captions(0), QStringLiteral("this|3 s later|time not known"));
    QCOMPARE(captions(2), QStringLiteral("time not known (1)|time not known (2)|this"));
}

QTEST_MAIN(TestTrialTexts)
#include "test_texts.moc"
