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

constexpr int KeyLength = 32; // hex digits of the path's SHA-256
constexpr int Line = KeyLength + 1;
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
        const QByteArray key = line.trimmed();
        if (key.size() != KeyLength || m_suspects.contains(key))
            continue;
        m_suspects.insert(key);
        m_places.push_back(true); // for the attempts after this one
        write(static_cast<int>(m_places.size()) - 1, key);
    }
}

PhotosInHand::~PhotosInHand()
{
    if (m_file < 0)
        return;
    QFile::remove(m_path);
    ::close(m_file);
}

QString PhotosInHand::reason() const
{
    return m_suspects.size() == 1
               ? QStringLiteral("Not tried again: reading it ended the worker")
               : QStringLiteral("Not tried again: reading it ended the worker, or one of the photos read at "
                                "the same time did");
}

QByteArray PhotosInHand::keyOf(const QString &photo)
{
    return QCryptographicHash::hash(photo.toUtf8(), QCryptographicHash::Sha256).toHex().left(KeyLength);
}

int PhotosInHand::note(const QString &photo)
{
    if (m_file < 0)
        return -1;
    const std::lock_guard lock(m_mutex);
    const auto free = std::find(m_places.begin(), m_places.end(), false);
    const auto place = static_cast<int>(free - m_places.begin());
    if (free == m_places.end())
        m_places.push_back(true);
    else
        *free = true;
    write(place, keyOf(photo));
    return place;
}

void PhotosInHand::clear(int place)
{
    if (place < 0)
        return;
    const std::lock_guard lock(m_mutex);
    m_places[static_cast<std::size_t>(place)] = false;
    write(place, QByteArray(KeyLength, ' '));
}

void PhotosInHand::write(int place, const QByteArray &key)
{
    const QByteArray line = key + '\n';
    // What can't be noted is read all the same: the export matters more.
    (void)!::pwrite(m_file, line.constData(), static_cast<std::size_t>(line.size()), off_t{place} * Line);
}

bool PhotosInHand::isNote(const QString &fileName)
{
    return fileName.startsWith(u'.') && fileName.endsWith(QLatin1String(".reading"));
}

} // namespace herdbook::render
