// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/bars.h"
#include "core/render/layout/document.h"
#include "core/render/layout/figurefile.h"
#include "core/render/layout/table.h"

#include <QDir>
#include <QFile>
#include <QFontInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::layout;

class TestLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fontIsThere();
    void roundAxisCoversTheData_data();
    void roundAxisCoversTheData();
    void tableBreaksWithItsHeader();
    void headingStaysWithItsBlock();
    void smallPrintStaysWithItsBlock();
    void longEntriesGoOnOnTheNextPage();
    void manyThinBarsKeepTheirColors();
    void countsHaveNoFractions();
    void textIsNeverMarkup();
    void pdfHasBookmarksAndMetadata();
    void everyScriptIsPainted();
    void figuresAreFilesOfTheirOwn();
    void anEmptyDocumentIsOnePage();

private:
    QString run(const QString &program, const QStringList &arguments);
    QString textOf(const Document &document, int page = 0);
    QTemporaryDir m_folder;
};

namespace {

DocumentInfo info(const QString &title)
{
    return {title,
            QStringLiteral("A subject"),
            title,
            QStringLiteral("1 to 9 May 2026"),
            QStringLiteral("Herdbook"),
            QDateTime(QDate(2026, 11, 22), QTime(14, 30), Qt::UTC)};
}

Table numbers(int rows)
{
    Table table;
    table.columns = {{QStringLiteral("Week"), Qt::AlignLeft, true, {}},
                     {QStringLiteral("Bucks"), Qt::AlignRight, false, Fill{QColor(ink::buck), Fill::Pattern::Solid}}};
    for (int row = 0; row < rows; ++row)
        table.rows.push_back({{QStringLiteral("row %1").arg(row), QString::number(row * 7)}, false, {}});
    return table;
}

} // namespace

QString TestLayout::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished())
        return QStringLiteral("failed to run ") + program;
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

