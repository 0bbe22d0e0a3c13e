// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/farewell.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <unistd.h>

namespace herdbook {

namespace {

constexpr int MostAtOnce = 64; ///< they only wait

QThreadPool &leavers()
{
    static QThreadPool *const pool = [] {
        auto *made = new QThreadPool; // outlives the application's destructor, in which it is waited for
        made->setMaxThreadCount(MostAtOnce);
        qAddPostRoutine(finishAll);
        return made;
    }();
    return *pool;
}

} // namespace

void finishLater(std::function<void()> finish)
{
    leavers().start(std::move(finish));
}

void finishAll()
{
    leavers().waitForDone();
}

void leaveBehind(std::thread thread)
{
    static std::once_flag once;
    std::call_once(once, [] {
        ::on_exit(
            [](int code, void *) {
                std::fflush(nullptr);
                ::_exit(code);
            },
            nullptr);
    });
    thread.detach();
}

} // namespace herdbook
