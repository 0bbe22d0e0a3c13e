// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/arguments.h"

#include "app/export/periods.h"
#include "app/export/requestbody.h"
#include "core/config/sitezone.h"
#include "core/exports/exportvalidation.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace herdbook::exporting {

namespace {

enum class Of { Both, Pdf, Zip };

struct Flag
{
    const char *name;
    const char *text;
    const char *value; ///< nullptr: a switch
    Of kind = Of::Both;
};

constexpr Flag Flags[] = {
    {"json", "The request as JSON, as the web API takes it; the options below change it. - reads standard input.",
     "file"},
    {"kind", "pdf or zip; pdf unless told, zip with an option that only a ZIP has.", "kind"},
    {"report-type", "seasonal_activity, comparison or custom; seasonal_activity unless told.", "type", Of::Pdf},
    {"start-date", "First day, YYYY-MM-DD, in the site's time zone.", "date"},
    {"end-date", "Last day, inclusive.", "date"},
    {"period", "Days by name: last-7-days, last-30-days, this-month, last-month, this-year, last-year, rut-2026.",
     "name"},
    {"compare",
     "A period of a comparison, LABEL=START..END or LABEL=NAME as --period takes it; two to five times. Ruts by name "
     "end where the newest has come to, and so do last-year and last-month beside this-year and this-month.",
     "period", Of::Pdf},
    {"group-by", "day, week or month; by the length of the period unless told.", "unit"},
    {"classifications", "Classes, with commas between; all deer unless told.", "list"},
    {"location-ids", "Locations, with commas between; all unless told.", "list"},
    {"sections", "Sections of a custom report in their order, with commas between.", "list", Of::Pdf},
    {"detection-ids", "Detections of a ZIP: a file with an id a line; - reads standard input.", "file", Of::Zip},
    {"title", "Title of the report.", "text"},
    {"client", "Whom the report is for.", "text", Of::Pdf},
    {"footer", "A line at the foot of every page.", "text", Of::Pdf},
    {"logo", "PNG, or SVG without references, for the first page.", "file", Of::Pdf},
    {"page-size", "A4 or Letter; by the site's time zone unless told.", "size", Of::Pdf},
    {"language", "en, de or es; reports are written in English, and the first page says so.", "language", Of::Pdf},
    {"crop-size", "Longest side of the crops in pixels.", "pixels", Of::Zip},
    {"no-charts", "Leave charts out.", nullptr, Of::Pdf},
    {"no-tables", "Leave tables out.", nullptr, Of::Pdf},
    {"no-insights", "Leave findings out.", nullptr, Of::Pdf},
    {"no-crops", "Leave crops out of a ZIP.", nullptr, Of::Zip},
    {"no-metadata-csv", "Leave metadata.csv out of a ZIP.", nullptr, Of::Zip},
    {"camtrap-dp", "Make the ZIP a Camtrap DP package as well.", nullptr, Of::Zip},
    {"csv-for-excel", "Begin a ZIP's tables with a byte order mark.", nullptr, Of::Zip},
    {"allow-empty", "Make a report even when the period has no detections.", nullptr, Of::Pdf},
    {"via", "redis or api: how the request is sent; redis unless told.", "way"},
    {"out", "Folder, or name of the file, which is replaced; the current folder unless told.", "path"},
    {"timeout", "Give up waiting after so many seconds; the export goes on. 0, and unless told: never.", "seconds"},
    {"no-wait", "Print the job's id and end.", nullptr},
    {"print-request", "Print the request as JSON and end.", nullptr},
    {"quiet", "No progress.", nullptr}};

/// What the request is for: --kind, else what the report's type says, else what only a ZIP has.
Result<exports::ExportKind> kindOf(const QJsonObject &body, const QCommandLineParser &parser)
{
    const QString type = body.value(ReportType).toString();
    const bool zipFlag = std::any_of(std::begin(Flags), std::end(Flags), [&parser](const Flag &flag) {
        return flag.kind == Of::Zip && parser.isSet(QString::fromLatin1(flag.name));
    });
    const bool zip = type == exports::wireName(exports::ExportKind::Zip) ||
                     (type.isEmpty() && (zipFlag || body.contains(QLatin1String("detection_ids"))));
    if (!parser.isSet(QStringLiteral("kind")))
        return zip ? exports::ExportKind::Zip : exports::ExportKind::Pdf;
    const std::optional<exports::ExportKind> asked =
        exports::exportKindFromString(parser.value(QStringLiteral("kind")));
    return asked ? Result<exports::ExportKind>(*asked) : invalid(QStringLiteral("--kind must be pdf or zip"));
}

/// What is wrong with the flags of a request: those that it would silently do without.
QStringList uselessFlags(exports::ExportKind kind, const QString &type, const QCommandLineParser &parser)
{
    QStringList said;
    const bool pdf = kind == exports::ExportKind::Pdf;
    for (const Flag &flag : Flags) {
        if (flag.kind == (pdf ? Of::Zip : Of::Pdf) && parser.isSet(QString::fromLatin1(flag.name)))
            said << QStringLiteral("--%1 is only for a %2, and this is a %3")
                        .arg(QString::fromLatin1(flag.name), pdf ? QStringLiteral("ZIP") : QStringLiteral("PDF"),
                             pdf ? QStringLiteral("PDF") : QStringLiteral("ZIP"));
    }
    const std::pair<const char *, exports::ReportType> typed[] = {{"sections", exports::ReportType::Custom},
                                                                  {"compare", exports::ReportType::Comparison}};
    for (const auto &[flag, wanted] : typed) {
        if (pdf && parser.isSet(QLatin1String(flag)) && type != exports::wireName(wanted))
            said << QStringLiteral("--%1 is only for a report of the type %2, and this is %3")
                        .arg(QLatin1String(flag), exports::wireName(wanted), type);
    }
    return said;
}

} // namespace

