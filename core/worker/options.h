// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/exports/redisnames.h"
#include "core/render/exportmaker.h"

#include <array>
#include <chrono>
#include <functional>
#include <stop_token>
#include <vector>

namespace herdbook::worker {

using std::chrono::milliseconds;

/// How often and how long. The defaults are the deployment's; tests shorten them.
struct Timings
{
    milliseconds lease{15'000};  ///< a worker that doesn't renew for so long is taken for dead
    milliseconds renewal{5'000}; ///< of the lease
    milliseconds heartbeat{2'000};
    milliseconds watch{250};      ///< how often progress is written and cancellation asked for
    milliseconds recovery{3'000}; ///< how often dead workers are looked for
    milliseconds settle{5'000};   ///< after a gap in the connection, before anybody is taken for dead
    milliseconds outbox{500};
    milliseconds folderProbe{5'000};    ///< how often the export folder is asked whether it answers
    milliseconds folderSilence{10'000}; ///< without an answer for so long, it doesn't
    milliseconds endAnyway{8'500};      ///< after a stop, where the folder's silence would delay the end
    milliseconds cleanup{600'000};
    std::array<milliseconds, 2> reassert{milliseconds(300), milliseconds(2'000)};
    milliseconds lateProducer{10'000};   ///< after a job's end, before the last look at its status, by any worker
    milliseconds firstRetry{1'000};      ///< after a passing fault; then twice as long each time
    milliseconds longestRetry{15'000};   ///< between two tries
    milliseconds aside{5'000};           ///< for a message whose own keys Redis refuses
    milliseconds finishAfterStop{6'000}; ///< what is running when the worker is told to stop may go on for so long
};

/// What a worker is told from outside.
struct Options
{
    Settings settings;
    QByteArray queue = exports::DefaultQueue;
    QString nodeName; ///< `name@host`, as Celery's tools show it
    int concurrency = 1;
    int mostAttempts = 3;
    Timings timings;

    /// How long passing faults are waited out before a job fails by them.
    milliseconds patience{-1}; ///< as the settings say, unless it is set here
    milliseconds patienceInForce() const
    {
        return patience.count() >= 0 ? patience : milliseconds(std::chrono::seconds(settings.retrySeconds));
    }

    exports::QueueNames names() const { return exports::QueueNames(settings.redis, queue); }
};

/// Makes the file of one export; render::ExportMaker::make in the program.
using Maker =
    std::function<Result<render::MadeExport>(const exports::ExportRequest &request, const QString &target,
                                             const render::ExportMaker::Progress &progress, std::stop_token stop)>;

} // namespace herdbook::worker
