// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/connectioncheck.h"

#include <QDateTime>
#include <QNetworkAccessManager>
#include <QObject>
#include <QThreadPool>
#include <array>
#include <memory>
#include <optional>
#include <stop_token>

namespace herdbook::connection {

/// Runs the tests of a profile off the UI thread, at most one a part at a time.
class CheckRunner : public QObject
{
    Q_OBJECT

public:
    /// The parts that can be tested.
    enum class Part { Postgres, Redis, Files };

    struct Check
    {
        bool running = false;
        std::optional<storage::CheckReport> report;
        QDateTime at; ///< when the report was made
    };

    explicit CheckRunner(QObject *parent = nullptr) : QObject(parent) {}
    /// Doesn't wait for what is still running.
    ~CheckRunner() override;

    const Check &check(Part part) const { return m_checks[static_cast<size_t>(part)]; }

    /// Settings that can't be used are the report's one failure.
    void run(Part part, const Result<Settings> &settings, bool readOnly);
    /// Forgets all reports; what is still running is not heard any more.
    void reset();
    /// Forgets one: it was of other values.
    void forget(Part part);

Q_SIGNALS:
    void changed(herdbook::connection::CheckRunner::Part part);

private:
    void finish(Part part, int run, const storage::CheckReport &report);

    std::array<Check, 3> m_checks;
    std::array<int, 3> m_runs{}; ///< an answer to an older question is dropped
    std::stop_source m_stop;
    std::unique_ptr<QThreadPool> m_threads = std::make_unique<QThreadPool>(); ///< may outlive this
    QNetworkAccessManager m_network;
};

} // namespace herdbook::connection
