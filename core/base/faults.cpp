// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/faults.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <dirent.h>
#include <iterator>
#include <memory>

namespace herdbook {

const QList<ServerFault> &serverFaults()
{
    using enum ErrorKind;
    static const QList<ServerFault> faults{
        // Another try is worth it.
        {"08", Unreachable, true, QStringLiteral("The connection to PostgreSQL was lost")},
        {"57P01", Unreachable, true, QStringLiteral("PostgreSQL ended the connection")},
        {"57P02", Unreachable, true, QStringLiteral("PostgreSQL crashed")},
        {"57P03", Unreachable, true, QStringLiteral("PostgreSQL takes no connections yet")},
        {"57P05", Unreachable, true, QStringLiteral("PostgreSQL ended the connection")},
        {"25P03", Unreachable, true, QStringLiteral("PostgreSQL ended the connection")},
        {"25P04", ServerLimit, true, QStringLiteral("PostgreSQL ended the transaction")},
        {"57014", ServerLimit, true, QStringLiteral("PostgreSQL ended the statement")},
        {"55P03", Conflict, true, QStringLiteral("PostgreSQL could not get a lock")},
        {"40P01", Conflict, true, QStringLiteral("PostgreSQL met a deadlock")},
        {"40001", Conflict, true, QStringLiteral("PostgreSQL could not keep transactions apart")},
        {"53300", ServerLimit, true, QStringLiteral("PostgreSQL has too many connections")},
        {"53200", ServerLimit, true, QStringLiteral("PostgreSQL is out of memory")},
        {"53", ServerLimit, true, QStringLiteral("PostgreSQL reached a limit")},
        {"58030", ServerLimit, true, QStringLiteral("PostgreSQL can't read or write its disk")},
        // Only somebody's doing ends these.
        {"57P04", Corrupt, false, QStringLiteral("PostgreSQL: the database was dropped")},
        {"53100", ServerLimit, false, QStringLiteral("PostgreSQL: the server's disk is full")},
        {"25006", Denied, false, QStringLiteral("PostgreSQL is read-only here (a standby, or a read-only database)")},
        {"28", Denied, false, QStringLiteral("PostgreSQL refused")},
        {"3D000", Denied, false, QStringLiteral("PostgreSQL refused")},
        {"42501", Denied, false, QStringLiteral("PostgreSQL: a right is missing")},
        {"42P01", Corrupt, false, QStringLiteral("PostgreSQL: a table is missing")},
        {"42703", Corrupt, false, QStringLiteral("PostgreSQL: a column is missing")},
        {"3F000", Corrupt, false, QStringLiteral("PostgreSQL: a schema is missing")},
        {"XX001", Corrupt, false, QStringLiteral("PostgreSQL: the server's data is damaged")},
        {"XX002", Corrupt, false, QStringLiteral("PostgreSQL: the server's data is damaged")},
        {"58", ServerLimit, false, QStringLiteral("PostgreSQL: the server's system has a fault")},
    };
    return faults;
}

Error faultOfServer(QByteArrayView sqlState, const QString &serverMessage)
{
    const ServerFault *found = nullptr;
    for (const ServerFault &fault : serverFaults()) {
        if (sqlState.startsWith(fault.state) && (found == nullptr || fault.state.size() > found->state.size()))
            found = &fault;
    }
    const QString message = serverMessage.section(u'\n', 0, 0).trimmed();
    if (found == nullptr)
        return {ErrorKind::Internal, QStringLiteral("PostgreSQL: %1").arg(message)};
    return {found->kind, message.isEmpty() ? found->words : found->words + QLatin1String(": ") + message,
            found->passing};
}

Error passwordMissing(const QString &server, const QString &user)
{
    return {ErrorKind::Denied, user.isEmpty()
                                   ? QStringLiteral("%1 wants a password; none is given").arg(server)
                                   : QStringLiteral("%1 wants a password for %2; none is given").arg(server, user)};
}

bool tellsOfMissingPassword(const QString &message)
{
    return message.contains(QLatin1String(" wants a password")) && message.endsWith(QLatin1String("; none is given"));
}

bool saysAny(const QString &text, std::initializer_list<const char *> words)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const char *word) { return text.contains(QLatin1String(word), Qt::CaseInsensitive); });
}

bool tellsOfTls(const QString &message)
{
    // As they are written: a host may be named ssl.
    return message.contains(QLatin1String("SSL")) || message.contains(QLatin1String("TLS")) ||
           message.contains(QLatin1String("certificate"));
}

bool tellsOfAnotherServer(const QString &message)
{
    return saysAny(message, {"invalid response", "expected authentication request", "Protocol error"});
}

bool isRefusal(const Error &error)
{
    const auto says = [&error](const char *words) { return error.message.contains(QLatin1String(words)); };
    // A connection that fails by its encryption has met somebody, whatever else may be tried later.
    // Not where that was cut or frozen, nor where it wasn't tried at all.
    const bool cut =
        says("SSL SYSCALL") || says("unexpected eof") || says("no certificates of authorities can be read");
    const bool secured = !cut && (says("TLS: ") || (says("is unreachable: ") && tellsOfTls(error.message)));
    return error.kind == ErrorKind::Denied || secured ||
           (error.kind == ErrorKind::Internal && says("Redis refused: ")); // no such database
}

Error faultOfFile(int errorNumber, const QString &what)
{
    constexpr int passing[] = {EROFS,     ENOENT,       ENOTDIR, ENOTCONN, ESTALE, EIO,    ENODEV, ENXIO, ETIMEDOUT,
                               EHOSTDOWN, EHOSTUNREACH, EINTR,   EAGAIN,   EBUSY,  EMFILE, ENFILE, ENOMEM};
    const bool passes = std::find(std::begin(passing), std::end(passing), errorNumber) != std::end(passing);
    const QString why = errorNumber == ENOSPC || errorNumber == EDQUOT ? QStringLiteral("the disk is full")
                        : errorNumber == EACCES || errorNumber == EROFS || errorNumber == EPERM
                            ? QStringLiteral("the folder is not writable")
                            : qt_error_string(errorNumber);
    return {ErrorKind::Storage, QStringLiteral("%1: %2").arg(what, why), passes};
}

QString doubtAboutFolder(const QString &folder)
{
    const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir(QFile::encodeName(folder).constData()), &::closedir);
    if (!open)
        return errno == ENOENT ? QStringLiteral("is missing")
                               : QStringLiteral("can't be looked into (%1)").arg(qt_error_string(errno));
    errno = 0;
    while (const dirent *entry = ::readdir(open.get())) {
        const QByteArrayView name(entry->d_name);
        if (name != "." && name != ".." && name != "lost+found") // which a fresh disk has, too
            return {};
    }
    return errno != 0 ? QStringLiteral("can't be listed (%1)").arg(qt_error_string(errno))
                      : QStringLiteral("is empty, as it is while its disk isn't mounted");
}

} // namespace herdbook
