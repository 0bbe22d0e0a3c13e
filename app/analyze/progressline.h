// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace herdbook::analyze {

/// What is being done, on one line of standard error that is written over; silent where that isn't a terminal.
class ProgressLine
{
public:
    ProgressLine();
    ~ProgressLine();
    ProgressLine(const ProgressLine &) = delete;
    ProgressLine &operator=(const ProgressLine &) = delete;

    /// @param total 0: unknown.
    void show(const QString &stage, qint64 done, qint64 total);
    /// Clears the line, for other output.
    void clear();

private:
    bool m_terminal;
    bool m_shown = false;
};

} // namespace herdbook::analyze
