// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/protocol/protocol.h"
#include "core/trial/review/words.h"
#include "tests/core/trial/source.h"

#include <QFile>
#include <QProcess>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;

/// What the protocol says, read back from the PDF by poppler: who, when, fingerprint, seed, every decision with its pictures.
class TestProtocol : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhoWhenAndOfWhat();
    void saysWhatIsNotKnown();
    void firstSentenceSaysWhatHolds();
    void holdsEveryDecisionWithItsPictures();
    void saysWhatAnAnswerStillLacks();
    void saysWhatWasAppliedAndTakenBack();
    void canBeCancelled();

private:
    ProtocolInput input(const simulation::Reviewing &reviewing, int most = 1000);
    ProtocolInput careful()
    {
        return input([this](const Pair &pair) { return simulation::truth(m_source, pair); });
    }
    /// The PDF's text, one space between words.
    QString textOf(const ProtocolInput &input);
    QString run(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    simulation::SimulatedSource m_source;
    std::shared_ptr<const TrialRecord> m_record;
    QSet<QUuid> m_asked; ///< detections whose picture was asked for
};

void TestProtocol::initTestCase()
{
    m_source = simulation::simulatedSource();
    m_record = simulation::simulatedTrial(m_source);
}

ProtocolInput TestProtocol::input(const simulation::Reviewing &reviewing, int most)
{
    ProtocolInput input;
    input.record = m_record;
    input.reviews = {{QStringLiteral("mo@ranch"), simulation::review(m_record, reviewing, most)}};
    input.reviews.front().events[7].note = QStringLiteral("a torn left ear & <b>one</b> antler");
    input.outcome = concludeTrial(m_record, input.reviews);
    input.zone = QTimeZone("America/Chicago");
    input.now = QDateTime(QDate(2026, 11, 25), QTime(12, 0), Qt::UTC);
    input.thumbnail = [this](const Picture &picture, const QSize &size) {
        m_asked << picture.detection;
        QImage image(size, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(static_cast<int>(qHash(picture.detection) % 360), 120, 200));
        return image;
    };
    return input;
}

QString TestProtocol::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished())
        return QStringLiteral("failed to run ") + program;
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

QString TestProtocol::textOf(const ProtocolInput &input)
{
    const Result<QByteArray> pdf = protocolPdf(input);
    if (!pdf)
        return pdf.error().message;
    QFile file(m_folder.filePath(QStringLiteral("protocol.pdf")));
    if (!file.open(QIODevice::WriteOnly) || file.write(*pdf) != pdf->size())
        return QStringLiteral("not written");
    file.close();
    // Ligatures are the font's affair.
    return run(QStringLiteral("pdftotext"), {file.fileName(), QStringLiteral("-")})
        .normalized(QString::NormalizationForm_KC)
        .simplified();
}

void TestProtocol::saysWhoWhenAndOfWhat()
{
    const ProtocolInput in = careful();
    const QString text = textOf(in);
    const QStringList all{m_record->id.toString(QUuid::WithoutBraces),
                          QStringLiteral("begun 22 Nov 2026 06:00:00 by tester@here"), // in the site's time zone
                          QStringLiteral("All times are those of America/Chicago"),
                          QStringLiteral("made 25 November 2026, 06:00 (America/Chicago)"),
                          QStringLiteral("seed 20261122"),
                          QStringLiteral("Data: 11,570 detections"),
                          QStringLiteral("mo@ranch"),
                          QStringLiteral("Label-free estimate at 0.60: 0.4% wrong, at most 1.5%"),
                          QStringLiteral("It holds if"),
                          QStringLiteral("the strangers among these pairs are no harder"),
                          QStringLiteral("no batch of this trial."),
                          m_record->digest.left(40)};
    for (const QString &expected : all)
        QVERIFY2(text.contains(expected) || QString(text).remove(u' ').contains(QString(expected).remove(u' ')),
                 qPrintable(expected + u'\n' + text.left(5000)));
    for (const Level &level : m_record->levels)
        QVERIFY(text.contains(Words::threshold(reid::fromTicks(level.ticks))));
}

