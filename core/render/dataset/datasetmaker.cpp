// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/datasetmaker.h"

#include "core/render/dataset/capturehistory.h"
#include "core/render/dataset/ziparchive.h"
#include "core/render/photo/jpegwriter.h"

#include <condition_variable>
#include <mutex>
#include <span>

namespace herdbook::render {

namespace {

constexpr int CropQuality = 90;
constexpr std::size_t CropsAtOnce = 24; // of one photo; they are in memory together

/// Records that show parts of one photo.
using Photo = std::span<DatasetRecord>;

std::vector<Photo> photosOf(std::vector<DatasetRecord> &records)
{
    std::vector<Photo> photos;
    for (std::size_t i = 0; i < records.size();) {
        std::size_t end = i + 1;
        while (end < records.size() && end < i + CropsAtOnce && records[end].row.imagePath == records[i].row.imagePath)
            ++end;
        photos.emplace_back(records.data() + i, end - i);
        i = end;
    }
    return photos;
}

std::vector<Crop> cropsOf(Photo photo, const CropPlan &plan, const std::stop_token &stop)
{
    CropOrder order;
    order.longest = plan.cropSize;
    order.unit = plan.boxUnit;
    for (const DatasetRecord &record : photo)
        order.boxes.push_back(record.box);
    const QString &path = photo.front().row.imagePath;
    if (plan.inHand.isGivenUp(path))
        return withoutCrops(order, {CropFault::PhotoUnreadable, PhotosInHand::reason()});
    const PhotosInHand::Hold hold(plan.inHand, path);
    return cropPhoto(plan.photos, path, std::move(order), stop);
}

/// Cuts one photo and puts its crops into the spool.
Result<void> cutPhoto(Photo photo, Spool &spool, const CropPlan &plan, const std::stop_token &stop)
{
    const std::vector<Crop> crops = cropsOf(photo, plan, stop);
    if (std::optional<Error> fault = plan.photos.fault())
        return *std::move(fault);
    for (std::size_t i = 0; i < photo.size() && !stop.stop_requested(); ++i) {
        DatasetRecord &record = photo[i];
        record.fault = crops[i].fault;
        record.photo = crops[i].photo;
        record.damaged = crops[i].damaged;
        if (record.why.isEmpty())
            record.why = crops[i].why;
        if (record.fault)
            continue;
        const QByteArray jpeg = encodeJpeg(crops[i].image, CropQuality);
        if (jpeg.isEmpty()) {
            record.fault = CropFault::PhotoTooLarge;
            record.why = QStringLiteral("There is not enough memory for the crop");
            continue;
        }
        Result<SpoolEntry> stored = spool.append(jpeg);
        if (!stored)
            return stored.error();
        record.crop = *stored;
        record.cropSize = crops[i].image.size();
        record.source = crops[i].source;
        record.cropFile = cropFileOf(record.row, plan.groupBy, plan.zone);
    }
    return {};
}

QByteArray camtrapNote(const std::optional<CamtrapPackage> &camtrap)
{
    if (!camtrap)
        return {};
    QByteArray note = "\r\nCamtrap DP 1.0 (https://camtrap-dp.tdwg.org)\r\n";
    if (camtrap->isEmpty())
        note += "  No detection and no location can be part of it: there is no package.\r\n";
    else
        note += "  datapackage.json, deployments.csv, media.csv, observations.csv\r\n";
    if (camtrap->leftOut() > 0)
        note += "  Left out: " + QByteArray::number(camtrap->leftOut()) +
                " detections, listed in camtrap_left_out.csv with the reason\r\n    " +
                camtrap->leftOutText().toUtf8() + "\r\n";
    if (const QString left = camtrap->placesLeftOutText(); !left.isEmpty())
        note += "  " + left.toUtf8() + "\r\n";
    return note;
}

} // namespace

Result<void> makeCrops(std::vector<DatasetRecord> &records, Spool &spool, const CropPlan &plan,
                       const std::function<void(int, const QString &)> &progress, std::stop_token stop)
{
    const std::vector<Photo> photos = photosOf(records);
    std::mutex mutex;
    std::condition_variable_any changed;
    std::size_t next = 0;
    int done = 0;
    std::size_t running = 0;
    Result<void> result;
    QStringList waiting; // file names, each as often as a thread waits for it
    bool waitingChanged = false;
    static thread_local QString mine;
    plan.photos.onWaiting([&](const QString &name) {
        const std::lock_guard lock(mutex);
        waiting.removeOne(std::exchange(mine, name));
        if (!name.isEmpty())
            waiting << name;
        waitingChanged = true;
        changed.notify_one();
    });

    const auto work = [&] {
        std::unique_lock lock(mutex);
        while (next < photos.size() && result && !stop.stop_requested()) {
            const Photo photo = photos[next++];
            lock.unlock();
            Result<void> cut = cutPhoto(photo, spool, plan, stop);
            lock.lock();
            done += static_cast<int>(photo.size());
            if (!cut)
                result = std::move(cut);
            changed.notify_one();
        }
        --running;
        changed.notify_one();
    };
    const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t count = std::min(plan.threads > 0 ? static_cast<std::size_t>(plan.threads) : processors,
                                       std::max<std::size_t>(photos.size(), 1));
    running = count;
    std::vector<std::jthread> threads;
    for (std::size_t i = 0; i < count; ++i)
        threads.emplace_back(work);
    int told = 0;
    for (std::unique_lock lock(mutex); running > 0 || told != done;) {
        changed.wait(lock, [&] { return running == 0 || told != done || waitingChanged; });
        if (told == done && !std::exchange(waitingChanged, false))
            continue;
        told = done;
        const QString name = waiting.value(0);
        lock.unlock();
        progress(told, name);
        lock.lock();
    }
    threads.clear();
    plan.photos.onWaiting({});
    if (!result)
        return result;
    if (stop.stop_requested())
        return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
    return {};
}

Result<void> writeDataset(const Dataset &dataset, const std::optional<CamtrapPackage> &camtrap, Spool &spool,
                          const QString &path, std::stop_token stop)
{
    // No file tells when the archive was made, so that the same data gives the same bytes.
    QDateTime latest(QDate(1980, 1, 1), QTime(0, 0), Qt::UTC);
    for (const DatasetRecord &record : dataset.records)
        latest = std::max(latest, record.row.taken);

    std::vector<ZipEntry> entries;
    QByteArray manifest;
    const auto take = [&](const QString &name, const Result<SpoolEntry> &content) -> Result<void> {
        if (!content)
            return content.error();
        entries.push_back({name, content.value(), latest, true});
        manifest += content.value().sha256 + "  " + name.toUtf8() + '\n';
        return {};
    };
    std::vector<std::pair<QString, std::function<void(SpoolWriter &, const Dataset &)>>> files;
    if (dataset.request.includeMetadataCsv)
        files.emplace_back(QStringLiteral("metadata.csv"), writeMetadataCsv);
    files.emplace_back(QStringLiteral("metadata.json"), writeMetadataJson);
    if (dataset.request.includeCrops)
        files.emplace_back(QStringLiteral("annotations.json"), writeCoco);
    if (dataset.counts().total() > 0)
        files.emplace_back(QStringLiteral("missing.csv"), writeMissingCsv);
    if (camtrap && !camtrap->isEmpty()) {
        files.emplace_back(QStringLiteral("datapackage.json"),
                           [&](SpoolWriter &out, const Dataset &) { out.write(camtrap->description()); });
        files.emplace_back(QStringLiteral("deployments.csv"),
                           [&](SpoolWriter &out, const Dataset &) { camtrap->writeDeployments(out); });
        files.emplace_back(QStringLiteral("media.csv"),
                           [&](SpoolWriter &out, const Dataset &) { camtrap->writeMedia(out); });
        files.emplace_back(QStringLiteral("observations.csv"),
                           [&](SpoolWriter &out, const Dataset &) { camtrap->writeObservations(out); });
    }
    if (camtrap && camtrap->leftOut() > 0)
        files.emplace_back(QStringLiteral("camtrap_left_out.csv"),
                           [&](SpoolWriter &out, const Dataset &) { camtrap->writeLeftOut(out); });
    std::vector<std::pair<QString, QByteArray>> captures;
    if (dataset.season)
        captures = captureFiles(*dataset.season);
    QStringList names;
    for (const auto &[name, write] : files)
        names << name;
    for (const auto &[name, content] : captures)
        names << name;
    if (Result<void> added =
            take(QStringLiteral("README.txt"), spool.append(readme(dataset, names) + camtrapNote(camtrap)));
        !added)
        return added;
    if (Result<void> added = take(QStringLiteral("metadata.schema.json"), spool.append(metadataSchema())); !added)
        return added;
    for (const auto &[name, write] : files) {
        if (stop.stop_requested())
            return Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")};
        SpoolWriter out(spool);
        write(out, dataset);
        if (Result<void> added = take(name, out.finish()); !added)
            return added;
    }
    for (const auto &[name, content] : captures) {
        if (Result<void> added = take(name, spool.append(tableMark(dataset) + content)); !added)
            return added;
    }
    for (const DatasetRecord &record : dataset.records) {
        if (record.cropFile.isEmpty())
            continue;
        entries.push_back({record.cropFile, record.crop, record.row.taken, false});
        manifest += record.crop.sha256 + "  " + record.cropFile.toUtf8() + '\n';
    }
    const Result<SpoolEntry> listed = spool.append(manifest);
    if (!listed)
        return listed.error();
    entries.push_back({QStringLiteral("manifest.sha256"), listed.value(), latest, true});
    return writeZip(path, spool, entries, stop);
}

} // namespace herdbook::render
