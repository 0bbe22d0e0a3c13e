// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photofault.h"

#include <array>

namespace herdbook::render {

QString wireName(CropFault fault)
{
    static const std::array<QString, 8> names = {QStringLiteral("bad_box"),       QStringLiteral("outside_photo"),
                                                 QStringLiteral("photo_missing"), QStringLiteral("photo_unreadable"),
                                                 QStringLiteral("photo_damaged"), QStringLiteral("photo_too_large"),
                                                 QStringLiteral("photo_outside"), QStringLiteral("box_too_small")};
    return names[static_cast<std::size_t>(fault)];
}

QString describe(CropFault fault)
{
    static const std::array<QString, 8> sentences = {QStringLiteral("The box is malformed or has no area"),
                                                     QStringLiteral("The box lies outside the photo"),
                                                     QStringLiteral("The photo's file is missing"),
                                                     QStringLiteral("The photo's file can't be read"),
                                                     QStringLiteral("The photo's file is damaged"),
                                                     QStringLiteral("The photo is too large to decode"),
                                                     QStringLiteral("The photo's path leads out of the image folder"),
                                                     QStringLiteral("The box is smaller than half a pixel")};
    return sentences[static_cast<std::size_t>(fault)];
}

QString describeOtherUnit()
{
    return QStringLiteral("The box is in fractions or tiny, while other boxes of the database are in pixels");
}

} // namespace herdbook::render
