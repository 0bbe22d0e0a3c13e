// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exports/exportvalidation.h"

#include "core/config/sitezone.h"
#include "core/exports/fieldreader.h"

#include <QJsonArray>

namespace herdbook::exports {

namespace {

/// The order of the contract's table; rules that are not in it come after the dates.
int rank(const QString &rule)
{
    static const QStringList order{QStringLiteral("date_order"),     QStringLiteral("date_range"),
                                   QStringLiteral("group_by"),       QStringLiteral("start_not_future"),
                                   QStringLiteral("end_not_future"), QStringLiteral("date_format")};
    if (rule == QLatin1String("comparison_periods"))
        return static_cast<int>(order.size()) + 1;
    const auto at = order.indexOf(rule);
    return static_cast<int>(at < 0 ? order.size() : at);
}

/// @param prefix goes before the messages of a comparison's periods, so that they say which one.
void checkPeriod(FieldReader &reader, const QString &prefix, const QDate &start, const QDate &end, const QDate &today)
{
    const auto reject = [&](const char *field, const char *rule, const char *message) {
        reader.reject(field, QString::fromLatin1(rule), prefix + QString::fromLatin1(message));
    };
    if (start.isValid() && end.isValid()) {
        if (start >= end)
            reject("start_date", "date_order", "start_date must be before end_date");
        else if (start.daysTo(end) > MaximumDays)
            reject("end_date", "date_range", "Date range cannot exceed 1 year");
    }
    if (start.isValid() && start > today)
        reject("start_date", "start_not_future", "start_date cannot be in the future");
    if (end.isValid() && end > today)
        reject("end_date", "end_not_future", "end_date cannot be in the future");
}

void readComparison(FieldReader &reader, const QJsonObject &body, const QDate &today, ExportRequest &request,
                    QList<Violation> &violations)
{
    const QJsonValue value = body.value(QLatin1String("comparison_periods"));
    const QJsonArray array = value.toArray();
    if (array.size() < 2 || array.size() > 5) {
        reader.reject("comparison_periods", QStringLiteral("comparison_periods"),
                      QStringLiteral("comparison_periods required for comparison reports (2-5 periods)"));
        return;
    }
    for (qsizetype at = 0; at < array.size(); ++at) {
        const QString path = QStringLiteral("comparison_periods[%1]").arg(at);
        if (!array.at(at).isObject()) {
            violations.append({path, QStringLiteral("type"),
                               path + QLatin1String(" must be an object of label, start_date and end_date")});
            continue;
        }
        const QJsonObject object = array.at(at).toObject();
        FieldReader item(object, path + u'.', violations);
        const Period period{item.text("label", 1, 80), item.date("start_date", true), item.date("end_date", true)};
        checkPeriod(item, path + QLatin1String(": "), period.start, period.end, today);
        request.comparisonPeriods.append(period);
    }
}

/// Whether the switches of a request leave a section out.
bool isLeftOut(const QString &section, const ExportRequest &request)
{
    static const QStringList charts{QStringLiteral("timeline"), QStringLiteral("hours"), QStringLiteral("locations"),
                                    QStringLiteral("moon_phase")};
    return (!request.includeCharts && charts.contains(section)) ||
           (!request.includeTables && section == QLatin1String("tables")) ||
           (!request.includeInsights && section == QLatin1String("findings"));
}

void readPdf(FieldReader &reader, const QJsonObject &body, const QDate &today, ExportRequest &request,
             QList<Violation> &violations)
{
    const QStringList types{QStringLiteral("seasonal_activity"), QStringLiteral("comparison"),
                            QStringLiteral("custom")};
    const QString type = reader.choice("report_type", types.first(), types, QStringLiteral("report_type"));
    request.reportType = static_cast<ReportType>(qMax(0, types.indexOf(type)));
    request.includeCharts = reader.boolean("include_charts", true);
    request.includeTables = reader.boolean("include_tables", true);
    request.includeInsights = reader.boolean("include_insights", true);
    request.allowEmpty = reader.boolean("allow_empty", false);
    const QString letter = wireName(PageSize::Letter);
    const bool isLetter = reader.choice("page_size", wireName(PageSize::A4), {wireName(PageSize::A4), letter},
                                        QStringLiteral("page_size")) == letter;
    request.pageSize = isLetter ? PageSize::Letter : PageSize::A4;
    request.language = reader.choice("language", {}, {QStringLiteral("en"), QStringLiteral("de"), QStringLiteral("es")},
                                     QStringLiteral("language"));
    request.letterhead.client = reader.text("client", 0, 200);
    request.letterhead.footer = reader.text("footer", 0, 200);
    request.letterhead.logo = reader.logo("logo");
    if (request.reportType == ReportType::Comparison)
        readComparison(reader, body, today, request, violations);
    if (request.reportType == ReportType::Custom) {
        request.sections = reader.choices("sections", knownSections());
        if (!reader.has("sections"))
            reader.reject("sections", QStringLiteral("required"),
                          QStringLiteral("sections is required for custom reports, a list of at least one of: ") +
                              knownSections().join(QLatin1String(", ")));
        else if (!request.sections.isEmpty() &&
                 std::all_of(request.sections.begin(), request.sections.end(),
                             [&](const QString &name) { return isLeftOut(name, request); }))
            reader.reject("sections", QStringLiteral("sections_left_out"),
                          QStringLiteral("sections: include_charts, include_tables and include_insights leave all of "
                                         "them out"));
    }
}

void readZip(FieldReader &reader, ExportRequest &request)
{
    request.includeCrops = reader.boolean("include_crops", true);
    request.includeMetadataCsv = reader.boolean("include_metadata_csv", true);
    request.cropSize = reader.integer("crop_size", 300, 128, 1024);
    request.includeCamtrapDp = reader.boolean("include_camtrap_dp", false);
    request.csvForExcel = reader.boolean("csv_for_excel", false);
    if (reader.has("detection_ids"))
        request.detectionIds = reader.uuids("detection_ids", MaximumDetections, QStringLiteral("detection ids"));
    else if (!reader.has("start_date") && !reader.has("end_date"))
        reader.reject("detection_ids", QStringLiteral("required"),
                      QStringLiteral("detection_ids (1 to %1 detection ids) or start_date and end_date are required")
                          .arg(MaximumDetections));
}

} // namespace

Validation validate(ExportKind kind, const QJsonValue &body, const QDate &today)
{
    if (!body.isObject())
        return {std::nullopt,
                {{QStringLiteral("body"), QStringLiteral("type"), QStringLiteral("body must be a JSON object")}}};
    const QJsonObject object = body.toObject();
    QList<Violation> violations;
    FieldReader reader(object, {}, violations);
    ExportRequest request;
    request.kind = kind;
    const QString groupBy =
        reader.choice("group_by", wireName(GroupBy::Month), knownGroupings(), QStringLiteral("group_by"));
    request.groupBy = static_cast<GroupBy>(qMax(0, knownGroupings().indexOf(groupBy)));
    request.classifications = reader.choices("classifications", knownClassifications());
    if (reader.has("location_ids"))
        request.locationIds = reader.uuids("location_ids", MaximumLocations, QStringLiteral("location ids"));
    request.title = reader.text("title", 0, 200);
    request.siteTimeZone = reader.text("site_tz", 0, 64);
    if (!request.siteTimeZone.isEmpty() && !isSiteZone(request.siteTimeZone.toLatin1()))
        reader.reject("site_tz", QStringLiteral("site_tz"),
                      QStringLiteral("site_tz must be an IANA time zone such as America/Chicago"));
    if (kind == ExportKind::Pdf)
        readPdf(reader, object, today, request, violations);
    else
        readZip(reader, request);

    const bool byIds = kind == ExportKind::Zip && !reader.has("start_date") && !reader.has("end_date");
    const bool datesMayMiss = byIds || (kind == ExportKind::Pdf && request.reportType == ReportType::Comparison);
    request.start = reader.date("start_date", !datesMayMiss);
    request.end = reader.date("end_date", !datesMayMiss);
    checkPeriod(reader, {}, request.start, request.end, today);

    if (violations.isEmpty())
        return {request, {}};
    std::stable_sort(violations.begin(), violations.end(),
                     [](const Violation &a, const Violation &b) { return rank(a.rule) < rank(b.rule); });
    return {std::nullopt, violations};
}

Validation validateAny(const QJsonValue &body, const QDate &today)
{
    const QJsonValue type = body.toObject().value(QLatin1String("report_type"));
    const std::optional<ExportKind> kind = exportKindFromString(type.toString());
    QJsonObject fields = body.toObject();
    fields.remove(QLatin1String("report_type"));
    Validation validation =
        validate(kind.value_or(ExportKind::Pdf), body.isObject() ? QJsonValue(fields) : body, today);
    if (body.isObject() && !kind) {
        validation.request.reset();
        validation.violations.append({QStringLiteral("report_type"), QStringLiteral("report_type"),
                                      QStringLiteral("report_type must be one of: pdf, zip")});
        std::stable_sort(validation.violations.begin(), validation.violations.end(),
                         [](const Violation &a, const Violation &b) { return rank(a.rule) < rank(b.rule); });
    }
    return validation;
}

} // namespace herdbook::exports
