// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QMap>
#include <QStringList>
#include <optional>

namespace herdbook::exports {

/// What a data set lacks, counted in detections: each is in one of the four counts or in none. One without crops lacks the detections that aren't
/// in it, `missing`.
struct CropCounts
{
    int missing = 0;    ///< no such photo or detection, no usable box
    int unreadable = 0; ///< photos that may not or can't be read, or are too large
    int damaged = 0;    ///< photos damaged where the detection is; most of these have a crop, flagged `damaged`
    int outside = 0;    ///< links out of the image folder, boxes beside the photo
    int withCrop = 0;   ///< of `damaged`, those that have a crop

    struct Reason
    {
        int detections = 0;
        int photos = 0;
        bool operator==(const Reason &) const = default;
    };
    QMap<QString, Reason> reasons; ///< by the names of missing.csv
    QStringList names;             ///< file names of the first photos of these, at most MostNames
    static constexpr int MostNames = 10;
    QStringList whys; ///< sentences why photos can't be read, the commonest first, at most MostWhys
    static constexpr int MostWhys = 3;

    int total() const { return missing + unreadable + damaged + outside; }
    int withoutCrop() const { return total() - withCrop; }
    bool operator==(const CropCounts &) const = default;
};

/// Writes the fields `crops_missing`, `crops_unreadable`, `crops_damaged`, `crops_outside`, and Herdbook's own `crops_flagged`,
/// `crops_reasons`, `crops_names` and `crops_whys`, into a status.
void insertCropCounts(QJsonObject &status, const CropCounts &counts);

/// Reads them; nothing where the status has none of the four.
std::optional<CropCounts> cropCountsIn(const QJsonObject &status);

} // namespace herdbook::exports
