// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/filebody.h"
#include "core/http/server.h"

#include <QDir>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace herdbook::test {

/// Answers `/echo` with method, path and body, `/file` with a file of `folder`, keeps `/later` for the test to answer and forgets
/// `/never`; `/closed` is refused by its head.
class EchoHandler : public http::Handler
{
public:
    std::optional<http::Response> admit(const http::Request &head) override
    {
        if (head.path == "/closed")
            return http::problem(403, "closed");
        return std::nullopt;
    }

    void handle(const http::Request &request, http::Responder respond) override
    {
        if (request.path == "/throw")
            throw std::runtime_error("thrown by a handler");
        if (request.path == "/later") {
            const std::lock_guard lock(m_mutex);
            m_later.push_back(respond);
            m_arrived.notify_all();
            return;
        }
        if (request.path == "/file") {
            http::FileDescriptor file = http::openRegularFile(folder.toStdString(), "file.bin");
            respond(file ? http::fileResponse(request, std::move(file), "attachment; filename=\"file.bin\"",
                                              "application/octet-stream")
                         : http::problem(404, "Not found"));
            return;
        }
        if (request.path == "/never")
            return;
        http::Response response;
        response.add("Content-Type", "text/plain");
        response.body = std::string(request.method) + ' ' + std::string(request.path) + ' ' + std::string(request.body);
        respond(std::move(response));
    }

    /// Waits for so many requests to `/later`.
    std::vector<http::Responder> waitForLater(std::size_t count)
    {
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, std::chrono::seconds(60), [&] { return m_later.size() >= count; });
        return std::exchange(m_later, {});
    }

    std::vector<http::Responder> takeLater()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_later, {});
    }

    QString folder;

private:
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::vector<http::Responder> m_later;
};

/// A server on a free port of the loopback, run on a thread of its own.
class TestServer
{
public:
    explicit TestServer(const http::Limits &limits = {}, int threads = 2) : m_server(handler, limits, threads)
    {
        if (m_server.listen("127.0.0.1", 0))
            qFatal("no free port");
        m_thread = std::jthread([this] { m_server.run(); });
    }
    ~TestServer()
    {
        stop();
        handler.takeLater().clear();
    }

    void stop()
    {
        m_server.stop();
        if (m_thread.joinable())
            m_thread.join();
    }
    quint16 port() const { return m_server.port(); }

    EchoHandler handler;

private:
    http::Server m_server;
    std::jthread m_thread;
};

} // namespace herdbook::test
