// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <vector>

namespace herdbook::render {

/// Bytes [first, end) of a file.
struct Extent
{
    qint64 first = 0, end = 0;
    qint64 size() const { return end - first; }
};

/// Runs of at least `least` equal bytes, all 0 or all 0xff, within `data`: as long as they are.
std::vector<Extent> blankRuns(const QByteArray &bytes, Extent data, qint64 least);

/// Whether a run begins or ends where a disk's sector does, as sectors that were lost do and pictures hardly.
bool beginsWithSector(const Extent &run);
bool endsWithSector(const Extent &run);

/// Runs in pixels stored as they are that look like lost sectors and not like a black or white part of the picture: both ends are a sector's,
/// or the lines above and below are of another brightness along the whole run. What looks like picture all the same can't be told.
/// @param data of pixels alone; lines follow each other without gaps.
/// @param line bytes of a line of pixels; 0: neighbors say nothing (samples of some bits).
std::vector<Extent> blankSectors(const QByteArray &bytes, Extent data, qint64 line);

/// Whether this is an ICC profile of the length it claims; empty: there is none, which is sound.
bool isSoundProfile(const QByteArray &icc);

} // namespace herdbook::render
