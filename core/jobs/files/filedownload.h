// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

class QNetworkReply;

namespace herdbook::jobs {

/// Fetches one job's file over HTTP into `target`: written beside it as `{target}.{job}.part`, taken up again by Range after an
/// interruption (also that of an earlier run of the same job), compared with the size and the SHA-256 expected, written to the disk
/// and renamed when whole. A part that turns out to be of another file is fetched anew, once. Lives in one thread, which runs
/// an event loop.
class FileDownload : public QObject
{
    Q_OBJECT

public:
    struct Source
    {
        QUrl url;
        QString token;    ///< secret, for `Authorization: Bearer`; may be empty
        qint64 size = -1; ///< bytes expected; -1 where it isn't known
        QString jobId;    ///< whose file it is
        QString sha256;   ///< expected, in hexadecimal; empty where it isn't known
    };

    FileDownload(Source source, QString target, QObject *parent = nullptr);
    ~FileDownload() override;

    void start();
    void abort();

Q_SIGNALS:
    /// Bytes so far and in all (-1 where not known).
    void progressed(qint64 done, qint64 total);
    /// Once. An empty message is success.
    void finished(const QString &error);

private:
    void request();
    void take();
    void end();
    bool isWhole();
    bool publish();
    void again();
    void fail(const QString &message);
    void failWriting();
    bool retryLater();

    Source m_source;
    QString m_target;
    QFile m_part;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< owned by m_network
    QByteArray m_etag;                ///< of what is in the part, where this run has seen it
    qint64 m_offset = 0;              ///< where the running request begins
    qint64 m_total = -1;
    int m_failures = 0;
    bool m_begun = false, m_done = false, m_afresh = false;
};

} // namespace herdbook::jobs
