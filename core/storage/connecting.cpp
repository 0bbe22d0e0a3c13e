// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/connecting.h"

#include "core/base/farewell.h"
#include "core/base/faults.h"

#include <QFile>
#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>

#include <condition_variable>
#include <libpq-fe.h>
#include <mutex>
#include <openssl/ssl.h>
#include <poll.h>
#include <thread>

namespace herdbook::storage {

namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

constexpr int kMostAbandoned = 16;

/// Attempts that nobody waits for any more; each ends when the server answers or goes away.
std::atomic<int> abandonedAttempts = 0;

/// What the thread that connects and the one that waits share.
struct Attempt
{
    std::mutex mutex;
    std::condition_variable_any changed;
    bool done = false;
    bool abandoned = false;
    std::unique_ptr<OwnDatabase> database; ///< once it is open
    QString fault;
    QString verbose;     ///< what libpq says of it
    QString authorities; ///< what is wrong with their file: nothing was tried
};

QString verboseFault(const PostgresSettings &settings, steady_clock::time_point deadline);

/// libpq itself overlooks a file that isn't there, but for verify-ca and verify-full. It has no TLS in local sockets.
QString faultOfAuthorities(const PostgresSettings &settings)
{
    const QString &path = settings.sslRootCert;
    if (path.isEmpty() || settings.sslMode == QLatin1String("disable") || settings.host.startsWith(u'/') ||
        settings.host.startsWith(u'@'))
        return {};
    QFile file(path);
    QString why;
    if (path.contains(u';')) {
        why = QStringLiteral("its name has a semicolon"); // which parts the options of Qt's driver
    } else if (!file.open(QIODevice::ReadOnly)) {
        why = file.errorString();
    } else {
        const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_client_method()),
                                                                        &SSL_CTX_free);
        if (SSL_CTX_load_verify_locations(context.get(), QFile::encodeName(path).constData(), nullptr) == 1)
            return {};
        why = QStringLiteral("it holds no certificate in PEM form");
    }
    return QStringLiteral("TLS: no certificates of authorities can be read from %1: %2").arg(path, why);
}

/// As a value in a line of connect options.
QString quoted(QString text)
{
    return u'\'' + text.replace(u'\\', QLatin1String("\\\\")).replace(u'\'', QLatin1String("\\'")) + u'\'';
}

void connectIn(const std::shared_ptr<Attempt> &attempt, const PostgresSettings &settings, QThread *owner,
               steady_clock::time_point deadline)
{
    const QString authorities = faultOfAuthorities(settings);
    auto database = std::make_unique<OwnDatabase>("QPSQL");
    database->setHostName(settings.host);
    database->setPort(settings.port);
    database->setUserName(settings.user);
    database->setPassword(settings.password);
    database->setDatabaseName(settings.database);
    // No more than these: a pooler refuses parameters it doesn't know.
    database->setConnectOptions(
        QStringLiteral("connect_timeout=%1;keepalives_idle=10;keepalives_interval=5;keepalives_count=2;"
                       "application_name=herdbook;client_encoding=UTF8;sslmode=%2%3")
            .arg(std::max(2, settings.connectSeconds))
            .arg(settings.sslMode, settings.sslRootCert.isEmpty()
                                       ? QString()
                                       : QStringLiteral(";sslrootcert=") + quoted(settings.sslRootCert)));
    const bool open = authorities.isEmpty() && database->open();
    std::unique_lock lock(attempt->mutex);
    if (!authorities.isEmpty()) {
        attempt->authorities = authorities;
    } else if (!open && !attempt->abandoned) {
        const QSqlError error = database->lastError();
        attempt->fault = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
        lock.unlock();
        const QString verbose = verboseFault(settings, deadline); // here: it looks up the host, without a deadline
        lock.lock();
        attempt->verbose = verbose;
    }
    if (attempt->abandoned) {
        --abandonedAttempts;
    } else if (open) {
        database->driver()->moveToThread(owner);
        attempt->database = std::move(database);
    }
    attempt->done = true;
    attempt->changed.notify_all();
}

