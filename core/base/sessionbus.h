// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook {

/// Whether the desktop's message bus (D-Bus), which leads to the keychain and to notifications, is there and answers.
enum class SessionBus { Answers, Absent, Silent };

/// Greets it and waits for its answer, 3 s at most: not for the UI thread. Whoever asks Qt or libdbus for a connection to a silent one waits
/// for 25 s, and so does every other thread that asks meanwhile.
SessionBus askSessionBus();

/// For the start of main(), before Qt asks the bus on the UI thread: a silent one is left alone by this process and its children from then on,
/// and askSessionBus() goes on to call it silent.
void leaveSilentBus();

} // namespace herdbook
