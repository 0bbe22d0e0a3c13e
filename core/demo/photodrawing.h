// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace herdbook::demo {

struct Herd;

/// Says what is being done and the share of it that is done, 0..1.
using Report = std::function<void(const QString &stage, double fraction)>;

/// Cancelled.
Error stoppedMaking();

/// Draws those of the herd's chosen photos that aren't there yet under `imageFolder`, on all cores; each appears under its name when it is
/// whole. What is there counts as done. Cancelled when stopped; Storage when one can't be written.
Result<void> drawPhotos(const Herd &herd, const QString &imageFolder, const Report &report,
                        const std::stop_token &stop);

/// Draws those of the photos that aren't there yet, in this thread and about in this order: hundreds at a time, as they share landscapes. Errors
/// as above, and Storage before less than `keepFree` bytes are left on the disk.
/// @param drawn is called after each.
Result<void> drawMissing(const Herd &herd, const std::vector<int> &photos, const QString &imageFolder, qint64 keepFree,
                         const std::function<void()> &drawn, const std::stop_token &stop);

} // namespace herdbook::demo
