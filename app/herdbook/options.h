// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/commandline.h"

namespace herdbook {

/// Adds the desktop's own options.
void addDesktopOptions(QCommandLineParser &parser);

/// Answers --version, --help, --demo --print-env and --demo --forget by a few lines of text; needs a QCoreApplication. Gives the exit code.
int printOnly(CommandLine &commandLine);

} // namespace herdbook
