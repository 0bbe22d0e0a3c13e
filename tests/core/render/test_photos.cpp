// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photocrops.h"
#include "core/render/photo/photosinhand.h"
#include "core/render/photo/photostore.h"
#include "tests/core/render/photos.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>
#include <QtEndian>

#include <cstdio>
#include <future>
#include <jpeglib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <thread>
#include <tiffio.h>
#include <unistd.h>
#include <zlib.h>

using namespace herdbook;
using namespace herdbook::render;
using namespace std::chrono_literals;

namespace {

/// With a chunk `eXIf`, after the header or elsewhere.
QByteArray withExif(const QByteArray &png, char orientation, qsizetype at = 33)
{
    QByteArray exif("MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0", 19);
    exif += orientation;
    exif += QByteArray("\0\0\0\0\0\0", 6);
    QByteArray chunk = "eXIf" + exif;
    QByteArray number(4, '\0');
    qToBigEndian(static_cast<quint32>(exif.size()), number.data());
    QByteArray sum(4, '\0');
    qToBigEndian(static_cast<quint32>(
                     crc32(0, reinterpret_cast<const uchar *>(chunk.constData()), static_cast<uInt>(chunk.size()))),
                 sum.data());
    return png.left(at) + number + chunk + sum + png.mid(at);
}

/// The height stands after the picture.
QByteArray withHeightAtTheEnd(QByteArray jpeg)
{
    const QByteArray height = jpeg.mid(jpeg.indexOf("\xff\xc0") + 5, 2);
    jpeg.replace(jpeg.indexOf("\xff\xc0") + 5, 2, QByteArray(2, '\0'));
    return jpeg.insert(jpeg.size() - 2, QByteArray("\xff\xdc\0\4", 4) + height);
}

/// A JPEG's head that claims a size, with a little data.
QByteArray claiming(bool progressive, quint16 width, quint16 height)
{
    QByteArray jpeg = test::jpegOf(test::scenery({16, 16}), 90, progressive);
    const qsizetype frame = jpeg.indexOf(progressive ? "\xff\xc2" : "\xff\xc0");
    qToBigEndian(height, jpeg.data() + frame + 5);
    qToBigEndian(width, jpeg.data() + frame + 7);
    return jpeg;
}

/// Progressive, with as much color as brightness (4:4:4): 300 MB of coefficients in 50 megapixels.
QByteArray fullColor(const QImage &image)
{
    return test::jpegTuned(image, 90, [](jpeg_compress_struct &codec) {
        jpeg_simple_progression(&codec);
        codec.comp_info[0].h_samp_factor = codec.comp_info[0].v_samp_factor = 1;
    });
}

qint64 peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Megabytes that the work takes at its peak; -1 when it fails. The test's own pictures count in this process's peak: a child tells.
qint64 grownBy(const std::function<bool()> &work)
{
    // Qt scales on threads of a pool, which a child would wait for in vain.
    QThreadPool::globalInstance()->waitForDone();
    int ends[2];
    if (pipe(ends) != 0)
        return -1;
    const pid_t child = fork();
    if (child == 0) {
        const qint64 before = peakMegabytes();
        const qint64 grown = work() ? peakMegabytes() - before : -1;
        (void)!write(ends[1], &grown, sizeof grown);
        _exit(0);
    }
    close(ends[1]);
    qint64 grown = -1;
    (void)!read(ends[0], &grown, sizeof grown);
    close(ends[0]);
    return grown;
}

} // namespace

class TestPhotos : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // First: a reading helper that is free already would hide what these are about.
    void aFolderThatCantBeListedIsNoWayOut();
    void helpersEndWithTheProcessAlone();
    void whatTheMachineLacksIsNoPhotosFault();
    void formats_data();
    void formats();
    void refusedByName_data();
    void refusedByName();
    void tooLarge_data();
    void tooLarge();
    void largePhotosStayWithinMemory();
    void aSmallBoxBesideLargeOnes();
    void orientationOfOtherFormats();
    void anOrientationThatIsLost();
    void anOrientationBehindThePicture();
    void bitmapsOverQtsLimit();
    void fractions();
    void disk_data();
    void disk();
    void linksToRoots();
    void linksToDisksThatAreNotMounted_data();
    void linksToDisksThatAreNotMounted();
    void silentDisk();
    void silentFoldersAreNotAll();
    void stopWhileWaiting();
    void otherPhotosGoOn();
    void whatWasInHandAtAnEndIsReadAlone();

private:
    QTemporaryDir m_folder;
};

