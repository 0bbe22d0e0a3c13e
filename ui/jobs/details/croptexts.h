// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/jobs/details/facttable.h"

namespace herdbook::ui {

/// Whether a completed data set lacks crops, or has some of damaged photos.
bool lacksCrops(const jobs::JobRow &job);
/// Whether photos aren't where they are looked for, or can't be read there.
bool lacksPhotos(const jobs::JobRow &job);

/// "1,061 crops missing", "4 crops damaged", or both; empty where nothing lacks.
QString lackText(const jobs::JobRow &job);

/// "For 1,061 of 2,211 detections there is no crop", without a full stop, and what the archive holds nevertheless; empty where nothing lacks.
QString lackLead(const jobs::JobRow &job);
QString lackRest(const jobs::JobRow &job);

/// Why crops are missing, with counts, and the names of the first photos.
QList<FactTable::Fact> lackFacts(const jobs::JobRow &job);

} // namespace herdbook::ui
