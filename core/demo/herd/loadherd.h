// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/herd/herd.h"
#include "core/demo/pgsession.h"

#include <stop_token>

namespace herdbook::demo {

/// Fills a database that has the empty deployed schema: all tables, reid_similarity_scores as live logging of the last five months
/// left it, and the schema `demo_truth` (animals; the animal of each detection and profile). One transaction, about 2 s; when
/// stopped it ends soon, with an error, and leaves nothing.
Result<void> loadHerd(PgSession &session, const Herd &herd, const std::stop_token &stop = {});

/// Makes database `name` on the server with the deployed schema and the herd in it.
Result<void> createHerdDatabase(const PostgresSettings &server, const QString &name, const Herd &herd,
                                const std::stop_token &stop = {});

} // namespace herdbook::demo
