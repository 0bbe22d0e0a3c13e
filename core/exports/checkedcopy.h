// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>

namespace herdbook::exports {

/// What a job's status tells of the file that was made.
struct MadeFile
{
    QString name;   ///< as people are told it
    qint64 size;    ///< bytes; -1 where it isn't known
    QString sha256; ///< hexadecimal; empty where it isn't known
};

/// Copies `source` under `target` by way of a hidden temporary. Corrupt where the bytes are not those of `made`: nothing is left at
/// `target` then, and what was there stays.
/// @param progress gets the share that is copied, 0 to 1, on this thread; may be empty.
Result<void> copyChecked(const QString &source, const MadeFile &made, const QString &target,
                         const std::function<void(double)> &progress = {});

} // namespace herdbook::exports
