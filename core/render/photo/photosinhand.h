// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>
#include <mutex>
#include <shared_mutex>
#include <vector>

namespace herdbook::render {

/// Notes on disk which photos an export is reading when the process ends, killed from outside or by one of them, which isn't known. The
/// next attempt reads them one at a time, with no other photo in hand; the one after a second end leaves out what was not read since, so
/// that an export ends. May be used by several threads.
class PhotosInHand
{
public:
    /// @param target the export's file; the note is hidden beside it, under the name of the job, which all attempts share. Where it can't be
    /// written, or another attempt is still alive, nothing is noted.
    explicit PhotosInHand(const QString &target);
    /// The attempt ended well, or was stopped: the note goes.
    ~PhotosInHand();
    PhotosInHand(const PhotosInHand &) = delete;
    PhotosInHand &operator=(const PhotosInHand &) = delete;

    /// Whether two attempts ended, and this photo was in hand at an end and not read since.
    bool isGivenUp(const QString &photo) const { return m_ends >= MostEnds && m_suspects.contains(keyOf(photo)); }
    /// A sentence for missing.csv.
    static QString reason();

    /// Held while a photo is read, by a thread that holds no other. Waits for the others' ends where the photo was in hand at an end, and
    /// for that of such a one.
    class Hold
    {
    public:
        Hold(PhotosInHand &all, const QString &photo);
        ~Hold() { m_all.clear(m_place); }
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

    private:
        PhotosInHand &m_all;
        std::shared_lock<std::shared_mutex> m_beside;
        std::unique_lock<std::shared_mutex> m_alone;
        int m_place = -1;
    };

    /// Whether a file name is that of such a note.
    static bool isNote(const QString &fileName);

private:
    static constexpr int MostEnds = 2; // a job has three attempts

    static QByteArray keyOf(const QString &photo);
    int note(const QByteArray &key);
    void clear(int place);
    void write(int place, const QByteArray &key);

    int m_file = -1;
    QString m_path;
    int m_ends = 0;                    ///< of earlier attempts that had photos in hand
    QHash<QByteArray, int> m_suspects; ///< with their places
    std::shared_mutex m_reading;       ///< held alone by a suspect
    std::mutex m_mutex;
    std::vector<bool> m_places; ///< taken ones
};

} // namespace herdbook::render
