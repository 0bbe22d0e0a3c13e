// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/commandline.h"
#include "core/exports/exportrequest.h"

namespace herdbook::exporting {

/// What herdbook-export was asked to do.
struct Arguments
{
    enum class Via { Redis, Api };

    Settings settings;
    Via via = Via::Redis;
    exports::ExportRequest request;
    QString out; ///< a folder, where the file gets its proper name, or the file itself
    bool wait = true;
    bool quiet = false;
    bool printRequest = false; ///< only tells what would be sent
    int timeoutSeconds = 0;    ///< 0: as long as it takes
};

void addOptions(QCommandLineParser &parser);

/// Options on top of the JSON of --json. InvalidInput with all broken rules, a line each.
/// @param today in the site's zone.
Result<Arguments> readArguments(CommandLine &commandLine, const std::function<QDate(const QTimeZone &)> &today);

} // namespace herdbook::exporting
