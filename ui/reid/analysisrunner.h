// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/reid/certificate.h"
#include "ui/reid/charts/chartdata.h"

#include <QElapsedTimer>
#include <QObject>
#include <atomic>
#include <functional>
#include <thread>

namespace herdbook::storage {
class Postgres;
}

namespace herdbook::dashboard {

/// Runs analyses of one database on a thread of its own; one at a time. Lives in the UI thread and never waits there, but for the
/// thread's end in the destructor.
class AnalysisRunner : public QObject
{
    Q_OBJECT

public:
    AnalysisRunner(PostgresSettings postgres, double thresholdInForce, QObject *parent = nullptr);
    ~AnalysisRunner() override;

    bool isRunning() const { return m_running; }
    /// Who is asked for a certificate of the data, on the analyzing thread; before the first start().
    using MakeCertifier = std::function<reid::Certifier(storage::Postgres &)>;
    void setCertifier(MakeCertifier make) { m_makeCertifier = std::move(make); }

public Q_SLOTS:
    /// Ends in finished(), failed() or cancelled(). Does nothing while one runs.
    void start();
    void cancel();

Q_SIGNALS:
    void started();
    /// At most about 20 times a second; `total` 0 where it isn't known.
    void progress(const QString &stage, qint64 done, qint64 total);
    void finished(const herdbook::dashboard::SharedAnalysis &analysis);
    void failed(const herdbook::Error &error);
    void cancelled();

private:
    void run(const std::stop_token &stop);

    const PostgresSettings m_postgres;
    const double m_inForce;
    MakeCertifier m_makeCertifier;
    bool m_running = false;
    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace herdbook::dashboard
