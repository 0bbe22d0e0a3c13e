// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/jobaction.h"

namespace herdbook::ui {

bool applies(JobAction action, const jobs::JobRow &job, bool downloadable)
{
    const bool here = isHere(job.file);
    const bool completed = job.state == jobs::RowState::Completed;
    switch (action) {
    case JobAction::Open:
    case JobAction::SaveAs:
        return completed && (here || (downloadable && isElsewhere(job.file)));
    case JobAction::OpenFolder:
        return completed && here;
    case JobAction::CopyLink:
        return completed && !job.fileName.isEmpty() && job.file != jobs::FileFact::Gone;
    case JobAction::Cancel:
        return job.isWaitingOrRunning(); // also once more, where it got no further than its key
    case JobAction::RunAgain:
        return job.repeatable && !job.isWaitingOrRunning();
    case JobAction::EditAgain:
        // The form has a letterhead of its own.
        return job.repeatable || job.notKept == QStringList{QStringLiteral("logo")};
    case JobAction::Remove:
        return true;
    case JobAction::Mend:
        return job.mending != jobs::Mending::None;
    }
    return false;
}

} // namespace herdbook::ui
