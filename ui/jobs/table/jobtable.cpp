// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/table/jobtable.h"

#include "ui/jobs/jobtexts.h"
#include "ui/jobs/table/jobdelegate.h"
#include "ui/widgets/style/typeface.h"

#include <QApplication>
#include <QDrag>
#include <QHeaderView>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QScrollBar>

namespace herdbook::ui {

JobTable::JobTable(JobTableModel &model, QWidget *parent)
    : QTableView(parent), m_model(model), m_delegate(new JobDelegate(model, this))
{
    setObjectName(QStringLiteral("jobsTable"));
    setAccessibleName(tr("Jobs"));
    setModel(&model);
    setItemDelegate(m_delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollMode(ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setDragEnabled(true);
    setDragDropMode(DragOnly);
    setMouseTracking(true);
    setSortingEnabled(true);
    sortByColumn(JobTableModel::Age, Qt::AscendingOrder);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(34);
    QHeaderView *header = horizontalHeader();
    header->setSectionsMovable(true);
    header->setHighlightSections(false);
    header->setMinimumSectionSize(32);
    header->setFixedHeight(28);
    header->setFont(textFont(TextRole::Label));
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    header->setSectionResizeMode(JobTableModel::Title, QHeaderView::Stretch);
    header->setStretchLastSection(false);
    connect(header, &QHeaderView::customContextMenuRequested, this,
            [this](const QPoint &at) { columnMenu()->popup(horizontalHeader()->mapToGlobal(at)); });
    const auto arranged = [this] {
        if (m_fitting)
            return;
        m_arranged = true;
        Q_EMIT columnsChanged();
    };
    connect(header, &QHeaderView::sectionMoved, this, arranged);
    connect(header, &QHeaderView::sectionResized, this, [this, arranged](int section) {
        if (section != JobTableModel::Title && (QGuiApplication::mouseButtons() & Qt::LeftButton) != 0)
            arranged();
    });
    connect(header, &QHeaderView::sortIndicatorChanged, this, [this] {
        showOrder();
        Q_EMIT columnsChanged();
    });
    showOrder();
    connect(&model, &QAbstractItemModel::modelAboutToBeReset, this, &JobTable::keepSelection);
    connect(&model, &QAbstractItemModel::modelReset, this, &JobTable::restoreSelection);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, this, &JobTable::fitColumns);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, &m_fit, qOverload<>(&QTimer::start));
    connect(&model, &QAbstractItemModel::dataChanged, &m_fit, qOverload<>(&QTimer::start));
    connect(&model, &QAbstractItemModel::modelReset, &m_fit, qOverload<>(&QTimer::start));
    connect(m_delegate, &JobDelegate::moving, this, &JobTable::repaintMoving);
    m_seconds.setInterval(1000);
    connect(&m_seconds, &QTimer::timeout, this, &JobTable::repaintTimes);
    m_seconds.start();
}

QList<jobs::JobRowPtr> JobTable::selectedJobs() const
{
    QList<jobs::JobRowPtr> list;
    const QModelIndexList rows = selectionModel()->selectedRows();
    for (const QModelIndex &index : rows)
        list << m_model.row(index.row());
    return list;
}

jobs::JobRowPtr JobTable::currentJob() const
{
    return currentIndex().isValid() ? m_model.row(currentIndex().row()) : nullptr;
}

bool JobTable::selectJob(const QString &id)
{
    const int at = m_model.indexOf(id);
    if (at < 0)
        return false;
    selectionModel()->setCurrentIndex(m_model.index(at, JobTableModel::State),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    scrollTo(m_model.index(at, JobTableModel::Title));
    return true;
}

QPair<int, Qt::SortOrder> JobTable::order() const
{
    return {horizontalHeader()->sortIndicatorSection(), horizontalHeader()->sortIndicatorOrder()};
}

void JobTable::setOrder(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < JobTableModel::ColumnCount)
        sortByColumn(column, order);
}

QByteArray JobTable::columnState() const
{
    // Widths that only follow from the window's are found anew the next time.
    return m_arranged ? horizontalHeader()->saveState() : QByteArray();
}

void JobTable::restoreColumns(const QByteArray &state)
{
    if (state.isEmpty())
        return;
    m_fitting = true;
    m_arranged = horizontalHeader()->restoreState(state);
    m_fitting = false;
    QHeaderView *header = horizontalHeader();
    header->setSectionResizeMode(JobTableModel::Title, QHeaderView::Stretch);
    m_model.sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

QMenu *JobTable::columnMenu()
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (int column = 0; column < JobTableModel::ColumnCount; ++column) {
        if (column == JobTableModel::Title || column == JobTableModel::State)
            continue;
        QAction *action = menu->addAction(m_model.headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!isColumnHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool shown) {
            m_arranged = true;
            setColumnHidden(column, !shown);
            Q_EMIT columnsChanged();
        });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Usual columns")), &QAction::triggered, this, [this] {
        QHeaderView *header = horizontalHeader();
        m_arranged = false;
        m_fitting = true;
        for (int column = 0; column < JobTableModel::ColumnCount; ++column)
            header->moveSection(header->visualIndex(column), column);
        m_fitting = false;
        sortByColumn(JobTableModel::Age, Qt::AscendingOrder);
        fitColumns();
        Q_EMIT columnsChanged();
    });
    return menu;
}

