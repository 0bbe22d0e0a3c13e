// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/analysisrunner.h"

#include "core/reid/load/databaseanalysis.h"
#include "core/storage/postgres.h"

namespace herdbook::dashboard {

AnalysisRunner::AnalysisRunner(PostgresSettings postgres, double thresholdInForce, QObject *parent)
    : QObject(parent), m_postgres(std::move(postgres)), m_inForce(thresholdInForce)
{
}

AnalysisRunner::~AnalysisRunner() = default;

void AnalysisRunner::start()
{
    if (m_running)
        return;
    m_running = true;
    Q_EMIT started();
    m_thread = std::jthread([this](const std::stop_token &stop) { run(stop); });
}

void AnalysisRunner::cancel()
{
    m_thread.request_stop();
}

void AnalysisRunner::run(const std::stop_token &stop)
{
    QElapsedTimer sinceProgress;
    QString lastStage;
    const auto report = [&](const QString &stage, qint64 done, qint64 total) {
        if (stage == lastStage && sinceProgress.isValid() && sinceProgress.elapsed() < 50)
            return;
        lastStage = stage;
        sinceProgress.start();
        Q_EMIT progress(stage, done, total);
    };
    const auto analyze = [&]() -> Result<SharedAnalysis> {
        report(tr("Connecting"), 0, 0);
        const Result<std::unique_ptr<storage::Postgres>> database = storage::Postgres::open(m_postgres, stop);
        if (!database)
            return database.error();
        reid::Options options;
        options.current = m_inForce;
        return reid::analyzeDatabase(**database, options, reid::Source::Best, stop, report, systemClock(),
                                     m_makeCertifier ? m_makeCertifier(**database) : reid::Certifier());
    };
    const Result<SharedAnalysis> result = analyze();
    QMetaObject::invokeMethod(this, [this, result] {
        m_running = false;
        if (result)
            Q_EMIT finished(*result);
        else if (result.error().kind == ErrorKind::Cancelled)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(result.error());
    });
}

} // namespace herdbook::dashboard
