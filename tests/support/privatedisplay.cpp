// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/privatedisplay.h"

#include <QByteArray>
#include <csignal>
#include <cstdlib>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

namespace herdbook::test {

PrivateDisplay::PrivateDisplay()
{
    int ends[2];
    if (pipe(ends) != 0)
        return;
    const pid_t parent = getpid();
    m_process = fork();
    if (m_process == 0) {
        prctl(PR_SET_PDEATHSIG, SIGTERM);
        if (getppid() != parent)
            _exit(1);
        close(ends[0]);
        execlp("Xvfb", "Xvfb", "-displayfd", std::to_string(ends[1]).c_str(), "-screen", "0", "1600x1200x24",
               "-nolisten", "tcp", static_cast<char *>(nullptr));
        _exit(127);
    }
    close(ends[1]);
    std::string number; // written, with a new line, once it takes clients
    char digit = 0;
    while (read(ends[0], &digit, 1) == 1 && digit != '\n')
        number += digit;
    close(ends[0]);
    m_ready = digit == '\n' && !number.empty();
    if (m_ready) {
        qputenv("DISPLAY", QByteArray::fromStdString(":" + number));
        qputenv("QT_QPA_PLATFORM", "xcb");
    }
}

PrivateDisplay::~PrivateDisplay()
{
    if (m_process <= 0)
        return;
    kill(m_process, SIGTERM);
    waitpid(m_process, nullptr, 0);
}

} // namespace herdbook::test
