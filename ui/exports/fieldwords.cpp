// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/fieldwords.h"

#include "core/exports/fieldreader.h"
#include "ui/exports/exportform.h"
#include "ui/widgets/fields/typeddate.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QCoreApplication>

namespace herdbook::ui {

using exports::Violation;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("herdbook::ui", text);
}

QString dateWords(const Violation &violation, const FormInput &input, const QDate &today)
{
    const TypedDate typed = TypedDate::read(input.valueOf(violation.field));
    switch (typed.kind) {
    case TypedDate::Kind::Empty:
        return ExportForm::tr("A day is needed, such as %1").arg(today.toString(Qt::ISODate));
    case TypedDate::Kind::Beginning:
        return ExportForm::tr("Not a whole day yet, such as %1").arg(today.toString(Qt::ISODate));
    case TypedDate::Kind::TwoDays:
        return ExportForm::tr("Which day is meant?");
    case TypedDate::Kind::NoSuchDay:
        return typed.problem;
    case TypedDate::Kind::NoDate:
        return ExportForm::tr("Not a day. Type it as %1").arg(today.toString(Qt::ISODate));
    case TypedDate::Kind::Day:
        break;
    }
    if (violation.rule == QLatin1String("date_order")) {
        const QString end = QString(violation.field).replace(QStringLiteral("start_date"), QStringLiteral("end_date"));
        const TypedDate last = TypedDate::read(input.valueOf(end));
        return last.isDay() && last.days == typed.days ? ExportForm::tr("A range needs two days or more")
                                                       : ExportForm::tr("The start must be before the end");
    }
    if (violation.rule == QLatin1String("date_range"))
        return ExportForm::tr("A range is at most one year");
    if (violation.rule.endsWith(QLatin1String("not_future")))
        return ExportForm::tr("This day is still to come");
    return coreText(violation.message);
}

QString idsWords(const FormInput &input)
{
    const QStringList ids = FormInput::idsOf(input.detectionIds);
    if (ids.size() > exports::MaximumDetections)
        return ExportForm::tr("%1 ids; at most %2 fit")
            .arg(countText(ids.size()), countText(exports::MaximumDetections));
    for (const QString &id : ids) {
        if (!exports::isUuid(id))
            return ExportForm::tr("No detection id: %1").arg(id.size() > 20 ? id.left(19) + QChar(0x2026) : id);
    }
    return ExportForm::tr("Paste detection ids, one a line");
}

} // namespace

QString violationWords(const Violation &violation, const FormInput &input, const QDate &today)
{
    const QString &field = violation.field;
    if (field.endsWith(QLatin1String("_date")))
        return dateWords(violation, input, today);
    if (field.endsWith(QLatin1String(".label")))
        return input.valueOf(field).trimmed().isEmpty() ? ExportForm::tr("Give the period a name")
                                                        : ExportForm::tr("At most 80 characters, on one line");
    if (field == QLatin1String("title"))
        return ExportForm::tr("At most 200 characters, on one line");
    if (field == QLatin1String("crop_size"))
        return ExportForm::tr("128 to 1024 pixels, a whole number");
    if (field == QLatin1String("classifications"))
        return ExportForm::tr("Choose at least one class");
    if (violation.rule == QLatin1String("sections_left_out"))
        return ExportForm::tr("Charts, tables or findings are switched off: none of these sections remains");
    if (field == QLatin1String("comparison_periods"))
        return ExportForm::tr("A comparison has two to five periods");
    if (field == QLatin1String("detection_ids"))
        return idsWords(input);
    if (field == QLatin1String("location_ids"))
        return ExportForm::tr("Choose at most %1 locations, or all").arg(countText(exports::MaximumLocations));
    if (field == QLatin1String("sections"))
        return ExportForm::tr("One section is unknown; choose again");
    if (field == QLatin1String("logo"))
        return ExportForm::tr("Choose another logo under Letterhead");
    if (field == QLatin1String("client") || field == QLatin1String("footer"))
        return ExportForm::tr("At most 200 characters; see Letterhead");
    return ExportForm::tr("This can't be used as it is");
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
