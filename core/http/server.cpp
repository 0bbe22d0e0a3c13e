// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/server.h"

#include "core/http/shard.h"

#include <algorithm>
#include <atomic>
#include <boost/asio/ip/tcp.hpp>
#include <csignal>
#include <thread>

namespace herdbook::http {

using asio::ip::tcp;

struct Server::Private
{
    Private(Handler &handler, const Limits &limits, int threads) : budget(limits.largeBodies)
    {
        const auto count = static_cast<std::size_t>(std::max(1, threads));
        for (std::size_t at = 0; at < count; ++at)
            shards.push_back(std::make_unique<Shard>(handler, limits, limits.connections / count + 1, budget));
        acceptor.emplace(shards.front()->executor());
        retry.emplace(shards.front()->executor());
    }

    void accept()
    {
        Shard &shard = *shards[next++ % shards.size()];
        auto socket = std::make_shared<Socket>(shard.executor());
        acceptor->async_accept(*socket, [this, &shard, socket](const boost::system::error_code &error) {
            if (!acceptor->is_open())
                return;
            if (!error) {
                asio::post(shard.executor(), [&shard, socket] { shard.adopt(std::move(*socket)); });
                return accept();
            }
            // Out of descriptors or memory: connections that end make room.
            retry->expires_after(std::chrono::milliseconds(100));
            retry->async_wait([this](const boost::system::error_code &cancelled) {
                if (!cancelled)
                    accept();
            });
        });
    }

    void stop()
    {
        asio::post(shards.front()->executor(), [this] {
            boost::system::error_code ignored;
            acceptor->close(ignored);
            retry->cancel();
        });
        for (const auto &shard : shards)
            asio::post(shard->executor(), [&shard = *shard] { shard.stop(); });
    }

    std::atomic<int> budget;
    std::vector<std::unique_ptr<Shard>> shards; ///< before what runs on the first one
    std::optional<asio::basic_socket_acceptor<tcp, Shard::Executor>> acceptor;
    std::optional<Timer> retry;
    std::size_t next = 0;
};

Server::Server(Handler &handler, const Limits &limits, int threads)
    : d(std::make_unique<Private>(handler, limits, threads))
{
    std::signal(SIGPIPE, SIG_IGN); // sendfile has no flag for it
}

Server::~Server() = default;

std::error_code Server::listen(const std::string &host, std::uint16_t port)
{
    boost::system::error_code error;
    asio::ip::basic_resolver<tcp, Shard::Executor> resolver(d->shards.front()->executor());
    const auto found = resolver.resolve(host, std::to_string(port), tcp::resolver::passive, error);
    if (error)
        return error;
    const tcp::endpoint endpoint = *found.begin();
    const auto step = [&error](auto &&action) {
        if (!error)
            action();
    };
    step([&] { d->acceptor->open(endpoint.protocol(), error); });
    step([&] { d->acceptor->set_option(tcp::acceptor::reuse_address(true), error); });
    step([&] { d->acceptor->bind(endpoint, error); });
    step([&] { d->acceptor->listen(asio::socket_base::max_listen_connections, error); });
    return error;
}

std::uint16_t Server::port() const
{
    boost::system::error_code ignored;
    return d->acceptor->local_endpoint(ignored).port();
}

bool Server::isLoopback() const
{
    boost::system::error_code ignored;
    return d->acceptor->local_endpoint(ignored).address().is_loopback();
}

void Server::run()
{
    d->accept();
    std::vector<std::jthread> threads;
    for (std::size_t at = 1; at < d->shards.size(); ++at)
        threads.emplace_back([&shard = *d->shards[at]] { shard.run(); });
    d->shards.front()->run();
}

void Server::stop()
{
    d->stop();
}

} // namespace herdbook::http
