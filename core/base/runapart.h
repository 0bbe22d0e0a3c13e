// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/farewell.h"

#include <QFuture>
#include <QPromise>

#include <memory>

namespace herdbook {

/// As QtConcurrent::run(), for what may hang on a disk: the application's end waits for WorkPatience, where it would wait for Qt's own threads
/// without end.
template<class Work>
auto runApart(Work work) -> QFuture<decltype(work())>
{
    const auto promise = std::make_shared<QPromise<decltype(work())>>();
    promise->start();
    finishLater(
        [promise, work = std::move(work)] {
            promise->addResult(work());
            promise->finish();
        },
        WorkPatience);
    return promise->future();
}

} // namespace herdbook
