// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/document.h"
#include "core/season/effort/seasoneffort.h"

namespace herdbook::render {

/// A location on the map.
struct MapPlace
{
    QString name;
    Coordinates place;
    double value = 0;       ///< per 100 camera-days: the disc's area
    QString note;           ///< below the name, such as "453"
    bool isCompared = true; ///< else dashed
};

/// A sketch of the locations by their coordinates: discs, names where they find room, north arrow and scale. Nothing is fetched from
/// outside.
struct SketchMap
{
    QString title;
    QString note;
    std::vector<MapPlace> places;
    QStringList unplaced; ///< cameras that worked and have no coordinates
};

/// @return names and notes of the places for which there is no room.
QStringList paintSketchMap(QPainter &painter, const QRectF &rect, const SketchMap &map);

/// Lines of small print with the places that a map of this size leaves unnamed and those that are not on it, or why there is no map;
/// nothing where it names all.
void addUnnamed(layout::Document &document, const SketchMap &map, const QSizeF &size);

/// The places of a period, with their rates; those without coordinates are named apart.
/// @param compared ids of the locations that are compared; empty: all.
SketchMap sketchMapOf(const season::SeasonEffort &effort, const QStringList &compared);

} // namespace herdbook::render
