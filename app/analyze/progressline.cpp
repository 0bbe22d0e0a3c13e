// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analyze/progressline.h"

#include <cstdio>
#include <unistd.h>

namespace herdbook::analyze {

ProgressLine::ProgressLine() : m_terminal(::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine()
{
    clear();
}

void ProgressLine::show(const QString &stage, qint64 done, qint64 total)
{
    if (!m_terminal)
        return;
    QString line = stage;
    if (total > 0)
        line += QStringLiteral(" %1 of %2").arg(done).arg(total);
    std::fprintf(stderr, "\r\033[K%s", qPrintable(line));
    m_shown = true;
}

void ProgressLine::clear()
{
    if (m_shown)
        std::fputs("\r\033[K", stderr);
    m_shown = false;
}

} // namespace herdbook::analyze
