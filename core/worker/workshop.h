// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/worker/exportfolder.h"
#include "core/worker/housekeeping.h"
#include "core/worker/lease.h"
#include "core/worker/outbox.h"

namespace herdbook::worker {

/// What the slots of a worker share.
struct Workshop
{
    const Options &options;
    const Maker &make;
    const Clock &clock;
    const ExportFolder &folder;
    Lease &lease;
    RunningJobs &running;
    Outbox &outbox;
    Housekeeping &housekeeping;
};

} // namespace herdbook::worker
