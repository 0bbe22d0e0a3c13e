// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/ranchdata.h"

#include <thread>

namespace herdbook::demo {

/// What is drawn once a ranch is ready.
struct LaterChoice
{
    int days = 60;                   ///< every detection of the last ones
    int profiles = 12;               ///< and every detection of these, the most seen
    qint64 keepFree = 1'000'000'000; ///< bytes that are left on the disk
    int nice = 19;                   ///< how far the thread gives way, as for nice(1)
};

/// Draws more photos of a ranch than it starts with, in a thread that gives way to all others. What is there is not drawn again, so a ranch
/// that was closed in the middle goes on where it was.
class LaterPhotos
{
public:
    /// @param stamp of the data that is there.
    /// @param added is called in that thread, a few seconds apart, after photos were added.
    LaterPhotos(const RanchStamp &stamp, const LaterChoice &choice, QString imageFolder, std::function<void()> added);

private:
    std::jthread m_thread; ///< its end waits for one photo
};

} // namespace herdbook::demo
