// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegreader.h"
#include "core/render/photo/photocrops.h"
#include "tests/core/render/photos.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>
#include <cstdio>
#include <functional>
#include <jpeglib.h>
#include <tiffio.h>

using namespace herdbook;
using namespace herdbook::render;

namespace {

enum Verdict { Good, Flagged, Lost, FlaggedOrLost, Any };

/// A JPEG with restart markers after so many MCUs.
QByteArray withRestarts(const QImage &image, unsigned interval)
{
    return test::jpegTuned(image, 92, [interval](jpeg_compress_struct &codec) { codec.restart_interval = interval; });
}

/// A ramp of grays. Codes are as wide as bytes, as the table begins anew before it needs wider ones.
QByteArray gifOf(int width, int height)
{
    constexpr char Clear = '\x80', End = '\x81';
    const auto number = [](int value) {
        QByteArray bytes(2, '\0');
        qToLittleEndian(static_cast<quint16>(value), bytes.data());
        return bytes;
    };
    QByteArray gif = "GIF89a" + number(width) + number(height) + QByteArray("\xe6\0\0", 3);
    for (int gray = 0; gray < 128; ++gray)
        gif += QByteArray(3, static_cast<char>(2 * gray));
    gif += QByteArray(",\0\0\0\0", 5) + number(width) + number(height) + QByteArray("\0\x07", 2);
    QByteArray codes;
    for (int i = 0; i < width * height; ++i) {
        if (i % 100 == 0)
            codes += Clear;
        codes += static_cast<char>(i % width * 128 / width);
    }
    codes += End;
    for (qsizetype at = 0; at < codes.size(); at += 255) {
        const QByteArray piece = codes.mid(at, 255);
        gif += static_cast<char>(piece.size());
        gif += piece;
    }
    return gif + QByteArray("\0;", 2);
}

QByteArray overwritten(QByteArray bytes, double at, const QByteArray &by)
{
    return bytes.replace(static_cast<qsizetype>(at * static_cast<double>(bytes.size())), by.size(), by);
}

/// Each color in a scan of its own.
QByteArray inScans(const QImage &image)
{
    static const jpeg_scan_info scans[] = {{1, {0}, 0, 63, 0, 0}, {1, {1}, 0, 63, 0, 0}, {1, {2}, 0, 63, 0, 0}};
    return test::jpegTuned(image, 92, [](jpeg_compress_struct &codec) {
        codec.scan_info = scans;
        codec.num_scans = static_cast<int>(std::size(scans));
    });
}

QByteArray withoutLastScan(const QByteArray &jpeg)
{
    return jpeg.left(jpeg.lastIndexOf("\xff\xda"));
}

QByteArray noise(qsizetype size)
{
    QByteArray bytes(size, '\0');
    quint32 state = 12345;
    for (char &byte : bytes) {
        state = state * 1664525 + 1013904223;
        byte = static_cast<char>(state >> 24);
    }
    return bytes;
}

} // namespace

class TestDamage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds_data();
    void kinds();
    void aGoodCropIsThePictureItself();
    void everyPlaceOfABadSectorIsFound_data();
    void everyPlaceOfABadSectorIsFound();
    void swappedPiecesAreSeldomMissed();
    void lostSectorsWithoutSums_data();
    void lostSectorsWithoutSums();
    void aCropAloneInLostData_data();
    void aCropAloneInLostData();
    void soundWithoutSums_data();
    void soundWithoutSums();
    void brokenFrames_data();
    void brokenFrames();
    void stripsThatAllUnpackToMuch();
};

