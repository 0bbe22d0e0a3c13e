// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/load/reader.h"

/// What an analysis tells of the data it was read from, beside the checks of its scores.
namespace herdbook::reid::load {

Check schemaCheck(const Schema &schema);
/// @param stored whether the vectors aren't read
Check profileCheck(const Profiles &profiles, bool stored);
Check versionCheck(const Profiles &profiles, bool stored);
/// @param inForce the threshold in force
void addStoredChecks(std::vector<Check> &checks, const StoredFacts &facts, const StoredMatches &matches,
                     double inForce);

} // namespace herdbook::reid::load
