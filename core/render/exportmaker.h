// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/config/settings.h"
#include "core/exports/cropcounts.h"
#include "core/exports/exportrequest.h"

#include <functional>
#include <stop_token>

namespace herdbook::render {

/// How far an export is. `done` of `total` items (detections; for a report its detections too), never more than
/// `total`.
struct ExportProgress
{
    int done = 0;
    int total = 0;
    QString stage;           ///< short words for people, such as "Making crops"
    QString waitingFor = {}; ///< file name of a photo whose disk doesn't answer, or `database`; empty as long as all do
};

/// A finished file.
struct MadeExport
{
    QString path;
    qint64 bytes = 0;
    QByteArray sha256;       ///< lower-case hex
    int totalDetections = 0; ///< asked for
    int processed = 0;       ///< of these, handled (in the file or in its list of what is missing)
    int missing = 0;         ///< ZIP: detections without crop, unknown ids included
    std::optional<exports::CropCounts> crops = {}; ///< ZIP with crops, or of detections by id: what it lacks, and why
};

/// Makes the file of one export: a report as PDF, or a data set as ZIP. Each call opens its own connection to
/// PostgreSQL, so it may run in any thread, several at once. Text is painted, so the program needs a QGuiApplication
/// (the `offscreen` platform will do).
class ExportMaker
{
public:
    using Progress = std::function<void(const ExportProgress &)>;

    /// @param settings where PostgreSQL and the photos are, and the site's time zone.
    /// @param threads how many threads make crops; 0: one for each processor.
    explicit ExportMaker(Settings settings, Clock clock = systemClock(), int threads = 0);

    /// Makes the file and publishes it whole under `target`, an absolute path in an existing folder; on any error
    /// nothing is left behind.
    /// @param progress called in the calling thread, about ten times a second at most and at the end of each stage; may
    /// be empty.
    /// @return NotFound "No detections found in the selected date range", with how many photos aren't read yet (unless an empty report was asked for),
    /// InvalidInput when a ZIP would hold too many detections, Cancelled soon after `stop` was requested, Unreachable
    /// or Denied by PostgreSQL, Storage.
    Result<MadeExport> make(const exports::ExportRequest &request, const QString &target, const Progress &progress = {},
                            const std::stop_token &stop = {}) const;

private:
    Settings m_settings;
    Clock m_clock;
    int m_threads;
};

} // namespace herdbook::render
