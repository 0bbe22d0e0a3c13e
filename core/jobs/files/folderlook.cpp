// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/files/folderlook.h"

#include "core/exports/retention.h"

#include <QSet>

#include <algorithm>
#include <memory>

namespace herdbook::jobs {

namespace {

/// By how much this machine's clock may differ from Redis's, which is the workers'. Files are taken for so much younger.
constexpr qint64 ClockTolerance = 300; // s

} // namespace

/// What the disk answers.
struct FolderLook::Seen
{
    Result<exports::FolderUse> use = exports::FolderUse();
    bool retentionKnown = false;
};

/// What Redis answers; nothing where it doesn't.
struct FolderLook::Told
{
    std::optional<QList<exports::AgedFile>> unclaimed;
    QDateTime now;
};

FolderLook::FolderLook(Options options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    constexpr std::chrono::seconds Soon(2);
    m_soon.setSingleShot(true);
    m_soon.setInterval(Soon);
    connect(&m_soon, &QTimer::timeout, this, &FolderLook::refresh);
    connect(&m_disk, &DiskErrand::silent, this, [this] {
        m_sight = {};
        m_sight.problem = QStringLiteral("the export folder doesn't answer");
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
    m_again = m_disk.isBusy() || m_redis.isBusy();
    if (m_again)
        return;
    const auto seen = std::make_shared<Seen>();
    m_disk.give(
        [seen, folder = m_options.folder, own = m_options.keepFilesHours, now = m_options.clock()] {
            const std::optional<int> noted = exports::notedRetention(folder);
            const qint64 seconds = 3600LL * std::max(own, noted.value_or(0)) + ClockTolerance;
            *seen = {exports::folderUse(folder, now.addSecs(-seconds)), noted.has_value()};
        },
        [this, seen] { take(*seen); });
}

void FolderLook::take(const Seen &seen)
{
    if (!seen.use) {
        m_sight = {};
        m_sight.problem = seen.use.error().message;
    } else {
        m_sight.use = *seen.use;
        m_sight.problem.clear();
        if (seen.use->aged.isEmpty()) {
            m_sight.spare = seen.use->aged;
        } else if (!seen.retentionKnown) {
            m_sight.spare.reset();
            m_sight.doubt = FolderSight::Doubt::Retention;
        } else {
            // What was known before stands until Redis has answered, of the files that are there.
            QSet<QString> there;
            for (const exports::AgedFile &file : seen.use->aged)
                there << file.name;
            if (m_sight.spare)
                m_sight.spare->removeIf([&](const exports::AgedFile &file) { return !there.contains(file.name); });
            askRedis(seen.use->aged);
        }
    }
    Q_EMIT looked();
    end();
}

void FolderLook::askRedis(const QList<exports::AgedFile> &aged)
{
    const auto told = std::make_shared<Told>();
    m_redis.give(
        [told, redis = m_options.redis, aged] {
            storage::Redis connection(redis, std::chrono::seconds(3));
            const auto unclaimed = exports::unclaimed(connection, aged);
            const auto time = unclaimed ? connection.command({"TIME"}) : unclaimed.error();
            if (!time || time->items.empty())
                return;
            told->unclaimed = *unclaimed;
            told->now = QDateTime::fromSecsSinceEpoch(time->items.front().text.toLongLong(), Qt::UTC);
        },
        [this, told] {
            m_sight.spare.reset();
            if (!told->unclaimed)
                m_sight.doubt = FolderSight::Doubt::Redis;
            else if (std::abs(told->now.secsTo(m_options.clock())) > ClockTolerance)
                m_sight.doubt = FolderSight::Doubt::Clock;
            else
                m_sight.spare = told->unclaimed;
            Q_EMIT looked();
            end();
        });
}

void FolderLook::end()
{
    if (m_again && !m_redis.isBusy())
        refresh();
}

} // namespace herdbook::jobs
