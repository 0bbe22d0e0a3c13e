// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/render/dataset/camtrapdp.h"
#include "core/render/dataset/record.h"

namespace herdbook::storage {
class Postgres;
}

namespace herdbook::render {

/// What an archive is made from.
struct Material
{
    Dataset dataset;
    std::optional<CamtrapContext> places;
};

/// Reads what an archive is made from in one snapshot of the database. One without detections is no error here.
Result<Material> gatherDataset(storage::Postgres &connection, const exports::ExportRequest &request,
                               const Settings &settings, const QDateTime &now);

} // namespace herdbook::render
