// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/files/filedownload.h"

#include "core/exports/jobstatus.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QTimer>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <unistd.h>

namespace herdbook::jobs {

namespace {

constexpr int MostFailures = 4;
constexpr int FirstPause = 500; ///< ms, doubling
constexpr int Silence = 15'000; ///< ms without a byte

/// @param body of the answer, which may give the reason.
QString statusText(int code, const QByteArray &body, const QString &fallback)
{
    if (code == 404)
        return QStringLiteral("The file isn't there any more (404)");
    if (code == 401 || code == 403)
        return QStringLiteral("The web API refuses the token (%1)").arg(code);
    if (code == 0)
        return fallback;
    const QString reason = QJsonDocument::fromJson(body).object().value(QLatin1String("detail")).toString();
    return QStringLiteral("The web API answered %1").arg(code) + (reason.isEmpty() ? reason : u": " + reason);
}

} // namespace

FileDownload::FileDownload(Source source, QString target, QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_target(std::move(target)),
      m_part(m_target + u'.' + exports::fileStem(m_source.jobId) + QStringLiteral(".part"), this), m_network(this),
      m_total(m_source.size)
{
    m_network.setTransferTimeout(Silence);
}

FileDownload::~FileDownload()
{
    abort();
}

void FileDownload::start()
{
    if (!m_part.open(QIODevice::ReadWrite))
        return failWriting();
    // Nothing tells whether it is a part of this file.
    const bool doubtful = m_source.size < 0 || m_part.size() > m_source.size;
    if (doubtful && !m_part.resize(0))
        return failWriting();
    request();
}

void FileDownload::abort()
{
    m_done = true;
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
    }
}

void FileDownload::request()
{
    m_offset = m_part.size();
    m_part.seek(m_offset);
    m_begun = false;
    if (m_source.size >= 0 && m_offset == m_source.size) {
        end();
        return;
    }
    QNetworkRequest wanted(m_source.url);
    wanted.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::SameOriginRedirectPolicy);
    if (m_offset > 0)
        wanted.setRawHeader("Range", "bytes=" + QByteArray::number(m_offset) + '-');
    // Where it is another file by now, the server sends all of it.
    if (m_offset > 0 && !m_etag.isEmpty())
        wanted.setRawHeader("If-Range", m_etag);
    if (!m_source.token.isEmpty())
        wanted.setRawHeader("Authorization", "Bearer " + m_source.token.toUtf8());
    m_reply = m_network.get(wanted);
    connect(m_reply, &QNetworkReply::readyRead, this, &FileDownload::take);
    connect(m_reply, &QNetworkReply::finished, this, [this] {
        take();
        if (!m_done)
            end();
    });
}

void FileDownload::take()
{
    const int code = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (code != 200 && code != 206)
        return;
    if (!std::exchange(m_begun, true)) {
        if (code == 200) {
            m_offset = 0; // it sends everything: begin anew
            if (!m_part.resize(0) || !m_part.seek(0))
                return failWriting();
        } else if (const QByteArray wanted = "bytes " + QByteArray::number(m_offset) + '-';
                   !m_reply->rawHeader("Content-Range").startsWith(wanted)) {
            return fail(QStringLiteral("The web API sent another part of the file than was asked for"));
        }
        m_etag = m_reply->rawHeader("ETag");
        const qint64 length = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
        if (length > 0)
            m_total = m_offset + length;
    }
    const QByteArray bytes = m_reply->readAll();
    if (m_part.write(bytes) != bytes.size() || !m_part.flush())
        return failWriting();
    Q_EMIT progressed(m_part.pos(), m_total);
}

bool FileDownload::retryLater()
{
    if (++m_failures >= MostFailures)
        return false;
    QTimer::singleShot(FirstPause << (m_failures - 1), this, [this] {
        if (!m_done)
            request();
    });
    return true;
}

void FileDownload::end()
{
    if (m_done)
        return;
    if (QNetworkReply *reply = std::exchange(m_reply, nullptr)) {
        const int code = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const auto error = reply->error();
        const QString text = reply->errorString();
        const QByteArray body = reply->readAll();
        reply->deleteLater();
        if (error != QNetworkReply::NoError) {
            const bool refused = code >= 400 && code < 500;
            if (refused || !retryLater())
                fail(statusText(code >= 400 ? code : 0, body, text));
            return;
        }
    }
    const qint64 expected = m_source.size >= 0 ? m_source.size : m_total;
    if (expected >= 0 && m_part.size() > expected && !m_afresh)
        return again();
    if (expected >= 0 && m_part.size() != expected) {
        if (m_part.size() > expected || !retryLater())
            fail(QStringLiteral("%1 of %2 bytes came").arg(m_part.size()).arg(expected));
        return;
    }
    if (!isWhole())
        return again();
    if (publish()) {
        m_done = true;
        Q_EMIT finished({});
    }
}

/// Whether it's the file that the job made.
bool FileDownload::isWhole()
{
    if (m_source.sha256.isEmpty())
        return true;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    return m_part.seek(0) && hash.addData(&m_part) && hash.result().toHex() == m_source.sha256.toLatin1().toLower();
}

bool FileDownload::publish()
{
    // A full disk may say so only now.
    const bool written = m_part.flush() && ::fsync(m_part.handle()) == 0;
    const int code = errno;
    m_part.close();
    if (written && m_part.error() == QFileDevice::NoError &&
        std::rename(QFile::encodeName(m_part.fileName()).constData(), QFile::encodeName(m_target).constData()) == 0)
        return true;
    fail(QStringLiteral("Can't write %1: %2")
             .arg(m_target, QString::fromLocal8Bit(std::strerror(written ? errno : code))));
    return false;
}

void FileDownload::again()
{
    m_etag.clear();
    if (std::exchange(m_afresh, true)) {
        m_part.remove();
        return fail(QStringLiteral("What came is not the file that the job made: its SHA-256 differs"));
    }
    if (!m_part.resize(0))
        return failWriting();
    request();
}

void FileDownload::failWriting()
{
    fail(QStringLiteral("Can't write %1: %2").arg(m_part.fileName(), m_part.errorString()));
}

void FileDownload::fail(const QString &message)
{
    if (m_done)
        return;
    abort();
    Q_EMIT finished(message);
}

} // namespace herdbook::jobs
