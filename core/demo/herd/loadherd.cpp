// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/loadherd.h"

#include "core/demo/deployedschema.h"
#include "core/demo/herd/copyrows.h"

#include <QTimeZone>

namespace herdbook::demo {

namespace {

constexpr qsizetype blockSize = 1 << 20;
constexpr qint64 day = 86'400;

/// COPY of `count` rows, in blocks; `write(rows, i)` writes row i.
template<class Write>
Result<void> copy(PgSession &session, const std::stop_token &stop, const QByteArray &target, size_t count, Write write)
{
    CopyRows rows;
    size_t next = 0;
    bool ended = false;
    return session.copyIn("COPY " + target + " FROM STDIN (FORMAT binary)", [&]() -> QByteArray {
        if (ended || stop.stop_requested()) // without the trailer the server gives the COPY up
            return {};
        while (next < count && rows.size() < blockSize)
            write(rows, next++);
        ended = next == count;
        return ended ? rows.take() + CopyRows::trailer() : rows.take();
    });
}

QString sexOf(const Animal &animal)
{
    return animal.isBuck() ? QStringLiteral("buck") : animal.isFawn() ? QStringLiteral("fawn") : QStringLiteral("doe");
}

Result<void> loadPlaces(PgSession &session, const Herd &herd, const std::stop_token &stop)
{
    std::vector<int> photos(herd.locations.size(), 0);
    for (const Photo &photo : herd.photos)
        ++photos[static_cast<size_t>(photo.location)];
    Result<void> done = copy(session, stop, "locations", herd.locations.size(), [&](CopyRows &rows, size_t i) {
        const Location &place = herd.locations[i];
        rows.row(6).uuid(place.id).text(place.name).text(place.description);
        rows.json(QStringLiteral("{\"lat\": %1, \"lon\": %2}")
                      .arg(place.latitude, 0, 'f', 5)
                      .arg(place.longitude, 0, 'f', 5));
        rows.boolean(true).integer(photos[i]);
    });
    if (!done)
        return done;
    return copy(session, stop, "images", herd.photos.size(), [&](CopyRows &rows, size_t i) {
        const Photo &photo = herd.photos[i];
        const bool failed = photo.detections == 0 && i % 41 == 0;
        rows.row(9).uuid(photo.id).text(photo.path.section(u'/', -1)).text(photo.path);
        rows.time(photo.time)
            .time(photo.time + 90 + static_cast<qint64>(i % 1500), static_cast<int>(i * 7919 % 1'000'000));
        rows.uuid(herd.locations[static_cast<size_t>(photo.location)].id);
        rows.json(QStringLiteral("{\"temperature_c\": %1, \"flash\": %2}")
                      .arg(qRound(photo.temperature))
                      .arg(photo.night ? QStringLiteral("true") : QStringLiteral("false")));
        rows.text(failed ? QStringLiteral("failed") : QStringLiteral("completed"));
        if (failed)
            rows.text(QStringLiteral("cannot identify image file"));
        else
            rows.null();
    });
}

Result<void> loadDeer(PgSession &session, const Herd &herd, const std::stop_token &stop)
{
    struct Seen
    {
        qint64 first = 0, last = 0;
        int count = 0;
    };
    std::vector<Seen> seen(herd.profiles.size());
    for (const Detection &detection : herd.detections) {
        if (detection.assigned < 0)
            continue;
        Seen &of = seen[static_cast<size_t>(detection.assigned)];
        of.last = herd.photos[static_cast<size_t>(detection.photo)].time;
        of.first = of.count++ == 0 ? of.last : of.first;
    }
    return copy(
        session, stop,
        "deer (id, name, sex, status, species, notes, created_at, updated_at, first_seen, last_seen, feature_vector, "
        "embedding_version, confidence, sighting_count, best_photo_id)",
        herd.profiles.size(), [&](CopyRows &rows, size_t i) {
            const Profile &profile = herd.profiles[i];
            const Animal &animal = herd.animals[static_cast<size_t>(profile.animal)];
            const Detection &founder = herd.detections[static_cast<size_t>(profile.founder)];
            const Photo &photo = herd.photos[static_cast<size_t>(founder.photo)];
            rows.row(15).uuid(profile.id);
            if (animal.name.isEmpty())
                rows.null();
            else
                rows.text(animal.name);
            rows.text(sexOf(animal)).text(i == 7 ? QStringLiteral("deceased") : QStringLiteral("alive"));
            rows.text(QStringLiteral("white_tailed_deer")).null();
            rows.time(photo.time + 600).time(seen[i].last + 600).time(seen[i].first).time(seen[i].last);
            rows.reals({herd.vector(static_cast<size_t>(profile.founder)), HerdFigures::dimensions});
            rows.text(QStringLiteral("resnet50-v1")).real(founder.confidence).integer(seen[i].count).uuid(photo.id);
        });
}

Result<void> loadDetections(PgSession &session, const Herd &herd, const std::stop_token &stop)
{
    const char *columns =
        "detections (id, image_id, deer_id, bbox, confidence, classification, is_duplicate, burst_group_id, "
        "is_reviewed, is_valid, corrected_classification, reviewed_by, reviewed_at, created_at, feature_vector)";
    return copy(session, stop, columns, herd.detections.size(), [&](CopyRows &rows, size_t i) {
        const Detection &detection = herd.detections[i];
        const Photo &photo = herd.photos[static_cast<size_t>(detection.photo)];
        const QRect &box = detection.box;
        rows.row(15).uuid(detection.id).uuid(photo.id);
        if (detection.assigned < 0)
            rows.null();
        else
            rows.uuid(herd.profiles[static_cast<size_t>(detection.assigned)].id);
        rows.json(QStringLiteral("{\"x\": %1, \"y\": %2, \"width\": %3, \"height\": %4}")
                      .arg(box.x())
                      .arg(box.y())
                      .arg(box.width())
                      .arg(box.height()));
        rows.real(detection.confidence).text(detection.label).boolean(detection.duplicate);
        rows.uuid(herd.bursts[static_cast<size_t>(detection.burst)])
            .boolean(detection.reviewed)
            .boolean(detection.valid);
        if (detection.correction.isEmpty())
            rows.null();
        else
            rows.text(detection.correction);
        if (detection.reviewed)
            rows.text(QStringLiteral("ranch")).time(photo.time + 3 * day);
        else
            rows.null().null();
        rows.time(photo.time + 120, static_cast<int>(i * 104'729 % 1'000'000));
        if (detection.vector == Detection::Vector::Null)
            rows.null();
        else
            rows.reals({herd.vector(i), HerdFigures::dimensions});
    });
}

double cosine(const float *a, const float *b)
{
    double product = 0;
    double lengthA = 0;
    double lengthB = 0;
    for (int k = 0; k < HerdFigures::dimensions; ++k) {
        product += static_cast<double>(a[k]) * b[k];
        lengthA += static_cast<double>(a[k]) * a[k];
        lengthB += static_cast<double>(b[k]) * b[k];
    }
    return product / std::sqrt(lengthA * lengthB);
}

/// As live logging writes: pairs of one sex with the profiles there were at the time, none for what its burst assigned.
Result<void> loadScores(PgSession &session, const Herd &herd, const std::stop_token &stop)
{
    const qint64 loggingSince = herd.photos.back().time - 150 * day;
    QByteArray text;
    size_t next = 0;
    const auto write = [&](size_t i) {
        const Detection &detection = herd.detections[i];
        const qint64 time = herd.photos[static_cast<size_t>(detection.photo)].time;
        const bool usable =
            detection.vector == Detection::Vector::Usable || detection.vector == Detection::Vector::Long;
        if (time < loggingSince || !usable || detection.linked || !detection.valid || detection.duplicate)
            return;
        for (const Profile &profile : herd.profiles) {
            const Animal &animal = herd.animals[static_cast<size_t>(profile.animal)];
            const bool existed = profile.founder < static_cast<int>(i);
            if (!existed || !mayMatch(detection.label, animal))
                continue;
            const double score =
                std::max(0.0, cosine(herd.vector(i), herd.vector(static_cast<size_t>(profile.founder))));
            const QByteArray rounded = QByteArray::number(score, 'f', 4);
            text += detection.id.toByteArray(QUuid::WithoutBraces) + '\t' +
                    profile.id.toByteArray(QUuid::WithoutBraces) + '\t' + rounded + "\tt\t" +
                    (score >= HerdFigures::threshold ? 't' : 'f') + "\t0.7000\t" + detection.label.toLatin1() + '\t' +
                    sexOf(animal).toLatin1() + '\t' +
                    QDateTime::fromSecsSinceEpoch(time + 125, Qt::UTC).toString(Qt::ISODate).toLatin1() + '\n';
        }
    };
    return session.copyIn("COPY reid_similarity_scores (detection_id, deer_id, similarity_score, sex_match, matched, "
                          "threshold_used, detection_classification, deer_sex, calculated_at) FROM STDIN",
                          [&] {
                              text.clear();
                              while (next < herd.detections.size() && text.size() < blockSize && !stop.stop_requested())
                                  write(next++);
                              return text;
                          });
}

Result<void> loadTruth(PgSession &session, const Herd &herd, const std::stop_token &stop)
{
    Result<void> done = session.execute("CREATE SCHEMA demo_truth;"
                                        "CREATE TABLE demo_truth.animals (id integer PRIMARY KEY, name text, sex text "
                                        "NOT NULL, has_profile boolean NOT NULL);"
                                        "CREATE TABLE demo_truth.detections (detection_id uuid PRIMARY KEY, animal_id "
                                        "integer REFERENCES demo_truth.animals);"
                                        "CREATE TABLE demo_truth.profiles (deer_id uuid PRIMARY KEY, animal_id integer "
                                        "NOT NULL REFERENCES demo_truth.animals);"
                                        "COMMENT ON SCHEMA demo_truth IS 'Which animal each detection and profile "
                                        "really is; no real deployment knows'");
    if (!done)
        return done;
    done = copy(session, stop, "demo_truth.animals", herd.animals.size(), [&](CopyRows &rows, size_t i) {
        const Animal &animal = herd.animals[i];
        rows.row(4).integer(static_cast<int>(i));
        if (animal.name.isEmpty())
            rows.null();
        else
            rows.text(animal.name);
        rows.text(sexOf(animal)).boolean(animal.profile >= 0);
    });
    if (!done)
        return done;
    done = copy(session, stop, "demo_truth.detections", herd.detections.size(), [&](CopyRows &rows, size_t i) {
        const Detection &detection = herd.detections[i];
        rows.row(2).uuid(detection.id);
        if (detection.animal < 0)
            rows.null();
        else
            rows.integer(detection.animal);
    });
    if (!done)
        return done;
    return copy(session, stop, "demo_truth.profiles", herd.profiles.size(), [&](CopyRows &rows, size_t i) {
        rows.row(2).uuid(herd.profiles[i].id).integer(herd.profiles[i].animal);
    });
}

} // namespace

Result<void> loadHerd(PgSession &session, const Herd &herd, const std::stop_token &stop)
{
    // References hold by construction, and random floats can't be compressed: both would only cost time.
    Result<void> done = session.execute("BEGIN; SET LOCAL session_replication_role = replica;"
                                        "ALTER TABLE detections ALTER COLUMN feature_vector SET STORAGE EXTERNAL;"
                                        "ALTER TABLE deer ALTER COLUMN feature_vector SET STORAGE EXTERNAL");
    for (const auto step : {loadPlaces, loadDeer, loadDetections, loadScores, loadTruth}) {
        if (done)
            done = step(session, herd, stop);
    }
    if (done && stop.stop_requested())
        done = Error{ErrorKind::Cancelled, QStringLiteral("Stopped while loading the demo ranch")};
    if (!done)
        return done;
    done = session.execute("COMMIT");
    return done ? session.execute("ANALYZE") : done;
}

Result<void> createHerdDatabase(const PostgresSettings &server, const QString &name, const Herd &herd,
                                const std::stop_token &stop)
{
    if (Result<void> made = createDeployedDatabase(server, name); !made)
        return made;
    PostgresSettings inside = server;
    inside.database = name;
    Result<PgSession> session = PgSession::open(inside);
    return session ? loadHerd(*session, herd, stop) : Result<void>(session.error());
}

} // namespace herdbook::demo
