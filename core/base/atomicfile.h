// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace herdbook {

/// A file that appears under its name only when it is whole: written beside it under a hidden temporary name, synced, renamed.
/// Destroyed without publish(), it leaves nothing behind. Not thread-safe.
class AtomicFile
{
public:
    /// @param target absolute path the file gets when it is published; its folder must exist.
    explicit AtomicFile(QString target);
    ~AtomicFile();
    AtomicFile(const AtomicFile &) = delete;
    AtomicFile &operator=(const AtomicFile &) = delete;

    /// The temporary path to write to: `.{name}.{random}.part` in the target's folder.
    QString temporaryPath() const { return m_temporary; }
    QString target() const { return m_target; }

    /// Syncs the temporary file to disk, renames it over the target and syncs the folder. Storage error otherwise.
    Result<void> publish();

    /// Writes bytes to the temporary path. The Storage error says why: the disk is full, the folder is not writable...
    Result<void> fill(const QByteArray &bytes);

    /// Writes bytes in one go and publishes them.
    static Result<void> write(const QString &target, const QByteArray &bytes);

    /// Whether a file name is that of an unpublished temporary of this class.
    static bool isTemporaryName(const QString &fileName);

private:
    QString m_target;
    QString m_temporary;
    bool m_published = false;
};

} // namespace herdbook
