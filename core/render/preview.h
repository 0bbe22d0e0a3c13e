// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/exports/exportrequest.h"

#include <QDateTime>
#include <QImage>
#include <stop_token>

namespace herdbook::render {

/// What an export would hold, for the line under the form.
struct ExportEstimate
{
    qint64 detections = 0;
    qint64 images = 0;
    qint64 locations = 0;
    qint64 missingImages = 0; ///< ZIP with crops: photos whose file is not in the image folder of this machine
    QString photosUnknown;    ///< why nothing can be told from here of all or some photos; then none is called missing
    qint64 bytes = 0;         ///< rough size of the file
    double seconds = 0;       ///< rough time on one worker
    bool tooMany = false;     ///< more detections than a ZIP may hold
};

/// Counts what the request covers. Opens its own connection: call it in a background thread. Cancelled soon after
/// `stop`.
Result<ExportEstimate> estimateExport(const Settings &settings, const exports::ExportRequest &request,
                                      const std::stop_token &stop = {});

/// The first page of the report as it would be now, about 0.2 s for a year. An empty report shows that it is empty.
/// InvalidInput for a ZIP. Call it in a background thread; Cancelled soon after `stop`.
Result<QImage> previewReport(const Settings &settings, const exports::ExportRequest &request, const QDateTime &now,
                             qreal dotsPerInch, const std::stop_token &stop = {});

/// All locations, id and name, by name.
Result<QList<QPair<QString, QString>>> knownLocations(const Settings &settings, std::stop_token stop = {});

} // namespace herdbook::render
