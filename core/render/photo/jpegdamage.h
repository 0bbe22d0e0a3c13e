// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <stop_token>
#include <vector>

struct jpeg_decompress_struct;

namespace herdbook::render {

/// Rows of a photo, in its pixels, that damage reaches: from `first` to before `end`.
struct DamagedRows
{
    int first = 0;
    int end = 0;
    bool lost = false; ///< there is no data; otherwise what comes out may be displaced, discolored or coarse
    bool operator==(const DamagedRows &) const = default;
};

/// Finds where a JPEG is damaged, by decoding all of it: for one whose decoding met something suspicious.
///
/// Huffman codes soon fall into step again after a damaged piece, so that the rest decodes without complaint, but displaced; only at the end
/// of a scan blocks are missing or data is left over. Then everything from the first sign on is doubtful: from bytes that repeat as no
/// picture's do (a bad sector reads as zeros) or that are no code; from the first row where there is no sign. Restart markers bound the
/// damage to the rows between them, as long as the scan ends as it should.
/// @param bytes whose header libjpeg reads.
/// @param mostMemory for the codec, in bytes.
std::vector<DamagedRows> findJpegDamage(const QByteArray &bytes, qint64 mostMemory, const std::stop_token &stop);

/// Whether a JPEG of several scans, started and read to its end, lacks some: those of a color, or those that bring the detail.
bool lacksScans(const jpeg_decompress_struct &codec);

} // namespace herdbook::render