void TestDamage::kinds_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<int>("top");    // a crop of the first rows
    QTest::addColumn<int>("bottom"); // a crop of the last rows
    const QImage image = test::scenery({1600, 1200});
    const QByteArray plain = test::jpegOf(image, 92);
    const QByteArray progressive = test::jpegOf(image, 92, true);
    const QByteArray rows = withRestarts(image, 100); // one restart a row of blocks
    const QByteArray sector(4096, '\0');
    const auto half = [](const QByteArray &bytes) { return bytes.left(bytes.size() / 2); };
    QTest::newRow("whole") << plain << int(Good) << int(Good);
    QTest::newRow("whole, progressive") << progressive << int(Good) << int(Good);
    QTest::newRow("whole, restarts") << rows << int(Good) << int(Good);
    QTest::newRow("1 a bad sector, 4 KiB of zeros")
        << overwritten(plain, 0.5, sector) << int(Good) << int(FlaggedOrLost);
    QTest::newRow("2 a sector of 512 zeros")
        << overwritten(plain, 0.5, sector.left(512)) << int(Good) << int(FlaggedOrLost);
    QTest::newRow("3 a sector of 0xff") << overwritten(plain, 0.5, QByteArray(4096, '\xff')) << int(Good)
                                        << int(FlaggedOrLost);
    QTest::newRow("4 a sector of something else")
        << overwritten(plain, 0.5, noise(4096)) << int(Good) << int(FlaggedOrLost);
    QTest::newRow("5 cut off in the middle") << half(plain) << int(Good) << int(Lost);
    QTest::newRow("6 only the end mark is missing") << plain.chopped(2) << int(Good) << int(Good);
    QTest::newRow("7 a piece is missing")
        << QByteArray(plain).remove(plain.size() / 2, 4096) << int(Any) << int(FlaggedOrLost);
    QTest::newRow("8 progressive without its last bytes") << progressive.chopped(300) << int(Good) << int(Flagged);
    QTest::newRow("9 progressive, most of it cut off")
        << progressive.left(progressive.size() / 4) << int(Flagged) << int(Flagged);
    QTest::newRow("10 progressive, 4 KiB of zeros")
        << overwritten(progressive, 0.9, sector) << int(Good) << int(Flagged);
    QTest::newRow("11 restarts bound it") << overwritten(rows, 0.5, sector) << int(Good) << int(Good);
    QTest::newRow("12 junk after the end") << plain + noise(5000) << int(Good) << int(Good);
    QTest::newRow("13 padding before the end")
        << plain.chopped(2) + QByteArray(64, '\0') + plain.right(2) << int(Good) << int(Good);
    QTest::newRow("14 the head is gone") << overwritten(plain, 0, sector) << int(Lost) << int(Lost);
    const QByteArray endMark("\xff\xd9");
    QTest::newRow("19 progressive, its last scan cut out")
        << withoutLastScan(progressive) + endMark << int(Flagged) << int(Flagged);
    const QByteArray scans = inScans(image);
    QTest::newRow("whole, a scan for each color") << scans << int(Good) << int(Good);
    QTest::newRow("20 a color cut off") << withoutLastScan(scans) << int(Flagged) << int(Flagged);
    QTest::newRow("21 a color cut out") << withoutLastScan(scans) + endMark << int(Flagged) << int(Flagged);
    const QByteArray arithmetic =
        test::jpegTuned(image, 92, [](jpeg_compress_struct &codec) { codec.arith_code = TRUE; });
    QTest::newRow("whole, arithmetic coding") << arithmetic << int(Good) << int(Good);
    QTest::newRow("22 arithmetic coding, cut off") << half(arithmetic) << int(Good) << int(Lost);
    QTest::newRow("23 arithmetic coding, 4 KiB of zeros")
        << overwritten(arithmetic, 0.5, sector) << int(Any) << int(FlaggedOrLost);
    QTest::newRow("24 zeros over the steps of brightness")
        << QByteArray(plain).replace(plain.indexOf("\xff\xdb") + 20, 30, QByteArray(30, '\0')) << int(Lost)
        << int(Lost);
    const QByteArray png = test::savedAs(image, "PNG");
    // How the photo is turned may have stood behind the picture.
    QTest::newRow("15 PNG, cut off") << half(png) << int(Flagged) << int(Lost);
    const QByteArray bmp = test::savedAs(image, "BMP");
    QTest::newRow("17 BMP, cut off") << half(bmp) << int(Flagged) << int(Flagged);
    const QByteArray gif = gifOf(1600, 1200);
    QTest::newRow("whole, GIF") << gif << int(Good) << int(Good);
    QTest::newRow("18 GIF, cut off") << half(gif) << int(FlaggedOrLost) << int(FlaggedOrLost);
    // Sound, though they look as damage might.
    const auto plainly = [](const QColor &color) {
        QImage one(1600, 1200, QImage::Format_RGB32);
        one.fill(color);
        return one;
    };
    for (const QColor &color : {QColor(Qt::black), QColor(Qt::white), QColor(Qt::red)}) {
        QTest::addRow("sound, all %s", qPrintable(color.name()))
            << test::jpegOf(plainly(color)) << int(Good) << int(Good);
        QTest::addRow("sound, all %s, progressive", qPrintable(color.name()))
            << test::jpegOf(plainly(color), 92, true) << int(Good) << int(Good);
        QTest::addRow("sound, all %s, restarts", qPrintable(color.name()))
            << withRestarts(plainly(color), 100) << int(Good) << int(Good);
        QTest::addRow("sound, all %s, a restart each block", qPrintable(color.name()))
            << withRestarts(plainly(color), 1) << int(Good) << int(Good);
    }
    QImage night = plainly(QColor(6, 6, 6));
    for (int y = 1100; y < 1180; ++y)
        std::fill_n(reinterpret_cast<QRgb *>(night.scanLine(y)), 1600, 0xffffffff); // the stamp's strip
    QTest::newRow("sound, a night photo") << test::jpegOf(night, 80) << int(Good) << int(Good);
    const qsizetype piece = png.indexOf("IDAT", png.size() / 2); // of 8 KiB
    QTest::newRow("16 PNG, 4 KiB of zeros")
        << QByteArray(png).replace(piece + 2048, 4096, sector) << int(Good) << int(FlaggedOrLost);
    QTest::newRow("25 PNG, 4 KiB of zeros over a chunk's head")
        << QByteArray(png).replace(piece - 2048, 4096, sector) << int(Flagged) << int(FlaggedOrLost);
}

