// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

namespace herdbook::test {

/// An Xvfb of the test's own, on a display number it picks itself, so that tests may run beside each other. To be made first thing in
/// main(): the QApplication that follows uses it. Ends with the object, and with the process however that ends.
class PrivateDisplay
{
public:
    PrivateDisplay();
    ~PrivateDisplay();
    PrivateDisplay(const PrivateDisplay &) = delete;
    PrivateDisplay &operator=(const PrivateDisplay &) = delete;

    /// Whether it answers; DISPLAY and QT_QPA_PLATFORM are set then.
    bool isReady() const { return m_ready; }

private:
    pid_t m_process = -1;
    bool m_ready = false;
};

} // namespace herdbook::test
