// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/render/photos.h"
#include "ui/trial/photos/photo.h"

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

QTEST_GUILESS_MAIN(TestTrialPhotos)
#include "test_photos.moc"
