// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/jobs/details/facttable.h"

#include <QTimeZone>

namespace herdbook::ui {

/// What status key, queue, workers' hands, lease and file say about a job.
/// @param stale as last read: Redis is away.
QList<FactTable::Fact> systemFacts(const jobs::JobRow &job, const QTimeZone &zone, bool stale);

/// What one who asked for the export wants to know: how it stands, where its file is, until when.
QList<FactTable::Fact> exportFacts(const jobs::JobRow &job, const QTimeZone &zone);
/// What was asked for, and by whom.
QList<FactTable::Fact> requestFacts(const jobs::JobRow &job);

} // namespace herdbook::ui
