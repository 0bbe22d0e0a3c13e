// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection.h"

#include <boost/asio/post.hpp>
#include <boost/beast/http/status.hpp>
#include <sys/sendfile.h>

namespace herdbook::http {

namespace {

constexpr std::size_t FileTurn = std::size_t{512} * 1024; ///< bytes of a download before others have their turn
constexpr std::size_t MostDrained = std::size_t{8} * 1024 * 1024;
constexpr std::size_t ReadAhead = 1024; ///< of what a client sends during an answer that goes on
constexpr auto DrainTime = std::chrono::seconds(2);

bool wouldBlock(const boost::system::error_code &error)
{
    return error == asio::error::would_block || error == asio::error::try_again;
}

} // namespace

/// The handler's answer; too late where the connection has given up on it.
void Connection::answer(Response response)
{
    if (m_phase == Phase::Answering)
        respond(std::move(response), !m_parser->get().keep_alive());
}

void Connection::respond(Response response, bool close)
{
    m_close = close || m_shard.isStopping() || response.stream;
    const bool headOnly = m_request.method == "HEAD";
    const std::uint64_t length = response.file ? response.file->length : response.body.size();
    const auto reason =
        boost::beast::http::obsolete_reason(boost::beast::http::int_to_status(static_cast<unsigned>(response.status)));

    m_out.clear();
    m_sent = 0;
    m_out.append("HTTP/1.1 ").append(std::to_string(response.status)).append(1, ' ');
    m_out.append(reason.data(), reason.size());
    m_out.append("\r\nDate: ").append(m_shard.date()).append("\r\n").append(response.headers);
    if (response.status != 204 && !response.stream)
        m_out.append("Content-Length: ").append(std::to_string(length)).append("\r\n");
    m_out.append(m_close ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n");
    if (!headOnly) {
        m_out.append(response.body);
        m_file = std::move(response.file);
        m_stream = std::move(response.stream);
    }
    if (m_stream)
        m_stream->attach([weak = weak_from_this(), executor = m_shard.executor()] {
            asio::post(executor, [weak] {
                if (const auto self = weak.lock(); self && self->m_phase == Phase::Streaming)
                    self->written();
            });
        });
    enter(Phase::Writing, m_shard.limits().stall + response.delay);
    if (response.delay.count() == 0)
        return write();
    const auto timer = std::make_shared<Timer>(m_shard.executor());
    timer->expires_after(response.delay);
    timer->async_wait([self = shared_from_this(), timer](const boost::system::error_code &) { self->write(); });
}

void Connection::write()
{
    if (m_phase != Phase::Writing)
        return; // ended meanwhile
    if (writeText() && writeFile())
        written();
}

/// False when it is to go on later or the connection has ended.
bool Connection::writeText()
{
    while (m_sent < m_out.size()) {
        boost::system::error_code error;
        m_sent += m_socket.write_some(asio::buffer(m_out) + m_sent, error);
        if (wouldBlock(error)) {
            writeWhenPossible();
            return false;
        }
        if (error) {
            end();
            return false;
        }
        m_deadline = SteadyClock::now() + m_shard.limits().stall;
    }
    return true;
}

bool Connection::writeFile()
{
    if (!m_file || m_file->length == 0)
        return true;
    auto offset = static_cast<off_t>(m_file->offset);
    const ssize_t sent = ::sendfile(m_socket.native_handle(), m_file->file.number(), &offset,
                                    static_cast<std::size_t>(std::min<std::uint64_t>(m_file->length, FileTurn)));
    if (sent < 0 && (errno == EAGAIN || errno == EINTR)) {
        writeWhenPossible();
        return false;
    }
    if (sent <= 0) { // gone, or shorter than announced: the client must notice
        end();
        return false;
    }
    m_file->offset += static_cast<std::uint64_t>(sent);
    m_file->length -= static_cast<std::uint64_t>(sent);
    m_deadline = SteadyClock::now() + m_shard.limits().stall;
    if (m_file->length == 0)
        return true;
    asio::post(m_shard.executor(), [self = shared_from_this()] { self->write(); });
    return false;
}

void Connection::writeWhenPossible()
{
    m_socket.async_wait(Socket::wait_write, [self = shared_from_this()](const boost::system::error_code &error) {
        if (error)
            self->end();
        else
            self->write();
    });
}

/// Whether the answer goes on.
bool Connection::writeStream()
{
    if (!m_stream)
        return false;
    std::optional<std::string> text = m_stream->take();
    if (!text || m_shard.isStopping()) {
        std::exchange(m_stream, nullptr)->end();
        return false;
    }
    enter(text->empty() ? Phase::Streaming : Phase::Writing, m_shard.limits().stall);
    if (text->empty()) {
        readSome(ReadAhead); // tells when the client goes
    } else {
        m_out = *std::move(text);
        m_sent = 0;
        asio::post(m_shard.executor(), [self = shared_from_this()] { self->write(); });
    }
    return true;
}

void Connection::written()
{
    m_file.reset();
    if (writeStream())
        return;
    if (!m_close) {
        // The handler may still be on the stack, reading the request: what frees it waits for the next turn.
        if (m_buffer.size() == 0 && !m_holdsLargeBody) {
            enter(Phase::Idle, m_shard.limits().idle);
            return m_shard.isStopping() ? end() : read();
        }
        asio::post(m_shard.executor(), [self = shared_from_this()] {
            if (self->m_phase == Phase::Writing)
                self->next();
        });
        return;
    }
    boost::system::error_code ignored;
    m_socket.shutdown(Socket::shutdown_send, ignored);
    enter(Phase::Draining, DrainTime);
    m_drained = 0;
    drain();
}

/// Closing a socket with unread bytes in it resets the connection, and the client would never see the answer.
void Connection::drain()
{
    m_drained += m_buffer.size();
    if (m_drained > MostDrained)
        return end();
    if (m_reading)
        return;
    m_buffer.consume(m_buffer.size());
    readSome(m_buffer.max_size());
}

} // namespace herdbook::http
