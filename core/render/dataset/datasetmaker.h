// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/dataset/camtrapdp.h"
#include "core/render/dataset/record.h"
#include "core/render/photo/photosinhand.h"
#include "core/render/photo/photostore.h"

#include <functional>
#include <stop_token>

namespace herdbook::render {

/// What making the crops needs.
struct CropPlan
{
    PhotoStore &photos;
    PhotosInHand &inHand;
    BoxUnit boxUnit = BoxUnit::Pixels;
    int cropSize = 300;
    exports::GroupBy groupBy = exports::GroupBy::Month;
    QTimeZone zone;
    int threads = 0; ///< 0: one for each processor
};

/// Makes the crops of all records into the spool, photo by photo, each decoded once, on all threads; one crop per
/// thread is in memory. Sets each record's crop or fault. Records of one photo must follow each other.
/// @param progress called in the calling thread with the number of records done, and the file name of a photo that is waited for.
Result<void> makeCrops(std::vector<DatasetRecord> &records, Spool &spool, const CropPlan &plan,
                       const std::function<void(int, const QString &)> &progress, std::stop_token stop);

/// Writes the describing files and the archive with all crops to `path`.
/// @param camtrap the same as Camtrap DP, where that was asked for.
Result<void> writeDataset(const Dataset &dataset, const std::optional<CamtrapPackage> &camtrap, Spool &spool,
                          const QString &path, std::stop_token stop);

} // namespace herdbook::render
