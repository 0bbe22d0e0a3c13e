// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/connection.h"

#include <boost/asio/dispatch.hpp>
#include <boost/beast/core/string.hpp>
#include <boost/beast/http/error.hpp>
#include <cctype>

namespace herdbook::http {

namespace beast = boost::beast;
using beast::http::field;

namespace {

constexpr std::size_t LargeBody = std::size_t{64} * 1024;
constexpr std::size_t ReadSize = std::size_t{8} * 1024;

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

/// Of `http://` or `https://` at the beginning of an absolute target; 0 for any other form.
std::size_t schemeLength(std::string_view target)
{
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (target.size() >= scheme.size() &&
            beast::iequals({target.data(), scheme.size()}, {scheme.data(), scheme.size()}))
            return scheme.size();
    }
    return 0;
}

int hexDigit(char c)
{
    return c >= '0' && c <= '9'   ? c - '0'
           : c >= 'a' && c <= 'f' ? c - 'a' + 10
           : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                  : -1;
}

/// Letters, digits and `-._~` mean the same encoded or not (RFC 3986, 2.3); all else stays as it is.
std::string decodeUnreserved(std::string_view path)
{
    std::string decoded;
    for (std::size_t at = 0; at < path.size(); ++at) {
        const int high = path[at] == '%' && at + 2 < path.size() ? hexDigit(path[at + 1]) : -1;
        const int low = high >= 0 ? hexDigit(path[at + 2]) : -1;
        const auto character = static_cast<char>(16 * high + low);
        const bool unreserved = low >= 0 && high < 8 && character != '\0' &&
                                (std::isalnum(static_cast<unsigned char>(character)) != 0 ||
                                 std::string_view("-._~").find(character) != std::string_view::npos);
        decoded += unreserved ? character : path[at];
        if (unreserved)
            at += 2;
    }
    return decoded;
}

} // namespace

Connection::Connection(Shard &shard, Socket socket)
    : m_shard(shard), m_largeBodies(shard.largeBodies()), m_socket(std::move(socket)),
      m_buffer(shard.limits().headBytes + ReadSize)
{
    boost::system::error_code unknown;
    const auto endpoint = m_socket.remote_endpoint(unknown);
    if (!unknown)
        m_client = endpoint.address().to_string();
}

Connection::~Connection()
{
    if (m_holdsLargeBody)
        ++m_largeBodies;
}

void Connection::enter(Phase phase, std::chrono::milliseconds time)
{
    m_phase = phase;
    m_since = SteadyClock::now();
    m_deadline = m_since + time;
}

void Connection::end()
{
    if (m_phase == Phase::Closed)
        return;
    m_phase = Phase::Closed;
    boost::system::error_code ignored;
    m_socket.close(ignored);
    m_file.reset();
    if (m_stream)
        m_stream->end();
    m_shard.remove(shared_from_this());
}

void Connection::expire()
{
    switch (m_phase) {
    case Phase::Head:
    case Phase::Body:
        return respond(problem(408, "The request took too long to arrive"), true);
    case Phase::Answering: {
        m_abandon();
        const bool changes = m_request.method != "GET" && m_request.method != "HEAD";
        Response response = problem(503, changes ? "The answer took too long. Whether it was carried out isn't known: "
                                                   "look before asking again"
                                                 : "The answer took too long");
        if (!changes)
            response.add("Retry-After", "2");
        return respond(std::move(response), true);
    }
    default:
        end();
    }
}

void Connection::next()
{
    if (std::exchange(m_holdsLargeBody, false))
        ++m_largeBodies;
    m_parser.reset();
    enter(Phase::Idle, m_shard.limits().idle);
    if (m_shard.isStopping())
        return end();
    if (m_buffer.size() > 0)
        return received();
    read();
}

void Connection::read()
{
    if (m_buffer.size() + ReadSize > m_buffer.max_size()) // in the body it is a chunk's head
        return respond(m_phase == Phase::Body ? problem(400, "The request is not well-formed HTTP/1.1")
                                              : problem(431, "The request's head is too large"),
                       true);
    readSome(ReadSize);
}

/// The one place that reads, so that never two reads are under way (a request can expire during one).
void Connection::readSome(std::size_t size)
{
    if (std::exchange(m_reading, true))
        return;
    m_socket.async_read_some(m_buffer.prepare(size),
                             [self = shared_from_this()](const boost::system::error_code &error, std::size_t got) {
                                 self->m_reading = false;
                                 if (error)
                                     return self->m_phase == Phase::Writing ? void() : self->end();
                                 self->m_buffer.commit(got);
                                 if (self->isWaiting())
                                     self->received();
                                 else if (self->m_phase == Phase::Draining)
                                     self->drain();
                             });
}

void Connection::received()
{
    if (m_phase == Phase::Idle) {
        enter(Phase::Head, m_shard.limits().head);
        m_request = {};
        m_headBytes = 0;
        m_parser.emplace();
        m_parser->header_limit(static_cast<std::uint32_t>(m_shard.limits().headBytes));
        m_parser->body_limit(m_shard.limits().bodyBytes);
    }
    boost::system::error_code error;
    if (!parse(error)) {
        if (error)
            refuse(error);
        return;
    }
    if (m_parser->is_done())
        dispatch();
    else
        read();
}