// Who may enter a folder can read what it knows the name of.
void TestPhotos::aFolderThatCantBeListedIsNoWayOut()
{
    QTemporaryDir folder;
    const QString images = folder.filePath(QStringLiteral("images"));
    QVERIFY(QDir().mkpath(images));
    QVERIFY(test::writeFile(images + QStringLiteral("/a.jpg"), test::jpegOf(test::scenery({100, 80}))));
    QVERIFY(chmod(qPrintable(folder.path()), 0711) == 0 &&
            chmod(qPrintable(images + QStringLiteral("/a.jpg")), 0644) == 0);
    QVERIFY(chmod(qPrintable(images), geteuid() == 0 ? 0711 : 0311) == 0);
    Settings settings;
    settings.imageFolder = images;
    const pid_t child = fork(); // as somebody who isn't root
    if (child == 0) {
        const bool other = geteuid() != 0 || setuid(65534) == 0;
        _exit(other && !PhotoStore(settings).probe(QStringLiteral("/mnt/images/a.jpg"), {}) ? 0 : 1);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(chmod(qPrintable(images), 0700) == 0);
    QCOMPARE(status, 0);
}

void TestPhotos::whatTheMachineLacksIsNoPhotosFault()
{
    QTemporaryDir folder;
    QVERIFY(test::writeFile(folder.filePath(QStringLiteral("a.jpg")), test::jpegOf(test::scenery({100, 80}))));
    Settings settings;
    settings.imageFolder = folder.path();
    PhotoStore store(settings);
    rlimit before{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
    rlimit none = before;
    none.rlim_cur = 0; // what is open stays so, nothing else can be opened
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &none), 0);
    std::vector<PhotoStore::Contents> tried;
    for (int i = 0; i < 20; ++i)
        tried.push_back(store.read(QStringLiteral("/mnt/images/a.jpg"), {}));
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
    for (const PhotoStore::Contents &contents : tried) {
        QVERIFY(contents.problem);
        QVERIFY2(contents.problem->why.contains(QLatin1String("This machine")), qPrintable(contents.problem->why));
    }
    QVERIFY(store.fault() && store.fault()->passing);
    // Its disk was never in doubt.
    QVERIFY(!store.read(QStringLiteral("/mnt/images/a.jpg"), {}).problem);
    QVERIFY(!PhotoStore(settings).fault());
}

void TestPhotos::formats_data()
{
    QTest::addColumn<QByteArray>("photo");
    const QImage image = test::scenery({403, 251});
    QTest::newRow("JPEG") << test::jpegOf(image, 98);
    QTest::newRow("JPEG, progressive") << test::jpegOf(image, 98, true);
    QTest::newRow("JPEG, progressive, 4:4:4") << fullColor(image);
    QTest::newRow("JPEG, arithmetic coding")
        << test::jpegTuned(image, 98, [](jpeg_compress_struct &codec) { codec.arith_code = TRUE; });
    QTest::newRow("JPEG, its height at the end") << withHeightAtTheEnd(test::jpegOf(image, 98));
    QTest::newRow("PNG") << test::savedAs(image, "PNG");
    QTest::newRow("PNG, 16 bits") << test::savedAs(image.convertToFormat(QImage::Format_RGBX64), "PNG");
    QTest::newRow("PNG, alpha") << test::savedAs(image.convertToFormat(QImage::Format_ARGB32), "PNG");
    QTest::newRow("TIFF") << test::tiffOf(image, COMPRESSION_NONE, false);
    QTest::newRow("TIFF, LZW") << test::tiffOf(image, COMPRESSION_LZW, false);
    QTest::newRow("TIFF, deflate, one strip") << test::tiffOf(image, COMPRESSION_ADOBE_DEFLATE, false, 1, 251);
    QTest::newRow("TIFF, tiles") << test::tiffOf(image, COMPRESSION_LZW, true);
    QTest::newRow("TIFF that doesn't say what its numbers are") << test::tiffOf(
        image, COMPRESSION_NONE, false, 1, 16, 1, [](TIFF *file) { TIFFUnsetField(file, TIFFTAG_PHOTOMETRIC); });
    QTest::newRow("WebP") << test::webpOf(image, false);
    QTest::newRow("WebP, lossless") << test::webpOf(image, true);
    QTest::newRow("BMP") << test::savedAs(image, "BMP");
}

