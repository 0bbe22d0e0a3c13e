// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/silentfolder.h"

#include <QFile>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

namespace herdbook::test {

SilentFolder::SilentFolder(const QString &folder) : m_folder(QFile::encodeName(folder))
{
    m_device = ::open("/dev/fuse", O_RDWR | O_CLOEXEC);
    const QByteArray options = "fd=" + QByteArray::number(m_device) + ",rootmode=40000,user_id=0,group_id=0";
    if (m_device < 0 || ::mount("silent", m_folder.constData(), "fuse", 0, options.constData()) != 0) {
        m_reason =
            QStringLiteral("no silent folder can be mounted here: ") + QString::fromLocal8Bit(std::strerror(errno));
        if (m_device >= 0)
            ::close(m_device);
        m_device = -1;
    }
}

SilentFolder::~SilentFolder()
{
    answer();
}

void SilentFolder::answer()
{
    if (m_device < 0)
        return;
    ::close(m_device);
    m_device = -1;
    ::umount2(m_folder.constData(), MNT_DETACH);
}

} // namespace herdbook::test
