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
    std::optional<QList<exports::AgedFile>> spare; ///< what may be deleted; nothing where Redis doesn't tell
    QString problem; ///< why nothing is known, to follow a colon; empty before the first look has ended
};

/// Looks what an export folder takes up and what of it may go, beside the UI thread it lives in.
class FolderLook : public QObject
{
    Q_OBJECT

public:
    struct Options
    {
        RedisSettings redis;
        QString folder;
        int keepFilesHours = 24;
        Clock clock;
    };

    explicit FolderLook(Options options, QObject *parent = nullptr);

    /// Looks at once, or once more when the look under way has ended.
    void refresh();
    /// Looks a little later, once for all who ask meanwhile.
    void refreshSoon();
    const FolderSight &sight() const { return m_sight; }

Q_SIGNALS:
    /// A look has ended, or the folder hasn't answered for a while.
    void looked();

private:
    static FolderSight look(const RedisSettings &redis, const QString &folder, const QDateTime &before);

    const Options m_options;
    FolderSight m_sight;
    DiskErrand m_errand;
    QTimer m_soon;
    bool m_again = false;
};

} // namespace herdbook::jobs
