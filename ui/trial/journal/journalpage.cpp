// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/journal/journalpage.h"

#include "ui/trial/journal/batchdetails.h"
#include "ui/trial/journal/maintenance.h"
#include "ui/widgets/fields/savedialog.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <algorithm>

namespace herdbook::trial {

JournalPage::JournalPage(TrialDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    setFocusPolicy(Qt::StrongFocus);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 16);
    column->setSpacing(12);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    m_back = new QPushButton(themeIcon(Icon::ArrowLeft), tr("Trial"));
    auto *csv = new QPushButton(themeIcon(Icon::Save), tr("Save as CSV…"));
    top->addWidget(m_back);
    top->addWidget(new Label(tr("Journal"), TextRole::PageTitle));
    top->addWidget(new Label(tr("everything Herdbook wrote into this database, and every trial"), TextRole::Label,
                             &ThemeTokens::text2));
    top->addStretch();
    top->addWidget(csv);
    column->addLayout(top);
    auto *filters = new QHBoxLayout;
    filters->setSpacing(12);
    m_kind = new SegmentedControl(tr("What is shown"), {tr("All"), tr("Batches"), tr("Trials")});
    m_state = new QComboBox;
    m_state->setAccessibleName(tr("State"));
    m_state->addItem(tr("Any state"), -1);
    const std::pair<QString, JournalRow::State> states[]{
        {tr("Applied"), JournalRow::State::Applied},           {tr("Undone"), JournalRow::State::Undone},
        {tr("Partly undone"), JournalRow::State::Partly},      {tr("Certified"), JournalRow::State::Certified},
        {tr("Withheld"), JournalRow::State::Withheld},         {tr("Nothing certified"), JournalRow::State::Nothing},
        {tr("First edition"), JournalRow::State::FirstEdition}};
    for (const auto &[name, state] : states)
        m_state->addItem(name, static_cast<int>(state));
    m_search = new SearchField(tr("Search the journal"), tr("Who, threshold, state or id"));
    m_search->setMinimumWidth(280);
    filters->addWidget(m_kind);
    filters->addWidget(m_state);
    filters->addStretch();
    filters->addWidget(m_search);
    column->addLayout(filters);
    m_banner = new Banner(Tone::Warn, Icon::Warning);
    m_banner->hide();
    m_wait = new QPushButton(tr("Wait up to 5 s"));
    m_banner->addButton(m_wait);
    connect(m_banner->addButton(tr("Try again")), &QPushButton::clicked, this, [this] {
        m_asked = {};
        read();
    });
    column->addWidget(m_banner);

    m_model = new JournalModel(desk.services().siteTimeZone, this);
    m_table = new QTableView;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Journal"));
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(34);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    const int widths[]{130, 90, 150, 90, 90, 170};
    for (int i = 0; i < 6; ++i)
        m_table->horizontalHeader()->resizeSection(i, widths[i]);
    m_empty = new EmptyState(tr("Reading …"));
    column->addWidget(m_table, 2);
    column->addWidget(m_empty, 2);
    m_details = new BatchDetails(desk.services().siteTimeZone, desk.services().readOnly);
    column->addWidget(m_details, 3);
    m_maintenance = new Maintenance(desk.applying(), desk.services().readOnly);
    column->addWidget(m_maintenance);

