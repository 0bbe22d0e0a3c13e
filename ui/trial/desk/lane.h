// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThread>
#include <memory>

namespace herdbook::trial {

/// One thread that does jobs one after the other on a tool (a connection, a journal) which is made, used and destroyed there. The
/// destructor waits for the job in hand; those behind it are dropped.
template<class Tool>
class Lane
{
public:
    explicit Lane(std::unique_ptr<Tool> tool) : m_home(std::make_unique<QObject>()), m_tool(tool.release())
    {
        m_home->moveToThread(&m_thread);
        // Emitted by the thread itself, so that what was made there ends there.
        QObject::connect(
            &m_thread, &QThread::finished, m_home.get(), [own = m_tool] { delete own; }, Qt::DirectConnection);
        m_thread.start();
    }

    ~Lane()
    {
        m_thread.quit();
        m_thread.wait();
    }

    Lane(const Lane &) = delete;
    Lane &operator=(const Lane &) = delete;

    /// Runs `job(tool)` on the lane's thread, then `done(result)` on the thread of `context`, unless that is gone by then. `context`
    /// has to outlive the lane.
    template<class Job, class Done>
    void run(QObject *context, Job job, Done done)
    {
        QMetaObject::invokeMethod(
            m_home.get(),
            [this, context, job = std::move(job), done = std::move(done)]() mutable {
                auto result = std::make_shared<decltype(job(*m_tool))>(job(*m_tool));
                QMetaObject::invokeMethod(
                    context, [result, done = std::move(done)]() mutable { done(std::move(*result)); },
                    Qt::QueuedConnection);
            },
            Qt::QueuedConnection);
    }

private:
    QThread m_thread;
    std::unique_ptr<QObject> m_home;
    Tool *m_tool;
};

} // namespace herdbook::trial