/// What the verdict lacked is on the paper, too; a bound that isn't 1.5% isn't 1.5%.
void TestProtocol::saysWhatIsNotKnown()
{
    ProtocolInput in = careful();
    QVERIFY(!textOf(in).contains(QLatin1String("Not co")));
    in.outcome.notCompared = QStringLiteral("they have changed");
    in.outcome.unheard = QStringLiteral("the server is away");
    in.outcome.unshared = true;
    in.outcome.doubt = QStringLiteral("One of the two is mistaken.");
    in.outcome.besides = QStringLiteral("Nobody has looked at the rest.");
    in.outcome.checks.corrected = 1;
    auto record = std::make_shared<TrialRecord>(*m_record);
    record->estimate.upper = 0.01501;
    in.record = record;
    const QString text = textOf(in);
    for (const char *words :
         {"Not confirmed: other trials of this pool", "the server is away",
          "are not known: the database has no journal", "It holds, with doubts: One of the two is mistaken. 1 of",
          "Nobody has looked at the rest.", "1 of them only after an answer Same was taken back",
          "Not compared with the data of the day this was made: they have changed", "0.4% wrong, at most 1.6%"})
        QVERIFY2(text.contains(QLatin1String(words)), qPrintable(text.left(3000)));
}

/// The one thing nobody may overlook.
void TestProtocol::firstSentenceSaysWhatHolds()
{
    const QString title = QStringLiteral("Protocol of a re-identification trial ");
    const auto first = [&](const ProtocolInput &in) {
        const QString text = textOf(in);
        return text.mid(text.indexOf(title) + title.size(), 400);
    };
    const ProtocolInput good = careful();
    QVERIFY(good.outcome.certified());
    QVERIFY2(first(good).startsWith(QStringLiteral("At most 5% of these 600 detections")), qPrintable(first(good)));
    const ProtocolInput blind = input([](const Pair &) { return Answer::Same; }, 122);
    QVERIFY2(first(blind).startsWith(QStringLiteral("Nothing is certified: the certificate is withheld because")),
             qPrintable(first(blind)));
    QVERIFY(!textOf(blind).contains(QStringLiteral("It holds if")));
    const ProtocolInput bad = input([](const Pair &) { return Answer::Different; }, 60);
    QVERIFY2(first(bad).startsWith(QStringLiteral("Nothing is certified yet:")), qPrintable(first(bad)));
}

void TestProtocol::holdsEveryDecisionWithItsPictures()
{
    m_asked.clear();
    const ProtocolInput in = careful();
    const QString text = textOf(in);
    int number = 0;
    int known = 0;
    for (const Decision &decision : in.outcome.decisions) {
        const Pair &pair = m_record->pair(decision.look);
        const QString name = Words::profile(m_record->profile(pair.deer), pair.deer);
        const QString what =
            pair.known ? QStringLiteral("%1, known different pair").arg(name) : QStringLiteral("%1, score ").arg(name);
        for (const QString &expected :
             {QString(QStringLiteral("%1 %2").arg(++number).arg(Words::answer(*decision.answer))), what})
            QVERIFY2(text.contains(expected), qPrintable(expected));
        known += pair.known ? 1 : 0;
        QVERIFY(text.contains(Words::shortId(pair.detection).normalized(QString::NormalizationForm_KC)));
        QVERIFY(m_asked.contains(pair.detection));
        QVERIFY(m_asked.contains(pair.photos.front()));
    }
    QVERIFY(known >= 6);
    QVERIFY(text.contains(QStringLiteral("a torn left ear & <b>one</b> antler"))); // plain text
    ProtocolInput bare = in;
    bare.thumbnail = [](const Picture &, const QSize &) { return QImage(); };
    const QString lack = QStringLiteral("no picture");
    QCOMPARE(textOf(bare).count(lack) - text.count(lack), static_cast<qsizetype>(2 * in.outcome.decisions.size()));
}

