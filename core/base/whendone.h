// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>

namespace herdbook {

/// Calls `take` with the future's result in the context's thread, once it is there; not at all when the context is gone by then. (QFuture::then()
/// with a context that is gone is undefined in Qt 6.4.) To be called in the context's thread.
template<class T, class Take>
void whenDone(const QFuture<T> &future, QObject *context, Take take)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, take = std::move(take)] {
        watcher->deleteLater();
        take(watcher->result());
    });
    watcher->setFuture(future);
}

} // namespace herdbook
