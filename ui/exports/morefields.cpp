// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/morefields.h"

#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QComboBox>
#include <QGridLayout>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

namespace herdbook::ui {

namespace {

constexpr int LabelWidth = 84;

QString sectionName(const QString &section)
{
    static const QHash<QString, const char *> names{
        {QStringLiteral("key_figures"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Key figures")},
        {QStringLiteral("timeline"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Timeline")},
        {QStringLiteral("hours"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Activity by hour")},
        {QStringLiteral("locations"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Locations and map")},
        {QStringLiteral("individuals"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Known deer")},
        {QStringLiteral("tables"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Tables")},
        {QStringLiteral("findings"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Findings")},
        {QStringLiteral("data_quality"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Data quality")},
        {QStringLiteral("moon_phase"), QT_TRANSLATE_NOOP("herdbook::ui::MoreFields", "Phase of the moon")}};
    const char *name = names.value(section);
    return name == nullptr ? section : MoreFields::tr(name);
}

} // namespace

MoreFields::MoreFields(ExportForm &form, QWidget *parent)
    : QWidget(parent), m_form(form), m_locations(new QToolButton), m_menu(new QMenu(m_locations)),
      m_paper(new QComboBox), m_sections(new QListWidget), m_up(new QToolButton), m_down(new QToolButton),
      m_sectionsNote(new Label({}, TextRole::Label, &ThemeTokens::text2)),
      m_language(new Label({}, TextRole::Label, &ThemeTokens::text2)), m_ids(new QPlainTextEdit),
      m_idsMessage(new MessageLabel(m_ids))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnMinimumWidth(0, LabelWidth);
    grid->setColumnStretch(1, 1);

    m_locations->setObjectName(QStringLiteral("location_ids"));
    setButtonKind(m_locations, ButtonKind::Secondary); // a field like the others, not a word among them
    m_locations->setPopupMode(QToolButton::InstantPopup);
    m_locations->setMenu(m_menu);
    m_locations->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_menu->setToolTipsVisible(true);
    addRow(*grid, tr("Locations"), m_locations);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        fillMenu();
        Q_EMIT locationsAsked();
    });

    m_paper->setObjectName(QStringLiteral("page_size"));
    m_paper->setAccessibleName(tr("Paper"));
    m_paper->addItems({exports::wireName(exports::PageSize::A4), exports::wireName(exports::PageSize::Letter)});
    addRow(*grid, tr("Paper"), m_paper);
    m_pdfOnly = {m_paper, grid->itemAtPosition(grid->rowCount() - 1, 0)->widget()};
    m_language->setObjectName(QStringLiteral("language"));
    m_language->setWordWrap(true);
    grid->addWidget(m_language, grid->rowCount(), 1);
    auto *letterhead = new QPushButton(tr("Letterhead\u2026"));
    letterhead->setObjectName(QStringLiteral("letterhead"));
    letterhead->setToolTip(tr("Client, logo and footer of the reports from this database"));
    setCompact(letterhead);
    grid->addWidget(letterhead, grid->rowCount(), 1, Qt::AlignLeft);
    m_pdfOnly << letterhead;
    connect(letterhead, &QPushButton::clicked, this, &MoreFields::letterheadAsked);
    connect(m_paper, &QComboBox::activated, this, [this](int index) {
        m_form.edit(QStringLiteral("page_size"), [index](FormInput &input) {
            input.pageSize = static_cast<exports::PageSize>(index);
            input.paperChosen = true;
        });
    });

    m_sections->setObjectName(QStringLiteral("sections"));
    m_sections->setAccessibleName(tr("Sections of the report, in their order"));
    m_sections->setFixedHeight(150);
    addRow(*grid, tr("Sections"), m_sections);
    m_sectionsOnly = {m_sections, grid->itemAtPosition(grid->rowCount() - 1, 0)->widget(), m_sectionsNote};
    m_sectionsNote->setObjectName(QStringLiteral("sectionsNote"));
    m_sectionsNote->setWordWrap(true);
    grid->addWidget(m_sectionsNote, grid->rowCount(), 1);
    auto *moves = new QWidget;
    auto *row = new QHBoxLayout(moves);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const std::tuple<QToolButton *, QString, int> buttons[] = {{m_up, tr("Move up"), -1}, {m_down, tr("Move down"), 1}};
    for (const auto &[button, text, by] : buttons) {
        button->setText(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, [this, by = by] { moveSection(by); });
        row->addWidget(button);
    }
    row->addStretch(1);
    grid->addWidget(moves, grid->rowCount(), 1);
    m_sectionsOnly << moves;
    fillSections({});
    connect(m_sections, &QListWidget::itemChanged, this, &MoreFields::takeSections);

    m_ids->setObjectName(QStringLiteral("detection_ids"));
    m_ids->setAccessibleName(tr("Detection ids"));
    m_ids->setPlaceholderText(tr("Paste ids, one a line; the period is left out then"));
    m_ids->setTabChangesFocus(true);
    m_ids->setFixedHeight(64);
    addRow(*grid, tr("Ids"), m_ids);
    m_zipOnly = {m_ids, grid->itemAtPosition(grid->rowCount() - 1, 0)->widget(), m_idsMessage};
    grid->addWidget(m_idsMessage, grid->rowCount(), 1);
    connect(m_ids, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_refreshing)
            m_form.edit(QStringLiteral("detection_ids"),
                        [this](FormInput &input) { input.detectionIds = m_ids->toPlainText(); });
    });
    connect(m_ids, &QPlainTextEdit::textChanged, this, [this] { m_form.settle(QStringLiteral("detection_ids")); });
    connect(&m_form, &ExportForm::changed, this, &MoreFields::refresh);
    refresh();
}

void MoreFields::addRow(QGridLayout &grid, const QString &label, QWidget *control)
{
    const int row = grid.rowCount();
    auto *name = new Label(label, TextRole::Body, &ThemeTokens::text2);
    name->setBuddy(control);
    grid.addWidget(name, row, 0, qobject_cast<QAbstractScrollArea *>(control) ? Qt::AlignTop : Qt::AlignVCenter);
    grid.addWidget(control, row, 1);
}

void MoreFields::setLocations(const QList<QPair<QString, QString>> &locations)
{
    m_known = locations;
    m_locationsRead = true;
    m_problem.clear();
    fillMenu();
    refresh();
}

void MoreFields::setLocationsProblem(const QString &text)
{
    m_problem = coreText(text);
    fillMenu();
    refresh();
}

void MoreFields::fillMenu()
{
    m_menu->clear();
    QAction *all = m_menu->addAction(tr("All locations"));
    connect(all, &QAction::triggered, this, [this] {
        m_form.edit(QStringLiteral("location_ids"), [](FormInput &input) { input.locationIds.clear(); });
    });
    m_menu->addSeparator();
    // Those that were read before may be others now.
    const QString note = !m_problem.isEmpty()
                             ? (m_known.isEmpty() ? m_problem : tr("As read before: %1").arg(m_problem))
                         : !m_locationsRead  ? tr("Reading\u2026")
                         : m_known.isEmpty() ? tr("The database has no locations")
                                             : QString();
    if (!note.isEmpty())
        m_menu->addAction(QString(note).replace(u'&', QLatin1String("&&")))->setEnabled(false);
    for (const auto &[id, name] : std::as_const(m_known)) {
        QAction *one = m_menu->addAction(QString(name).replace(u'&', QLatin1String("&&")));
        one->setCheckable(true);
        one->setChecked(m_form.input().locationIds.contains(id));
        connect(one, &QAction::toggled, this, [this, id = id](bool checked) {
            m_form.edit(QStringLiteral("location_ids"), [&](FormInput &input) {
                input.locationIds.removeAll(id);
                if (checked)
                    input.locationIds << id;
            });
        });
    }
}

void MoreFields::fillSections(const QStringList &chosen)
{
    m_sections->clear();
    QStringList order = chosen;
    for (const QString &section : exports::knownSections()) {
        if (!order.contains(section))
            order << section;
    }
    for (const QString &section : std::as_const(order)) {
        auto *item = new QListWidgetItem(sectionName(section), m_sections);
        item->setData(Qt::UserRole, section);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(section) ? Qt::Checked : Qt::Unchecked);
    }
}

void MoreFields::takeSections()
{
    if (m_refreshing)
        return;
    QStringList chosen;
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->checkState() == Qt::Checked)
            chosen << m_sections->item(row)->data(Qt::UserRole).toString();
    }
    m_form.edit(QStringLiteral("sections"), [&chosen](FormInput &input) { input.sections = chosen; });
}

void MoreFields::moveSection(int by)
{
    const int row = m_sections->currentRow();
    const int to = row + by;
    if (row < 0 || to < 0 || to >= m_sections->count())
        return;
    m_refreshing = true;
    m_sections->insertItem(to, m_sections->takeItem(row));
    m_sections->setCurrentRow(to);
    m_refreshing = false;
    takeSections();
}

void MoreFields::refresh()
{
    if (m_refreshing)
        return;
    m_refreshing = true;
    const FormInput &input = m_form.input();
    const bool zip = input.kind == FormKind::ZipDataset;
    for (QWidget *widget : std::as_const(m_pdfOnly))
        widget->setVisible(!zip);
    for (QWidget *widget : std::as_const(m_sectionsOnly))
        widget->setVisible(input.kind == FormKind::SeasonalPdf);
    for (QWidget *widget : std::as_const(m_zipOnly))
        widget->setVisible(zip);
    QStringList names;
    for (const auto &[id, name] : std::as_const(m_known)) {
        if (input.locationIds.contains(id))
            names << name;
    }
    const qsizetype count = input.locationIds.size();
    const qsizetype strange =
        m_locationsRead ? count - names.size() : 0; // chosen in another database, or deleted since
    const QString text =
        count == 0 ? tr("All locations")
        : strange > 0
            ? (strange == count ? tr("%1 chosen, not in this database").arg(countText(count))
                                : tr("%1 chosen, %2 not in this database").arg(countText(count), countText(strange)))
        : names.size() == 1 && count == 1 ? names.first()
                                          : countText(count, tr("1 location chosen"), tr("%1 locations chosen"));
    m_locations->setText(QString(text).replace(u'&', QLatin1String("&&")));
    m_locations->setToolTip(plainTip(names.join(u'\n')));
    static const QMap<QString, const char *> languages{
        {QStringLiteral("de"), QT_TR_NOOP("German was asked for; reports are written in English, and say so.")},
        {QStringLiteral("es"), QT_TR_NOOP("Spanish was asked for; reports are written in English, and say so.")}};
    const char *language = languages.value(input.language);
    QStringList unseen; // what the form has no field for
    if (!zip && language != nullptr)
        unseen << tr(language);
    if (!zip && input.allowEmpty)
        unseen << tr("It is made even where there are no detections.");
    if (!input.siteTimeZone.isEmpty())
        unseen << tr("Its days are those of %1.").arg(input.siteTimeZone);
    m_language->setText(unseen.join(u'\n'));
    m_language->setVisible(!unseen.isEmpty());
    m_locations->setAccessibleName(tr("Locations: %1").arg(text));
    m_paper->setCurrentIndex(static_cast<int>(input.pageSize));
    QStringList shown;
    for (int row = 0; row < m_sections->count(); ++row) {
        if (m_sections->item(row)->checkState() == Qt::Checked)
            shown << m_sections->item(row)->data(Qt::UserRole).toString();
    }
    if (shown != input.sections)
        fillSections(input.sections);
    const QString note = input.sections.isEmpty() ? tr("None checked: the usual report, with what is checked above.")
                                                  : tr("Only these, in this order, without what isn't checked above.");
    m_sectionsNote->setText(note);
    m_sections->setAccessibleDescription(note);
    if (m_ids->toPlainText() != input.detectionIds)
        m_ids->setPlainText(input.detectionIds);
    const QString wrong = m_form.message(QStringLiteral("detection_ids"));
    const qsizetype ids = FormInput::idsOf(input.detectionIds).size();
    if (wrong.isEmpty())
        m_idsMessage->setHint(ids == 0 ? QString() : countText(ids, tr("1 id"), tr("%1 ids")));
    else
        m_idsMessage->setError(wrong);
    m_refreshing = false;
}

} // namespace herdbook::ui
