// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QProcess>

namespace herdbook::test {

/// A loopback PostgreSQL with the real pgvector extension, in memory (tests/integration/pgvector). It serves one connection at a time and
/// ends with this object.
class PgvectorServer
{
public:
    ~PgvectorServer();

    /// Starts it; NotFound when Node.js or its packages are missing (`npm ci` in tests/integration/pgvector).
    Result<void> start();

    PostgresSettings settings() const { return m_settings; }

private:
    QProcess m_process;
    PostgresSettings m_settings;
};

} // namespace herdbook::test
