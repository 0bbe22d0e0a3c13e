// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/wrongtokens.h"

#include <algorithm>
#include <arpa/inet.h>

namespace herdbook::api {

namespace {

constexpr std::size_t MostClients = 1000;
constexpr int Free = 10;
constexpr auto First = std::chrono::milliseconds(50);
constexpr auto Longest = std::chrono::milliseconds(1'000);
constexpr auto Forgotten = std::chrono::minutes(10);

std::string networkOf(std::string_view client)
{
    std::string name(client);
    in6_addr address{};
    if (::inet_pton(AF_INET6, name.c_str(), &address) == 1 && !IN6_IS_ADDR_V4MAPPED(&address))
        name.assign(reinterpret_cast<const char *>(address.s6_addr), 8);
    return name;
}

} // namespace

std::chrono::milliseconds WrongTokens::note(std::string_view client, Time now)
{
    const std::lock_guard lock(m_mutex);
    std::string name = networkOf(client);
    if (!m_clients.contains(name) && m_clients.size() >= MostClients)
        m_clients.erase(std::min_element(m_clients.begin(), m_clients.end(),
                                         [](const auto &a, const auto &b) { return a.second.last < b.second.last; }));
    Tries &tries = m_clients[std::move(name)];
    if (now - tries.last > Forgotten)
        tries.count = 0;
    tries.last = now;
    const int beyond = std::min(++tries.count - Free, 8);
    return beyond <= 0 ? std::chrono::milliseconds(0) : std::min(First * (1 << (beyond - 1)), Longest);
}

std::size_t WrongTokens::remembered() const
{
    const std::lock_guard lock(m_mutex);
    return m_clients.size();
}

} // namespace herdbook::api
