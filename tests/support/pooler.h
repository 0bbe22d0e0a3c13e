// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QProcess>
#include <QTemporaryDir>

namespace herdbook::test {

/// Debian's pgbouncer before a private PostgreSQL, on loopback, with few connections of its own, so that clients share them. Ends with
/// the object.
class Pooler
{
public:
    /// @param mode pgbouncer's pool_mode: "session" or "transaction"
    Result<void> start(const PostgresSettings &server, const QString &mode);
    ~Pooler();

    /// The server as it is reached through the pooler.
    PostgresSettings settings() const { return m_settings; }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    PostgresSettings m_settings;
};

} // namespace herdbook::test