/// Parses what there is. False when the request has ended by it: with `error`, or answered by the head alone.
bool Connection::parse(boost::system::error_code &error)
{
    while (m_buffer.size() > 0 && !m_parser->is_done()) {
        const bool headWasThere = m_parser->is_header_done();
        const std::size_t used = m_parser->put(m_buffer.data(), error);
        m_buffer.consume(used);
        if (!headWasThere && (m_headBytes += used) > m_shard.limits().headBytes)
            error = beast::http::error::header_limit; // Beast counts only what came at once
        if (error && error != beast::http::error::need_more)
            return false;
        const bool more = !error && used > 0;
        error = {};
        if (!headWasThere && m_parser->is_header_done() && !headArrived())
            return false;
        if (headWasThere && !takeLargeBody())
            return false;
        if (!more)
            break;
    }
    return true;
}

void Connection::refuse(const boost::system::error_code &error)
{
    using Fault = beast::http::error;
    if (error == Fault::body_limit)
        return respond(problem(413, "The body must be at most 2 MiB"), true);
    if (error == Fault::header_limit || error == Fault::buffer_overflow)
        return respond(problem(431, "The request's head is too large"), true);
    respond(problem(400, "The request is not well-formed HTTP/1.1"), true);
}

void Connection::fillRequest()
{
    const auto &message = m_parser->get();
    m_request.method = view(message.method_string());
    m_request.client = m_client;
    std::string_view target = view(message.target());
    m_request.host = view(message[field::host]);
    if (const std::size_t scheme = schemeLength(target); scheme > 0) {
        target.remove_prefix(scheme);
        const std::size_t end = std::min(target.find_first_of("/?"), target.size());
        m_request.host = target.substr(0, end);
        target = end == target.size() || target[end] == '?' ? std::string_view("/") : target.substr(end);
    }
    m_request.path = target.substr(0, target.find('?'));
    if (m_request.path.find('%') != std::string_view::npos) {
        m_path = decodeUnreserved(m_request.path);
        m_request.path = m_path;
    }
    m_request.headers.clear();
    for (const auto &header : message)
        m_request.headers.push_back({view(header.name_string()), view(header.value())});
    m_request.body = {};
}

/// What makes a head ambiguous to whatever stands between the client and here, and is no business of the handler.
std::optional<Response> Connection::objection() const
{
    const auto &message = m_parser->get();
    const bool current = message.version() == 11;
    if (!current && message.version() != 10)
        return problem(400, "The request is not well-formed HTTP/1.1");
    if (message.count(field::host) > 1 || (current && message.count(field::host) == 0))
        return problem(400, "There must be one Host header");
    const auto codings = message.count(field::transfer_encoding);
    if (codings > 1 || (codings == 1 && (!current || message.count(field::content_length) > 0)))
        return problem(400, "Transfer-Encoding must stand alone");
    if (codings == 1 && !beast::iequals(message[field::transfer_encoding], "chunked"))
        return problem(501, "The only Transfer-Encoding understood is chunked");
    const std::string_view length = view(message[field::content_length]);
    if (message.count(field::content_length) > 1 || length.find_first_not_of("0123456789") != std::string_view::npos)
        return problem(400, "Content-Length must be one number");
    if (message.count(field::expect) > 0 && !beast::iequals(message[field::expect], "100-continue"))
        return problem(417, "The only expectation understood is 100-continue");
    return std::nullopt;
}

/// False when the head alone was answered.
bool Connection::headArrived()
{
    fillRequest();
    std::optional<Response> response = objection();
    if (!response)
        response = m_shard.handler().admit(m_request);
    if (response) {
        respond(*std::move(response), true);
        return false;
    }
    enter(Phase::Body, m_shard.limits().body);
    m_parser->eager(true);
    if (!m_parser->is_done() && m_buffer.size() == 0 && m_parser->get().count(field::expect) > 0) {
        boost::system::error_code ignored;
        m_socket.write_some(asio::buffer(std::string_view("HTTP/1.1 100 Continue\r\n\r\n")), ignored);
    }
    return takeLargeBody();
}

/// False when there is no room for another large body; then that was the answer.
bool Connection::takeLargeBody()
{
    const std::uint64_t expected =
        std::max<std::uint64_t>(m_parser->content_length().value_or(0), m_parser->get().body().size());
    if (m_holdsLargeBody || expected <= LargeBody)
        return true;
    m_holdsLargeBody = true;
    if (--m_largeBodies >= 0)
        return true;
    Response response = problem(503, "Too many large requests at a time");
    response.add("Retry-After", "1");
    respond(std::move(response), true);
    return false;
}

void Connection::dispatch()
{
    m_request.body = m_parser->get().body();
    enter(Phase::Answering, m_shard.limits().answer);
    Responder responder([self = shared_from_this()](Response response) {
        asio::dispatch(self->m_shard.executor(),
                       [self, response = std::move(response)]() mutable { self->answer(std::move(response)); });
    });
    m_abandon = responder.abandonment();
    try {
        m_shard.handler().handle(m_request, responder);
    } catch (const std::exception &) {
        responder(problem(500, "The request could not be answered"));
    }
}

} // namespace herdbook::http
