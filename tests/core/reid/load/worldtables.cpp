// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/reid/load/worldtables.h"

#include <QDateTime>
#include <cmath>
#include <set>

namespace herdbook::reid::simulation {

namespace {

QByteArray text(const Uuid &id)
{
    return id == Uuid{} ? QByteArray("\\N") : QByteArray::fromStdString(toString(id));
}

QByteArray text(std::string_view view)
{
    return {view.data(), static_cast<qsizetype>(view.size())};
}

QByteArray vectorText(std::span<const float> vector, const QByteArray &type)
{
    if (type.isEmpty())
        return "\\N";
    if (type == "bytea")
        return "\\\\x" +
               QByteArray(reinterpret_cast<const char *>(vector.data()), static_cast<qsizetype>(vector.size_bytes()))
                   .toHex();
    QByteArrayList values;
    for (const float v : vector)
        values << (std::isnan(v) ? QByteArray("NaN") : QByteArray::number(static_cast<double>(v), 'g', 9));
    return type == "vector" ? '[' + values.join(',') + ']' : '{' + values.join(',') + '}';
}

/// The same rows as INSERT: pgvector's test server takes no COPY FROM.
Result<void> insert(demo::PgSession &session, const QByteArray &target, const QByteArray &rows)
{
    QByteArrayList tuples;
    for (const QByteArray &row : rows.trimmed().split('\n')) {
        QByteArrayList values;
        for (const QByteArray &field : row.split('\t'))
            values << (field == "\\N" ? QByteArray("NULL") : '\'' + field + '\'');
        tuples << '(' + values.join(',') + ')';
    }
    return session.execute("INSERT INTO " + target + " VALUES " + tuples.join(','));
}

/// Sends all rows as one block.
Result<void> copy(demo::PgSession &session, const QByteArray &target, const QByteArray &all)
{
    QByteArray rows = all;
    return session.copyIn("COPY " + target + " FROM STDIN", [&rows] { return std::exchange(rows, QByteArray()); });
}

QByteArray detectionRow(const World &world, std::size_t i, const QByteArray &type)
{
    const Detection &d = world.data.detections[i];
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    const auto flag = [](bool value) { return QByteArray(value ? "t" : "f"); };
    QByteArrayList fields{text(d.id),
                          text(d.image),
                          text(d.deer),
                          QStringLiteral(R"({"x": %1, "y": %2, "width": %3, "height": %4})")
                              .arg(static_cast<double>(d.box.x))
                              .arg(static_cast<double>(d.box.y))
                              .arg(static_cast<double>(d.box.width))
                              .arg(static_cast<double>(d.box.height))
                              .toUtf8(),
                          "0.9",
                          text(name(d.label)),
                          "2026-11-01 12:00:00+00",
                          flag(d.duplicate),
                          flag(d.valid),
                          text(d.burst)};
    if (!type.isEmpty())
        fields << vectorText({world.vectors.data() + i * dimension, dimension}, type);
    return fields.join('\t') + '\n';
}

} // namespace

Result<void> setVectorType(demo::PgSession &session, const QByteArray &type)
{
    QByteArray sql;
    for (const char *table : {"deer", "detections"})
        sql += QByteArray("ALTER TABLE ") + table + " DROP COLUMN feature_vector; ALTER TABLE " + table +
               " ADD COLUMN feature_vector " + type + ';';
    return session.execute(sql);
}

Result<void> writeWorld(demo::PgSession &session, const World &world, const QByteArray &type)
{
    QByteArray images;
    QByteArray detections;
    QByteArray locations;
    std::vector<QByteArray> places;
    for (std::size_t p = 0; p < world.data.locations.size(); ++p) {
        places.push_back("00000000-0000-0000-0000-0000000000" + QByteArray::number(10 + static_cast<int>(p)));
        locations += places.back() + '\t' + QByteArray::fromStdString(world.data.locations[p]) + "\tt\t0\n";
    }
    std::set<Uuid> known;
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        const Detection &d = world.data.detections[i];
        if (known.insert(d.image).second)
            images += text(d.image) + "\ta.jpg\t/mnt/images/" + text(d.image) + ".jpg\t" +
                      QDateTime::fromMSecsSinceEpoch(d.takenAt / 1000, Qt::UTC).toString(Qt::ISODateWithMs).toUtf8() +
                      "\t2026-11-01 12:00:00+00\t" +
                      (d.location < 0 ? QByteArray("\\N") : places[static_cast<std::size_t>(d.location)]) + '\n';
        detections += detectionRow(world, i, type);
    }
    QByteArray deer;
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    for (std::size_t p = 0; p < world.data.profiles.size(); ++p) {
        const Profile &profile = world.data.profiles[p];
        deer += text(profile.id) + "\tDeer " + QByteArray::number(static_cast<int>(p)) + '\t' +
                text(name(profile.sex)) + "\talive\twhite-tailed deer\t2026-01-01\t2026-01-01\t2026-01-01\t0.9\t1" +
                (type.isEmpty() ? QByteArray()
                                : '\t' + vectorText({world.profileVectors.data() + p * dimension, dimension}, type)) +
                '\n';
    }
    const QByteArray vectors = type.isEmpty() ? "" : ", feature_vector";
    for (const auto &[target, rows] :
         {std::pair<QByteArray, QByteArray>("locations (id, name, active, image_count)", locations),
          {"images (id, filename, path, \"timestamp\", created_at, location_id)", images},
          {"deer (id, name, sex, status, species, created_at, first_seen, last_seen, confidence, sighting_count" +
               vectors + ')',
           deer},
          {"detections (id, image_id, deer_id, bbox, confidence, classification, created_at, is_duplicate, is_valid, "
           "burst_group_id" +
               vectors + ')',
           detections}}) {
        if (const Result<void> done = (type == "vector" ? insert : copy)(session, target, rows); !done)
            return done;
    }
    return {};
}

Result<void> writeScores(demo::PgSession &session, const World &world, bool crossSexToo)
{
    const auto dimension = static_cast<std::size_t>(world.data.dimension);
    QByteArray rows;
    for (std::size_t i = 0; i < world.data.detections.size(); ++i) {
        for (std::size_t p = 0; p < world.data.profiles.size(); ++p) {
            const Detection &d = world.data.detections[i];
            const Profile &profile = world.data.profiles[p];
            const bool match = profile.sex == d.sex();
            if (!match && !crossSexToo)
                continue;
            double cosine = 0;
            for (std::size_t k = 0; k < dimension; ++k)
                cosine += static_cast<double>(world.vectors[i * dimension + k]) *
                          static_cast<double>(world.profileVectors[p * dimension + k]);
            rows += text(d.id) + '\t' + text(profile.id) + '\t' +
                    QByteArray::number(std::clamp(cosine, 0.0, 1.0), 'f', 4) + '\t' + (match ? 't' : 'f') + '\t' +
                    (match && cosine >= .7 ? 't' : 'f') + "\t0.7000\n";
        }
    }
    return copy(session,
                "reid_similarity_scores (detection_id, deer_id, similarity_score, sex_match, matched, threshold_used)",
                rows);
}

} // namespace herdbook::reid::simulation
