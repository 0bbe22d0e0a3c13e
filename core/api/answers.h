// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/exportfiles.h"
#include "core/api/jsonwriter.h"
#include "core/exports/exportvalidation.h"
#include "core/exports/jobstatus.h"
#include "core/http/message.h"

namespace herdbook::api {

/// Everything this service says, as JSON. Errors are `{detail}`, those of validation with `errors: [{field, rule, message}]`.

http::Response jsonAnswer(int status, JsonWriter &&body);
http::Response problem(int status, const QString &detail);

/// 400 with the first violation as `detail`.
http::Response invalid(const QList<exports::Violation> &violations);

/// Who failed.
enum class Server { Redis, PostgreSQL };

/// 404, 409, 503 with Retry-After (what Redis has no room for, and data of PostgreSQL that can't be read as it should be, is told there), or
/// 500 with the reason. What servers say of addresses and users stays in the log.
http::Response failure(const Error &error, Server server);

/// A status as `GET /api/exports/pdf/{id}` or `/zip/{id}` gives it; 404 where the job is of the other kind. Of a completed one
/// `file_available` says whether its file is there (null: not known); without it there is no link.
/// @param isThere whether the file of a completed one is; nothing: not known.
http::Response statusAnswer(const Result<exports::JobStatus> &status, exports::ExportKind asked,
                            std::optional<bool> isThere);

/// One job as the list has it, but that nobody looks for its file; JSON in one line.
std::string jobText(const exports::JobStatus &job);

/// All jobs with the fields of both kinds, and `kind`, `stage`, `cancelled` and `requested_by` where known; newest first.
/// @param note what is left out, where something is.
http::Response listAnswer(QList<exports::JobStatus> jobs, const QString &note, const ExportFiles &files);

/// 202 for a new job.
/// @param total detections, -1 where not known (PDF).
/// @param workers online; nothing where they couldn't be counted.
http::Response acceptedAnswer(const QString &jobId, exports::ExportKind kind, qint64 total,
                              const QDateTime &estimatedCompletion, std::optional<int> workers);

/// 202 for the job an idempotency key was used for before: its own state and total, nothing estimated. Its failure where that can't be read.
http::Response repeatedAnswer(const Result<exports::JobStatus> &status, exports::ExportKind kind);

/// When a job that waits behind `ahead` others will be done, from what jobs of each kind usually take.
QDateTime estimateCompletion(const QDateTime &now, exports::ExportKind kind, qint64 total, qint64 ahead, int workers);

} // namespace herdbook::api
