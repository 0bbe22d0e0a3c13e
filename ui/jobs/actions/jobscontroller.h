// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobactions.h"
#include "core/jobs/jobfeed.h"
#include "ui/jobs/actions/jobaction.h"
#include "ui/jobs/actions/jobfiles.h"

#include <QObject>

#include <functional>

class QWidget;

namespace herdbook::ui {

/// Carries out what is asked for in the jobs panel, without waiting: cancelling, running again, mending and removing, which takes effect only
/// after a time to undo it; what is done with files is JobFiles'.
class JobsController : public QObject
{
    Q_OBJECT

public:
    static constexpr int UndoTime = 6000; ///< ms for which a removal is to be offered back

    /// @param today the current day in the site's time zone.
    JobsController(jobs::JobFeed &feed, jobs::JobActions &actions, std::function<QDate()> today,
                   QObject *parent = nullptr);
    /// Removals whose time has not run out are carried out, by the end of `actions`.
    ~JobsController() override;

    void trigger(JobAction action, const QList<jobs::JobRowPtr> &jobs, QWidget *window);
    /// Takes back every removal whose time hasn't run out.
    void undoRemove();
    /// The time for that, which whoever shows undoOffered() keeps, has run out.
    void carryOutRemoval();
    bool canUndo() const { return !m_removing.isEmpty(); }

    /// What is done with files.
    JobFiles &files() { return m_files; }

Q_SIGNALS:
    /// The rows go out of sight at once, and back in when it's undone.
    void hidden(const QStringList &jobIds);
    void unhidden(const QStringList &jobIds);
    void undoOffered(const QString &text);
    /// Taken back, or its time has run out.
    void undoOver();
    void editAsked(const herdbook::jobs::JobRowPtr &job);
    /// Done, and what can be done about it.
    void offered(const QString &text, const QString &action, const std::function<void()> &run);
    /// One line on what was done or why not.
    void told(const QString &text, bool isError);
    /// No program opens it.
    void folderNotOpened(const QString &folder);
    /// A file is being copied: 0..1; done at 1.
    void saving(double progress);

private:
    void remove(const QList<jobs::JobRowPtr> &jobs);
    void report(const jobs::ActionOutcome &outcome, const QString &one, const QString &many);

    jobs::JobFeed &m_feed;
    jobs::JobActions &m_actions;
    std::function<QDate()> m_today;
    QList<jobs::JobRowPtr> m_removing;
    JobFiles m_files;
};

} // namespace herdbook::ui