void TestPhotos::formats()
{
    QFETCH(const QByteArray, photo);
    const QImage image = test::scenery({403, 251});
    for (const int longest : {1000, 100, 30}) {
        CropOrder order;
        order.longest = longest;
        order.boxes = {Box(0, 0, 403, 251), Box(101, 33, 100, 90), Box(390, 240, 50, 50)};
        const std::vector<Crop> crops = cropPhoto(photo, order);
        for (const Crop &crop : crops) {
            QVERIFY2(!crop.fault, qPrintable(crop.why));
            QVERIFY(!crop.damaged);
            QImage expected = image.copy(crop.source);
            if (std::max(expected.width(), expected.height()) > longest)
                expected = expected.scaled(crop.image.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
            const double apart = test::difference(crop.image, expected);
            QVERIFY2(apart < 6, qPrintable(QString::number(apart)));
        }
    }
}

void TestPhotos::refusedByName_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::addColumn<QString>("name");
    const auto iso = [](const char *brand) {
        return QByteArray(QByteArray("\0\0\0\x18"
                                     "ftyp",
                                     8) +
                          brand + QByteArray(200, '\0'));
    };
    QTest::newRow("HEIC") << iso("heic") << "HEIC";
    QTest::newRow("HEIF") << iso("mif1") << "HEIC";
    QTest::newRow("AVIF") << iso("avif") << "AVIF";
    QTest::newRow("JPEG 2000") << QByteArray("\0\0\0\x0cjP  \r\n\x87\n", 12) + QByteArray(100, '\0') << "JPEG 2000";
    QTest::newRow("JPEG 2000, bare") << QByteArray("\xff\x4f\xff\x51", 4) + QByteArray(100, '\0') << "JPEG 2000";
    QTest::newRow("SVG") << QByteArray("<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>")
                         << "SVG";
    QTest::newRow("SVG with a head") << QByteArray("\xef\xbb\xbf<?xml version='1.0'?>\n<svg/>") << "SVG";
    QByteArray jpeg = test::jpegOf(test::scenery({40, 30}));
    jpeg[jpeg.indexOf("\xff\xc0") + 4] = 12;
    QTest::newRow("JPEG, 12 bits") << jpeg << "12 bits";
    jpeg[jpeg.indexOf("\xff\xc0") + 1] = '\xc3';
    QTest::newRow("JPEG, lossless") << jpeg << "lossless";
    jpeg[jpeg.indexOf("\xff\xc3") + 1] = '\xf7';
    QTest::newRow("JPEG-LS") << jpeg << "lossless";
    QTest::newRow("TIFF, a preview first")
        << test::tiffOf(test::scenery({40, 30}), COMPRESSION_NONE, false, 1, 16, 1,
                        [](TIFF *file) { TIFFSetField(file, TIFFTAG_SUBFILETYPE, FILETYPE_REDUCEDIMAGE); })
        << "preview";
    QTest::newRow("TIFF, signed") << test::tiffOf(test::scenery({40, 30}), COMPRESSION_NONE, false, 1, 16,
                                                  SAMPLEFORMAT_INT)
                                  << "TIFF";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7\n") << "PDF";
}

void TestPhotos::refusedByName()
{
    QFETCH(const QByteArray, photo);
    QFETCH(const QString, name);
    const QString path = QStringLiteral("looks-like.jpg"); // the name plays no part
    QVERIFY(test::writeFile(m_folder.filePath(path), photo));
    Settings settings;
    settings.imageFolder = m_folder.path();
    PhotoStore store(settings);
    const Crop crop =
        cropPhoto(store, QStringLiteral("/mnt/images/") + path, {{Box(0, 0, 10, 10)}, 100, {}, {}}).front();
    QCOMPARE(crop.fault, std::optional(CropFault::PhotoUnreadable));
    QVERIFY2(crop.why.contains(name), qPrintable(crop.why));
}

void TestPhotos::tooLarge_data()
{
    QTest::addColumn<QByteArray>("photo");
    QTest::newRow("progressive, 27000 x 27000") << claiming(true, 27000, 27000);
    QTest::newRow("progressive, 65500 x 65500") << claiming(true, 65500, 65500);
    QTest::newRow("baseline, 65500 x 65500") << claiming(false, 65500, 65500);
    QTest::newRow("progressive, within the pixels, over the memory") << claiming(true, 14000, 14000);
    QByteArray png = test::savedAs(QImage(4, 4, QImage::Format_RGB32), "PNG");
    qToBigEndian<quint32>(60000, png.data() + 16);
    qToBigEndian<quint32>(60000, png.data() + 20);
    QByteArray sum(4, '\0');
    qToBigEndian(static_cast<quint32>(crc32(0, reinterpret_cast<const uchar *>(png.constData()) + 12, 17)),
                 png.data() + 29);
    QTest::newRow("PNG, 60000 x 60000") << png;
}

void TestPhotos::tooLarge()
{
    QFETCH(const QByteArray, photo);
    const qint64 before = peakMegabytes();
    const Crop crop = cropPhoto(photo, {{Box(5, 5, 60, 60)}, 300, {}, {}}).front();
    QCOMPARE(crop.fault, std::optional(CropFault::PhotoTooLarge));
    QVERIFY2(crop.why.contains(QLatin1String("limit")), qPrintable(crop.why));
    QVERIFY(crop.image.isNull());
    QVERIFY2(peakMegabytes() - before < 20, qPrintable(QString::number(peakMegabytes() - before)));
}

