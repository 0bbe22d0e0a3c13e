// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <thread>

namespace herdbook {

/// For who goes and has work left: `finish` waits for it, or gives up, in another thread. The application's end waits for all of these.
void finishLater(std::function<void()> finish);

/// Waits for all of them, for whoever takes away what they need.
void finishAll();

/// Lets a thread run on that hangs in a call nobody can end. It may outlive main(): the program then ends, with the exit code it has, without exit
/// handlers and static destructors, which would pull away what the thread uses (seen: crashes in Qt's and Kerberos's).
void leaveBehind(std::thread thread);

} // namespace herdbook
