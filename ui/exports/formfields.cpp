// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/formfields.h"

#include "ui/exports/boundfields.h"
#include "ui/exports/classfields.h"
#include "ui/exports/morefields.h"
#include "ui/exports/periodfields.h"
#include "ui/exports/presetbox.h"
#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/messagelabel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>

namespace herdbook::ui {

namespace {

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
    grid->setColumnMinimumWidth(0, BoundFields::LabelWidth);
    grid->setColumnStretch(1, 1);
    return grid;
}

} // namespace

FormFields::FormFields(ExportForm &form, QWidget *parent)
    : QWidget(parent), m_form(form), m_bound(new BoundFields(form, this)),
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
        box->installEventFilter(m_bound);
    connect(m_bound, &BoundFields::focused, this, &FormFields::focused);
    connect(&m_form, &ExportForm::changed, this, &FormFields::refresh);
    refresh();
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
    m_bound->addRow(*grid, tr("Preset"), m_preset, {});
    grid->setRowMinimumHeight(grid->rowCount(), 10);
    const std::pair<QString, QString> ends[]{{QStringLiteral("start_date"), tr("Start")},
                                             {QStringLiteral("end_date"), tr("End")}};
    for (const auto &[field, label] : ends) {
        auto *date = new DateField(label);
        m_bound->addRow(*grid, label, date, field);
        QString FormInput::*value = field == QLatin1String("start_date") ? &FormInput::start : &FormInput::end;
        m_bound->bindText(date, field, [value](FormInput &input) -> QString & { return input.*value; });
    }
    column->addWidget(m_period);

    m_periods = new PeriodFields(*m_bound, m_form);
    column->addWidget(m_periods);

    auto *groupGrid = fieldGrid();
    m_bound->addRow(*groupGrid, tr("Group by"), m_group, {});
    m_group->setObjectName(QStringLiteral("group_by"));
    m_bound->add(QStringLiteral("group_by"), m_group);
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
    m_bound->add(field, m_classes->first(), message);
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
    m_bound->addRow(*grid, tr("Title"), title, QStringLiteral("title"));
    m_bound->bindText(title, QStringLiteral("title"), [](FormInput &input) -> QString & { return input.title; });
    column->addLayout(grid);
    m_more = new MoreFields(m_form);
    column->addWidget(m_more);
    m_bound->add(QStringLiteral("detection_ids"), m_more->idsEdit());
    m_bound->add(QStringLiteral("location_ids"), m_more->locationsButton());
    m_bound->add(QStringLiteral("page_size"), m_more->paperBox());
    m_bound->add(QStringLiteral("sections"), m_more->sectionList());
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
        m_bound->bindCheck(box, value, field);
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
    m_bound->bindCheck(crops, &FormInput::crops, QStringLiteral("include_crops"));
    auto *size = new QLineEdit;
    size->setObjectName(QStringLiteral("crop_size"));
    size->setAccessibleName(tr("Crop size in pixels"));
    size->setAlignment(Qt::AlignRight);
    size->setFixedWidth(64);
    m_bound->bindText(size, QStringLiteral("crop_size"), [](FormInput &input) -> QString & { return input.cropSize; });
    row->addWidget(crops);
    row->addWidget(size);
    row->addWidget(new Label(tr("px"), TextRole::Body));
    row->addStretch(1);
    column->addLayout(row);
    auto *message = new MessageLabel(size);
    m_bound->add(QStringLiteral("crop_size"), size, message);
    column->addWidget(message);
    auto *metadata = new QCheckBox(tr("Metadata table (CSV)"));
    m_bound->bindCheck(metadata, &FormInput::metadata, QStringLiteral("include_metadata_csv"));
    column->addWidget(metadata);
    auto *forExcel = new QCheckBox(tr("Table for Excel (with byte order mark)"));
    m_bound->bindCheck(forExcel, &FormInput::forExcel, QStringLiteral("csv_for_excel"));
    column->addWidget(forExcel);
    auto *camtrap = new QCheckBox(tr("Camtrap DP"));
    camtrap->setToolTip(tr("The exchange standard that GBIF, TRAPPER, Agouti and Wildlife Insights read"));
    m_bound->bindCheck(camtrap, &FormInput::camtrap, QStringLiteral("include_camtrap_dp"));
    column->addWidget(camtrap);
    return section;
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
    m_bound->showValues();
    m_bound->input(QStringLiteral("crop_size"))->setEnabled(input.crops);
    m_bound->input(QStringLiteral("csv_for_excel"))->setEnabled(input.metadata);
    m_byIds->setVisible(input.isByIds());
    m_period->setEnabled(!input.isByIds());
    m_classes->setEnabled(!input.isByIds());
    m_more->locationsButton()->setEnabled(!input.isByIds());
    m_preset->refresh();
    m_bound->showMessages();
    m_refreshing = false;
}

QWidget *FormFields::input(const QString &field) const
{
    return m_bound->input(field);
}

MessageLabel *FormFields::messageLabel(const QString &field) const
{
    return m_bound->message(field);
}

DateChoice *FormFields::dateChoice(const QString &field) const
{
    return m_bound->choice(field);
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
        if (QWidget *widget = m_bound->input(violation.field)) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

} // namespace herdbook::ui
