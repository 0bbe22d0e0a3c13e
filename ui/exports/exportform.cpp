// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportform.h"

#include "core/config/sitezone.h"
#include "ui/exports/fieldwords.h"
#include "ui/exports/periodpresets.h"
#include "ui/widgets/fields/typeddate.h"

#include <QRegularExpression>
#include <algorithm>
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

void ExportForm::followDay()
{
    if (m_checkedOn == today())
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
        if (!m_input.valueOf(violation.field).isEmpty())
            m_touched.insert(violation.field);
    }
    Q_EMIT changed();
}

void ExportForm::edit(const QString &field, const std::function<void(FormInput &)> &change)
{
    change(m_input);
    if (field.startsWith(QLatin1String("comparison_periods["))) {
        const QString *label = m_input.textOf(field);
        for (FormInput::PeriodInput &period : m_input.periods) {
            if (&period.label == label)
                period.named = !label->trimmed().isEmpty();
        }
        if (field.endsWith(QLatin1String("_date")))
            namePeriods();
    }
    m_touched.insert(field);
    // A range that is too long is told at its end, also when its start was what made it so.
    const QString end = QString(field).replace(QStringLiteral("start_date"), QStringLiteral("end_date"));
    if (!m_input.valueOf(end).isEmpty())
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
    QString *text = field.endsWith(QLatin1String("_date")) ? m_input.textOf(field) : nullptr;
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
    const TypedDate typed = field.endsWith(QLatin1String("_date")) && !isIncomplete(field)
                                ? TypedDate::read(m_input.valueOf(field))
                                : TypedDate();
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

/// "Last year" isn't the name of other dates; those of a preset keep its names.
void ExportForm::namePeriods()
{
    QList<QList<FormInput::PeriodInput>> known{defaults().periods};
    for (const ComparisonPreset &preset : comparisonPresets(today()))
        known << preset.periods;
    const auto samePeriod = [](const FormInput::PeriodInput &one, const FormInput::PeriodInput &other) {
        return TypedDate::normalized(one.start) == other.start && TypedDate::normalized(one.end) == other.end;
    };
    const auto found = std::find_if(known.cbegin(), known.cend(), [&](const QList<FormInput::PeriodInput> &periods) {
        return std::ranges::equal(m_input.periods, periods, samePeriod);
    });
    for (qsizetype at = 0; at < m_input.periods.size(); ++at) {
        FormInput::PeriodInput &period = m_input.periods[at];
        const auto day = [](const QString &text) {
            return QDate::fromString(TypedDate::normalized(text), Qt::ISODate);
        };
        const QString label =
            found != known.cend() ? found->at(at).label : periodLabel(day(period.start), day(period.end));
        if (!period.named && !label.isEmpty()) // a date half typed has none
            period.label = label;
    }
}

void ExportForm::check()
{
    group();
    const auto kind = m_input.kind == FormKind::ZipDataset ? exports::ExportKind::Zip : exports::ExportKind::Pdf;
    m_checkedOn = today();
    exports::Validation checked = exports::validate(kind, m_input.toRequest(m_letterhead, m_defaultTitle), m_checkedOn);
    m_violations = std::move(checked.violations);
    m_request = std::move(checked.request);
}

bool ExportForm::isIncomplete(const QString &field) const
{
    if (m_typing != field || field == QLatin1String("sections"))
        return false;
    const QString text = m_input.valueOf(field).trimmed();
    if (field == QLatin1String("crop_size"))
        return text.size() < 3 && !text.contains(QRegularExpression(QStringLiteral("\\D")));
    if (!field.endsWith(QLatin1String("_date")))
        return text.isEmpty();
    const TypedDate typed = TypedDate::read(text);
    return typed.kind == TypedDate::Kind::Empty || typed.kind == TypedDate::Kind::Beginning || typed.mayGoOn;
}

QString ExportForm::message(const QString &field) const
{
    if (!m_touched.contains(field) || isIncomplete(field))
        return {};
    for (const Violation &violation : m_violations) {
        if (violation.field == field)
            return violationWords(violation, m_input, today());
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
    const exports::Validation checked = exports::validate(kind, moved.toRequest(m_letterhead, m_defaultTitle), today);
    *endMoved = checked.isValid();
    return checked.request;
}

QString ExportForm::reason() const
{
    QStringList wrong;
    QStringList missing;
    for (const Violation &violation : m_violations) {
        const QString label = fieldLabel(violation.field);
        const bool empty = m_input.valueOf(violation.field).trimmed().isEmpty() || isIncomplete(violation.field);
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
