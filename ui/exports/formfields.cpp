// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/formfields.h"

#include "ui/exports/classfields.h"
#include "ui/exports/datechoice.h"
#include "ui/exports/morefields.h"
#include "ui/exports/periodfields.h"
#include "ui/exports/presetbox.h"
#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/fields/typeddate.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/messagelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>

namespace herdbook::ui {

namespace {

constexpr int LabelWidth = 84;
constexpr int TypingPause = 400;

Label *sectionTitle(const QString &text)
{
    return new Label(text, TextRole::LabelStrong, &ThemeTokens::text2);
}

QGridLayout *fieldGrid()
{
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, LabelWidth);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

FormFields::FormFields(ExportForm &form, QWidget *parent)
    : QWidget(parent), m_form(form),
      m_kind(new SegmentedControl(tr("Report"), {tr("Seasonal PDF"), tr("Comparison PDF"), tr("ZIP dataset")})),
      m_preset(new PresetBox(form)), m_periods(nullptr),
      m_group(new SegmentedControl(tr("Group by"), {tr("Day"), tr("Week"), tr("Month")})), m_classes(new ClassFields),
      m_byIds(new Label(
          tr("The ids pasted below decide alone what is exported; period, classes and locations are left out."),
          TextRole::Label, &ThemeTokens::text2)),
      m_pdfOptions(nullptr), m_zipOptions(nullptr)
{
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->setEqualWidths(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 12);
    column->setSpacing(10);
    column->addWidget(m_kind);
    column->addWidget(new Divider);
    column->addWidget(makePeriod());
    column->addWidget(new Divider);
    column->addWidget(makeClasses());
    column->addWidget(new Divider);
    column->addWidget(makeOptions());
    column->addStretch(1);

    connect(m_kind, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_refreshing)
            m_form.setKind(static_cast<FormKind>(index));
    });
    connect(m_group, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_refreshing)
            m_form.edit(QStringLiteral("group_by"), [index](FormInput &input) {
                input.groupBy = static_cast<exports::GroupBy>(index);
                input.groupChosen = true;
            });
    });
    for (QComboBox *box : {m_periods->presetBox(), m_more->paperBox()})
        box->installEventFilter(this);
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, [this] { m_form.settle(m_typing); });
    connect(&m_form, &ExportForm::changed, this, &FormFields::refresh);
    refresh();
}

MessageLabel *FormFields::addRow(QGridLayout &grid, const QString &label, QWidget *control, const QString &field)
{
    const int row = grid.rowCount();
    auto *name = new Label(label, TextRole::Body, &ThemeTokens::text2);
    name->setBuddy(control);
    grid.addWidget(name, row, 0, Qt::AlignVCenter);
    grid.addWidget(control, row, 1);
    if (field.isEmpty())
        return nullptr;
    control->setObjectName(field);
    auto *message = new MessageLabel(control);
    message->setObjectName(field + QStringLiteral("_message"));
    message->setCaptionWidth(LabelWidth + grid.horizontalSpacing());
    grid.addWidget(message, row + 1, 0, 1, 2);
    grid.setRowMinimumHeight(row + 2, 4);
    m_inputs.insert(field, control);
    m_messages.insert(field, message);
    if (field.endsWith(QLatin1String("_date")))
        addChoice(grid, row + 1, field, qobject_cast<QLineEdit *>(control));
    return message;
}

void FormFields::addChoice(QGridLayout &grid, int row, const QString &field, QLineEdit *edit)
{
    auto *choice = new DateChoice(edit->accessibleName());
    grid.addWidget(choice, row, 1);
    m_choices.insert(field, choice);
    connect(choice, &DateChoice::chosen, this, [this, field, edit](QDate day) {
        edit->setText(day.toString(Qt::ISODate));
        edit->setFocus(Qt::OtherFocusReason);
        m_form.settle(field);
    });
}

void FormFields::bindText(QLineEdit *edit, const QString &field, const std::function<QString &(FormInput &)> &value)
{
    m_texts.insert(edit, value);
    edit->installEventFilter(this);
    connect(edit, &QLineEdit::textChanged, this, [this, field, value](const QString &text) {
        if (m_refreshing)
            return;
        m_typing = field;
        m_form.edit(field, [&](FormInput &input) { value(input) = text; });
        m_pause.start();
    });
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { m_form.leave(field); });
}

void FormFields::bindCheck(QCheckBox *box, bool FormInput::*value, const QString &field)
{
    m_checks.insert(box, value);
    box->setObjectName(field);
    m_inputs.insert(field, box);
    connect(box, &QCheckBox::toggled, this, [this, value, field](bool checked) {
        if (!m_refreshing)
            m_form.edit(field, [=](FormInput &input) { input.*value = checked; });
    });
}

