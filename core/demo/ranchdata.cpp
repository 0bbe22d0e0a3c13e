// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ranchdata.h"

#include "core/base/atomicfile.h"
#include "core/demo/herd/loadherd.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <atomic>
#include <map>
#include <mutex>
#include <thread>
#include <tuple>

namespace herdbook::demo {

namespace {

/// Of what is generated and how it is stored; raise it whenever either changes.
constexpr int dataVersion = 4;
const QString databaseName = QStringLiteral("deer_tracking");

QString stampFile(const QString &folder)
{
    return folder + QStringLiteral("/ranch.json");
}

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("Stopped while making the demo ranch")};
}

/// Photos that share a landscape.
struct Scene
{
    int location = 0;
    Landscape::Season season = Landscape::Season::Green;
    bool night = false;
    bool operator<(const Scene &other) const
    {
        return std::tie(location, season, night) < std::tie(other.location, other.season, other.night);
    }
};

Result<void> writePhoto(const PhotoContent &content, const Landscape &landscape, const QString &path)
{
    const Result<QByteArray> jpeg = encodeJpeg(drawPhoto(content, landscape));
    if (!jpeg)
        return jpeg.error();
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(*jpeg) != jpeg->size() || !file.flush())
        return Error{ErrorKind::Storage, QStringLiteral("Can't write %1: %2").arg(path, file.errorString())};
    return {};
}

} // namespace

std::optional<RanchStamp> readStamp(const QString &folder)
{
    QFile file(stampFile(folder));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject stamp = QJsonDocument::fromJson(file.readAll()).object();
    if (stamp.value(QLatin1String("version")).toInt() != dataVersion)
        return std::nullopt;
    return RanchStamp{stamp.value(QLatin1String("seed")).toString().toULongLong(),
                      stamp.value(QLatin1String("photos")).toInt(),
                      QDate::fromString(stamp.value(QLatin1String("end")).toString(), Qt::ISODate)};
}

bool isGoodEnough(const std::optional<RanchStamp> &made, const RanchStamp &wanted)
{
    return made && made->seed == wanted.seed && made->photos == wanted.photos && made->end.isValid() &&
           made->end <= wanted.end && made->end.daysTo(wanted.end) <= ranchKeepsDays;
}

Result<void> drawPhotos(const Herd &herd, const QString &imageFolder, const Report &report, const std::stop_token &stop)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return Error{ErrorKind::Internal,
                     QStringLiteral("Drawing the demo's photos needs a QGuiApplication, for its fonts")};
    for (const Location &location : herd.locations) {
        if (!QDir().mkpath(imageFolder + u'/' + location.slug))
            return Error{ErrorKind::Storage, QStringLiteral("Can't make folders in %1").arg(imageFolder)};
    }
    std::map<Scene, std::vector<int>> byScene;
    for (size_t i = 0; i < herd.photos.size(); ++i) {
        const Photo &photo = herd.photos[i];
        if (photo.drawn) {
            const PhotoContent content = contentOf(herd, static_cast<int>(i));
            byScene[{photo.location, seasonAt(content.localTime.date()), photo.night}].push_back(static_cast<int>(i));
        }
    }
    // The longest scenes first, so that all threads end together.
    std::vector<std::pair<Scene, std::vector<int>>> scenes(byScene.begin(), byScene.end());
    std::stable_sort(scenes.begin(), scenes.end(),
                     [](const auto &a, const auto &b) { return a.second.size() > b.second.size(); });
    size_t total = 0;
    for (const auto &[scene, photos] : scenes)
        total += photos.size();

    std::mutex mutex;
    std::optional<Error> error;
    std::atomic<size_t> nextScene = 0;
    std::atomic<size_t> done = 0;
    std::atomic<bool> failed = false;
    const auto work = [&](bool reports) {
        for (size_t index = nextScene++; index < scenes.size(); index = nextScene++) {
            const auto &[scene, photos] = scenes[index];
            const Landscape landscape = drawLandscape(scene.location, scene.season, scene.night);
            for (const int photo : photos) {
                if (failed || stop.stop_requested())
                    return;
                const QString name = herd.photos[static_cast<size_t>(photo)].path.mid(qstrlen("/mnt/images"));
                if (Result<void> written = writePhoto(contentOf(herd, photo), landscape, imageFolder + name);
                    !written) {
                    const std::lock_guard lock(mutex);
                    error = written.error();
                    failed = true;
                    return;
                }
                if (const size_t count = ++done; reports)
                    report(QStringLiteral("Drawing trail-camera photos: %1 of %2").arg(count).arg(total),
                           static_cast<double>(count) / static_cast<double>(total));
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            helpers.emplace_back(work, false);
        work(true);
    }
    if (error)
        return *error;
    return stop.stop_requested() ? Result<void>(cancelled()) : Result<void>();
}

Result<void> makeRanch(const QString &folder, const PostgresSettings &server, const RanchStamp &wanted,
                       const Report &report, const std::stop_token &stop)
{
    report(QStringLiteral("Generating 14 months of sightings"), 0);
    QFile::remove(stampFile(folder));
    const QString images = folder + QStringLiteral("/images");
    QDir(images).removeRecursively();
    Herd herd = generateHerd(wanted.seed, wanted.end);
    chooseDrawnPhotos(herd, wanted.photos);
    if (stop.stop_requested())
        return cancelled();

    // The database loads while the photos are drawn: it waits for the server most of the time.
    report(QStringLiteral("Drawing trail-camera photos"), 0.02);
    Result<void> loaded;
    std::jthread loading([&] {
        PostgresSettings maintenance = server;
        maintenance.database = QStringLiteral("postgres");
        Result<PgSession> session = PgSession::open(maintenance);
        loaded = session ? session->execute("DROP DATABASE IF EXISTS \"" + databaseName.toUtf8() + "\" WITH (FORCE)")
                         : Result<void>(session.error());
        if (loaded)
            loaded = createHerdDatabase(maintenance, databaseName, herd, stop);
    });
    const auto drawing = [&](const QString &stage, double fraction) { report(stage, 0.02 + 0.95 * fraction); };
    Result<void> drawn = drawPhotos(herd, images, drawing, stop);
    loading.join();
    if (!drawn)
        return drawn;
    if (!loaded)
        return loaded;
    report(QStringLiteral("Finishing"), 0.99);
    const QJsonObject stamp{{QStringLiteral("version"), dataVersion},
                            {QStringLiteral("seed"), QString::number(wanted.seed)},
                            {QStringLiteral("photos"), wanted.photos},
                            {QStringLiteral("end"), wanted.end.toString(Qt::ISODate)}};
    return AtomicFile::write(stampFile(folder), QJsonDocument(stamp).toJson());
}

} // namespace herdbook::demo
