// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegreader.h"
#include "core/render/photo/jpegwriter.h"
#include "core/render/photo/photocrops.h"
#include "core/render/photo/photostore.h"
#include "tests/core/render/photos.h"

#include <QBuffer>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::render;

namespace {

std::vector<Crop> cropFile(const QString &path, const std::vector<std::optional<Box>> &boxes, int longest)
{
    PhotoStore store{Settings()};
    return cropPhoto(store, path, {boxes, longest, {}, {}});
}

} // namespace

class TestCrops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cropsEqualAFullDecode_data();
    void cropsEqualAFullDecode();
    void orientationIsHonored_data();
    void orientationIsHonored();
    void boxesAreClipped_data();
    void boxesAreClipped();
    void smallBoxesAreSaidToBeSmall();
    void boxFromJson_data();
    void boxFromJson();
    void damagedOnlyBelowTheDamage();
    void filesThatAreNoPhotos();
    void smallIsNeverEnlarged();
    void encodedCropsAreReadable();

private:
    QString put(const QByteArray &bytes);
    QTemporaryDir m_folder;
    int m_files = 0;
};

QString TestCrops::put(const QByteArray &bytes)
{
    const QString path = m_folder.filePath(QString::number(++m_files));
    return test::writeFile(path, bytes) ? path : QString();
}

void TestCrops::cropsEqualAFullDecode_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<QList<QRectF>>("boxes");
    QTest::addColumn<int>("longest");
    const QImage image = test::scenery({1283, 727}); // no multiple of any block size
    const QByteArray plain = test::jpegOf(image);
    const QList<QRectF> several = {
        {10, 20, 200, 150}, {900, 500, 383, 227}, {640, 100, 120, 300}, {650, 120, 100, 20}, {0, 700, 60, 27}};
    QTest::newRow("one") << plain << QList<QRectF>{{300, 200, 250, 180}} << 300;
    QTest::newRow("whole") << plain << QList<QRectF>{{0, 0, 1283, 727}} << 2000;
    QTest::newRow("several, overlapping, at the edges") << plain << several << 400;
    QTest::newRow("fractions of pixels") << plain << QList<QRectF>{{100.4, 99.7, 50.2, 60.9}} << 300;
    QTest::newRow("shrunk to a half") << plain << QList<QRectF>{{33, 41, 651, 601}} << 300;
    QTest::newRow("shrunk to an eighth") << plain << QList<QRectF>{{0, 0, 1283, 727}} << 128;
    QTest::newRow("shrunk, several") << plain << QList<QRectF>{{0, 0, 640, 600}, {600, 100, 683, 627}} << 150;
    QTest::newRow("progressive") << test::jpegOf(image, 90, true) << several << 200;
    QTest::newRow("gray") << test::jpegOf(image.convertToFormat(QImage::Format_Grayscale8)) << several << 200;
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    QTest::newRow("PNG") << png << several << 200;
    // More than is held at full size for the sake of the small one.
    const QList<QRectF> mixed = QList<QRectF>(12, QRectF(0, 0, 1283, 727)) << QRectF(640, 100, 120, 300);
    QTest::newRow("one small among large") << plain << mixed << 300;
    QTest::newRow("one small among large, PNG") << png << mixed << 300;
}

void TestCrops::cropsEqualAFullDecode()
{
    QFETCH(const QByteArray, photo);
    QFETCH(const QList<QRectF>, boxes);
    QFETCH(const int, longest);
    const QImage whole = QImage::fromData(photo);
    const std::vector<Crop> crops = cropFile(put(photo), {boxes.begin(), boxes.end()}, longest);
    QCOMPARE(crops.size(), static_cast<std::size_t>(boxes.size()));
    for (std::size_t i = 0; i < crops.size(); ++i) {
        QVERIFY(!crops[i].fault);
        const QRect part = boxes[static_cast<qsizetype>(i)].toAlignedRect() & whole.rect();
        QCOMPARE(crops[i].source, part);
        QImage expected = whole.copy(part);
        if (std::max(part.width(), part.height()) > longest)
            expected = expected.scaled(longest, longest, Qt::KeepAspectRatio, Qt::SmoothTransformation);
        const double apart = test::difference(crops[i].image, expected);
        QVERIFY2(apart < 4, qPrintable(QStringLiteral("crop %1: %2").arg(i).arg(apart)));
    }
}