/// What nobody answered isn't told as an answer.
void TestProtocol::saysWhatAnAnswerStillLacks()
{
    ProtocolInput in = careful();
    const QStringList told{QStringLiteral("waits for the other reviewer"), QStringLiteral("not answered again"),
                           QStringLiteral("not looked at again")};
    const QString before = textOf(in);
    for (const QString &words : told)
        QVERIFY2(!before.contains(words), qPrintable(words));
    std::vector<Decision> &decisions = in.outcome.decisions;
    QVERIFY(decisions.size() > 3 && !decisions[0].look.plant && decisions.back().look.plant);
    decisions[0] = {decisions[0].look, Answer::Same, Final::None, Lacks::OtherReviewer};
    decisions[1] = {decisions[1].look, {}, Final::NotSame, Lacks::NewAnswer};
    decisions.back() = {decisions.back().look, {}, Final::Awaiting, Lacks::SecondLook};
    const QString text = textOf(in);
    for (const QString &words : told)
        QCOMPARE(text.count(words), qsizetype{1});
    QVERIFY(text.contains(QLatin1String("1 Same")) && text.contains(QLatin1String("2 Taken back")));
    QVERIFY2(text.contains(QStringLiteral("%1 Can’t tell").arg(decisions.size())), qPrintable(text));
}

void TestProtocol::saysWhatWasAppliedAndTakenBack()
{
    ProtocolInput in = careful();
    BatchRecord batch;
    batch.id = QUuid::createUuid();
    batch.appliedBy = QStringLiteral("boss@office");
    batch.appliedAt = QDateTime(QDate(2026, 11, 25), QTime(16, 0), Qt::UTC);
    batch.written = 97;
    batch.applyConflicts.resize(3);
    in.batches = std::vector{batch};
    QString text = textOf(in);
    QVERIFY2(text.contains(QStringLiteral("written 25 Nov 2026 10:00:00 by boss@office: 97 detections, 3 left alone")),
             qPrintable(text.left(4000)));
    QVERIFY(!text.contains(QStringLiteral("Undone")));
    batch.undoneAt = batch.appliedAt.addSecs(60);
    batch.undoneBy = QStringLiteral("mo");
    batch.restored = 96;
    batch.undoConflicts.resize(1);
    in.batches = std::vector{batch};
    text = textOf(in);
    QVERIFY(text.contains(QStringLiteral("Undone 25 Nov 2026 10:01:00 by mo: 96 restored, 1 left alone")));
    // None hides another one, nor is one that wrote nothing none.
    BatchRecord later;
    later.id = QUuid::createUuid();
    later.appliedBy = QStringLiteral("ann@office");
    later.appliedAt = batch.appliedAt.addSecs(120);
    later.applyConflicts.resize(12);
    in.batches = std::vector{later, batch};
    text = textOf(in);
    const auto first = text.indexOf(QStringLiteral("by boss@office: 97 detections, 3 left alone"));
    QVERIFY(first >= 0 && text.indexOf(QStringLiteral("by ann@office: 0 detections, 12 left alone")) > first);
    QVERIFY(!text.contains(QStringLiteral("no batch of this trial")));
    // Not to know is not to have written nothing.
    in.batches = Error{ErrorKind::Unreachable, QStringLiteral("PostgreSQL doesn't answer")};
    text = textOf(in);
    QVERIFY(text.contains(QStringLiteral("isn’t known: PostgreSQL doesn't answer.")));
    QVERIFY(!text.contains(QStringLiteral("othing was written")));
}

void TestProtocol::canBeCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<QByteArray> pdf = protocolPdf(careful(), stop.get_token());
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().kind, ErrorKind::Cancelled);
}

QTEST_MAIN(TestProtocol)
#include "test_protocol.moc"
