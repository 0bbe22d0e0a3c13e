// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/season/statistics.h"

#include <QHash>
#include <QJsonObject>

namespace herdbook::storage {
class Row;
}

namespace herdbook::season {

/// Sorts the rows of seasonSql() into the figures.
class SeasonCollector
{
public:
    /// @param season with its empty timeline, days and classes, and its effort.
    explicit SeasonCollector(SeasonStatistics &season);

    void take(const storage::Row &row);

    /// Whether a row came of a class that wasn't asked for; where it was counted is wrong then.
    bool hasStrangeClass() const { return m_strange; }
    /// A camera that worked and took no photo in the period has its line too, so that all tables add up.
    void addQuietCameras();
    /// Those of which there is a profile, most detections first; once.
    std::vector<IndividualHistory> knownDeer();

private:
    BucketStatistics &bucketOf(const QDate &day);
    void takePhotos(const QString &id, qint64 photos, const QJsonObject &more);
    void takeHour(const CameraEffort &camera, qint64 day, const QString &hour, qint64 count);
    void takeIndividual(const QString &id, qint64 sightings, const QJsonObject &more);
    int dayIn(int hourOfPeriod) const;
    void takeSighting(IndividualHistory &deer, const QString &place, int hourOfPeriod, qint64 count) const;
    std::size_t classIndex(const QString &name);
    ClassStatistics &classOf(const QString &name);
    LocationStatistics &location(const QString &id);

    SeasonStatistics &m_season;
    QHash<QDate, std::size_t> m_buckets;
    QHash<QString, std::size_t> m_classes;
    bool m_strange = false;
    QHash<QString, std::size_t> m_locations;
    QHash<QString, std::size_t> m_cameras;
    QHash<QString, IndividualHistory> m_known; ///< by id; without one where there is no profile
};

} // namespace herdbook::season
