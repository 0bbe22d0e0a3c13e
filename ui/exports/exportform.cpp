// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportform.h"

#include "core/config/sitezone.h"
#include "core/exports/fieldreader.h"
#include "ui/widgets/fields/typeddate.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <utility>

namespace herdbook::ui {

using exports::Violation;

ExportForm::ExportForm(std::function<QDate()> today, DayIn todayIn, QObject *parent)
    : QObject(parent), m_today(std::move(today)), m_todayIn(std::move(todayIn))
{
    setInput(defaults());
}

QDate ExportForm::today() const
{
    const QByteArray zone = m_input.siteTimeZone.toLatin1();
    return m_todayIn && isSiteZone(zone) ? m_todayIn(QTimeZone(zone)) : m_today();
}

FormInput ExportForm::defaults() const
{
    const QDate now = m_today();
    const auto day = [](const QDate &date) { return date.toString(Qt::ISODate); };
    FormInput input;
    input.start = day(now.addDays(-29));
    input.end = day(now);
    input.classes = exports::deerClassifications();
    input.cropSize = QStringLiteral("300");
    const QDate lastYear = now.addYears(-1);
    // Printed in the report, which is English.
    input.periods = {{QStringLiteral("Last year"), day(lastYear.addDays(-29)), day(lastYear)},
                     {QStringLiteral("This year"), input.start, input.end}};
    input.pageSize = m_paper;
    return input;
}

void ExportForm::setPaper(exports::PageSize size)
{
    m_paper = size;
}

void ExportForm::setDefaultTitle(const QString &title)
{
    if (std::exchange(m_defaultTitle, title) == title)
        return;
    check();
    Q_EMIT changed();
}

void ExportForm::setLetterhead(const exports::Letterhead &letterhead)
{
    if (std::exchange(m_letterhead, letterhead) == letterhead)
        return;
    check();
    Q_EMIT changed();
}

void ExportForm::setInput(const FormInput &input)
{
    m_input = input;
    m_touched.clear();
    m_typing.clear();
    check();
    // What was put in by hand before and is wrong now (a date that is another day's future) is to be seen.
    for (const Violation &violation : std::as_const(m_violations)) {
        if (!valueOf(violation.field).isEmpty())
            m_touched.insert(violation.field);
    }
    Q_EMIT changed();
}

void ExportForm::edit(const QString &field, const std::function<void(FormInput &)> &change)
{
    change(m_input);
    m_touched.insert(field);
    // A range that is too long is told at its end, also when its start was what made it so.
    const QString end = QString(field).replace(QStringLiteral("start_date"), QStringLiteral("end_date"));
    if (!valueOf(end).isEmpty())
        m_touched.insert(end);
    if (!m_input.sections.isEmpty()) // so is a switch that leaves nothing of them
        m_touched.insert(QStringLiteral("sections"));
    m_typing = field;
    check();
    Q_EMIT changed();
}

void ExportForm::setKind(FormKind kind)
{
    if (kind == m_input.kind)
        return;
    edit(QStringLiteral("report_type"), [this, kind](FormInput &input) {
        m_titles.insert(static_cast<int>(input.kind), input.title);
        input.kind = kind;
        input.title = m_titles.value(static_cast<int>(kind));
    });
}

void ExportForm::leave(const QString &field)
{
    settle(field);
    QString *text = field.endsWith(QLatin1String("_date")) ? textOf(m_input, field) : nullptr;
    if (text == nullptr)
        return;
    const QString normal = TypedDate::normalized(*text);
    if (normal == *text)
        return;
    *text = normal;
    check();
    Q_EMIT changed();
}

QList<QDate> ExportForm::readings(const QString &field) const
{
    const TypedDate typed =
        field.endsWith(QLatin1String("_date")) && !isIncomplete(field) ? TypedDate::read(valueOf(field)) : TypedDate();
    return typed.kind == TypedDate::Kind::TwoDays ? typed.days : QList<QDate>();
}

void ExportForm::settle(const QString &field)
{
    if (m_typing != field)
        return;
    m_typing.clear();
    Q_EMIT changed();
}

void ExportForm::touchAll()
{
    for (const Violation &violation : std::as_const(m_violations))
        m_touched.insert(violation.field);
    m_typing.clear();
    Q_EMIT changed();
}

void ExportForm::setBarrier(Barrier barrier)
{
    if (std::exchange(m_barrier, barrier) != barrier)
        Q_EMIT changed();
}

QJsonObject ExportForm::body(const FormInput &input) const
{
    QJsonObject json{{QLatin1String("group_by"), exports::wireName(input.groupBy)}};
    const auto text = [&json](const char *name, const QString &value) {
        if (!value.isEmpty())
            json.insert(QLatin1String(name), value);
    };
    const QString title = input.title.trimmed();
    text("title", title.isEmpty() && input.kind != FormKind::ZipDataset ? m_defaultTitle : title);
    text("site_tz", input.siteTimeZone);
    const bool byIds = input.isByIds();
    if (!input.locationIds.isEmpty() && !byIds)
        json.insert(QLatin1String("location_ids"), QJsonArray::fromStringList(input.locationIds));
    if (input.classes != exports::deerClassifications() && !byIds)
        json.insert(QLatin1String("classifications"), QJsonArray::fromStringList(input.classes));
    if (byIds) {
        json.insert(QLatin1String("detection_ids"), QJsonArray::fromStringList(FormInput::idsOf(input.detectionIds)));
    } else if (input.kind != FormKind::ComparisonPdf) {
        // An empty date is a missing one; for a ZIP the message would speak of ids the form has no field for.
        json.insert(QLatin1String("start_date"), TypedDate::normalized(input.start));
        json.insert(QLatin1String("end_date"), TypedDate::normalized(input.end));
    }
    if (input.kind == FormKind::ZipDataset) {
        json.insert(QLatin1String("include_crops"), input.crops);
        json.insert(QLatin1String("include_metadata_csv"), input.metadata);
        if (input.camtrap)
            json.insert(QLatin1String("include_camtrap_dp"), true);
        if (input.forExcel && input.metadata)
            json.insert(QLatin1String("csv_for_excel"), true);
        bool number = false;
        const int size = input.cropSize.trimmed().toInt(&number);
        if (input.crops)
            json.insert(QLatin1String("crop_size"), number ? QJsonValue(size) : QJsonValue(input.cropSize));
        return json;
    }
    json.insert(QLatin1String("include_charts"), input.charts);
    json.insert(QLatin1String("include_tables"), input.tables);
    json.insert(QLatin1String("include_insights"), input.insights);
    json.insert(QLatin1String("page_size"), exports::wireName(input.pageSize));
    text("language", input.language);
    if (input.allowEmpty)
        json.insert(QLatin1String("allow_empty"), true);
    text("client", m_letterhead.client);
    text("footer", m_letterhead.footer);
    text("logo", QString::fromLatin1(m_letterhead.logo.toBase64()));
    if (input.kind == FormKind::SeasonalPdf && !input.sections.isEmpty()) {
        json.insert(QLatin1String("report_type"), exports::wireName(exports::ReportType::Custom));
        json.insert(QLatin1String("sections"), QJsonArray::fromStringList(input.sections));
    }
    if (input.kind == FormKind::ComparisonPdf) {
        json.insert(QLatin1String("report_type"), exports::wireName(exports::ReportType::Comparison));
        QJsonArray periods;
        for (const FormInput::PeriodInput &period : input.periods) {
            periods.append(QJsonObject{{QLatin1String("label"), period.label.trimmed()},
                                       {QLatin1String("start_date"), TypedDate::normalized(period.start)},
                                       {QLatin1String("end_date"), TypedDate::normalized(period.end)}});
        }
        json.insert(QLatin1String("comparison_periods"), periods);
    }
    return json;
}

/// Unless the person chose: two fat bars for 58 days say nothing.
void ExportForm::group()
{
    if (m_input.groupChosen)
        return;
    QList<QPair<QString, QString>> ranges = {{m_input.start, m_input.end}};
    if (m_input.kind == FormKind::ComparisonPdf) {
        ranges.clear();
        for (const FormInput::PeriodInput &period : std::as_const(m_input.periods))
            ranges.append({period.start, period.end});
    }
    qint64 days = 0;
    for (const auto &[start, end] : std::as_const(ranges)) {
        const QDate first = QDate::fromString(TypedDate::normalized(start), Qt::ISODate);
        const QDate last = QDate::fromString(TypedDate::normalized(end), Qt::ISODate);
        if (first.isValid() && last.isValid())
            days = std::max(days, first.daysTo(last) + 1);
    }
    if (days > 0)
        m_input.groupBy = exports::groupingFor(days);
}

void ExportForm::check()
{
    group();
    const auto kind = m_input.kind == FormKind::ZipDataset ? exports::ExportKind::Zip : exports::ExportKind::Pdf;
    exports::Validation checked = exports::validate(kind, body(m_input), today());
    m_violations = std::move(checked.violations);
    m_request = std::move(checked.request);
}

QString *ExportForm::textOf(FormInput &input, const QString &field) const
{
    if (field == QLatin1String("start_date"))
        return &input.start;
    if (field == QLatin1String("end_date"))
        return &input.end;
    if (field == QLatin1String("crop_size"))
        return &input.cropSize;
    if (field == QLatin1String("title"))
        return &input.title;
    if (!field.startsWith(QLatin1String("comparison_periods[")))
        return nullptr;
    const int at = field.mid(19, field.indexOf(u']') - 19).toInt();
    if (at < 0 || at >= input.periods.size())
        return nullptr;
    FormInput::PeriodInput &period = input.periods[at];
    const QString part = field.section(u'.', 1);
    return part == QLatin1String("label")        ? &period.label
           : part == QLatin1String("start_date") ? &period.start
                                                 : &period.end;
}

QString ExportForm::valueOf(const QString &field) const
{
    FormInput copy = m_input;
    const QString *text = textOf(copy, field);
    return text == nullptr ? QString() : *text;
}

bool ExportForm::isIncomplete(const QString &field) const
{
    if (m_typing != field || field == QLatin1String("sections"))
        return false;
    const QString text = valueOf(field).trimmed();
    if (field == QLatin1String("crop_size"))
        return text.size() < 3 && !text.contains(QRegularExpression(QStringLiteral("\\D")));
    if (!field.endsWith(QLatin1String("_date")))
        return text.isEmpty();
    const TypedDate typed = TypedDate::read(text);
    return typed.kind == TypedDate::Kind::Empty || typed.kind == TypedDate::Kind::Beginning || typed.mayGoOn;
}

QString ExportForm::dateWords(const Violation &violation) const
{
    const TypedDate typed = TypedDate::read(valueOf(violation.field));
    switch (typed.kind) {
    case TypedDate::Kind::Empty:
        return tr("A day is needed, such as %1").arg(today().toString(Qt::ISODate));
    case TypedDate::Kind::Beginning:
        return tr("Not a whole day yet, such as %1").arg(today().toString(Qt::ISODate));
    case TypedDate::Kind::TwoDays:
        return tr("Which day is meant?");
    case TypedDate::Kind::NoSuchDay:
        return typed.problem;
    case TypedDate::Kind::NoDate:
        return tr("Not a day. Type it as %1").arg(today().toString(Qt::ISODate));
    case TypedDate::Kind::Day:
        break;
    }
    if (violation.rule == QLatin1String("date_order")) {
        const QString end = QString(violation.field).replace(QStringLiteral("start_date"), QStringLiteral("end_date"));
        const TypedDate last = TypedDate::read(valueOf(end));
        return last.isDay() && last.days == typed.days ? tr("A range needs two days or more")
                                                       : tr("The start must be before the end");
    }
    if (violation.rule == QLatin1String("date_range"))
        return tr("A range is at most one year");
    if (violation.rule.endsWith(QLatin1String("not_future")))
        return tr("This day is still to come");
    return coreText(violation.message);
}

QString ExportForm::words(const Violation &violation) const
{
    const QString &field = violation.field;
    if (field.endsWith(QLatin1String("_date")))
        return dateWords(violation);
    if (field.endsWith(QLatin1String(".label")))
        return valueOf(field).trimmed().isEmpty() ? tr("Give the period a name")
                                                  : tr("At most 80 characters, on one line");
    if (field == QLatin1String("title"))
        return tr("At most 200 characters, on one line");
    if (field == QLatin1String("crop_size"))
        return tr("128 to 1024 pixels, a whole number");
    if (field == QLatin1String("classifications"))
        return tr("Choose at least one class");
    if (violation.rule == QLatin1String("sections_left_out"))
        return tr("Charts, tables or findings are switched off: none of these sections remains");
    if (field == QLatin1String("comparison_periods"))
        return tr("A comparison has two to five periods");
    if (field == QLatin1String("detection_ids"))
        return idsWords();
    if (field == QLatin1String("location_ids"))
        return tr("Choose at most %1 locations, or all").arg(countText(exports::MaximumLocations));
    if (field == QLatin1String("sections"))
        return tr("One section is unknown; choose again");
    if (field == QLatin1String("logo"))
        return tr("Choose another logo under Letterhead");
    if (field == QLatin1String("client") || field == QLatin1String("footer"))
        return tr("At most 200 characters; see Letterhead");
    return tr("This can't be used as it is");
}

QString ExportForm::idsWords() const
{
    const QStringList ids = FormInput::idsOf(m_input.detectionIds);
    if (ids.size() > exports::MaximumDetections)
        return tr("%1 ids; at most %2 fit").arg(countText(ids.size()), countText(exports::MaximumDetections));
    for (const QString &id : ids) {
        if (!exports::isUuid(id))
            return tr("No detection id: %1").arg(id.size() > 20 ? id.left(19) + QChar(0x2026) : id);
    }
    return tr("Paste detection ids, one a line");
}

QString ExportForm::message(const QString &field) const
{
    if (!m_touched.contains(field) || isIncomplete(field))
        return {};
    for (const Violation &violation : m_violations) {
        if (violation.field == field)
            return words(violation);
    }
    return {};
}

QString ExportForm::warning() const
{
    if (m_input.kind == FormKind::ZipDataset && !m_input.crops && !m_input.metadata)
        return tr("Without crops and table the archive holds no data");
    const bool chosen = m_input.kind == FormKind::SeasonalPdf && !m_input.sections.isEmpty();
    if (m_input.kind != FormKind::ZipDataset && !chosen && !m_input.charts && !m_input.tables && !m_input.insights)
        return tr("Only key figures, deer and data quality");
    return {};
}

std::optional<exports::ExportRequest> ExportForm::previewRequest(bool *endMoved) const
{
    *endMoved = false;
    if (m_request)
        return m_request;
    const QDate today = this->today();
    const QDate end = QDate::fromString(TypedDate::normalized(m_input.end), Qt::ISODate);
    if (m_input.kind == FormKind::ComparisonPdf || !end.isValid() || end <= today)
        return std::nullopt;
    FormInput moved = m_input;
    moved.end = today.toString(Qt::ISODate);
    const auto kind = moved.kind == FormKind::ZipDataset ? exports::ExportKind::Zip : exports::ExportKind::Pdf;
    const exports::Validation checked = exports::validate(kind, body(moved), today);
    *endMoved = checked.isValid();
    return checked.request;
}

QString ExportForm::reason() const
{
    QStringList wrong;
    QStringList missing;
    for (const Violation &violation : m_violations) {
        const QString label = fieldLabel(violation.field);
        const bool empty = valueOf(violation.field).trimmed().isEmpty() || isIncomplete(violation.field);
        const bool text = violation.field.endsWith(QLatin1String("_date")) ||
                          violation.field.endsWith(QLatin1String(".label")) ||
                          violation.field == QLatin1String("title") || violation.field == QLatin1String("crop_size");
        QStringList &list = text && empty ? missing : wrong;
        if (!list.contains(label))
            list << label;
    }
    if (!wrong.isEmpty())
        return tr("Put right first: %1").arg(wrong.join(QLatin1String(", ")));
    if (!missing.isEmpty())
        return tr("Still missing: %1").arg(missing.join(QLatin1String(", ")));
    switch (m_barrier) {
    case Barrier::RedisAway:
        return tr("Waits for Redis; your input is kept");
    case Barrier::ReadOnly:
        return tr("This profile is read-only");
    case Barrier::Sending:
        return tr("Sending…");
    case Barrier::None:
        break;
    }
    return {};
}

bool ExportForm::reasonIsError() const
{
    return std::any_of(m_violations.begin(), m_violations.end(),
                       [this](const Violation &violation) { return !message(violation.field).isEmpty(); });
}

} // namespace herdbook::ui