QString TestLayout::textOf(const Document &document, int page)
{
    const QString path = m_folder.filePath(QStringLiteral("text.pdf"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(document.pdf()) < 0)
        return {};
    file.close();
    QStringList arguments = {QStringLiteral("-layout")};
    if (page > 0)
        arguments << QStringLiteral("-f") << QString::number(page) << QStringLiteral("-l") << QString::number(page);
    return run(QStringLiteral("pdftotext"), arguments << path << QStringLiteral("-"));
}

void TestLayout::initTestCase()
{
    QVERIFY(m_folder.isValid());
}

void TestLayout::fontIsThere()
{
    QCOMPARE(QFontInfo(font(Role::Body)).family(), QStringLiteral("Open Sans"));
    const QFont face = font(Role::Body);
    for (char digit = '0'; digit <= '9'; ++digit)
        QCOMPARE(textWidth(face, QChar::fromLatin1(digit)), textWidth(face, QStringLiteral("0")));
}

void TestLayout::roundAxisCoversTheData_data()
{
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("top");
    QTest::newRow("nothing") << 1.0 << 1.0;
    QTest::newRow("small") << 7.0 << 8.0;
    QTest::newRow("exact") << 100.0 << 100.0;
    QTest::newRow("large") << 2314.0 << 3000.0;
}

void TestLayout::roundAxisCoversTheData()
{
    QFETCH(const double, most);
    QFETCH(const double, top);
    const Axis axis = roundAxis(0, most, 4);
    QCOMPARE(axis.least, 0.0);
    QCOMPARE(axis.most, top);
    QCOMPARE(axis.ticks.front(), 0.0);
    QCOMPARE(axis.ticks.back(), top);
}

void TestLayout::tableBreaksWithItsHeader()
{
    Document document(QPageSize(QPageSize::A4), info(QStringLiteral("Long")));
    document.table(numbers(120));
    QVERIFY(document.pageCount() >= 3);
    QStringList found;
    for (int page = 1; page <= document.pageCount(); ++page) {
        const QString text = textOf(document, page);
        QVERIFY2(text.contains(QLatin1String("Bucks")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("Page %1 of %2").arg(page).arg(document.pageCount())));
        for (const QString &line : text.split(u'\n')) {
            if (line.trimmed().startsWith(QLatin1String("row ")))
                found << line.simplified();
        }
    }
    QCOMPARE(found.size(), 120);
    for (int row = 0; row < 120; ++row)
        QCOMPARE(found[row], QStringLiteral("row %1 %2").arg(row).arg(row * 7));
}

void TestLayout::headingStaysWithItsBlock()
{
    Document document(QPageSize(QPageSize::Letter), info(QStringLiteral("Headings")));
    document.figure(document.remaining() - 60, [](QPainter &, const QRectF &) {});
    document.heading(QStringLiteral("Lonely heading"));
    document.figure(100, [](QPainter &painter, const QRectF &rect) {
        paintLine(painter, QRectF(rect.topLeft(), QSizeF(200, 20)), QStringLiteral("its block"), font(Role::Body),
                  Qt::black);
    });
    QCOMPARE(document.pageCount(), 2);
    const QString second = textOf(document, 2);
    QVERIFY(second.contains(QLatin1String("Lonely heading")));
    QVERIFY(second.contains(QLatin1String("its block")));
}

void TestLayout::smallPrintStaysWithItsBlock()
{
    const QString note = QStringLiteral("* what the star means");
    // A table, a list and a figure end so near to the page's end that the note alone wouldn't fit: it isn't left alone.
    for (int kind = 0; kind < 3; ++kind) {
        for (qreal room = 40; room < 140; room += 3) {
            Document document(QPageSize(QPageSize::A4), info(QStringLiteral("Notes")));
            document.figure(document.remaining() - room, [](QPainter &, const QRectF &) {});
            const auto draw = [](QPainter &painter, const QRectF &rect) {
                paintLine(painter, rect, QStringLiteral("row 3"), font(Role::Body), Qt::black);
            };
            Table table = numbers(4);
            table.note = note;
            if (kind == 0)
                document.table(table);
            else if (kind == 1)
                document.bullets({QStringLiteral("row 2"), QStringLiteral("row 3")}, note);
            else
                document.figure(40, draw, note);
            const QString last = textOf(document, document.pageCount());
            QVERIFY2(last.contains(note) && last.contains(QLatin1String("row 3")),
                     qPrintable(QStringLiteral("%1 at %2: %3").arg(kind).arg(room).arg(last)));
        }
    }
}

void TestLayout::longEntriesGoOnOnTheNextPage()
{
    QStringList places;
    for (int i = 0; i < 600; ++i)
        places << QStringLiteral("Stand number %1").arg(i);
    Document document(QPageSize(QPageSize::A4), info(QStringLiteral("Many names")));
    document.bullets({QStringLiteral("a short one"), places.join(QStringLiteral(", "))});
    QVERIFY(document.pageCount() > 1);
    QString text;
    for (int page = 1; page <= document.pageCount(); ++page)
        text += textOf(document, page) + u' ';
    text = text.simplified();
    for (const QString &place : {places.first(), places.at(100), places.last()})
        QVERIFY2(text.contains(place), qPrintable(place));
    QVERIFY(document.remaining() > 0);
}

void TestLayout::manyThinBarsKeepTheirColors()
{
    BarChart chart;
    chart.series = {{QStringLiteral("Bucks"), {QColor(ink::buck), Fill::Pattern::Solid}, std::vector<double>(365, 5)},
                    {QStringLiteral("Does"), {QColor(ink::doe), Fill::Pattern::Dots}, std::vector<double>(365, 5)}};
    for (int day = 0; day < 365; ++day)
        chart.categories << QString();
    QImage image(1000, 400, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(2, 2);
    paintBarChart(painter, QRectF(0, 0, 500, 200), chart);
    painter.end();
    int blue = 0;
    int brown = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            blue += image.pixel(x, y) == ink::buck ? 1 : 0;
            brown += image.pixel(x, y) == ink::doe ? 1 : 0;
        }
    }
    QVERIFY2(blue > 40'000 && brown > 40'000, qPrintable(QStringLiteral("%1 %2").arg(blue).arg(brown)));
}

void TestLayout::countsHaveNoFractions()
{
    QCOMPARE(roundAxis(0, 2, 5, 1).ticks, (std::vector<double>{0, 1, 2}));
    QCOMPARE(roundAxis(0, 2, 5).ticks.size(), 5U); // by halves
}

void TestLayout::textIsNeverMarkup()
{
    const QString hostile =
        QStringLiteral("<b>bold</b> <img src=\"/etc/passwd\"> &amp; <img src=http://127.0.0.1:1/x>");
    Document document(QPageSize(QPageSize::A4), info(hostile));
    document.heading(hostile);
    document.paragraph(hostile);
    const QString text = textOf(document).simplified();
    QVERIFY2(text.contains(hostile), qPrintable(text));
}

