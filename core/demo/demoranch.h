// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/demo/laterphotos.h"

#include <QDate>
#include <QObject>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace herdbook::demo {

class PrivatePostgres;
class PrivateRedis;

/// The demo ranch: private servers, generated data, drawn photos and one worker, so that everything works without a deployment.
///
/// Needs a QGuiApplication (any platform) to draw the photos. All work and all child processes belong to one thread of this object, which lives until the destructor has ended the children
/// (see ChildProcess for why that matters); nothing here blocks the caller. When this process is killed, the children end too. A server or worker
/// that ends is started again, on the port it had.
///
/// A ranch is ready with the photos that a first look needs; those of a whole gallery are drawn in the background afterwards.
///
/// The cache folder holds `demo.env` (for other programs, psql and redis-cli), `postgres/`, `redis/`, `images/`, `exports/`. Data
/// that is half made, damaged, of another version (of Herdbook or of PostgreSQL) or whose newest photo is more than 3 days old is made
/// anew; exports are kept, and the photos of a start that was stopped earlier in the day.
class DemoRanch : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        QString folder = defaultFolder();
        QString worker; ///< path of herdbook-worker; empty: none is started
        quint64 seed = 2026;
        int photos = 1'050;  ///< how many of the 9,000 are drawn before it is ready
        LaterChoice later{}; ///< and in the background afterwards
        QDate today;         ///< where the data ends; null: today on the ranch
    };

    explicit DemoRanch(Options options, QObject *parent = nullptr);
    /// Ends worker and servers, in order; takes a fraction of a second.
    ~DemoRanch() override;

    /// The user's cache folder; for root, whose home the servers' user can't enter, one in /var/cache.
    static QString defaultFolder();
    /// Where `demo.env` is for a folder.
    static QString environmentFile(const QString &folder) { return folder + QStringLiteral("/demo.env"); }
    /// The content of `demo.env`, passwords included, for --print-env. NotFound when no Herdbook has the demo in this folder open.
    static Result<QByteArray> printableEnvironment(const QString &folder);
    /// Whether a Herdbook has the demo in this folder open now. Leaves no trace.
    static bool isOpen(const QString &folder);
    /// Removes the folder with all that is in it. Gives the bytes that it held, -1 when there is none. Conflict while it is open,
    /// Storage when something can't be removed.
    static Result<qint64> forget(const QString &folder);
    /// herdbook-worker beside this program's own binary; empty when it isn't there.
    static QString workerBeside(const QString &applicationFolder);

    /// Starts everything. Ends in ready() or failed(). Once only.
    void start();

Q_SIGNALS:
    /// What is being done, and how much of the whole is done, 0..1.
    void progress(const QString &stage, double fraction);
    /// What was there could not be used and is made anew, and why: a sentence or two for the user. Before ready().
    void begunAnew(const QString &why);
    /// All servers answer and the data is there.
    void ready(const herdbook::Settings &settings);
    void failed(const herdbook::Error &error);
    /// More photos are there than when it was ready. Some seconds apart.
    void photosAdded();

private:
    void run(const std::stop_token &stop);
    void supervise(const std::stop_token &stop, const Settings &settings, PrivateRedis &redis,
                   PrivatePostgres &postgres);

    const Options m_options;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace herdbook::demo
