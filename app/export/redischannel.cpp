// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/channel.h"

#include "core/base/atomicfile.h"
#include "core/base/faults.h"
#include "core/exports/jobstore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

#include <cerrno>

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
        const QString path = m_settings.exportFolder + u'/' + status.fileName;
        if (QFileInfo(path).isFile())
            return copyChecked(path, status, target);
        if (!m_settings.apiUrl.isEmpty())
            return download(m_settings, status, target);
        return Error{ErrorKind::NotFound,
                     QStringLiteral("The export is finished as %1, but that isn't in %2 on this machine, and no "
                                    "HERDBOOK_API_URL says where to download it")
                         .arg(status.fileName, m_settings.exportFolder)};
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
    QFile from(source);
    AtomicFile file(target);
    QFile to(file.temporaryPath());
    if (!from.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Storage, QStringLiteral("Can't read %1: %2").arg(source, from.errorString())};
    if (!to.open(QIODevice::WriteOnly))
        return Error{ErrorKind::Storage, QStringLiteral("Can't write %1: %2").arg(target, to.errorString())};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    constexpr qint64 Piece = 1 << 20;
    for (QByteArray bytes = from.read(Piece); !bytes.isEmpty(); bytes = from.read(Piece)) {
        hash.addData(bytes);
        if (to.write(bytes) != bytes.size() || !to.flush())
            return faultOfFile(errno, QStringLiteral("Can't write %1").arg(target));
    }
    if (from.error() != QFileDevice::NoError)
        return Error{ErrorKind::Storage, QStringLiteral("Can't read %1: %2").arg(source, from.errorString())};
    if (status.fileSize >= 0 && from.pos() != status.fileSize)
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("%1 is not the file that was made: it has %2 of %3 bytes")
                         .arg(status.fileName, QString::number(from.pos()), QString::number(status.fileSize))};
    if (!status.sha256.isEmpty() && hash.result().toHex() != status.sha256.toLatin1().toLower())
        return Error{ErrorKind::Corrupt,
                     QStringLiteral("%1 is not the file that was made: its SHA-256 differs").arg(status.fileName)};
    if (status.sha256.isEmpty())
        QTextStream(stderr) << QStringLiteral("No SHA-256 of %1 is known; %2 compared\n")
                                   .arg(status.fileName, status.fileSize >= 0 ? QStringLiteral("only its size was")
                                                                              : QStringLiteral("nothing was"));
    to.close();
    return file.publish();
}

std::unique_ptr<Channel> redisChannel(const Settings &settings)
{
    return std::make_unique<RedisChannel>(settings);
}

} // namespace herdbook::exporting
