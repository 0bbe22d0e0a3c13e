// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/exports/stage.h"

#include "core/base/farewell.h"
#include "core/exports/jobstore.h"
#include "core/exports/taskmessage.h"

#include <QApplication>
#include <QJsonArray>
#include <QTest>
#include <QUuid>

namespace herdbook::test {

namespace {

const QString Me = QStringLiteral("anna@desk");

QString newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

Stage::Stage(Servers &servers)
    : m_servers(servers), m_settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat),
      m_theme(*qApp, m_settings), m_redis(servers.settings().redis, std::chrono::seconds(20))
{
}

Stage::~Stage()
{
    close();
}

void Stage::close()
{
    m_window.reset();
    m_page = nullptr;
    m_preview.reset();
    m_exportFolder.reset();
    m_feed.reset();
    m_actions.reset();
}

bool Stage::reset()
{
    close();
    finishAll(); // what it had in hand
    m_settings.clear();
    m_offset = 0;
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(historyPath() + QLatin1String(suffix));
    return m_servers.freshDatabase().hasValue();
}

ui::ExportsPage &Stage::open(QSize size)
{
    close();
    Settings settings = m_servers.settings();
    if (!m_remote.isEmpty())
        settings.exportFolder.clear();
    const Clock clock = [this] { return now(); };
    m_actions = std::make_unique<jobs::JobActions>(jobs::JobActions::Options{
        settings.redis, settings.exportFolder, Me, m_folder.filePath(QStringLiteral("actions.log")), clock});
    m_feed = std::make_unique<jobs::JobFeed>(
        jobs::JobFeed::Options{{settings.redis, settings.exportFolder, Me, clock}, historyPath()});
    if (!settings.exportFolder.isEmpty())
        m_exportFolder = std::make_unique<jobs::FolderLook>(
            jobs::FolderLook::Options{settings.redis, settings.exportFolder, settings.keepFilesHours, clock});
    if (m_counting)
        m_preview = std::make_unique<ui::ExportPreview>(settings, clock);
    m_window = std::make_unique<MainWindow>(m_settings, clock);
    m_window->setProfile(QStringLiteral("Demo ranch"), false);
    m_window->setSiteTimeZone(settings.siteTimeZone);
    m_page = new ui::ExportsPage({*m_feed,
                                  *m_actions,
                                  m_settings,
                                  clock,
                                  settings.siteTimeZone,
                                  m_preview.get(),
                                  {m_remote, {}},
                                  {},
                                  m_exportFolder.get()});
    m_window->setPage(MainWindow::Page::Exports, m_page);
    QObject::connect(m_feed.get(), &jobs::JobFeed::healthRead, m_window.get(), [this](const jobs::Health &health) {
        SystemHealth shown;
        shown.postgres = {ServiceHealth::State::Connected, 3, {}, {}};
        shown.redis = {ServiceHealth::State::Connected, 0.4, {}, {}};
        shown.workersOnline = health.workersOnline;
        shown.pythonWorkers = health.pythonWorkers;
        shown.workersNotReady = health.workersNotReady;
        shown.remarks = health.problems + health.warnings;
        shown.queueLength = static_cast<int>(health.queueLength);
        shown.countsAt = health.readAt;
        m_window->setHealth(shown);
    });
    m_window->showPage(MainWindow::Page::Exports);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    return *m_page;
}

bool Stage::settle()
{
    const int turns = m_feed->turns();
    m_feed->refresh();
    return QTest::qWaitFor([&] { return m_feed->turns() >= turns + 2; }, 60'000);
}

void Stage::run(const QByteArrayList &command)
{
    auto done = m_redis.command(command);
    if (!done && done.error().kind == ErrorKind::Unreachable)
        done = m_redis.command(command); // the server was restarted
    if (!done)
        qFatal("%s", qPrintable(done.error().message));
}

void Stage::put(const exports::JobStatus &status, int lifetime)
{
    run({"SETEX", exports::statusKey(status.jobId), QByteArray::number(lifetime), exports::toWire(status)});
}

exports::JobStatus Stage::status(const QString &title, exports::ExportKind kind, exports::JobState state,
                                 int secondsAgo, bool mine) const
{
    exports::JobStatus status;
    status.jobId = newId();
    status.kind = kind;
    status.state = state;
    status.createdAt = now().addSecs(-secondsAgo);
    if (state != exports::JobState::Processing)
        status.completedAt = status.createdAt.addSecs(4);
    status.requestedBy = mine ? Me : QStringLiteral("web@barn");
    status.totalDetections = 2314;
    status.processedCount = state == exports::JobState::Completed ? 2314 : 0;
    exports::ExportRequest request;
    request.kind = kind;
    request.title = title;
    request.start = QDate(2026, 8, 24);
    request.end = QDate(2026, 11, 22);
    request.classifications = {QStringLiteral("buck"), QStringLiteral("doe"), QStringLiteral("fawn")};
    status.request = exports::toJson(request);
    return status;
}

QString Stage::submit(const QString &title, bool mine)
{
    exports::ExportRequest request;
    request.start = QDate(2026, 10, 1);
    request.end = QDate(2026, 10, 31);
    request.title = title;
    exports::JobStore store(m_redis, [this] { return now(); });
    const auto id = store.submit({request, mine ? Me : QStringLiteral("web@barn"), {}, {}, -1});
    return id.valueOr({});
}

void Stage::hold(const QString &jobId, const QByteArray &worker, bool alive)
{
    exports::TaskMessage task;
    task.taskId = task.jobId = jobId;
    task.request = {{QStringLiteral("start_date"), QStringLiteral("2026-08-24")}};
    run({"LPUSH", "exports:processing:" + worker, exports::encodeTask(task, QStringLiteral("desk"))});
    if (alive)
        run({"SETEX", "exports:alive:" + worker, "600", R"({"host":"barn","pid":1,"job":null})"});
}

void Stage::makeFile(exports::JobStatus &status, int size)
{
    status.fileName = exports::exportFileName(*status.kind, status.jobId, now());
    status.downloadUrl = exports::downloadUrl(status.fileName);
    status.fileSize = size;
    QFile file(m_servers.settings().exportFolder + u'/' + status.fileName);
    if (!file.open(QIODevice::WriteOnly) || !file.resize(size))
        qFatal("no file");
}

QHash<QString, QString> Stage::fill()
{
    using exports::ExportKind;
    using exports::JobState;
    QHash<QString, QString> ids;
    const auto add = [&](const QString &name, const exports::JobStatus &status, int lifetime) {
        put(status, lifetime);
        ids.insert(name, status.jobId);
    };
    exports::JobStatus failed =
        status(QStringLiteral("Feeder 3, all classes"), ExportKind::Zip, JobState::Failed, 1440);
    failed.error = QStringLiteral("disk is full on /exports");
    add(QStringLiteral("failed"), failed, 2180);
    exports::JobStatus done =
        status(QStringLiteral("Monthly report, September"), ExportKind::Pdf, JobState::Completed, 660);
    makeFile(done, 1'240'000);
    done.attempt = 1;
    done.worker = QStringLiteral("barn-01:71:0");
    done.startedAt = done.createdAt.addSecs(1);
    add(QStringLiteral("completed"), done, 2946);
    exports::JobStatus soon =
        status(QStringLiteral("Creek crossing, spring"), ExportKind::Pdf, JobState::Completed, 3400, false);
    makeFile(soon, 860'000);
    add(QStringLiteral("soon"), soon, 204);
    exports::JobStatus gone =
        status(QStringLiteral("Rut 2024 and rut 2025"), ExportKind::Pdf, JobState::Completed, 1980);
    gone.fileName = QStringLiteral("report_gone.pdf");
    gone.fileSize = 2'800'000;
    add(QStringLiteral("gone"), gone, 1635);
    exports::JobStatus cancelled =
        status(QStringLiteral("Creek crossing, fawns"), ExportKind::Zip, JobState::Failed, 2280);
    cancelled.cancelled = true;
    add(QStringLiteral("cancelled"), cancelled, 1350);
    exports::JobStatus stuck =
        status(QStringLiteral("Season to date, North ridge"), ExportKind::Pdf, JobState::Processing, 420);
    stuck.worker = QStringLiteral("barn-02:812:0");
    stuck.attempt = 1;
    stuck.stage = QStringLiteral("Drawing charts");
    stuck.totalDetections = stuck.processedCount = 8127;
    stuck.startedAt = stuck.createdAt.addSecs(2);
    add(QStringLiteral("stuck"), stuck, 3156);
    hold(stuck.jobId, "barn-02:812:0", false);
    exports::JobStatus running =
        status(QStringLiteral("Autumn 2026, bucks"), ExportKind::Zip, JobState::Processing, 24, false);
    running.worker = QStringLiteral("barn-01:71:0");
    running.attempt = 1;
    running.stage = QStringLiteral("Making crops");
    running.processedCount = 1180;
    running.startedAt = running.createdAt.addSecs(1);
    add(QStringLiteral("running"), running, 3600);
    hold(running.jobId, "barn-01:71:0", true);
    run({"SETEX", "export_job:legacy-0042", "3000", R"({"status":"exploded","by":"an old script"})"});
    ids.insert(QStringLiteral("unreadable"), QStringLiteral("legacy-0042"));
    ids.insert(QStringLiteral("queued"), submit(QStringLiteral("Monthly report, October")));
    ids.insert(QStringLiteral("queued2"), submit(QStringLiteral("Does and fawns, rut 2026"), false));
    return ids;
}

} // namespace herdbook::test
