// SPDX-License-Identifier: GPL-3.0-or-later
// The jobs panel's parts and its menu; what they do together is in jobspanel.cpp.
#include "core/render/dataset/csv.h"

#include "core/base/language.h"
#include "ui/jobs/details/mendingtexts.h"
#include "ui/jobs/folderline.h"
#include "ui/jobs/jobspanel.h"
#include "ui/jobs/jobtexts.h"
#include "ui/jobs/notice.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/style/style.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>

namespace herdbook::ui {

namespace {

QString csvLine(const QStringList &cells)
{
    render::CsvLine line;
    for (const QString &cell : cells)
        line.text(cell); // titles and errors come from outside
    return QString::fromUtf8(line.end());
}

} // namespace

QWidget *JobsPanel::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(52);
    m_newRows->setObjectName(QStringLiteral("newRows"));
    setCompact(m_newRows);
    m_newRows->hide();
    m_asOf->hide();
    m_more->setObjectName(QStringLiteral("moreJobs"));
    m_history->setObjectName(QStringLiteral("historyProblem"));
    m_silent->setObjectName(QStringLiteral("silentFiles"));
    for (Label *line : {m_more, m_history, m_silent}) {
        line->setWordWrap(true);
        line->setContentsMargins(16, 0, 16, 8);
        line->hide();
    }
    m_owner->setObjectName(QStringLiteral("owner"));
    m_state->setObjectName(QStringLiteral("state"));
    m_search->setObjectName(QStringLiteral("search"));
    m_state->setAccessibleName(tr("State"));
    for (const auto &[text, state] : std::initializer_list<std::pair<QString, JobFilter::State>>{
             {tr("Any state"), JobFilter::State::Any},
             {tr("Waiting or running"), JobFilter::State::Active},
             {stateWord(jobs::RowState::Completed), JobFilter::State::Completed},
             {stateWord(jobs::RowState::Failed), JobFilter::State::Failed},
             {stateWord(jobs::RowState::Cancelled), JobFilter::State::Cancelled},
             {tr("Needs attention"), JobFilter::State::Attention},
             {tr("No longer in Redis"), JobFilter::State::Past}})
        m_state->addItem(text, static_cast<int>(state));
    m_state->setMinimumWidth(126);
    m_search->setMinimumWidth(120);
    m_search->setMaximumWidth(190);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(new Label(tr("Jobs"), TextRole::PageTitle));
    row->addWidget(m_asOf);
    row->addWidget(m_newRows);
    row->addStretch(1);
    row->addWidget(m_owner);
    row->addWidget(m_state);
    row->addWidget(m_search, 1);
    return header;
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
    for (QWidget *page : std::initializer_list<QWidget *>{loading, nothing})
        page->setFocusProxy(m_state); // the stack hands the focus of the table to the page that takes its place
    m_pages->addWidget(m_table);
    m_pages->addWidget(loading);
    m_pages->addWidget(nothing);
    column->addWidget(new Divider);
    column->addWidget(m_pages, 1);
    column->addWidget(m_bar);
    column->addWidget(new Divider);
    m_table->setMinimumHeight(28 + LeastRows * 34);
    return part;
}

void JobsPanel::showFolder(jobs::FolderLook &look, jobs::JobActions &actions)
{
    m_folder = new FolderLine(look, actions, m_feed);
    m_folder->setReadOnly(m_readOnly);
    layout()->addWidget(new Divider);
    layout()->addWidget(m_folder);
    setFocusHeirs({m_folder}, {m_table, m_state});
    connect(m_folder, &FolderLine::told, m_notice, &Notice::tell);
}

void JobsPanel::makeActions()
{
    for (const JobAction action : {JobAction::Open, JobAction::OpenFolder, JobAction::SaveAs, JobAction::CopyLink,
                                   JobAction::Cancel, JobAction::RunAgain, JobAction::EditAgain, JobAction::Remove})
        m_table->addAction(m_bar->action(action));
    const auto add = [this](const QString &text, const QKeySequence &key, const std::function<void()> &run) {
        auto *action = new QAction(text, m_table);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
        return action;
    };
    add(tr("Show or fold the details"), Qt::Key_Space, [this] { foldDetails(); });
    add(tr("Copy as text"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copySelection(false); });
    add(tr("Copy as CSV"), Qt::CTRL | Qt::ALT | Qt::Key_C, [this] { copySelection(true); });
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &JobsPanel::showMenu);
    connect(m_table, &QAbstractItemView::doubleClicked, m_bar->action(JobAction::Open), &QAction::trigger);
}

void JobsPanel::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const jobs::JobRowPtr current = m_table->currentJob();
    if (current && m_bar->action(JobAction::Mend)->isEnabled()) {
        QAction *mend = menu->addAction(themeIcon(mendingIcon(current->mending), &ThemeTokens::text),
                                        mendingText(current->mending));
        connect(mend, &QAction::triggered, m_bar->action(JobAction::Mend), &QAction::trigger);
        menu->addSeparator();
    }
    for (QAction *action : m_table->actions()) {
        if (action == m_bar->action(JobAction::Cancel) || action->text() == tr("Show or fold the details"))
            menu->addSeparator();
        menu->addAction(action);
    }
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void JobsPanel::copySelection(bool csv)
{
    const QList<jobs::JobRowPtr> selected = m_table->selectedJobs();
    std::optional<EnglishTexts> english;
    if (csv)
        english.emplace();
    QString text = csv ? csvLine(columnTitles()) : QString();
    for (const jobs::JobRowPtr &job : selected) {
        const QStringList cells = columnsOf(*job, m_clock(), m_zone);
        text += csv ? csvLine(cells) : cells.join(u'\t') + u'\n';
    }
    english.reset();
    if (copyText(text, m_table))
        m_notice->tell(countText(selected.size(), tr("1 row copied"), tr("%1 rows copied")), false);
}

} // namespace herdbook::ui
