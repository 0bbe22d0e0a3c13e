// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>
#include <atomic>
#include <memory>

class QTemporaryFile;

namespace herdbook::render {

/// Where something lies in the spool.
struct SpoolEntry
{
    qint64 offset = 0;
    qint64 size = 0;
    QByteArray sha256; ///< lower-case hex
};

/// A nameless file that holds a data set's parts until the archive is written: parts finish in any order and in several
/// threads, while the archive needs them sorted, and nothing has to stay in memory. It vanishes with the object, and
/// when the program is killed.
class Spool
{
public:
    /// Beside the file `target` that it is for. Where the file system knows no nameless files it is called
    /// `.{target}.XXXXXX.spool`. Storage error when the folder can't be written.
    static Result<std::unique_ptr<Spool>> create(const QString &target);
    ~Spool();
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    /// Appends a whole part; from any thread.
    Result<SpoolEntry> append(const QByteArray &bytes);

    /// Reads from `entry` at `position`; the number of bytes read, -1 on failure. From any thread.
    qint64 read(const SpoolEntry &entry, qint64 position, char *buffer, qint64 size) const;

private:
    friend class SpoolWriter;
    explicit Spool(std::unique_ptr<QTemporaryFile> file);
    Result<void> writeAt(qint64 offset, const QByteArray &bytes);

    std::unique_ptr<QTemporaryFile> m_file;
    QString m_folder;
    std::atomic<qint64> m_end = 0;
};

/// Appends one part piece by piece. Nothing else may be appended meanwhile.
class SpoolWriter
{
public:
    explicit SpoolWriter(Spool &spool);

    void write(const QByteArray &bytes);
    /// Ends the part. The first error of any write comes out here.
    Result<SpoolEntry> finish();

private:
    void flush();

    Spool &m_spool;
    SpoolEntry m_entry;
    QByteArray m_buffer;
    QCryptographicHash m_hash;
    Result<void> m_result;
};

} // namespace herdbook::render
