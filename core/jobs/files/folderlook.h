// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/diskerrand.h"
#include "core/exports/folderuse.h"

#include <optional>

namespace herdbook::jobs {

/// What is known of an export folder.
struct FolderSight
{
    std::optional<exports::FolderUse> use;         ///< nothing where the folder doesn't tell
    std::optional<QList<exports::AgedFile>> spare; ///< what may be deleted; nothing where that isn't known
    QString problem; ///< why nothing is known, to follow a colon; empty before the first look has ended

    /// Why it isn't known what may be deleted.
    enum class Doubt {
        NotAsked,  ///< yet
        Redis,     ///< it doesn't tell
        Retention, ///< no worker has noted how long it keeps files
        Clock      ///< this machine's and Redis's differ: nobody knows how old a file is
    };
    Doubt doubt = Doubt::NotAsked; ///< of no meaning where `spare` is known
};

/// Looks what an export folder takes up and what of it may go, beside the UI thread it lives in: the disk's answer doesn't wait for Redis.
class FolderLook : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        RedisSettings redis;
        QString folder;
        int keepFilesHours = 24; ///< as set here; where a worker keeps them longer, its time holds
        Clock clock;
    };

    explicit FolderLook(Options options, QObject *parent = nullptr);

    /// Looks at once, or once more when the look under way has ended.
    void refresh();
    /// Looks a little later, once for all who ask meanwhile.
    void refreshSoon();
    const FolderSight &sight() const { return m_sight; }

Q_SIGNALS:
    /// The folder has answered, or Redis after it, or the folder hasn't for a while.
    void looked();

private:
    struct Seen;
    struct Told;

    void take(const Seen &seen);
    void askRedis(const QList<exports::AgedFile> &aged);
    void end();

    const Options m_options;
    FolderSight m_sight;
    DiskErrand m_disk, m_redis;
    QTimer m_soon;
    bool m_again = false;
};

} // namespace herdbook::jobs
