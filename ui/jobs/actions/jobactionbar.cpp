// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/jobactionbar.h"

#include "ui/jobs/jobtexts.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/texts.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSpacerItem>

namespace herdbook::ui {

namespace {

struct ActionTexts
{
    JobAction action;
    const char *text;
    const char *many; ///< with the number of jobs
    Icon icon;
    const char *key;
    bool writes;
};

constexpr ActionTexts Texts[] = {
    {JobAction::Open, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Open"),
     QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Open %1"), Icon::Open, "Return", false},
    {JobAction::OpenFolder, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Open folder"), nullptr, Icon::Folder,
     "Ctrl+O", false},
    {JobAction::SaveAs, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Save as…"),
     QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Save %1…"), Icon::Save, "Ctrl+S", false},
    {JobAction::CopyLink, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Copy link"),
     QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Copy %1 links"), Icon::Link, "Ctrl+C", false},
    {JobAction::Cancel, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Cancel"),
     QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Cancel %1"), Icon::Cancelled, "Ctrl+.", true},
    {JobAction::RunAgain, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Retry"),
     QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Retry %1"), Icon::Retry, "R", true},
    {JobAction::EditAgain, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Edit and run again"), nullptr, Icon::Edit,
     "E", true},
    {JobAction::Remove, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Remove"),
     QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Remove %1"), Icon::Remove, "Del", true},
    {JobAction::Mend, QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Mend"),
     QT_TRANSLATE_NOOP("herdbook::ui::JobActionBar", "Mend %1"), Icon::Check, "", true},
};

/// Where there isn't room for all, these come first: a job's file, what is to be done about a job without one, the rest.
constexpr JobAction Ranks[] = {JobAction::Open,     JobAction::SaveAs,    JobAction::Cancel, JobAction::OpenFolder,
                               JobAction::RunAgain, JobAction::EditAgain, JobAction::Remove, JobAction::CopyLink};

constexpr int Margin = 16, Gap = 8;
constexpr qsizetype LeastShown = 2;
constexpr int LeastCount = 60; ///< width of how many are selected

/// Edit fills the form, and that needs no Redis.
bool needsRedis(JobAction action)
{
    return action == JobAction::Cancel || action == JobAction::RunAgain || action == JobAction::Remove ||
           action == JobAction::Mend;
}

} // namespace

JobActionBar::JobActionBar(QWidget *parent)
    : QWidget(parent), m_count(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)),
      m_more(new QPushButton(tr("More"))), m_menu(new QMenu(m_more))
{
    setFixedHeight(40);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 0, Margin, 0);
    row->setSpacing(Gap);
    row->addWidget(m_count);
    for (const ActionTexts &texts : Texts) {
        const auto at = static_cast<size_t>(texts.action);
        auto *action = new QAction(themeIcon(texts.icon, &ThemeTokens::text), tr(texts.text), this);
        action->setShortcut(QKeySequence(QLatin1String(texts.key)));
        action->setShortcutContext(Qt::WidgetShortcut);
        m_actions[at] = action;
        connect(action, &QAction::triggered, this, [this, which = texts.action] {
            const QList<jobs::JobRowPtr> affected = jobsFor(which);
            if (!affected.isEmpty())
                Q_EMIT triggered(which, affected);
        });
        if (texts.action == JobAction::Mend)
            continue; // its button is in the details' banner
        auto *button = new QPushButton(action->icon(), tr(texts.text));
        button->setObjectName(QStringLiteral("job_action_%1").arg(static_cast<int>(at)));
        setCompact(button);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        m_buttons[at] = button;
        if (texts.action == JobAction::Cancel)
            row->addSpacerItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
        row->addWidget(button);
    }
    m_more->setObjectName(QStringLiteral("job_more"));
    m_more->setMenu(m_menu);
    setCompact(m_more);
    row->addWidget(m_more);
    m_menu->setToolTipsVisible(true); // why something can't be done
    connect(m_menu, &QMenu::aboutToShow, this, &JobActionBar::fillMenu);
    // In the menu, an action's key would be the button's as well; what was chosen is carried out before.
    connect(m_menu, &QMenu::aboutToHide, m_menu, &QMenu::clear, Qt::QueuedConnection);
    refresh();
}

QString JobActionBar::shownText() const
{
    return m_count->text();
}

QList<jobs::JobRowPtr> JobActionBar::jobsFor(JobAction action) const
{
    QList<jobs::JobRowPtr> list;
    for (const jobs::JobRowPtr &job : m_jobs) {
        if (applies(action, *job, m_downloadable))
            list << job;
    }
    const bool single = action == JobAction::EditAgain || action == JobAction::OpenFolder;
    return single && m_jobs.size() > 1 ? QList<jobs::JobRowPtr>() : list;
}

void JobActionBar::setJobs(const QList<jobs::JobRowPtr> &selected, int total, bool online)
{
    m_jobs = selected;
    m_total = total;
    m_online = online;
    refresh();
}

void JobActionBar::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    refresh();
}

void JobActionBar::refresh()
{
    const auto selected = static_cast<int>(m_jobs.size());
    m_count->setText(m_total < 0     ? (m_online ? tr("Reading the jobs\u2026") : tr("Jobs not read yet"))
                     : selected == 0 ? countText(m_total, tr("1 job"), tr("%1 jobs"))
                     : selected == m_total && m_total > 1
                         ? tr("All %1 selected").arg(countText(m_total))
                         : tr("%1 of %2 selected").arg(countText(selected), countText(m_total)));
    for (const ActionTexts &texts : Texts) {
        const auto at = static_cast<size_t>(texts.action);
        const auto count = static_cast<int>(jobsFor(texts.action).size());
        QAction *action = m_actions[at];
        const QString text = count > 1 && texts.many != nullptr ? tr(texts.many).arg(countText(count)) : tr(texts.text);
        const bool waits = needsRedis(texts.action) && !m_online;
        action->setText(text);
        action->setVisible(!texts.writes || !m_readOnly);
        action->setEnabled(count > 0 && !waits && action->isVisible());
        const QString key = action->shortcut().toString(QKeySequence::PortableText);
        QString tip = key.isEmpty() ? text : tr("%1 (%2)").arg(text, key);
        if (waits)
            tip = tr("Waits for Redis");
        else if (texts.action == JobAction::RunAgain && count == 0 && selected == 1 &&
                 !m_jobs.first()->notKept.isEmpty())
            tip = tr("Not as it was: %1 isn't kept with the job").arg(notKeptText(*m_jobs.first()));
        action->setToolTip(tip);
        if (QPushButton *button = m_buttons[at]) {
            button->setEnabled(action->isEnabled());
            button->setToolTip(tip);
            button->setAccessibleName(text);
        }
    }
    fit();
}

void JobActionBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

QSize JobActionBar::minimumSizeHint() const
{
    return {m_leastWidth, height()}; // what goes under More takes no room
}

QString JobActionBar::words(JobAction action, bool brief) const
{
    return brief && action == JobAction::EditAgain ? tr("Edit…") : this->action(action)->text();
}

int JobActionBar::widthOf(JobAction action, bool brief) const
{
    const QPushButton &button = *this->button(action);
    const QFontMetrics metrics = button.fontMetrics();
    return Gap + button.sizeHint().width() - metrics.horizontalAdvance(button.text()) +
           metrics.horizontalAdvance(words(action, brief));
}

void JobActionBar::fit()
{
    QList<JobAction> ranked; // what can be done now comes first
    for (const bool enabled : {true, false}) {
        for (const JobAction one : Ranks) {
            if (action(one)->isVisible() && action(one)->isEnabled() == enabled)
                ranked << one;
        }
    }
    const auto needed = [&](qsizetype count, bool brief) {
        int width = 0;
        for (qsizetype i = 0; i < count; ++i)
            width += widthOf(ranked[i], brief);
        return width;
    };
    const int room = width() - 2 * Margin - m_count->sizeHint().width();
    const int more = Gap + m_more->sizeHint().width();
    const qsizetype least = std::min(LeastShown, ranked.size());
    const bool brief = needed(ranked.size(), false) > room;
    qsizetype shown = ranked.size();
    if (brief && needed(shown, true) > room) {
        while (shown > least && needed(shown, true) + more > room)
            --shown;
    }
    for (const JobAction one : Ranks) {
        button(one)->setText(words(one, brief));
        const qsizetype rank = ranked.indexOf(one);
        button(one)->setVisible(rank >= 0 && rank < shown);
    }
    m_more->setVisible(shown < ranked.size());
    if (const int width = 2 * Margin + LeastCount + needed(least, true) + more;
        std::exchange(m_leastWidth, width) != width)
        updateGeometry();
}

void JobActionBar::fillMenu()
{
    m_menu->clear();
    for (const ActionTexts &texts : Texts) {
        const QPushButton *button = this->button(texts.action);
        if (button != nullptr && button->isHidden() && action(texts.action)->isVisible())
            m_menu->addAction(action(texts.action));
    }
}

} // namespace herdbook::ui
