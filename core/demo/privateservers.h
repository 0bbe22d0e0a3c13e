// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/demo/childprocess.h"

#include <functional>

namespace herdbook::demo {

/// What the two private servers share: a folder of their own, a child process, a loopback port that stays the same over restarts,
/// a generated password kept in the folder. The calls block until done (start takes 0.1 s, a first one 0.5 s): never call them on
/// the UI thread, but on a thread that outlives the server (see ChildProcess). Destroying the object ends the server.
class PrivateServer
{
public:
    virtual ~PrivateServer() = default;
    PrivateServer(const PrivateServer &) = delete;
    PrivateServer &operator=(const PrivateServer &) = delete;

    /// Starts the server and waits until it answers. NotFound names the missing package, Storage the unusable folder.
    virtual Result<void> start() = 0;
    /// Ends it in order; its data stays.
    void stop();
    /// Ends it at once, as a crash or the kernel would; its data stays.
    void kill();
    /// Stops its processes by SIGSTOP: connecting still succeeds, but nothing answers.
    void pause() const { m_process.pauseTree(); }
    void resume() const { m_process.resumeTree(); }

    bool isRunning() { return m_process.isRunning(); }
    pid_t pid() const { return m_process.pid(); }
    QString folder() const { return m_folder; }
    QString socketFolder() const { return m_folder; }
    QString logFile() const { return m_folder + QStringLiteral("/log"); }
    /// Why the last start() left the data that was there and began with none, in a sentence; empty when it didn't.
    QString begunAnew() const { return m_begunAnew; }

protected:
    PrivateServer(QString folder, int stopSignal) : m_folder(std::move(folder)), m_stopSignal(stopSignal) {}

    /// Makes the folder, readable only by the user the server runs as, and the password in it.
    Result<void> prepareFolder();
    /// Tries ports until the server stays up on one; after the first success only that one.
    Result<void> startOnFreePort(const QString &name);
    /// The same, for a first start on `data`, the files and folders that hold the server's data, as far as they are there. When it
    /// doesn't start with them, but does without (`make` makes what it needs then), they are removed and begunAnew() says so.
    Result<void> startOrBeginAnew(const QString &name, const QStringList &data,
                                  const std::function<Result<void>()> &make);
    /// The command for m_port.
    virtual Result<ChildCommand> command() = 0;
    enum class Answer { Ready, NotYet };
    virtual Answer ask() const = 0;
    /// Ends the server that a killed program left on this folder (it normally ends by itself a moment later).
    void endLeftover(const QString &pidFile, const QString &workingFolder, int number) const;
    /// A socket's path inside the folder where that fits the system's limit, otherwise empty.
    QString socketIfShort(const QString &fileName) const;
    /// A file that only the server's user can read.
    Result<void> writeOwned(const QString &fileName, const QByteArray &bytes) const;

    const QString m_folder;
    const std::optional<ServerUser> m_user = ServerUser::forServers();
    QString m_password;
    quint16 m_port = 0;
    ChildProcess m_process;
    QString m_begunAnew;

private:
    const int m_stopSignal;
    bool m_refusesToStart = false; ///< the last attempt ended by itself
};

/// A private PostgreSQL: superuser `deertrack`, time zone UTC, fsync off (a lost machine loses the data, a crash of the server
/// does not). Listens on 127.0.0.1 and, where the path isn't too long, on a socket in its folder.
class PrivatePostgres : public PrivateServer
{
public:
    /// @param folder becomes the server's own; its parents must be enterable for the server's user.
    explicit PrivatePostgres(QString folder, int sharedBuffersMb = 32);
    ~PrivatePostgres() override { stop(); }

    /// Makes the cluster when there is none that this PostgreSQL can open (initdb) and starts.
    Result<void> start() override;
    /// Makes the cluster when there is none of this PostgreSQL's major version with all its parts, without starting.
    Result<void> initialize();
    /// The major version of the programs that are used here.
    static Result<int> majorVersion();
    /// Copies the folder of a stopped server to a new place, password included: much faster than initdb.
    static Result<void> copyFolder(const QString &from, const QString &to);

    /// How to connect to `database`.
    PostgresSettings settings(const QString &database = QStringLiteral("postgres")) const;

private:
    Result<ChildCommand> command() override;
    Answer ask() const override;
    const int m_sharedBuffersMb;
};

/// A private Redis on 127.0.0.1 and a socket in its folder.
class PrivateRedis : public PrivateServer
{
public:
    enum class Persistence { None, AppendOnly /**< a restart keeps the data */ };
    explicit PrivateRedis(QString folder, Persistence persistence = Persistence::None);
    ~PrivateRedis() override { stop(); }

    Result<void> start() override;
    RedisSettings settings() const;

private:
    Result<ChildCommand> command() override;
    Answer ask() const override;
    const Persistence m_persistence;
};

} // namespace herdbook::demo