void TestPhotos::largePhotosStayWithinMemory()
{
    QImage image(8000, 6250, QImage::Format_RGB32); // 50 megapixels
    if (image.isNull())
        QFAIL("no memory for the test itself");
    image.fill(Qt::darkGreen);
    const std::vector<QByteArray> photos = {test::jpegOf(image, 80), test::jpegOf(image, 80, true),
                                            test::savedAs(image, "PNG"), test::webpOf(image, true),
                                            fullColor(test::scenery({8000, 6250}))};
    image = QImage();
    for (const QByteArray &photo : photos) {
        const qint64 grown = grownBy([&photo] {
            std::atomic<bool> good = true;
            std::vector<std::thread> threads;
            for (int i = 0; i < 2; ++i)
                threads.emplace_back([&photo, &good] {
                    CropOrder order;
                    order.boxes = {Box(0, 0, 8000, 6250)};
                    if (cropPhoto(photo, order).front().fault)
                        good = false;
                });
            for (std::thread &thread : threads)
                thread.join();
            return good.load();
        });
        // A worker has some 60 MB besides.
        QVERIFY2(grown >= 0 && grown < 230, qPrintable(QString::number(grown)));
    }
}

void TestPhotos::aSmallBoxBesideLargeOnes()
{
    QImage image(8000, 6000, QImage::Format_RGB32);
    if (image.isNull())
        QFAIL("no memory for the test itself");
    image.fill(Qt::darkGreen);
    const QByteArray photo = test::jpegOf(image, 80);
    image = QImage();
    const qint64 grown = grownBy([&photo] {
        CropOrder order;
        order.boxes = {Box(0, 0, 7000, 6000), Box(500, 0, 7000, 6000), Box(100, 100, 300, 250)};
        const std::vector<Crop> crops = cropPhoto(photo, order);
        return std::none_of(crops.begin(), crops.end(), [](const Crop &crop) { return crop.fault.has_value(); });
    });
    QVERIFY2(grown >= 0 && grown < 60, qPrintable(QString::number(grown)));
}

void TestPhotos::orientationOfOtherFormats()
{
    const QImage image = test::scenery({400, 240});
    const auto cut = [](const QByteArray &photo) {
        return cropPhoto(photo, {{Box(10, 5, 200, 100)}, 300, {}, {}}).front().image;
    };
    for (char orientation = 1; orientation <= 8; ++orientation) {
        const QImage jpeg = cut(test::withOrientation(test::jpegOf(image, 98), orientation));
        QCOMPARE(jpeg.size(), orientation >= 5 ? QSize(100, 200) : QSize(200, 100));
        const auto turned = static_cast<quint16>(orientation);
        for (const QByteArray &other :
             {withExif(test::savedAs(image, "PNG"), orientation), test::tiffOf(image, COMPRESSION_NONE, false, turned),
              test::tiffOf(image, COMPRESSION_LZW, true, turned)})
            QVERIFY2(test::difference(cut(other), jpeg) < 3, qPrintable(QString::number(turned)));
    }
}

void TestPhotos::anOrientationThatIsLost()
{
    QByteArray photo = withExif(test::savedAs(test::scenery({400, 240}), "PNG"), 6);
    photo[photo.indexOf("eXIf") + 22] = 3; // while the sum is that of 6
    const Crop crop = cropPhoto(photo, {{Box(10, 5, 200, 100)}, 300, {}, {}}).front();
    QVERIFY(!crop.fault && crop.damaged);
}

void TestPhotos::anOrientationBehindThePicture()
{
    const QByteArray png = test::savedAs(test::scenery({400, 240}), "PNG");
    QByteArray photo = withExif(png, 6, png.size() - 12);
    const auto cut = [](const QByteArray &bytes) {
        return cropPhoto(bytes, {{Box(10, 5, 200, 100)}, 300, {}, {}}).front();
    };
    const qsizetype exif = photo.indexOf("eXIf");
    photo[exif - 5] = static_cast<char>(photo[exif - 5] ^ 1); // the sum of the picture's last piece
    const Crop turned = cut(photo);
    QVERIFY(!turned.fault && !turned.damaged);
    QCOMPARE(turned.image.size(), QSize(100, 200));
    const Crop unknown = cut(photo.left(exif - 4));
    QVERIFY(!unknown.fault && unknown.damaged);
}

void TestPhotos::bitmapsOverQtsLimit()
{
    QByteArray photo = test::savedAs(QImage(16, 16, QImage::Format_RGB32), "BMP");
    qToLittleEndian<quint32>(6000, photo.data() + 18); // 144 MB, of which the file has little
    qToLittleEndian<quint32>(6000, photo.data() + 22);
    const Crop crop = cropPhoto(photo, {{Box(10, 5, 200, 100)}, 300, {}, {}}).front();
    QVERIFY2(!crop.fault && crop.damaged, qPrintable(crop.why));
}