    setFocusHeirs({m_banner, m_details}, {m_table, m_back});
    // A low window has no room for both.
    connect(m_maintenance, &Maintenance::opened, m_details, [this](bool open) { m_details->setHidden(open); });
    const auto showDetails = [this] { m_maintenance->setOpen(false); };
    connect(m_table, &QTableView::clicked, m_maintenance, showDetails);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, m_maintenance, showDetails);
    connect(m_back, &QPushButton::clicked, this, &JournalPage::backAsked);
    connect(csv, &QPushButton::clicked, this, &JournalPage::saveCsv);
    connect(m_kind, &SegmentedControl::currentChanged, this, &JournalPage::filter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &JournalPage::filter);
    connect(m_search, &SearchField::searched, this, &JournalPage::filter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &JournalPage::showCurrent);
    const auto undo = [this](const QUuid &batch) {
        m_banner->hide();
        m_asked = batch;
        m_desk.applying().undoBatchOf(batch, m_desk.services().reviewer);
    };
    connect(m_details, &BatchDetails::undoAsked, this, undo);
    connect(m_wait, &QPushButton::clicked, this, [this, undo] { undo(m_asked); });
    connect(m_details, &BatchDetails::openAsked, this, [this](const QUuid &trial) {
        openTrial(trial, m_details->batch().isNull() ? JournalRow::What::Trial : JournalRow::What::Batch);
    });
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const JournalRow &row = m_model->row(index.row());
        openTrial(row.trial, row.what);
    });
    connect(&desk.applying(), &ApplyDesk::journalRead, this, [this](const JournalState &state) {
        if (m_asked.isNull()) // why an undo failed stays to be read
            m_banner->hide();
        m_batchesKnown = state.unread.isEmpty();
        m_unread = state.unread;
        m_journalThere = state.rights.schemaVersion > 0;
        QString why = obstacle(state.rights);
        if (why.isEmpty() && !state.underWay.isEmpty())
            why =
                tr("%1. Until that is done nothing can be undone here (F5 looks again).").arg(coreText(state.underWay));
        m_details->setObstacle(why);
        m_model->setBatches(state.batches);
        if (!m_batchesKnown || !m_hereUnread.isEmpty())
            showUnread(tr("Not read:"), m_batchesKnown ? m_hereUnread : state.unread);
        showCounts();
        showCurrent();
    });
    connect(&desk.applying(), &ApplyDesk::batchRead, m_details, &BatchDetails::setBatch);
    connect(&desk.applying(), &ApplyDesk::batchRead, this, [this](const BatchRecord &batch) {
        if (batch.id == m_asked && batch.isUndone()) {
            m_asked = {};
            m_banner->hide();
        }
    });
    connect(&desk.applying(), &ApplyDesk::batchUnread, this,
            [this](const QUuid &batch, const Error &error) { m_details->setUnread(batch, error.message); });
    connect(&desk.applying(), &ApplyDesk::journalFailed, this, [this](Fault fault, const Error &error) {
        if (fault == Fault::NotRead) {
            m_batchesKnown = false;
            m_unread = error.message;
            showCounts();
            showUnread(ApplyDesk::lead(fault, error), error.message);
            return;
        }
        m_banner->setTexts(ApplyDesk::lead(fault, error), error.message);
        m_wait->setVisible(error.kind == ErrorKind::Conflict && !m_asked.isNull());
        m_banner->show();
    });
    const auto merge = [this] {
        m_model->setTrials(together(m_here, m_shared));
        showCounts();
    };
    connect(&desk, &TrialDesk::trialsListed, this, [this, merge](const std::vector<TrialSummary> &trials) {
        m_here = trials;
        m_hereKnown = true;
        if (!m_hereUnread.isEmpty() && m_batchesKnown && m_asked.isNull())
            m_banner->hide();
        m_hereUnread.clear();
        merge();
    });
    connect(&desk, &TrialDesk::trialsUnread, this, [this](const Error &error) {
        m_hereKnown = false;
        m_hereUnread = tr("the trials of this computer: %1").arg(coreText(error.message));
        showCounts();
        showUnread(tr("Not read:"), m_hereUnread);
    });
    connect(&desk, &TrialDesk::sharedTrialsListed, this, [this, merge](const std::vector<TrialSummary> &trials) {
        m_shared = trials;
        m_sharedKnown = true;
        merge();
    });
    connect(&desk, &TrialDesk::sharedTrialsUnread, this, [this] {
        m_sharedKnown = false;
        showCounts();
    });
    const auto key = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, act);
    };
    key(QKeySequence(Qt::Key_Escape), [this] { Q_EMIT backAsked(); });
    key(QKeySequence(Qt::ControlModifier | Qt::Key_S), [this] { saveCsv(); });
    key(QKeySequence(Qt::ControlModifier | Qt::Key_Z), [this] {
        if (m_maintenance->isOpen())
            m_maintenance->setOpen(false); // what would be undone is seen first
        else
            m_details->askUndo();
    });
    showCounts();
}

void JournalPage::open(const QString &reviewer)
{
    m_reviewer = reviewer.isEmpty() ? m_desk.services().reviewer : reviewer;
    m_maintenance->reset();
    m_asked = {};
    m_banner->hide();
    m_details->showNothing();
    m_batchesKnown = m_hereKnown = m_sharedKnown = false;
    m_unread.clear();
    m_hereUnread.clear();
    showCounts();
    read();
}

