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

/// Runs analyses of one database on a thread of its own; one at a time. The last result is kept in a file, shown at once the next time,
/// and made anew only when something changed. Lives in the UI thread and never waits there, but for the thread's end in the destructor.
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
    /// Where the last result is kept; before the first start(). Without it none is.
    void setFile(const QString &path) { m_file = path; }
    /// Whether a run may begin with remembered(); while none runs.
    bool mayRemember() const;

public Q_SLOTS:
    /// Ends in finished(), failed() or cancelled(). Does nothing while one runs.
    void start();
    void cancel();

Q_SIGNALS:
    void started();
    /// At most about 20 times a second; `total` 0 where it isn't known.
    void progress(const QString &stage, qint64 done, qint64 total);
    /// The result of another day, as long as nobody has looked whether it still holds.
    void remembered(const herdbook::dashboard::SharedAnalysis &analysis);
    /// The same result as before where nothing has changed.
    void finished(const herdbook::dashboard::SharedAnalysis &analysis);
    void failed(const herdbook::Error &error);
    void cancelled();

private:
    void run(const std::stop_token &stop);
    /// The last result if it is of the data as they are now, with what is known of certificates now.
    Result<SharedAnalysis> stillTrue(storage::Postgres &database, const reid::Certifier &certifier);

    const PostgresSettings m_postgres;
    const double m_inForce;
    MakeCertifier m_makeCertifier;
    QString m_file;
    SharedAnalysis m_last; ///< the running thread's
    bool m_running = false;
    std::jthread m_thread; ///< last: joined before the rest goes
};

} // namespace herdbook::dashboard
