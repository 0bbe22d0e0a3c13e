// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobsgaps.h"

#include "ui/jobs/jobspanel.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QVBoxLayout>

namespace herdbook::ui {

JobsGaps::JobsGaps(const jobs::JobFeed &feed, Clock clock, const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_feed(feed), m_clock(std::move(clock)), m_zone(zone), m_more(new Label),
      m_history(new Label({}, TextRole::Body, &ThemeTokens::warn)),
      m_silent(new Label({}, TextRole::Body, &ThemeTokens::warn))
{
    m_more->setObjectName(QStringLiteral("moreJobs"));
    m_history->setObjectName(QStringLiteral("historyProblem"));
    m_silent->setObjectName(QStringLiteral("silentFiles"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (Label *line : {m_more, m_history, m_silent}) {
        line->setWordWrap(true);
        line->setContentsMargins(16, 0, 16, 8);
        line->hide();
        column->addWidget(line);
    }
}

void JobsGaps::showHealth()
{
    const qint64 more = m_feed.health().jobsNotShown;
    m_more->setVisible(more > 0);
    m_more->setText(
        JobsPanel::tr("Redis holds about %1 more jobs than are listed here. Which ones are listed is Redis's choice, "
                      "not the newest; counts and search leave the others out.")
            .arg(countText(more)));
    const QDateTime silent = m_feed.health().filesSilentSince;
    m_silent->setVisible(silent.isValid());
    m_silent->setText(
        JobsPanel::tr("Files not looked at since %1: the export folder doesn't answer. Whether they are there isn't "
                      "known.")
            .arg(sinceText(silent, m_zone, m_clock())));
}

void JobsGaps::showHistoryProblem()
{
    const QString problem = m_feed.historyProblem();
    m_history->setVisible(!problem.isEmpty());
    m_history->setText(JobsPanel::tr("Jobs that Redis no longer holds may be missing here. %1").arg(coreText(problem)));
}

} // namespace herdbook::ui
