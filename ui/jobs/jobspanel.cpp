// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobspanel.h"

#include "ui/jobs/actions/undotoast.h"
#include "ui/jobs/details/jobdetails.h"
#include "ui/jobs/folderline.h"
#include "ui/jobs/jobsgaps.h"
#include "ui/jobs/jobsheader.h"
#include "ui/jobs/jobsmenu.h"
#include "ui/jobs/jobssplit.h"
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
#include "ui/widgets/text/texts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>

namespace herdbook::ui {

using State = jobs::FeedConnection::State;

JobsPanel::JobsPanel(jobs::JobFeed &feed, JobsController &controller, QSettings &settings, Clock clock,
                     const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_controller(controller), m_settings(settings), m_clock(std::move(clock)),
      m_zone(zone), m_model(m_clock), m_header(new JobsHeader), m_gaps(new JobsGaps(feed, m_clock, zone)),
      m_offline(new OfflineBar(m_clock, m_zone)), m_pages(new QStackedWidget), m_table(new JobTable(m_model)),
      m_empty(new EmptyState(QString())), m_notice(new Notice(m_pages)), m_toast(new UndoToast(m_pages)),
      m_undoKey(new QShortcut(QKeySequence::Undo, this)), m_bar(new JobActionBar), m_details(new JobDetails(m_zone)),
      m_split(new JobsSplit(*m_table, *m_bar))
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
    column->addWidget(m_header);
    column->addWidget(m_gaps);
    column->addWidget(m_offline);
    column->addWidget(m_split, 1);

    auto *menu = new JobsMenu(*m_table, *m_bar, m_clock, m_zone, this);
    connect(menu, &JobsMenu::foldAsked, this, &JobsPanel::foldDetails);
    connect(menu, &JobsMenu::told, m_notice, [this](const QString &text) { m_notice->tell(text, false); });
    m_notice->standOver(m_toast);
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
    connect(&m_feed, &jobs::JobFeed::historyChanged, m_gaps, &JobsGaps::showHistoryProblem);
    connect(&m_feed, &jobs::JobFeed::connectionChanged, this, &JobsPanel::showConnection);
    connect(&m_model, &JobTableModel::totalsChanged, this, &JobsPanel::showTotals);
    connect(&m_model, &JobTableModel::totalsChanged, m_split, [this] { m_split->makeRoom(m_model.total()); });
    connect(&m_model, &JobTableModel::heldBackChanged, this, &JobsPanel::showTotals);
    connect(m_table, &JobTable::selectedJobsChanged, this, &JobsPanel::showSelection);
    connect(m_table, &JobTable::columnsChanged, this, &JobsPanel::remember);
    connect(m_split, &QSplitter::splitterMoved, this, &JobsPanel::remember);
    connect(m_header->newRows(), &QPushButton::clicked, &m_model, &JobTableModel::release);
    connect(m_header, &JobsHeader::filterChanged, this, &JobsPanel::applyFilter);
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
        if (m_lentFocus && window()->focusWidget() == m_header->state())
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
    const QList<QWidget *> heirs{m_table, m_header->state()}; // not the search: Ctrl+Z is its own there
    setFocusHeirs({m_bar, m_details, m_toast, m_notice, m_offline, m_empty, m_header->newRows()}, heirs);
    setFocusHeirs({m_table}, {m_header->state()});
    restore();
    m_gaps->showHistoryProblem();
    showConnection();
    showSelection();
    showPage();
}

void JobsPanel::applyFilter()
{
    m_model.setFilter(m_header->filter());
    showPage();
    remember();
}

void JobsPanel::showTotals()
{
    m_header->showTotals(m_model, m_feed.health().jobsNotShown);
    m_gaps->showHealth();
}

QWidget *JobsPanel::makeTablePart()
{
    auto *part = new Ground(&ThemeTokens::window);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *loading = new Ground(&ThemeTokens::surface);
    auto *loadingLayout = new QVBoxLayout(loading);
    loadingLayout->setContentsMargins(0, 28, 0, 0);
    loadingLayout->addWidget(new PlaceholderRows(9, 34));
    loadingLayout->addStretch(1);
    auto *nothing = new Ground(&ThemeTokens::surface);
    auto *nothingLayout = new QVBoxLayout(nothing);
    nothingLayout->setContentsMargins(0, 0, 0, 0);
    nothingLayout->addWidget(m_empty);
    // The stack hands the focus of the table to the page that takes its place.
    for (QWidget *page : std::initializer_list<QWidget *>{loading, nothing})
        page->setFocusProxy(m_header->state());
    m_pages->addWidget(m_table);
    m_pages->addWidget(loading);
    m_pages->addWidget(nothing);
    column->addWidget(new Divider);
    column->addWidget(m_pages, 1);
    column->addWidget(m_bar);
    column->addWidget(new Divider);
    m_table->setMinimumHeight(28 + JobsSplit::LeastRows * 34);
    return part;
}

void JobsPanel::showFolder(jobs::FolderLook &look, jobs::JobActions &actions)
{
    m_folder = new FolderLine(look, actions, m_feed);
    m_folder->setReadOnly(m_readOnly);
    layout()->addWidget(new Divider);
    layout()->addWidget(m_folder);
    setFocusHeirs({m_folder}, {m_table, m_header->state()});
    connect(m_folder, &FolderLine::told, m_notice, &Notice::tell);
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
        QMetaObject::invokeMethod(
            m_split, [this] { m_split->share(m_model.total()); }, Qt::QueuedConnection); // once it has been laid out
    if (m_model.rowCount() > 0) {
        m_pages->setCurrentIndex(0);
    } else if (!m_model.hasLoaded() && !offline) {
        m_pages->setCurrentIndex(1);
    } else {
        const bool filtered = m_model.filter().isSet() && m_model.total() > 0;
        if (filtered)
            m_empty->setTexts(countText(m_model.total(), tr("The only job doesn't match"), tr("None of %1 jobs match")),
                              {});
        else if (offline && m_model.total() == 0)
            m_empty->setTexts(tr("No jobs to show yet"), tr("They appear as soon as Redis answers."));
        else
            m_empty->setTexts(tr("No jobs yet"), tr("What you ask for on the left appears here."));
        QPushButton *clear = m_empty->setAction(filtered ? tr("Clear filter") : QString());
        clear->disconnect(this);
        connect(clear, &QPushButton::clicked, this, [this] {
            m_header->search()->clear();
            m_header->owner()->setCurrentIndex(0);
            m_header->state()->setCurrentIndex(0);
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
    m_header->asOf()->setVisible(offline && m_model.total() > 0);
    if (m_feed.health().readAt.isValid())
        m_header->asOf()->setState(Tone::Stale,
                                   tr("As it was at %1").arg(sinceText(m_feed.health().readAt, m_zone, m_clock())));
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
    m_header->search()->clear();
    m_header->state()->setCurrentIndex(0);
    applyFilter();
}

void JobsPanel::hideJobs(const QStringList &ids)
{
    const bool byButton = m_bar->isAncestorOf(window()->focusWidget());
    m_lentFocus = window()->focusWidget() != m_header->state();
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
        focusFirstOf({m_table, m_header->state()});
}

SearchField *JobsPanel::searchField() const
{
    return m_header->search();
}

SegmentedControl *JobsPanel::ownerControl() const
{
    return m_header->owner();
}

QComboBox *JobsPanel::stateBox() const
{
    return m_header->state();
}

QPushButton *JobsPanel::newRowsButton() const
{
    return m_header->newRows();
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
    m_split->fold();
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
    m_split->share(m_model.total());
}

void JobsPanel::restore()
{
    m_settings.beginGroup(QStringLiteral("jobs"));
    m_table->restoreColumns(m_settings.value(QStringLiteral("columns")).toByteArray());
    if (m_settings.contains(QStringLiteral("sort")))
        m_table->setOrder(m_settings.value(QStringLiteral("sort")).toInt(),
                          m_settings.value(QStringLiteral("descending")).toBool() ? Qt::DescendingOrder
                                                                                  : Qt::AscendingOrder);
    m_split->restore(m_settings.value(QStringLiteral("split")).toByteArray());
    m_header->owner()->setCurrentIndex(m_settings.value(QStringLiteral("mine")).toBool() ? 1 : 0);
    m_header->state()->setCurrentIndex(
        std::clamp(m_settings.value(QStringLiteral("state")).toInt(), 0, m_header->state()->count() - 1));
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
    if (m_split->isByUser())
        m_settings.setValue(QStringLiteral("split"), m_split->saveState());
    m_settings.setValue(QStringLiteral("mine"), m_header->owner()->currentIndex() == 1);
    m_settings.setValue(QStringLiteral("state"), m_header->state()->currentIndex());
    m_settings.endGroup();
}

} // namespace herdbook::ui
