// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/widgets/style/icons.h"

#include <QTimeZone>

/// Words for what contradicts and for what mends it.
namespace herdbook::ui {

/// What contradicts, as a sentence, and what it means for the job.
QString contradictionLead(jobs::Contradiction contradiction);
QString contradictionRest(const jobs::JobRow &row, const QTimeZone &zone);
/// The button that mends it.
QString mendingText(jobs::Mending mending);
Icon mendingIcon(jobs::Mending mending);

} // namespace herdbook::ui
