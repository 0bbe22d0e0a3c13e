// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/termination.h"

#include <csignal>

namespace herdbook {

namespace {

sigset_t terminationSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    for (const int number : {SIGTERM, SIGINT, SIGHUP})
        sigaddset(&signals, number);
    return signals;
}

} // namespace

void holdTerminationSignals()
{
    const sigset_t signals = terminationSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

TerminationWatch::TerminationWatch(std::function<void()> onSignal)
    : m_thread([call = std::move(onSignal)](const std::stop_token &stop) {
          const sigset_t signals = terminationSignals();
          int number = 0;
          while (sigwait(&signals, &number) == 0 && !stop.stop_requested())
              call();
      })
{
}

TerminationWatch::~TerminationWatch()
{
    m_thread.request_stop();
    pthread_kill(m_thread.native_handle(), SIGTERM);
}

} // namespace herdbook