void TestCrops::orientationIsHonored_data()
{
    QTest::addColumn<int>("orientation");
    for (int orientation = 1; orientation <= 8; ++orientation)
        QTest::addRow("%d", orientation) << orientation;
}

void TestCrops::orientationIsHonored()
{
    QFETCH(const int, orientation);
    const QByteArray photo = test::withOrientation(test::jpegOf(test::scenery({400, 240})), orientation);
    const std::vector<Crop> crops = cropFile(put(photo), {QRectF(0, 0, 400, 240), QRectF(10, 5, 200, 100)}, 400);
    QVERIFY(!crops[0].fault);
    // Qt turns the whole picture by itself.
    QBuffer buffer;
    buffer.setData(photo);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    const QImage upright = reader.read();
    QCOMPARE(upright.size(), orientation >= 5 ? QSize(240, 400) : QSize(400, 240));
    QVERIFY(test::difference(crops[0].image, upright) < 2);
    // The box is in pixels as stored, the crop turns with the picture.
    QCOMPARE(crops[1].source, QRect(10, 5, 200, 100));
    QCOMPARE(crops[1].image.size(), orientation >= 5 ? QSize(100, 200) : QSize(200, 100));
}

void TestCrops::boxesAreClipped_data()
{
    QTest::addColumn<QRectF>("box");
    QTest::addColumn<QRect>("source");
    QTest::newRow("over the left and top") << QRectF(-50, -20, 100, 100) << QRect(0, 0, 50, 80);
    QTest::newRow("over the right and bottom") << QRectF(380, 230, 100, 100) << QRect(380, 230, 20, 10);
    QTest::newRow("around all") << QRectF(-1000, -1000, 5000, 5000) << QRect(0, 0, 400, 240);
    QTest::newRow("one pixel") << QRectF(399, 239, 1, 1) << QRect(399, 239, 1, 1);
    QTest::newRow("outside") << QRectF(400, 0, 50, 50) << QRect();
    QTest::newRow("far outside") << QRectF(-900, -900, 50, 50) << QRect();
    QTest::newRow("a hair of it inside") << QRectF(-49.6, 0, 50, 50) << QRect();
    QTest::newRow("outside and small") << QRectF(410, 10, 0.3, 0.3) << QRect();
}

void TestCrops::smallBoxesAreSaidToBeSmall()
{
    const QByteArray photo = test::jpegOf(test::scenery({400, 240}));
    for (const QRectF &box : {QRectF(10, 10, 0.4, 50), QRectF(399.9, 10, 0.3, 0.3), QRectF(0, 0, 50, 0.49)}) {
        const std::vector<Crop> crops = cropFile(put(photo), {box}, 300);
        QCOMPARE(crops[0].fault, std::optional(CropFault::BoxTooSmall));
    }
    QVERIFY(!cropFile(put(photo), {QRectF(10, 10, 0.5, 0.5)}, 300)[0].fault);
}

void TestCrops::boxesAreClipped()
{
    QFETCH(const QRectF, box);
    QFETCH(const QRect, source);
    const std::vector<Crop> crops = cropFile(put(test::jpegOf(test::scenery({400, 240}))), {box}, 300);
    if (source.isNull()) {
        QCOMPARE(crops[0].fault, std::optional(CropFault::OutsidePhoto));
        return;
    }
    QVERIFY(!crops[0].fault);
    QCOMPARE(crops[0].source, source);
    QVERIFY(!crops[0].image.isNull());
}

