// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/postgres.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace herdbook::test {

/// One detection as a test wants it.
struct Spotted
{
    QString classification = QStringLiteral("doe");
    QString corrected;
    QString deer;
    QString box = QStringLiteral(R"({"x": 100, "y": 80, "width": 200, "height": 150})");
    double confidence = 0.9;
    bool valid = true;
    bool duplicate = false;
    bool reviewed = false;
};

/// Fills a deployed database with made-up animals. Rows are kept until store(). Ids are numbers in the shape of UUIDs,
/// the same in every run.
class Farm
{
public:
    /// @param coordinates JSON, such as {"lat": 30.1, "lon": -98.2}; may be empty.
    QString location(const QString &name, const QString &coordinates = {});
    QString deer(const QString &name, const QString &sex);
    /// @param path as in the database; empty: /mnt/images/{number}.jpg.
    QString photo(const QDateTime &time, const QString &location = {}, const QString &path = {},
                  const QString &status = QStringLiteral("completed"));
    QString detection(const QString &photo, const Spotted &spotted = {});
    /// A detection on a photo of its own.
    QString spot(const QDateTime &time, const QString &location = {}, const Spotted &spotted = {});

    /// A year's course: visits in bursts, a rut of bucks in November, fawns from June on, dawn and dusk, unequal
    /// locations, twelve known deer.
    void season(const QDate &start, const QDate &end, double visitsPerDay, quint32 seed = 7);

    /// Two autumns (October and November of `year` and the next) of a large ranch with coordinates: `locations` cameras, of which the
    /// last one is new in the second year and the first one fails for twelve days, and `animals` known deer.
    void crowd(int year, int locations, int animals, quint32 seed = 11);

    /// Writes all rows.
    Result<void> store(storage::Postgres &connection);

private:
    QString nextId();
    using Rows = std::vector<QStringList>;
    static Result<void> insert(storage::Postgres &connection, const QString &sql, const Rows &rows);

    int m_last = 0;
    int m_photoCount = 0;
    QStringList m_locationNames;
    Rows m_locations;
    Rows m_deer;
    Rows m_photos;
    Rows m_detections;
};

} // namespace herdbook::test
