// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/checkrunner.h"

#include "core/base/farewell.h"
#include "core/exports/jobstore.h"
#include "core/storage/webcheck.h"
#include "core/trial/batch/writingcheck.h"

#include <QFutureWatcher>
#include <QtConcurrentRun>

namespace herdbook::connection {

CheckRunner::~CheckRunner()
{
    m_stop.request_stop();
    finishLater([threads = m_threads.release()] { delete threads; }, ReadingPatience);
}

void CheckRunner::reset()
{
    for (size_t i = 0; i < m_checks.size(); ++i) {
        m_checks[i] = {};
        ++m_runs[i];
    }
}

void CheckRunner::forget(Part part)
{
    const auto at = static_cast<size_t>(part);
    if (!m_checks[at].running && !m_checks[at].report)
        return;
    m_checks[at] = {};
    ++m_runs[at];
    Q_EMIT changed(part);
}

void CheckRunner::run(Part part, const Result<Settings> &settings, bool readOnly)
{
    const auto at = static_cast<size_t>(part);
    if (m_checks[at].running)
        return;
    const int run = ++m_runs[at];
    m_checks[at] = {true, std::nullopt, {}};
    Q_EMIT changed(part);
    if (!settings) {
        finish(part, run, {{{tr("Values"), settings.error().message, storage::CheckStep::Outcome::Failed}}});
        return;
    }
    const auto work = [settings = *settings, part, readOnly, stop = m_stop.get_token()] {
        switch (part) {
        case Part::Postgres:
            return storage::checkPostgres(settings.postgres, readOnly ? storage::WritingCheck() : trial::checkWriting,
                                          stop);
        case Part::Redis:
            return storage::checkRedis(
                settings.redis, readOnly ? QList<QByteArrayList>() : exports::submitCommands(settings.redis), stop);
        case Part::Files:
            break;
        }
        return storage::checkFolders(settings.exportFolder, settings.imageFolder, stop);
    };
    auto *watcher = new QFutureWatcher<storage::CheckReport>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, part, run, settings = *settings] {
        const storage::CheckReport report = watcher->result();
        watcher->deleteLater();
        if (part != Part::Files || settings.apiUrl.isEmpty()) {
            finish(part, run, report);
            return;
        }
        storage::checkWebAddress(m_network, settings.apiUrl, settings.apiToken, this,
                                 [this, part, run, report](const storage::CheckStep &step) {
                                     storage::CheckReport whole = report;
                                     whole.steps << step;
                                     finish(part, run, whole);
                                 });
    });
    watcher->setFuture(QtConcurrent::run(m_threads.get(), work));
}

void CheckRunner::finish(Part part, int run, const storage::CheckReport &report)
{
    const auto at = static_cast<size_t>(part);
    if (run != m_runs[at])
        return;
    m_checks[at] = {false, report, QDateTime::currentDateTimeUtc()};
    Q_EMIT changed(part);
}

} // namespace herdbook::connection
