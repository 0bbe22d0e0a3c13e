// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/exportmaker.h"

#include "core/base/atomicfile.h"
#include "core/base/faults.h"
#include "core/render/dataset/datasetmaker.h"
#include "core/render/gatherdataset.h"
#include "core/render/report/gather.h"
#include "core/render/report/section.h"
#include "core/render/siteof.h"
#include "core/season/effort/words.h"

#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QFile>

#include <cerrno>
#include <span>

namespace herdbook::render {

using exports::ExportKind;
using exports::ExportRequest;

namespace {

constexpr int ProgressInterval = 100; // ms

Error cancelled()
{
    return {ErrorKind::Cancelled, QStringLiteral("Cancelled")};
}

/// @param periods none where detections were asked for by their ids.
/// @param photoless how many of these are there, but not their photos.
Error nothingFound(const ExportRequest &request, std::span<const season::SeasonStatistics> periods,
                   qsizetype photoless = 0)
{
    if (periods.empty() && photoless > 0)
        return {ErrorKind::NotFound,
                request.detectionIds.size() == 1
                    ? QStringLiteral("The photo of the detection asked for is not in the database")
                    : QStringLiteral("None of the %1 detections asked for is in the database with its photo")
                          .arg(request.detectionIds.size())};
    if (periods.empty())
        return {ErrorKind::NotFound, request.detectionIds.size() == 1
                                         ? QStringLiteral("The detection asked for is not in the database")
                                         : QStringLiteral("None of the %1 detections asked for is in the database")
                                               .arg(request.detectionIds.size())};
    const season::SeasonEffort &effort = periods.front().effort;
    if (!request.locationIds.isEmpty() && effort.cameras.empty())
        return {ErrorKind::NotFound, season::unknownLocationsText(request.locationIds, effort)};
    qint64 photos = 0;
    qint64 unread = 0;
    for (const season::SeasonStatistics &period : periods) {
        photos += period.quality.photos;
        unread += period.quality.photosUnread();
    }
    if (unread > 0)
        return {ErrorKind::NotFound,
                QStringLiteral("No detections found in the selected date range (photos not read yet: %1 of %2)")
                    .arg(season::countText(unread), season::countText(photos))};
    return {ErrorKind::NotFound, QStringLiteral("No detections found in the selected date range")};
}

/// Passes progress on, but not more often than anyone can read.
class Reporter
{
public:
    explicit Reporter(const ExportMaker::Progress &progress) : m_progress(progress) {}

    void stage(const QString &words, int done, int total)
    {
        m_last = {done, total, words, {}};
        tell();
    }

    void count(int done, const QString &waitingFor)
    {
        const bool changed = std::exchange(m_last.waitingFor, waitingFor) != waitingFor;
        m_last.done = std::min(done, m_last.total);
        if (changed || m_last.done == m_last.total || !m_clock.isValid() || m_clock.hasExpired(ProgressInterval))
            tell();
    }

    /// Keeps stage and count.
    void wait(const QString &waitingFor)
    {
        m_last.waitingFor = waitingFor;
        tell();
    }

private:
    void tell()
    {
        m_clock.start();
        if (m_progress)
            m_progress(m_last);
    }

