// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace herdbook::test {

/// A mount over a folder that answers nothing, as of a file server that is gone: a FUSE file system that nobody serves. Whoever asks for
/// something in it waits in the kernel until answer().
class SilentFolder
{
public:
    explicit SilentFolder(const QString &folder);
    ~SilentFolder();
    SilentFolder(const SilentFolder &) = delete;
    SilentFolder &operator=(const SilentFolder &) = delete;

    /// Why there is none, for QSKIP: it takes /dev/fuse and the right to mount. Empty where it stands.
    QString reason() const { return m_reason; }
    /// What waits fails, and the folder is what it was before.
    void answer();

private:
    QByteArray m_folder;
    QString m_reason;
    int m_device = -1;
};

} // namespace herdbook::test
