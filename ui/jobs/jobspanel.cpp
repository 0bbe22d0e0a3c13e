// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobspanel.h"

#include "ui/jobs/actions/undotoast.h"
#include "ui/jobs/details/jobdetails.h"
#include "ui/jobs/folderline.h"
#include "ui/jobs/notice.h"
#include "ui/jobs/offlinebar.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

namespace herdbook::ui {

using State = jobs::FeedConnection::State;

JobsPanel::JobsPanel(jobs::JobFeed &feed, JobsController &controller, QSettings &settings, Clock clock,
                     const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_controller(controller), m_settings(settings), m_clock(std::move(clock)),
      m_zone(zone), m_model(m_clock), m_asOf(new Pill(Tone::Stale)), m_more(new Label),
      m_history(new Label({}, TextRole::Body, &ThemeTokens::warn)),
      m_silent(new Label({}, TextRole::Body, &ThemeTokens::warn)), m_newRows(new QPushButton),
      m_owner(new SegmentedControl(tr("Whose jobs"), {tr("All"), tr("Mine")})), m_state(new QComboBox),
      m_search(new SearchField(tr("Search jobs"), tr("Title, kind, id"))), m_offline(new OfflineBar(m_clock, m_zone)),
      m_split(new QSplitter(Qt::Vertical)), m_pages(new QStackedWidget), m_table(new JobTable(m_model)),
      m_empty(new EmptyState(QString())), m_notice(new Notice(m_pages)), m_toast(new UndoToast(m_pages)),
      m_undoKey(new QShortcut(QKeySequence::Undo, this)), m_bar(new JobActionBar), m_details(new JobDetails(m_zone))
{
    setObjectName(QStringLiteral("jobsPanel"));
    m_split->addWidget(makeTablePart());
    auto *detailsGround = new Ground(&ThemeTokens::surface);
    auto *detailsLayout = new QVBoxLayout(detailsGround);
    detailsLayout->setContentsMargins(0, 0, 0, 0);
    detailsLayout->addWidget(m_details);
    m_split->addWidget(detailsGround);
    m_split->setStretchFactor(0, 3);
    m_split->setStretchFactor(1, 2);
    m_split->setCollapsible(0, false);
    m_split->setCollapsible(1, true);
    m_split->setChildrenCollapsible(true);
    detailsGround->setMinimumHeight(46);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_more);
    column->addWidget(m_history);
    column->addWidget(m_silent);
    column->addWidget(m_offline);
    column->addWidget(m_split, 1);

    makeActions();
    m_undoKey->setEnabled(false); // it stands for something only while there is something to undo
    connect(m_undoKey, &QShortcut::activated, &m_controller, &JobsController::undoRemove);
    m_model.setSiteTimeZone(m_zone);
    connect(&m_feed, &jobs::JobFeed::delivered, this, [this](const jobs::JobDelta &delta) {
        m_model.apply(delta);
        if (!m_expected.isEmpty() && m_model.indexOf(m_expected) >= 0) {
            m_table->selectJob(std::exchange(m_expected, {}));
        }
        showSelection();
        showPage();
    });
    connect(&m_feed, &jobs::JobFeed::healthRead, this, &JobsPanel::showTotals);
    connect(&m_feed, &jobs::JobFeed::historyChanged, this, &JobsPanel::showHistoryProblem);
    connect(&m_feed, &jobs::JobFeed::connectionChanged, this, &JobsPanel::showConnection);
    connect(&m_model, &JobTableModel::totalsChanged, this, &JobsPanel::showTotals);
    connect(&m_model, &JobTableModel::totalsChanged, this, [this] {
        if (m_model.total() > m_rows)
            splitByHeight();
    });
    connect(&m_model, &JobTableModel::heldBackChanged, this, &JobsPanel::showTotals);
    connect(m_table, &JobTable::selectedJobsChanged, this, &JobsPanel::showSelection);
    connect(m_table, &JobTable::columnsChanged, this, &JobsPanel::remember);
    connect(m_split, &QSplitter::splitterMoved, this, [this] {
        m_splitByUser = true;
        remember();
    });
    connect(m_newRows, &QPushButton::clicked, &m_model, &JobTableModel::release);
    connect(m_owner, &SegmentedControl::currentChanged, this, &JobsPanel::applyFilter);
    connect(m_state, &QComboBox::currentIndexChanged, this, &JobsPanel::applyFilter);
    connect(m_search, &SearchField::searched, this, [this](const QString &text) {
        applyFilter();
        if (text.size() >= 3)
            m_feed.search(text);
    });
    connect(m_offline, &OfflineBar::retryAsked, &m_feed, &jobs::JobFeed::refresh);
    connect(m_offline, &OfflineBar::connectionAsked, this, &JobsPanel::connectionAsked);
    connect(m_table, &JobTable::saveAsked, this,
            [this](const jobs::JobRowPtr &job) { m_controller.trigger(JobAction::SaveAs, {job}, window()); });
    connect(m_bar, &JobActionBar::triggered, this, [this](JobAction action, const QList<jobs::JobRowPtr> &jobs) {
        m_controller.trigger(action, jobs, window());
    });
    connect(m_details, &JobDetails::mendAsked, this, [this] {
        if (m_details->job())
            m_controller.trigger(JobAction::Mend, {m_details->job()}, window());
    });
    connect(m_details, &JobDetails::photosAsked, this, &JobsPanel::photosAsked);
    connect(m_details, &JobDetails::foldAsked, this, &JobsPanel::foldDetails);
    connect(&m_controller, &JobsController::hidden, this, &JobsPanel::hideJobs);
    connect(&m_controller, &JobsController::unhidden, this, [this](const QStringList &ids) {
        m_model.setHidden(ids, false);
        showPage();
        m_table->selectJob(ids.first());
        showSelection();
        if (m_lentFocus && window()->focusWidget() == m_state)
            m_table->setFocus(Qt::OtherFocusReason);
    });
    connect(&m_controller, &JobsController::undoOffered, this, [this](const QString &text) {
        m_toast->offer(text, JobsController::UndoTime);
        m_undoKey->setEnabled(true);
    });
    connect(&m_controller, &JobsController::undoOver, this, [this] {
        m_toast->withdraw();
        m_undoKey->setEnabled(false);
    });
    connect(m_toast, &UndoToast::undoAsked, &m_controller, &JobsController::undoRemove);
    connect(m_toast, &UndoToast::ended, &m_controller, &JobsController::carryOutRemoval);
    connect(&m_controller, &JobsController::told, m_notice, &Notice::tell);
    connect(&m_controller, &JobsController::folderNotOpened, m_notice, [this](const QString &folder) {
        m_notice->say(tr("No program opens the folder %1").arg(folder), Tone::Error, tr("Copy its path"),
                      [this, folder] { copyText(folder, m_table); });
    });
    connect(&m_controller, &JobsController::offered, m_notice, &Notice::offer);
    connect(&m_controller, &JobsController::saving, m_notice, &Notice::showProgress);
    const QList<QWidget *> heirs{m_table, m_state}; // not the search: Ctrl+Z is its own there
    setFocusHeirs({m_bar, m_details, m_toast, m_notice, m_offline, m_empty, m_newRows}, heirs);
    setFocusHeirs({m_table}, {m_state});
    restore();
    showHistoryProblem();
    showConnection();
    showSelection();
    showPage();
}

void JobsPanel::applyFilter()
{
    m_model.setFilter(JobFilter::of(m_owner->currentIndex() == 1,
                                    static_cast<JobFilter::State>(m_state->currentData().toInt()), m_search->text()));
    showPage();
    remember();
}

void JobsPanel::showTotals()
{
    const qint64 more = m_feed.health().jobsNotShown;
    // Before all of them were gone through, how many there are isn't known.
    const bool known = m_model.hasLoaded();
    m_owner->setSegmentText(0, !known ? tr("All")
                                      : (more > 0 ? tr("Shown %1") : tr("All %1")).arg(countText(m_model.total())));
    m_more->setVisible(more > 0);
    m_more->setText(tr("Redis holds about %1 more jobs than are listed here. Which ones are listed is Redis's choice, "
                       "not the newest; counts and search leave the others out.")
                        .arg(countText(more)));
    m_owner->setSegmentText(1, known ? tr("Mine %1").arg(countText(m_model.mineTotal())) : tr("Mine"));
    const QDateTime silent = m_feed.health().filesSilentSince;
    m_silent->setVisible(silent.isValid());
    m_silent->setText(tr("Files not looked at since %1: the export folder doesn't answer. Whether they are there isn't "
                         "known.")
                          .arg(sinceText(silent, m_zone, m_clock())));
    const int held = m_model.heldBack();
    m_newRows->setVisible(held > 0);
    m_newRows->setText(tr("%1 new").arg(countText(held)));
    m_newRows->setAccessibleName(countText(held, tr("Show 1 new job"), tr("Show %1 new jobs")));
}

void JobsPanel::showHistoryProblem()
{
    const QString problem = m_feed.historyProblem();
    m_history->setVisible(!problem.isEmpty());
    m_history->setText(tr("Jobs that Redis no longer holds may be missing here. %1").arg(coreText(problem)));
}

void JobsPanel::showPage()
{
    const bool offline = m_feed.connection().state == State::Offline;
    // Without a job there is nothing to be done, and nothing to be told.
    const bool any = m_model.total() > 0 || !m_model.hasLoaded();
    m_bar->setVisible(any);
    const bool shown = m_split->widget(1)->isVisibleTo(m_split);
    m_split->widget(1)->setVisible(any);
    if (any && !shown)
        QMetaObject::invokeMethod(this, &JobsPanel::splitByHeight, Qt::QueuedConnection); // once it has been laid out
    if (m_model.rowCount() > 0) {
        m_pages->setCurrentIndex(0);
    } else if (!m_model.hasLoaded() && !offline) {
        m_pages->setCurrentIndex(1);
    } else {
        const bool filtered = m_model.filter().isSet() && m_model.total() > 0;
        if (filtered)
            m_empty->setTexts(countText(m_model.total(), tr("The only job doesn't match"), tr("None of %1 jobs match")),
                              offline ? tr("Older ones are looked for as soon as Redis answers.") : QString());
        else if (offline && m_model.total() == 0)
            m_empty->setTexts(tr("No jobs to show yet"), tr("They appear as soon as Redis answers."));
        else
            m_empty->setTexts(tr("No jobs yet"), tr("What you ask for on the left appears here."));
        QPushButton *clear = m_empty->setAction(filtered ? tr("Clear filter") : QString());
        clear->disconnect(this);
        connect(clear, &QPushButton::clicked, this, [this] {
            m_search->clear();
            m_owner->setCurrentIndex(0);
            m_state->setCurrentIndex(0);
            applyFilter();
        });
        m_pages->setCurrentIndex(2);
    }
}

int JobsPanel::shownPage() const
{
    return m_pages->currentIndex();
}

void JobsPanel::showConnection()
{
    const jobs::FeedConnection &connection = m_feed.connection();
    const bool offline = connection.state == State::Offline;
    m_offline->setConnection(connection);
    m_asOf->setVisible(offline && m_model.total() > 0);
    if (m_feed.health().readAt.isValid())
        m_asOf->setState(Tone::Stale, tr("As it was at %1").arg(sinceText(m_feed.health().readAt, m_zone, m_clock())));
    m_table->setStale(offline);
    showSelection();
    showPage();
}

void JobsPanel::showSelection()
{
    const bool online = m_feed.connection().state == State::Online;
    const bool readOnly = m_readOnly || m_feed.isReadOnly();
    const QList<jobs::JobRowPtr> selected = m_table->selectedJobs();
    jobs::JobRowPtr current = m_table->currentJob();
    if (!selected.isEmpty() && !selected.contains(current))
        current = selected.first();
    m_bar->setReadOnly(readOnly);
    m_bar->setDownloadable(m_controller.files().canDownload());
    m_table->setDownloadable(m_controller.files().canDownload());
    m_bar->setJobs(selected, m_model.hasLoaded() ? m_model.rowCount() : -1, online);
    const jobs::Health &health = m_feed.health();
    m_details->setWorkersOnline(health.readAt.isValid() ? std::optional(health.workersOnline) : std::nullopt,
                                health.problems.value(0));
    m_details->show(selected.isEmpty() ? nullptr : current, static_cast<int>(selected.size()), m_feed.health().readAt,
                    !online, !readOnly);
}

void JobsPanel::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    if (m_folder != nullptr)
        m_folder->setReadOnly(readOnly);
    showSelection();
}

