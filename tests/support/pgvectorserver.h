// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/demo/privateservers.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

namespace herdbook::test {

/// A loopback PostgreSQL with the real pgvector extension: the installed one where pgvector is packaged for it, otherwise one in memory
/// by Node.js (tests/integration/pgvector). Use one connection at a time. It ends with this object.
class PgvectorServer
{
public:
    ~PgvectorServer();

    /// Starts it; NotFound when there is neither (packaging/pgvector sees to that).
    Result<void> start();

    PostgresSettings settings() const { return m_settings; }

private:
    /// Whether the installed PostgreSQL has pgvector; it runs then.
    Result<bool> startInstalled();

    QTemporaryDir m_folder{QDir::tempPath() + QStringLiteral("/herdbook-pgvector-XXXXXX")};
    demo::PrivatePostgres m_installed{m_folder.filePath(QStringLiteral("postgres"))};
    QProcess m_process;
    PostgresSettings m_settings;
};

} // namespace herdbook::test