void TestLayout::pdfHasBookmarksAndMetadata()
{
    const QString title = QStringLiteral("Rehe \u2013 \u043e\u043b\u0435\u043d\u044c (1)");
    Document document(QPageSize(QPageSize::A4), info(title));
    document.heading(QStringLiteral("First chapter"));
    document.paragraph(QStringLiteral("One."));
    document.heading(QStringLiteral("A part"), 2);
    document.paragraph(QStringLiteral("Two."));
    document.pageBreak();
    document.heading(title);
    document.paragraph(QStringLiteral("Three."));
    const QByteArray pdf = document.pdf();
    const QString path = m_folder.filePath(QStringLiteral("marks.pdf"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(pdf);
    file.close();
    const QString facts = run(QStringLiteral("pdfinfo"), {path});
    QVERIFY2(facts.contains(title), qPrintable(facts));
    QVERIFY2(facts.contains(QLatin1String("A subject")), qPrintable(facts));
    QVERIFY2(facts.contains(QLatin1String("Sun Nov 22 14:30:00 2026")), qPrintable(facts));
    QVERIFY2(facts.contains(QLatin1String("A4")), qPrintable(facts));
    const QString fonts = run(QStringLiteral("pdffonts"), {path});
    QVERIFY2(fonts.contains(QLatin1String("OpenSans")), qPrintable(fonts));
    const QStringList rows = fonts.split(u'\n', Qt::SkipEmptyParts);
    static const QRegularExpression embedded(QStringLiteral(" yes +(yes|no) +yes ")); // emb, sub, uni
    for (const QString &row : rows.mid(2))
        QVERIFY2(row.contains(embedded), qPrintable(row));
    QDir().mkpath(m_folder.filePath(QStringLiteral("html")));
    run(QStringLiteral("pdftohtml"),
        {QStringLiteral("-xml"), QStringLiteral("-i"), path, m_folder.filePath(QStringLiteral("html/out"))});
    QFile xml(m_folder.filePath(QStringLiteral("html/out.xml")));
    QVERIFY(xml.open(QIODevice::ReadOnly));
    const QString outline = QString::fromUtf8(xml.readAll()).section(QStringLiteral("<outline>"), 1).simplified();
    QVERIFY2(outline.contains(
                 QLatin1String("<item page=\"1\">First chapter</item> <outline> <item page=\"1\">A part</item>")),
             qPrintable(outline));
    QVERIFY2(outline.contains(QLatin1String("<item page=\"2\">") + title), qPrintable(outline));
}

void TestLayout::everyScriptIsPainted()
{
    const QStringList titles = {
        QStringLiteral("\u041e\u043b\u0435\u043d\u0438"), QStringLiteral("\u0391\u03bb\u03ac\u03c6\u03b9"),
        QStringLiteral("\u0627\u0644\u063a\u0632\u0644\u0627\u0646"), QStringLiteral("\u0939\u093f\u0930\u0923")};
    for (const QString &title : titles) {
        Document document(QPageSize(QPageSize::A4), info(title));
        document.paragraph(title, Role::Title);
        const QString fonts = textOf(document);
        QVERIFY2(fonts.contains(title) || title.at(0).script() == QChar::Script_Arabic ||
                     title.at(0).script() == QChar::Script_Devanagari,
                 qPrintable(title + u':' + fonts));
        QVERIFY(document.image(0, 72).size() == QSize(595, 842));
    }
}

void TestLayout::figuresAreFilesOfTheirOwn()
{
    BarChart chart{QStringLiteral("By month"),
                   QStringLiteral("detections"),
                   {QStringLiteral("Jan"), QStringLiteral("Feb")},
                   {},
                   {{QStringLiteral("Bucks"), {QColor(ink::buck), Fill::Pattern::Hatch}, {3, 4}}},
                   true,
                   {}};
    const Draw draw = [chart](QPainter &painter, const QRectF &rect) {
        paintBarChart(painter, rect.adjusted(8, 8, -8, -8), chart);
    };
    const QSizeF size(360, 200);
    const QString base = m_folder.filePath(QStringLiteral("figure"));
    QVERIFY(writeFigurePdf(base + QStringLiteral(".pdf"), size, QStringLiteral("t"), draw));
    QVERIFY(writeFigureSvg(base + QStringLiteral(".svg"), size, QStringLiteral("t"), draw));
    QVERIFY(writeFigurePng(base + QStringLiteral(".png"), size, 144, draw));
    QCOMPARE(QImage(base + QStringLiteral(".png")).size(), QSize(720, 400));
    QFile svg(base + QStringLiteral(".svg"));
    QVERIFY(svg.open(QIODevice::ReadOnly));
    QVERIFY(svg.readAll().contains("By month"));
    const Result<void> denied = writeFigurePng(QStringLiteral("/nowhere/figure.png"), size, 72, draw);
    QVERIFY(!denied);
    QCOMPARE(denied.error().kind, ErrorKind::Storage);
}

void TestLayout::anEmptyDocumentIsOnePage()
{
    const Document document(QPageSize(QPageSize::A4), info(QString()));
    QVERIFY(textOf(document).contains(QLatin1String("Page 1 of 1")));
}

QTEST_MAIN(TestLayout)
#include "test_layout.moc"
