// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/jobs/files/filedownload.h"
#include "tests/api/apiserver.h"
#include "tests/ui/exports/cuttingrelay.h"
#include "tests/ui/exports/stage.h"
#include "ui/jobs/notice.h"

#include <QClipboard>
#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QProgressBar>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

/// A workstation without the export folder: files come from the real web service, over connections that break.
class TestExportsDownload : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        m_api = std::make_unique<test::ApiServer>(m_servers.settings());
    }
    void cleanupTestCase() { m_api.reset(); }

    void init()
    {
        m_relay = std::make_unique<test::CuttingRelay>(m_api->port());
        m_stage = std::make_unique<test::Stage>(m_servers);
        QVERIFY(m_stage->reset());
        m_stage->setRemote(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_relay->serverPort())));
        exports::JobStatus status =
            m_stage->status(QStringLiteral("Big"), exports::ExportKind::Zip, exports::JobState::Completed, 60);
        m_stage->makeFile(status, Size);
        m_content.resize(Size);
        QRandomGenerator random(7);
        std::generate(m_content.begin(), m_content.end(), [&random] { return static_cast<char>(random.generate()); });
        QFile file(m_servers.settings().exportFolder + u'/' + status.fileName);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(m_content), m_content.size());
        m_stage->put(status);
        m_page = &m_stage->open();
        m_target = m_folder.filePath(QStringLiteral("%1.zip").arg(status.jobId));
        m_part = QStringLiteral("%1.%2.part").arg(m_target, status.jobId);
        m_page->controller().files().askPath = [this](QWidget *, const QString &, bool, const auto &then) {
            then(m_target);
        };
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(status.jobId));
        m_page->jobsPanel()->table()->setFocus();
    }
    void cleanup()
    {
        m_stage.reset();
        m_relay.reset();
    }

    void aBrokenDownloadIsTakenUpAgainAndShowsHowFarItIs()
    {
        m_relay->cutNext(Size / 3);
        save();
        // The first connection has ended; the second is kept waiting.
        QTRY_COMPARE_WITH_TIMEOUT(m_relay->requests().size(), 2, 60'000);
        QVERIFY(!QFile::exists(m_target));
        const qint64 half = QFileInfo(m_part).size();
        QVERIFY(half > 0 && half < Size / 3);
        Notice *notice = m_page->jobsPanel()->notice();
        auto *bar = notice->findChild<QProgressBar *>();
        QVERIFY(notice->isVisible());
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), qRound(static_cast<double>(half) * 100 / Size));
        QVERIFY(notice->text().contains(QString::number(bar->value())));

        m_relay->release();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_target), 60'000);
        QCOMPARE(contentOf(m_target), m_content);
        QVERIFY(!QFile::exists(m_part));
        QVERIFY(asksFrom(m_relay->requests().at(1), half));
        QVERIFY(m_relay->requests().at(1).toLower().contains("\r\nif-range: "));
        QTRY_VERIFY(notice->text().startsWith(QLatin1String("Saved as")));
        QVERIFY(!bar->isVisible());
    }

    void whatAnEarlierWindowBeganIsGoneOnWith()
    {
        m_relay->cutNext(Size / 2);
        save();
        QTRY_COMPARE_WITH_TIMEOUT(m_relay->requests().size(), 2, 60'000); // the first has ended
        const QString id = m_page->jobsPanel()->table()->currentJob()->id;
        m_stage->close();
        const qint64 half = QFileInfo(m_part).size();
        QVERIFY(half > 0);

        m_relay->release();
        m_page = &m_stage->open();
        m_page->controller().files().askPath = [this](QWidget *, const QString &, bool, const auto &then) {
            then(m_target);
        };
        QVERIFY(QTest::qWaitForWindowActive(&m_stage->window()));
        QTRY_VERIFY(m_page->jobsPanel()->selectJob(id));
        m_page->jobsPanel()->table()->setFocus();
        const auto before = m_relay->requests().size();
        save();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_target), 60'000);
        QCOMPARE(contentOf(m_target), m_content);
        QVERIFY(asksFrom(m_relay->requests().at(before), half));
        QVERIFY(!m_relay->requests().at(before).toLower().contains("\r\nif-range: ")); // nothing remembers its ETag
    }

    void aFileThatIsGoneIsSaid()
    {
        const QString folder = m_servers.settings().exportFolder;
        QVERIFY(QDir(folder).removeRecursively() && QDir().mkpath(folder));
        save();
        // So looks a folder without its disk.
        QTRY_VERIFY_WITH_TIMEOUT(
            m_page->jobsPanel()->notice()->text().contains(QLatin1String("503: Whether the file is there isn't known")),
            60'000);
        QVERIFY(QFile(folder + QStringLiteral("/another")).open(QIODevice::WriteOnly));
        save();
        QTRY_COMPARE_WITH_TIMEOUT(m_page->jobsPanel()->notice()->text(),
                                  QStringLiteral("The file isn't there any more (404)"), 60'000);
        QVERIFY(!QFile::exists(m_target));
    }

    /// Whatever else the host serves gets no token.
    void theWebAddressKeepsItsPath()
    {
        const QString address = QStringLiteral("http://127.0.0.1:%1/herd").arg(m_relay->serverPort());
        m_page->controller().files().setWebApi({QUrl(address), {}});
        const jobs::JobRowPtr job = m_page->jobsPanel()->table()->currentJob();
        m_page->controller().trigger(JobAction::CopyLink, {job}, nullptr);
        QCOMPARE(QGuiApplication::clipboard()->text(), address + exports::downloadUrl(job->fileName));
        save();
        QTRY_VERIFY(!m_relay->requests().isEmpty() && !m_relay->requests().first().isEmpty());
        QVERIFY(m_relay->requests().first().startsWith("GET /herd/api/static/exports/"));
    }

    /// Bytes of another place would pass for the file where no SHA-256 is known.
    void anotherPartThanWasAskedForIsRefused()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            QTcpSocket *client = server.nextPendingConnection();
            connect(client, &QTcpSocket::readyRead, client, [client] {
                client->write("HTTP/1.1 206 Partial Content\r\nContent-Range: bytes 0-4/10\r\nContent-Length: 5\r\n"
                              "Connection: close\r\n\r\nabcde");
                client->disconnectFromHost();
            });
        });
        const QString target = m_folder.filePath(QStringLiteral("joined.pdf"));
        QVERIFY(AtomicFile::write(target + QStringLiteral(".j.part"), "abcde"));
        const QUrl url(QStringLiteral("http://127.0.0.1:%1/x.pdf").arg(server.serverPort()));
        jobs::FileDownload download({url, {}, 10, QStringLiteral("j"), {}}, target);
        QSignalSpy finished(&download, &jobs::FileDownload::finished);
        download.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
        QVERIFY(finished.first().first().toString().contains(QLatin1String("another part")));
        QVERIFY(!QFile::exists(target));
    }

private:
    static constexpr int Size = 3'000'000;

    void save() { QTest::keyClick(m_page->jobsPanel()->table(), Qt::Key_S, Qt::ControlModifier); }
    /// Names of headers have no case: Qt writes them in capitals up to 6.7 and in small letters since.
    static bool asksFrom(const QByteArray &request, qint64 offset)
    {
        const QByteArray header = "\r\nrange: bytes=" + QByteArray::number(offset) + "-\r\n";
        return request.toLower().contains(header);
    }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    test::Servers m_servers;
    QTemporaryDir m_folder;
    QByteArray m_content;
    QString m_target, m_part;
    std::unique_ptr<test::ApiServer> m_api;
    std::unique_ptr<test::CuttingRelay> m_relay;
    std::unique_ptr<test::Stage> m_stage;
    ExportsPage *m_page = nullptr;
};

QTEST_MAIN(TestExportsDownload)
#include "test_exportsdownload.moc"
