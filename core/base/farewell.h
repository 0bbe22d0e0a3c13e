// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal> // first: moc can't read <chrono> without it

#include <chrono>
#include <functional>
#include <thread>

namespace herdbook {

/// For who goes and has work left: `finish` waits for it, or gives up, in another thread. The application's end waits for all of these.
void finishLater(std::function<void()> finish);

/// The same for work that may hang: the application's end waits for it for so long, and then ends as after leaveBehind().
void finishLater(std::function<void()> finish, std::chrono::milliseconds patience);

/// Stops a thread and lets it end by itself: it is to use nothing of who goes. The application's end waits for it for a moment.
void finishLater(std::jthread thread);

/// How long the application's end waits for work that was asked for, and for what only reads.
constexpr std::chrono::milliseconds WorkPatience{10'000};
constexpr std::chrono::milliseconds ReadingPatience{2'000};

/// Waits for all of them, each within its patience, for whoever takes away what they need.
void finishAll();

/// Lets a thread run on that hangs in a call nobody can end. It may outlive main(): the program then ends, with the exit code it has, without exit
/// handlers and static destructors, which would pull away what the thread uses (seen: crashes in Qt's and Kerberos's).
void leaveBehind(std::thread thread);

/// The same for a thread that is another's.
void leaveBehind();

} // namespace herdbook
