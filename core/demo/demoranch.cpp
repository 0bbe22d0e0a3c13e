// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/demoranch.h"

#include "core/base/logging.h"
#include "core/config/environment.h"
#include "core/demo/pgsession.h"
#include "core/demo/privateservers.h"
#include "core/demo/ranchdata.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace herdbook::demo {

namespace {

using namespace std::chrono_literals;

/// How often the children are looked at.
constexpr auto supervisionInterval = 500ms;
constexpr auto longestPause = 30s;
constexpr auto soundRun = 10s;

const QString siteTimeZone = QStringLiteral("America/Chicago");

QByteArray lockFile(const QString &folder)
{
    return QFile::encodeName(folder + QStringLiteral("/lock"));
}

/// The folder held for this process; the lock goes with it.
class FolderLock
{
public:
    static Result<FolderLock> take(const QString &folder)
    {
        FolderLock lock;
        lock.m_fd = ::open(lockFile(folder).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (lock.m_fd < 0)
            return Error{ErrorKind::Storage, QStringLiteral("Can't write in the demo folder %1").arg(folder)};
        // isOpen() of another program may hold it for an instant.
        for (int attempt = 0; ::flock(lock.m_fd, LOCK_EX | LOCK_NB) != 0; ++attempt) {
            if (attempt < 10) {
                ::usleep(5000);
                continue;
            }
            return Error{
                ErrorKind::Conflict,
                QStringLiteral(
                    "The demo ranch in %1 is already open in another Herdbook. Close that one, or join it with "
                    "--env %2")
                    .arg(folder, DemoRanch::environmentFile(folder))};
        }
        return lock;
    }
    FolderLock(FolderLock &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) {}
    FolderLock &operator=(FolderLock &&) = delete;
    ~FolderLock()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }

private:
    FolderLock() = default;
    int m_fd = -1;
};

/// As root, lets the servers' user get through the folders above that this makes, whatever the umask: to enter is not to read. So too for
/// the one that an earlier Herdbook made and closed; other folders are somebody's choice.
bool makeEnterableParents(const QString &folder)
{
    QStringList missing;
    QString parent = QFileInfo(folder).absolutePath();
    struct stat info
    {
    };
    if (parent.endsWith(QStringLiteral("/herdbook")) && ::lstat(QFile::encodeName(parent).constData(), &info) == 0 &&
        S_ISDIR(info.st_mode) && info.st_uid == ::geteuid() &&
        ::chmod(QFile::encodeName(parent).constData(), (info.st_mode & 07777) | 0111) != 0)
        return false;
    for (; !QFileInfo::exists(parent); parent = QFileInfo(parent).absolutePath())
        missing.prepend(parent);
    return std::all_of(missing.cbegin(), missing.cend(), [](const QString &each) {
        return QDir().mkdir(each) && ::chmod(QFile::encodeName(each).constData(), 0711) == 0;
    });
}

Result<void> makeFolders(const QString &folder)
{
    const bool made = (::geteuid() != 0 || makeEnterableParents(folder)) && QDir().mkpath(folder) &&
                      QDir().mkpath(folder + QStringLiteral("/exports")) &&
                      QDir().mkpath(folder + QStringLiteral("/images"));
    // Nobody else looks in; as root, the servers' user has to get through to its own folders.
    const mode_t mode = ::geteuid() == 0 ? 0711 : 0700;
    if (!made || ::chmod(QFile::encodeName(folder).constData(), mode) != 0)
        return Error{ErrorKind::Storage, QStringLiteral("Can't make the demo folder %1").arg(folder)};
    return {};
}

/// Whether the database answers at all: its files may be gone although the server starts.
Result<void> readData(const PostgresSettings &settings)
{
    Result<PgSession> session = PgSession::open(settings);
    if (!session)
        return session.error();
    for (const char *table : {"locations", "deer", "images", "detections"}) {
        const Result<QByteArray> found = session->value(QByteArray("SELECT count(*) > 0 FROM ") + table);
        if (!found)
            return found.error();
        if (*found != "t")
            return Error{ErrorKind::Storage, QStringLiteral("the table %1 is empty").arg(QLatin1String(table))};
    }
    return {};
}

/// A child that is started again when it has ended; one that ends at once again, less and less often.
class Supervised
{
public:
    Supervised(const char *name, std::function<bool()> runs, std::function<Result<void>()> start)
        : m_name(name), m_runs(std::move(runs)), m_start(std::move(start))
    {
    }

