// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/herd.h"
#include "core/demo/pictures/photo.h"
#include "core/demo/pictures/random.h"
#include "core/render/photo/jpegwriter.h"

#include <QBuffer>
#include <QElapsedTimer>
#include <QFile>
#include <QImageReader>
#include <QTest>
#include <map>

using namespace herdbook;
using namespace herdbook::demo;

/// Set HERDBOOK_TEST_OUTPUT to look at what is drawn.
class TestPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void animalStaysInsideItsBoxAndFillsIt_data()
    {
        QTest::addColumn<int>("species");
        QTest::addColumn<bool>("night");
        for (int species = 0; species < 6; ++species) {
            QTest::addRow("day %d", species) << species << false;
            QTest::addRow("night %d", species) << species << true;
        }
    }

    void animalStaysInsideItsBoxAndFillsIt()
    {
        QFETCH(int, species);
        QFETCH(bool, night);
        Random random(5, static_cast<quint64>(species));
        const Look look = lookOf(random.next(), static_cast<Species>(species));
        Pose pose;
        pose.x = 900;
        pose.ground = 850;
        pose.scale = 400;
        pose.facesLeft = true;
        pose.head = 0.2;
        pose.stride = 0.6;
        // On magenta, which neither a coat nor a shadow makes of itself: the shadow keeps its hue.
        QImage picture(photoWidth, photoHeight, QImage::Format_RGB32);
        picture.fill(QColor(255, 0, 255));
        drawAnimal(picture, look, pose, night, 0, 3);
        QRect drawn;
        for (int y = 0; y < picture.height(); ++y) {
            for (int x = 0; x < picture.width(); ++x) {
                const QRgb pixel = picture.pixel(x, y);
                const bool isShadow = qRed(pixel) == qBlue(pixel) && qGreen(pixel) == 0;
                if (!isShadow)
                    drawn |= QRect(x, y, 1, 1);
            }
        }
        const QRectF box = boxOf(look, pose);
        QVERIFY2(box.adjusted(-5, -5, 5, 5).contains(drawn), "the animal reaches out of its box");
        QVERIFY(drawn.width() > 0.93 * box.width() && drawn.height() > 0.93 * box.height());
    }

    void individualsDiffer()
    {
        const Look a = lookOf(1, Species::Buck);
        const Look b = lookOf(2, Species::Buck);
        Pose pose;
        pose.x = 500;
        pose.ground = 900;
        pose.scale = 400;
        QVERIFY(boxOf(a, pose) != boxOf(b, pose));
        QCOMPARE(boxOf(a, pose), boxOf(lookOf(1, Species::Buck), pose));
        pose.antlers = 0;
        QVERIFY2(boxOf(a, pose).height() <
                     0.95 * boxOf(lookOf(1, Species::Buck), {.x = 500, .ground = 900, .scale = 400}).height(),
                 "shed antlers don't count");
    }

    void photosAreJpegsOfTheCamerasSize()
    {
        const Herd herd = generateHerd(7, QDate(2026, 11, 22));
        const QString folder = qEnvironmentVariable("HERDBOOK_TEST_OUTPUT");
        std::map<std::pair<int, bool>, Landscape> drawn;
        QElapsedTimer timer;
        qint64 landscapes = 0;
        qint64 photos = 0;
        qint64 encoded = 0;
        qsizetype bytes = 0;
        // The same photos each time: one buck, doe and fawn by day and by night, near and far.
        const QList<int> wanted = samples(herd);
        QVERIFY(wanted.size() >= 6);
        for (const int index : wanted) {
            const PhotoContent content = contentOf(herd, index);
            timer.start();
            const auto [known, isNew] = drawn.try_emplace({content.location, content.night});
            if (isNew)
                known->second = drawLandscape(content.location, seasonAt(content.localTime.date()), content.night);
            const Landscape &landscape = known->second;
            landscapes += timer.restart();
            const QImage picture = drawPhoto(content, landscape);
            photos += timer.restart();
            const QByteArray jpeg = render::encodeJpeg(picture, jpegQuality);
            encoded += timer.elapsed();
            QVERIFY(!jpeg.isEmpty());
            bytes += jpeg.size();
            QBuffer buffer;
            buffer.setData(jpeg);
            QImageReader reader(&buffer, "jpeg");
            QCOMPARE(reader.size(), QSize(1920, 1080));
            QVERIFY(!reader.read().isNull());
            if (index == wanted.first())
                QVERIFY2(drawPhoto(content, landscape) == picture, "the same content gives the same picture");
            if (!folder.isEmpty()) {
                QFile file(folder + QStringLiteral("/trail-%1.jpg").arg(index));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(jpeg) > 0);
            }
        }
        const qint64 n = wanted.size();
        qInfo("landscape %lld ms, photo %lld ms, encoding %lld ms, %lld kB",
              landscapes / static_cast<qint64>(drawn.size()), photos / n, encoded / n,
              static_cast<long long>(bytes / n / 1000));
    }

private:
    static QList<int> samples(const Herd &herd)
    {
        QList<int> found;
        for (const Species species :
             {Species::Buck, Species::Doe, Species::Fawn, Species::Cattle, Species::Pig, Species::Raccoon}) {
            for (const bool night : {false, true}) {
                for (const bool near : {false, true}) {
                    for (size_t i = herd.detections.size() * 6 / 7; i < herd.detections.size(); ++i) {
                        const Detection &detection = herd.detections[i];
                        const bool fits = detection.look.species == species && (detection.pose.scale > 330) == near &&
                                          herd.photos[static_cast<size_t>(detection.photo)].night == night &&
                                          detection.pose.turn < 0.6 && !found.contains(detection.photo);
                        if (fits) {
                            found.append(detection.photo);
                            break;
                        }
                    }
                }
            }
        }
        return found;
    }
};

QTEST_MAIN(TestPictures)
#include "test_pictures.moc"
