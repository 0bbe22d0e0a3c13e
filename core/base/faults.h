// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArrayView>
#include <QList>
#include <initializer_list>

namespace herdbook {

/// What one SQLSTATE (five characters) or a class of them (the first two) means to Herdbook. The one table that decides which faults of
/// PostgreSQL are worth another try; `words` introduce the server's own message.
struct ServerFault
{
    QByteArray state;
    ErrorKind kind;
    bool passing;
    QString words;
};
const QList<ServerFault> &serverFaults();

/// The error for an SQLSTATE: the table's words, then the server's message as it is. A state that isn't in the table is Internal and not
/// passing. 57014 (a statement was ended) is told as the server's doing: who cancelled it himself knows.
Error faultOfServer(QByteArrayView sqlState, const QString &serverMessage);

/// The error of a server that wants a password where none is given: Denied. @param server "Redis"; or with the user that it is wanted for.
Error passwordMissing(const QString &server, const QString &user = {});
/// Whether a message is that of one.
bool tellsOfMissingPassword(const QString &message);
/// Whether a text holds one of these words of others, in capitals or not.
bool saysAny(const QString &text, std::initializer_list<const char *> words);
/// What libpq and hiredis tell in words alone, without a code: that encryption or its certificates failed or lack,
bool tellsOfTls(const QString &message);
/// and that something listens there which doesn't talk as the server should.
bool tellsOfAnotherServer(const QString &message);
/// Whether a server answered and doesn't let us in (password, right, database, certificate), where it else is away. What decides between
/// "refused" and "unreachable" wherever that is told.
bool isRefusal(const Error &error);

/// The error for an errno about a file or folder. Passing: a folder that turned read-only, a mount that vanished, went stale or doesn't
/// answer. Not passing: a missing right, a full disk, a bad name.
/// @param what begins the message: "Can't write /mnt/exports/report.pdf"
Error faultOfFile(int errorNumber, const QString &what);

/// Why a folder in which a name isn't found doesn't tell that there is no such file: it is missing, can't be listed, or is empty, as a mount
/// point is without its disk. The end of a sentence about the folder; empty where it does tell. Waits for the disk.
QString doubtAboutFolder(const QString &folder);

} // namespace herdbook
