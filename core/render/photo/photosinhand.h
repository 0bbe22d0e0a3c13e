// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSet>
#include <QString>
#include <mutex>
#include <vector>

namespace herdbook::render {

/// Notes on disk which photos an export is reading, so that when the process dies of one, the next attempt knows it and leaves it out. May
/// be used by several threads.
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

    /// Whether an earlier attempt died while it read this photo.
    bool endedAWorker(const QString &photo) const { return m_suspects.contains(keyOf(photo)); }
    /// A sentence for missing.csv.
    QString reason() const;

    /// Held while a photo is read.
    class Hold
    {
    public:
        Hold(PhotosInHand &all, const QString &photo) : m_all(all), m_place(all.note(photo)) {}
        ~Hold() { m_all.clear(m_place); }
        Hold(const Hold &) = delete;
        Hold &operator=(const Hold &) = delete;

    private:
        PhotosInHand &m_all;
        int m_place;
    };

    /// Whether a file name is that of such a note.
    static bool isNote(const QString &fileName);

private:
    static QByteArray keyOf(const QString &photo);
    int note(const QString &photo);
    void clear(int place);
    void write(int place, const QByteArray &key);

    int m_file = -1;
    QString m_path;
    QSet<QByteArray> m_suspects;
    std::mutex m_mutex;
    std::vector<bool> m_places; ///< taken ones
};

} // namespace herdbook::render