QWidget *FormFields::makePeriod()
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(sectionTitle(tr("Period")));
    m_byIds->setWordWrap(true);
    column->addWidget(m_byIds);

    m_period = new QWidget;
    auto *grid = fieldGrid();
    m_period->setLayout(grid);
    addRow(*grid, tr("Preset"), m_preset, {});
    grid->setRowMinimumHeight(grid->rowCount(), 10);
    const std::pair<QString, QString> ends[]{{QStringLiteral("start_date"), tr("Start")},
                                             {QStringLiteral("end_date"), tr("End")}};
    for (const auto &[field, label] : ends) {
        auto *date = new DateField(label);
        addRow(*grid, label, date, field);
        QString FormInput::*value = field == QLatin1String("start_date") ? &FormInput::start : &FormInput::end;
        bindText(date, field, [value](FormInput &input) -> QString & { return input.*value; });
    }
    column->addWidget(m_period);

    m_periods = new PeriodFields(*this, m_form);
    column->addWidget(m_periods);

    auto *groupGrid = fieldGrid();
    addRow(*groupGrid, tr("Group by"), m_group, {});
    m_group->setObjectName(QStringLiteral("group_by"));
    m_inputs.insert(QStringLiteral("group_by"), m_group);
    column->addLayout(groupGrid);
    return section;
}

QWidget *FormFields::makeClasses()
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(sectionTitle(tr("Classes")));
    column->addWidget(m_classes);
    const QString field = QStringLiteral("classifications");
    connect(m_classes, &ClassFields::chosenChanged, this, [this, field] {
        m_form.edit(field, [this](FormInput &input) { input.classes = m_classes->chosen(); });
        m_form.settle(field);
    });
    auto *message = new MessageLabel(m_classes->first());
    m_inputs.insert(field, m_classes->first());
    m_messages.insert(field, message);
    column->addWidget(message);
    return section;
}

QWidget *FormFields::makeOptions()
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    m_pdfOptions = makePdfOptions();
    m_zipOptions = makeZipOptions();
    column->addWidget(m_pdfOptions);
    column->addWidget(m_zipOptions);
    auto *grid = fieldGrid();
    auto *title = new QLineEdit;
    title->setAccessibleName(tr("Title"));
    title->setPlaceholderText(tr("Optional"));
    addRow(*grid, tr("Title"), title, QStringLiteral("title"));
    bindText(title, QStringLiteral("title"), [](FormInput &input) -> QString & { return input.title; });
    column->addLayout(grid);
    m_more = new MoreFields(m_form);
    column->addWidget(m_more);
    m_inputs.insert(QStringLiteral("detection_ids"), m_more->idsEdit());
    m_inputs.insert(QStringLiteral("location_ids"), m_more->locationsButton());
    m_inputs.insert(QStringLiteral("page_size"), m_more->paperBox());
    m_inputs.insert(QStringLiteral("sections"), m_more->sectionList());
    return section;
}

QWidget *FormFields::makePdfOptions()
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(sectionTitle(tr("Report with")));
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    const std::tuple<QString, QString, bool FormInput::*> parts[]{
        {tr("Charts"), QStringLiteral("include_charts"), &FormInput::charts},
        {tr("Tables"), QStringLiteral("include_tables"), &FormInput::tables},
        {tr("Findings"), QStringLiteral("include_insights"), &FormInput::insights}};
    for (const auto &[text, field, value] : parts) {
        auto *box = new QCheckBox(text);
        bindCheck(box, value, field);
        row->addWidget(box);
    }
    row->addStretch(1);
    column->addLayout(row);
    column->addStretch(1);
    return section;
}

QWidget *FormFields::makeZipOptions()
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(sectionTitle(tr("Dataset")));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    auto *crops = new QCheckBox(tr("Crops, longest side"));
    bindCheck(crops, &FormInput::crops, QStringLiteral("include_crops"));
    auto *size = new QLineEdit;
    size->setObjectName(QStringLiteral("crop_size"));
    size->setAccessibleName(tr("Crop size in pixels"));
    size->setAlignment(Qt::AlignRight);
    size->setFixedWidth(64);
    bindText(size, QStringLiteral("crop_size"), [](FormInput &input) -> QString & { return input.cropSize; });
    row->addWidget(crops);
    row->addWidget(size);
    row->addWidget(new Label(tr("px"), TextRole::Body));
    row->addStretch(1);
    column->addLayout(row);
    auto *message = new MessageLabel(size);
    m_inputs.insert(QStringLiteral("crop_size"), size);
    m_messages.insert(QStringLiteral("crop_size"), message);
    column->addWidget(message);
    auto *metadata = new QCheckBox(tr("Metadata table (CSV)"));
    bindCheck(metadata, &FormInput::metadata, QStringLiteral("include_metadata_csv"));
    column->addWidget(metadata);
    auto *forExcel = new QCheckBox(tr("Table for Excel (with byte order mark)"));
    bindCheck(forExcel, &FormInput::forExcel, QStringLiteral("csv_for_excel"));
    column->addWidget(forExcel);
    auto *camtrap = new QCheckBox(tr("Camtrap DP"));
    camtrap->setToolTip(tr("The exchange standard that GBIF, TRAPPER, Agouti and Wildlife Insights read"));
    bindCheck(camtrap, &FormInput::camtrap, QStringLiteral("include_camtrap_dp"));
    column->addWidget(camtrap);
    return section;
}

