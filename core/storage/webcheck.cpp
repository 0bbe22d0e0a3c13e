// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/webcheck.h"

#include "core/base/webaddress.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTimer>

namespace herdbook::storage {

namespace {

using Outcome = CheckStep::Outcome;
using Answer = std::function<void(CheckStep)>;

constexpr int Patience = 5000; ///< ms for each of the two questions
const QString What = QStringLiteral("Web address");

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

QString placeOf(const QUrl &address)
{
    return address.port() < 0 ? address.host() : QStringLiteral("%1, port %2").arg(address.host()).arg(address.port());
}

/// What is wrong before it matters what was asked for.
std::optional<CheckStep> hindrance(const QNetworkReply &reply, const QUrl &address, bool hasToken)
{
    const int status = statusOf(reply);
    const QString place = placeOf(address);
    if (status == 401 || status == 403)
        return CheckStep{What,
                         hasToken ? QStringLiteral("The token is refused")
                                  : QStringLiteral("The address wants a token; none is given"),
                         Outcome::Failed};
    if (status >= 300 && status < 400) {
        const QUrl to = address.resolved(reply.attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl());
        return CheckStep{What,
                         QStringLiteral("%1 sends on to %2. The address that answers itself is needed here; the token "
                                        "was not sent there")
                             .arg(place, to.toString(QUrl::RemoveUserInfo | QUrl::RemovePath | QUrl::RemoveQuery |
                                                     QUrl::RemoveFragment)),
                         Outcome::Failed};
    }
    if (status != 0)
        return std::nullopt;
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return CheckStep{What, QStringLiteral("No host is named %1").arg(address.host()), Outcome::Failed};
    case QNetworkReply::ConnectionRefusedError:
        return CheckStep{What, QStringLiteral("Nothing listens at %1").arg(place), Outcome::Failed};
    case QNetworkReply::SslHandshakeFailedError:
        return CheckStep{What, QStringLiteral("TLS failed: %1").arg(reply.errorString()), Outcome::Failed};
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return CheckStep{What, QStringLiteral("%1 did not answer within 5 s").arg(place), Outcome::Failed};
    default:
        return CheckStep{What, reply.errorString(), Outcome::Failed};
    }
}

CheckStep judgeHealth(QNetworkReply &reply, const QUrl &address)
{
    const QJsonObject health = QJsonDocument::fromJson(reply.read(65536)).object();
    const QString state = health.value(QLatin1String("status")).toString().left(40);
    if (state.isEmpty())
        return {What,
                QStringLiteral("%1 answers (%2), but not as this system's web API")
                    .arg(placeOf(address))
                    .arg(statusOf(reply)),
                Outcome::Failed};
    if (state == QLatin1String("down"))
        return {What, QStringLiteral("The web API is there, but a part behind it is down"), Outcome::Warning};
    const QString problem = health.value(QLatin1String("problems")).toArray().at(0).toString().left(400).simplified();
    if (state == QLatin1String("degraded") && health.value(QLatin1String("workers")).toInt() > 0 && !problem.isEmpty())
        return {What, QStringLiteral("The web API answers, but reports: %1").arg(problem), Outcome::Warning};
    if (state == QLatin1String("degraded"))
        return {What, QStringLiteral("The web API answers, but no worker is ready"), Outcome::Warning};
    return {What, QStringLiteral("The web API answers: %1").arg(state), Outcome::Passed};
}

struct Question
{
    QNetworkAccessManager &network;
    QUrl base;
    QByteArray token;
    QObject *context;

    /// @param then gets the finished reply; not called when `context` is gone by then.
    void ask(const QString &path, const std::function<void(QNetworkReply &, const QUrl &)> &then) const
    {
        const QUrl url = underWebAddress(base, path);
        QNetworkRequest request(url);
        // Followed, a redirect would carry the token to whatever it names.
        request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        if (!token.isEmpty())
            request.setRawHeader("Authorization", "Bearer " + token);
        QNetworkReply *reply = network.get(request);
        QTimer::singleShot(Patience, reply, &QNetworkReply::abort); // one that drips bytes included
        QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
        QObject::connect(reply, &QNetworkReply::finished, context, [reply, url, then] { then(*reply, url); });
    }
};

} // namespace

void checkWebAddress(QNetworkAccessManager &network, const QString &address, const QString &token, QObject *context,
                     Answer answer)
{
    const Question question{network, QUrl(address), token.toUtf8(), context};
    const bool hasToken = !token.isEmpty();
    question.ask(QStringLiteral("/health"), [=, answer = std::move(answer)](QNetworkReply &reply, const QUrl &url) {
        if (const std::optional<CheckStep> step = hindrance(reply, url, hasToken))
            return answer(*step);
        const CheckStep health = judgeHealth(reply, url);
        if (health.outcome == Outcome::Failed)
            return answer(health);
        // Health is told to everyone: what downloads need is asked of a file that isn't there.
        question.ask(QStringLiteral("/api/static/exports/herdbook-check.pdf"),
                     [=](QNetworkReply &file, const QUrl &asked) {
                         const std::optional<CheckStep> step = hindrance(file, asked, hasToken);
                         answer(step ? *step : health);
                     });
    });
}

} // namespace herdbook::storage
