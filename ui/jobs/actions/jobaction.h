// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

namespace herdbook::ui {

/// What can be done with jobs; each has one button, one menu entry and one key.
enum class JobAction { Open, OpenFolder, SaveAs, CopyLink, Cancel, RunAgain, EditAgain, Remove, Mend };

/// A file in a folder here.
inline bool isHere(jobs::FileFact file)
{
    return file == jobs::FileFact::Present || file == jobs::FileFact::WrongSize;
}

/// Whether it makes sense for a job.
/// @param downloadable whether files that aren't on this machine can be had over the web API.
bool applies(JobAction action, const jobs::JobRow &job, bool downloadable);

} // namespace herdbook::ui