void TestCrops::boxFromJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("good");
    QTest::newRow("plain") << QByteArray(R"({"x": 1, "y": 2.5, "width": 3, "height": 4})") << true;
    QTest::newRow("negative corner") << QByteArray(R"({"x": -1, "y": -2, "width": 3, "height": 4})") << true;
    QTest::newRow("no width") << QByteArray(R"({"x": 1, "y": 2, "height": 4})") << false;
    QTest::newRow("zero") << QByteArray(R"({"x": 1, "y": 2, "width": 0, "height": 4})") << false;
    QTest::newRow("negative size") << QByteArray(R"({"x": 1, "y": 2, "width": 3, "height": -4})") << false;
    QTest::newRow("text") << QByteArray(R"({"x": "1", "y": 2, "width": 3, "height": 4})") << false;
    QTest::newRow("huge") << QByteArray(R"({"x": 1e300, "y": 2, "width": 3, "height": 4})") << false;
    QTest::newRow("list") << QByteArray("[1, 2, 3, 4]") << false;
    QTest::newRow("null") << QByteArray("null") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestCrops::boxFromJson()
{
    QFETCH(const QByteArray, json);
    QFETCH(const bool, good);
    QCOMPARE(render::boxFromJson(json).has_value(), good);
}

void TestCrops::damagedOnlyBelowTheDamage()
{
    const QByteArray photo = test::jpegOf(test::scenery({800, 600}));
    const std::vector<std::optional<Box>> boxes = {Box(10, 10, 200, 100), Box(300, 450, 200, 140), std::nullopt};
    const std::vector<Crop> crops = cropFile(put(photo.left(photo.size() / 2)), boxes, 300);
    QVERIFY(!crops[0].fault);
    QVERIFY(test::difference(crops[0].image, QImage::fromData(photo).copy(10, 10, 200, 100)) < 2);
    QCOMPARE(crops[1].fault, std::optional(CropFault::PhotoDamaged));
    QCOMPARE(crops[2].fault, std::optional(CropFault::BadBox));
}

void TestCrops::filesThatAreNoPhotos()
{
    const std::vector<std::optional<Box>> boxes = {Box(1, 1, 20, 20), std::nullopt};
    const auto faultOf = [&boxes](const QString &path) { return cropFile(path, boxes, 300)[0].fault; };
    QCOMPARE(faultOf(m_folder.filePath(QStringLiteral("nowhere.jpg"))), std::optional(CropFault::PhotoMissing));
    QCOMPARE(faultOf(m_folder.path()), std::optional(CropFault::PhotoMissing)); // a folder
    QCOMPARE(faultOf(put("not a picture")), std::optional(CropFault::PhotoDamaged));
    QCOMPARE(faultOf(put({})), std::optional(CropFault::PhotoDamaged));
    QCOMPARE(faultOf(put(test::jpegOf(test::scenery({100, 100})).left(30))), std::optional(CropFault::PhotoDamaged));
    QCOMPARE(cropFile(m_folder.filePath(QStringLiteral("nowhere.jpg")), boxes, 300)[1].fault,
             std::optional(CropFault::BadBox));
}

void TestCrops::smallIsNeverEnlarged()
{
    const std::vector<Crop> crops =
        cropFile(put(test::jpegOf(test::scenery({400, 240}))), {Box(10, 10, 40, 30), Box(0, 0, 390, 13)}, 300);
    QCOMPARE(crops[0].image.size(), QSize(40, 30));
    QCOMPARE(crops[1].image.size(), QSize(300, 10));
}

void TestCrops::encodedCropsAreReadable()
{
    const QImage image = test::scenery({301, 187});
    const QByteArray jpeg = encodeJpeg(image, 90);
    QVERIFY(jpeg.startsWith("\xff\xd8"));
    QVERIFY(test::difference(QImage::fromData(jpeg), image) < 4);
    QCOMPARE(encodeJpeg(QImage(), 90), QByteArray());
}

QTEST_GUILESS_MAIN(TestCrops)
#include "test_crops.moc"