void TestDamage::kinds()
{
    QFETCH(const QByteArray, photo);
    QFETCH(const int, top);
    QFETCH(const int, bottom);
    CropOrder order;
    order.boxes = {Box(100, 8, 400, 100), Box(900, 1080, 400, 110)};
    const std::vector<Crop> crops = cropPhoto(photo, order);
    const auto check = [](const Crop &crop, int wanted) {
        const bool lost = crop.fault == CropFault::PhotoDamaged;
        const bool flagged = crop.damaged && !crop.fault && !crop.image.isNull();
        const bool good = !crop.damaged && !crop.fault && !crop.image.isNull();
        return wanted == Any || (wanted == Good      ? good
                                 : wanted == Lost    ? lost
                                 : wanted == Flagged ? flagged
                                                     : (lost || flagged));
    };
    const auto words = [](const Crop &crop) {
        return QStringLiteral("fault %1, damaged %2: %3")
            .arg(crop.fault ? wireName(*crop.fault) : QStringLiteral("none"))
            .arg(crop.damaged)
            .arg(crop.why);
    };
    QVERIFY2(check(crops[0], top), qPrintable(QStringLiteral("top: ") + words(crops[0])));
    QVERIFY2(check(crops[1], bottom), qPrintable(QStringLiteral("bottom: ") + words(crops[1])));
}

void TestDamage::aGoodCropIsThePictureItself()
{
    // What isn't flagged must be what the whole photo shows there.
    const QImage image = test::scenery({1600, 1200});
    const QByteArray plain = test::jpegOf(image, 92);
    const QImage whole = QImage::fromData(plain);
    int good = 0, flagged = 0;
    for (int row = 0; row < 1200; row += 60) {
        CropOrder order;
        order.boxes = {Box(0, row, 1600, 60)};
        order.longest = 1600;
        const Crop crop = cropPhoto(overwritten(plain, 0.4, QByteArray(4096, '\0')), order).front();
        if (crop.damaged)
            ++flagged;
        else if (++good; test::difference(crop.image, whole.copy(0, row, 1600, 60)) > 2)
            QFAIL(qPrintable(QStringLiteral("rows from %1 are not the photo's, and pass as good").arg(row)));
    }
    QVERIFY(good >= 5);
    QVERIFY(flagged >= 8);
}

