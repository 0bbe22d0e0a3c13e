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

/// Of the photos in a folder whose data isn't whole.
QString begunFile(const QString &folder)
{
    return folder + QStringLiteral("/begun.json");
}

std::optional<RanchStamp> readFrom(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject stamp = QJsonDocument::fromJson(file.readAll()).object();
    if (stamp.value(QLatin1String("version")).toInt() != dataVersion)
        return std::nullopt;
    return RanchStamp{stamp.value(QLatin1String("seed")).toString().toULongLong(),
                      stamp.value(QLatin1String("photos")).toInt(),
                      QDate::fromString(stamp.value(QLatin1String("end")).toString(), Qt::ISODate)};
}

Result<void> writeStamp(const QString &path, const RanchStamp &made)
{
    const QJsonObject stamp{{QStringLiteral("version"), dataVersion},
                            {QStringLiteral("seed"), QString::number(made.seed)},
                            {QStringLiteral("photos"), made.photos},
                            {QStringLiteral("end"), made.end.toString(Qt::ISODate)}};
    return AtomicFile::write(path, QJsonDocument(stamp).toJson());
}

/// Photos that the same ranch began with stay.
Result<void> beginPhotos(const QString &folder, const QString &images, const RanchStamp &wanted)
{
    if (readFrom(begunFile(folder)) == wanted)
        return {};
    if (!QDir(images).removeRecursively())
        return Error{ErrorKind::Storage, QStringLiteral("Not all of %1 could be removed").arg(images)};
    return writeStamp(begunFile(folder), wanted);
}

} // namespace

std::optional<RanchStamp> readStamp(const QString &folder)
{
    return readFrom(stampFile(folder));
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
    if (Result<void> begun = beginPhotos(folder, images, wanted); !begun)
        return begun;
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
    Result<void> written = writeStamp(stampFile(folder), wanted);
    if (written)
        QFile::remove(begunFile(folder));
    return written;
}

} // namespace herdbook::demo
