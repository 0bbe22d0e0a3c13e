// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/shard.h"

#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace herdbook::http {

/// One client: reads a request, has it answered, writes the answer, and so on. All on its shard's thread.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(Shard &shard, Socket socket);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    void start() { next(); }
    /// Closes at once.
    void end();
    /// What follows when deadline() has passed: 408, 503 or the end, by what it was waiting for.
    void expire();

    SteadyClock::time_point deadline() const { return m_deadline; }
    /// Since when it has been in its present phase.
    SteadyClock::time_point since() const { return m_since; }
    /// Whether it may end at any time: between two requests, or between two pieces of an answer that goes on.
    bool isIdle() const { return m_phase == Phase::Idle || m_phase == Phase::Streaming; }
    /// Whether its next request is still to come or incomplete.
    bool isWaiting() const { return m_phase <= Phase::Body; }

private:
    enum class Phase { Idle, Head, Body, Answering, Writing, Streaming, Draining, Closed };
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;

    void enter(Phase phase, std::chrono::milliseconds time);
    void next();
    void read();
    void readSome(std::size_t size);
    void received();
    bool parse(boost::system::error_code &error);
    void refuse(const boost::system::error_code &error);
    bool headArrived();
    std::optional<Response> objection() const;
    bool takeLargeBody();
    void fillRequest();
    void dispatch();

    // connectionwrite.cpp
    void answer(Response response);
    void respond(Response response, bool close);
    void write();
    bool writeText();
    bool writeFile();
    void writeWhenPossible();
    void written();
    bool writeStream();
    void drain();

    Shard &m_shard;
    std::atomic<int> &m_largeBodies;
    Socket m_socket;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    Request m_request;
    std::function<void()> m_abandon; ///< the answer that is awaited
    std::string m_client;
    std::string m_path; ///< what m_request.path shows where the target had something to decode
    Phase m_phase = Phase::Idle;
    SteadyClock::time_point m_since;
    SteadyClock::time_point m_deadline;
    std::size_t m_headBytes = 0;
    bool m_reading = false;
    bool m_holdsLargeBody = false;

    std::string m_out;
    std::size_t m_sent = 0;
    std::optional<FileBody> m_file;
    std::shared_ptr<Stream> m_stream;
    bool m_close = false;
    std::size_t m_drained = 0;
};

} // namespace herdbook::http
