// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/message.h"

#include <algorithm>
#include <atomic>
#include <strings.h>
#include <unistd.h>

namespace herdbook::http {

std::string_view Request::header(std::string_view name) const
{
    for (const Header &header : headers) {
        if (header.name.size() == name.size() && ::strncasecmp(header.name.data(), name.data(), name.size()) == 0)
            return header.value;
    }
    return {};
}

FileDescriptor::~FileDescriptor()
{
    if (m_number >= 0)
        ::close(m_number);
}

FileDescriptor &FileDescriptor::operator=(FileDescriptor &&other) noexcept
{
    std::swap(m_number, other.m_number);
    return *this;
}

void Response::add(std::string_view name, std::string_view value)
{
    headers.append(name).append(": ");
    const auto start = static_cast<std::ptrdiff_t>(headers.size());
    headers.append(value);
    std::replace_if(
        headers.begin() + start, headers.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; }, ' ');
    headers.append("\r\n");
}

Response problem(int status, std::string_view detail)
{
    Response response;
    response.status = status;
    response.add("Content-Type", "application/json");
    response.body.append(R"({"detail":")").append(detail).append(R"("})");
    return response;
}

struct Responder::Pending
{
    Pending(std::function<void(Response)> function, std::function<bool()> aliveNow)
        : send(std::move(function)), alive(std::move(aliveNow))
    {
    }
    ~Pending() { answer(problem(500, "The request was not answered")); }
    Pending(const Pending &) = delete;
    Pending &operator=(const Pending &) = delete;

    void answer(Response response)
    {
        if (!answered.exchange(true))
            send(std::move(response));
    }

    std::function<void(Response)> send;
    std::function<bool()> alive;
    std::atomic<bool> answered = false;
};

Responder::Responder(std::function<void(Response)> send, std::function<bool()> alive)
    : m_pending(std::make_shared<Pending>(std::move(send), std::move(alive)))
{
}

void Responder::operator()(Response response) const
{
    m_pending->answer(std::move(response));
}

bool Responder::isAwaited() const
{
    return !m_pending->answered && (!m_pending->alive || m_pending->alive());
}

std::function<void()> Responder::abandonment() const
{
    return [weak = std::weak_ptr(m_pending)] {
        if (const auto pending = weak.lock())
            pending->answered = true;
    };
}

bool Stream::send(std::string_view text)
{
    constexpr std::size_t MostWaiting = std::size_t{1} << 20;
    std::function<void()> wake;
    {
        const std::lock_guard lock(m_mutex);
        m_ended = m_ended || (!m_text.empty() && m_text.size() + text.size() > MostWaiting);
        if (!m_ended)
            m_text.append(text);
        wake = m_wake;
    }
    if (wake)
        wake();
    const std::lock_guard lock(m_mutex);
    return !m_ended;
}

void Stream::attach(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_wake = std::move(wake);
}

std::optional<std::string> Stream::take()
{
    const std::lock_guard lock(m_mutex);
    return m_ended ? std::nullopt : std::optional(std::exchange(m_text, {}));
}

void Stream::end()
{
    const std::lock_guard lock(m_mutex);
    m_ended = true;
    m_wake = nullptr;
}

} // namespace herdbook::http
