// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/analysisrunner.h"

#include "core/reid/load/databaseanalysis.h"
#include "core/reid/store/analysisfile.h"
#include "core/storage/postgres.h"

#include <QFileInfo>

namespace herdbook::dashboard {

AnalysisRunner::AnalysisRunner(PostgresSettings postgres, double thresholdInForce, QObject *parent)
    : QObject(parent), m_postgres(std::move(postgres)), m_inForce(thresholdInForce)
{
}

AnalysisRunner::~AnalysisRunner() = default;

bool AnalysisRunner::mayRemember() const
{
    return !m_last && QFileInfo::exists(m_file);
}

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

Result<SharedAnalysis> AnalysisRunner::stillTrue(storage::Postgres &database, const reid::Certifier &certifier)
{
    const Result<reid::Fingerprint> now = reid::readFingerprint(database);
    if (!now)
        return now.error();
    if (!now->sameData(m_last->fingerprint))
        return SharedAnalysis();
    reid::Certification certification = certifier ? certifier(*m_last) : reid::Certification();
    if (certification == m_last->recommendation.certification)
        return m_last;
    const auto certified = std::make_shared<reid::Analysis>(*m_last);
    reid::certify(*certified, std::move(certification));
    return SharedAnalysis(certified);
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
    reid::Options options;
    options.current = m_inForce;
    SharedAnalysis kept; // as the file has it
    const auto analyze = [&]() -> Result<SharedAnalysis> {
        if (std::optional<reid::Analysis> read; !m_last && (read = reid::readAnalysis(m_file))) {
            if (read->options == options) {
                m_last = std::make_shared<const reid::Analysis>(std::move(*read));
                Q_EMIT remembered(m_last);
            }
        }
        kept = m_last;
        report(tr("Connecting"), 0, 0);
        const Result<std::unique_ptr<storage::Postgres>> database = storage::Postgres::open(m_postgres, stop);
        if (!database)
            return database.error();
        const reid::Certifier certifier = m_makeCertifier ? m_makeCertifier(**database) : reid::Certifier();
        if (m_last) {
            report(tr("Looking for changes"), 0, 0);
            (*database)->stopOn(stop);
            const Result<SharedAnalysis> same = stillTrue(**database, certifier);
            if (!same || *same)
                return same;
        }
        return reid::analyzeDatabase(**database, options, reid::Source::Best, stop, report, systemClock(), certifier);
    };
    const Result<SharedAnalysis> result = analyze();
    if (result)
        m_last = *result;
    // Also where only a trial is new: the next start shows what it says before the database answers.
    const bool keep = result && *result != kept && !m_file.isEmpty();
    QMetaObject::invokeMethod(this, [this, result, keep] {
        m_running = keep;
        if (result)
            Q_EMIT finished(*result);
        else if (result.error().kind == ErrorKind::Cancelled)
            Q_EMIT cancelled();
        else
            Q_EMIT failed(result.error());
    });
    if (!keep)
        return;
    if (const Result<void> written = reid::writeAnalysis(**result, m_file); !written)
        qWarning("%s", qPrintable(written.error().message));
    QMetaObject::invokeMethod(this, [this] { m_running = false; });
}

} // namespace herdbook::dashboard
