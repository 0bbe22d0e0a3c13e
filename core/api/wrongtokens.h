// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <string>

namespace herdbook::api {

/// Slows down who tries tokens: each further wrong one of a client is answered later than the one before. Right ones never wait, so that
/// nobody behind the same proxy is locked out. Remembers a thousand clients at most. May be used by any thread.
class WrongTokens
{
public:
    using Time = std::chrono::steady_clock::time_point;

    /// Notes a wrong token. How long its answer is to wait: nothing for the first ten, at most 1 s.
    /// @param client its address; of IPv6 the network counts, which is one customer's.
    std::chrono::milliseconds note(std::string_view client, Time now = std::chrono::steady_clock::now());

    std::size_t remembered() const;

private:
    struct Tries
    {
        int count = 0;
        Time last;
    };
    mutable std::mutex m_mutex;
    std::map<std::string, Tries, std::less<>> m_clients;
};

} // namespace herdbook::api
