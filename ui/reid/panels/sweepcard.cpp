// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/sweepcard.h"

#include "core/base/language.h"
#include "ui/reid/panels/sweepdelegate.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/style/style.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>

#include <cmath>
#include <numeric>

namespace herdbook::ui {

namespace {

constexpr int kRowHeight = 28;
constexpr int kLeastRows = 4; ///< to be seen at once

} // namespace

SweepCard::SweepCard(ThresholdCursor &cursor, QWidget *parent)
    : Card(tr("Sweep"), parent), m_cursor(cursor), m_table(new QTableView), m_editorRow(new QWidget),
      m_editor(new QLineEdit), m_message(new MessageLabel), m_comparisonRow(new QWidget),
      m_comparison(new Label({}, TextRole::Label, &ThemeTokens::text2)),
      m_legend(new Label({}, TextRole::Label, &ThemeTokens::text2))
{
    auto *add = new QPushButton(themeIcon(Icon::Plus), tr("Add threshold"));
    setButtonKind(add, ButtonKind::Flat);
    setCompact(add);
    header()->addWidget(add);
    setHeaderLine(true);
    body()->setContentsMargins(0, 0, 0, 8);
    body()->setSpacing(0);

    m_table->setObjectName(QStringLiteral("sweep"));
    m_table->setAccessibleName(tr("Threshold sweep"));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new SweepDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(kRowHeight); // the style's is higher
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setMinimumSectionSize(0);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->viewport()->installEventFilter(this);
    m_table->horizontalHeader()->setHighlightSections(false);
    body()->addWidget(m_table, 1);
    m_legend->setWordWrap(true);
    m_legend->setContentsMargins(16, 6, 16, 0);
    m_legend->hide();
    body()->addWidget(m_legend);

    auto *editing = new QVBoxLayout(m_editorRow);
    editing->setContentsMargins(16, 8, 16, 0);
    editing->setSpacing(2);
    m_editor->setPlaceholderText(tr("0.20 to 1.00, such as 0.58"));
    m_editor->setAccessibleName(tr("Threshold to add"));
    editing->addWidget(m_editor);
    editing->addWidget(m_message);
    m_editorRow->hide();
    body()->addWidget(m_editorRow);

    auto *comparing = new QHBoxLayout(m_comparisonRow);
    comparing->setContentsMargins(16, 8, 12, 0);
    m_comparison->setWordWrap(true);
    auto *which = new QPushButton(tr("Which?"));
    setCompact(which);
    comparing->addWidget(m_comparison, 1);
    comparing->addWidget(which, 0, Qt::AlignTop);
    m_comparisonRow->hide();
    body()->addWidget(m_comparisonRow);

    setFocusHeirs({m_editorRow, m_comparisonRow}, {m_table});
    connect(add, &QPushButton::clicked, this, &SweepCard::openEditor);
    connect(m_editor, &QLineEdit::returnPressed, this, &SweepCard::acceptEditor);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SweepCard::followSelection);
    connect(&m_cursor, &ThresholdCursor::moved, this, &SweepCard::followCursor);
    connect(which, &QPushButton::clicked, this, [this] {
        const QModelIndexList rows = m_table->selectionModel()->selectedRows();
        if (rows.size() == 2) {
            const auto [from, to] =
                std::minmax({m_model.threshold(rows.at(0).row()), m_model.threshold(rows.at(1).row())});
            Q_EMIT differenceAsked(from, to);
        }
    });
    auto *remove = new QShortcut(QKeySequence::Delete, m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, [this] { m_model.removeThreshold(m_table->currentIndex().row()); });
    auto *escape = new QShortcut(Qt::Key_Escape, m_editorRow);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, m_editorRow, &QWidget::hide);
}

void SweepCard::setAnalysis(SharedAnalysis analysis)
{
    m_model.setAnalysis(std::move(analysis));
    m_legend->setText(m_model.legend());
    m_legend->setVisible(!m_legend->text().isEmpty());
    fitColumns();
    followCursor();
}

bool SweepCard::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitColumns();
    return Card::eventFilter(watched, event);
}

void SweepCard::fitColumns()
{
    constexpr int MarkRoom = 24; // of the first column
    QHeaderView &header = *m_table->horizontalHeader();
    m_table->setMinimumHeight(header.sizeHint().height() + kLeastRows * kRowHeight);
    const int columns = m_model.columnCount({});
    std::vector<int> widths;
    for (int column = 0; column < columns; ++column)
        widths.push_back(std::max(header.sectionSizeHint(column),
                                  static_cast<QAbstractItemView *>(m_table)->sizeHintForColumn(column) +
                                      (column == SweepModel::Threshold ? MarkRoom : 0)));
    const int room = m_table->viewport()->width();
    const int rest = room - std::accumulate(widths.begin(), widths.end(), 0);
    for (int column = 0; column < columns; ++column) // to the last pixel
        header.resizeSection(column, widths[static_cast<std::size_t>(column)] + rest * (column + 1) / columns -
                                         rest * column / columns);
}

QString SweepCard::legend() const
{
    return m_legend->text();
}

void SweepCard::addThreshold(double threshold)
{
    m_model.addThreshold(threshold);
    fitColumns();
    followCursor();
}

void SweepCard::openEditor()
{
    m_editorRow->show();
    m_editor->setText(m_cursor.text());
    m_editor->selectAll();
    m_editor->setFocus();
    m_message->setHint({});
}

void SweepCard::acceptEditor()
{
    bool ok = false;
    const double threshold = typedNumber(m_editor->text().trimmed()).toDouble(&ok);
    if (!ok || !(threshold >= 0.20 && threshold <= 1)) {
        m_message->setError(tr("Type a number from 0.20 to 1.00"));
        return;
    }
    m_editorRow->hide();
    addThreshold(std::round(threshold * 10000) / 10000);
    m_cursor.setValue(threshold);
    m_table->setFocus();
}

void SweepCard::followSelection()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    m_comparisonRow->setVisible(rows.size() == 2);
    if (rows.size() == 2)
        m_comparison->setText(m_model.compare(rows.at(0).row(), rows.at(1).row()));
    if (rows.size() == 1 && !m_following)
        m_cursor.setValue(m_model.threshold(rows.first().row()));
}

void SweepCard::followCursor()
{
    if (m_table->selectionModel()->selectedRows().size() > 1)
        return;
    m_following = true;
    // A click on a sex's row moves the cursor there; the row stays chosen.
    const QModelIndex current = m_table->currentIndex();
    const bool there = current.isValid() && m_model.threshold(current.row()) == m_cursor.value();
    const int row = there ? current.row() : m_model.rowOf(m_cursor.value());
    if (row >= 0)
        // Not the view's setCurrentIndex(): that one adds to the selection while Ctrl is held.
        m_table->selectionModel()->setCurrentIndex(m_model.index(row, 0),
                                                   QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        m_table->clearSelection();
    m_following = false;
}

} // namespace herdbook::ui
