// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/channel.h"

#include "core/base/faults.h"
#include "core/base/webaddress.h"
#include "core/exports/jobstatus.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTemporaryFile>

#include <algorithm>
#include <array>
#include <cerrno>

namespace herdbook::exporting {

namespace {

constexpr int PatienceMs = 60'000; // without a byte

/// One call of the API, or one file.
class Call
{
public:
    Call(const Settings &settings, const QString &path) : m_request(underWebAddress(QUrl(settings.apiUrl), path))
    {
        m_request.setTransferTimeout(PatienceMs);
        m_request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
        if (!settings.apiToken.isEmpty())
            m_request.setRawHeader("Authorization", "Bearer " + settings.apiToken.toUtf8());
    }

    /// @param body posted; nothing: GET.
    Result<QByteArray> run(const std::optional<QByteArray> &body)
    {
        return exchange(body, [](QNetworkReply &) { return 0; });
    }

    /// Whether what was posted may have been carried out although nothing good was answered.
    bool isInDoubt() const { return m_inDoubt; }

    /// Writes the file that is answered; the SHA-256 that the server says it has, in hexadecimal, or nothing where it says none.
    Result<QString> fetch(QFileDevice &into, const QString &target)
    {
        QByteArray digest;
        int fault = 0;
        const Result<QByteArray> rest = exchange(std::nullopt, [&](QNetworkReply &reply) {
            digest = reply.rawHeader("Repr-Digest");
            if (reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() != 200)
                return 0;
            const QByteArray bytes = reply.readAll();
            errno = 0;
            if (into.write(bytes) != bytes.size() || !into.flush())
                fault = errno != 0 ? errno : EIO;
            return fault;
        });
        if (fault != 0)
            return faultOfFile(fault, QStringLiteral("Can't write %1").arg(target));
        if (!rest)
            return rest.error();
        static const QRegularExpression sum(QStringLiteral("sha-256=:([A-Za-z0-9+/]{43}=):"));
        const QString base64 = sum.match(QString::fromLatin1(digest)).captured(1);
        return QString::fromLatin1(QByteArray::fromBase64(base64.toLatin1()).toHex());
    }

private:
    /// @param take called when bytes have come; anything but 0 gives up.
    Result<QByteArray> exchange(const std::optional<QByteArray> &body, const std::function<int(QNetworkReply &)> &take)
    {
        QNetworkAccessManager network;
        m_request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("application/json"));
        const std::unique_ptr<QNetworkReply> reply(body ? network.post(m_request, *body) : network.get(m_request));
        QEventLoop loop;
        QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
        QObject::connect(reply.get(), &QNetworkReply::readyRead, &loop, [&] {
            if (take(*reply) != 0)
                reply->abort();
        });
        loop.exec();
        if (reply->bytesAvailable() > 0)
            take(*reply);
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QByteArray answer = reply->readAll();
        if (status >= 200 && status < 300 && reply->error() == QNetworkReply::NoError)
            return answer;
        static constexpr std::array NotSent{QNetworkReply::ConnectionRefusedError, QNetworkReply::HostNotFoundError,
                                            QNetworkReply::SslHandshakeFailedError,
                                            QNetworkReply::ProtocolUnknownError};
        const bool sent = std::ranges::find(NotSent, reply->error()) == NotSent.end();
        m_inDoubt = body && sent && (status < 300 || status == 502 || status == 504);
        return failure(status, answer, reply->errorString());
    }

    Error failure(int status, const QByteArray &answer, const QString &reason) const
    {
        const QJsonObject object = QJsonDocument::fromJson(answer).object();
        QStringList messages;
        for (const auto &one : object.value(QLatin1String("errors")).toArray())
            messages << one.toObject().value(QLatin1String("message")).toString();
        if (messages.isEmpty())
            messages << object.value(QLatin1String("detail")).toString(reason);
        const QString text = messages.join(u'\n');
        switch (status) {
        case 0:
        case 502:
        case 503:
        case 504:
            return {ErrorKind::Unreachable,
                    QStringLiteral("%1: %2").arg(m_request.url().toString(QUrl::RemoveUserInfo), text)};
        case 400:
        case 413:
        case 415:
            return {ErrorKind::InvalidInput, text};
        case 401:
        case 403:
        case 421:
            return {ErrorKind::Denied, text};
        case 404:
            return {ErrorKind::NotFound, text};
        default:
            return {ErrorKind::Internal,
                    QStringLiteral("The web API answered %1: %2").arg(QString::number(status), text)};
        }
    }

    QNetworkRequest m_request;
    bool m_inDoubt = false;
};

class ApiChannel : public Channel
{
public:
    explicit ApiChannel(const Settings &settings) : m_settings(settings) {}

    Result<QString> submit(const exports::ExportRequest &request) override
    {
        m_kind = request.kind;
        m_request = exports::toRememberedJson(request);
        const QByteArray body = QJsonDocument(exports::toJson(request)).toJson(QJsonDocument::Compact);
        Call call(m_settings, QStringLiteral("/api/exports/") + exports::wireName(m_kind));
        const Result<QByteArray> answer = call.run(body);
        if (!answer && call.isInDoubt())
            return Error{answer.error().kind, QStringLiteral("%1. Whether the export was queued isn't known: look at "
                                                             "the list of jobs before asking again")
                                                  .arg(answer.error().message)};
        if (!answer)
            return answer.error();
        const QString id = QJsonDocument::fromJson(*answer).object().value(QLatin1String("job_id")).toString();
        if (id.isEmpty())
            return Error{ErrorKind::Corrupt, QStringLiteral("The web API's answer has no job_id")};
        return id;
    }

    Result<exports::JobStatus> status(const QString &jobId) override
    {
        const QString path = QStringLiteral("/api/exports/%1/%2")
                                 .arg(exports::wireName(m_kind), QString::fromLatin1(QUrl::toPercentEncoding(jobId)));
        const Result<QByteArray> answer = Call(m_settings, path).run(std::nullopt);
        if (!answer)
            return answer.error();
        // The answer calls it error_message while the key in Redis calls it error.
        QJsonObject object = QJsonDocument::fromJson(*answer).object();
        object.insert(QLatin1String("error"), object.value(QLatin1String("error_message")));
        Result<exports::JobStatus> status =
            exports::jobStatusFromWire(QJsonDocument(object).toJson(QJsonDocument::Compact), jobId);
        if (status) {
            status->kind = m_kind;
            status->request = m_request;
        }
        return status;
    }

    Result<void> fetch(const exports::JobStatus &status, const QString &target) override
    {
        return download(m_settings, status, target);
    }

private:
    Settings m_settings;
    exports::ExportKind m_kind = exports::ExportKind::Pdf;
    QJsonObject m_request;
};

} // namespace

Result<void> download(const Settings &settings, const exports::JobStatus &status, const QString &target)
{
    QTemporaryFile part(QFileInfo(target).absolutePath() + QStringLiteral("/.herdbook-XXXXXX.part"));
    if (!part.open())
        return Error{ErrorKind::Storage, QStringLiteral("Can't write %1: %2").arg(target, part.errorString())};
    const Result<QString> sum = Call(settings, exports::downloadUrl(status.fileName)).fetch(part, target);
    if (!sum)
        return sum.error();
    exports::JobStatus expected = status;
    if (expected.sha256.isEmpty())
        expected.sha256 = *sum;
    return copyChecked(part.fileName(), expected, target);
}

std::unique_ptr<Channel> apiChannel(const Settings &settings)
{
    return std::make_unique<ApiChannel>(settings);
}

} // namespace herdbook::exporting
