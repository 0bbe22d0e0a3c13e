// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobsmenu.h"

#include "core/base/language.h"
#include "core/render/dataset/csv.h"
#include "ui/jobs/details/mendingtexts.h"
#include "ui/jobs/jobspanel.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/text/texts.h"

#include <QMenu>

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

JobsMenu::JobsMenu(JobTable &table, JobActionBar &bar, Clock clock, const QTimeZone &zone, QObject *parent)
    : QObject(parent), m_table(table), m_bar(bar), m_clock(std::move(clock)), m_zone(zone)
{
    for (const JobAction action : {JobAction::Open, JobAction::OpenFolder, JobAction::SaveAs, JobAction::CopyLink,
                                   JobAction::Cancel, JobAction::RunAgain, JobAction::EditAgain, JobAction::Remove})
        table.addAction(bar.action(action));
    const auto add = [this, &table](const QString &text, const QKeySequence &key, const std::function<void()> &run) {
        auto *action = new QAction(text, &table);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        table.addAction(action);
        return action;
    };
    add(JobsPanel::tr("Show or fold the details"), Qt::Key_Space, [this] { Q_EMIT foldAsked(); });
    add(JobsPanel::tr("Copy as text"), Qt::CTRL | Qt::SHIFT | Qt::Key_C, [this] { copySelection(false); });
    add(JobsPanel::tr("Copy as CSV"), Qt::CTRL | Qt::ALT | Qt::Key_C, [this] { copySelection(true); });
    table.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&table, &QWidget::customContextMenuRequested, this, &JobsMenu::popUp);
    connect(&table, &QAbstractItemView::doubleClicked, bar.action(JobAction::Open), &QAction::trigger);
}

void JobsMenu::popUp(const QPoint &at)
{
    auto *menu = new QMenu(&m_table);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const jobs::JobRowPtr current = m_table.currentJob();
    if (current && m_bar.action(JobAction::Mend)->isEnabled()) {
        QAction *mend = menu->addAction(themeIcon(mendingIcon(current->mending), &ThemeTokens::text),
                                        mendingText(current->mending));
        connect(mend, &QAction::triggered, m_bar.action(JobAction::Mend), &QAction::trigger);
        menu->addSeparator();
    }
    for (QAction *action : m_table.actions()) {
        if (action == m_bar.action(JobAction::Cancel) || action->text() == JobsPanel::tr("Show or fold the details"))
            menu->addSeparator();
        menu->addAction(action);
    }
    menu->popup(m_table.viewport()->mapToGlobal(at));
}

void JobsMenu::copySelection(bool csv)
{
    const QList<jobs::JobRowPtr> selected = m_table.selectedJobs();
    std::optional<EnglishTexts> english;
    if (csv)
        english.emplace();
    QString text = csv ? csvLine(columnTitles()) : QString();
    for (const jobs::JobRowPtr &job : selected) {
        const QStringList cells = columnsOf(*job, m_clock(), m_zone);
        text += csv ? csvLine(cells) : cells.join(u'\t') + u'\n';
    }
    english.reset();
    if (copyText(text, &m_table))
        Q_EMIT told(countText(selected.size(), JobsPanel::tr("1 row copied"), JobsPanel::tr("%1 rows copied")));
}

} // namespace herdbook::ui
