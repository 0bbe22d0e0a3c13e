// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/redis.h"

#include <map>

namespace herdbook::api {

/// The jobs that Redis knows.
struct KnownJobs
{
    std::map<QByteArray, QByteArray> statuses; ///< what is in the key, by job id
    QString note;                              ///< what is left out; empty where nothing is
};

/// Reads the statuses of at most 5,000 jobs.
Result<KnownJobs> readJobs(storage::Redis &redis);

/// All that a list of these leaves out, as a sentence; empty where nothing is.
/// @param unreadable how many of the statuses are none.
QString leftOut(const KnownJobs &jobs, qsizetype unreadable);

} // namespace herdbook::api
