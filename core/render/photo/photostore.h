// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/diskhand.h"
#include "core/base/result.h"
#include "core/config/settings.h"
#include "core/render/photo/photofault.h"
#include "core/render/photo/readinghelper.h"

#include <QHash>
#include <QSet>
#include <mutex>
#include <optional>

namespace herdbook::render {

/// The settings' limits.
PhotoLimits photoLimits(const Settings &settings);

/// Settings for who knows the image folder alone; the rest from the environment, as the programs read it.
Settings settingsForPhotos(const QString &imageFolder);

/// The photos of the database on this machine. Nothing here waits for a disk longer than the patience, nor after a stop was requested.
/// May be used by several threads.
class PhotoStore
{
public:
    explicit PhotoStore(const Settings &settings);
    /// @param silence how long a disk may give no byte.
    /// @param pause how long a folder that gave none isn't asked again.
    PhotoStore(const Settings &settings, std::chrono::milliseconds silence,
               std::chrono::milliseconds pause = std::chrono::minutes(1));

    /// Called with a photo's file name when a thread has waited for it for a second, and with an empty one when that is over; in that thread.
    void onWaiting(std::function<void(const QString &)> waiting) { m_waiting = std::move(waiting); }

    struct Contents
    {
        QByteArray bytes;
        std::optional<PhotoProblem> problem;
    };
    /// The file of a photo as the database names it.
    Contents read(const QString &databasePath, const std::stop_token &stop);
    /// What would keep read() from reading it, without reading it.
    std::optional<PhotoProblem> probe(const QString &databasePath, const std::stop_token &stop);

    /// Why nothing can be told of the photos in the image folder as a whole: it is missing, empty, silent or can't be looked into. A
    /// sentence; empty: it is there.
    QString folderDoubt(const std::stop_token &stop) const;

    /// What this machine has lacked (processes, memory, open files) so that photos were not read: no photo's fault, and it passes. Whoever
    /// counts or leaves out photos asks for it at the end.
    std::optional<Error> fault() const;

    const PhotoLimits &limits() const { return m_limits; }

private:
    struct Visit;
    struct Root;
    struct Silence
    {
        int photos = 0; ///< in a row
        std::chrono::steady_clock::time_point last;
    };
    std::optional<PhotoProblem> open(const QString &databasePath, const std::stop_token &stop, Visit &visit);
    QString doubtAboutImages(std::chrono::milliseconds patience, const std::stop_token &stop) const;
    /// Why it can't be told whether there is a photo that wasn't found: where its path leads may not be mounted. A sentence; empty: it can be.
    QString doubtAbout(const Visit &visit, const std::stop_token &stop) const;
    std::optional<PhotoProblem> judge(const Visit &visit, const std::stop_token &stop);
    void leave(Visit &visit, const std::stop_token &stop);
    /// Whether a file that was named by the image folder lies in it, or in another root.
    std::optional<PhotoProblem> judgePlace(const Visit &visit, const std::stop_token &stop);
    Root realRoot(const QString &root, const ReadingHelper::Tick &tick, const std::stop_token &stop);
    PhotoProblem problemOf(int code);
    PhotoProblem lack(int code);
    std::chrono::milliseconds patienceFor(const QString &folder);
    void noteAnswer(const QString &folder, bool answered);

    const QString m_imageFolder;
    const QStringList m_roots;
    const PhotoLimits m_limits;
    const std::chrono::milliseconds m_silence;
    const std::chrono::milliseconds m_pause;
    std::function<void(const QString &)> m_waiting;
    const DiskHand m_hand;     ///< looks at the image folder itself
    const DiskHand m_linkHand; ///< looks at where links lead

    mutable std::mutex m_mutex;
    QHash<QString, QByteArray> m_realRoots; ///< those that were found
    std::optional<Error> m_fault;
    QHash<QString, Silence> m_silent; ///< by folder
    QSet<QString> m_answered;         ///< folders that ever did
    std::chrono::steady_clock::time_point m_lastSilence;
};

} // namespace herdbook::render