void TestPhotos::fractions()
{
    const QByteArray photo = test::jpegOf(test::scenery({400, 240}));
    const std::vector<Crop> crops = cropPhoto(
        photo, {{Box(0.25, 0.5, 0.5, 0.25), Box(0.9, 0.9, 0.5, 0.5), Box(0, 0, 1, 1), Box(0.25, 0.5, 1.004, 0.25)},
                500,
                BoxUnit::Fractions,
                {}});
    QCOMPARE(crops[0].source, QRect(100, 120, 200, 60));
    QCOMPARE(crops[1].source, QRect(360, 216, 40, 24));
    QCOMPARE(crops[2].source, QRect(0, 0, 400, 240));
    QCOMPARE(crops[3].source, QRect(100, 120, 300, 60));
    QVERIFY(looksLikeFractions(Box(0.02, 0.1, 1.004, 0.8)) && looksLikeFractions(Box(-0.01, 1.9, 0.5, 0.5)));
    QVERIFY(!looksLikeFractions(Box(0.5, 0.5, 2, 0.5)) && !looksLikeFractions(Box(-2, 0, 1, 1)));
}

void TestPhotos::disk_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("fault");
    QTest::newRow("there") << "a/good.jpg"
                           << "";
    QTest::newRow("missing") << "a/gone.jpg"
                             << "photo_missing";
    QTest::newRow("folder missing") << "b/gone.jpg"
                                    << "photo_missing";
    QTest::newRow("a folder") << "a"
                              << "photo_missing";
    QTest::newRow("file as folder") << "a/good.jpg/x.jpg"
                                    << "photo_missing";
    QTest::newRow("link inside") << "inside.jpg"
                                 << "";
    QTest::newRow("link outside") << "outside.jpg"
                                  << "photo_outside";
    QTest::newRow("folder link outside") << "disk/there.jpg"
                                         << "photo_outside";
    QTest::newRow("dots") << "../other/there.jpg"
                          << "photo_outside";
    QTest::newRow("link in a circle") << "circle.jpg"
                                      << "photo_unreadable";
    QTest::newRow("link to nothing") << "dangling.jpg"
                                     << "photo_missing";
    QTest::newRow("device") << "null.jpg"
                            << "photo_unreadable";
    QTest::newRow("no image folder") << "away"
                                     << "photo_unreadable";
    QTest::newRow("an image folder without its disk") << "empty"
                                                      << "photo_unreadable";
    if (geteuid() != 0) {
        QTest::newRow("folder without right") << "locked/good.jpg"
                                              << "photo_unreadable";
        QTest::newRow("file without right") << "secret.jpg"
                                            << "photo_unreadable";
    }
}

void TestPhotos::disk()
{
    QFETCH(const QString, name);
    QFETCH(const QString, fault);
    QTemporaryDir folder;
    const QString images = folder.filePath(QStringLiteral("images"));
    const QString other = folder.filePath(QStringLiteral("other"));
    QVERIFY(QDir().mkpath(images + QStringLiteral("/a")) && QDir().mkpath(other) &&
            QDir().mkpath(images + QStringLiteral("/locked")));
    const QByteArray photo = test::jpegOf(test::scenery({100, 80}));
    QVERIFY(test::writeFile(images + QStringLiteral("/a/good.jpg"), photo));
    QVERIFY(test::writeFile(images + QStringLiteral("/locked/good.jpg"), photo));
    QVERIFY(test::writeFile(images + QStringLiteral("/secret.jpg"), photo));
    QVERIFY(test::writeFile(other + QStringLiteral("/there.jpg"), photo));
    const auto link = [&](const QString &to, const char *from) {
        return QFile::link(to, images + u'/' + QLatin1String(from));
    };
    QVERIFY(link(images + QStringLiteral("/a/good.jpg"), "inside.jpg") &&
            link(other + QStringLiteral("/there.jpg"), "outside.jpg") && link(other, "disk") &&
            link(images + QStringLiteral("/circle.jpg"), "circle.jpg") &&
            link(images + QStringLiteral("/nowhere.jpg"), "dangling.jpg") &&
            link(QStringLiteral("/dev/null"), "null.jpg"));
    QVERIFY(chmod(qPrintable(images + QStringLiteral("/locked")), 0) == 0);
    QVERIFY(chmod(qPrintable(images + QStringLiteral("/secret.jpg")), 0) == 0);
    Settings settings;
    settings.imageFolder = images;
    if (name == QLatin1String("away") || name == QLatin1String("empty"))
        settings.imageFolder = folder.filePath(name);
    QVERIFY(name != QLatin1String("empty") || QDir().mkdir(settings.imageFolder));
    PhotoStore store(settings);
    const QString path = QStringLiteral("/mnt/images/") + name;
    const Crop crop = cropPhoto(store, path, {{Box(5, 5, 20, 20)}, 100, {}, {}}).front();
    const std::optional<PhotoProblem> probed = store.probe(path, {});
    QVERIFY(chmod(qPrintable(images + QStringLiteral("/locked")), 0700) == 0);
    QCOMPARE(crop.fault ? wireName(*crop.fault) : QString(), fault);
    QCOMPARE(probed ? wireName(probed->fault) : QString(), fault);
}

