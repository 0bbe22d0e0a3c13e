// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstatus.h"

namespace herdbook::exports {

/// A file name for people, from title and period: "Rut 2026 seasonal.pdf", "October 2026 detections.zip", "Rut 2025 against Rut 2026
/// comparison.pdf". Safe on every file system, at most about 120 characters; the period is left out where the title holds its years.
QString shownFileName(const ExportRequest &request);

/// The same from what a status remembers; its file's own name where that isn't enough.
QString shownFileName(const JobStatus &status);

/// Text as a part of a file name: no separators, no control characters, nothing a shell or Windows refuses.
QString fileNamePart(const QString &text);

/// `attachment; filename="..."; filename*=UTF-8''...` (RFC 6266).
QByteArray contentDisposition(const QString &name);

} // namespace herdbook::exports