QString FormFields::hintFor(const QString &field) const
{
    const auto day = [](const QString &text) {
        const TypedDate typed = TypedDate::read(text);
        return typed.isDay() ? typed.days.first() : QDate();
    };
    if (field.endsWith(QLatin1String("_date"))) {
        const FormInput &input = m_form.input();
        const bool period = field.startsWith(QLatin1String("comparison_periods["));
        const auto own = input.periods.value(field.mid(19, field.indexOf(u']') - 19).toInt());
        const QDate start = day(period ? own.start : input.start);
        const QDate end = day(period ? own.end : input.end);
        if (field.endsWith(QLatin1String("start_date")))
            return start.isValid() ? QLocale().dayName(start.dayOfWeek()) : QString();
        // Both ends count as days of the range: that is how a preset's name counts too.
        if (start.isValid() && end.isValid() && start < end)
            return tr("%1 days of at most %2").arg(start.daysTo(end) + 1).arg(exports::MaximumDays + 1);
        return {};
    }
    if (field == QLatin1String("crop_size") && m_form.input().crops)
        return tr("128 to 1024 pixels, never enlarged");
    return {};
}

void FormFields::refresh()
{
    m_refreshing = true;
    const FormInput &input = m_form.input();
    m_kind->setCurrentIndex(static_cast<int>(input.kind));
    m_group->setCurrentIndex(static_cast<int>(input.groupBy));
    const bool comparison = input.kind == FormKind::ComparisonPdf;
    m_period->setVisible(!comparison);
    m_periods->setVisible(comparison);
    m_periods->refresh();
    const bool zip = input.kind == FormKind::ZipDataset;
    m_pdfOptions->setVisible(!zip);
    m_zipOptions->setVisible(zip);
    m_classes->setChosen(input.classes);
    for (auto check = m_checks.begin(); check != m_checks.end(); ++check)
        check.key()->setChecked(input.*check.value());
    FormInput copy = input;
    for (auto text = m_texts.begin(); text != m_texts.end(); ++text) {
        const QString value = text.value()(copy);
        if (text.key()->text() != value)
            text.key()->setText(value);
    }
    m_inputs.value(QStringLiteral("crop_size"))->setEnabled(input.crops);
    m_inputs.value(QStringLiteral("csv_for_excel"))->setEnabled(input.metadata);
    m_byIds->setVisible(input.isByIds());
    m_period->setEnabled(!input.isByIds());
    m_classes->setEnabled(!input.isByIds());
    m_more->locationsButton()->setEnabled(!input.isByIds());
    m_preset->refresh();
    for (auto message = m_messages.begin(); message != m_messages.end(); ++message) {
        const QString wrong = m_form.message(message.key());
        if (DateChoice *choice = m_choices.value(message.key())) {
            const QList<QDate> days = wrong.isEmpty() ? QList<QDate>() : m_form.readings(message.key());
            choice->setDays(days);
            message.value()->setVisible(days.isEmpty());
        }
        if (wrong.isEmpty())
            message.value()->setHint(hintFor(message.key()));
        else
            message.value()->setError(wrong);
    }
    m_refreshing = false;
}

void FormFields::focusFirst()
{
    for (int at = 0; at < m_kind->count(); ++at) {
        if (at == m_kind->currentIndex())
            m_kind->segment(at)->setFocus(Qt::ShortcutFocusReason);
    }
}

void FormFields::focusFirstWrong()
{
    for (const exports::Violation &violation : m_form.violations()) {
        if (QWidget *widget = m_inputs.value(violation.field)) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

bool FormFields::eventFilter(QObject *watched, QEvent *event)
{
    // Whoever scrolls the form over a choice means to scroll.
    const auto *choice = qobject_cast<QComboBox *>(watched);
    if (event->type() == QEvent::Wheel && choice && !choice->hasFocus()) {
        event->ignore();
        return true;
    }
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused(qobject_cast<QWidget *>(watched));
    return QWidget::eventFilter(watched, event);
}

} // namespace herdbook::ui
