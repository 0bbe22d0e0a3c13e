// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/deployedschema.h"

#include <QFile>

static void loadResource()
{
    Q_INIT_RESOURCE(deployedschema);
}

namespace herdbook::demo {

QByteArray deployedSchema()
{
    loadResource();
    QFile file(QStringLiteral(":/demo/deployedschema.sql"));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

Result<void> createDeployedDatabase(const PostgresSettings &server, const QString &name)
{
    Result<PgSession> session = PgSession::open(server);
    if (!session)
        return session.error();
    if (Result<void> made = session->execute("CREATE DATABASE \"" + name.toUtf8() + '"'); !made)
        return made;
    PostgresSettings inside = server;
    inside.database = name;
    Result<PgSession> database = PgSession::open(inside);
    return database ? database->execute(deployedSchema()) : Result<void>(database.error());
}

} // namespace herdbook::demo
