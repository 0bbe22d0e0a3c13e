// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/render/photos.h"
#include "ui/trial/photos/photoloader.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::trial;

/// The trial's photos are read as exports read them: by the same limits, roots and judgment of damage.
class TestTrialPhotos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void upright();
    void shrunkToTheSide();
    void aBreakLeavesWhatIsAbove();
    void damageIsTold();
    void refused();
    void boxesOfEitherUnit();
    void withoutAUsableBox_data();
    void withoutAUsableBox();

private:
    Photo read(const QByteArray &bytes, const QString &name = QStringLiteral("a.jpg"))
    {
        Settings settings;
        settings.imageFolder = m_folder->path();
        settings.photoMegapixels = 20;
        render::PhotoStore store(settings);
        if (!bytes.isEmpty() && !test::writeFile(m_folder->filePath(name), bytes))
            qFatal("can't write the photo");
        return readPhoto(store, QStringLiteral("/mnt/images/") + name, {});
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestTrialPhotos::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestTrialPhotos::upright()
{
    const Photo photo = read(test::withOrientation(test::jpegOf(test::scenery({400, 240})), 6));
    QCOMPARE(photo.image.size(), QSize(240, 400));
    QCOMPARE(photo.toImage.mapRect(QRectF(0, 0, 100, 50)), QRectF(190, 0, 50, 100));
    QVERIFY(!photo.damaged && photo.problem.isEmpty());
}

void TestTrialPhotos::shrunkToTheSide()
{
    const QImage image = test::scenery({4999, 3001});
    for (const QByteArray &bytes : {test::jpegOf(image), test::jpegOf(image, 90, true)}) {
        const Photo photo = read(bytes);
        QVERIFY(std::abs(photo.image.width() - kPhotoSide) < 2);
        QVERIFY(!photo.damaged);
        const QImage expected = image.scaled(photo.image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        const double apart = test::difference(photo.image, expected);
        QVERIFY2(apart < 6, qPrintable(QString::number(apart)));
    }
}

void TestTrialPhotos::aBreakLeavesWhatIsAbove()
{
    const QImage image = test::scenery({1600, 1200});
    const QByteArray whole = test::jpegOf(image, 95);
    const Photo photo = read(whole.left(whole.size() * 3 / 4));
    QVERIFY(photo.damaged);
    QCOMPARE(photo.image.size(), image.size());
    const QRect above(0, 0, 1600, 500);
    QVERIFY(test::difference(photo.image.copy(above), image.copy(above)) < 5);
    QCOMPARE(photo.image.pixelColor(800, 1190), QColor(Qt::gray));
}

void TestTrialPhotos::damageIsTold()
{
    QByteArray bytes = test::jpegOf(test::scenery({1600, 1200}), 95);
    bytes.replace(bytes.size() / 2, 4096, QByteArray(4096, '\0'));
    const Photo photo = read(bytes);
    QVERIFY(!photo.image.isNull());
    QVERIFY(photo.damaged);
}

void TestTrialPhotos::refused()
{
    QVERIFY(read(test::jpegOf(QImage(5000, 4001, QImage::Format_RGB32))).problem.contains(QLatin1String("limit")));
    QVERIFY(read("<svg xmlns='http://www.w3.org/2000/svg'/>").problem.contains(QLatin1String("SVG")));
    QTemporaryDir other;
    QVERIFY(test::writeFile(other.filePath(QStringLiteral("b.jpg")), test::jpegOf(test::scenery({100, 80}))));
    QVERIFY(QFile::link(other.path(), m_folder->filePath(QStringLiteral("disk"))));
    QVERIFY(read({}, QStringLiteral("disk/b.jpg")).problem.contains(QLatin1String("IMAGE_ROOTS")));
    const Photo missing = read({}, QStringLiteral("gone.jpg"));
    QVERIFY(missing.image.isNull() && !missing.problem.isEmpty());
}

/// The same animal, its box in pixels or in fractions of the photo as stored.
void TestTrialPhotos::boxesOfEitherUnit()
{
    const QByteArray level = test::jpegOf(test::scenery({400, 240}));
    for (const QByteArray &bytes :
         {level, test::withOrientation(level, 6), test::jpegOf(test::scenery({4800, 2880}))}) {
        const Photo photo = read(bytes);
        Picture picture;
        picture.box = QRectF(photo.stored.width() / 4.0, photo.stored.height() / 2.0, photo.stored.width() / 8.0,
                             photo.stored.height() / 4.0);
        const QRectF expected = photo.toImage.mapRect(picture.box);
        QCOMPARE(boxInImage(photo, picture), expected);
        const QImage small = thumbnail(photo, picture, {80, 60});
        QCOMPARE(small.size(), QSize(80, 60));
        picture.box = QRectF(0.25, 0.5, 0.125, 0.25);
        picture.unit = render::BoxUnit::Fractions;
        QCOMPARE(boxInImage(photo, picture), expected);
        QVERIFY(test::difference(thumbnail(photo, picture, {80, 60}), small) < 2);
        QCOMPARE(problemOf(photo, picture), QString());
    }
}

void TestTrialPhotos::withoutAUsableBox_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<bool>("fractions");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << QRectF() << false << QStringLiteral("malformed");
    QTest::newRow("of another unit") << QRectF(0.25, 0.5, 0.5, 0.25) << false << QStringLiteral("fractions");
    QTest::newRow("beside the photo") << QRectF(500, 10, 50, 50) << false << QStringLiteral("outside");
    QTest::newRow("a line") << QRectF(10, 10, 50, 0.2) << false << QStringLiteral("half a pixel");
    QTest::newRow("a speck") << QRectF(0.5, 0.5, 1e-6, 1e-6) << true << QStringLiteral("half a pixel");
}

/// It is said and counts as a missing picture; neither the whole photo nor an enlarged corner stands for it.
void TestTrialPhotos::withoutAUsableBox()
{
    QFETCH(const QRectF, box);
    QFETCH(const bool, fractions);
    QFETCH(const QString, problem);
    const Photo photo = read(test::jpegOf(test::scenery({400, 240})));
    Picture picture;
    picture.detection = QUuid::createUuid();
    picture.path = QStringLiteral("/mnt/images/a.jpg");
    picture.box = box;
    picture.unit = fractions ? render::BoxUnit::Fractions : render::BoxUnit::Pixels;
    QVERIFY(boxInImage(photo, picture).isEmpty());
    QVERIFY(thumbnail(photo, picture, {80, 60}).isNull());
    QVERIFY2(problemOf(photo, picture).contains(problem), qPrintable(problemOf(photo, picture)));
    PhotoLoader loader(m_folder->path());
    Picture good = picture;
    good.detection = QUuid::createUuid();
    good.box = QRectF(100, 100, 50, 50);
    good.unit = render::BoxUnit::Pixels;
    QVERIFY(loader.thumbnail(picture, {80, 60}).isNull() && loader.thumbnail(good, {80, 60}).isNull());
    QTRY_VERIFY(loader.isIdle());
    QVERIFY(loader.isMissing(picture));
    QVERIFY(!loader.isMissing(good));
    QVERIFY(loader.thumbnail(picture, {80, 60}).isNull() && loader.isIdle()); // and isn't tried again and again
    QCOMPARE(loader.thumbnail(good, {80, 60}).size(), QSize(80, 60));
}

QTEST_GUILESS_MAIN(TestTrialPhotos)
#include "test_photos.moc"
