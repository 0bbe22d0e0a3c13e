// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/exportapi.h"

#include "core/api/answers.h"
#include "core/api/description.h"
#include "core/api/health.h"
#include "core/api/metrics.h"
#include "core/config/sitezone.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace herdbook::api {

using exports::ExportKind;

namespace {

/// Larger bodies are parsed by the backend, so that they don't hold up the other clients of the thread.
constexpr std::size_t SmallBody = std::size_t{16} * 1024;

QString text(std::string_view latin1)
{
    return QString::fromLatin1(latin1.data(), static_cast<qsizetype>(latin1.size()));
}

QByteArray hashOf(QByteArrayView secret)
{
    return QCryptographicHash::hash(secret.toByteArray(), QCryptographicHash::Sha256);
}

/// Takes the same time wherever they differ.
bool equal(const QByteArray &a, const QByteArray &b)
{
    int difference = static_cast<int>(a.size() ^ b.size());
    for (qsizetype at = 0; at < std::min(a.size(), b.size()); ++at)
        difference |= a.at(at) ^ b.at(at);
    return difference == 0;
}

/// `application/json` or `...+json`, parameters or not. A page of another site can't send that without being asked first.
bool isJson(std::string_view contentType)
{
    const QString type = text(contentType.substr(0, contentType.find(';'))).trimmed().toLower();
    return type == QLatin1String("application/json") ||
           (type.startsWith(QLatin1String("application/")) && type.endsWith(QLatin1String("+json")));
}

/// What percent-encoding stands for; nothing where it is none, or not of UTF-8.
std::optional<QString> decoded(std::string_view argument)
{
    const QByteArray sent(argument.data(), static_cast<qsizetype>(argument.size()));
    const QByteArray bytes = QByteArray::fromPercentEncoding(sent);
    const QString words = QString::fromUtf8(bytes);
    return words.toUtf8() == bytes && sent.count('%') == (sent.size() - bytes.size()) / 2 ? std::optional(words)
                                                                                          : std::nullopt;
}

exports::Validation invalidBody(const QString &field, const QString &rule, const QString &message)
{
    return {std::nullopt, {{field, rule, message}}};
}

/// Days are those of the zone that the request names, else of the service's; so is the paper that is customary.
exports::Validation validateBody(Call call, std::string_view body, const QDateTime &now, const QTimeZone &siteZone)
{
    QJsonParseError error{};
    const QByteArray bytes = QByteArray::fromRawData(body.data(), static_cast<qsizetype>(body.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return invalidBody(
            QStringLiteral("body"), QStringLiteral("type"),
            QStringLiteral("body must be a JSON object: %1 at byte %2").arg(error.errorString()).arg(error.offset));
    if (!document.isObject())
        return invalidBody(QStringLiteral("body"), QStringLiteral("type"),
                           QStringLiteral("body must be a JSON object"));
    QJsonObject value = document.object();
    const QByteArray named = value.value(QLatin1String("site_tz")).toString().toLatin1();
    const QTimeZone zone = isSiteZone(named) ? QTimeZone(named) : siteZone;
    const QDate today = now.toTimeZone(zone).date();
    if (value.value(QLatin1String("page_size")).isUndefined() || value.value(QLatin1String("page_size")).isNull())
        value.insert(QLatin1String("page_size"),
                     exports::wireName(exports::customaryPageSize(zone, QLocale::system())));
    switch (call) {
    case Call::CreatePdf:
        return exports::validate(ExportKind::Pdf, value, today);
    case Call::CreateZip:
        return exports::validate(ExportKind::Zip, value, today);
    default:
        return exports::validateAny(value, today);
    }
}

bool isAcceptableKey(std::string_view key)
{
    return key.size() <= 200 && std::all_of(key.begin(), key.end(), [](char c) { return c > ' ' && c < 0x7f; });
}

} // namespace

ExportApi::ExportApi(const Settings &settings, Clock clock, int threads)
    : m_settings(settings), m_clock(std::move(clock)),
      m_tokenHash(settings.apiToken.isEmpty() ? QByteArray() : hashOf(settings.apiToken.toUtf8())),
      m_door(settings.allowedHosts, settings.corsOrigins), m_backend(settings, threads), m_disk(settings, 1),
      m_statuses(std::make_unique<StatusReader>(settings.redis, m_backend.redisBreaker())), m_workers(settings.redis),
      m_files(settings.exportFolder), m_events(std::make_unique<EventFeed>(settings.redis)),
      m_calls(m_backend, m_workers, m_files, m_settings, m_clock)
{
}

void ExportApi::stop()
{
    m_backend.stop();
    m_statuses.reset(); // its last answers go to m_disk
    m_disk.stop();
    m_events.reset();
}

bool ExportApi::isAuthorized(const http::Request &head) const
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view value = head.header("Authorization");
    if (value.size() < scheme.size() ||
        text(value.substr(0, scheme.size())).compare(text(scheme), Qt::CaseInsensitive) != 0)
        return false;
    const std::string_view token = value.substr(scheme.size());
    return equal(hashOf(QByteArrayView(token.data(), static_cast<qsizetype>(token.size()))), m_tokenHash);
}

std::optional<http::Response> ExportApi::admit(const http::Request &head)
{
    std::optional<http::Response> response = objection(head);
    if (response)
        response->headers += m_door.sharing(head);
    return response;
}

std::optional<http::Response> ExportApi::objection(const http::Request &head)
{
    if (!m_door.isOwnHost(head.host))
        return problem(421, QStringLiteral("This service is not reached by that host name; --allowed-host adds one"));
    if (auto answer = m_door.preflight(head))
        return answer;
    const Route route = findRoute(head.method, head.path);
    if (!m_tokenHash.isEmpty() && route.call != Call::Health && !isAuthorized(head)) {
        http::Response response = problem(401, QStringLiteral("A valid bearer token is required"));
        response.add("WWW-Authenticate", "Bearer");
        if (head.header("Authorization").size() > std::string_view("Bearer ").size())
            response.delay = m_wrongTokens.note(head.client);
        return response;
    }
    // As the deployed service does it; but a file's name is taken as it is.
    if (route.allowed.empty() && head.path.size() > 1 && head.path.ends_with('/')) {
        const std::string_view bare = std::string_view(head.path).substr(0, head.path.size() - 1);
        const Route meant = findRoute(head.method, bare);
        if (!meant.allowed.empty() && meant.call != Call::Download) {
            http::Response response = problem(307, QStringLiteral("This path has no slash at its end"));
            response.add("Location", bare);
            return response;
        }
    }
    if (route.allowed.empty())
        return problem(404, QStringLiteral("Not found"));
    if (!route.call) {
        http::Response response =
            problem(405, QStringLiteral("Method not allowed; this path takes ") + text(route.allowed));
        response.add("Allow", route.allowed);
        return response;
    }
    const bool creates = route.call <= Call::CreateZip;
    if (creates && !isJson(head.header("Content-Type")))
        return problem(415, QStringLiteral("body must be a JSON object with Content-Type: application/json"));
    if (creates && !isAcceptableKey(head.header("Idempotency-Key")))
        return invalid(
            {{QStringLiteral("Idempotency-Key"), QStringLiteral("text"),
              QStringLiteral("Idempotency-Key must be at most 200 printable ASCII characters without spaces")}});
    return std::nullopt;
}

void ExportApi::handle(const http::Request &request, http::Responder respond)
{
    if (const std::string sharing = m_door.sharing(request); !sharing.empty())
        respond = http::Responder(
            [respond, sharing](http::Response response) {
                response.headers += sharing;
                respond(std::move(response));
            },
            [respond] { return respond.isAwaited(); });
    const Route route = findRoute(request.method, request.path);
    const std::optional<QString> named = decoded(route.argument);
    const QString argument = named.value_or(QString());
    const bool aboutJob = route.call == Call::PdfStatus || route.call == Call::ZipStatus || route.call == Call::Remove;
    if ((aboutJob && !exports::isAcceptableJobId(argument)) || !named)
        return respond(problem(404, QStringLiteral("Job not found or expired")));
    switch (*route.call) {
    case Call::Create:
    case Call::CreatePdf:
    case Call::CreateZip:
        return create(*route.call, request, respond);
    case Call::PdfStatus:
    case Call::ZipStatus: {
        const ExportKind kind = route.call == Call::PdfStatus ? ExportKind::Pdf : ExportKind::Zip;
        return m_statuses->read(argument, [this, respond, kind](const Result<exports::JobStatus> &status) {
            answerStatus(respond, status, kind);
        });
    }
    case Call::Remove:
        return post(respond,
                    [this, argument](Connections &connections) { return m_calls.remove(connections, argument); });
    case Call::List:
        return post(respond, [this](Connections &connections) { return m_calls.list(connections); });
    case Call::Events:
        return respond(m_events->subscribe());
    case Call::Download:
        return post(respond, [this, argument, &request](Connections &connections) {
            return m_calls.download(connections, request, argument);
        });
    case Call::Description:
        return respond(descriptionAnswer());
    case Call::Documentation:
        return respond(documentationAnswer());
    case Call::Metrics:
        return post(respond, [this](Connections &connections) {
            return metricsAnswer(m_backend, connections, m_workers, m_statuses->times());
        });
    case Call::Health:
        return post(respond, [this](Connections &connections) {
            return healthAnswer(m_backend, connections, m_files, m_workers);
        });
    }
}

/// The disk is asked from a thread of its own: what the polls of others wait for is Redis alone.
void ExportApi::answerStatus(const http::Responder &respond, const Result<exports::JobStatus> &status, ExportKind kind)
{
    const bool hasFile = status && status.value().state == exports::JobState::Completed;
    if (hasFile && m_disk.post([this, respond, status, kind](Connections &) {
            respond(statusAnswer(status, kind, m_files.isThere(*status)));
        }))
        return;
    respond(statusAnswer(status, kind, std::nullopt));
}

void ExportApi::create(Call call, const http::Request &request, const http::Responder &respond)
{
    const auto check = [this, call, &request] {
        return validateBody(call, request.body, m_clock(), m_settings.siteTimeZone);
    };
    const auto submit = [this, &request, respond](const exports::Validation &checked, Connections &connections) {
        return checked.isValid()
                   ? m_calls.submit(connections, *checked.request, text(request.header("Idempotency-Key")),
                                    [&respond] { return respond.isAwaited(); })
                   : invalid(checked.violations);
    };
    if (request.body.size() > SmallBody)
        return post(respond, [check, submit](Connections &connections) { return submit(check(), connections); });
    const exports::Validation checked = check();
    if (!checked.isValid())
        return respond(invalid(checked.violations));
    post(respond, [checked, submit](Connections &connections) { return submit(checked, connections); });
}

void ExportApi::post(const http::Responder &respond, std::function<http::Response(Connections &)> call)
{
    if (m_backend.post([respond, call = std::move(call)](Connections &connections) {
            if (respond.isAwaited())
                respond(call(connections));
        }))
        return;
    http::Response response = problem(503, QStringLiteral("Too many requests are waiting; try again shortly"));
    response.add("Retry-After", "2");
    respond(std::move(response));
}

} // namespace herdbook::api
