// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/doorkeeper.h"

#include "core/http/message.h"

#include <algorithm>
#include <arpa/inet.h>

namespace herdbook::api {

namespace {

std::string lower(std::string_view text)
{
    std::string copy(text);
    std::transform(copy.begin(), copy.end(), copy.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c);
    });
    return copy;
}

bool isAddress(const std::string &host)
{
    in6_addr address{};
    const bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
    return bracketed ? ::inet_pton(AF_INET6, host.substr(1, host.size() - 2).c_str(), &address) == 1
                     : ::inet_pton(AF_INET, host.c_str(), &address) == 1;
}

/// Without the port.
std::string nameOf(std::string_view host)
{
    const std::size_t end = host.starts_with('[') ? host.find(']') : host.find(':');
    const std::size_t size = end == std::string_view::npos ? host.size() : host.starts_with('[') ? end + 1 : end;
    const std::string_view port = host.substr(size);
    const bool isPort = port.empty() || (port.front() == ':' && port.find_first_not_of("0123456789", 1) == port.npos);
    std::string name = isPort ? lower(host.substr(0, size)) : std::string();
    if (name.ends_with('.'))
        name.pop_back();
    return name;
}

} // namespace

Doorkeeper::Doorkeeper(const QStringList &hosts, const QStringList &origins)
{
    for (const QString &host : hosts)
        m_hosts.push_back(lower(host.toStdString()));
    for (const QString &origin : origins)
        m_origins.push_back(lower(origin.toStdString()));
}

bool Doorkeeper::isOwnHost(std::string_view host) const
{
    if (host.empty())
        return true;
    const std::string name = nameOf(host);
    if (name == "localhost" || name.ends_with(".localhost") || isAddress(name))
        return true;
    return std::any_of(m_hosts.begin(), m_hosts.end(), [&name](const std::string &own) {
        return own.starts_with('.') ? name.size() > own.size() && name.ends_with(own) : !name.empty() && name == own;
    });
}

bool Doorkeeper::isSharedWith(std::string_view origin) const
{
    const std::string wanted = lower(origin);
    return !origin.empty() && std::any_of(m_origins.begin(), m_origins.end(),
                                          [&](const std::string &known) { return known == "*" || known == wanted; });
}

std::string Doorkeeper::sharing(const http::Request &head) const
{
    if (m_origins.empty())
        return {};
    http::Response response;
    const std::string_view origin = head.header("Origin");
    response.add("Vary", "Origin");
    if (isSharedWith(origin)) {
        response.add("Access-Control-Allow-Origin", origin);
        response.add("Access-Control-Allow-Credentials", "true");
        response.add("Access-Control-Expose-Headers", "Content-Disposition, ETag, Retry-After");
    }
    return response.headers;
}

std::optional<http::Response> Doorkeeper::preflight(const http::Request &head) const
{
    if (m_origins.empty() || head.method != "OPTIONS" || head.header("Origin").empty() ||
        head.header("Access-Control-Request-Method").empty())
        return std::nullopt;
    if (!isSharedWith(head.header("Origin")))
        return http::problem(400, "Disallowed CORS origin");
    http::Response response;
    response.add("Access-Control-Allow-Methods", "DELETE, GET, HEAD, OPTIONS, POST");
    const std::string_view headers = head.header("Access-Control-Request-Headers");
    response.add("Access-Control-Allow-Headers",
                 headers.empty() ? "Authorization, Content-Type, Idempotency-Key, Range" : headers);
    response.add("Access-Control-Max-Age", "600");
    response.add("Content-Type", "text/plain; charset=utf-8");
    response.body = "OK";
    return response;
}

} // namespace herdbook::api
