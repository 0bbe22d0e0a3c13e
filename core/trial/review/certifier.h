// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/certificate.h"
#include "core/trial/review/sharedtrials.h"

namespace herdbook::trial {

/// The certificate of the analyzed data that journals know of: of schema `herdbook`, else of this workstation. The newest one whose pool
/// is unchanged; why the newest of all doesn't count where none does.
/// @param connection of the analysis, for the schema; the journal may be away. @param storePaths of journals on this workstation.
/// All are used on the analyzing thread.
reid::Certifier certifierFor(storage::Postgres &connection, const QStringList &storePaths);

} // namespace herdbook::trial
