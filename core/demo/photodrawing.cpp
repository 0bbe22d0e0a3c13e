// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/photodrawing.h"

#include "core/base/faults.h"
#include "core/demo/herd/herd.h"
#include "core/render/photo/jpegwriter.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStorageInfo>

#include <atomic>
#include <cerrno>
#include <cstdio>
#include <map>
#include <mutex>
#include <thread>
#include <tuple>

namespace herdbook::demo {

namespace {

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

std::map<Scene, std::vector<int>> byScene(const Herd &herd, const std::vector<int> &photos)
{
    std::map<Scene, std::vector<int>> scenes;
    for (const int photo : photos) {
        const PhotoContent content = contentOf(herd, photo);
        scenes[{content.location, seasonAt(content.localTime.date()), content.night}].push_back(photo);
    }
    return scenes;
}

QString fileOf(const Herd &herd, int photo, const QString &imageFolder)
{
    return imageFolder + herd.photos[static_cast<size_t>(photo)].path.mid(qstrlen("/mnt/images"));
}

Result<void> prepare(const Herd &herd, const QString &imageFolder)
{
    if (!qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        return Error{ErrorKind::Internal,
                     QStringLiteral("Drawing the demo's photos needs a QGuiApplication, for its fonts")};
    for (const Location &location : herd.locations) {
        if (!QDir().mkpath(imageFolder + u'/' + location.slug))
            return Error{ErrorKind::Storage, QStringLiteral("Can't make folders in %1").arg(imageFolder)};
    }
    return {};
}

Result<void> writePhoto(const PhotoContent &content, const Landscape &landscape, const QString &path)
{
    const QByteArray jpeg = render::encodeJpeg(drawPhoto(content, landscape), jpegQuality);
    if (jpeg.isEmpty())
        return Error{ErrorKind::Internal, QStringLiteral("Can't encode a picture")};
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(jpeg) != jpeg.size() || !file.flush())
        return Error{ErrorKind::Storage, QStringLiteral("Can't write %1: %2").arg(path, file.errorString())};
    return {};
}

/// Whole or not at all. `temporary` is one for all that a thread draws, so that a program that is killed leaves one file of each.
Result<void> writeWhole(const PhotoContent &content, const Landscape &landscape, const QString &temporary,
                        const QString &path)
{
    if (Result<void> written = writePhoto(content, landscape, temporary); !written) {
        QFile::remove(temporary);
        return written;
    }
    if (std::rename(QFile::encodeName(temporary).constData(), QFile::encodeName(path).constData()) != 0)
        return faultOfFile(errno, QStringLiteral("Can't write %1").arg(path));
    return {};
}

/// Those that aren't there, or were lost with the power.
std::vector<int> missingOf(const Herd &herd, const std::vector<int> &photos, const QString &imageFolder)
{
    std::vector<int> missing;
    std::copy_if(photos.begin(), photos.end(), std::back_inserter(missing),
                 [&](int photo) { return QFileInfo(fileOf(herd, photo, imageFolder)).size() == 0; });
    return missing;
}

} // namespace

Error stoppedMaking()
{
    return {ErrorKind::Cancelled, QStringLiteral("Stopped while making the demo ranch")};
}

Result<void> drawPhotos(const Herd &herd, const QString &imageFolder, const Report &report, const std::stop_token &stop)
{
    if (Result<void> ready = prepare(herd, imageFolder); !ready)
        return ready;
    std::vector<int> chosen;
    for (size_t i = 0; i < herd.photos.size(); ++i) {
        if (herd.photos[i].drawn)
            chosen.push_back(static_cast<int>(i));
    }
    const std::vector<int> missing = missingOf(herd, chosen, imageFolder);
    // The longest scenes first, so that all threads end together.
    const std::map<Scene, std::vector<int>> grouped = byScene(herd, missing);
    std::vector<std::pair<Scene, std::vector<int>>> scenes(grouped.begin(), grouped.end());
    std::stable_sort(scenes.begin(), scenes.end(),
                     [](const auto &a, const auto &b) { return a.second.size() > b.second.size(); });
    std::mutex mutex;
    std::optional<Error> error;
    std::atomic<size_t> nextScene = 0;
    std::atomic<size_t> done = chosen.size() - missing.size();
    std::atomic<bool> failed = false;
    const auto tell = [&](size_t count) {
        report(QStringLiteral("Drawing trail-camera photos: %1 of %2").arg(count).arg(chosen.size()),
               static_cast<double>(count) / static_cast<double>(chosen.size()));
    };
    if (done > 0)
        tell(done);
    const auto work = [&](unsigned number) {
        const QString temporary = imageFolder + QStringLiteral("/.drawing%1").arg(number);
        for (size_t index = nextScene++; index < scenes.size(); index = nextScene++) {
            const auto &[scene, photos] = scenes[index];
            const Landscape landscape = drawLandscape(scene.location, scene.season, scene.night);
            for (const int photo : photos) {
                if (failed || stop.stop_requested())
                    return;
                if (Result<void> written =
                        writeWhole(contentOf(herd, photo), landscape, temporary, fileOf(herd, photo, imageFolder));
                    !written) {
                    const std::lock_guard lock(mutex);
                    error = written.error();
                    failed = true;
                    return;
                }
                if (const size_t count = ++done; number == 0)
                    tell(count);
            }
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (unsigned i = 1; i < std::max(1U, std::thread::hardware_concurrency()); ++i)
            helpers.emplace_back(work, i);
        work(0);
    }
    if (error)
        return *error;
    return stop.stop_requested() ? Result<void>(stoppedMaking()) : Result<void>();
}

Result<void> drawMissing(const Herd &herd, const std::vector<int> &photos, const QString &imageFolder, qint64 keepFree,
                         const std::function<void()> &drawn, const std::stop_token &stop)
{
    if (Result<void> ready = prepare(herd, imageFolder); !ready)
        return ready;
    const std::vector<int> missing = missingOf(herd, photos, imageFolder);
    const QString temporary = imageFolder + QStringLiteral("/.drawing");
    // Landscapes are too large to keep all of them.
    constexpr size_t AtOnce = 400;
    for (size_t from = 0; from < missing.size(); from += AtOnce) {
        const auto begin = missing.begin() + static_cast<std::ptrdiff_t>(from);
        const std::vector<int> some(begin,
                                    begin + static_cast<std::ptrdiff_t>(std::min(AtOnce, missing.size() - from)));
        for (const auto &[scene, ofScene] : byScene(herd, some)) {
            if (stop.stop_requested())
                return stoppedMaking();
            const Landscape landscape = drawLandscape(scene.location, scene.season, scene.night);
            for (const int photo : ofScene) {
                if (stop.stop_requested())
                    return stoppedMaking();
                if (QStorageInfo(imageFolder).bytesAvailable() < keepFree)
                    return Error{ErrorKind::Storage, QStringLiteral("%1 is nearly full").arg(imageFolder)};
                if (Result<void> written =
                        writeWhole(contentOf(herd, photo), landscape, temporary, fileOf(herd, photo, imageFolder));
                    !written)
                    return written;
                drawn();
            }
        }
    }
    return {};
}

} // namespace herdbook::demo
