// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/season/farm.h"

#include <cmath>
#include <random>

namespace herdbook::test {

QString Farm::nextId()
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(++m_last, 12, 16, QLatin1Char('0'));
}

QString Farm::location(const QString &name, const QString &coordinates)
{
    m_locations.push_back({nextId(), name, coordinates});
    return m_locations.back().front();
}

QString Farm::deer(const QString &name, const QString &sex)
{
    m_deer.push_back({nextId(), name, sex});
    return m_deer.back().front();
}

QString Farm::photo(const QDateTime &time, const QString &location, const QString &path, const QString &status)
{
    const QString id = nextId();
    const QString number = QString::number(++m_photoCount);
    m_photos.push_back({id, path.isEmpty() ? QStringLiteral("/mnt/images/%1.jpg").arg(number) : path,
                        time.toUTC().toString(Qt::ISODateWithMs), location, status});
    return id;
}

QString Farm::detection(const QString &photo, const Spotted &spotted)
{
    const auto flag = [](bool value) { return value ? QStringLiteral("t") : QStringLiteral("f"); };
    m_detections.push_back({nextId(), photo, spotted.deer, spotted.box, QString::number(spotted.confidence, 'g', 17),
                            spotted.classification, spotted.corrected, flag(spotted.valid), flag(spotted.duplicate),
                            flag(spotted.reviewed)});
    return m_detections.back().front();
}

QString Farm::spot(const QDateTime &time, const QString &where, const Spotted &spotted)
{
    return detection(photo(time, where), spotted);
}

void Farm::season(const QDate &start, const QDate &end, double visitsPerDay, quint32 seed)
{
    std::mt19937 random(seed);
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    QStringList places;
    for (const char *name :
         {"North ridge", "Creek crossing", "Feeder 3", "Old orchard", "South gate", "Hidden pond", "Oak flat"})
        places << location(QString::fromLatin1(name));
    QStringList bucks;
    QStringList does;
    for (const char *name : {"Atlas", "Bramble", "Cinder", "Duke", "Ember", "Forge"})
        bucks << deer(QString::fromLatin1(name), QStringLiteral("buck"));
    for (const char *name : {"Hazel", "Ivy", "Juniper", "Laurel", "Maple", "Willow"})
        does << deer(QString::fromLatin1(name), QStringLiteral("doe"));
    for (QDate day = start; day <= end; day = day.addDays(1)) {
        const double rut = std::exp(-std::pow(QDate(day.year(), 11, 12).daysTo(day) / 12.0, 2));
        std::poisson_distribution<int> visits(visitsPerDay * (1 + 0.8 * rut));
        for (int visit = visits(random); visit > 0; --visit) {
            const double when = uniform();
            const double hour = when < 0.4   ? 6.5 + 2.5 * (uniform() - 0.5)
                                : when < 0.8 ? 18 + 3 * (uniform() - 0.5)
                                             : 24 * uniform();
            const QDateTime time = QDateTime(day, QTime(0, 0), Qt::UTC).addSecs(static_cast<qint64>(3600 * (hour + 6)));
            const QString place = places[static_cast<qsizetype>(7 * uniform() * uniform())];
            const double pick = uniform();
            Spotted animal;
            animal.classification = pick < 0.28 + 0.3 * rut ? (uniform() < 0.4   ? QStringLiteral("buck")
                                                               : uniform() < 0.5 ? QStringLiteral("mature")
                                                                                 : QStringLiteral("young"))
                                    : pick < 0.85           ? QStringLiteral("doe")
                                    : pick < 0.94 ? (day.month() >= 6 ? QStringLiteral("fawn") : QStringLiteral("doe"))
                                                  : QStringLiteral("unknown");
            if (uniform() < 0.15 && pick < 0.85) {
                const QStringList &known = animal.classification == QLatin1String("doe") ? does : bucks;
                animal.deer = known[static_cast<qsizetype>(6 * uniform() * uniform())];
            }
            const int burst = 1 + static_cast<int>(4 * uniform());
            for (int i = 0; i < burst; ++i) {
                animal.confidence = 0.45 + 0.54 * std::sqrt(uniform());
                animal.duplicate = uniform() < 0.03;
                animal.valid = uniform() > 0.02;
                animal.reviewed = uniform() < 0.1;
                animal.corrected = animal.reviewed && uniform() < 0.1 ? QStringLiteral("doe") : QString();
                spot(time.addSecs(2 * i), place, animal);
            }
        }
    }
}

