// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/spool.h"

#include "core/base/faults.h"

#include <QFileInfo>
#include <QTemporaryFile>

#include <cerrno>
#include <unistd.h>

namespace herdbook::render {

namespace {

constexpr qsizetype BufferSize = 256 * 1024;

Error writeFault(const QString &folder, int code)
{
    return faultOfFile(code, QStringLiteral("Can't write to %1").arg(folder));
}

} // namespace

Spool::Spool(std::unique_ptr<QTemporaryFile> file) : m_file(std::move(file)) {}
Spool::~Spool() = default;

Result<std::unique_ptr<Spool>> Spool::create(const QString &target)
{
    // As long as nobody asks for its name the file has none (O_TMPFILE).
    const QString folder = QFileInfo(target).absolutePath();
    auto file = std::make_unique<QTemporaryFile>(folder + QStringLiteral("/.") + QFileInfo(target).fileName() +
                                                 QStringLiteral(".XXXXXX.spool"));
    errno = 0;
    if (!file->open())
        return writeFault(folder, errno != 0 ? errno : EACCES);
    std::unique_ptr<Spool> spool(new Spool(std::move(file)));
    spool->m_folder = folder;
    return spool;
}

Result<void> Spool::writeAt(qint64 offset, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t written = ::pwrite(m_file->handle(), bytes.constData() + done,
                                         static_cast<std::size_t>(bytes.size() - done), offset + done);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return writeFault(m_folder, written < 0 ? errno : ENOSPC);
        done += written;
    }
    return {};
}

Result<SpoolEntry> Spool::append(const QByteArray &bytes)
{
    SpoolEntry entry{m_end.fetch_add(bytes.size()), bytes.size(),
                     QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()};
    if (const Result<void> written = writeAt(entry.offset, bytes); !written)
        return written.error();
    return entry;
}

qint64 Spool::read(const SpoolEntry &entry, qint64 position, char *buffer, qint64 size) const
{
    const auto wanted = static_cast<std::size_t>(std::min(size, entry.size - position));
    ssize_t got = 0;
    do {
        got = ::pread(m_file->handle(), buffer, wanted, entry.offset + position);
    } while (got < 0 && errno == EINTR);
    return got;
}

SpoolWriter::SpoolWriter(Spool &spool) : m_spool(spool), m_hash(QCryptographicHash::Sha256)
{
    m_entry.offset = spool.m_end.load();
}

void SpoolWriter::write(const QByteArray &bytes)
{
    m_buffer += bytes;
    if (m_buffer.size() >= BufferSize)
        flush();
}

void SpoolWriter::flush()
{
    if (m_result)
        m_result = m_spool.writeAt(m_entry.offset + m_entry.size, m_buffer);
    m_hash.addData(m_buffer);
    m_entry.size += m_buffer.size();
    m_buffer.clear();
}

Result<SpoolEntry> SpoolWriter::finish()
{
    flush();
    if (!m_result)
        return m_result.error();
    m_spool.m_end += m_entry.size;
    m_entry.sha256 = m_hash.result().toHex();
    return m_entry;
}

} // namespace herdbook::render