/// Qt tells a failed connection in the server's words only, which may be of any language. The same attempt by libpq tells the SQLSTATE.
/// @return libpq's message in full; empty when it could connect or got no answer.
QString verboseFault(const PostgresSettings &settings, steady_clock::time_point deadline)
{
    const QByteArrayList values{settings.host.toUtf8(),
                                QByteArray::number(settings.port),
                                settings.user.toUtf8(),
                                settings.password.toUtf8(),
                                settings.database.toUtf8(),
                                settings.sslMode.toUtf8(),
                                QFile::encodeName(settings.sslRootCert), // empty: as if it weren't there
                                "herdbook",
                                "UTF8"};
    const char *const names[] = {
        "host", "port", "user", "password", "dbname", "sslmode", "sslrootcert", "application_name", "client_encoding",
        nullptr};
    std::vector<const char *> texts;
    for (const QByteArray &value : values)
        texts.push_back(value.constData());
    texts.push_back(nullptr);
    const std::unique_ptr<PGconn, decltype(&PQfinish)> connection(PQconnectStartParams(names, texts.data(), 0),
                                                                  &PQfinish);
    PQsetErrorVerbosity(connection.get(), PQERRORS_VERBOSE);
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (state != PGRES_POLLING_OK && state != PGRES_POLLING_FAILED && PQstatus(connection.get()) != CONNECTION_BAD) {
        const auto left = std::chrono::ceil<milliseconds>(deadline - steady_clock::now());
        pollfd waiting{PQsocket(connection.get()), short(state == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left.count() <= 0 || ::poll(&waiting, 1, static_cast<int>(left.count())) <= 0)
            return {};
        state = PQconnectPoll(connection.get());
    }
    return state == PGRES_POLLING_OK ? QString() : QString::fromUtf8(PQerrorMessage(connection.get()));
}

/// A line of libpq's without what it says about where; it holds no secret.
QString plain(const QString &text)
{
    QString line = text.section(u'\n', 0, 0).trimmed();
    for (const QLatin1String prefix : {QLatin1String("FATAL:"), QLatin1String("ERROR:")}) {
        if (const auto at = line.indexOf(prefix); at >= 0)
            line = line.mid(at + prefix.size()).trimmed();
    }
    return line;
}

Error connectFault(const PostgresSettings &settings, const QString &fault, const QString &verbose)
{
    static const QRegularExpression withState(QStringLiteral(R"(:\s+((?=[A-Z]{0,4}[0-9])[0-9A-Z]{5}):\s+(.*))"));
    const QRegularExpressionMatch match = withState.match(verbose);
    const QString state = match.captured(1);
    const QString text = match.hasMatch() ? match.captured(2).trimmed() : plain(fault);
    const QString where = placeOf(settings);
    if (!match.hasMatch() && saysAny(text, {"no password supplied"}))
        return passwordMissing(where, settings.user);
    // A pooler has one state for whatever it doesn't like, and words of its own that are never translated.
    const bool poolerRefuses = state == QLatin1String("08P01") &&
                               saysAny(text, {"no such database", "no such user", "authentication", "password",
                                              "unsupported startup parameter", "does not exist"});
    if (poolerRefuses || (!match.hasMatch() && saysAny(text, {"authentication"})))
        return {ErrorKind::Denied, QStringLiteral("%1 refused: %2").arg(where, text)};
    if (!match.hasMatch()) {
        Error away{ErrorKind::Unreachable, QStringLiteral("%1 is unreachable: %2").arg(where, text)};
        away.passing = !isRefusal(away);
        return away;
    }
    Error error = faultOfServer(state.toLatin1(), text);
    if (error.kind == ErrorKind::Denied)
        error.message = QStringLiteral("%1 refused: %2").arg(where, text);
    else
        error = {ErrorKind::Unreachable, QStringLiteral("%1 takes no connection now: %2").arg(where, text),
                 error.passing || state.startsWith(QLatin1String("57P"))};
    return error;
}

} // namespace

QString placeOf(const PostgresSettings &settings)
{
    return QStringLiteral("PostgreSQL at %1:%2").arg(settings.host).arg(settings.port);
}

pg_conn *connectionOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (qstrcmp(handle.typeName(), "PGconn*") != 0 && qstrcmp(handle.typeName(), "pg_conn*") != 0)
        return nullptr;
    return *static_cast<PGconn *const *>(handle.constData());
}

Result<std::unique_ptr<OwnDatabase>> openDatabase(const PostgresSettings &settings, milliseconds limit,
                                                  const std::stop_token &stop)
{
    if (!QSqlDatabase::isDriverAvailable(QStringLiteral("QPSQL")))
        return Error{ErrorKind::Internal,
                     QStringLiteral("Qt's PostgreSQL driver is missing (Debian: libqt6sql6-psql)")};
    const Error silent{ErrorKind::Unreachable,
                       QStringLiteral("%1 does not answer: no connection within %2 s")
                           .arg(placeOf(settings))
                           .arg(static_cast<double>(limit.count()) / 1000),
                       true};
    if (abandonedAttempts >= kMostAbandoned)
        return silent;
    const steady_clock::time_point deadline = steady_clock::now() + limit;
    auto attempt = std::make_shared<Attempt>();
    std::thread connecting([attempt, settings, owner = QThread::currentThread(), deadline] {
        connectIn(attempt, settings, owner, deadline);
    });
    std::unique_lock lock(attempt->mutex);
    if (!attempt->changed.wait_until(lock, stop, deadline, [&attempt] { return attempt->done; })) {
        attempt->abandoned = true;
        ++abandonedAttempts;
        leaveBehind(std::move(connecting));
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
        return attempt->fault.isEmpty() ? silent : connectFault(settings, attempt->fault, {});
    }
    lock.unlock();
    // It still takes a failed attempt's driver apart; the program may end before that.
    connecting.join();
    if (attempt->database)
        return std::move(attempt->database);
    if (stop.stop_requested()) // who cancelled isn't told of a fault
        return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
    if (!attempt->authorities.isEmpty())
        return Error{ErrorKind::Unreachable,
                     QStringLiteral("%1 is unreachable: %2").arg(placeOf(settings), attempt->authorities)};
    return connectFault(settings, attempt->fault, attempt->verbose);
}

} // namespace herdbook::storage