bool JobsPanel::selectJob(const QString &id)
{
    return m_table->selectJob(id);
}

void JobsPanel::expectJob(const QString &id)
{
    m_model.expect(id);
    m_feed.expect(id);
    m_expected = id;
    if (!m_model.filter().isSet())
        return;
    // Whoever asks for a job wants to see it; what hides it goes, and says so.
    m_search->clear();
    m_state->setCurrentIndex(0);
    applyFilter();
}

void JobsPanel::hideJobs(const QStringList &ids)
{
    const bool byButton = m_bar->isAncestorOf(window()->focusWidget());
    m_lentFocus = window()->focusWidget() != m_state;
    int first = m_model.rowCount();
    for (const QString &id : ids) {
        if (const int at = m_model.indexOf(id); at >= 0)
            first = std::min(first, at);
    }
    m_model.setHidden(ids, true);
    // One who removes by key goes on with the next row.
    if (const int rows = m_model.rowCount(); rows > 0 && m_table->selectedJobs().isEmpty())
        m_table->selectJob(m_model.row(std::min(first, rows - 1))->id);
    showSelection();
    showPage();
    // What was disabled and hidden in between would else take it, as it is there again.
    if (byButton)
        focusFirstOf({m_table, m_state});
}

Banner *JobsPanel::offlineBar() const
{
    return m_offline->banner();
}