void TestPhotos::linksToRoots()
{
    QTemporaryDir folder;
    const QString images = folder.filePath(QStringLiteral("images"));
    const QString other = folder.filePath(QStringLiteral("disk2"));
    QVERIFY(QDir().mkpath(images) && QDir().mkpath(other));
    QVERIFY(test::writeFile(other + QStringLiteral("/a.jpg"), test::jpegOf(test::scenery({100, 80}))));
    QVERIFY(QFile::link(other, images + QStringLiteral("/north")));
    QVERIFY(QFile::link(images, folder.filePath(QStringLiteral("linked"))));
    Settings settings;
    settings.imageFolder = folder.filePath(QStringLiteral("linked")); // a link itself
    const QString path = QStringLiteral("/mnt/images/north/a.jpg");
    QCOMPARE(PhotoStore(settings).probe(path, {}).value().fault, CropFault::PhotoOutside);
    settings.imageRoots = {folder.filePath(QStringLiteral("disk"))}; // a name that only begins alike
    QCOMPARE(PhotoStore(settings).probe(path, {}).value().fault, CropFault::PhotoOutside);
    settings.imageRoots = {QStringLiteral("/nowhere"), other};
    QVERIFY(!PhotoStore(settings).probe(path, {}));
    // One that comes later, such as a disk that is mounted.
    const QString late = folder.filePath(QStringLiteral("late"));
    settings.imageRoots = {late};
    PhotoStore store(settings);
    QCOMPARE(store.probe(path, {}).value().fault, CropFault::PhotoOutside);
    QVERIFY(QFile::link(other, late));
    QVERIFY(!store.probe(path, {}));
}

void TestPhotos::linksToDisksThatAreNotMounted_data()
{
    QTest::addColumn<QString>("archived"); // what is in the archive's folder
    QTest::addColumn<QString>("photo");
    QTest::addColumn<QString>("fault");
    QTest::addColumn<QString>("folder"); // that is named
    QTest::newRow("not mounted") << QString() << "2023/a.jpg"
                                 << "photo_unreadable"
                                 << "/archive/2023 is missing";
    QTest::newRow("by two links, not mounted") << QString() << "old/a.jpg"
                                               << "photo_unreadable"
                                               << "/archive/2023 is missing";
    QTest::newRow("a linked photo, not mounted") << QString() << "linked.jpg"
                                                 << "photo_unreadable"
                                                 << "/archive/2023 is missing";
    QTest::newRow("mounted below, and not there") << "2023/"
                                                  << "2023/a.jpg"
                                                  << "photo_unreadable"
                                                  << "/archive/2023 is empty";
    QTest::newRow("mounted") << "2023/b.jpg"
                             << "2023/a.jpg"
                             << "photo_missing" << QString();
    QTest::newRow("a linked photo, mounted") << "2023/b.jpg"
                                             << "linked.jpg"
                                             << "photo_missing" << QString();
    QTest::newRow("there") << "2023/a.jpg"
                           << "old/a.jpg" << QString() << QString();
    QTest::newRow("another year") << QString() << "2024/a.jpg"
                                  << "photo_missing" << QString();
    // Without any link: the disk's own folder within the image folder.
    QTest::newRow("in the image folder, not mounted") << QString() << "disk/june/a.jpg"
                                                      << "photo_unreadable"
                                                      << "/images/disk is empty";
    QTest::newRow("in the image folder, not there") << QString() << "2024/june/a.jpg"
                                                    << "photo_missing" << QString();
}

/// Whether a photo on a disk that isn't mounted is there can't be told, be the image folder full of others.
void TestPhotos::linksToDisksThatAreNotMounted()
{
    QFETCH(const QString, archived);
    QFETCH(const QString, photo);
    QFETCH(const QString, fault);
    QFETCH(const QString, folder);
    QTemporaryDir root;
    const QString images = root.filePath(QStringLiteral("images"));
    const QString archive = root.filePath(QStringLiteral("archive"));
    const QByteArray jpeg = test::jpegOf(test::scenery({100, 80}));
    QVERIFY(QDir().mkpath(images + QStringLiteral("/2024")) && QDir().mkpath(archive));
    QVERIFY(QDir().mkpath(images + QStringLiteral("/disk/lost+found")));
    QVERIFY(test::writeFile(images + QStringLiteral("/2024/b.jpg"), jpeg));
    QVERIFY(QFile::link(archive + QStringLiteral("/2023"), images + QStringLiteral("/2023")));
    QVERIFY(symlink("2024/../2023", qPrintable(images + QStringLiteral("/old"))) == 0);
    QVERIFY(QFile::link(archive + QStringLiteral("/2023/a.jpg"), images + QStringLiteral("/linked.jpg")));
    if (!archived.isEmpty()) {
        QVERIFY(QDir().mkpath(archive + QStringLiteral("/2023")));
        QVERIFY(archived.endsWith(u'/') || test::writeFile(archive + u'/' + archived, jpeg));
    }
    Settings settings;
    settings.imageFolder = images;
    settings.imageRoots = {archive};
    const std::optional<PhotoProblem> problem = PhotoStore(settings).probe(QStringLiteral("/mnt/images/") + photo, {});
    QCOMPARE(problem ? wireName(problem->fault) : QString(), fault);
    QCOMPARE(problem && problem->untold, !folder.isEmpty());
    if (!folder.isEmpty())
        QVERIFY2(problem->why.contains(folder), qPrintable(problem->why));
}

