// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/folderlook.h"

#include <memory>

namespace herdbook::jobs {

FolderLook::FolderLook(Options options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    constexpr std::chrono::seconds Soon(2);
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &FolderLook::refresh);
    connect(&m_errand, &DiskErrand::silent, this, [this] {
        m_sight = {{}, {}, QStringLiteral("the export folder doesn't answer")};
        Q_EMIT looked();
    });
}

void FolderLook::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void FolderLook::refresh()
{
    m_soon.stop();
    m_again = m_errand.isBusy();
    if (m_again)
        return;
    const QDateTime before = m_options.clock().addSecs(-3600LL * m_options.keepFilesHours);
    const auto sight = std::make_shared<FolderSight>();
    m_errand.give(
        [sight, redis = m_options.redis, folder = m_options.folder, before] { *sight = look(redis, folder, before); },
        [this, sight] {
            m_sight = *sight;
            Q_EMIT looked();
            if (m_again)
                refresh();
        });
}

FolderSight FolderLook::look(const RedisSettings &redis, const QString &folder, const QDateTime &before)
{
    const Result<exports::FolderUse> use = exports::folderUse(folder, before);
    if (!use)
        return {{}, {}, use.error().message};
    if (use->aged.isEmpty())
        return {*use, use->aged, {}};
    storage::Redis connection(redis, std::chrono::seconds(3));
    const auto spare = exports::unclaimed(connection, use->aged);
    return {*use, spare ? std::optional(*spare) : std::nullopt, {}};
}

} // namespace herdbook::jobs
