// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/config/settings.h"

#include <chrono>

namespace herdbook::trial {

/// What the Trial screen works with; put together in app/.
struct Services
{
    PostgresSettings postgres;
    QString imageFolder; ///< where /mnt/images is found here
    QString storePath;   ///< the journal of trials: trials.sqlite in the user's data folder
    QString reviewer;    ///< `user@host`
    QTimeZone siteTimeZone = QTimeZone::systemTimeZone();
    Clock clock = systemClock();
    std::chrono::milliseconds shareAfter{2000};  ///< an answer goes to the shared journal this long after it was given
    std::chrono::milliseconds hearWithin{4000};  ///< a verdict waits this long for what others answered
    std::chrono::milliseconds shareAgain{10000}; ///< and is tried again this long after that failed
    bool readOnly = false; ///< a read-only profile: nothing that writes to the database is offered
};

} // namespace herdbook::trial