void TestDamage::everyPlaceOfABadSectorIsFound_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("damage");
    QTest::addColumn<double>("at");
    const char *kinds[] = {"baseline", "progressive", "restarts"};
    const char *damages[] = {"zeros", "0xff", "noise", "a piece missing", "a piece twice", "pieces swapped"};
    for (int kind = 0; kind < 3; ++kind) {
        for (int damage = 0; damage < 6; ++damage) {
            for (int i = 1; i < 10; i += 2)
                QTest::addRow("%s, %s, at %d", kinds[kind], damages[damage], i) << kind << damage << i / 10.0;
        }
    }
}

void TestDamage::everyPlaceOfABadSectorIsFound()
{
    QFETCH(const int, kind);
    QFETCH(const int, damage);
    QFETCH(const double, at);
    const QImage image = test::scenery({960, 720}, static_cast<quint32>(kind) + 7);
    const QByteArray photo = kind == 0   ? test::jpegOf(image, 92)
                             : kind == 1 ? test::jpegOf(image, 80, true)
                                         : withRestarts(image, 60);
    const QImage whole = QImage::fromData(photo);
    const auto place = static_cast<qsizetype>(at * static_cast<double>(photo.size()));
    const QByteArray broken = damage == 0   ? overwritten(photo, at, QByteArray(4096, '\0'))
                              : damage == 1 ? overwritten(photo, at, QByteArray(4096, '\xff'))
                              : damage == 2 ? overwritten(photo, at, noise(4096))
                              : damage == 3 ? QByteArray(photo).remove(place, 2048)
                              : damage == 4 ? QByteArray(photo).insert(place, photo.mid(place, 2048))
                                            : QByteArray(photo)
                                                  .replace(place, 4096, photo.mid(photo.size() / 4, 4096))
                                                  .replace(photo.size() / 4, 4096, photo.mid(place, 4096));
    CropOrder order;
    order.longest = 960;
    for (int row = 0; row < 720; row += 48)
        order.boxes.push_back(Box(0, row, 960, 48));
    const std::vector<Crop> crops = cropPhoto(broken, order);
    for (const Crop &crop : crops) {
        if (crop.damaged || crop.fault)
            continue;
        const double apart = test::difference(crop.image, whole.copy(crop.source));
        QVERIFY2(
            apart < 1,
            qPrintable(
                QStringLiteral("rows from %1 are wrong by %2 and pass as good").arg(crop.source.top()).arg(apart)));
    }
}

void TestDamage::swappedPiecesAreSeldomMissed()
{
    // The codes soon are in step again, and as many blocks are there as before: only where the pieces meet something may be wrong.
    const QByteArray photo = test::jpegOf(test::scenery({960, 720}, 3), 92);
    CropOrder order;
    order.longest = 960;
    for (int row = 0; row < 720; row += 48)
        order.boxes.push_back(Box(0, row, 960, 48));
    const std::vector<Crop> whole = cropPhoto(photo, order);
    int all = 0, missed = 0;
    for (qsizetype one = 4096; one + 8192 < photo.size(); one += 8192) {
        const qsizetype other = one + 4096;
        const QByteArray broken =
            photo.left(one) + photo.mid(other, 4096) + photo.mid(one, 4096) + photo.mid(other + 4096);
        const std::vector<Crop> crops = cropPhoto(broken, order);
        bool silent = false;
        for (std::size_t i = 0; i < crops.size(); ++i)
            silent = silent ||
                     (!crops[i].damaged && !crops[i].fault && test::difference(crops[i].image, whole[i].image) > 1);
        ++all;
        missed += silent ? 1 : 0;
    }
    QVERIFY(all >= 8 && 5 * missed <= all);
}

