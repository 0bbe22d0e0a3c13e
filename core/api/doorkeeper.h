// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace herdbook::http {
struct Request;
struct Response;
} // namespace herdbook::http

namespace herdbook::api {

/// What stands between a web page of another site and this service: the Host header (a page whose name was rebound to this address
/// still says its own name) and cross-origin resource sharing, off unless origins are named.
class Doorkeeper
{
public:
    /// @param hosts names under which the service is reached, besides localhost and every IP address; `.example` means all names under it.
    /// @param origins whole origins such as `https://ranch.example`, or `*`.
    Doorkeeper(const QStringList &hosts, const QStringList &origins);

    /// Whether a request for that host, port or not, is meant for this service. Without one (HTTP/1.0) it is.
    bool isOwnHost(std::string_view host) const;

    /// The answer to a browser that asks before it sends; nothing where it isn't that, or no origins are named.
    std::optional<http::Response> preflight(const http::Request &head) const;

    /// The headers by which a browser lets the page of this request's origin read the answer; empty where it may not.
    std::string sharing(const http::Request &head) const;

private:
    bool isSharedWith(std::string_view origin) const;

    std::vector<std::string> m_hosts;
    std::vector<std::string> m_origins;
};

} // namespace herdbook::api
