// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QList>
#include <stop_token>

namespace herdbook::storage {

/// One thing that was looked at.
struct CheckStep
{
    enum class Outcome { Passed, Warning, Failed };

    QString what;   ///< "Host and port", "Password", "Tables" ...
    QString detail; ///< one line: what was found, and what to do about it
    Outcome outcome = Outcome::Passed;
};

/// The steps in the order taken; after the first Failed one that others depend on, the rest is not there.
struct CheckReport
{
    QList<CheckStep> steps;

    bool passed() const;
    /// The first failure's detail, else the first warning's, else empty.
    QString summary() const;
};

/// Whether somebody listens there at all; names the host apart from the port. A host that is a path is a socket's folder and passes.
CheckStep checkPort(const QString &host, quint16 port);

/// Looks at PostgreSQL step by step: host, port, TLS, user and password, database, tables, rights. What only writing needs is a
/// warning (nothing at all for `readOnly`). Changes nothing. Blocks for up to some 10 s: not for the UI thread. A stop is honored
/// between the steps.
CheckReport checkPostgres(const PostgresSettings &settings, bool readOnly, const std::stop_token &stop = {});

/// The same for Redis: host, port, TLS, password, version (6.2 or newer), rights to read the jobs and, unless `readOnly`, to queue
/// them. Changes nothing: the rights are tried on keys that don't exist.
CheckReport checkRedis(const RedisSettings &settings, bool readOnly, const std::stop_token &stop = {});

/// Whether exports can be read in `exportFolder` and photos in `imageFolder`; where none is set nothing was looked at, and one that doesn't
/// answer within 5 s is said not to.
CheckReport checkFolders(const QString &exportFolder, const QString &imageFolder, const std::stop_token &stop = {});

} // namespace herdbook::storage
