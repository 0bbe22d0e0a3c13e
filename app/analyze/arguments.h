// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/commandline.h"
#include "core/reid/load/databaseanalysis.h"

namespace herdbook::analyze {

/// What herdbook-analyze was asked to do.
struct Arguments
{
    Settings settings;
    reid::Options options;
    reid::Source source = reid::Source::Best;
    bool json = false;
    bool backfill = false;
    QString out; ///< folder for the report's files; empty: none
};

void addOptions(QCommandLineParser &parser);

/// InvalidInput with the option's name when something can't be used.
Result<Arguments> readArguments(CommandLine &commandLine);

} // namespace herdbook::analyze
