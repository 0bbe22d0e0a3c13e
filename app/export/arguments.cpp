// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/arguments.h"

#include "core/config/sitezone.h"
#include "core/exports/exportvalidation.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

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

const QLatin1String ReportType("report_type");

Error invalid(const QString &message)
{
    return {ErrorKind::InvalidInput, message};
}

Result<QByteArray> contentOf(const QString &path, qint64 most)
{
    QFile file(path);
    const bool opened =
        path == QLatin1String("-") ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!opened)
        return invalid(QStringLiteral("Can't read %1: %2").arg(path, file.errorString()));
    QByteArray content = file.read(most + 1);
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

/// A period by its name that has begun and has the two days of a range.
Result<exports::Period> begunPeriod(const QString &name, const QDate &today)
{
    const std::optional<exports::Period> named = periodByName(name, today);
    if (!named)
        return invalid(QStringLiteral("\"%1\" is none of: last-7-days, last-30-days, this-month, last-month, "
                                      "this-year, last-year, rut-YYYY")
                           .arg(name));
    if (named->start > today)
        return invalid(QStringLiteral("%1 begins on %2").arg(name, named->start.toString(Qt::ISODate)));
    if (named->start == named->end)
        return invalid(QStringLiteral("%1 has only one day so far: a range needs two").arg(name));
    return *named;
}

void setDays(QJsonObject &body, const QDate &start, const QDate &end)
{
    body.insert(QLatin1String("start_date"), start.toString(Qt::ISODate));
    body.insert(QLatin1String("end_date"), end.toString(Qt::ISODate));
}

/// The day up to which a period is compared with those named beside it: where the newest of its kind isn't over, all end on the day to
/// which that has come.
QDate comparedUpTo(const exports::Period &period, const QStringList &names, const QDate &today)
{
    if (period.label == QLatin1String("last-year") && names.contains(QLatin1String("this-year")))
        return std::min(period.end, today.addYears(-1));
    const bool monthIsOver = today.day() == today.daysInMonth();
    if (period.label == QLatin1String("last-month") && names.contains(QLatin1String("this-month")) && !monthIsOver)
        return std::min(period.end, today.addMonths(-1));
    const QLatin1String rut("rut-");
    for (const QString &name : names) {
        const std::optional<exports::Period> newest = periodByName(name, today);
        if (newest && period.label.startsWith(rut) && name.startsWith(rut) && newest->end == today &&
            today >= newest->start)
            return std::min(period.end, today.addYears(period.start.year() - newest->start.year()));
    }
    return period.end;
}

/// LABEL=START..END or LABEL=NAME, each.
Result<QJsonArray> comparedPeriods(const QStringList &texts, const QDate &today)
{
    const auto daysOf = [](const QString &text) { return text.mid(text.lastIndexOf(u'=') + 1).trimmed(); };
    QStringList names;
    std::transform(texts.begin(), texts.end(), std::back_inserter(names), daysOf);
    QJsonArray periods;
    for (const QString &text : texts) {
        const qsizetype at = text.lastIndexOf(u'=');
        if (at <= 0)
            return invalid(
                QStringLiteral("--compare must be LABEL=YYYY-MM-DD..YYYY-MM-DD or LABEL=NAME, not \"%1\"").arg(text));
        QJsonObject period{{QLatin1String("label"), text.left(at).trimmed()}};
        const QStringList ends = daysOf(text).split(QStringLiteral(".."));
        if (ends.size() == 2) {
            period.insert(QLatin1String("start_date"), ends[0].trimmed());
            period.insert(QLatin1String("end_date"), ends[1].trimmed());
        } else {
            const Result<exports::Period> named = begunPeriod(daysOf(text), today);
            if (!named)
                return invalid(QStringLiteral("--compare: ") + named.error().message);
            setDays(period, named->start, comparedUpTo(*named, names, today));
        }
        periods.append(period);
    }
    return periods;
}

constexpr qint64 MostJson = qint64{2} * 1024 * 1024;

/// The object of --json; an empty one without it.
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

/// The request's JSON with the options over it.
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
        const Result<QByteArray> text = contentOf(value("detection-ids"), MostJson);
        if (!text)
            return text.error();
        const QString ids = QString::fromUtf8(*text).simplified();
        body.insert(QLatin1String("detection_ids"), QJsonArray::fromStringList(ids.split(u' ', Qt::SkipEmptyParts)));
    }
    if (isSet("logo")) {
        const Result<QByteArray> logo = contentOf(value("logo"), MostJson);
        if (!logo)
            return logo.error();
        body.insert(QLatin1String("logo"), QString::fromLatin1(logo->toBase64()));
    }
    return body;
}

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

std::optional<exports::Period> periodByName(const QString &name, const QDate &today)
{
    const QDate month(today.year(), today.month(), 1);
    const auto period = [&](const QDate &start, const QDate &end) {
        return exports::Period{name, start, std::min(end, today)};
    };
    if (name == QLatin1String("last-7-days"))
        return period(today.addDays(-6), today);
    if (name == QLatin1String("last-30-days"))
        return period(today.addDays(-29), today);
    if (name == QLatin1String("this-month"))
        return period(month, today);
    if (name == QLatin1String("last-month"))
        return period(month.addMonths(-1), month.addDays(-1));
    if (name == QLatin1String("this-year"))
        return period(QDate(today.year(), 1, 1), today);
    if (name == QLatin1String("last-year"))
        return period(QDate(today.year() - 1, 1, 1), QDate(today.year() - 1, 12, 31));
    bool ok = false;
    const int year = name.mid(4).toInt(&ok);
    if (ok && name.startsWith(QLatin1String("rut-")) && year >= 1900 && year <= 9998)
        return period(QDate(year, 10, 1), QDate(year + 1, 1, 31));
    return std::nullopt;
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
