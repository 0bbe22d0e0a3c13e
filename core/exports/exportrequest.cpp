// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/exportrequest.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace herdbook::exports {

QString wireName(ExportKind kind)
{
    return kind == ExportKind::Pdf ? QStringLiteral("pdf") : QStringLiteral("zip");
}

QString wireName(GroupBy groupBy)
{
    return knownGroupings().at(static_cast<int>(groupBy));
}

QString wireName(ReportType type)
{
    switch (type) {
    case ReportType::Comparison:
        return QStringLiteral("comparison");
    case ReportType::Custom:
        return QStringLiteral("custom");
    case ReportType::SeasonalActivity:
        break;
    }
    return QStringLiteral("seasonal_activity");
}

QString wireName(PageSize size)
{
    return size == PageSize::A4 ? QStringLiteral("A4") : QStringLiteral("Letter");
}

std::optional<ExportKind> exportKindFromString(const QString &text)
{
    if (text == QLatin1String("pdf"))
        return ExportKind::Pdf;
    if (text == QLatin1String("zip"))
        return ExportKind::Zip;
    return std::nullopt;
}

const QStringList &deerClassifications()
{
    static const QStringList names{QStringLiteral("buck"),   QStringLiteral("doe"), QStringLiteral("fawn"),
                                   QStringLiteral("mature"), QStringLiteral("mid"), QStringLiteral("young"),
                                   QStringLiteral("unknown")};
    return names;
}

const QStringList &knownClassifications()
{
    static const QStringList names =
        deerClassifications() + QStringList{QStringLiteral("cattle"), QStringLiteral("pig"), QStringLiteral("raccoon")};
    return names;
}

const QStringList &knownSections()
{
    static const QStringList names{
        QStringLiteral("key_figures"), QStringLiteral("timeline"),     QStringLiteral("hours"),
        QStringLiteral("locations"),   QStringLiteral("individuals"),  QStringLiteral("tables"),
        QStringLiteral("findings"),    QStringLiteral("data_quality"), QStringLiteral("moon_phase")};
    return names;
}

const QStringList &knownGroupings()
{
    static const QStringList names{QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("month")};
    return names;
}

GroupBy groupingFor(qint64 days)
{
    constexpr qint64 Month = 31;
    constexpr qint64 HalfYear = 200;
    return days <= Month ? GroupBy::Day : days <= HalfYear ? GroupBy::Week : GroupBy::Month;
}

PageSize customaryPageSize(const QTimeZone &zone, const QLocale &locale)
{
    const auto isLetter = [](QLocale::Territory territory) {
        return territory == QLocale::UnitedStates || territory == QLocale::Canada || territory == QLocale::Mexico;
    };
    const QByteArray id = zone.id();
    const bool byName = id.startsWith("US/") || id.startsWith("Canada/") || id.startsWith("Mexico/");
    if (byName || isLetter(zone.territory()))
        return PageSize::Letter;
    if (zone.territory() != QLocale::AnyTerritory)
        return PageSize::A4;
    return isLetter(locale.territory()) ? PageSize::Letter : PageSize::A4;
}

const QStringList &coveredClassifications(const ExportRequest &request)
{
    return request.classifications.isEmpty() ? deerClassifications() : request.classifications;
}

