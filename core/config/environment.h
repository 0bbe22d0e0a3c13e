// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/envparser.h"
#include "core/config/settings.h"

namespace herdbook {

/// Reads a deployment's .env file as parseEnvironment() does. Error when the file can't be read whole, isn't UTF-8, or a line is not of that
/// form (named by its number, never by its content).
Result<Variables> readEnvironmentFile(const QString &path);

/// The same, but for lines that are not of that form, which it leaves out and names.
Result<EnvironmentText> readUsableEnvironment(const QString &path);

/// Writes variables as a .env file that only its owner may read (mode 0600), atomically.
Result<void> writeEnvironmentFile(const QString &path, const Variables &variables);

/// The process environment.
Variables processVariables();

/// The environment and, under it, the variables of `file` when that isn't empty: real variables win. A real REDIS_URL or DATABASE_URL wins
/// over the file's single variables for the same; real single variables win over either. Error also when a
/// real one isn't UTF-8.
Result<Variables> loadVariables(const QString &file);

/// Settings from the environment and, under it, from `file` when that isn't empty: real variables win.
Result<Settings> loadSettings(const QString &file = {}, const Settings &defaults = {});

} // namespace herdbook
