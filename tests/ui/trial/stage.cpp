// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trial/stage.h"

#include "tests/support/cuttexts.h"

#include "core/base/farewell.h"
#include "core/demo/herd/loadherd.h"
#include "core/demo/ranchdata.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/storage/postgres.h"

#include "ui/trial/review/progressrow.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/verdict/verdictpage.h"

#include <QApplication>
#include <QLineEdit>
#include <QLockFile>
#include <QPushButton>
#include <QTest>

namespace herdbook::test {

namespace {

constexpr int kPhotos = 640;
const QDate kEnd(2026, 11, 22);
constexpr quint64 kSeed = 2026;

/// The photos, drawn once for a build.
Result<QString> drawnPhotos(const demo::Herd &herd)
{
    const QString folder = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()) +
                           QStringLiteral("/trial-photos-%1-%2").arg(kSeed).arg(kPhotos);
    QLockFile lock(folder + QStringLiteral(".lock"));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(600'000))
        return Error{ErrorKind::Storage, QStringLiteral("Can't lock %1").arg(folder)};
    if (!QFile::exists(folder)) {
        const QString part = folder + QStringLiteral(".part");
        QDir(part).removeRecursively();
        if (const Result<void> drawn = demo::drawPhotos(herd, part, [](const QString &, double) {}, {}); !drawn)
            return drawn.error();
        if (!QFile::rename(part, folder))
            return Error{ErrorKind::Storage, QStringLiteral("Can't make %1").arg(folder)};
    }
    return folder;
}

} // namespace

Result<void> Stage::prepare()
{
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_theme = std::make_unique<Theme>(*qApp, *m_settings);
    if (Result<void> started = m_servers.start(); !started)
        return started;
    demo::Herd herd = demo::generateHerd(kSeed, kEnd);
    demo::chooseDrawnPhotos(herd, kPhotos);
    const Result<QString> photos = drawnPhotos(herd);
    if (!photos)
        return photos.error();
    m_imageFolder = *photos;
    m_ranchDatabase = QStringLiteral("template_ranch");
    PostgresSettings server = m_servers.settings().postgres;
    server.database = QStringLiteral("postgres");
    if (Result<void> made = demo::createHerdDatabase(server, m_ranchDatabase, herd); !made)
        return made;
    server.database = m_ranchDatabase;
    {
        const auto connection = storage::Postgres::open(server);
        if (!connection)
            return connection.error();
        Result<std::shared_ptr<const reid::Analysis>> analysis =
            reid::analyzeDatabase(**connection, {}, reid::Source::Best, {});
        if (!analysis)
            return analysis.error();
        m_analysis = *analysis;
    }
    if (Result<void> fresh = freshRanch(); !fresh)
        return fresh;
    return readTruth();
}

Result<void> Stage::freshRanch()
{
    close();
    QFile::remove(storePath());
    if (Result<void> fresh = m_servers.freshDatabase(Servers::Content::Empty); !fresh)
        return fresh;
    const QString name = m_servers.settings().postgres.database;
    PostgresSettings server = m_servers.settings().postgres;
    server.database = QStringLiteral("postgres");
    Result<demo::PgSession> session = demo::PgSession::open(server);
    if (!session)
        return session.error();
    if (Result<void> dropped = session->execute("DROP DATABASE " + name.toLatin1() + " WITH (FORCE)"); !dropped)
        return dropped;
    if (Result<void> made =
            session->execute("CREATE DATABASE " + name.toLatin1() + " TEMPLATE " + m_ranchDatabase.toLatin1());
        !made)
        return made;
    // It is of these data, byte by byte.
    const auto connection = storage::Postgres::open(m_servers.settings().postgres);
    if (!connection)
        return connection.error();
    const Result<reid::Fingerprint> fingerprint = reid::readFingerprint(**connection);
    if (!fingerprint)
        return fingerprint.error();
    auto analysis = std::make_shared<reid::Analysis>(*m_analysis);
    analysis->fingerprint = *fingerprint;
    m_analysis = std::move(analysis);
    return {};
}

Result<void> Stage::readTruth()
{
    for (const QString &table :
         {QStringLiteral("detection_id, animal_id FROM demo_truth.detections WHERE animal_id IS NOT NULL"),
          QStringLiteral("deer_id, animal_id FROM demo_truth.profiles")}) {
        const auto connection = storage::Postgres::open(m_servers.settings().postgres);
        if (!connection)
            return connection.error();
        const Result<void> read =
            (*connection)->each(QStringLiteral("SELECT ") + table, {}, [&](const storage::Row &row) {
                const bool profile = table.startsWith(QLatin1String("deer_id"));
                m_animalOf.insert(row.uuid(profile ? "deer_id" : "detection_id"),
                                  static_cast<int>(row.integer("animal_id")));
            });
        if (!read)
            return read.error();
    }
    return {};
}

trial::TrialPage &Stage::open(const std::function<void(trial::Services &)> &change)
{
    close();
    trial::Services services;
    services.postgres = m_servers.settings().postgres;
    services.imageFolder = m_imageFolder;
    services.storePath = storePath();
    services.reviewer = QStringLiteral("mo@ranch");
    services.siteTimeZone = QTimeZone("America/Chicago");
    services.shareAfter = std::chrono::milliseconds(20);
    services.shareAgain = std::chrono::milliseconds(100);
    if (change)
        change(services);
    m_window = std::make_unique<MainWindow>(*m_settings, systemClock());
    auto *page = new trial::TrialPage(services);
    m_window->setPage(MainWindow::Page::Trial, page);
    m_window->showPage(MainWindow::Page::Trial);
    m_window->resize(1440, 900);
    m_window->show();
    (void)QTest::qWaitForWindowExposed(m_window.get());
    return *page;
}

trial::TrialPage &Stage::openReview(const std::function<void(trial::Services &)> &change)
{
    trial::TrialPage &page = open(change);
    page.setAnalysis(m_analysis);
    trial::SamplePage *sample = page.samplePage();
    waitFor([&] { return sample->startButton()->isEnabled(); });
    QTest::mouseClick(sample->startButton(), Qt::LeftButton);
    waitFor([&] { return page.step() == trial::TrialPage::ReviewStep && page.reviewPage()->right()->hasPhoto(); });
    return page;
}

void Stage::answer(trial::Answer answer)
{
    // A key within the first second is none.
    auto *page = qobject_cast<trial::TrialPage *>(m_window->page(MainWindow::Page::Trial));
    waitFor([&] { return page->reviewPage()->isReady(); });
    hastyAnswer(answer);
}

void Stage::hastyAnswer(trial::Answer answer)
{
    QTest::keyClick(m_window->focusWidget(), static_cast<Qt::Key>(trial::letter(answer)));
}

void Stage::reviewByTruth(trial::TrialPage &page, int most)
{
    review(page, most, [this](const trial::Pair &pair) { return truth(pair); });
}

void Stage::review(trial::TrialPage &page, int most, const std::function<trial::Answer(const trial::Pair &)> &reviewing)
{
    // A second for each of a hundred pairs is what a test has no time for: the answers come as they would from another window.
    trial::TrialDesk &desk = page.desk();
    for (int i = 0; i < most && desk.session()->current(); ++i)
        desk.answer(reviewing(*desk.session()->pair()), {}, 3000);
    waitFor([&] { return desk.unsaved() == 0; });
}

void Stage::finish(trial::TrialPage &page)
{
    page.reviewPage()->progress()->askFinish();
    page.reviewPage()->progress()->finishButton()->click();
    waitFor([&] { return page.step() == trial::TrialPage::VerdictStep && page.verdictPage()->outcome() != nullptr; });
}

void Stage::close()
{
    m_window.reset();
    finishAll(); // what it had in hand
}

trial::Answer Stage::truth(const trial::Pair &pair) const
{
    const auto shown = m_animalOf.constFind(pair.detection);
    if (shown == m_animalOf.constEnd())
        return trial::Answer::Background;
    return *shown == m_animalOf.value(pair.deer, -1) ? trial::Answer::Same : trial::Answer::Different;
}

bool Stage::waitFor(const std::function<bool()> &done)
{
    return QTest::qWaitFor(done, 60'000);
}

void Stage::savePictures(const QString &name)
{
    const QString folder = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath());
    auto *page = qobject_cast<trial::TrialPage *>(m_window->page(MainWindow::Page::Trial));
    const bool all = qEnvironmentVariableIsSet("HERDBOOK_PICTURES");
    QStringList cut;
    for (const QSize size : {QSize(1100, 700), QSize(1280, 720), QSize(1366, 768), QSize(1920, 1080), QSize(2560, 1440),
                             QSize(1440, 900)}) {
        if (!all && size.width() > 1440)
            continue;
        m_window->resize(size);
        for (const bool dark : {true, false}) {
            if (!all && dark != (size.width() == 1100))
                continue;
            m_theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
            // Painting asks for thumbnails; wait until all of them are there.
            for (int round = 0; round < 3; ++round) {
                m_window->repaint();
                QTest::qWait(0);
                waitFor([&] { return page->loader().isIdle(); });
            }
            m_window->grab().save(QStringLiteral("%1/trial-%2-%3-%4x%5.png")
                                      .arg(folder, name, dark ? QStringLiteral("dark") : QStringLiteral("light"))
                                      .arg(size.width())
                                      .arg(size.height()));
        }
        for (const QString &text : cutTexts(*m_window))
            cut << QStringLiteral("%1 at %2: %3").arg(name).arg(size.width()).arg(text);
    }
    QVERIFY2(cut.isEmpty(), qPrintable(cut.join(u'\n')));
}

} // namespace herdbook::test
