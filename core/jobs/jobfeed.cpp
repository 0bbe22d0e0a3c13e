// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/jobfeed.h"

#include "core/base/farewell.h"
#include "core/jobs/feedhistory.h"

#include <QRandomGenerator>

#include <ctime>
#include <mutex>

namespace herdbook::jobs {

using namespace std::chrono_literals;

namespace {

constexpr auto FastInterval = 500ms;
constexpr auto IdleInterval = 600ms;
constexpr auto HiddenInterval = 5s;
constexpr std::chrono::milliseconds AfterAction = 5s; ///< stays fast for so long
constexpr int HealthInterval = 3000;                  ///< ms
constexpr std::chrono::milliseconds Moment = 300ms;
constexpr std::chrono::milliseconds Farewell = 7s;

/// Processor time of this thread so far.
double workedMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1000 + static_cast<double>(time.tv_nsec) / 1e6;
}

} // namespace

std::chrono::milliseconds retryDelay(int failures, double random)
{
    const auto longest = std::min<std::chrono::milliseconds>(1s * (1 << std::clamp(failures - 1, 0, 4)), 15s);
    return std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(longest.count()) * (1 - 0.2 * random)));
}

/// The part that lives in the reading thread: connection, books and history. It may outlive the feed.
class JobFeed::Reader : public QObject
{
public:
    Reader(JobFeed &feed, const Options &options)
        : m_feed(&feed), m_tracker(options.tracker),
          m_history(options.historyPath, options.tracker.redis, m_tracker,
                    [this](const QString &problem) { tellOfHistory(problem); })
    {
    }

    /// Nobody listens any more; called by the feed's thread.
    void leave()
    {
        const std::lock_guard lock(m_mutex);
        m_feed = nullptr;
    }

    void turn()
    {
        QElapsedTimer timer;
        timer.start();
        const double workBefore = workedMilliseconds();
        m_history.forgetLeft();
        Turn turn;
        Result<JobDelta> delta = m_tracker.turn();
        const bool read = delta.hasValue();
        if (read)
            turn.delta = *std::move(delta);
        else
            turn.error = delta.error();
        turn.hasWork = m_tracker.hasWork();
        turn.milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
        turn.work = workedMilliseconds() - workBefore;
        post([turn](JobFeed &feed) { feed.take(turn); });
        // The history is written while the rows are on their way.
        if (read)
            m_history.write();
    }

    void expect(const QString &jobId) { m_tracker.expect(jobId); }
    FeedHistory &history() { return m_history; }

private:
    void tellOfHistory(const QString &problem)
    {
        post([problem](JobFeed &feed) {
            feed.m_historyProblem = problem;
            Q_EMIT feed.historyChanged(problem);
        });
    }

    template<class Call>
    void post(Call call)
    {
        const std::lock_guard lock(m_mutex);
        if (m_feed != nullptr)
            QMetaObject::invokeMethod(m_feed, [feed = m_feed, call] { call(*feed); });
    }

    std::mutex m_mutex;
    JobFeed *m_feed; ///< guarded by m_mutex; null once it is gone
    JobTracker m_tracker;
    FeedHistory m_history;
};

JobFeed::JobFeed(Options options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_thread(new QThread), m_reader(new Reader(*this, m_options))
{
    m_thread->setObjectName(QStringLiteral("jobs"));
    m_reader->moveToThread(m_thread);
    connect(m_thread, &QThread::finished, m_reader, &QObject::deleteLater);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &JobFeed::ask);
    m_connection.since = m_options.tracker.clock();
}

JobFeed::~JobFeed()
{
    m_reader->leave();
    if (!m_thread->isRunning()) {
        delete m_reader;
        delete m_thread;
        return;
    }
    // After what was asked of it before: jobs to forget, above all.
    QMetaObject::invokeMethod(m_reader, [thread = m_thread] { thread->quit(); });
    if (m_thread->wait(QDeadlineTimer(Moment))) {
        delete m_thread;
        return;
    }
    // The longest a turn can hang on Redis is the connection's timeout; a disk that doesn't answer is left behind.
    finishLater([thread = m_thread] {
        if (thread->wait(QDeadlineTimer(Farewell)))
            delete thread;
        else
            leaveBehind();
    });
}

