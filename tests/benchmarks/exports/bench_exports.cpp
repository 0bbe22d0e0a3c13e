// SPDX-License-Identifier: GPL-3.0-or-later
// Exports side by side with good Python programs, each run as a process of its own, alternating:
//   bench_exports [--zip PROGRAM.py] [--photos 300] [--rounds 5] [--stages] [--older BENCH_EXPORTS]
// --zip names a Pillow program called as PROGRAM.py OUT.zip IDS.txt THREADS CROP FROM=TO that prints JSON with seconds
// and peak_kib. --older names another build's bench_exports, with which both are compared instead. The PDF is compared with report_reportlab.py (Debian: python3-reportlab python3-pil python3-psycopg2).
#include "core/render/exportmaker.h"
#include "tests/core/render/photos.h"
#include "tests/core/season/farm.h"
#include "tests/support/servers.h"

#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>
#include <random>
#include <sys/resource.h>
#include <unistd.h>

using namespace herdbook;

namespace {

struct Measured
{
    double seconds = 0; ///< the job itself, without starting the process
    double peakMb = 0;
};

QJsonObject lastLine(const QByteArray &output)
{
    return QJsonDocument::fromJson(output.trimmed().split('\n').last()).object();
}

Measured run(const QString &program, const QStringList &arguments, const Settings &settings)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const Variables variables = variablesFromSettings(settings);
    for (auto variable = variables.begin(); variable != variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    environment.insert(QStringLiteral("PGHOST"), settings.postgres.host);
    environment.insert(QStringLiteral("PGPORT"), QString::number(settings.postgres.port));
    environment.insert(QStringLiteral("PGUSER"), settings.postgres.user);
    environment.insert(QStringLiteral("PGPASSWORD"), settings.postgres.password);
    environment.insert(QStringLiteral("PGDATABASE"), settings.postgres.database);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    // The shell forks once more: a process inherits the peak of the one it was forked from.
    process.start(QStringLiteral("/bin/sh"),
                  QStringList{QStringLiteral("-c"), QStringLiteral("\"$@\"; exit $?"), QStringLiteral("sh"), program} +
                      arguments);
    process.waitForFinished(-1);
    const QJsonObject answer = lastLine(process.readAllStandardOutput());
    return {answer.value(QStringLiteral("seconds")).toDouble(),
            answer.value(QStringLiteral("peak_kib")).toDouble() / 1024};
}

/// Makes one export in this process and prints its time and memory.
int makeOne(const QString &kind, const QString &target, const QString &idsFile, bool stages)
{
    Variables variables;
    for (const QString &line : QProcess::systemEnvironment())
        variables.insert(line.section(u'=', 0, 0), line.section(u'=', 1));
    const Result<Settings> settings = settingsFromVariables(variables);
    if (!settings)
        return 1;
    exports::ExportRequest request;
    if (kind == QLatin1String("zip")) {
        QFile file(idsFile);
        if (!file.open(QIODevice::ReadOnly))
            return 1;
        request.kind = exports::ExportKind::Zip;
        request.detectionIds = QString::fromLatin1(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    } else {
        request.start = QDate(2025, 1, 1);
        request.end = QDate(2025, 12, 31);
        request.groupBy = exports::GroupBy::Week;
    }
    QElapsedTimer clock;
    clock.start();
    QString stage;
    const auto tell = [&](const render::ExportProgress &progress) {
        if (stages && progress.stage != std::exchange(stage, progress.stage))
            std::fprintf(stderr, "%6.1f ms  %s\n", static_cast<double>(clock.nsecsElapsed()) / 1e6, qPrintable(stage));
    };
    const Result<render::MadeExport> made =
        render::ExportMaker(settings.value(), systemClock(), 2).make(request, target, tell);
    const double seconds = static_cast<double>(clock.nsecsElapsed()) / 1e9;
    if (!made) {
        std::fprintf(stderr, "%s\n", qPrintable(made.error().message));
        return 1;
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    std::printf("{\"seconds\": %.4f, \"peak_kib\": %ld}\n", seconds, usage.ru_maxrss);
    return 0;
}

/// A photo of about half a megabyte, as trail cameras make them: grain over slow colors.
QByteArray heavyPhoto(quint32 seed)
{
    QImage image = test::scenery({1920, 1080}, seed);
    std::mt19937 random(seed);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const int grain = static_cast<int>(random() % 17) - 8;
            line[x] = qRgb(std::clamp(qRed(line[x]) + grain, 0, 255), std::clamp(qGreen(line[x]) + grain, 0, 255),
                           std::clamp(qBlue(line[x]) + grain, 0, 255));
        }
    }
    return test::jpegOf(image, 84);
}

constexpr int DifferentPhotos = 300;

/// Four detections on three photos (7,500 photos are the most a ZIP may hold); the boxes are as large as the photos show
/// deer, some smaller than the crop and some much larger. After the first 300 the photos are links to these.
QStringList fillZipData(test::Farm &farm, const QString &imageFolder, int photos)
{
    std::mt19937 random(3);
    QStringList ids;
    qint64 bytes = 0;
    for (int i = 0; i < photos; ++i) {
        const QString file = QStringLiteral("%1/bench%2.jpg").arg(imageFolder).arg(i);
        if (i < DifferentPhotos) {
            const QByteArray photo = heavyPhoto(static_cast<quint32>(i));
            bytes += photo.size();
            test::writeFile(file, photo);
        } else {
            QFile::link(QStringLiteral("%1/bench%2.jpg").arg(imageFolder).arg(i % DifferentPhotos), file);
        }
        const QString id = farm.photo(QDateTime(QDate(2024, 6, 1), QTime(12, 0), Qt::UTC).addSecs(i * 600), {},
                                      QStringLiteral("/mnt/images/bench%1.jpg").arg(i));
        for (int animal = 0; animal < (i % 3 == 0 ? 2 : 1); ++animal) {
            const int width = 180 + static_cast<int>(random() % 520);
            const int height = 160 + static_cast<int>(random() % 420);
            test::Spotted spotted;
            spotted.box = QStringLiteral(R"({"x": %1, "y": %2, "width": %3, "height": %4})")
                              .arg(random() % static_cast<unsigned>(1920 - width))
                              .arg(300 + random() % static_cast<unsigned>(780 - height))
                              .arg(width)
                              .arg(height);
            ids << farm.detection(id, spotted);
        }
    }
    std::printf("%d photos of %lld kB, %lld crops\n", photos, bytes / std::min(photos, DifferentPhotos) / 1000,
                static_cast<long long>(ids.size()));
    return ids;
}

double median(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

void compare(const char *name, const char *other, const std::function<Measured()> &ours,
             const std::function<Measured()> &theirs, int rounds, double items)
{
    std::vector<double> seconds[2];
    std::vector<double> memory[2];
    for (int round = 0; round <= rounds; ++round) {
        const Measured results[] = {ours(), theirs()};
        for (int i = 0; i < 2 && round > 0; ++i) { // the first round warms up
            seconds[i].push_back(results[i].seconds);
            memory[i].push_back(results[i].peakMb);
        }
    }
    const double times[] = {median(seconds[0]), median(seconds[1])};
    std::printf("%-10s %8s %12s %10s\n", name, "seconds", items > 1 ? "items/s" : "", "peak MB");
    for (int i = 0; i < 2; ++i)
        std::printf("%-10s %8.3f %12.1f %10.1f\n", i == 0 ? "Herdbook" : other, times[i], items / times[i],
                    median(memory[i]));
    std::printf("ratio      %8.2fx\n\n", times[1] / times[0]);
}

} // namespace

int main(int argc, char *argv[])
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("zip"), {}, QStringLiteral("program")},
                       {QStringLiteral("rounds"), {}, QStringLiteral("count"), QStringLiteral("5")},
                       {QStringLiteral("photos"), {}, QStringLiteral("count"), QStringLiteral("300")},
                       {QStringLiteral("older"), {}, QStringLiteral("program")},
                       {QStringLiteral("make"), {}, QStringLiteral("kind")},
                       {QStringLiteral("stages"), QStringLiteral("prints when each stage of our own begins")}});
    parser.process(application);
    const QStringList positional = parser.positionalArguments();
    if (parser.isSet(QStringLiteral("make")))
        return makeOne(parser.value(QStringLiteral("make")), positional.value(0), positional.value(1),
                       parser.isSet(QStringLiteral("stages")));

    test::Servers servers;
    if (const Result<void> started = servers.start(); !started) {
        std::fprintf(stderr, "%s\n", qPrintable(started.error().message));
        return 1;
    }
    const Settings settings = servers.settings();
    test::Farm farm;
    const QStringList ids = fillZipData(farm, settings.imageFolder, parser.value(QStringLiteral("photos")).toInt());
    farm.season(QDate(2025, 1, 1), QDate(2025, 12, 31), 12);
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings.postgres);
    if (!connection || !farm.store(**connection) || !(*connection)->runScript(QStringLiteral("ANALYZE")))
        return 1;
    // The year's photos exist too, so that portraits are cut.
    int photo = 0;
    const auto linked =
        (*connection)
            ->each(QStringLiteral("SELECT path FROM images WHERE path NOT LIKE '%bench%'"), {},
                   [&](const storage::Row &row) {
                       const QString path =
                           row.text("path").replace(QStringLiteral("/mnt/images"), settings.imageFolder);
                       QFile::link(
                           QStringLiteral("%1/bench%2.jpg").arg(settings.imageFolder).arg(photo++ % DifferentPhotos),
                           path);
                   });
    if (!linked)
        return 1;
    QTemporaryDir folder;
    const QString idsFile = folder.filePath(QStringLiteral("ids.txt"));
    test::writeFile(idsFile, ids.join(u'\n').toLatin1());
    const QString self = QCoreApplication::applicationFilePath();
    const QString python = QStringLiteral("/usr/bin/python3");
    const int rounds = parser.value(QStringLiteral("rounds")).toInt();
    const QStringList stages =
        parser.isSet(QStringLiteral("stages")) ? QStringList{QStringLiteral("--stages")} : QStringList();
    const QString older = parser.value(QStringLiteral("older"));
    const char *const other = older.isEmpty() ? "Python" : "older";
    // Another build's or this one's.
    const auto make = [&](const QString &program, const QString &kind, const QString &file, const QStringList &more) {
        return run(program, QStringList{QStringLiteral("--make"), kind, folder.filePath(file)} + more, settings);
    };
    if (parser.isSet(QStringLiteral("zip")) || !older.isEmpty()) {
        const QString kind = QStringLiteral("zip");
        compare(
            "ZIP", other, [&] { return make(self, kind, QStringLiteral("a.zip"), {idsFile}); },
            [&] {
                return older.isEmpty() ? run(python,
                                             {parser.value(kind), folder.filePath(QStringLiteral("b.zip")), idsFile,
                                              QStringLiteral("2"), QStringLiteral("300"),
                                              QStringLiteral("/mnt/images=") + settings.imageFolder},
                                             settings)
                                       : make(older, kind, QStringLiteral("b.zip"), {idsFile});
            },
            rounds, static_cast<double>(ids.size()));
    }
    compare(
        "PDF", other, [&] { return make(self, QStringLiteral("pdf"), QStringLiteral("a.pdf"), stages); },
        [&] {
            return older.isEmpty()
                       ? run(python,
                             {QStringLiteral(HERDBOOK_SOURCE_DIR "/tests/benchmarks/exports/report_reportlab.py"),
                              folder.filePath(QStringLiteral("b.pdf"))},
                             settings)
                       : make(older, QStringLiteral("pdf"), QStringLiteral("b.pdf"), {});
        },
        rounds, 1);
    for (const char *name : {"a.pdf", "b.pdf"})
        std::printf("%s: %lld kB\n", name, QFileInfo(folder.filePath(QString::fromLatin1(name))).size() / 1000);
    return 0;
}
