// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/herd.h"
#include "core/demo/laterphotos.h"

#include <QDirIterator>
#include <QImageReader>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <sys/mount.h>
#include <unistd.h>

using namespace herdbook;
using namespace herdbook::demo;

/// The photos that a ranch draws in the background once it is ready, in a real folder.
class TestLaterPhotos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_herd = generateHerd(stamp.seed, stamp.end);
        m_day = photosForGallery(m_herd, 1, 0);
        QVERIFY2(m_day.size() > 10 && m_day.size() < 100, qPrintable(QString::number(m_day.size())));
    }

    void init()
    {
        m_place = std::make_unique<QTemporaryDir>();
        QVERIFY(m_place->isValid());
    }

    void aGalleryHasItsPhotos()
    {
        const std::vector<int> photos = photosForGallery(m_herd, 60, 12);
        QVERIFY(std::is_sorted(photos.rbegin(), photos.rend()));
        std::vector<bool> chosen(m_herd.photos.size());
        for (const int photo : photos)
            chosen[static_cast<size_t>(photo)] = true;
        const qint64 from = QDateTime(stamp.end, QTime(6, 0), Qt::UTC).addDays(-60).toSecsSinceEpoch();
        std::vector<bool> whole(m_herd.profiles.size(), true);
        for (const Detection &detection : m_herd.detections) {
            const auto photo = static_cast<size_t>(detection.photo);
            if (m_herd.photos[photo].time >= from)
                QVERIFY(chosen[photo]);
            const int profile =
                detection.animal < 0 ? -1 : m_herd.animals[static_cast<size_t>(detection.animal)].profile;
            if (profile >= 0 && !chosen[photo])
                whole[static_cast<size_t>(profile)] = false;
        }
        QVERIFY(std::count(whole.begin(), whole.end(), true) >= 12);
        QVERIFY2(photos.size() > 3'000 && photos.size() < 4'500, qPrintable(QString::number(photos.size())));
    }

    void sightingsAreAllThatIsDrawn()
    {
        const Herd sightings = generateSightings(stamp.seed, stamp.end);
        QVERIFY(sightings.vectors.empty());
        QCOMPARE(photosForGallery(sightings, 60, 12), photosForGallery(m_herd, 60, 12));
        QCOMPARE(sightings.detections.size(), m_herd.detections.size());
        for (size_t i = 0; i < m_herd.photos.size(); ++i) {
            QCOMPARE(sightings.photos[i].path, m_herd.photos[i].path);
            QCOMPARE(sightings.photos[i].time, m_herd.photos[i].time);
        }
    }

    void allAreDrawnAndTold()
    {
        std::atomic<int> told = 0;
        const LaterPhotos later(stamp, aDay, m_place->path(), [&] { ++told; });
        QTRY_COMPARE_WITH_TIMEOUT(files(), m_day.size(), patience);
        QTRY_VERIFY_WITH_TIMEOUT(told > 0, patience);
        for (const int photo : {m_day.front(), m_day.back()})
            QCOMPARE(QImageReader(pathOf(photo)).size(), QSize(1920, 1080));
        QVERIFY(!QFile::exists(m_place->filePath(QStringLiteral(".drawing"))));
    }

    void whatWasEndedInTheMiddleGoesOn()
    {
        size_t before = m_day.size();
        for (int tries = 0; tries < 5 && before == m_day.size(); ++tries) { // a busy machine may look when all is drawn
            init();
            {
                const LaterPhotos later(stamp, aDay, m_place->path(), [] {});
                QTRY_VERIFY_WITH_TIMEOUT(files() >= 2, patience);
            }
            before = files();
        }
        QVERIFY(before < m_day.size());
        QMap<QString, QDateTime> drawn;
        for (const int photo : m_day) {
            const QFileInfo file(pathOf(photo));
            if (!file.exists())
                continue;
            QVERIFY(!QImageReader(file.filePath()).read().isNull());
            drawn.insert(file.filePath(), file.lastModified());
        }
        QCOMPARE(static_cast<size_t>(drawn.size()), before);
        // What a killed program and a lost power leave.
        QFile half(m_place->filePath(QStringLiteral(".drawing")));
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
        half.close();
        const QString emptied = drawn.begin().key();
        drawn.remove(emptied);
        QVERIFY(QFile::resize(emptied, 0));

        const LaterPhotos later(stamp, aDay, m_place->path(), [] {});
        QTRY_VERIFY_WITH_TIMEOUT(files() == m_day.size() && QFileInfo(emptied).size() > 0, patience);
        for (auto file = drawn.cbegin(); file != drawn.cend(); ++file)
            QCOMPARE(QFileInfo(file.key()).lastModified(), file.value());
    }

    void aFullDiskEndsIt()
    {
        if (::geteuid() != 0)
            QSKIP("only root can mount a small disk");
        const QByteArray disk = QFile::encodeName(m_place->path());
        QCOMPARE(::mount("tmpfs", disk.constData(), "tmpfs", 0, "size=900k"), 0);
        const auto unmount = qScopeGuard([&] { ::umount2(disk.constData(), MNT_DETACH); });
        size_t drawn = 0;
        const auto draw = [&](qint64 keepFree) {
            return drawMissing(m_herd, m_day, m_place->path(), keepFree, [&] { ++drawn; }, {});
        };
        const Result<void> careful = draw(900'000'000);
        QVERIFY(!careful);
        QCOMPARE(careful.error().kind, ErrorKind::Storage);
        QCOMPARE(drawn, size_t{0});
        const Result<void> full = draw(0);
        QVERIFY(!full);
        QCOMPARE(full.error().kind, ErrorKind::Storage);
        QVERIFY(drawn < m_day.size());
        QCOMPARE(files(), drawn);
        QVERIFY(!QFile::exists(m_place->filePath(QStringLiteral(".drawing"))));
        for (const int photo : m_day)
            QVERIFY(!QFile::exists(pathOf(photo)) || !QImageReader(pathOf(photo)).read().isNull());

        static std::atomic<int> said = 0;
        const auto before = qInstallMessageHandler([](QtMsgType, const QMessageLogContext &, const QString &text) {
            said += text.startsWith(QLatin1String("The rest of the demo's photos isn't drawn: ")) ? 1 : 0;
        });
        const auto restore = qScopeGuard([&] { qInstallMessageHandler(before); });
        LaterChoice choice = aDay;
        choice.keepFree = 900'000'000;
        std::atomic<int> told = 0;
        const LaterPhotos later(stamp, choice, m_place->path(), [&] { ++told; });
        QTRY_COMPARE_WITH_TIMEOUT(said, 1, patience);
        QCOMPARE(told, 0);
    }

private:
    static constexpr int patience = 300'000; // ms, on a machine busy with other things
    inline static const RanchStamp stamp{2026, 60, QDate(2026, 11, 22)};
    static constexpr LaterChoice aDay{.days = 1, .profiles = 0, .keepFree = 0, .nice = 0};

    QString pathOf(int photo) const
    {
        return m_place->path() + m_herd.photos[static_cast<size_t>(photo)].path.mid(qstrlen("/mnt/images"));
    }
    size_t files() const
    {
        size_t count = 0;
        for (QDirIterator each(m_place->path(), QDir::Files, QDirIterator::Subdirectories); each.hasNext(); each.next())
            ++count;
        return count;
    }

    Herd m_herd;
    std::vector<int> m_day; ///< what a small ranch draws
    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_MAIN(TestLaterPhotos)
#include "test_laterphotos.moc"