namespace {

/// Files whose pixels have no sums, or none that their library looks at.
QByteArray withoutSums(const QImage &image, int format)
{
    switch (format) {
    case 0:
        return test::savedAs(image, "BMP");
    case 1:
        return test::savedAs(image.convertToFormat(QImage::Format_Grayscale8), "BMP");
    case 2:
        return test::tiffOf(image, COMPRESSION_NONE, false);
    case 3:
        return test::tiffOf(image, COMPRESSION_NONE, false, 1, 1200);
    case 4:
        return test::tiffOf(image, COMPRESSION_NONE, true);
    case 5:
        return test::tiffOf(image, COMPRESSION_LZW, false);
    case 6:
        return test::tiffOf(image, COMPRESSION_PACKBITS, true);
    case 7:
        return test::tiffOf(image, COMPRESSION_ADOBE_DEFLATE, false, 1, 100);
    case 8:
        return test::webpOf(image, false);
    case 9:
        return test::webpOf(image, false, 40);
    default:
        return test::webpOf(image, true);
    }
}

const char *const WithoutSums[] = {"BMP",         "BMP, gray",    "TIFF",           "TIFF, one strip",
                                   "TIFF, tiles", "TIFF, LZW",    "TIFF, PackBits", "TIFF, deflate",
                                   "WebP",        "WebP, coarse", "WebP, lossless"};

/// Slices of the whole photo at its own size.
std::vector<Crop> slicesOf(const QByteArray &photo, const QSize &size)
{
    CropOrder order;
    order.longest = size.width();
    for (int row = 0; row < size.height(); row += 20)
        order.boxes.push_back(Box(0, row, size.width(), 20));
    return cropPhoto(photo, order);
}

} // namespace

void TestDamage::lostSectorsWithoutSums_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("damage");
    const char *damages[] = {"4096, aligned",  "512, aligned",   "4096, anywhere", "0xff, aligned",
                             "8192, anywhere", "the last third", "cut in half",    "cut by 100"};
    for (int format = 0; format < 11; ++format) {
        for (int damage = 0; damage < 8; ++damage)
            QTest::addRow("%s, %s", WithoutSums[format], damages[damage]) << format << damage;
    }
}

void TestDamage::lostSectorsWithoutSums()
{
    QFETCH(const int, format);
    QFETCH(const int, damage);
    const QSize size(601, 400);
    const QByteArray photo = withoutSums(test::scenery(size, 5), format);
    const std::vector<Crop> whole = slicesOf(photo, size);
    for (const double place : {0.1, 0.37, 0.85}) {
        const auto anywhere = static_cast<qsizetype>(place * static_cast<double>(photo.size()));
        const qsizetype aligned = anywhere / 512 * 512;
        QByteArray broken = photo;
        switch (damage) {
        case 0:
            broken.replace(aligned, 4096, QByteArray(4096, '\0'));
            break;
        case 1:
            broken.replace(aligned, 512, QByteArray(512, '\0'));
            break;
        case 2:
            broken.replace(anywhere, 4096, QByteArray(4096, '\0'));
            break;
        case 3:
            broken.replace(aligned, 1024, QByteArray(1024, '\xff'));
            break;
        case 4:
            broken.replace(anywhere, 8192, QByteArray(8192, '\0'));
            break;
        case 5:
            broken.replace(photo.size() * 2 / 3, photo.size(), QByteArray(photo.size() - photo.size() * 2 / 3, '\0'));
            break;
        case 6:
            broken.truncate(photo.size() / 2);
            break;
        default:
            broken.chop(100);
        }
        broken.truncate(photo.size());
        const std::vector<Crop> crops = slicesOf(broken, size);
        for (std::size_t i = 0; i < crops.size(); ++i) {
            if (!crops[i].damaged && !crops[i].fault && crops[i].image != whole[i].image)
                QFAIL(qPrintable(
                    QStringLiteral("at %1: rows from %2 are wrong and pass as good").arg(place).arg(20 * i)));
        }
    }
}

