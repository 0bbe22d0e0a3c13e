// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <stop_token>
#include <vector>

struct jpeg_decompress_struct;

namespace herdbook::render {

constexpr qsizetype RepeatedBytes = 48; ///< as many equal bytes in a row are no picture

/// What reading the codes of a scan finds that decoding passes over: after a damaged piece the codes soon are in step again, and libjpeg takes
/// what it made of them for picture.
struct ScanFit
{
    bool whole = true;   ///< it was read to its end
    bool misfit = false; ///< data is left over at the end, of more bits than filling has
    bool blank = false;  ///< zeros are in it that are no picture, as of a sector that was lost
    /// Rows of blocks with codes that no encoder writes; without restart markers the first one only.
    std::vector<int> signs;
    /// Damage begins at the first sign, as such codes abound there; otherwise anywhere above.
    bool placed = true;

    bool isSound() const { return whole && !misfit && !blank && signs.empty(); }
};

/// Reads the codes of a JPEG's only scan (Huffman coding, sequential), without making a picture of them.
/// @param codec that has started, for its tables and the scan's form. Others than these are taken as sound.
/// @param data of the scan, up to the end of the file.
ScanFit readScan(const jpeg_decompress_struct &codec, const uchar *data, const uchar *end, const std::stop_token &stop);

} // namespace herdbook::render
