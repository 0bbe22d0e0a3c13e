// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"

#include <QByteArrayList>
#include <QList>
#include <functional>
#include <stop_token>

namespace herdbook::storage {

class Postgres;

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

/// Looks at what those who write will need, by their own rules.
using WritingCheck = std::function<CheckStep(Postgres &)>;

/// Looks at PostgreSQL step by step: host, port, TLS, user and password, database, tables, rights. What only writing needs is a
/// warning. Changes nothing. Blocks for up to some 10 s: not for the UI thread. A stop is honored between the steps.
/// @param writing the last step, trial::checkWriting(); null for a profile that writes nothing.
CheckReport checkPostgres(const PostgresSettings &settings, const WritingCheck &writing,
                          const std::stop_token &stop = {});

/// The same for Redis: host, port, TLS, password, version (6.2 or newer), rights to read the jobs and to queue them. Changes nothing: reading
/// is tried on keys that don't exist, writing by refusedCommands().
/// @param asking exports::submitCommands(); empty for a profile that writes nothing.
CheckReport checkRedis(const RedisSettings &settings, const QList<QByteArrayList> &asking,
                       const std::stop_token &stop = {});

/// Whether exports can be read in `exportFolder` and photos in `imageFolder`; where none is set nothing was looked at, an empty one is
/// a warning, and one that doesn't answer within 5 s is said not to.
CheckReport checkFolders(const QString &exportFolder, const QString &imageFolder, const std::stop_token &stop = {});

} // namespace herdbook::storage
