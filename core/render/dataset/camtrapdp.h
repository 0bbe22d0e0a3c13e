// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/dataset/record.h"
#include "core/render/dataset/taxa.h"

#include <QHash>
#include <QJsonArray>
#include <QPointF>

namespace herdbook::render {

/// A location as a deployment of Camtrap DP.
struct CamtrapPlace
{
    QString id;
    QString name;
    double latitude = 0;  ///< WGS84, degrees, -90 to 90
    double longitude = 0; ///< WGS84, degrees, -180 to 180
    QDateTime
        first; ///< UTC; its first and last photo of a possible date, as the bounds of a deployment aren't recorded
    QDateTime last;
    qint64 impossible = 0; ///< photos whose date can't be right; they set no bounds
    qint64 unread = 0;     ///< photos that no one has looked for animals in
};

/// What the package says besides the data set.
struct CamtrapContext
{
    QHash<QString, CamtrapPlace> places; ///< those asked for that have photos and usable coordinates, by location id
    int withoutCoordinates = 0;          ///< those that have photos, but no usable coordinates
    int withoutDates = 0;                ///< those whose photos all have impossible dates
    QStringList species;                 ///< of the database's deer, each once; an empty one: of some nothing is said
    QStringList contributors;            ///< names; empty: not stated
    QString license;                     ///< SPDX name; empty: not stated
    QDateTime made;                      ///< UTC
};

/// Camtrap DP 1.0 (https://camtrap-dp.tdwg.org): locations as deployments, photos as media, detections as observations at the level of
/// media. Of a request by dates every location with photos is a deployment, whatever was seen there. What has no coordinates can't be part of it, as the standard requires them, and it has no word for a detection that is marked as
/// invalid or as a duplicate, or for a date that can't be right: they are left out, counted and listed.
class CamtrapPackage
{
public:
    CamtrapPackage(const Dataset &dataset, CamtrapContext context);

    /// Detections that can't be part of it.
    int leftOut() const { return static_cast<int>(m_leftOut.size()); }
    /// How many are left out by reason: "Marked as a duplicate (1); Marked as invalid (2)".
    QString leftOutText() const;
    /// Which locations with photos in the period are no deployments, as sentences; empty: none, or not asked for by dates.
    QString placesLeftOutText() const;
    /// Whether nothing is left to be a package of.
    bool isEmpty() const { return m_places.empty(); }

    QByteArray description() const; ///< datapackage.json
    void writeDeployments(SpoolWriter &out) const;
    void writeMedia(SpoolWriter &out) const;
    void writeObservations(SpoolWriter &out) const;
    void writeLeftOut(SpoolWriter &out) const;

private:
    QByteArray time(const QDateTime &instant) const;
    QJsonArray taxa() const;                                   ///< of what is seen
    const char *whyLeftOut(const DatasetRecord &record) const; ///< null where it isn't
    bool byDates() const { return m_dataset.request.detectionIds.isEmpty(); }
    const Taxon *taxonOf(const DatasetRecord &record) const; ///< null where it shows none
    QString deerText() const;                                ///< where the deer's name comes from, as a sentence
    QString scopeText() const; ///< what a deployment without observations says, as sentences

    const Dataset &m_dataset;
    const CamtrapContext m_context;
    const Taxon &m_deer;
    std::vector<const DatasetRecord *> m_records;                          ///< what is part of it
    std::vector<std::pair<const DatasetRecord *, const char *>> m_leftOut; ///< with the reason
    std::vector<const CamtrapPlace *> m_places;                            ///< the deployments, ordered by id
};

/// What a class is in the standard's words. Deer are deerFamily(): a class says nothing of their species.
struct CamtrapClass
{
    const char *type = "animal";  ///< observationType
    const Taxon *taxon = nullptr; ///< null: none
    const char *lifeStage = "";
    const char *sex = "";
};
CamtrapClass camtrapClass(const QString &classification);

} // namespace herdbook::render