void Farm::crowd(int year, int locations, int animals, quint32 seed)
{
    std::mt19937 random(seed);
    const auto uniform = [&random] { return static_cast<double>(random()) / 4294967296.0; };
    QStringList places;
    for (int i = 0; i < locations; ++i)
        places << location(
            QStringLiteral("Stand %1").arg(i + 1),
            QStringLiteral(R"({"lat": %1, "lon": %2})").arg(30.2 + 0.04 * uniform()).arg(-98.4 + 0.05 * uniform()));
    QStringList known;
    for (int i = 0; i < animals; ++i)
        known << deer(QStringLiteral("Deer %1").arg(i + 1),
                      i % 3 == 0 ? QStringLiteral("buck") : QStringLiteral("doe"));
    for (const int at : {year, year + 1}) {
        for (int i = 0; i < locations; ++i) {
            if (i + 1 == locations && at == year)
                continue;
            const double rate = (at == year ? 2.0 : 1.7) * std::exp(uniform() - 0.5);
            for (QDate day(at, 9, 1); day <= QDate(at, 12, 15); day = day.addDays(1)) {
                if (i == 0 && at == year + 1 && day >= QDate(at, 10, 14) && day < QDate(at, 10, 26))
                    continue; // its batteries are empty
                const QDateTime noon(day, QTime(18, 0), Qt::UTC);
                photo(noon.addSecs(static_cast<qint64>(30000 * (uniform() - 0.5))), places[i]);
                for (int seen = std::poisson_distribution<int>(rate)(random); seen > 0; --seen) {
                    Spotted animal;
                    const double pick = uniform();
                    animal.classification = pick < 0.2   ? QStringLiteral("mature")
                                            : pick < 0.3 ? QStringLiteral("young")
                                            : pick < 0.9 ? QStringLiteral("doe")
                                                         : QStringLiteral("fawn");
                    if (uniform() < 0.3 && animals > 0)
                        animal.deer = known[static_cast<qsizetype>(animals * uniform() * uniform())];
                    spot(noon.addSecs(static_cast<qint64>(50000 * (uniform() - 0.5))), places[i], animal);
                }
            }
        }
    }
}

Result<void> Farm::insert(storage::Postgres &connection, const QString &sql, const Rows &rows)
{
    if (rows.empty())
        return {};
    QVariantList arrays;
    for (qsizetype column = 0; column < rows.front().size(); ++column) {
        QStringList values;
        for (const QStringList &row : rows) {
            QString value = row[column];
            value.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
            values << (value.isEmpty() ? QStringLiteral("NULL") : u'"' + value + u'"');
        }
        arrays << QString(u'{' + values.join(u',') + u'}');
    }
    const Result<qint64> done = connection.execute(sql, arrays);
    return done ? Result<void>() : Result<void>(done.error());
}

Result<void> Farm::store(storage::Postgres &connection)
{
    const std::pair<QString, Rows *> tables[] = {
        {QStringLiteral(
             "INSERT INTO locations (id, name, coordinates, active, image_count) SELECT id, name, place::json, "
             "true, 0 FROM unnest(?::uuid[], ?::text[], ?::text[]) AS t(id, name, place)"),
         &m_locations},
        {QStringLiteral("INSERT INTO deer (id, name, sex, status, species, created_at, first_seen, last_seen, "
                        "confidence, sighting_count) "
                        "SELECT id, name, sex, 'alive', 'white_tailed_deer', now(), now(), now(), 0.9, 1 FROM "
                        "unnest(?::uuid[], ?::text[], ?::deersex[]) AS t(id, name, sex)"),
         &m_deer},
        {QStringLiteral(
             "INSERT INTO images (id, filename, path, \"timestamp\", created_at, location_id, processing_status) "
             "SELECT id, regexp_replace(path, '.*/', ''), path, time, time, place, status "
             "FROM unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::uuid[], ?::processingstatus[]) AS t(id, path, "
             "time, place, status)"),
         &m_photos},
        {QStringLiteral("INSERT INTO detections (id, image_id, deer_id, bbox, confidence, classification, "
                        "corrected_classification, is_valid, is_duplicate, is_reviewed, created_at) "
                        "SELECT id, image, deer, coalesce(box, 'null')::json, confidence, class, corrected, valid, "
                        "duplicate, reviewed, now() "
                        "FROM unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::float8[], ?::text[], ?::text[], "
                        "?::bool[], ?::bool[], ?::bool[]) "
                        "AS t(id, image, deer, box, confidence, class, corrected, valid, duplicate, reviewed)"),
         &m_detections}};
    for (const auto &[sql, rows] : tables) {
        if (Result<void> done = insert(connection, sql, *rows); !done)
            return done;
        rows->clear();
    }
    return {};
}

} // namespace herdbook::test