QPushButton *JobsPanel::retryButton() const
{
    return m_offline->retryButton();
}

QWidget *JobsPanel::detailsPane() const
{
    return m_details->foldButton();
}

void JobsPanel::foldDetails()
{
    const int height = m_split->height();
    m_folded = m_split->sizes().value(1) > 60;
    m_splitByUser = true;
    m_split->setSizes(m_folded ? QList<int>{height - 46, 46} : QList<int>{height * 52 / 100, height * 48 / 100});
    remember();
}

void JobsPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_feed.setVisible(true);
}

void JobsPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_feed.setVisible(false);
}

void JobsPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    splitByHeight();
}

void JobsPanel::splitByHeight()
{
    if (m_splitByUser)
        return;
    m_rows = std::max(m_rows, m_model.total()); // it doesn't shrink under the hand of one who removes
    const int height = m_split->height() > 100 ? m_split->height() : this->height() - 52;
    const int around = m_bar->height() + 2 + m_table->horizontalHeader()->height();
    const int row = m_table->verticalHeader()->defaultSectionSize();
    const auto fitting = [=](int room) { return (room - around) / row; }; // the table's last row is a whole one
    // The table has its share; where there is little height, no more of it than its rows need, and the details fold to title and banner
    // only if they can't be read beside a few rows.
    constexpr int Roomy = 720, LeastDetails = 200, Folded = 122;
    int rows = std::max(LeastRows, fitting(height * 52 / 100));
    if (height < Roomy)
        rows = std::clamp(m_rows, LeastRows, rows);
    if (height - around - rows * row < LeastDetails)
        rows = std::max(LeastRows, fitting(height - Folded));
    const int table = around + rows * row;
    m_split->setSizes({table, height - table});
}