void JobFeed::start()
{
    if (m_thread->isRunning())
        return;
    m_thread->start();
    QMetaObject::invokeMethod(m_reader, [reader = m_reader] { reader->history().open(); });
    ask();
}

void JobFeed::setVisible(bool visible)
{
    if (std::exchange(m_visible, visible) != visible && visible)
        ask();
}

void JobFeed::refresh()
{
    m_sinceAction.start();
    ask();
}

void JobFeed::ask()
{
    if (!m_thread->isRunning())
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_timer.stop();
    QMetaObject::invokeMethod(m_reader, [reader = m_reader] { reader->turn(); });
}

void JobFeed::expect(const QString &jobId)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, jobId] { reader->expect(jobId); });
    ask();
}

void JobFeed::forget(const QStringList &jobIds)
{
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, jobIds] { reader->history().forget(jobIds); });
    ask();
}

void JobFeed::forgetOnce(const QStringList &jobIds, const QFuture<ActionOutcome> &removal)
{
    const LeftRemovalPtr left = leaveRemoval({m_options.historyPath, jobIds, removal});
    QMetaObject::invokeMethod(m_reader, [reader = m_reader, left] { reader->history().forgetOnce(left); });
}

void JobFeed::take(const Turn &turn)
{
    m_asking = false;
    m_lastTurn = turn.milliseconds;
    m_lastTurnWork = turn.work;
    m_longestTurn = std::max(m_longestTurn, m_lastTurn);
    ++m_turns;
    const QDateTime now = m_options.tracker.clock();
    std::chrono::milliseconds pause = IdleInterval;
    if (turn.error) {
        pause = retryDelay(++m_failures, QRandomGenerator::global()->generateDouble());
        const bool already = m_connection.state == FeedConnection::State::Offline;
        m_sinceHealth.invalidate();
        setConnection({FeedConnection::State::Offline, already ? m_connection.since : now, now,
                       now.addMSecs(pause.count()), turn.error->message, turn.error->kind});
    } else {
        m_failures = 0;
        const bool acted = m_sinceAction.isValid() && m_sinceAction.elapsed() < AfterAction.count();
        if (turn.hasWork || acted || !turn.delta.health.complete)
            pause = FastInterval;
        if (!m_visible)
            pause = std::max<std::chrono::milliseconds>(pause * 4, turn.hasWork ? 2s : HiddenInterval);
        if (m_connection.state != FeedConnection::State::Online)
            setConnection({FeedConnection::State::Online, now, {}, {}, {}, ErrorKind::Unreachable});
        deliver(turn.delta);
    }
    Q_EMIT turned();
    if (std::exchange(m_askAgain, false))
        ask();
    else
        m_timer.start(pause);
}

void JobFeed::deliver(const JobDelta &delta)
{
    const Health before = std::exchange(m_health, delta.health);
    const auto counts = [](const Health &health) {
        return std::tuple(health.queueLength, health.workersOnline, health.pythonWorkers, health.readOnly,
                          health.complete, health.jobsNotShown, health.workersNotReady, health.problems,
                          health.warnings, health.filesSilentSince);
    };
    const bool shown = m_sinceHealth.isValid() && m_sinceHealth.elapsed() < HealthInterval;
    if (!shown || counts(before) != counts(m_health)) {
        m_sinceHealth.start();
        Q_EMIT healthRead(m_health);
    }
    if (!delta.changed.isEmpty() || !delta.gone.isEmpty() || before.complete != m_health.complete)
        Q_EMIT delivered(delta);
}

void JobFeed::setConnection(FeedConnection connection)
{
    m_connection = std::move(connection);
    Q_EMIT connectionChanged(m_connection);
}

} // namespace herdbook::jobs
