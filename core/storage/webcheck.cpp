// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/webcheck.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>

namespace herdbook::storage {

namespace {

using Outcome = CheckStep::Outcome;

CheckStep judge(QNetworkReply &reply, const QUrl &address, bool hasToken)
{
    const QString what = QStringLiteral("Web address");
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QString place =
        address.port() < 0 ? address.host() : QStringLiteral("%1, port %2").arg(address.host()).arg(address.port());
    if (status == 401 || status == 403)
        return {what,
                hasToken ? QStringLiteral("The token is refused")
                         : QStringLiteral("The address wants a token; none is given"),
                Outcome::Failed};
    if (status != 0) {
        const QJsonObject health = QJsonDocument::fromJson(reply.read(4096)).object();
        const QString state = health.value(QLatin1String("status")).toString();
        if (state.isEmpty())
            return {what, QStringLiteral("%1 answers (%2), but not as this system's web API").arg(place).arg(status),
                    Outcome::Failed};
        if (state == QLatin1String("down"))
            return {what, QStringLiteral("The web API is there, but a part behind it is down"), Outcome::Warning};
        return {what, QStringLiteral("The web API answers: %1").arg(state), Outcome::Passed};
    }
    switch (reply.error()) {
    case QNetworkReply::HostNotFoundError:
        return {what, QStringLiteral("No host is named %1").arg(address.host()), Outcome::Failed};
    case QNetworkReply::ConnectionRefusedError:
        return {what, QStringLiteral("Nothing listens at %1").arg(place), Outcome::Failed};
    case QNetworkReply::SslHandshakeFailedError:
        return {what, QStringLiteral("TLS failed: %1").arg(reply.errorString()), Outcome::Failed};
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return {what, QStringLiteral("%1 did not answer within 5 s").arg(place), Outcome::Failed};
    default:
        return {what, reply.errorString(), Outcome::Failed};
    }
}

} // namespace

void checkWebAddress(QNetworkAccessManager &network, const QString &address, const QString &token, QObject *context,
                     std::function<void(CheckStep)> answer)
{
    QUrl url(address);
    QString path = url.path();
    while (path.endsWith(QLatin1Char('/')))
        path.chop(1);
    url.setPath(path + QStringLiteral("/health"));
    QNetworkRequest request(url);
    request.setTransferTimeout(5000);
    if (!token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + token.toUtf8());
    QNetworkReply *reply = network.get(request);
    QObject::connect(reply, &QNetworkReply::finished, reply, &QObject::deleteLater);
    QObject::connect(reply, &QNetworkReply::finished, context,
                     [reply, url, hasToken = !token.isEmpty(), answer = std::move(answer)] {
                         answer(judge(*reply, url, hasToken));
                     });
}

} // namespace herdbook::storage