    const ExportMaker::Progress &m_progress;
    ExportProgress m_last;
    QElapsedTimer m_clock;
};

/// Reads what was written: size and SHA-256 go into `made`.
Result<void> measure(const QString &path, MadeExport &made)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return faultOfFile(errno != 0 ? errno : EIO, QStringLiteral("Can't read %1 again").arg(path));
    made.bytes = file.pos();
    made.sha256 = hash.result().toHex();
    return {};
}

Result<MadeExport> makeReport(storage::Postgres &connection, const ExportRequest &request, const Settings &settings,
                              const QDateTime &now, AtomicFile &file, Reporter &reporter, const std::stop_token &stop)
{
    const Result<ReportData> data = gatherReport(
        connection, request, settings, file.target(), now,
        [&reporter](const QString &words) { reporter.stage(words, 0, 0); }, stop);
    if (!data)
        return data.error();
    if (data.value().isEmpty() && !request.allowEmpty)
        return nothingFound(request, data.value().periods);
    const int total = static_cast<int>(data.value().detections);
    reporter.stage(QStringLiteral("Writing the report"), total, total);
    const QByteArray pdf = composeReport(data.value()).pdf();
    if (stop.stop_requested())
        return cancelled();
    if (const Result<void> written = file.fill(pdf); !written)
        return written.error();
    return MadeExport{{}, 0, {}, total, total, 0, {}};
}

Result<MadeExport> makeDataset(storage::Postgres &connection, const ExportRequest &request, const Settings &settings,
                               const QDateTime &now, int threads, AtomicFile &file, Reporter &reporter,
                               const std::stop_token &stop)
{
    reporter.stage(QStringLiteral("Reading detections"), 0, static_cast<int>(request.detectionIds.size()));
    Result<Material> material = gatherDataset(connection, request, settings, now);
    if (stop.stop_requested())
        return cancelled();
    if (!material)
        return material.error();
    Dataset *dataset = &material->dataset;
    if (dataset->records.empty() && !request.allowEmpty)
        return nothingFound(request, {dataset->season.get(), dataset->season ? 1U : 0U}, dataset->photolessIds.size());
    const int unknown = dataset->unlistedCount();
    const int total = static_cast<int>(dataset->records.size()) + unknown;
    Result<std::unique_ptr<Spool>> spool = Spool::create(file.target());
    if (!spool)
        return spool.error();
    if (request.includeCrops) {
        reporter.stage(QStringLiteral("Making crops"), unknown, total);
        PhotoStore photos(settings);
        PhotosInHand inHand(file.target());
        const CropPlan plan{photos, inHand, dataset->boxUnit, request.cropSize, request.groupBy, settings.siteTimeZone,
                            threads};
        if (const Result<void> made = makeCrops(
                dataset->records, **spool, plan,
                [&](int done, const QString &waitingFor) { reporter.count(unknown + done, waitingFor); }, stop);
            !made)
            return made.error();
    }
    std::sort(dataset->records.begin(), dataset->records.end(),
              [](const DatasetRecord &one, const DatasetRecord &other) {
                  return std::tie(one.cropFile, one.row.id) < std::tie(other.cropFile, other.row.id);
              });
    reporter.stage(QStringLiteral("Writing the archive"), total, total);
    std::optional<CamtrapPackage> camtrap;
    if (material->places)
        camtrap.emplace(*dataset, std::move(*material->places));
    if (const Result<void> written = writeDataset(*dataset, camtrap, **spool, file.temporaryPath(), stop); !written)
        return written.error();
    MadeExport made{{}, 0, {}, total, total, dataset->missingCount(), {}};
    if (request.includeCrops || !request.detectionIds.isEmpty())
        made.crops = dataset->counts();
    return made;
}

} // namespace

ExportMaker::ExportMaker(Settings settings, Clock clock, int threads)
    : m_settings(std::move(settings)), m_clock(std::move(clock)), m_threads(threads)
{
}

Result<MadeExport> ExportMaker::make(const ExportRequest &request, const QString &target, const Progress &progress,
                                     const std::stop_token &stop) const
{
    if (stop.stop_requested())
        return cancelled();
    const Settings settings = withSiteOf(request, m_settings);
    Reporter reporter(progress);
    Result<std::unique_ptr<storage::Postgres>> connection = storage::Postgres::open(settings.postgres, stop);
    if (!connection)
        return connection.error();
    (*connection)->onWaiting([&reporter](bool waits) {
        reporter.wait(waits ? QStringLiteral("database") : QString());
    });
    AtomicFile file(target);
    Result<MadeExport> made =
        request.kind == ExportKind::Pdf
            ? makeReport(**connection, request, settings, m_clock(), file, reporter, stop)
            : makeDataset(**connection, request, settings, m_clock(), m_threads, file, reporter, stop);
    if (!made)
        return stop.stop_requested() ? cancelled() : made.error();
    if (const Result<void> measured = measure(file.temporaryPath(), *made); !measured)
        return measured.error();
    if (stop.stop_requested())
        return cancelled();
    if (const Result<void> published = file.publish(); !published)
        return published.error();
    made->path = target;
    return made;
}

} // namespace herdbook::render
