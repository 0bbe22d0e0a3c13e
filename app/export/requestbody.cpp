// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/requestbody.h"

#include "app/export/periods.h"
#include "core/base/utf8text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace herdbook::exporting {

namespace {

constexpr qint64 MostJson = qint64{2} * 1024 * 1024;

Result<QByteArray> contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    QByteArray content = opened ? file.read(most + 1) : QByteArray();
    if (!opened || file.error() != QFileDevice::NoError)
        return invalid(QStringLiteral("Can't read %1: %2").arg(path, file.errorString()));
    if (content.size() > most)
        return invalid(QStringLiteral("%1 is larger than %2 kB").arg(path).arg(most / 1024));
    return content;
}

QJsonArray listOf(const QString &text)
{
    QStringList items;
    for (const QString &item : text.split(u','))
        items << item.trimmed();
    return QJsonArray::fromStringList(items);
}

} // namespace

Result<QJsonObject> jsonOf(const QCommandLineParser &parser)
{
    if (!parser.isSet(QStringLiteral("json")))
        return QJsonObject();
    const QString path = parser.value(QStringLiteral("json"));
    const Result<QByteArray> text = contentOf(path, MostJson);
    if (!text)
        return text.error();
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(*text, &fault);
    if (!document.isObject())
        return invalid(QStringLiteral("%1 is no JSON object: %2").arg(path, fault.errorString()));
    return document.object();
}

Result<QJsonObject> bodyOf(QJsonObject body, const QCommandLineParser &parser, const QDate &today)
{
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QLatin1String(name)); };
    const bool isZip = (isSet("kind") ? value("kind") : body.value(ReportType).toString()) ==
                       exports::wireName(exports::ExportKind::Zip);
    const std::pair<const char *, const char *> texts[] = {
        {"report-type", "report_type"}, {"start-date", "start_date"}, {"end-date", "end_date"},
        {"group-by", "group_by"},       {"title", "title"},           {"client", "client"},
        {"footer", "footer"},           {"page-size", "page_size"},   {"language", "language"}};
    for (const auto &[option, field] : texts) {
        if (isSet(option))
            body.insert(QLatin1String(field), value(option));
    }
    const std::pair<const char *, const char *> lists[] = {
        {"classifications", "classifications"}, {"location-ids", "location_ids"}, {"sections", "sections"}};
    for (const auto &[option, field] : lists) {
        if (isSet(option))
            body.insert(QLatin1String(field), listOf(value(option)));
    }
    const std::tuple<const char *, const char *, bool> switches[] = {
        {"no-charts", "include_charts", false},     {"no-tables", "include_tables", false},
        {"no-insights", "include_insights", false}, {"no-crops", "include_crops", false},
        {"camtrap-dp", "include_camtrap_dp", true}, {"no-metadata-csv", "include_metadata_csv", false},
        {"csv-for-excel", "csv_for_excel", true},   {"allow-empty", "allow_empty", true}};
    for (const auto &[option, field, on] : switches) {
        if (isSet(option))
            body.insert(QLatin1String(field), on);
    }
    if (isSet("crop-size")) {
        bool ok = false;
        const int size = value("crop-size").toInt(&ok);
        body.insert(QLatin1String("crop_size"), ok ? QJsonValue(size) : QJsonValue(value("crop-size")));
    }
    const bool typeFollows = !isSet("report-type") && !isZip;
    if (isSet("sections") && typeFollows)
        body.insert(ReportType, exports::wireName(exports::ReportType::Custom));
    if (isSet("period")) {
        const Result<exports::Period> named = begunPeriod(value("period"), today);
        if (!named)
            return invalid(QStringLiteral("--period: ") + named.error().message);
        setDays(body, named->start, named->end);
    }
    if (isSet("compare")) {
        const Result<QJsonArray> compared = comparedPeriods(parser.values(QStringLiteral("compare")), today);
        if (!compared)
            return compared.error();
        body.insert(QLatin1String("comparison_periods"), *compared);
        if (typeFollows)
            body.insert(ReportType, exports::wireName(exports::ReportType::Comparison));
    }
    if (isSet("detection-ids")) {
        const Result<QByteArray> content = contentOf(value("detection-ids"), MostJson);
        if (!content)
            return content.error();
        const Result<QString> text = textOf(*content);
        if (!text)
            return invalid(value("detection-ids") + QLatin1String(", ") + text.error().message);
        const QStringList ids = text->simplified().split(u' ', Qt::SkipEmptyParts);
        body.insert(QLatin1String("detection_ids"), QJsonArray::fromStringList(ids));
    }
    if (isSet("logo")) {
        const Result<QByteArray> logo = contentOf(value("logo"), MostJson);
        if (!logo)
            return logo.error();
        body.insert(QLatin1String("logo"), QString::fromLatin1(logo->toBase64()));
    }
    return body;
}

} // namespace herdbook::exporting
