// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/reid/certificate.h"
#include "ui/reid/charts/chartdata.h"

#include <QObject>
#include <functional>
#include <memory>
#include <thread>

namespace herdbook::storage {
class Postgres;
}

namespace herdbook::ui {

/// Runs analyses of one database on a thread of its own; one at a time. The last result is kept in a file, shown at once the next time,
/// and made anew only when something changed. Lives in the UI thread and never waits there.
class AnalysisRunner : public QObject
{
    Q_OBJECT

public:
    AnalysisRunner(PostgresSettings postgres, double thresholdInForce, QObject *parent = nullptr);
    ~AnalysisRunner() override;

    bool isRunning() const { return m_running; }
    /// Who is asked for a certificate of the data, on the analyzing thread; before the first start().
    using MakeCertifier = std::function<reid::Certifier(storage::Postgres &)>;
    void setCertifier(MakeCertifier make);
    /// Where the last result is kept, and whether there is one; before the first start(). Without it none is.
    void setFile(const QString &path, bool isThere);
    /// Whether a run may begin with remembered(); while none runs.
    bool mayRemember() const;

public Q_SLOTS:
    /// Ends in finished(), failed() or cancelled(). Does nothing while one runs.
    void start();
    /// The same; while one runs, it runs once more, as the one under way may have read what was before: that one is never finished().
    void startAnew();
    void cancel();

Q_SIGNALS:
    void started();
    /// At most about 20 times a second; `total` 0 where it isn't known.
    void progress(const QString &stage, qint64 done, qint64 total);
    /// The result of another day, as long as nobody has looked whether it still holds.
    void remembered(const herdbook::ui::SharedAnalysis &analysis);
    /// The same result as before where nothing has changed.
    void finished(const herdbook::ui::SharedAnalysis &analysis);
    void failed(const herdbook::Error &error);
    void cancelled();

private:
    struct Work;

    /// Once more, unless somebody cancelled that.
    void endSuperseded();

    std::shared_ptr<Work> m_work;
    bool m_isKept = false;
    bool m_running = false;
    bool m_superseded = false; ///< startAnew() was asked while it ran
    bool m_again = false;      ///< and nobody has cancelled since
    std::jthread m_thread;     ///< may outlive this
};

} // namespace herdbook::ui
