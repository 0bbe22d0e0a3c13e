// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportform.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

namespace herdbook::ui {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

QStringList stringsOf(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

} // namespace

QJsonObject FormInput::toJson() const
{
    QJsonArray list;
    for (const PeriodInput &period : periods)
        list.append(QJsonArray{period.label, period.start, period.end});
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
            input.periods.append({parts.value(0), parts.value(1), parts.value(2)});
        }
    }
    return input;
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
    }
    return input;
}

QStringList FormInput::idsOf(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,;\"'\\[\\]{}]+"));
    return text.split(separators, Qt::SkipEmptyParts);
}

QList<ComparisonPreset> comparisonPresets(const QDate &today)
{
    QList<ComparisonPreset> presets;
    const auto period = [](const QString &label, const QDate &start, const QDate &end) {
        return FormInput::PeriodInput{label, start.toString(Qt::ISODate), end.toString(Qt::ISODate)};
    };
    // The earlier one ends where the newer one has come to.
    const auto add = [&](const QString &name, const QString &earlier, const QString &newer, const QDate &start,
                         const QDate &end) {
        const QDate last = std::min(end, today);
        // What the period calls whole is not, yet. Its name is printed in the report, which is English.
        const auto cut = [&](const QString &label, const QDate &to) {
            return last == end
                       ? label
                       : QStringLiteral("%1 to %2").arg(label, QLocale::c().toString(to, QStringLiteral("d MMM")));
        };
        // All of these end with a month: February is a day longer in a leap year.
        const QDate whole = QDate(end.year(), end.month(), 1).addYears(-1).addMonths(1).addDays(-1);
        const QDate earlierEnd = last == end ? whole : last.addYears(-1);
        ComparisonPreset preset{
            name,
            {period(cut(earlier, earlierEnd), start.addYears(-1), earlierEnd), period(cut(newer, last), start, last)},
            {}};
        if (start >= last)
            preset.problem = tr("Only one day so far: a range needs two");
        presets.append(preset);
    };
    const int newest = today.month() >= 10 ? today.year() : today.year() - 1;
    for (int year = newest; year > newest - 2; --year)
        add(tr("Rut %1 against %2").arg(year - 1).arg(year), QStringLiteral("Rut %1").arg(year - 1),
            QStringLiteral("Rut %1").arg(year), QDate(year, 10, 1), QDate(year + 1, 1, 31));
    const QDate month(today.year(), today.month(), 1);
    const auto named = [](const QDate &day) { return QLocale::c().toString(day, QStringLiteral("MMMM yyyy")); };
    add(tr("This month against the same month last year"), named(month.addYears(-1)), named(month), month,
        QDate(month.year(), month.month(), month.daysInMonth()));
    const QDate before = month.addMonths(-1);
    add(tr("Last month against the same month a year before"), named(before.addYears(-1)), named(before), before,
        month.addDays(-1));
    add(tr("This year against last year"), QString::number(today.year() - 1), QString::number(today.year()),
        QDate(today.year(), 1, 1), QDate(today.year(), 12, 31));
    return presets;
}

QList<DatePreset> datePresets(const QDate &today)
{
    QList<DatePreset> presets;
    const auto add = [&](const QString &name, const QDate &start, const QDate &end) {
        DatePreset preset{name, start, std::min(end, today), {}};
        if (preset.start >= preset.end)
            preset.problem = tr("Only one day so far: a range needs two");
        presets.append(preset);
    };
    const QDate month(today.year(), today.month(), 1);
    add(tr("Last 30 days"), today.addDays(-29), today);
    add(tr("This month"), month, today);
    add(tr("Last month"), month.addMonths(-1), month.addDays(-1));
    const int newest = today.month() >= 10 ? today.year() : today.year() - 1;
    for (int year = newest; year > newest - 3; --year)
        add(tr("Rut season %1").arg(year), QDate(year, 10, 1), QDate(year + 1, 1, 31));
    add(tr("A year up to today"), today.addYears(-1).addDays(1), today);
    return presets;
}

QString fieldLabel(const QString &field)
{
    if (field.startsWith(QLatin1String("comparison_periods["))) {
        const int number = field.mid(19, field.indexOf(u']') - 19).toInt() + 1;
        const QString part = field.section(u'.', 1);
        const QString period = tr("Period %1").arg(number);
        if (part == QLatin1String("start_date"))
            return tr("%1 start").arg(period);
        if (part == QLatin1String("end_date"))
            return tr("%1 end").arg(period);
        return part == QLatin1String("label") ? tr("%1 name").arg(period) : period;
    }
    static const QHash<QString, const char *> names{
        {QStringLiteral("start_date"), QT_TRANSLATE_NOOP("herdbook::ui", "Start")},
        {QStringLiteral("end_date"), QT_TRANSLATE_NOOP("herdbook::ui", "End")},
        {QStringLiteral("group_by"), QT_TRANSLATE_NOOP("herdbook::ui", "Group by")},
        {QStringLiteral("classifications"), QT_TRANSLATE_NOOP("herdbook::ui", "Classes")},
        {QStringLiteral("title"), QT_TRANSLATE_NOOP("herdbook::ui", "Title")},
        {QStringLiteral("crop_size"), QT_TRANSLATE_NOOP("herdbook::ui", "Crop size")},
        {QStringLiteral("detection_ids"), QT_TRANSLATE_NOOP("herdbook::ui", "Ids")},
        {QStringLiteral("location_ids"), QT_TRANSLATE_NOOP("herdbook::ui", "Locations")},
        {QStringLiteral("sections"), QT_TRANSLATE_NOOP("herdbook::ui", "Sections")},
        {QStringLiteral("logo"), QT_TRANSLATE_NOOP("herdbook::ui", "Logo of the profile")},
        {QStringLiteral("client"), QT_TRANSLATE_NOOP("herdbook::ui", "Client of the profile")},
        {QStringLiteral("footer"), QT_TRANSLATE_NOOP("herdbook::ui", "Footer of the profile")},
        {QStringLiteral("comparison_periods"), QT_TRANSLATE_NOOP("herdbook::ui", "Periods")}};
    return names.contains(field) ? tr(names.value(field)) : field;
}

} // namespace herdbook::ui
