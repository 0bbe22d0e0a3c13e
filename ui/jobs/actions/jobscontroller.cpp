// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/jobscontroller.h"

#include "core/base/whendone.h"
#include "ui/jobs/details/mendingtexts.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/text/texts.h"

namespace herdbook::ui {

using jobs::ActionOutcome;
using jobs::JobRowPtr;

namespace {

QStringList idsOf(const QList<JobRowPtr> &rows)
{
    QStringList ids;
    for (const JobRowPtr &row : rows)
        ids << row->id;
    return ids;
}

} // namespace

JobsController::JobsController(jobs::JobFeed &feed, jobs::JobActions &actions, std::function<QDate()> today,
                               QObject *parent)
    : QObject(parent), m_feed(feed), m_actions(actions), m_today(std::move(today))
{
    connect(&m_files, &JobFiles::told, this, &JobsController::told);
    connect(&m_files, &JobFiles::folderNotOpened, this, &JobsController::folderNotOpened);
    connect(&m_files, &JobFiles::saving, this, &JobsController::saving);
}

JobsController::~JobsController()
{
    // Nobody will be here to hear later that it is done.
    if (!m_removing.isEmpty())
        m_feed.forgetOnce(idsOf(m_removing), m_actions.remove(m_removing));
}

void JobsController::trigger(JobAction action, const QList<JobRowPtr> &jobs, QWidget *window)
{
    if (jobs.isEmpty())
        return;
    const auto refresh = [this](const QString &one, const QString &many) {
        return [this, one, many](const ActionOutcome &outcome) { report(outcome, one, many); };
    };
    switch (action) {
    case JobAction::Open:
        return m_files.open(jobs);
    case JobAction::OpenFolder:
        return m_files.openFolder(*jobs.first());
    case JobAction::SaveAs:
        return m_files.save(jobs, window);
    case JobAction::CopyLink:
        return m_files.copyLinks(jobs);
    case JobAction::Cancel:
        whenDone(m_actions.cancel(jobs), this, [this, jobs, window](const ActionOutcome &outcome) {
            if (!outcome.errors.isEmpty())
                return report(outcome, {}, {});
            m_feed.refresh();
            const QString done = jobs.size() == 1 ? tr("Cancelled") : tr("%1 jobs cancelled").arg(jobs.size());
            if (std::ranges::all_of(jobs, [](const JobRowPtr &job) { return job->repeatable; }))
                Q_EMIT offered(done, tr("Run again"),
                               [this, jobs, window] { trigger(JobAction::RunAgain, jobs, window); });
            else
                Q_EMIT told(done, false);
        });
        return;
    case JobAction::RunAgain:
        whenDone(m_actions.runAgain(jobs, m_today()), this, refresh(tr("Queued again"), tr("%1 jobs queued again")));
        return;
    case JobAction::EditAgain:
        Q_EMIT editAsked(jobs.first());
        return;
    case JobAction::Remove:
        return remove(jobs);
    case JobAction::Mend: {
        QList<JobRowPtr> again, away, rest;
        for (const JobRowPtr &job : jobs) {
            const bool repeat = job->mending == jobs::Mending::RunAgain || job->mending == jobs::Mending::SubmitAgain;
            (repeat ? again : job->mending == jobs::Mending::Remove ? away : rest) << job;
        }
        if (!again.isEmpty())
            trigger(JobAction::RunAgain, again, window);
        if (!away.isEmpty())
            remove(away);
        if (!rest.isEmpty())
            whenDone(m_actions.mend(rest), this,
                     refresh(mendingText(rest.first()->mending) + tr(": done"), tr("%1 jobs put right")));
        return;
    }
    }
}

void JobsController::report(const ActionOutcome &outcome, const QString &one, const QString &many)
{
    m_feed.refresh();
    if (outcome.errors.isEmpty())
        return Q_EMIT told(outcome.done == 1 ? one : many.arg(outcome.done), false);
    QString text;
    if (const qsizetype all = outcome.done + outcome.left.size(); all > 1) {
        text = tr("%1 of %2 done").arg(countText(outcome.done), countText(all));
        if (outcome.untried() > 0)
            text += tr(", %1 not tried").arg(countText(outcome.untried()));
        text += QStringLiteral(". ");
    }
    Q_EMIT told(text + errorsText(outcome.errors), true);
}

void JobsController::remove(const QList<JobRowPtr> &jobs)
{
    m_removing +=
        jobs; // those still to be undone are promised their time: all of them begin it anew, and are undone together
    Q_EMIT hidden(idsOf(jobs));
    Q_EMIT undoOffered(
        countText(m_removing.size(), tr("Removed %1").arg(titleText(*m_removing.first())), tr("Removed %1 jobs")));
}

void JobsController::undoRemove()
{
    const QStringList ids = idsOf(std::exchange(m_removing, {}));
    Q_EMIT undoOver();
    if (!ids.isEmpty())
        Q_EMIT unhidden(ids);
}

void JobsController::carryOutRemoval()
{
    if (m_removing.isEmpty())
        return;
    const QList<JobRowPtr> jobs = std::exchange(m_removing, {});
    Q_EMIT undoOver();
    whenDone(m_actions.remove(jobs), this, [this, jobs](const ActionOutcome &outcome) {
        m_feed.forget(outcome.doneOf(idsOf(jobs)));
        if (!outcome.left.isEmpty()) {
            Q_EMIT unhidden(outcome.left);
            report(outcome, {}, {});
        }
    });
}

} // namespace herdbook::ui
