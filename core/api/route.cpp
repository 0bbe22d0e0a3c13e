// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/route.h"

#include <array>

namespace herdbook::api {

namespace {

struct Entry
{
    std::string_view method;
    std::string_view path; ///< one that ends in `/` takes one more segment, the argument
    Call call;
};

constexpr std::array<Entry, 13> Entries{{
    {"GET", "/api/exports", Call::List},
    {"GET", "/api/exports/events", Call::Events},
    {"POST", "/api/exports", Call::Create},
    {"POST", "/api/exports/pdf", Call::CreatePdf},
    {"POST", "/api/exports/zip", Call::CreateZip},
    {"GET", "/api/exports/pdf/", Call::PdfStatus},
    {"GET", "/api/exports/zip/", Call::ZipStatus},
    {"GET", "/api/static/exports/", Call::Download},
    {"DELETE", "/api/exports/", Call::Remove},
    {"GET", "/health", Call::Health},
    {"GET", "/metrics", Call::Metrics},
    {"GET", "/openapi.json", Call::Description},
    {"GET", "/docs", Call::Documentation},
}};

/// Nothing when the entry is about another path; otherwise its argument, empty where it has none.
std::optional<std::string_view> match(const Entry &entry, std::string_view path)
{
    if (entry.path.back() != '/')
        return path == entry.path ? std::optional(std::string_view()) : std::nullopt;
    if (!path.starts_with(entry.path))
        return std::nullopt;
    const std::string_view argument = path.substr(entry.path.size());
    const bool isOwnPath =
        entry.call == Call::Remove && (argument == "pdf" || argument == "zip" || argument == "events");
    if (argument.empty() || argument.find('/') != std::string_view::npos || isOwnPath)
        return std::nullopt;
    return argument;
}

} // namespace

Route findRoute(std::string_view method, std::string_view path)
{
    Route route;
    for (const Entry &entry : Entries) {
        const auto argument = match(entry, path);
        if (!argument)
            continue;
        if (!route.allowed.empty())
            route.allowed += ", ";
        route.allowed += entry.method == "GET" ? "GET, HEAD" : entry.method;
        if (method == entry.method || (method == "HEAD" && entry.method == "GET")) {
            route.call = entry.call;
            route.argument = *argument;
        }
    }
    return route;
}

} // namespace herdbook::api
