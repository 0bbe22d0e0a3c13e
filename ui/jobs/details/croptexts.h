// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/jobs/details/facttable.h"

namespace herdbook::ui {

/// Whether a completed data set lacks crops or detections that were asked for, or has crops of damaged photos.
bool isIncomplete(const jobs::JobRow &job);
/// Whether that isn't known of it: its worker doesn't say.
bool isUncounted(const jobs::JobRow &job);
/// Whether photos aren't where they are looked for, or can't be read there.
bool lacksPhotos(const jobs::JobRow &job);

/// "1,061 crops missing", "4 crops damaged", or both; "3 detections missing" without crops; empty where nothing lacks, something else where
/// that isn't known.
QString lackText(const jobs::JobRow &job);

/// "For 1,061 of 2,211 detections there is no crop", without a full stop, and what the archive holds nevertheless, or what would let it be known;
/// empty where nothing lacks.
QString lackLead(const jobs::JobRow &job);
QString lackRest(const jobs::JobRow &job);

/// Why crops or detections are missing, with counts, and the names of the first photos.
QList<FactTable::Fact> lackFacts(const jobs::JobRow &job);

} // namespace herdbook::ui
