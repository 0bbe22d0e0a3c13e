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
    void holdsEveryDecisionWithItsPictures();
    void saysWhatWasAppliedAndTakenBack();
    void saysWhyNothingWasCertified();
    void saysWhoDoesNotCount();
    void canBeCancelled();

private:
    /// A reviewer who takes 4 s for each pair; `wrong` of the sampled ones count as wrong.
    Reviewed review(const QString &name, int wrong, const QDateTime &from) const;
    ProtocolInput input(std::vector<Reviewed> reviews, const QStringList &counted = {});
    /// The PDF's text, one space between words.
    QString textOf(const ProtocolInput &input);
    QString run(const QString &program, const QStringList &arguments) const;

    QTemporaryDir m_folder;
    TrialRecord m_record;
    QSet<QUuid> m_asked; ///< detections whose picture was asked for
};

void TestProtocol::initTestCase()
{
    const simulation::SimulatedSource source = simulation::simulatedSource();
    m_record = simulation::simulatedTrial(source);
}

Reviewed TestProtocol::review(const QString &name, int wrong, const QDateTime &from) const
{
    ReviewSession session(m_record.pairs.size(), {});
    QDateTime now = from;
    while (!session.isComplete()) {
        const Pair &pair = m_record.pairs[session.position()];
        now = now.addSecs(4);
        const bool bad = pair.kind == Item::Kind::Impossible || (pair.kind == Item::Kind::Sampled && wrong-- > 0);
        session.answer(bad ? Answer::Different : Answer::Same,
                       session.position() == 7 ? QStringLiteral("a torn left ear & <b>one</b> antler") : QString(),
                       4000, now);
    }
    return {name, session.states()};
}

ProtocolInput TestProtocol::input(std::vector<Reviewed> reviews, const QStringList &counted)
{
    ProtocolInput input;
    input.record = m_record;
    std::vector<ReviewerProgress> everybody;
    for (const Reviewed &one : reviews)
        everybody.push_back({one.reviewer, one.answered()});
    input.reviews = chooseReviews(std::move(reviews), counted);
    input.outcome = concludeTrial(m_record, input.reviews);
    input.outcome.everybody = std::move(everybody);
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
    const QDateTime morning(QDate(2026, 11, 24), QTime(15, 30), Qt::UTC);
    const QString text =
        textOf(input({review(QStringLiteral("mo@ranch"), 0, morning), review(QStringLiteral("ann"), 1, morning)}));
    const QStringList all{
        m_record.id.toString(QUuid::WithoutBraces),
        QStringLiteral("drawn 22 Nov 2026 06:00:00 by tester@here"), // in the site's time zone
        QStringLiteral("seed 20261122"),
        QStringLiteral("105 bursts drawn at random, without replacement, from %1").arg(m_record.frameSize),
        QStringLiteral("Checksum of the frame: ") + m_record.checksum,
        QStringLiteral("Data: 11,570 detections"),
        QStringLiteral("mo@ranch, ann"),
        QStringLiteral("Decisions of mo@ranch"),
        QStringLiteral("Decisions of ann"),
        QStringLiteral("Label-free estimate at 0.60: 0.4% wrong, at most 1.5%"),
        QStringLiteral("Both say Same, or both don't, for 111 of 112 pairs"),
        QStringLiteral("By sex, described only"),
        QStringLiteral("Nothing was written to the database.")};
    for (const QString &expected : all)
        QVERIFY2(QString(text).replace(u'\u2019', u'\'').contains(expected),
                 qPrintable(expected + u'\n' + text.left(4000)));
    // Every test of the sequence with its numbers.
    const Outcome outcome = input({review(QStringLiteral("mo@ranch"), 0, morning)}).outcome;
    QVERIFY(outcome.verdict.certified);
    QVERIFY(text.contains(
        QStringLiteral("A match at %1 or more is certified").arg(Words::threshold(*outcome.verdict.certified))));
    for (const Test &test : outcome.verdict.tests)
        QVERIFY(text.contains(Words::threshold(test.threshold)));
}

