// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/worker/celery/events.h"
#include "core/worker/celery/revocations.h"
#include "core/worker/lease.h"
#include "core/worker/upkeep/exportfolder.h"
#include "core/worker/upkeep/housekeeping.h"
#include "core/worker/upkeep/outbox.h"

namespace herdbook::worker {

/// What the slots of a worker share.
struct Workshop
{
    const Options &options;
    const Maker &make;
    const Clock &clock;
    const ExportFolder &folder;
    Condition &condition;
    Lease &lease;
    RunningJobs &running;
    const Revocations &revocations;
    Outbox &outbox;
    Housekeeping &housekeeping;
    Node &node;
    Events &events;
};

} // namespace herdbook::worker
