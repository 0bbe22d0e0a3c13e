// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photosinhand.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace herdbook::render {

namespace {

constexpr int KeyLength = 32;       // hex digits of the path's SHA-256
constexpr int Line = KeyLength + 2; // with the number of ends before
constexpr qsizetype MostLines = 1000;

/// `detections_{job}_{time}.zip` without the time, which differs between attempts.
QString noteOf(const QString &target)
{
    static const QRegularExpression time(QStringLiteral("_\\d{8}_\\d{6}\\.(?:zip|pdf)\\z"));
    return QFileInfo(target).fileName().remove(time);
}

} // namespace

PhotosInHand::PhotosInHand(const QString &target)
    : m_path(QFileInfo(target).path() + QStringLiteral("/.") + noteOf(target) + QStringLiteral(".reading"))
{
    if (target.isEmpty())
        return;
    m_file = ::open(QFile::encodeName(m_path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (m_file < 0)
        return;
    if (::flock(m_file, LOCK_EX | LOCK_NB) != 0) {
        ::close(m_file);
        m_file = -1;
        return;
    }
    QByteArray known(MostLines * Line, ' ');
    known.truncate(std::max<qsizetype>(0, ::pread(m_file, known.data(), static_cast<std::size_t>(known.size()), 0)));
    (void)::ftruncate(m_file, 0);
    for (const QByteArray &line : known.split('\n')) {
        const QByteArray key = line.left(KeyLength).trimmed();
        if (key.size() != KeyLength)
            continue;
        m_ends = std::max(m_ends, line.mid(KeyLength).toInt() + 1);
        if (m_suspects.contains(key))
            continue;
        m_suspects.insert(key, static_cast<int>(m_places.size()));
        m_places.push_back(true); // its own
    }
    for (auto suspect = m_suspects.constBegin(); suspect != m_suspects.constEnd(); ++suspect)
        write(*suspect, suspect.key()); // for the attempts after this one
}

PhotosInHand::~PhotosInHand()
{
    if (m_file < 0)
        return;
    QFile::remove(m_path);
    ::close(m_file);
}

QString PhotosInHand::reason()
{
    return QStringLiteral("Not tried again: two workers ended during this export, one or both while they read this "
                          "photo; why isn't known, and a new export tries it");
}

PhotosInHand::Hold::Hold(PhotosInHand &all, const QString &photo)
    : m_all(all), m_beside(all.m_reading, std::defer_lock), m_alone(all.m_reading, std::defer_lock)
{
    const QByteArray key = keyOf(photo);
    if (all.m_suspects.contains(key))
        m_alone.lock();
    else
        m_beside.lock();
    m_place = all.note(key);
}

QByteArray PhotosInHand::keyOf(const QString &photo)
{
    return QCryptographicHash::hash(photo.toUtf8(), QCryptographicHash::Sha256).toHex().left(KeyLength);
}

int PhotosInHand::note(const QByteArray &key)
{
    if (m_file < 0)
        return -1;
    const std::lock_guard lock(m_mutex);
    if (const auto suspect = m_suspects.constFind(key); suspect != m_suspects.constEnd()) {
        write(*suspect, key);
        return *suspect;
    }
    const auto free = std::find(m_places.begin(), m_places.end(), false);
    const auto place = static_cast<int>(free - m_places.begin());
    if (free == m_places.end())
        m_places.push_back(true);
    else
        *free = true;
    write(place, key);
    return place;
}

void PhotosInHand::clear(int place)
{
    if (place < 0)
        return;
    const std::lock_guard lock(m_mutex);
    m_places[static_cast<std::size_t>(place)] =
        place < m_suspects.size(); // theirs are the first ones, and remain theirs
    write(place, QByteArray(KeyLength, ' '));
}

void PhotosInHand::write(int place, const QByteArray &key)
{
    const QByteArray line = key + static_cast<char>('0' + std::min(m_ends, MostEnds)) + '\n';
    // What can't be noted is read all the same: the export matters more.
    (void)!::pwrite(m_file, line.constData(), static_cast<std::size_t>(line.size()), off_t{place} * Line);
}

bool PhotosInHand::isNote(const QString &fileName)
{
    return fileName.startsWith(u'.') && fileName.endsWith(QLatin1String(".reading"));
}

} // namespace herdbook::render
