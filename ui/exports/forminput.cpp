// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/forminput.h"

#include "ui/exports/periodpresets.h"
#include "ui/widgets/fields/typeddate.h"

#include <QJsonArray>
#include <QRegularExpression>

namespace herdbook::ui {

namespace {

QStringList stringsOf(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

const QString namedMark = QStringLiteral("named");

/// Where nothing else says it.
bool isNamed(const FormInput::PeriodInput &period, const FormInput &defaults, const QList<ComparisonPreset> &presets)
{
    const auto day = [](const QString &text) { return QDate::fromString(text, Qt::ISODate); };
    return !period.label.isEmpty() && period.label != periodLabel(day(period.start), day(period.end)) &&
           std::none_of(defaults.periods.begin(), defaults.periods.end(),
                        [&period](const FormInput::PeriodInput &usual) { return usual.label == period.label; }) &&
           std::none_of(presets.begin(), presets.end(),
                        [&period](const ComparisonPreset &preset) { return preset.periods.contains(period); });
}

/// The presets of the day on which the periods were chosen, as far as that matters: one that wasn't over then ends with it.
QList<ComparisonPreset> presetsOf(const QList<FormInput::PeriodInput> &periods)
{
    QString last; // ISO dates are in the order of time
    for (const FormInput::PeriodInput &period : periods)
        last = std::max(last, period.end);
    const QDate day = QDate::fromString(last, Qt::ISODate);
    return day.isValid() ? comparisonPresets(day) : QList<ComparisonPreset>();
}

} // namespace

QJsonObject FormInput::toJson() const
{
    QJsonArray list;
    for (const PeriodInput &period : periods)
        list.append(QJsonArray{period.label, period.start, period.end, period.named ? namedMark : QString()});
    return {{QLatin1String("kind"), static_cast<int>(kind)},
            {QLatin1String("start"), start},
            {QLatin1String("end"), end},
            {QLatin1String("group_by"), static_cast<int>(groupBy)},
            {QLatin1String("group_chosen"), groupChosen},
            {QLatin1String("locations"), QJsonArray::fromStringList(locationIds)},
            {QLatin1String("page_size"), static_cast<int>(pageSize)},
            {QLatin1String("paper_chosen"), paperChosen},
            {QLatin1String("language"), language},
            {QLatin1String("sections"), QJsonArray::fromStringList(sections)},
            {QLatin1String("classes"), QJsonArray::fromStringList(classes)},
            {QLatin1String("title"), title},
            {QLatin1String("charts"), charts},
            {QLatin1String("tables"), tables},
            {QLatin1String("insights"), insights},
            {QLatin1String("crops"), crops},
            {QLatin1String("metadata"), metadata},
            {QLatin1String("camtrap"), camtrap},
            {QLatin1String("for_excel"), forExcel},
            {QLatin1String("crop_size"), cropSize},
            {QLatin1String("periods"), list}};
}

FormInput FormInput::fromJson(const QJsonObject &json, const FormInput &fallback)
{
    FormInput input = fallback;
    if (json.isEmpty())
        return input;
    const auto flag = [&json](const char *name, bool or_) { return json.value(QLatin1String(name)).toBool(or_); };
    const auto text = [&json](const char *name, const QString &or_) {
        return json.value(QLatin1String(name)).toString(or_);
    };
    input.kind = static_cast<FormKind>(std::clamp(json.value(QLatin1String("kind")).toInt(), 0, 2));
    input.start = text("start", input.start);
    input.end = text("end", input.end);
    input.groupBy = static_cast<exports::GroupBy>(std::clamp(json.value(QLatin1String("group_by")).toInt(2), 0, 2));
    input.groupChosen = flag("group_chosen", false);
    input.locationIds = stringsOf(json.value(QLatin1String("locations")));
    input.paperChosen = flag("paper_chosen", false);
    if (input.paperChosen)
        input.pageSize =
            static_cast<exports::PageSize>(std::clamp(json.value(QLatin1String("page_size")).toInt(), 0, 1));
    input.language = text("language", {});
    input.sections.clear();
    for (const QString &section : stringsOf(json.value(QLatin1String("sections")))) {
        if (exports::knownSections().contains(section) && !input.sections.contains(section))
            input.sections << section;
    }
    input.classes.clear();
    const QStringList checked = stringsOf(json.value(QLatin1String("classes")));
    for (const QString &name : exports::deerClassifications()) {
        if (checked.contains(name))
            input.classes << name;
    }
    input.title = text("title", {});
    input.charts = flag("charts", true);
    input.tables = flag("tables", true);
    input.insights = flag("insights", true);
    input.crops = flag("crops", true);
    input.metadata = flag("metadata", true);
    input.camtrap = flag("camtrap", false);
    input.forExcel = flag("for_excel", false);
    input.cropSize = text("crop_size", input.cropSize);
    const QJsonArray list = json.value(QLatin1String("periods")).toArray();
    if (list.size() >= 2 && list.size() <= 5) {
        input.periods.clear();
        for (const QJsonValue &item : list) {
            const QStringList parts = stringsOf(item);
            input.periods.append({parts.value(0), parts.value(1), parts.value(2), parts.value(3) == namedMark});
            if (parts.size() < 4) // remembered by an earlier version
                input.periods.last().named = isNamed(input.periods.last(), fallback, {});
        }
    }
    return input;
}

QString *FormInput::textOf(const QString &field)
{
    if (field == QLatin1String("start_date"))
        return &start;
    if (field == QLatin1String("end_date"))
        return &end;
    if (field == QLatin1String("crop_size"))
        return &cropSize;
    if (field == QLatin1String("title"))
        return &title;
    if (!field.startsWith(QLatin1String("comparison_periods[")))
        return nullptr;
    const int at = field.mid(19, field.indexOf(u']') - 19).toInt();
    if (at < 0 || at >= periods.size())
        return nullptr;
    PeriodInput &period = periods[at];
    const QString part = field.section(u'.', 1);
    return part == QLatin1String("label")        ? &period.label
           : part == QLatin1String("start_date") ? &period.start
                                                 : &period.end;
}

QString FormInput::valueOf(const QString &field) const
{
    FormInput copy = *this;
    const QString *text = copy.textOf(field);
    return text == nullptr ? QString() : *text;
}

QJsonObject FormInput::toRequest(const exports::Letterhead &letterhead, const QString &defaultTitle) const
{
    QJsonObject json{{QLatin1String("group_by"), exports::wireName(groupBy)}};
    const auto insert = [&json](const char *name, const QString &value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(name), value);
    };
    const QString ownTitle = title.trimmed();
    insert("title", ownTitle.isEmpty() && kind != FormKind::ZipDataset ? defaultTitle : ownTitle);
    insert("site_tz", siteTimeZone);
    const bool byIds = isByIds();
    if (!locationIds.isEmpty() && !byIds)
        json.insert(QLatin1String("location_ids"), QJsonArray::fromStringList(locationIds));
    if (classes != exports::deerClassifications() && !byIds)
        json.insert(QLatin1String("classifications"), QJsonArray::fromStringList(classes));
    if (byIds) {
        json.insert(QLatin1String("detection_ids"), QJsonArray::fromStringList(idsOf(detectionIds)));
    } else if (kind != FormKind::ComparisonPdf) {
        // An empty date is a missing one; for a ZIP the message would speak of ids the form has no field for.
        json.insert(QLatin1String("start_date"), TypedDate::normalized(start));
        json.insert(QLatin1String("end_date"), TypedDate::normalized(end));
    }
    if (kind == FormKind::ZipDataset) {
        json.insert(QLatin1String("include_crops"), crops);
        json.insert(QLatin1String("include_metadata_csv"), metadata);
        if (camtrap)
            json.insert(QLatin1String("include_camtrap_dp"), true);
        if (forExcel && metadata)
            json.insert(QLatin1String("csv_for_excel"), true);
        bool number = false;
        const int size = cropSize.trimmed().toInt(&number);
        if (crops)
            json.insert(QLatin1String("crop_size"), number ? QJsonValue(size) : QJsonValue(cropSize));
        return json;
    }
    json.insert(QLatin1String("include_charts"), charts);
    json.insert(QLatin1String("include_tables"), tables);
    json.insert(QLatin1String("include_insights"), insights);
    json.insert(QLatin1String("page_size"), exports::wireName(pageSize));
    insert("language", language);
    if (allowEmpty)
        json.insert(QLatin1String("allow_empty"), true);
    insert("client", letterhead.client);
    insert("footer", letterhead.footer);
    insert("logo", QString::fromLatin1(letterhead.logo.toBase64()));
    if (kind == FormKind::SeasonalPdf && !sections.isEmpty()) {
        json.insert(QLatin1String("report_type"), exports::wireName(exports::ReportType::Custom));
        json.insert(QLatin1String("sections"), QJsonArray::fromStringList(sections));
    }
    if (kind == FormKind::ComparisonPdf) {
        json.insert(QLatin1String("report_type"), exports::wireName(exports::ReportType::Comparison));
        QJsonArray list;
        for (const PeriodInput &period : periods) {
            list.append(QJsonObject{{QLatin1String("label"), period.label.trimmed()},
                                    {QLatin1String("start_date"), TypedDate::normalized(period.start)},
                                    {QLatin1String("end_date"), TypedDate::normalized(period.end)}});
        }
        json.insert(QLatin1String("comparison_periods"), list);
    }
    return json;
}

std::optional<FormInput> FormInput::fromRequest(exports::ExportKind kind, const QJsonObject &request,
                                                const FormInput &fallback)
{
    const auto text = [&request](const char *name) { return request.value(QLatin1String(name)).toString(); };
    const auto flag = [&request](const char *name) { return request.value(QLatin1String(name)).toBool(true); };
    const bool zip = kind == exports::ExportKind::Zip;
    // More ids than a status remembers are gone.
    const QStringList ids = stringsOf(request.value(QLatin1String("detection_ids")));
    if (zip && text("start_date").isEmpty() && ids.isEmpty())
        return std::nullopt;
    FormInput input = fallback;
    input.detectionIds = ids.join(u'\n');
    input.sections = stringsOf(request.value(QLatin1String("sections")));
    input.locationIds = stringsOf(request.value(QLatin1String("location_ids")));
    input.groupChosen = request.contains(QLatin1String("group_by"));
    input.paperChosen = request.contains(QLatin1String("page_size"));
    if (input.paperChosen)
        input.pageSize = text("page_size") == exports::wireName(exports::PageSize::Letter) ? exports::PageSize::Letter
                                                                                           : exports::PageSize::A4;
    input.language = text("language");
    input.allowEmpty = request.value(QLatin1String("allow_empty")).toBool();
    input.siteTimeZone = text("site_tz");
    const bool comparison = text("report_type") == QLatin1String("comparison");
    input.kind = zip ? FormKind::ZipDataset : comparison ? FormKind::ComparisonPdf : FormKind::SeasonalPdf;
    input.start = text("start_date");
    input.end = text("end_date");
    const qsizetype grouping = exports::knownGroupings().indexOf(text("group_by"));
    input.groupBy = static_cast<exports::GroupBy>(grouping < 0 ? 2 : grouping);
    if (request.contains(QLatin1String("classifications"))) {
        input.classes = stringsOf(request.value(QLatin1String("classifications")));
        for (const QString &name : std::as_const(input.classes)) {
            if (!exports::deerClassifications().contains(name))
                return std::nullopt;
        }
    }
    input.title = text("title");
    input.charts = flag("include_charts");
    input.tables = flag("include_tables");
    input.insights = flag("include_insights");
    input.crops = flag("include_crops");
    input.metadata = flag("include_metadata_csv");
    input.camtrap = request.value(QLatin1String("include_camtrap_dp")).toBool();
    input.forExcel = request.value(QLatin1String("csv_for_excel")).toBool();
    input.cropSize = QString::number(request.value(QLatin1String("crop_size")).toInt(300));
    if (comparison) {
        input.periods.clear();
        for (const QJsonValue &item : request.value(QLatin1String("comparison_periods")).toArray()) {
            const QJsonObject period = item.toObject();
            input.periods.append({period.value(QLatin1String("label")).toString(),
                                  period.value(QLatin1String("start_date")).toString(),
                                  period.value(QLatin1String("end_date")).toString()});
        }
        const QList<ComparisonPreset> presets = presetsOf(input.periods);
        for (PeriodInput &period : input.periods) {
            period.named = isNamed(period, fallback, presets);
            const auto isUsual = [&period](const PeriodInput &usual) { return usual.label == period.label; };
            const bool moved =
                !period.named && std::ranges::any_of(fallback.periods, isUsual) && !fallback.periods.contains(period);
            if (moved) // "This year" of the day on which it was asked for
                period.label = periodLabel(QDate::fromString(period.start, Qt::ISODate),
                                           QDate::fromString(period.end, Qt::ISODate));
        }
    }
    return input;
}

QStringList FormInput::idsOf(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;\"'\\[\\]{}]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

} // namespace herdbook::ui