void JobTable::fitColumns()
{
    if (m_arranged)
        return;
    m_fitting = true;
    const int width = viewport()->width();
    const int digits = fontMetrics().horizontalAdvance(QStringLiteral("0"));
    setColumnHidden(JobTableModel::Size, width < 760);
    setColumnHidden(JobTableModel::Range, width < 600);
    setColumnHidden(JobTableModel::Kind, false);
    setColumnHidden(JobTableModel::AskedBy, width < 900);
    const bool roomy = width >= 900;
    setColumnWidth(JobTableModel::Kind, width < 760 ? 36 : 56);
    const bool compact = width < 760;
    m_model.setCompact(compact);
    setColumnWidth(JobTableModel::Range, (roomy ? 26 : compact ? 15 : 20) * digits + 20);
    setColumnWidth(JobTableModel::AskedBy, std::clamp(widestIn(JobTableModel::AskedBy), 9 * digits, 16 * digits) + 20);
    setColumnWidth(JobTableModel::Age, 6 * digits + 24);
    setColumnWidth(JobTableModel::Expires, fontMetrics().horizontalAdvance(tr("Expires in")) + 20);
    setColumnWidth(JobTableModel::Size, 7 * digits + 26);
    int taken = 0;
    for (const int column : {JobTableModel::Kind, JobTableModel::Range, JobTableModel::AskedBy, JobTableModel::Age,
                             JobTableModel::Expires, JobTableModel::Size})
        taken += isColumnHidden(column) ? 0 : columnWidth(column);
    // State has what its words need and Title the rest; where that isn't enough for both, each gives way by half. It doesn't shrink while
    // the window stays as it is, so that nothing flutters with what jobs are doing.
    const int both = width - taken;
    const int state = std::max(widestIn(JobTableModel::State) + 2 * JobDelegate::Padding + 22, m_stateWidth);
    const int title = widestIn(JobTableModel::Title) + 2 * JobDelegate::Padding + 10;
    m_stateWidth = std::clamp(state, 190, std::max(190, both - std::min(title, both / 2)));
    setColumnWidth(JobTableModel::State, m_stateWidth);
    m_fitting = false;
}

int JobTable::widestIn(int column) const
{
    constexpr int Looked = 100; // rows; more are not on a screen
    const QFontMetrics metrics(font());
    int widest = 0;
    for (int row = 0; row < std::min(Looked, m_model.rowCount()); ++row) {
        int text = metrics.horizontalAdvance(m_model.index(row, column).data().toString());
        if (column == JobTableModel::State && m_model.row(row)->isWaitingOrRunning())
            text = std::max(text + 80, 340); // bar, percent and time left
        widest = std::max(widest, text);
    }
    return widest;
}

void JobTable::resizeEvent(QResizeEvent *event)
{
    if (event->size().width() != event->oldSize().width())
        m_stateWidth = 0;
    fitColumns();
    QTableView::resizeEvent(event);
}

