// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/report/reportdata.h"
#include "core/season/detectionrows.h"

#include <functional>
#include <stop_token>

namespace herdbook::render {

/// What is counted for a request: detections in any of its periods.
season::Condition countedFor(const exports::ExportRequest &request, const QTimeZone &zone);

/// Reads what a report says in one snapshot of the database, and its portraits from the photos. A report without
/// detections is no error here (ReportData::isEmpty).
/// @param target the file the report is for: beside it photos in hand are noted (PhotosInHand); empty: nothing is noted.
/// @param step called before each step with its words: "Reading October 2025", "Cutting portraits".
Result<ReportData> gatherReport(storage::Postgres &connection, const exports::ExportRequest &request,
                                const Settings &settings, const QString &target, const QDateTime &now,
                                const std::function<void(const QString &)> &step, const std::stop_token &stop);

} // namespace herdbook::render