void addOptions(QCommandLineParser &parser)
{
    for (const Flag &flag : Flags) {
        QCommandLineOption option(QString::fromLatin1(flag.name), QString::fromLatin1(flag.text));
        if (flag.value != nullptr)
            option.setValueName(QString::fromLatin1(flag.value));
        parser.addOption(option);
    }
}

Result<Arguments> readArguments(CommandLine &commandLine, const std::function<QDate(const QTimeZone &)> &today)
{
    const QCommandLineParser &parser = commandLine.parser();
    const auto value = [&parser](const char *name) { return parser.value(QLatin1String(name)); };
    const auto isSet = [&parser](const char *name) { return parser.isSet(QLatin1String(name)); };
    const Result<Settings> settings = commandLine.settings();
    if (!settings)
        return settings.error();
    Arguments arguments;
    arguments.settings = *settings;
    const QString via = isSet("via") ? value("via") : QStringLiteral("redis");
    if (via != QLatin1String("redis") && via != QLatin1String("api"))
        return invalid(QStringLiteral("--via must be redis or api"));
    arguments.via = via == QLatin1String("api") ? Arguments::Via::Api : Arguments::Via::Redis;
    if (arguments.via == Arguments::Via::Api && settings->apiUrl.isEmpty())
        return invalid(QStringLiteral("--via api needs HERDBOOK_API_URL"));
    const Result<int> timeout =
        isSet("timeout") ? commandLine.number(QStringLiteral("timeout"), 0, 7 * 86400) : Result<int>(0);
    if (!timeout)
        return timeout.error();
    arguments.timeoutSeconds = *timeout;
    arguments.wait = !isSet("no-wait");
    arguments.quiet = isSet("quiet");
    arguments.printRequest = isSet("print-request");
    arguments.out = isSet("out") ? QFileInfo(value("out")).absoluteFilePath() : QDir::currentPath();
    if (arguments.wait && !arguments.printRequest && !QFileInfo(arguments.out).isDir() &&
        !QFileInfo(QFileInfo(arguments.out).absolutePath()).isDir())
        return invalid(
            QStringLiteral("--out: the folder %1 doesn't exist").arg(QFileInfo(arguments.out).absolutePath()));

    const Result<QJsonObject> json = jsonOf(parser);
    if (!json)
        return json.error();
    const QByteArray asked = json->value(QLatin1String("site_tz")).toString().toLatin1();
    const QTimeZone zone = isSiteZone(asked) ? QTimeZone(asked) : settings->siteTimeZone;
    const QDate day = today(zone);
    Result<QJsonObject> body = bodyOf(*json, parser, day);
    if (!body)
        return body.error();
    const Result<exports::ExportKind> kind = kindOf(*body, parser);
    if (!kind)
        return kind.error();
    const QString type = body->value(ReportType).toString();
    QStringList useless = uselessFlags(*kind, type, parser);
    const QString pdf = exports::wireName(exports::ExportKind::Pdf);
    const bool askedForPdf = isSet("kind") || type == pdf || json->value(ReportType).toString() == pdf;
    if (*kind == exports::ExportKind::Pdf && !askedForPdf &&
        !json->value(QLatin1String("detection_ids")).toArray().isEmpty())
        useless << QStringLiteral(
            "detection_ids is only for a ZIP, and this is a PDF; --kind pdf makes it without them");
    if (!useless.isEmpty())
        return invalid(useless.join(u'\n'));
    if (exports::exportKindFromString(type))
        body->remove(ReportType); // of POST /api/exports, where it names the kind
    const QDate start = QDate::fromString(body->value(QLatin1String("start_date")).toString(), Qt::ISODate);
    const QDate end = QDate::fromString(body->value(QLatin1String("end_date")).toString(), Qt::ISODate);
    if (!body->contains(QLatin1String("group_by")) && start.isValid() && end.isValid())
        body->insert(QLatin1String("group_by"), exports::wireName(exports::groupingFor(start.daysTo(end) + 1)));
    if (!body->contains(QLatin1String("page_size")))
        body->insert(QLatin1String("page_size"),
                     exports::wireName(exports::customaryPageSize(zone, QLocale::system())));
    if (!body->contains(QLatin1String("site_tz")) && isSiteZone(zone.id()))
        body->insert(QLatin1String("site_tz"), QString::fromLatin1(zone.id()));
    const exports::Validation validation = exports::validate(*kind, *body, day);
    if (!validation.request) {
        QStringList messages;
        for (const exports::Violation &violation : validation.violations)
            messages << violation.message;
        return invalid(messages.join(u'\n'));
    }
    arguments.request = *validation.request;
    return arguments;
}

} // namespace herdbook::exporting
