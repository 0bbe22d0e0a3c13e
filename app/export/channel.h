// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/exports/jobstatus.h"

#include <memory>

namespace herdbook::exporting {

/// The way to the exports: through Redis, or through the web API. Blocks; one thread.
class Channel
{
public:
    virtual ~Channel() = default;

    /// The job's id. Unreachable or Denied; InvalidInput when the other side refuses the request.
    virtual Result<QString> submit(const exports::ExportRequest &request) = 0;
    virtual Result<exports::JobStatus> status(const QString &jobId) = 0;
    /// Puts the finished file under `target`, whole or not at all, its SHA-256 checked where the status has one.
    virtual Result<void> fetch(const exports::JobStatus &status, const QString &target) = 0;
};

std::unique_ptr<Channel> redisChannel(const Settings &settings);
std::unique_ptr<Channel> apiChannel(const Settings &settings);

/// Downloads `/api/static/exports/...` of the web address to `target`.
Result<void> download(const Settings &settings, const exports::JobStatus &status, const QString &target);

/// exports::copyChecked() of the file that the status tells; says on standard error what couldn't be compared.
Result<void> copyChecked(const QString &source, const exports::JobStatus &status, const QString &target);

} // namespace herdbook::exporting