/// Why an undo failed says more, and stays.
void JournalPage::showUnread(const QString &lead, const QString &why)
{
    if (!m_asked.isNull() && m_banner->isVisible())
        return;
    m_banner->setTexts(lead, !m_batchesKnown && m_model->count(JournalRow::What::Batch) > 0
                                 ? tr("%1. The batches below are as they were read before.").arg(coreText(why))
                                 : why);
    m_wait->hide();
    m_banner->show();
}

QString JournalPage::obstacle(const Rights &rights)
{
    if (rights.schemaVersion > kSchemaVersion)
        return tr("A newer Herdbook made this journal; only that one can undo.");
    if (rights.readOnlyServer)
        return tr("This server is read-only now, so nothing can be undone here.");
    if (!rights.unfit.isEmpty())
        return tr("Nothing can be undone here: %1.").arg(coreText(rights.unfit));
    return rights.missing.isEmpty()
               ? QString()
               : tr("The role %1 can’t undo: it lacks %2.").arg(rights.role, rights.missing.join(QStringLiteral(", ")));
}

void JournalPage::read()
{
    m_desk.listTrials();
    m_desk.applying().readJournal();
}

void JournalPage::showCounts()
{
    // No number where there may be more.
    const bool trials = m_hereKnown && m_sharedKnown;
    const auto segment = [this](int index, bool known, const QString &name, std::optional<JournalRow::What> what) {
        m_kind->setSegmentText(index, known ? tr("%1 %2").arg(name).arg(m_model->count(what)) : name);
    };
    segment(0, m_batchesKnown && trials, tr("All"), std::nullopt);
    segment(1, m_batchesKnown, tr("Batches"), JournalRow::What::Batch);
    segment(2, trials, tr("Trials"), JournalRow::What::Trial);
    const QString &unread = m_unread.isEmpty() ? m_hereUnread : m_unread;
    m_empty->setTexts(!unread.isEmpty()                 ? tr("Not read: %1").arg(coreText(unread))
                      : !m_batchesKnown || !m_hereKnown ? tr("Reading …")
                      : !m_journalThere                 ? tr("No journal yet: set it up under Maintenance below")
                                                        : tr("Nothing was written yet, and no trial begun"));
    const bool empty = m_model->count(std::nullopt) == 0;
    m_table->setVisible(!empty);
    m_empty->setVisible(empty);
}

void JournalPage::filter()
{
    std::optional<JournalRow::What> what;
    if (m_kind->currentIndex() > 0)
        what = m_kind->currentIndex() == 1 ? JournalRow::What::Batch : JournalRow::What::Trial;
    std::optional<JournalRow::State> state;
    if (m_state->currentData().toInt() >= 0)
        state = static_cast<JournalRow::State>(m_state->currentData().toInt());
    m_model->setFilter(what, state, m_search->text().trimmed());
    showCurrent();
}

void JournalPage::showCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || current.row() >= m_model->rowCount()) {
        m_details->showNothing();
        return;
    }
    const JournalRow &row = m_model->row(current.row());
    if (row.what == JournalRow::What::Trial) {
        m_details->showTrial(row);
        return;
    }
    m_details->showBatch(row);
    m_desk.applying().readBatch(row.id);
}

void JournalPage::openTrial(const QUuid &trial, JournalRow::What what)
{
    const std::vector<TrialSummary> trials = together(m_here, m_shared);
    const auto known = std::ranges::find(trials, trial, &TrialSummary::id);
    const TrialDesk::Goal goal = what == JournalRow::What::Batch || known == trials.end()
                                     ? TrialDesk::Goal::Verdict
                                     : TrialDesk::calledFor(*known, m_reviewer);
    Q_EMIT backAsked();
    m_desk.fetch(trial, m_reviewer, goal);
}

void JournalPage::saveCsv()
{
    askWhereToSave(this, tr("Save journal"), QStringLiteral("journal.csv"),
                   [this](const QString &path) { m_desk.saveFile(path, m_model->csv()); });
}

QList<QWidget *> JournalPage::panes() const
{
    return {m_table, m_details, m_maintenance->toggleButton()};
}

} // namespace herdbook::trial