namespace {

void insertDates(QJsonObject &json, const QDate &start, const QDate &end)
{
    if (start.isValid())
        json.insert(QLatin1String("start_date"), start.toString(Qt::ISODate));
    if (end.isValid())
        json.insert(QLatin1String("end_date"), end.toString(Qt::ISODate));
}

void insertPdfFields(QJsonObject &json, const ExportRequest &request)
{
    json.insert(QLatin1String("report_type"), wireName(request.reportType));
    json.insert(QLatin1String("include_charts"), request.includeCharts);
    json.insert(QLatin1String("include_tables"), request.includeTables);
    json.insert(QLatin1String("include_insights"), request.includeInsights);
    json.insert(QLatin1String("page_size"), wireName(request.pageSize));
    json.insert(QLatin1String("allow_empty"), request.allowEmpty);
    if (!request.language.isEmpty())
        json.insert(QLatin1String("language"), request.language);
    if (!request.letterhead.client.isEmpty())
        json.insert(QLatin1String("client"), request.letterhead.client);
    if (!request.letterhead.footer.isEmpty())
        json.insert(QLatin1String("footer"), request.letterhead.footer);
    if (!request.letterhead.logo.isEmpty())
        json.insert(QLatin1String("logo"), QString::fromLatin1(request.letterhead.logo.toBase64()));
    if (!request.comparisonPeriods.isEmpty()) {
        QJsonArray periods;
        for (const Period &period : request.comparisonPeriods) {
            QJsonObject item{{QLatin1String("label"), period.label}};
            insertDates(item, period.start, period.end);
            periods.append(item);
        }
        json.insert(QLatin1String("comparison_periods"), periods);
    }
    if (!request.sections.isEmpty())
        json.insert(QLatin1String("sections"), QJsonArray::fromStringList(request.sections));
}

void insertZipFields(QJsonObject &json, const ExportRequest &request)
{
    json.insert(QLatin1String("include_crops"), request.includeCrops);
    json.insert(QLatin1String("include_metadata_csv"), request.includeMetadataCsv);
    json.insert(QLatin1String("crop_size"), request.cropSize);
    if (request.includeCamtrapDp)
        json.insert(QLatin1String("include_camtrap_dp"), true);
    if (request.csvForExcel)
        json.insert(QLatin1String("csv_for_excel"), true);
    if (!request.detectionIds.isEmpty())
        json.insert(QLatin1String("detection_ids"), QJsonArray::fromStringList(request.detectionIds));
}

const QLatin1String Logo("logo");
const QLatin1String DetectionIds("detection_ids");
const QLatin1String NotKept("not_kept");
const QLatin1String DigestEnd("_sha256");

void drop(QJsonObject &json, QLatin1String name)
{
    json.remove(name);
    QJsonArray dropped = json.value(NotKept).toArray();
    dropped.append(name);
    json.insert(NotKept, dropped);
}

} // namespace

QJsonObject toJson(const ExportRequest &request)
{
    QJsonObject json{{QLatin1String("group_by"), wireName(request.groupBy)}};
    insertDates(json, request.start, request.end);
    if (!request.classifications.isEmpty())
        json.insert(QLatin1String("classifications"), QJsonArray::fromStringList(request.classifications));
    if (!request.locationIds.isEmpty())
        json.insert(QLatin1String("location_ids"), QJsonArray::fromStringList(request.locationIds));
    if (!request.title.isEmpty())
        json.insert(QLatin1String("title"), request.title);
    if (!request.siteTimeZone.isEmpty())
        json.insert(QLatin1String("site_tz"), request.siteTimeZone);
    if (request.kind == ExportKind::Pdf)
        insertPdfFields(json, request);
    else
        insertZipFields(json, request);
    return json;
}

QJsonObject toRememberedJson(const ExportRequest &request)
{
    const QJsonObject whole = toJson(request);
    QJsonObject json = withoutLongLists(whole);
    if (json.contains(Logo))
        drop(json, Logo);
    for (const QString &name : notKept(json)) {
        const QByteArray value = QJsonDocument(QJsonArray{whole.value(name)}).toJson(QJsonDocument::Compact);
        json.insert(QString(name + DigestEnd),
                    QString::fromLatin1(QCryptographicHash::hash(value, QCryptographicHash::Sha256).toHex()));
    }
    return json;
}

QJsonObject withoutLongLists(QJsonObject request)
{
    constexpr int LargestIdList = 100;
    if (request.value(DetectionIds).toArray().size() > LargestIdList)
        drop(request, DetectionIds);
    return request;
}

bool isSameRequest(QJsonObject remembered, const QJsonObject &other)
{
    // An earlier version kept no digests.
    for (const QString &name : remembered.keys()) {
        if (name == NotKept || (name.endsWith(DigestEnd) && !other.contains(name)))
            remembered.remove(name);
    }
    QJsonObject plain = other;
    plain.remove(NotKept);
    return remembered == plain;
}

QStringList notKept(const QJsonObject &remembered)
{
    QStringList names;
    for (const QJsonValue &name : remembered.value(NotKept).toArray())
        names << name.toString();
    return names;
}

} // namespace herdbook::exports
