// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/jsonwriter.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace herdbook;

/// What the service writes is what any parser reads.
class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsSurvive_data();
    void textsSurvive();
    void everyKindOfField();
};

void TestJsonWriter::textsSurvive_data()
{
    QTest::addColumn<QString>("text");
    QString controls;
    for (char16_t c = 0; c <= 0x80; ++c)
        controls += QChar(c);
    QTest::newRow("empty") << QString();
    QTest::newRow("every control and ASCII character") << controls;
    QTest::newRow("quotes and backslashes") << QStringLiteral("a\"b\\c\\\"");
    QTest::newRow("accents between") << QStringLiteral("Rehbühl „Süd“ x");
    QTest::newRow("beyond the first plane") << QString::fromUtf8("deer \xF0\x9F\xA6\x8C!");
    QTest::newRow("long") << QString(10'000, u'é');
}

void TestJsonWriter::textsSurvive()
{
    QFETCH(QString, text);
    api::JsonWriter json;
    json.beginObject().field("a", text).fieldOrNull("b", text).endObject();
    QJsonParseError error{};
    const std::string written = json.take();
    const QJsonObject read = QJsonDocument::fromJson(QByteArray::fromStdString(written), &error).object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(read.value(QLatin1String("a")).toString(), text);
    QCOMPARE(read.value(QLatin1String("b")).isNull(), text.isEmpty());
    // A lone half of a surrogate pair has no UTF-8.
    api::JsonWriter half;
    half.beginObject().field("a", QString(QChar(0xD800))).endObject();
    QCOMPARE(QByteArray::fromStdString(half.take()), QByteArray("{\"a\":\"?\"}"));
}

void TestJsonWriter::everyKindOfField()
{
    const QDateTime time(QDate(2026, 11, 22), QTime(14, 30, 45, 7), Qt::UTC);
    api::JsonWriter json;
    json.beginObject()
        .field("number", qint64{-9'223'372'036'854'775'807})
        .flag("yes", true)
        .fieldOrNull("time", time)
        .fieldOrNull("never", QDateTime())
        .fieldOrNull("none", qint64{-1})
        .beginArray("list")
        .beginObject()
        .endObject()
        .beginObject()
        .field("n", 1)
        .endObject()
        .endArray()
        .flag("no", false)
        .endObject();
    QCOMPARE(QByteArray::fromStdString(json.take()),
             QByteArray(R"({"number":-9223372036854775807,"yes":true,"time":"2026-11-22T14:30:45.007000","never":null,)"
                        R"("none":null,"list":[{},{"n":1}],"no":false})"));
}

QTEST_GUILESS_MAIN(TestJsonWriter)
#include "test_jsonwriter.moc"
