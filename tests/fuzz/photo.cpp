// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photocrops.h"
#include "tests/fuzz/property.h"

using namespace herdbook::render;

/// Whatever a file holds, each box gets a crop of the size asked for or a reason; the decoder keeps to its limits.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    CropOrder order;
    order.boxes = {Box(0, 0, 1e6, 1e6), Box(7, 5, 20, 11.5), Box(-3, 30, 9, 400), std::nullopt};
    order.longest = 24;
    order.limits = {qint64{1} << 20, qint64{16} << 20};
    const std::vector<Crop> crops = cropPhoto(bytes, order);
    HERDBOOK_PROPERTY(crops.size() == order.boxes.size());
    HERDBOOK_PROPERTY(crops.back().fault == CropFault::BadBox);
    for (const Crop &crop : crops) {
        HERDBOOK_PROPERTY(crop.fault.has_value() == crop.image.isNull());
        HERDBOOK_PROPERTY(std::max(crop.image.width(), crop.image.height()) <= order.longest);
        HERDBOOK_PROPERTY(qint64{crop.photo.width()} * crop.photo.height() <= order.limits.pixels);
        if (crop.fault)
            HERDBOOK_PROPERTY(!describe(*crop.fault).isEmpty());
        else
            HERDBOOK_PROPERTY(QRect(QPoint(), crop.photo).contains(crop.source) &&
                              (!crop.damaged || !crop.why.isEmpty()));
    }
    return 0;
}
