// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobactionbar.h"

#include "ui/jobs/jobtexts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/texts.h"

#include <QHBoxLayout>
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

/// Edit fills the form, and that needs no Redis.
bool needsRedis(JobAction action)
{
    return action == JobAction::Cancel || action == JobAction::RunAgain || action == JobAction::Remove ||
           action == JobAction::Mend;
}

} // namespace

JobActionBar::JobActionBar(QWidget *parent)
    : QWidget(parent), m_count(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2))
{
    setFixedHeight(40);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(8);
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
        const QString key = action->shortcut().toString(QKeySequence::NativeText);
        QString tip = key.isEmpty() ? text : tr("%1 (%2)").arg(text, key);
        if (waits)
            tip = tr("Waits for Redis");
        else if (texts.action == JobAction::RunAgain && count == 0 && selected == 1 &&
                 !m_jobs.first()->notKept.isEmpty())
            tip = tr("Not as it was: %1 isn't kept with the job").arg(notKeptText(*m_jobs.first()));
        action->setToolTip(tip);
        if (QPushButton *button = m_buttons[at]) {
            button->setVisible(action->isVisible());
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

void JobActionBar::fit()
{
    // Words as long as there is room for all; then icons on the left, a short word for the longest on the right, at last icons alone.
    enum Level { Words, IconsLeft, Short, Icons };
    const auto textAt = [this](size_t at, int level) {
        const bool left = at < static_cast<size_t>(JobAction::Cancel);
        if (level == Icons || (left && level >= IconsLeft))
            return QString();
        const bool edit = at == static_cast<size_t>(JobAction::EditAgain);
        return edit && level == Short ? tr("Edit…") : m_actions[at]->text();
    };
    const auto needed = [&](int level) {
        int width = 32 + m_count->sizeHint().width();
        for (size_t at = 0; at < ActionCount; ++at) {
            if (m_buttons[at] == nullptr || !m_actions[at]->isVisible())
                continue;
            const QString text = textAt(at, level);
            width += 8 + (text.isEmpty() ? 36 : m_buttons[at]->fontMetrics().horizontalAdvance(text) + 46);
        }
        return width;
    };
    int level = Words;
    while (level < Icons && needed(level) > width())
        ++level;
    for (size_t at = 0; at < ActionCount; ++at) {
        if (m_buttons[at] != nullptr)
            m_buttons[at]->setText(textAt(at, level));
    }
}

} // namespace herdbook::ui
