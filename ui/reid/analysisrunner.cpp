// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/analysisrunner.h"

#include "core/base/farewell.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/reid/store/analysisfile.h"
#include "core/storage/postgres.h"

#include <QElapsedTimer>

#include <mutex>

namespace herdbook::ui {

/// What the thread works with.
struct AnalysisRunner::Work
{
    PostgresSettings postgres;
    double inForce = 0;
    MakeCertifier makeCertifier;
    QString file;
    SharedAnalysis last; ///< the running thread's
    std::mutex mutex;
    AnalysisRunner *owner = nullptr; ///< guarded by the mutex; null once it is gone

    template<class Call>
    void post(Call call)
    {
        const std::lock_guard lock(mutex);
        if (owner != nullptr)
            QMetaObject::invokeMethod(
                owner, [runner = owner, call = std::move(call)] { call(*runner); }, Qt::QueuedConnection);
    }

    void run(const std::stop_token &stop);
    /// The last result if it is of the data as they are now, with what is known of certificates now.
    Result<SharedAnalysis> stillTrue(storage::Postgres &database, const reid::Certifier &certifier) const;
};

AnalysisRunner::AnalysisRunner(PostgresSettings postgres, double thresholdInForce, QObject *parent)
    : QObject(parent), m_work(std::make_shared<Work>())
{
    m_work->postgres = std::move(postgres);
    m_work->inForce = thresholdInForce;
    m_work->owner = this;
}

AnalysisRunner::~AnalysisRunner()
{
    {
        const std::lock_guard lock(m_work->mutex);
        m_work->owner = nullptr;
    }
    finishLater(std::move(m_thread));
}

void AnalysisRunner::setCertifier(MakeCertifier make)
{
    m_work->makeCertifier = std::move(make);
}

void AnalysisRunner::setFile(const QString &path, bool isThere)
{
    m_work->file = path;
    m_isKept = isThere;
}

bool AnalysisRunner::mayRemember() const
{
    return !m_work->last && m_isKept;
}

void AnalysisRunner::start()
{
    if (m_running)
        return;
    m_running = true;
    m_superseded = m_again = false;
    Q_EMIT started();
    m_thread = std::jthread([work = m_work](const std::stop_token &stop) { work->run(stop); });
}

void AnalysisRunner::startAnew()
{
    if (m_running)
        m_superseded = m_again = true;
    else
        start();
}

void AnalysisRunner::cancel()
{
    m_again = false;
    m_thread.request_stop();
}

void AnalysisRunner::endSuperseded()
{
    if (m_again)
        start();
    else
        Q_EMIT cancelled();
}

Result<SharedAnalysis> AnalysisRunner::Work::stillTrue(storage::Postgres &database,
                                                       const reid::Certifier &certifier) const
{
    const Result<reid::Fingerprint> now = reid::readFingerprint(database);
    if (!now)
        return now.error();
    if (!now->sameData(last->fingerprint))
        return SharedAnalysis();
    reid::Certification certification = certifier ? certifier(*last) : reid::Certification();
    if (certification == last->recommendation.certification)
        return last;
    const auto certified = std::make_shared<reid::Analysis>(*last);
    reid::certify(*certified, std::move(certification));
    return SharedAnalysis(certified);
}

void AnalysisRunner::Work::run(const std::stop_token &stop)
{
    QElapsedTimer sinceProgress;
    QString lastStage;
    const auto report = [&](const QString &stage, qint64 done, qint64 total) {
        if (stage == lastStage && sinceProgress.isValid() && sinceProgress.elapsed() < 50)
            return;
        lastStage = stage;
        sinceProgress.start();
        post([stage, done, total](AnalysisRunner &runner) { Q_EMIT runner.progress(stage, done, total); });
    };
    reid::Options options;
    options.current = inForce;
    SharedAnalysis kept; // as the file has it
    const auto analyze = [&]() -> Result<SharedAnalysis> {
        if (std::optional<reid::Analysis> read; !last && (read = reid::readAnalysis(file))) {
            if (read->options == options) {
                last = std::make_shared<const reid::Analysis>(std::move(*read));
                post([shown = last](AnalysisRunner &runner) { Q_EMIT runner.remembered(shown); });
            }
        }
        kept = last;
        report(AnalysisRunner::tr("Connecting"), 0, 0);
        const Result<std::unique_ptr<storage::Postgres>> database = storage::Postgres::open(postgres, stop);
        if (!database)
            return database.error();
        const reid::Certifier certifier = makeCertifier ? makeCertifier(**database) : reid::Certifier();
        if (last) {
            report(AnalysisRunner::tr("Looking for changes"), 0, 0);
            (*database)->stopOn(stop);
            const Result<SharedAnalysis> same = stillTrue(**database, certifier);
            if (!same || *same)
                return same;
        }
        return reid::analyzeDatabase(**database, options, reid::Source::Best, stop, report, systemClock(), certifier);
    };
    const Result<SharedAnalysis> result = analyze();
    if (result)
        last = *result;
    // Also where only a trial is new: the next start shows what it says before the database answers.
    const bool keep = result && *result != kept && !file.isEmpty();
    post([result, keep](AnalysisRunner &runner) {
        runner.m_running = keep;
        if (runner.m_superseded && keep)
            return; // until it is written
        if (runner.m_superseded)
            runner.endSuperseded();
        else if (result)
            Q_EMIT runner.finished(*result);
        else if (result.error().kind == ErrorKind::Cancelled)
            Q_EMIT runner.cancelled();
        else
            Q_EMIT runner.failed(result.error());
    });
    if (!keep)
        return;
    if (const Result<void> written = reid::writeAnalysis(**result, file); !written)
        qWarning("%s", qPrintable(written.error().message));
    post([](AnalysisRunner &runner) {
        runner.m_running = false;
        if (runner.m_superseded)
            runner.endSuperseded();
    });
}

} // namespace herdbook::ui