void TestPhotos::silentDisk()
{
    // A pipe that nobody writes to holds whoever opens it, as a disk that doesn't answer does.
    QTemporaryDir folder;
    for (int i = 0; i < 20; ++i)
        QVERIFY(mkfifo(qPrintable(folder.filePath(QStringLiteral("%1.jpg").arg(i))), 0600) == 0);
    Settings settings;
    settings.imageFolder = folder.path();
    PhotoStore store(settings, 300ms);
    QStringList said;
    store.onWaiting([&said](const QString &name) { said << name; });
    for (int i = 0; i < 20; ++i) {
        const PhotoStore::Contents contents = store.read(QStringLiteral("/mnt/images/%1.jpg").arg(i), {});
        QVERIFY(contents.problem);
        QCOMPARE(contents.problem->fault, CropFault::PhotoUnreadable);
        QVERIFY2(contents.problem->why.contains(QLatin1String("answer")), qPrintable(contents.problem->why));
    }
    PhotoStore patient(settings, 3s);
    patient.onWaiting([&said](const QString &name) { said << name; });
    (void)patient.read(QStringLiteral("/mnt/images/7.jpg"), {});
    QCOMPARE(said, (QStringList{QStringLiteral("7.jpg"), QString()}));
}

void TestPhotos::silentFoldersAreNotAll()
{
    QTemporaryDir folder;
    const QByteArray photo = test::jpegOf(test::scenery({100, 80}));
    const auto pathOf = [&folder](int place) { return folder.filePath(QStringLiteral("%1/a.jpg").arg(place)); };
    const auto photoOf = [](int place) { return QStringLiteral("/mnt/images/%1/a.jpg").arg(place); };
    for (int place = 0; place < 9; ++place) {
        QVERIFY(QDir().mkpath(folder.filePath(QString::number(place))));
        QVERIFY(place < 8 ? mkfifo(qPrintable(pathOf(place)), 0600) == 0 : test::writeFile(pathOf(place), photo));
    }
    Settings settings;
    settings.imageFolder = folder.path();
    PhotoStore store(settings, 3s, 1h);
    PhotoStore soon(settings, 1s, 0ms);
    for (int place = 0; place < 8; ++place)
        QVERIFY(store.read(photoOf(place), {}).problem);
    for (int i = 0; i < 2; ++i)
        QVERIFY(soon.read(photoOf(0), {}).problem);
    QVERIFY(!store.read(photoOf(8), {}).problem);
    // The disk answers again.
    QVERIFY(QFile::remove(pathOf(0)) && test::writeFile(pathOf(0), photo));
    const PhotoStore::Contents paused = store.read(photoOf(0), {});
    QVERIFY(paused.problem);
    QVERIFY2(paused.problem->why.contains(QLatin1String("in vain")), qPrintable(paused.problem->why));
    QVERIFY(QTest::qWaitFor([&] { return !soon.read(photoOf(0), {}).problem; }, 60'000));
}

void TestPhotos::stopWhileWaiting()
{
    QTemporaryDir folder;
    QVERIFY(mkfifo(qPrintable(folder.filePath(QStringLiteral("a.jpg"))), 0600) == 0);
    Settings settings;
    settings.imageFolder = folder.path();
    PhotoStore store(settings, std::chrono::hours(1));
    std::stop_source stop;
    store.onWaiting([&stop](const QString &) { stop.request_stop(); });
    (void)store.read(QStringLiteral("/mnt/images/a.jpg"), stop.get_token()); // comes back, in less than an hour
    QVERIFY(stop.stop_requested());
}

void TestPhotos::otherPhotosGoOn()
{
    QTemporaryDir folder;
    QVERIFY(mkfifo(qPrintable(folder.filePath(QStringLiteral("a.jpg"))), 0600) == 0);
    QVERIFY(test::writeFile(folder.filePath(QStringLiteral("b.jpg")), test::jpegOf(test::scenery({100, 80}))));
    Settings settings;
    settings.imageFolder = folder.path();
    PhotoStore store(settings, std::chrono::hours(1));
    std::stop_source stop;
    std::atomic<bool> waits = false;
    store.onWaiting([&waits](const QString &name) { waits = !name.isEmpty(); });
    std::thread waiting([&] { (void)store.read(QStringLiteral("/mnt/images/a.jpg"), stop.get_token()); });
    QTRY_VERIFY(waits);
    for (int i = 0; i < 20; ++i)
        QVERIFY(!store.read(QStringLiteral("/mnt/images/b.jpg"), {}).problem);
    QVERIFY(waits);
    stop.request_stop();
    waiting.join();
}

// A helper serves whoever reads next, whatever became of the thread that it was made for; and it ends with the process even while it stands still.
void TestPhotos::helpersEndWithTheProcessAlone()
{
    QTemporaryDir folder;
    QVERIFY(test::writeFile(folder.filePath(QStringLiteral("a.jpg")), test::jpegOf(test::scenery({100, 80}))));
    Settings settings;
    settings.imageFolder = folder.path();
    const auto childrenOf = [](pid_t parent) {
        QList<pid_t> children;
        for (const QString &name : QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs)) {
            QFile file(QStringLiteral("/proc/%1/stat").arg(name));
            const QByteArray stat = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
            if (fields.value(1).toInt() == parent && fields.value(0) != "Z")
                children << name.toInt();
        }
        return children;
    };
    const pid_t reader = fork();
    if (reader == 0) {
        PhotoStore store(settings);
        for (int i = 0; i < 3; ++i)
            std::thread([&store] {
                if (store.read(QStringLiteral("/mnt/images/a.jpg"), {}).problem)
                    _exit(1);
            }).join();
        raise(SIGSTOP);
        _exit(0);
    }
    auto end = qScopeGuard([reader] { kill(reader, SIGKILL); });
    int status = 0;
    QCOMPARE(waitpid(reader, &status, WUNTRACED), reader);
    QVERIFY(WIFSTOPPED(status));
    const QList<pid_t> helpers = childrenOf(reader);
    QVERIFY(!helpers.isEmpty());
    for (const pid_t helper : helpers)
        QCOMPARE(kill(helper, SIGSTOP), 0);
    QCOMPARE(kill(reader, SIGKILL), 0);
    end.dismiss();
    QCOMPARE(waitpid(reader, &status, 0), reader);
    const auto isThere = [](pid_t helper) {
        QFile file(QStringLiteral("/proc/%1/stat").arg(helper));
        const QByteArray stat = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        return !stat.isEmpty() && stat.at(stat.lastIndexOf(')') + 2) != 'Z';
    };
    QTRY_VERIFY(std::none_of(helpers.begin(), helpers.end(), isThere));
}

/// What was in hand when a worker ended is read again, and is left out only after a second end: most ends are no photo's doing.
void TestPhotos::whatWasInHandAtAnEndIsReadAlone()
{
    QTemporaryDir folder;
    const auto target = [&folder](const char *time) {
        return folder.filePath(QStringLiteral("detections_job-1_%1.zip").arg(QLatin1String(time)));
    };
    const QString bad = QStringLiteral("/mnt/images/bad.jpg");
    const QString beside = QStringLiteral("/mnt/images/beside.jpg");
    const QString good = QStringLiteral("/mnt/images/good.jpg");
    /// In a process of its own, which ends as if killed: nothing is put in order.
    const auto attempt = [&](const char *time, const auto &read) {
        const pid_t child = fork();
        if (child == 0) {
            PhotosInHand hand(target(time));
            _exit(read(hand) ? 0 : 1);
        }
        int status = -1;
        return waitpid(child, &status, 0) == child && status == 0;
    };
    QVERIFY(attempt("20261128_120000", [&](PhotosInHand &hand) {
        {
            const PhotosInHand::Hold read(hand, good);
        }
        const PhotosInHand::Hold one(hand, bad);
        bool kept = false;
        std::thread([&] {
            const PhotosInHand::Hold other(hand, beside);
            kept = !hand.isGivenUp(bad) && !hand.isGivenUp(beside);
            if (kept)
                _exit(0); // with both in hand
        }).join();
        return false;
    }));
    QVERIFY(attempt("20261128_120100", [&](PhotosInHand &hand) {
        if (hand.isGivenUp(bad) || hand.isGivenUp(beside) || hand.isGivenUp(good))
            return false;
        {
            const PhotosInHand::Hold read(hand, beside);
        }
        const PhotosInHand::Hold one(hand, bad);
        auto other = std::async(std::launch::async, [&] { const PhotosInHand::Hold another(hand, good); });
        if (other.wait_for(100ms) != std::future_status::timeout)
            return false; // it isn't alone in hand
        _exit(0);
    }));
    for (const char *time : {"20261128_120200", "20261128_120300"}) {
        QVERIFY(attempt(time, [&](PhotosInHand &hand) {
            return hand.isGivenUp(bad) && !hand.isGivenUp(beside) && !hand.isGivenUp(good);
        }));
    }
    {
        PhotosInHand hand(target("20261128_120400"));
        QVERIFY(hand.isGivenUp(bad));
        QVERIFY(PhotosInHand::reason().contains(QLatin1String("why isn't known")));
        PhotosInHand alive(target("20261128_120500")); // the attempt before is not dead
        QVERIFY(!alive.isGivenUp(bad));
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList());
}

QTEST_GUILESS_MAIN(TestPhotos)
#include "test_photos.moc"