void TestProtocol::holdsEveryDecisionWithItsPictures()
{
    m_asked.clear();
    const QDateTime morning(QDate(2026, 11, 24), QTime(15, 30), Qt::UTC);
    const Reviewed mo = review(QStringLiteral("mo"), 2, morning);
    const QString text = textOf(input({mo}));
    for (std::size_t i = 0; i < m_record.pairs.size(); ++i) {
        const Pair &pair = m_record.pairs[i];
        const QString name = Words::profile(m_record.profile(pair.deer), pair.deer);
        const QString what = pair.kind == Item::Kind::Repeat
                                 ? QStringLiteral("%1, repeat of %2").arg(name).arg(pair.original + 1)
                             : pair.kind == Item::Kind::Impossible ? QStringLiteral("%1, impossible pair").arg(name)
                                                                   : QStringLiteral("%1, score ").arg(name);
        for (const QString &expected :
             {QString(QStringLiteral("%1 %2").arg(i + 1).arg(Words::answer(*mo.states[i].answer))), what})
            QVERIFY2(text.contains(expected), qPrintable(expected));
        QVERIFY(
            text.contains(QStringLiteral("judged ") + Words::moment(mo.states[i].at, QTimeZone("America/Chicago"))));
        QVERIFY(text.contains(Words::shortId(pair.detection).normalized(QString::NormalizationForm_KC)));
        QVERIFY(m_asked.contains(pair.detection));
        QVERIFY(m_asked.contains(m_record.profile(pair.deer)->pictures.front()));
    }
    QVERIFY(text.contains(QStringLiteral("Notes of mo")));
    QVERIFY(text.contains(QStringLiteral("8: a torn left ear & <b>one</b> antler"))); // plain text
    // One line for each picture that is painted; equal ones may be kept once.
    const QString images =
        run(QStringLiteral("pdfimages"), {QStringLiteral("-list"), m_folder.filePath(QStringLiteral("protocol.pdf"))});
    QVERIFY2(images.count(QStringLiteral(" image ")) >= static_cast<int>(m_record.pairs.size()), qPrintable(images));
}

void TestProtocol::saysWhatWasAppliedAndTakenBack()
{
    ProtocolInput in = input({review(QStringLiteral("mo"), 0, m_record.createdAt)});
    BatchRecord batch;
    batch.id = QUuid::createUuid();
    batch.appliedBy = QStringLiteral("boss@office");
    batch.appliedAt = QDateTime(QDate(2026, 11, 25), QTime(16, 0), Qt::UTC);
    batch.written = 97;
    batch.applyConflicts.resize(3);
    in.batch = batch;
    QString text = textOf(in);
    QVERIFY2(text.contains(QStringLiteral("written 25 Nov 2026 10:00:00 by boss@office: 97 detections, 3 left alone")),
             qPrintable(text.left(4000)));
    QVERIFY(!text.contains(QStringLiteral("Undone")));
    in.batch->undoneAt = in.batch->appliedAt.addSecs(60);
    in.batch->undoneBy = QStringLiteral("mo");
    in.batch->restored = 96;
    in.batch->undoConflicts.resize(1);
    text = textOf(in);
    QVERIFY(text.contains(QStringLiteral("Undone 25 Nov 2026 10:01:00 by mo: 96 restored, 1 left alone")));
}

void TestProtocol::saysWhyNothingWasCertified()
{
    const ProtocolInput in = input({review(QStringLiteral("mo"), 60, m_record.createdAt)});
    QVERIFY(!in.outcome.verdict.certified);
    const QString text = textOf(in);
    QVERIFY2(text.contains(QStringLiteral("Nothing was certified. At ")), qPrintable(text.left(600)));
    QVERIFY(text.contains(Words::whyNothingIsCertified(in.outcome.verdict)));
}

void TestProtocol::saysWhoDoesNotCount()
{
    const QString text = textOf(input(
        {review(QStringLiteral("mo"), 0, m_record.createdAt), review(QStringLiteral("ann"), 9, m_record.createdAt)},
        {QStringLiteral("mo")}));
    QVERIFY(text.contains(QStringLiteral("Not counted: ann, who judged 112 of 112 pairs.")));
    QVERIFY(!text.contains(QStringLiteral("Decisions of ann")));
}

void TestProtocol::canBeCancelled()
{
    std::stop_source stop;
    stop.request_stop();
    const Result<QByteArray> pdf =
        protocolPdf(input({review(QStringLiteral("mo"), 0, m_record.createdAt)}), stop.get_token());
    QVERIFY(!pdf);
    QCOMPARE(pdf.error().kind, ErrorKind::Cancelled);
}

QTEST_MAIN(TestProtocol)
#include "test_protocol.moc"
