// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFile>
#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

class QNetworkReply;

namespace herdbook::jobs {

/// Fetches one file over HTTP into `target`: written beside it as `{target}.part`, taken up again by Range after an interruption (also
/// that of an earlier run), compared with the size expected, and renamed when whole. Lives in one thread, which runs an event loop.
class FileDownload : public QObject
{
    Q_OBJECT

public:
    struct Source
    {
        QUrl url;
        QString token;    ///< secret, for `Authorization: Bearer`; may be empty
        qint64 size = -1; ///< bytes expected; -1 where it isn't known
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
    void fail(const QString &message);
    bool retryLater();

    Source m_source;
    QString m_target;
    QFile m_part;
    QNetworkAccessManager m_network;
    QNetworkReply *m_reply = nullptr; ///< owned by m_network
    qint64 m_offset = 0;              ///< where the running request begins
    qint64 m_total = -1;
    int m_failures = 0;
    bool m_begun = false, m_done = false;
};

} // namespace herdbook::jobs
