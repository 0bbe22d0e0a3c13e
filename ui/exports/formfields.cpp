// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/formfields.h"

#include "ui/exports/periodfields.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datefield.h"
#include "ui/widgets/messagelabel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/sexmark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QStandardItemModel>

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

QString nameOf(const QString &classification)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("buck"), QT_TRANSLATE_NOOP("herdbook::ui::FormFields", "Buck")},
        {QStringLiteral("doe"), QT_TRANSLATE_NOOP("herdbook::ui::FormFields", "Doe")},
        {QStringLiteral("fawn"), QT_TRANSLATE_NOOP("herdbook::ui::FormFields", "Fawn")},
        {QStringLiteral("mature"), QT_TRANSLATE_NOOP("herdbook::ui::FormFields", "Mature")},
        {QStringLiteral("mid"), QT_TRANSLATE_NOOP("herdbook::ui::FormFields", "Mid")},
        {QStringLiteral("young"), QT_TRANSLATE_NOOP("herdbook::ui::FormFields", "Young")},
        {QStringLiteral("unknown"), QT_TRANSLATE_NOOP("herdbook::ui::FormFields", "Unknown")}};
    return FormFields::tr(names.value(classification));
}

} // namespace

FormFields::FormFields(ExportForm &form, QWidget *parent)
    : QWidget(parent), m_form(form),
      m_kind(new SegmentedControl(tr("Report"), {tr("Seasonal PDF"), tr("Comparison PDF"), tr("ZIP dataset")})),
      m_preset(new QComboBox), m_periods(nullptr),
      m_group(new SegmentedControl(tr("Group by"), {tr("Day"), tr("Week"), tr("Month")})), m_pdfOptions(nullptr),
      m_zipOptions(nullptr)
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
            m_form.edit(QStringLiteral("report_type"),
                        [index](FormInput &input) { input.kind = static_cast<FormKind>(index); });
    });
    connect(m_group, &SegmentedControl::currentChanged, this, [this](int index) {
        if (!m_refreshing)
            m_form.edit(QStringLiteral("group_by"),
                        [index](FormInput &input) { input.groupBy = static_cast<exports::GroupBy>(index); });
    });
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
    grid.addWidget(message, row + 1, 1);
    m_inputs.insert(field, control);
    m_messages.insert(field, message);
    return message;
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
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { m_form.settle(field); });
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

    m_period = new QWidget;
    auto *grid = fieldGrid();
    m_period->setLayout(grid);
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->setAccessibleName(tr("Preset"));
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
    connect(m_preset, &QComboBox::activated, this, &FormFields::applyPreset);
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
    auto *grid = new QGridLayout;
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(4);
    // Bucks on the left, the others on the right.
    const QStringList order{QStringLiteral("buck"), QStringLiteral("doe"), QStringLiteral("mature"),
                            QStringLiteral("fawn"), QStringLiteral("mid"), QStringLiteral("unknown"),
                            QStringLiteral("young")};
    for (int at = 0; at < order.size(); ++at) {
        const QString name = order.at(at);
        auto *box = new QCheckBox(nameOf(name));
        box->setIcon(sexIcon(sexOfClassification(name)));
        box->setIconSize({12, 12});
        box->setObjectName(QStringLiteral("class_") + name);
        m_classes.insert(name, box);
        grid->addWidget(box, at / 2, at % 2);
        connect(box, &QCheckBox::toggled, this, [this] {
            if (m_refreshing)
                return;
            m_form.edit(QStringLiteral("classifications"), [this](FormInput &input) {
                input.classes.clear();
                for (const QString &known : exports::deerClassifications()) {
                    if (m_classes.value(known)->isChecked())
                        input.classes << known;
                }
            });
            m_form.settle(QStringLiteral("classifications"));
        });
    }
    column->addLayout(grid);
    auto *message = new MessageLabel(m_classes.value(order.first()));
    m_inputs.insert(QStringLiteral("classifications"), m_classes.value(order.first()));
    m_messages.insert(QStringLiteral("classifications"), message);
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
    return section;
}