/// An uncompressed TIFF in one strip whose directory stands before the pixels: a file cut short is still opened.
static QByteArray directoryFirst(const QImage &image)
{
    const QImage rgb = image.convertToFormat(QImage::Format_RGB888);
    const int width = rgb.width(), height = rgb.height();
    const std::array<std::array<int, 2>, 8> fields{{{256, width},
                                                    {257, height},
                                                    {258, 8},
                                                    {262, 2},
                                                    {273, 128},
                                                    {277, 3},
                                                    {278, height},
                                                    {279, 3 * width * height}}};
    QByteArray file("II*\0\x08\0\0\0\x08\0", 10);
    const auto number = [&file](qsizetype value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            file += static_cast<char>(value >> (8 * i));
    };
    for (const auto &[tag, value] : fields) {
        number(tag, 2);
        number(4, 2); // LONG
        number(1, 4);
        number(value, 4);
    }
    file.append(128 - file.size(), '\0');
    for (int y = 0; y < height; ++y)
        file.append(reinterpret_cast<const char *>(rgb.constScanLine(y)), qsizetype{3} * width);
    return file;
}

/// Crops that lie wholly within a lost run, cut from the photo by themselves: what they lack begins and ends elsewhere.
void TestDamage::aCropAloneInLostData_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<int>("damage");
    const char *damages[] = {"the rest", "1 MB", "0xff", "the rest, anywhere", "800 kB, anywhere", "a piece missing"};
    for (int format = 0; format < 6; ++format) {
        for (int damage = 0; damage < 6; ++damage)
            QTest::addRow("%s, %s", format < 5 ? WithoutSums[format] : "TIFF, directory first", damages[damage])
                << format << damage;
    }
}

void TestDamage::aCropAloneInLostData()
{
    QFETCH(const int, format);
    QFETCH(const int, damage);
    const QSize size(960, 720);
    const QByteArray photo =
        format < 5 ? withoutSums(test::scenery(size, 5), format) : directoryFirst(test::scenery(size, 5));
    const qsizetype aligned = photo.size() * 2 / 5 / 4096 * 4096;
    const qsizetype anywhere = photo.size() * 2 / 5;
    const qsizetype fewPixels = 54 + 288 * 2880 - 33; // where a BMP's line has 11 pixels left
    const qsizetype end = std::min<qsizetype>(
        photo.size(), format < 2 || format == 5 ? photo.size() : 8 + 960 * 720 * 3); // a TIFF's directory follows
    const auto lose = [&photo, end](qsizetype from, qsizetype count, char fill) {
        const qsizetype lost = std::min(count, end - from);
        return QByteArray(photo).replace(from, lost, QByteArray(lost, fill));
    };
    const qsizetype unaligned = format == 0 ? fewPixels : anywhere;
    const QByteArray broken = damage == 0   ? lose(aligned, photo.size(), '\0')
                              : damage == 1 ? lose(aligned, photo.size() / 2 / 4096 * 4096, '\0')
                              : damage == 2 ? lose(aligned, photo.size(), '\xff')
                              : damage == 3 ? lose(unaligned, photo.size(), '\0')
                              : damage == 4 ? lose(unaligned, photo.size() * 2 / 5, '\0')
                                            : QByteArray(photo).remove(aligned, 4096);
    for (const Box &box : {Box(40, 30, 250, 180), Box(300, 240, 250, 180), Box(600, 500, 250, 180)}) {
        const Crop whole = cropPhoto(photo, {{box}, 250, {}, {}}).front();
        const Crop crop = cropPhoto(broken, {{box}, 250, {}, {}}).front();
        QVERIFY(!whole.damaged && !whole.fault);
        QVERIFY2(crop.damaged || crop.fault || crop.image == whole.image,
                 qPrintable(QStringLiteral("from row %1: wrong and passes as good").arg(box.top())));
    }
}

