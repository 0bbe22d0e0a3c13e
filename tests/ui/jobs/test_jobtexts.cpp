// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/language.h"
#include "core/jobs/tracking/jobrecord.h"
#include "ui/jobs/actions/jobaction.h"
#include "ui/jobs/details/croptexts.h"
#include "ui/jobs/details/jobdetails.h"
#include "ui/jobs/details/jobfacts.h"
#include "ui/jobs/details/mendingtexts.h"
#include "ui/jobs/details/timelineview.h"
#include "ui/jobs/jobnotifier.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/labels/banner.h"

#include <QPushButton>
#include <QTest>

using namespace herdbook;
using namespace herdbook::jobs;
using namespace herdbook::ui;

namespace {

const QDateTime Now(QDate(2026, 11, 22), QTime(14, 0), Qt::UTC);

} // namespace

class TestJobTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ordinals()
    {
        const QStringList expected{QStringLiteral("1st"),   QStringLiteral("2nd"),    QStringLiteral("3rd"),
                                   QStringLiteral("4th"),   QStringLiteral("11th"),   QStringLiteral("12th"),
                                   QStringLiteral("13th"),  QStringLiteral("21st"),   QStringLiteral("112th"),
                                   QStringLiteral("123rd"), QStringLiteral("1,234th")};
        QStringList told;
        for (const int number : {1, 2, 3, 4, 11, 12, 13, 21, 112, 123, 1234})
            told << ordinal(number);
        QCOMPARE(told, expected);
        const QLocale before;
        for (const auto &[locale, third] : {std::pair(QLocale(QLocale::German, QLocale::Germany), "3."),
                                            std::pair(QLocale(QLocale::Spanish, QLocale::UnitedStates), "3.º")}) {
            QLocale::setDefault(locale);
            const QString shown = ordinal(3);
            const EnglishTexts english;
            const QString recorded = ordinal(3);
            QLocale::setDefault(before);
            QCOMPARE(shown, QString::fromUtf8(third));
            QCOMPARE(recorded, QStringLiteral("3rd"));
        }
    }

    void ranges()
    {
        QCOMPARE(rangeText(QDate(2026, 9, 1), QDate(2026, 9, 30)), QStringLiteral("1 – 30 Sep 2026"));
        QCOMPARE(rangeText(QDate(2026, 8, 24), QDate(2026, 11, 22)), QStringLiteral("24 Aug – 22 Nov 2026"));
        QCOMPARE(rangeText(QDate(2025, 12, 1), QDate(2026, 1, 31)), QStringLiteral("1 Dec 2025 – 31 Jan 2026"));
        QCOMPARE(rangeText(QDate(), QDate()), QStringLiteral("–"));
    }

    void times()
    {
        QCOMPARE(ageText(Now.addSecs(-59), Now), QStringLiteral("59 s"));
        QCOMPARE(ageText(Now.addSecs(-61), Now), QStringLiteral("1 min"));
        QCOMPARE(ageText(Now.addSecs(-7300), Now), QStringLiteral("2 h"));
        QCOMPARE(ageText(Now.addDays(-3), Now), QStringLiteral("3 d"));
        QCOMPARE(ageText(Now.addSecs(30), Now), QStringLiteral("0 s")); // another machine's clock
        QCOMPARE(durationText(8), QStringLiteral("8 s"));
        QCOMPARE(durationText(23), QStringLiteral("25 s"));
        QCOMPARE(durationText(65), QStringLiteral("1 min"));
        QCOMPARE(durationText(7200), QStringLiteral("2 h"));
    }

    void sizes()
    {
        QCOMPARE(sizeText(-1), QStringLiteral("–"));
        QCOMPARE(sizeText(0), QStringLiteral("0 B"));
        QCOMPARE(sizeText(1'240'000), QStringLiteral("1.2 MB"));
        QCOMPARE(sizeText(38'400'000), QStringLiteral("38 MB"));
        QCOMPARE(sizeText(999'700), QStringLiteral("1.0 MB"));
    }

    void expiries()
    {
        JobRow row;
        row.state = RowState::Completed;
        row.expiresAt = Now.addSecs(3156);
        QCOMPARE(expiryText(row, Now, false), QStringLiteral("52:36"));
        QCOMPARE(expiryText(row, Now, true), QStringLiteral("≈ 53 min"));
        QVERIFY(!expiresSoon(row, Now));
        QVERIFY(expiresSoon(row, Now.addSecs(2900)));
        row.state = RowState::Running;
        QCOMPARE(expiryText(row, Now, false), QStringLiteral("–"));
        row.contradiction = Contradiction::NobodyHoldsIt;
        QCOMPARE(expiryText(row, Now, false), QStringLiteral("52:36"));
        row.state = RowState::Expired;
        QCOMPARE(expiryText(row, Now, false), QStringLiteral("expired"));
    }

    void everyStateAndContradictionHasWordsAndAWayOut()
    {
        for (int state = 0; state <= static_cast<int>(RowState::Gone); ++state) {
            JobRow row;
            row.state = static_cast<RowState>(state);
            QVERIFY(!stateText(row).isEmpty());
        }
        for (int at = 1; at <= static_cast<int>(Contradiction::LostByRedis); ++at) {
            JobRow row;
            row.contradiction = static_cast<Contradiction>(at);
            QVERIFY(!contradictionLead(row.contradiction).isEmpty());
            const QString rest = contradictionRest(row, QTimeZone::utc());
            // Redis's names for things stand under Technical alone.
            QVERIFY2(!rest.isEmpty() && !rest.contains(u'_') && !rest.contains(QLatin1String("key")), qPrintable(rest));
            QVERIFY(stateLook(row).color == &ThemeTokens::warn);
        }
        for (int at = 1; at <= static_cast<int>(Mending::Remove); ++at)
            QVERIFY(!mendingText(static_cast<Mending>(at)).isEmpty());
        QVERIFY(mendingText(Mending::None).isEmpty());
    }

    void ofAPythonWorkerNoMoreIsSaidThanIsKnown()
    {
        JobRow row;
        row.state = RowState::Running;
        row.contradiction = Contradiction::HolderUnheard;
        QVERIFY(contradictionRest(row, QTimeZone::utc()).contains(QLatin1String("makes it isn't known")));
        row.hand = jobs::Hand{{}, true, false, {}};
        QVERIFY(contradictionRest(row, QTimeZone::utc()).contains(QLatin1String("none is heard now")));
        row.contradiction = Contradiction::RunningStatusExpired;
        QVERIFY(contradictionRest(row, QTimeZone::utc()).startsWith(QLatin1String("It was taken")));
        row.hand->python = false;
        QVERIFY(contradictionRest(row, QTimeZone::utc()).startsWith(QLatin1String("A worker is at it")));
    }

    void whatIsTooLateSaysUntilWhenItHeld()
    {
        JobRow row;
        row.contradiction = Contradiction::WaitedTooLong;
        row.beginBy = Now;
        QCOMPARE(contradictionRest(row, QTimeZone("America/Chicago")),
                 QStringLiteral("It was to be begun by 22 Nov 2026, 08:00; no worker makes it any more."));
    }

    void whatAZipOfIdsHolds()
    {
        JobRow row;
        row.detectionIds = 1;
        QCOMPARE(rangeText(row), QStringLiteral("1 detection"));
        row.detectionIds = 9500;
        QCOMPARE(rangeText(row), QStringLiteral("9,500 detections"));
    }

    void waitingJobsSayTheirPlace()
    {
        JobRow row;
        row.queuePosition = 3;
        row.queueLength = 7;
        QCOMPARE(stateText(row), QStringLiteral("Queued, 3rd of 7"));
        row.queuePosition = 0; // the queue is too long to be read, or is being read
        const auto queue = [&row] {
            for (const FactTable::Fact &fact : systemFacts(row, QTimeZone::utc(), false)) {
                if (fact.name == QLatin1String("Queue"))
                    return fact.value;
            }
            return QString();
        };
        QCOMPARE(stateText(row), QStringLiteral("Queued"));
        QCOMPARE(queue(), QStringLiteral("waiting, its place isn't known"));
        row.state = RowState::Running;
        QCOMPARE(queue(), QStringLiteral("not waiting"));
    }

    void aStateHasOneWord()
    {
        using Kind = jobs::TimelineEvent::Kind;
        const std::pair<RowState, Kind> states[]{{RowState::Completed, Kind::Completed},
                                                 {RowState::Failed, Kind::Failed},
                                                 {RowState::Cancelled, Kind::Cancelled}};
        for (const auto &[state, kind] : states) {
            JobRow row;
            row.state = state;
            QCOMPARE(stateText(row), stateWord(state));
            QCOMPARE(timelineText({kind, {}, {}, 0}), stateWord(state));
        }
    }

    void whatADataSetLacksIsSaid()
    {
        JobRow row;
        row.state = RowState::Completed;
        row.total = 2211;
        row.crops = exports::CropCounts{};
        QVERIFY(lackLead(row).isEmpty() && lackRest(row).isEmpty() && lackText(row).isEmpty());
        row.crops->missing = 1032;
        row.crops->unreadable = 29;
        QCOMPARE(stateText(row), QStringLiteral("Completed, 1,061 crops missing"));
        QCOMPARE(lackLead(row), QStringLiteral("For 1,061 of 2,211 detections there is no crop"));
        QVERIFY(lackRest(row).contains(QStringLiteral("the other 1,150")));
        row.crops->damaged = row.crops->withCrop = 4;
        QVERIFY(lackLead(row).startsWith(QStringLiteral("For 1,061 of 2,211")));
        QVERIFY(lackRest(row).contains(QStringLiteral("The 4 crops of damaged photos are flagged")));
        row.crops->missing = row.crops->unreadable = 0;
        QCOMPARE(lackLead(row), QStringLiteral("4 crops are of damaged photos"));
        row.crops->missing = 9000; // more than the status counts
        QVERIFY(!lackLead(row).contains(QStringLiteral("of 2,211")));
    }

    void everyPlaceTellsWhetherADataSetIsComplete_data()
    {
        QTest::addColumn<QByteArray>("status"); // beside what every completed one has
        QTest::addColumn<QString>("words");     // nothing: complete
        QTest::addColumn<QString>("lead");
        QTest::addColumn<QString>("together");
        QTest::addColumn<Tone>("tone");
        const QString ready = QStringLiteral("1 export ready");
        const QString incomplete = QStringLiteral("1 export incomplete");
        const QString uncounted = QStringLiteral("not checked for gaps");
        const QString unknown = QStringLiteral("Whether this archive is complete isn't known");
        const auto row = [](const char *name, const char *status, const QString &words, const QString &lead,
                            const QString &together, Tone tone) {
            QTest::newRow(name) << QByteArray(status) << words << lead << together << tone;
        };
        row("report", R"("filename":"r.pdf")", {}, {}, ready, Tone::Ok);
        row("whole", R"("filename":"d.zip","crops_missing":0)", {}, {}, ready, Tone::Ok);
        row("table of a period", R"("filename":"d.zip","request":{"include_crops":false})", {}, {}, ready, Tone::Ok);
        row("crops lacking", R"("filename":"d.zip","crops_missing":3)", QStringLiteral("3 crops missing"),
            QStringLiteral("For 3 of 10 detections there is no crop"), incomplete, Tone::Warn);
        row("detections lacking",
            R"("filename":"d.zip","crops_missing":3,"request":{"include_crops":false,"detection_ids":["a"]})",
            QStringLiteral("3 detections missing"), QStringLiteral("The archive lacks 3 of 10 detections"), incomplete,
            Tone::Warn);
        row("a Python worker's", R"("filename":"d.zip")", uncounted, unknown,
            QStringLiteral("1 export not checked for gaps"), Tone::Neutral);
        row("a Python worker's table", R"("filename":"d.zip","request":{"include_crops":false,"detection_ids":["a"]})",
            uncounted, unknown, QStringLiteral("1 export not checked for gaps"), Tone::Neutral);
    }

    void everyPlaceTellsWhetherADataSetIsComplete()
    {
        QFETCH(const QByteArray, status);
        QFETCH(const QString, words);
        QFETCH(const QString, lead);
        QFETCH(const QString, together);
        QFETCH(const Tone, tone);
        const auto read = exports::jobStatusFromWire(
            R"({"status":"completed","total_detections":10,"file_size_bytes":1240000,)" + status + '}',
            QStringLiteral("a"));
        QVERIFY(read);
        JobRow row;
        row.state = RowState::Completed;
        row.kind = read->fileName.endsWith(QLatin1String(".zip")) ? exports::ExportKind::Zip : exports::ExportKind::Pdf;
        row.total = read->totalDetections;
        row.fileSize = read->fileSize;
        row.crops = read->crops;
        describeRequest(row, read->request);
        const JobRow remembered = fromRecord(toRecord(row)); // by the history
        for (const JobRow &job : {row, remembered}) {
            QCOMPARE(lackText(job), words);
            QCOMPARE(stateText(job), QStringLiteral("Completed") + (words.isEmpty() ? words : u", " + words));
            QVERIFY(stateLook(job).color == toneInk(tone));
            QVERIFY(!(tone == Tone::Warn) || stateLook(job).icon == Icon::Warning);
            const JobNotifier::Message message = JobNotifier::messageFor(job);
            QVERIFY2(message.text.contains(words), qPrintable(message.text));
            QCOMPARE(message.title.contains(QLatin1String("incomplete")), tone == Tone::Warn);
            JobNotifier::Ends ends;
            ends.count(job);
            QCOMPARE(ends.total(), 1);
            QCOMPARE(ends.text(), together);
            QCOMPARE(ends.tone(), tone);
            JobDetails details(QTimeZone::utc());
            details.show(std::make_shared<const JobRow>(job), 1, Now, false, true);
            const QString banner = details.banner()->accessibleName();
            QVERIFY2(lead.isEmpty() ? banner.isEmpty() : banner.startsWith(lead + u'.'), qPrintable(banner));
            QCOMPARE(details.photosButton()->isHidden(), words != QLatin1String("3 crops missing"));
            const QString copied = details.text();
            QVERIFY2(copied.contains(lead) && copied.contains(words), qPrintable(copied));
        }
    }

    /// "Cancel it again", where the first time got no further than the key.
    void whatIsBeingCancelledCanBeCancelledAgain()
    {
        JobRow row;
        row.cancelRequested = true;
        for (const RowState state : {RowState::Queued, RowState::Running}) {
            row.state = state;
            QVERIFY(applies(JobAction::Cancel, row, false));
        }
    }

    void notificationsTellWhatHappened()
    {
        JobRow row;
        row.title = QStringLiteral("Autumn");
        row.state = RowState::Completed;
        row.fileSize = 1'240'000;
        QCOMPARE(JobNotifier::messageFor(row).text, QStringLiteral("Autumn, 1.2 MB"));
        QVERIFY(JobNotifier::messageFor(row).canOpen);
        row.contradiction = Contradiction::FileGone; // that is not ready
        QVERIFY(!JobNotifier::messageFor(row).canOpen);
        QVERIFY2(JobNotifier::messageFor(row).text.contains(QLatin1String("the file is gone")),
                 qPrintable(JobNotifier::messageFor(row).text));
        row.contradiction = Contradiction::None;
        row.file = FileFact::Silent;
        QCOMPARE(JobNotifier::messageFor(row).title, QStringLiteral("Export ended"));
        QVERIFY(!JobNotifier::messageFor(row).canOpen);
        JobNotifier::Ends unseen;
        unseen.count(row);
        QCOMPARE(unseen.text(), QStringLiteral("1 export whose file can’t be seen"));
        QCOMPARE(unseen.tone(), Tone::Neutral);
        row.file = FileFact::None;
        row.state = RowState::Failed;
        row.error = QStringLiteral("disk full");
        QCOMPARE(JobNotifier::messageFor(row).text, QStringLiteral("Autumn: disk full"));
        row.state = RowState::Cancelled;
        QVERIFY(JobNotifier::messageFor(row).title.isEmpty());
    }
};

QTEST_MAIN(TestJobTexts)
#include "test_jobtexts.moc"