void JobTable::paintEvent(QPaintEvent *event)
{
    QElapsedTimer timer;
    timer.start();
    QTableView::paintEvent(event);
    m_lastPaint = static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void JobTable::repaintRows(const std::function<void(int row)> &repaint)
{
    if (!isVisible() || m_model.rowCount() == 0)
        return;
    const int last = rowAt(viewport()->height() - 1);
    for (int row = std::max(0, rowAt(0)); row <= (last < 0 ? m_model.rowCount() - 1 : last); ++row)
        repaint(row);
}

void JobTable::repaintTimes()
{
    // Ages of minutes and more change rarely, countdowns every second.
    const QDateTime now = m_model.now();
    repaintRows([this, &now](int row) {
        const jobs::JobRow &job = *m_model.row(row);
        const bool soon = expiresSoon(job, now);
        if (soon || expiryText(job, now, false) != expiryText(job, now.addSecs(-1), false))
            update(m_model.index(row, JobTableModel::Expires));
        if (soon)
            update(m_model.index(row, JobTableModel::State));
        if (ageText(job.createdAt, now) != ageText(job.createdAt, now.addSecs(-2)))
            update(m_model.index(row, JobTableModel::Age));
    });
}

void JobTable::repaintMoving()
{
    repaintRows([this](int row) {
        if (!m_delegate->isMoving(row))
            return;
        for (int column = 0; column < JobTableModel::ColumnCount; ++column)
            update(m_model.index(row, column));
    });
}

void JobTable::showOrder()
{
    // The usual order, newest first, needs no mark.
    QHeaderView *header = horizontalHeader();
    const bool usual =
        header->sortIndicatorSection() == JobTableModel::Age && header->sortIndicatorOrder() == Qt::AscendingOrder;
    header->setSortIndicatorShown(!usual);
}

void JobTable::setStale(bool stale)
{
    const bool fresh = m_model.isStale() && !stale;
    m_model.setStale(stale);
    if (!fresh)
        return;
    const int last = rowAt(viewport()->height() - 1);
    m_delegate->freshen(std::max(0, rowAt(0)), last < 0 ? m_model.rowCount() - 1 : last);
}

void JobTable::setDownloadable(bool downloadable)
{
    m_delegate->setDownloadable(downloadable);
}

jobs::JobRowPtr JobTable::offerAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    if (!index.isValid() || index.column() != JobTableModel::State)
        return nullptr;
    const jobs::JobRowPtr job = m_model.row(index.row());
    return m_delegate->saveRect(visualRect(index), *job).contains(point) ? job : nullptr;
}

void JobTable::mouseMoveEvent(QMouseEvent *event)
{
    const jobs::JobRowPtr offer = offerAt(event->position().toPoint());
    m_delegate->setHovered(offer ? offer->id : QString());
    viewport()->setCursor(offer ? Qt::PointingHandCursor : Qt::ArrowCursor);
    QTableView::mouseMoveEvent(event);
}

void JobTable::mousePressEvent(QMouseEvent *event)
{
    const jobs::JobRowPtr offer = offerAt(event->position().toPoint());
    m_pressed = offer && event->button() == Qt::LeftButton ? offer->id : QString();
    QTableView::mousePressEvent(event);
}

void JobTable::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const jobs::JobRowPtr offer = offerAt(event->position().toPoint());
    if (offer && offer->id == std::exchange(m_pressed, {}))
        Q_EMIT saveAsked(offer);
}

void JobTable::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!offerAt(event->position().toPoint()))
        QTableView::mouseDoubleClickEvent(event);
}

void JobTable::enterEvent(QEnterEvent *event)
{
    m_model.setHolding(true);
    QTableView::enterEvent(event);
}

void JobTable::leaveEvent(QEvent *event)
{
    m_model.setHolding(false);
    QTableView::leaveEvent(event);
}

void JobTable::startDrag(Qt::DropActions actions)
{
    QMimeData *content = m_model.mimeData(selectionModel()->selectedRows());
    if (!content->hasUrls()) {
        delete content;
        return;
    }
    auto *drag = new QDrag(this);
    drag->setMimeData(content);
    drag->exec(actions, Qt::CopyAction);
}

void JobTable::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    Q_EMIT selectedJobsChanged();
}

void JobTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    Q_EMIT selectedJobsChanged();
}

void JobTable::keepSelection()
{
    m_kept.clear();
    for (const jobs::JobRowPtr &job : selectedJobs())
        m_kept << job->id;
    const jobs::JobRowPtr current = currentJob();
    m_keptCurrent = current ? current->id : QString();
    m_keptScroll = verticalScrollBar()->value();
}

void JobTable::restoreSelection()
{
    QItemSelection selection;
    for (const QString &id : std::as_const(m_kept)) {
        const int at = m_model.indexOf(id);
        if (at >= 0)
            selection.select(m_model.index(at, 0), m_model.index(at, JobTableModel::ColumnCount - 1));
    }
    const int current = m_model.indexOf(m_keptCurrent);
    if (current >= 0)
        selectionModel()->setCurrentIndex(m_model.index(current, JobTableModel::State), QItemSelectionModel::NoUpdate);
    if (!selection.isEmpty())
        selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    else
        Q_EMIT selectedJobsChanged();
    updateGeometries();
    verticalScrollBar()->setValue(m_keptScroll);
}

} // namespace herdbook::ui