void TestDamage::soundWithoutSums_data()
{
    QTest::addColumn<int>("format");
    for (int format = 0; format < 11; ++format)
        QTest::addRow("%s", WithoutSums[format]) << format;
}

void TestDamage::soundWithoutSums()
{
    QFETCH(const int, format);
    const QSize size(800, 300);
    QList<QPair<QString, QImage>> pictures;
    const auto draw = [&](const QString &name, const QColor &ground,
                          const std::function<void(QImage &, int, int)> &each) {
        QImage image(size, QImage::Format_RGB32);
        image.fill(ground);
        for (int y = 0; y < size.height(); ++y) {
            for (int x = 0; x < size.width(); ++x)
                each(image, x, y);
        }
        pictures.append({name, image});
    };
    for (const QColor &color : {QColor(Qt::black), QColor(Qt::white), QColor(Qt::red)})
        draw(color.name(), color, [](QImage &, int, int) {});
    draw(QStringLiteral("stripes"), Qt::white, [](QImage &image, int x, int y) {
        if (y % 2 == 0)
            image.setPixel(x, y, qRgb(0, 0, 0));
    });
    draw(QStringLiteral("bars"), Qt::black, [](QImage &image, int x, int y) {
        if (x / 180 % 2 == 0 && y / 75 % 2 == 0)
            image.setPixel(x, y, qRgb(255, 255, 255));
    });
    draw(QStringLiteral("round"), Qt::black, [](QImage &image, int x, int y) {
        if (std::hypot(x - 400, y - 150) < 145)
            image.setPixel(x, y, qRgb(90 + x % 50, 120, 60 + y % 70));
    });
    draw(QStringLiteral("night, clipped"), Qt::black, [](QImage &image, int x, int y) {
        const int light =
            std::max(0, 40 - static_cast<int>(std::hypot(x - 350, y - 140) / 4.5)) + (x * 7 + y * 13) % 5 - 4;
        image.setPixel(x, y, qRgb(std::max(0, light), std::max(0, light), std::max(0, light)));
    });
    QImage stamped = test::scenery(size);
    for (int y = 260; y < 300; ++y) {
        for (int x = 0; x < size.width(); ++x)
            stamped.setPixel(
                x, y, y > 266 && y < 294 && x > 30 && x < 450 && x / 9 % 2 == 0 ? qRgb(255, 255, 255) : qRgb(0, 0, 0));
    }
    pictures.append({QStringLiteral("a stamp"), stamped});
    QImage framed = test::scenery(size);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x) {
            if (std::min({x, y, size.width() - 1 - x, size.height() - 1 - y}) < 12)
                framed.setPixel(x, y, qRgb(0, 0, 0));
        }
    }
    pictures.append({QStringLiteral("a frame"), framed});
    QImage lined = test::scenery(size);
    for (int x = 50; x < 750; ++x)
        lined.setPixel(x, 151, qRgb(0, 0, 0));
    pictures.append({QStringLiteral("a thin line"), lined});
    for (const auto &[name, image] : std::as_const(pictures)) {
        for (const Crop &crop : slicesOf(withoutSums(image, format), size))
            QVERIFY2(!crop.fault && !crop.damaged, qPrintable(name + u' ' + QString::number(crop.source.top())));
    }
}

