// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/croploader.h"

#include "core/render/report/boxunit.h"
#include "core/storage/imagepaths.h"
#include "core/trial/review/record.h"
#include "ui/widgets/text/coretexts.h"

#include <algorithm>

namespace herdbook::ui {

using trial::toQUuid;

namespace {

constexpr std::size_t kBatch = 12;
constexpr int kLongest = 360; ///< pixels; sharp in a cell also at 200%

} // namespace

CropLoader::CropLoader(PostgresSettings postgres, const QString &imageFolder, QObject *parent)
    : QObject(parent), m_postgres(std::move(postgres)), m_photos(render::settingsForPhotos(imageFolder)),
      m_thread([this](const std::stop_token &stop) { run(stop); })
{
}

CropLoader::~CropLoader() = default;

void CropLoader::want(std::vector<Want> wanted)
{
    const std::lock_guard lock(m_mutex);
    m_wanted = std::move(wanted);
    m_changed.notify_one();
}

std::vector<CropLoader::Want> CropLoader::take(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    if (!m_changed.wait(lock, stop, [this] { return !m_wanted.empty(); }) || stop.stop_requested())
        return {};
    const auto end = m_wanted.begin() + static_cast<std::ptrdiff_t>(std::min(kBatch, m_wanted.size()));
    std::vector<Want> batch(m_wanted.begin(), end);
    m_wanted.erase(m_wanted.begin(), end);
    return batch;
}

void CropLoader::run(const std::stop_token &stop)
{
    for (std::vector<Want> batch = take(stop); !batch.empty(); batch = take(stop)) {
        if (const Result<void> found = findPaths(batch, stop); !found) {
            for (const Want &want : batch)
                say(want, {}, coreText(found.error().message), Lack::Unread);
            continue;
        }
        cut(batch, stop);
    }
}

Result<void> CropLoader::findPaths(const std::vector<Want> &batch, const std::stop_token &stop)
{
    QSet<QUuid> unknown;
    bool unitIsOpen = false;
    for (const Want &want : batch) {
        unitIsOpen = unitIsOpen || (!m_unit && trial::mayBeFractions(trial::rectOf(want.box)));
        if (const QUuid image = toQUuid(want.image); !m_paths.contains(image))
            unknown << image;
    }
    if (unknown.isEmpty() && !unitIsOpen)
        return {};
    const Result<std::unique_ptr<storage::Postgres>> database = storage::Postgres::open(m_postgres, stop);
    if (!database)
        return database.error();
    const Result<storage::Columns> columns = storage::Columns::probe(**database, storage::Columns::Use::Analysis);
    if (!columns)
        return columns.error();
    const Result<QHash<QUuid, QString>> paths = storage::readImagePaths(**database, *columns, unknown);
    if (!paths)
        return paths.error();
    m_paths.insert(*paths);
    if (!unitIsOpen)
        return {};
    const Result<render::BoxUnit> unit = render::boxUnitOf(**database, *columns);
    if (!unit)
        return unit.error();
    m_unit = *unit;
    return {};
}

void CropLoader::cut(const std::vector<Want> &batch, const std::stop_token &stop)
{
    const render::BoxUnit unit = m_unit.value_or(render::BoxUnit::Pixels);
    std::vector<bool> done(batch.size(), false);
    for (std::size_t first = 0; first < batch.size() && !stop.stop_requested(); ++first) {
        if (done[first])
            continue;
        std::vector<std::size_t> together; // all of one photo: it's decoded once
        std::vector<std::optional<render::Box>> boxes;
        for (std::size_t at = first; at < batch.size(); ++at) {
            if (batch[at].image != batch[first].image || batch[at].frame != batch[first].frame)
                continue;
            const QRectF box = trial::rectOf(batch[at].box);
            together.push_back(at);
            done[at] = true;
            boxes.push_back(trial::boxProblem(box, unit).isEmpty() ? std::optional(box) : std::nullopt);
        }
        const auto path = m_paths.constFind(toQUuid(batch[first].image));
        if (path == m_paths.constEnd()) {
            for (const std::size_t at : together)
                say(batch[at], {}, tr("The photo isn't in the database"), Lack::Missing);
            continue;
        }
        render::CropOrder order;
        order.boxes = std::move(boxes);
        order.unit = unit;
        const QSize frame = batch[first].frame;
        order.longest = frame.isEmpty() ? kLongest : std::max(frame.width(), frame.height());
        const std::vector<render::Crop> crops = render::cropPhoto(m_photos, *path, std::move(order), stop);
        for (std::size_t at = 0; at < crops.size() && !stop.stop_requested(); ++at) {
            const render::Crop &crop = crops[at];
            const QString bad = trial::boxProblem(trial::rectOf(batch[together[at]].box), unit);
            const QString why = !bad.isEmpty()                     ? bad
                                : crop.fault && crop.why.isEmpty() ? render::describe(*crop.fault)
                                                                   : crop.why;
            say(batch[together[at]],
                frame.isEmpty() || crop.image.isNull()
                    ? crop.image
                    : crop.image.scaled(frame, Qt::KeepAspectRatio, Qt::SmoothTransformation),
                why.isEmpty() ? QString() : tr("%1: %2").arg(coreText(why), *path),
                !crop.image.isNull()                               ? Lack::None
                : crop.fault == render::CropFault::PhotoMissing    ? Lack::Missing
                : crop.fault == render::CropFault::PhotoUnreadable ? Lack::Unread
                                                                   : Lack::Unusable);
        }
    }
}

void CropLoader::say(const Want &want, const QImage &crop, const QString &problem, Lack lack)
{
    QMetaObject::invokeMethod(this,
                              [this, key = want.key, crop, problem, lack] { Q_EMIT loaded(key, crop, problem, lack); });
}

} // namespace herdbook::ui
