// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/jobstore.h"
#include "core/worker/worker.h"
#include "tests/support/servers.h"

namespace herdbook::test {

/// Options with the fixture's servers and short times.
worker::Options quickOptions(const Settings &settings, int concurrency = 1);

/// Makes a small real file, atomically, as the export maker does.
Result<render::MadeExport> makeSmallFile(const exports::ExportRequest &request, const QString &target,
                                         const render::ExportMaker::Progress &progress, const std::stop_token &stop);

/// A worker in a thread of this program, from its construction to its end.
class RunningWorker
{
public:
    explicit RunningWorker(worker::Options options, worker::Maker make = makeSmallFile);
    ~RunningWorker() { (void)stop(); }

    /// Stops it and waits; how it ended.
    Result<void> stop();

private:
    worker::Worker m_worker;
    Result<void> m_ended;
    std::jthread m_thread;
};

/// A report over June 2026, and a ZIP of that many detections.
exports::ExportRequest someReport();
exports::ExportRequest someZip(int detections);

/// Files in the export folder, hidden ones too, without what is hidden for the worker's own use.
QStringList filesIn(const Settings &settings);

} // namespace herdbook::test