void TestDamage::brokenFrames_data()
{
    QTest::addColumn<QByteArray>("photo");
    const QImage image = test::scenery({400, 300});
    QByteArray gif = gifOf(400, 300);
    QTest::newRow("GIF, a sector of zeros") << overwritten(gif, 0.5, QByteArray(512, '\0'));
    // An ICC profile that isn't one, and one longer than the file says.
    const QByteArray webp = test::webpOf(image, false);
    const auto extended = [&](const QByteArray &icc) -> QByteArray {
        const auto number = [](qsizetype value, int bytes) {
            QByteArray le(4, '\0');
            qToLittleEndian(static_cast<quint32>(value), le.data());
            return le.left(bytes);
        };
        const QByteArray body = "WEBPVP8X" + number(10, 4) + QByteArray("\x20\0\0\0", 4) + number(399, 3) +
                                number(299, 3) + "ICCP" + number(icc.size(), 4) + icc + webp.mid(12);
        return "RIFF" + number(body.size(), 4) + body;
    };
    QByteArray icc(400, '\0');
    qToBigEndian<quint32>(400, icc.data());
    icc.replace(36, 4, "acsp");
    const std::vector<Crop> sound = cropPhoto(extended(icc), {{Box(0, 0, 400, 300)}, 300, {}, {}});
    QVERIFY2(!sound.front().fault && !sound.front().damaged, qPrintable(sound.front().why));
    QTest::newRow("WebP, the profile is zeros") << extended(QByteArray(400, '\0'));
    qToBigEndian<quint32>(4000, icc.data());
    QTest::newRow("WebP, the profile is cut") << extended(icc);
    QByteArray longer = webp;
    qToLittleEndian(qFromLittleEndian<quint32>(longer.constData() + 16) + 5000, longer.data() + 16);
    QTest::newRow("WebP, a chunk longer than the file") << longer;
    // A strip that is said to lie beyond the file, or in its head.
    QByteArray tiff = test::tiffOf(image, COMPRESSION_NONE, false, 1, 300);
    const qsizetype tag =
        tiff.indexOf(QByteArray("\x11\x01\x04\0\x01\0\0\0", 8), qFromLittleEndian<quint32>(tiff.constData() + 4));
    QVERIFY(tag > 0);
    qToLittleEndian<quint32>(0, tiff.data() + tag + 8);
    QTest::newRow("TIFF, no place for its strip") << tiff;
}

void TestDamage::brokenFrames()
{
    QFETCH(const QByteArray, photo);
    const Crop crop = cropPhoto(photo, {{Box(0, 0, 400, 300)}, 300, {}, {}}).front();
    QVERIFY(crop.damaged || crop.fault == CropFault::PhotoDamaged);
}

/// A TIFF 16 pixels wide whose strips, a row each, are all the same 16 MB of deflated zeros.
static QByteArray stripsOfOnePlace(quint32 strips)
{
    constexpr quint32 ListsAt = 128;
    const QByteArray zeros = qCompress(QByteArray(16 << 20, '\0')).mid(4); // without the length that Qt puts before
    const std::array<std::array<quint32, 3>, 9> fields{{{256, 1, 16},
                                                        {257, 1, strips},
                                                        {258, 1, 8},
                                                        {259, 1, COMPRESSION_ADOBE_DEFLATE},
                                                        {262, 1, 2},
                                                        {273, strips, ListsAt},
                                                        {277, 1, 3},
                                                        {278, 1, 1},
                                                        {279, strips, ListsAt + 4 * strips}}};
    QByteArray file("II*\0\x08\0\0\0\x09\0", 10);
    const auto number = [&file](quint32 value, int bytes) {
        for (int i = 0; i < bytes; ++i)
            file += static_cast<char>(value >> (8 * i));
    };
    for (const auto &[tag, count, value] : fields) {
        number(tag, 2);
        number(4, 2); // LONG
        number(count, 4);
        number(value, 4);
    }
    file.append(ListsAt - file.size(), '\0');
    for (quint32 i = 0; i < strips; ++i)
        number(ListsAt + 8 * strips, 4);
    for (quint32 i = 0; i < strips; ++i)
        number(static_cast<quint32>(zeros.size()), 4);
    return file + zeros;
}

void TestDamage::stripsThatAllUnpackToMuch()
{
    QElapsedTimer timer;
    timer.start();
    const Crop crop = cropPhoto(stripsOfOnePlace(20'000), {{Box(0, 0, 16, 20'000)}, 300, {}, {}}).front();
    QVERIFY(!crop.fault && crop.damaged);
    QVERIFY2(timer.elapsed() < 30'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(TestDamage)
#include "test_damage.moc"
