// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/pgsession.h"

namespace herdbook::demo {

/// The SQL that makes the deployed system's types, tables and indexes, with real[] in place of vector(512).
QByteArray deployedSchema();

/// Makes database `name` on the session's server and the deployed schema in it. `name` is a plain identifier.
Result<void> createDeployedDatabase(const PostgresSettings &server, const QString &name);

} // namespace herdbook::demo