    void look()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now - m_startedAt < m_pause || m_runs())
            return;
        m_pause = now - m_startedAt < soundRun ? std::min<std::chrono::milliseconds>(2 * m_pause, longestPause)
                                               : supervisionInterval;
        m_startedAt = now;
        qCWarning(logDemo) << m_name << "has ended and is started again";
        if (const Result<void> started = m_start(); !started)
            qCWarning(logDemo).noquote() << m_name << "can't be started again:" << started.error().message;
    }

private:
    const char *m_name;
    std::function<bool()> m_runs;
    std::function<Result<void>()> m_start;
    std::chrono::steady_clock::time_point m_startedAt = std::chrono::steady_clock::now();
    std::chrono::milliseconds m_pause = supervisionInterval;
};

ChildCommand workerCommand(const QString &program, const QString &folder, const Settings &settings)
{
    Variables variables = processVariables();
    // Empty variables, such as the user of Redis, would not win over these.
    variables.remove(QStringLiteral("REDIS_URL"));
    variables.remove(QStringLiteral("DATABASE_URL"));
    variables.insert(variablesFromSettings(settings));
    variables.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    QStringList environment;
    for (auto variable = variables.cbegin(); variable != variables.cend(); ++variable)
        environment << variable.key() + u'=' + variable.value();
    ChildCommand command{.program = program};
    command.environment = environment;
    command.workingFolder = folder;
    command.logFile = folder + QStringLiteral("/worker.log");
    command.deathSignal = SIGTERM;
    return command;
}

} // namespace

DemoRanch::DemoRanch(Options options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    qRegisterMetaType<Settings>();
    qRegisterMetaType<Error>();
}

DemoRanch::~DemoRanch()
{
    m_thread.request_stop();
    if (m_thread.joinable())
        m_thread.join();
}

QString DemoRanch::defaultFolder()
{
    if (::geteuid() == 0)
        return QStringLiteral("/var/cache/herdbook/demo");
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/herdbook/demo");
}

Result<QByteArray> DemoRanch::printableEnvironment(const QString &folder)
{
    QFile file(environmentFile(folder));
    if (!isOpen(folder) || !file.open(QIODevice::ReadOnly))
        return Error{ErrorKind::NotFound,
                     QStringLiteral("No demo ranch is open in %1. Start it with herdbook --demo").arg(folder)};
    return file.readAll();
}