QWidget *FormFields::makePdfOptions()
{
    auto *section = new QWidget;
    auto *column = new QVBoxLayout(section);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(sectionTitle(tr("Report")));
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
    return section;
}

void FormFields::fillPresets()
{
    if (std::exchange(m_presetsOf, m_form.today()) == m_form.today())
        return;
    m_preset->clear();
    m_preset->addItem(tr("Own dates"));
    for (const DatePreset &preset : datePresets(m_form.today())) {
        m_preset->addItem(preset.name, QVariant::fromValue(QPair<QDate, QDate>(preset.start, preset.end)));
        const int at = m_preset->count() - 1;
        if (preset.problem.isEmpty())
            continue;
        m_preset->setItemData(at, preset.problem, Qt::ToolTipRole);
        if (auto *model = qobject_cast<QStandardItemModel *>(m_preset->model()))
            model->item(at)->setEnabled(false);
    }
}

void FormFields::applyPreset(int index)
{
    const auto range = m_preset->itemData(index).value<QPair<QDate, QDate>>();
    if (!range.first.isValid())
        return;
    FormInput input = m_form.input();
    input.start = range.first.toString(Qt::ISODate);
    input.end = range.second.toString(Qt::ISODate);
    m_form.setInput(input);
}

void FormFields::refreshPreset()
{
    const FormInput &input = m_form.input();
    int found = 0;
    for (int at = 1; at < m_preset->count() && found == 0; ++at) {
        const auto range = m_preset->itemData(at).value<QPair<QDate, QDate>>();
        if (range.first.toString(Qt::ISODate) == input.start && range.second.toString(Qt::ISODate) == input.end)
            found = at;
    }
    m_preset->setCurrentIndex(found);
}

QString FormFields::hintFor(const QString &field) const
{
    const QDate start = QDate::fromString(m_form.input().start, Qt::ISODate);
    const QDate end = QDate::fromString(m_form.input().end, Qt::ISODate);
    if (field == QLatin1String("start_date") && start.isValid())
        return locale().dayName(start.dayOfWeek());
    if (field == QLatin1String("end_date") && start.isValid() && end.isValid() && start < end)
        return tr("%1 days of at most %2").arg(start.daysTo(end)).arg(exports::MaximumDays);
    if (field == QLatin1String("crop_size") && m_form.input().crops)
        return tr("128 to 1024 pixels, never enlarged");
    return {};
}

void FormFields::refresh()
{
    m_refreshing = true;
    const FormInput &input = m_form.input();
    fillPresets();
    m_kind->setCurrentIndex(static_cast<int>(input.kind));
    m_group->setCurrentIndex(static_cast<int>(input.groupBy));
    const bool comparison = input.kind == FormKind::ComparisonPdf;
    m_period->setVisible(!comparison);
    m_periods->setVisible(comparison);
    m_periods->refresh();
    const bool zip = input.kind == FormKind::ZipDataset;
    m_pdfOptions->setVisible(!zip);
    m_zipOptions->setVisible(zip);
    for (auto box = m_classes.begin(); box != m_classes.end(); ++box)
        box.value()->setChecked(input.classes.contains(box.key()));
    for (auto check = m_checks.begin(); check != m_checks.end(); ++check)
        check.key()->setChecked(input.*check.value());
    FormInput copy = input;
    for (auto text = m_texts.begin(); text != m_texts.end(); ++text) {
        const QString value = text.value()(copy);
        if (text.key()->text() != value)
            text.key()->setText(value);
    }
    m_inputs.value(QStringLiteral("crop_size"))->setEnabled(input.crops);
    refreshPreset();
    for (auto message = m_messages.begin(); message != m_messages.end(); ++message) {
        const QString wrong = m_form.message(message.key());
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
    if (event->type() == QEvent::FocusIn)
        Q_EMIT focused(qobject_cast<QWidget *>(watched));
    return QWidget::eventFilter(watched, event);
}

} // namespace herdbook::ui
