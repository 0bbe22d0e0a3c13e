// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/load/cells.h"
#include "core/render/photo/photocrops.h"
#include "tests/fuzz/property.h"

#include <cmath>

using namespace herdbook;

/// Whatever a detection's box column holds: a box with finite numbers and an area, or none.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    if (const auto box = render::boxFromJson(json)) {
        HERDBOOK_PROPERTY(std::isfinite(box->x()) && std::isfinite(box->y()));
        HERDBOOK_PROPERTY(box->width() > 0 && box->height() > 0 && std::isfinite(box->width() * box->height()));
        (void)render::looksLikeFractions(*box);
    }
    const reid::Box box = reid::readBox({json.constData(), size});
    HERDBOOK_PROPERTY(std::isfinite(box.x) && std::isfinite(box.y) && std::isfinite(box.width) &&
                      std::isfinite(box.height));
    return 0;
}
