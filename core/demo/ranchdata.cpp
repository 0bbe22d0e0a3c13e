// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ranchdata.h"

#include "core/base/atomicfile.h"
#include "core/demo/herd/loadherd.h"
#include "core/demo/photodrawing.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <thread>

namespace herdbook::demo {

namespace {

/// Of what is generated and how it is stored; raise it whenever either changes.
constexpr int dataVersion = 4;
const QString databaseName = QStringLiteral("deer_tracking");

QString stampFile(const QString &folder)
{
    return folder + QStringLiteral("/ranch.json");
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
        return stoppedMaking();

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
