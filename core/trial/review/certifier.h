// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/certificate.h"
#include "core/storage/postgres.h"

namespace herdbook::trial {

/// The certificate of the analyzed data that journals know of, schema `herdbook` and those of this workstation together: a trial came to
/// what the answers of all of them bear out. The newest one whose pool is unchanged and that is enough, else the newest one; why the newest
/// of all doesn't count where none does. None counts while a journal is there that can't be read: it may hold another try of the pool.
/// @param connection of the analysis, for the schema; the journal may be away. @param storePaths of journals on this workstation.
/// All are used on the analyzing thread.
reid::Certifier certifierFor(storage::Postgres &connection, const QStringList &storePaths);

} // namespace herdbook::trial
