// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/cropcounts.h"
#include "core/exports/exportrequest.h"
#include "core/render/dataset/spool.h"
#include "core/render/photo/photocrops.h"
#include "core/season/detectionrows.h"
#include "core/season/statistics.h"

namespace herdbook::render {

/// One detection on its way into a data set.
struct DatasetRecord
{
    season::DetectionRow row;
    std::optional<Box> box;
    std::optional<CropFault> fault; ///< why it has no crop
    QString why;                    ///< of the fault or the damage, for people
    bool damaged = false;           ///< the photo is damaged where the box lies or above
    /// Whether the photo is damaged there; nothing where no crop was made to tell.
    std::optional<bool> knownDamage() const
    {
        if (damaged || fault == CropFault::PhotoDamaged)
            return true;
        return cropFile.isEmpty() ? std::nullopt : std::optional(false);
    }
    SpoolEntry crop;  ///< empty without crop
    QString cropFile; ///< name within the archive; empty without crop
    QSize cropSize;
    QRect source; ///< the crop's part of the photo, pixels as stored
    QSize photo;  ///< the photo's size in pixels as stored; empty where it isn't known
};

/// Everything the describing files of a data set tell.
struct Dataset
{
    exports::ExportRequest request;
    QTimeZone zone;
    std::vector<DatasetRecord> records;                       ///< ordered by crop file, then id
    QStringList unknownIds;                                   ///< asked for, but not in the database
    QStringList photolessIds;                                 ///< asked for and there, but not their photos
    BoxUnit boxUnit = BoxUnit::Pixels;                        ///< of the database's boxes
    std::shared_ptr<const season::SeasonStatistics> season{}; ///< of a request by dates: for the capture history
    QStringList remarks{}; ///< what of the tables was taken in a way that its reader should know, as sentences

    /// Asked for by their ids, and of none of the records.
    int unlistedCount() const { return static_cast<int>(unknownIds.size() + photolessIds.size()); }
    int missingCount() const; ///< without crop, unlisted ones included
    exports::CropCounts counts() const;
    int cropCount() const;
};

/// A class in its one spelling: 'DOE', ' doe' and 'doe' are one. Where none is set "unclassified", which is no deer of an unknown kind.
QString className(const QString &classification);

/// `crops/{period}/{class}/{id}.jpg`: the period by the request's grouping, in the site's time zone.
QString cropFileOf(const season::DetectionRow &row, exports::GroupBy groupBy, const QTimeZone &zone);

/// The describing files. Each is written piece by piece.
/// What a table begins with: a byte order mark where it is asked for.
QByteArray tableMark(const Dataset &dataset);
void writeMetadataCsv(SpoolWriter &out, const Dataset &dataset);
void writeMissingCsv(SpoolWriter &out, const Dataset &dataset);
void writeMetadataJson(SpoolWriter &out, const Dataset &dataset);
void writeCoco(SpoolWriter &out, const Dataset &dataset);
QByteArray metadataSchema();
/// @param files names of what is in the archive beside the crops.
QByteArray readme(const Dataset &dataset, const QStringList &files);

} // namespace herdbook::render
