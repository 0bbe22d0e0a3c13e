// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/farewell.h"

#include <QObject>
#include <QThread>
#include <memory>
#include <mutex>

namespace herdbook::trial {

/// One thread that does jobs one after the other on a tool (a connection, a journal) which is made, used and destroyed there. The
/// destructor doesn't wait for the job in hand; nobody hears of its end.
template<class Tool>
class Lane
{
public:
    explicit Lane(std::unique_ptr<Tool> tool)
        : m_shared(std::make_shared<Shared>()), m_thread(new QThread), m_home(new QObject)
    {
        m_shared->tool = std::move(tool);
        m_home->moveToThread(m_thread);
        // Emitted by the thread itself, so that what was made there ends there.
        QObject::connect(
            m_thread, &QThread::finished, m_home, [shared = m_shared] { shared->tool.reset(); }, Qt::DirectConnection);
        m_thread->start();
    }

    ~Lane()
    {
        {
            const std::lock_guard lock(m_shared->mutex);
            m_shared->isOver = true;
        }
        m_thread->quit();
        finishLater(
            [thread = m_thread, home = m_home] {
                thread->wait();
                delete home;
                delete thread;
            },
            WorkPatience);
    }

    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// Runs `job(tool)` on the lane's thread, then `done(result)` on the thread of `context`, unless that is gone by then. `context`
    /// has to outlive the lane; the job may outlive both, and must hold all it needs.
    template<class Job, class Done>
    void run(QObject *context, Job job, Done done)
    {
        QMetaObject::invokeMethod(
            m_home,
            [shared = m_shared, context, job = std::move(job), done = std::move(done)]() mutable {
                auto result = std::make_shared<decltype(job(*shared->tool))>(job(*shared->tool));
                const std::lock_guard lock(shared->mutex);
                if (shared->isOver)
                    return;
                QMetaObject::invokeMethod(
                    context, [result, done = std::move(done)]() mutable { done(std::move(*result)); },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

private:
    struct Shared
    {
        std::unique_ptr<Tool> tool; ///< of the thread
        std::mutex mutex;
        bool isOver = false; ///< guarded by the mutex
    };

    std::shared_ptr<Shared> m_shared;
    QThread *m_thread; ///< own, as the next; they may outlive this
    QObject *m_home;
};

} // namespace herdbook::trial