bool DemoRanch::isOpen(const QString &folder)
{
    if (!QFile::exists(environmentFile(folder)))
        return false;
    // A demo that was killed leaves its file behind, but not its lock.
    const int fd = ::open(lockFile(folder).constData(), O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool held = ::flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(fd);
    return held;
}

Result<qint64> DemoRanch::forget(const QString &folder)
{
    if (!QFileInfo::exists(folder))
        return -1;
    const Result<FolderLock> lock = FolderLock::take(folder);
    if (!lock)
        return lock.error();
    qint64 bytes = 0;
    for (QDirIterator each(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); each.hasNext();) {
        each.next();
        bytes += each.fileInfo().size();
    }
    if (!QDir(folder).removeRecursively())
        return Error{ErrorKind::Storage, QStringLiteral("Not all of %1 could be removed").arg(folder)};
    return bytes;
}

QString DemoRanch::workerBeside(const QString &applicationFolder)
{
    const QFileInfo worker(applicationFolder + QStringLiteral("/herdbook-worker"));
    return worker.isExecutable() ? worker.absoluteFilePath() : QString();
}

void DemoRanch::start()
{
    Q_ASSERT(!m_thread.joinable());
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void DemoRanch::run(const std::stop_token &stop)
{
    const QString folder = QDir::cleanPath(m_options.folder);
    const auto give = [&](const Error &error) {
        if (error.kind != ErrorKind::Cancelled)
            Q_EMIT failed(error);
    };
    Q_EMIT progress(QStringLiteral("Preparing the folder"), 0);
    if (const Result<void> made = makeFolders(folder); !made)
        return give(made.error());
    const Result<FolderLock> lock = FolderLock::take(folder);
    if (!lock)
        return give(lock.error());

    Q_EMIT progress(QStringLiteral("Starting Redis"), 0.01);
    PrivateRedis redis(folder + QStringLiteral("/redis"), PrivateRedis::Persistence::AppendOnly);
    if (const Result<void> started = redis.start(); !started)
        return give(started.error());
    Q_EMIT progress(QStringLiteral("Starting PostgreSQL"), 0.02);
    PrivatePostgres postgres(folder + QStringLiteral("/postgres"), 96);
    if (const Result<void> started = postgres.start(); !started)
        return give(started.error());

    if (!redis.begunAnew().isEmpty())
        Q_EMIT begunAnew(redis.begunAnew() + QStringLiteral(" Exports and history are kept."));
    const auto tellOfData = [this](const QString &why) {
        Q_EMIT begunAnew(why + QStringLiteral(" The demo ranch is made anew; exports and history are kept."));
    };
    if (!postgres.begunAnew().isEmpty())
        tellOfData(postgres.begunAnew());

    Settings settings;
    settings.redis = redis.settings();
    settings.postgres = postgres.settings(QStringLiteral("deer_tracking"));
    settings.exportFolder = folder + QStringLiteral("/exports");
    settings.imageFolder = folder + QStringLiteral("/images");
    settings.siteTimeZone = QTimeZone(siteTimeZone.toLatin1());
    settings.postgres.siteZone = siteTimeZone;

    const QDate today =
        m_options.today.isValid() ? m_options.today : QDateTime::currentDateTimeUtc().addSecs(-6LL * 3600).date();
    const RanchStamp wanted{m_options.seed, m_options.photos, today};
    bool isGood = isGoodEnough(readStamp(folder), wanted);
    if (const Result<void> read = isGood ? readData(settings.postgres) : Result<void>(); !read) {
        if (postgres.begunAnew().isEmpty())
            tellOfData(QStringLiteral("Its data can't be read (%1).").arg(read.error().message.simplified()));
        isGood = false;
    }
    if (!isGood) {
        const auto report = [this](const QString &stage, double fraction) {
            Q_EMIT progress(stage, 0.04 + 0.95 * fraction);
        };
        if (const Result<void> made = makeRanch(folder, settings.postgres, wanted, report, stop); !made)
            return give(made.error());
    }
    const QString file = environmentFile(folder);
    if (const Result<void> written = writeEnvironmentFile(file, variablesFromSettings(settings)); !written)
        return give(written.error());
    supervise(stop, settings, redis, postgres);
    QFile::remove(file); // what it describes is gone
}

void DemoRanch::supervise(const std::stop_token &stop, const Settings &settings, PrivateRedis &redis,
                          PrivatePostgres &postgres)
{
    const QString folder = QDir::cleanPath(m_options.folder);
    ChildProcess worker;
    const auto startWorker = [&]() -> Result<void> {
        Result<ChildProcess> started = ChildProcess::start(workerCommand(m_options.worker, folder, settings));
        if (!started)
            return started.error();
        worker = *std::move(started);
        return {};
    };
    if (!m_options.worker.isEmpty()) {
        if (const Result<void> started = startWorker(); !started) {
            Q_EMIT failed(started.error());
            return;
        }
    }
    // Servers before the worker that needs them.
    Supervised children[]{
        {"Redis", [&] { return redis.isRunning(); }, [&] { return redis.start(); }},
        {"PostgreSQL", [&] { return postgres.isRunning(); }, [&] { return postgres.start(); }},
        {"the worker", [&] { return m_options.worker.isEmpty() || worker.isRunning(); }, startWorker}};
    Q_EMIT progress(QStringLiteral("Ready"), 1);
    Q_EMIT ready(settings);
    std::optional<LaterPhotos> later;
    if (const std::optional<RanchStamp> made = readStamp(folder))
        later.emplace(*made, m_options.later, settings.imageFolder, [this] { Q_EMIT photosAdded(); });
    while (!stop.stop_requested()) {
        for (Supervised &child : children)
            child.look();
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, supervisionInterval, [] { return false; });
    }
    later.reset();
    worker.end(SIGTERM, 3000);
}

} // namespace herdbook::demo
