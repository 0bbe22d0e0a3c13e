// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/actions/filecopying.h"

#include "core/base/farewell.h"
#include "core/base/whendone.h"

#include <QtConcurrentRun>

namespace herdbook::ui {

FileCopying::FileCopying()
{
    m_beat->owner = this;
    m_pool->setMaxThreadCount(1);
    m_watch.setInterval(Silence);
    connect(&m_watch, &QTimer::timeout, this, &FileCopying::watch);
}

FileCopying::~FileCopying()
{
    {
        const std::lock_guard lock(m_beat->mutex);
        m_beat->owner = nullptr;
    }
    // What is being saved goes on without this; only the program's end waits for it.
    finishLater([pool = m_pool.release(), beat = m_beat] {
        for (int before = -1; !pool->waitForDone(Silence);) {
            if (std::exchange(before, beat->count.load()) == beat->count)
                return leaveBehind(); // a disk that doesn't answer keeps its thread, and nothing else
        }
        delete pool;
    });
}

void FileCopying::copy(const QString &from, const exports::MadeFile &made, const QString &to,
                       const std::function<void(const Result<void> &)> &then)
{
    const auto progress = [beat = m_beat](double fraction) {
        ++beat->count;
        const std::lock_guard lock(beat->mutex);
        if (FileCopying *owner = beat->owner)
            QMetaObject::invokeMethod(owner, [owner, fraction] { Q_EMIT owner->progressed(fraction); });
    };
    begin();
    whenDone(QtConcurrent::run(m_pool.get(), exports::copyChecked, from, made, to, progress), this,
             [this, then](const Result<void> &done) {
                 end();
                 then(done);
             });
}

void FileCopying::begin()
{
    if (m_copies++ == 0) {
        m_beatSeen = m_beat->count;
        m_watch.start();
    }
}

void FileCopying::end()
{
    if (--m_copies == 0)
        m_watch.stop();
}

void FileCopying::watch()
{
    const int now = m_beat->count;
    if (std::exchange(m_beatSeen, now) == now)
        Q_EMIT silent(Silence);
}

} // namespace herdbook::ui
