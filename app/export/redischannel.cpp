// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/channel.h"

#include "core/base/diskhand.h"
#include "core/exports/checkedcopy.h"
#include "core/exports/jobfile.h"
#include "core/exports/jobstore.h"

#include <QTextStream>

namespace herdbook::exporting {

namespace {

class RedisChannel : public Channel
{
public:
    explicit RedisChannel(const Settings &settings)
        : m_settings(settings), m_redis(settings.redis, Patience), m_store(m_redis, systemClock())
    {
    }

    Result<QString> submit(const exports::ExportRequest &request) override
    {
        return m_store.submit({request, exports::requesterIdentity(), {}, {}, -1});
    }

    Result<exports::JobStatus> status(const QString &jobId) override { return m_store.status(jobId); }

    Result<void> fetch(const exports::JobStatus &status, const QString &target) override
    {
        const exports::FoundFile silent{exports::FilePresence::Unknown, -1,
                                        QStringLiteral("the export folder doesn't answer")};
        const exports::FoundFile found =
            askDisk([folder = m_settings.exportFolder,
                     name = status.fileName] { return exports::findFile(folder, name, -1); },
                    Patience)
                .value_or(silent);
        if (found.presence == exports::FilePresence::There)
            return copyChecked(m_settings.exportFolder + u'/' + status.fileName, status, target);
        if (!m_settings.apiUrl.isEmpty())
            return download(m_settings, status, target);
        const QString why = found.doubt.isEmpty() ? QStringLiteral("it isn't in the export folder") : found.doubt;
        return Error{ErrorKind::NotFound,
                     QStringLiteral("The export is finished as %1, but %2 (%3 on this machine), and no "
                                    "HERDBOOK_API_URL says where to download it")
                         .arg(status.fileName, why, m_settings.exportFolder)};
    }

private:
    static constexpr auto Patience = std::chrono::seconds(10);

    Settings m_settings;
    storage::Redis m_redis; ///< connects anew after a fault
    exports::JobStore m_store;
};

} // namespace

Result<void> copyChecked(const QString &source, const exports::JobStatus &status, const QString &target)
{
    const Result<void> copied = exports::copyChecked(source, {status.fileName, status.fileSize, status.sha256}, target);
    if (copied && status.sha256.isEmpty())
        QTextStream(stderr) << QStringLiteral("No SHA-256 of %1 is known; %2 compared\n")
                                   .arg(status.fileName, status.fileSize >= 0 ? QStringLiteral("only its size was")
                                                                              : QStringLiteral("nothing was"));
    return copied;
}

std::unique_ptr<Channel> redisChannel(const Settings &settings)
{
    return std::make_unique<RedisChannel>(settings);
}

} // namespace herdbook::exporting