void JobsPanel::restore()
{
    m_settings.beginGroup(QStringLiteral("jobs"));
    m_table->restoreColumns(m_settings.value(QStringLiteral("columns")).toByteArray());
    if (m_settings.contains(QStringLiteral("sort")))
        m_table->setOrder(m_settings.value(QStringLiteral("sort")).toInt(),
                          m_settings.value(QStringLiteral("descending")).toBool() ? Qt::DescendingOrder
                                                                                  : Qt::AscendingOrder);
    m_splitByUser = m_split->restoreState(m_settings.value(QStringLiteral("split")).toByteArray());
    m_owner->setCurrentIndex(m_settings.value(QStringLiteral("mine")).toBool() ? 1 : 0);
    m_state->setCurrentIndex(std::clamp(m_settings.value(QStringLiteral("state")).toInt(), 0, m_state->count() - 1));
    m_settings.endGroup();
    applyFilter();
    showTotals();
}

void JobsPanel::remember()
{
    m_settings.beginGroup(QStringLiteral("jobs"));
    m_settings.setValue(QStringLiteral("columns"), m_table->columnState());
    m_settings.setValue(QStringLiteral("sort"), m_table->order().first);
    m_settings.setValue(QStringLiteral("descending"), m_table->order().second == Qt::DescendingOrder);
    if (m_splitByUser)
        m_settings.setValue(QStringLiteral("split"), m_split->saveState());
    m_settings.setValue(QStringLiteral("mine"), m_owner->currentIndex() == 1);
    m_settings.setValue(QStringLiteral("state"), m_state->currentIndex());
    m_settings.endGroup();
}

} // namespace herdbook::ui
