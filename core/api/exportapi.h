// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/doorkeeper.h"
#include "core/api/eventfeed.h"
#include "core/api/jobcalls.h"
#include "core/api/route.h"
#include "core/api/statusreader.h"
#include "core/api/wrongtokens.h"

namespace herdbook::api {

/// The export endpoints of the HTTP contract. What can be answered from the request alone (unknown paths, wrong methods and tokens,
/// invalid exports) is answered on the server's thread, so that it never waits for Redis or PostgreSQL; polls go to the StatusReader,
/// the rest to the Backend.
class ExportApi : public http::Handler
{
public:
    /// @param threads of the backend.
    ExportApi(const Settings &settings, Clock clock, int threads = 4);

    std::optional<http::Response> admit(const http::Request &head) override;
    void handle(const http::Request &request, http::Responder respond) override;

    /// Ends the threads; to be called after the server's run() and before the server goes.
    void stop();

private:
    std::optional<http::Response> objection(const http::Request &head);
    bool isAuthorized(const http::Request &head) const;
    void answerStatus(const http::Responder &respond, const Result<exports::JobStatus> &status,
                      exports::ExportKind kind);
    void create(Call call, const http::Request &request, const http::Responder &respond);
    void post(const http::Responder &respond, std::function<http::Response(Connections &)> call);

    const Settings m_settings;
    const Clock m_clock;
    const QByteArray m_tokenHash;
    const Doorkeeper m_door;
    WrongTokens m_wrongTokens;
    Backend m_backend;
    Backend m_disk; ///< asks for the files of polls
    std::unique_ptr<StatusReader> m_statuses;
    WorkerWatch m_workers;
    const ExportFiles m_files;
    std::unique_ptr<EventFeed> m_events;
    JobCalls m_calls;
};

} // namespace herdbook::api
