// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace herdbook::http {

/// A request as it arrived. The texts belong to the connection: valid until the handler's function has returned and, after that, as long
/// as a Responder of this request exists and has not answered.
struct Request
{
    struct Header
    {
        std::string_view name;
        std::string_view value;
    };

    std::string_view method; ///< as sent, such as `GET`
    std::string_view path;   ///< the target up to `?`; percent-encoded unreserved characters are decoded
    std::string_view client; ///< its address, without the port
    std::string_view host;   ///< of the target where it is absolute, else the Host header; empty where there is none
    std::vector<Header> headers;
    std::string_view body;

    /// The value of the first header of that name in any case; empty when there is none.
    std::string_view header(std::string_view name) const;
};

/// Owns a file descriptor.
class FileDescriptor
{
public:
    FileDescriptor() = default;
    explicit FileDescriptor(int number) : m_number(number) {}
    ~FileDescriptor();
    FileDescriptor(FileDescriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    FileDescriptor &operator=(FileDescriptor &&other) noexcept;

    int number() const { return m_number; }
    explicit operator bool() const { return m_number >= 0; }

private:
    int m_number = -1;
};

/// Part of an open file, sent by the kernel without passing through this process's memory.
struct FileBody
{
    FileDescriptor file;
    std::uint64_t offset = 0;
    std::uint64_t length = 0;
};

/// An answer that goes on: text is sent as it comes, until either side ends it. May be used by any thread.
class Stream
{
public:
    /// False when the client is gone, or so slow that over 1 MiB would wait behind what waits already: then the connection ends.
    bool send(std::string_view text);

private:
    friend class Connection;
    void attach(std::function<void()> wake);
    /// What is to be sent now; nothing when it has ended.
    std::optional<std::string> take();
    void end();

    std::mutex m_mutex;
    std::function<void()> m_wake;
    std::string m_text;
    bool m_ended = false;
};

struct Response
{
    int status = 200;
    std::string headers; ///< whole lines, made by add()
    std::string body;
    std::optional<FileBody> file;       ///< instead of `body`
    std::shared_ptr<Stream> stream;     ///< after `body`; the connection ends with it
    std::chrono::milliseconds delay{0}; ///< waited before it is sent

    /// Adds a header; control characters in the value become spaces.
    void add(std::string_view name, std::string_view value);
};

/// `{"detail": ...}` with that status. `detail` is plain ASCII without quotes.
Response problem(int status, std::string_view detail);

/// Answers one request, once, from any thread; further calls do nothing. When the last copy goes without an answer, that is a 500.
class Responder
{
public:
    /// @param alive whether the answer is awaited, for who passes it on; nothing: until it's given.
    explicit Responder(std::function<void(Response)> send, std::function<bool()> alive = {});
    void operator()(Response response) const;

    /// Whether an answer would still be sent; what its client no longer hears of had better not be begun.
    bool isAwaited() const;
    /// Ends the waiting, for who gives up on the answer. Keeps nothing alive.
    std::function<void()> abandonment() const;

private:
    struct Pending;
    std::shared_ptr<Pending> m_pending;
};

/// What a server asks for answers. Called on the server's threads, several at a time. Once run() has returned, no Responder may be used any
/// more: who answers from threads of his own ends them before the server goes.
class Handler
{
public:
    virtual ~Handler() = default;

    /// Sees the head before the body is read. An answer ends the request there, unread body and connection included.
    virtual std::optional<Response> admit(const Request &head) = 0;

    /// Answers the complete request, at once or later; never waits.
    virtual void handle(const Request &request, Responder respond) = 0;
};

/// What a client may take up. Every wait is bounded; the times are of the whole step, however many packets it comes in.
struct Limits
{
    std::size_t headBytes = std::size_t{16} * 1024;
    std::size_t bodyBytes = std::size_t{2} * 1024 * 1024;
    std::size_t connections = 400; ///< a new one beyond ends the one that has waited longest for its request
    int largeBodies = 16;          ///< requests in hand with a body over 64 KiB
    std::chrono::milliseconds idle{60'000};
    std::chrono::milliseconds head{5'000};
    std::chrono::milliseconds body{20'000};
    std::chrono::milliseconds answer{10'000}; ///< for the handler
    std::chrono::milliseconds stall{20'000};  ///< without the client taking a single byte of the answer
    std::chrono::milliseconds grace{5'000};   ///< for what is under way when the server stops
};

} // namespace herdbook::http
