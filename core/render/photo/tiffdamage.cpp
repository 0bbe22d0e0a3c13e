// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/tiffdamage.h"

#include "core/render/photo/blanksectors.h"

#include <array>

#include <tiffio.h>
#include <zlib.h>

namespace herdbook::render {

namespace {

/// Whether deflated data ends well, after no more bytes than its block has, and has the sum that stands behind it.
bool isWholeDeflate(const QByteArray &bytes, const Extent &data, quint64 most, const std::stop_token &stop)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return true;
    std::array<Bytef, 65536> out{};
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData() + data.first));
    stream.avail_in = static_cast<uInt>(data.size());
    int status = Z_OK;
    while (status == Z_OK && stream.total_out <= most && !stop.stop_requested()) {
        stream.next_out = out.data();
        stream.avail_out = static_cast<uInt>(std::min<quint64>(out.size(), most + 1 - stream.total_out));
        status = inflate(&stream, Z_NO_FLUSH);
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END;
}

/// Whether packed data shows a lost sector.
bool isPackedWhole(const QByteArray &bytes, const Extent &data, quint16 compression, quint64 most,
                   const std::stop_token &stop)
{
    constexpr qint64 NoPackingHas = 256; // equal bytes on end: a black picture is packed as other bytes
    switch (compression) {
    case COMPRESSION_ADOBE_DEFLATE:
    case COMPRESSION_DEFLATE:
        return isWholeDeflate(bytes, data, most, stop);
    case COMPRESSION_LZW:
    case COMPRESSION_PACKBITS:
    case COMPRESSION_JPEG:
        return blankRuns(bytes, data, NoPackingHas).empty();
    default:
        return true;
    }
}

struct Block
{
    Extent data;
    int top; ///< its first row
};

/// Looks through strips or tiles of pixels as they are; those that follow each other in the file as one.
void doubtStored(const QByteArray &bytes, const std::vector<Block> &blocks, qint64 line, bool comparable,
                 PartRows &rows)
{
    for (auto first = blocks.begin(); first != blocks.end();) {
        auto next = first + 1;
        while (next != blocks.end() && next->data.first == (next - 1)->data.end)
            ++next;
        for (const Extent &lost :
             blankSectors(bytes, {first->data.first, (next - 1)->data.end}, comparable ? line : 0)) {
            for (auto block = first; block != next; ++block) {
                const qint64 from = std::max(lost.first, block->data.first) - block->data.first;
                const qint64 to = std::min(lost.end, block->data.end) - block->data.first;
                if (from < to)
                    rows.doubt(block->top + static_cast<int>(from / line),
                               block->top + static_cast<int>((to - 1) / line) + 1);
            }
        }
        first = next;
    }
}

} // namespace

void doubtTiff(TIFF *file, const QByteArray &bytes, const QSize &photo, PartRows &rows, const std::stop_token &stop)
{
    quint16 compression = COMPRESSION_NONE, bits = 1;
    TIFFGetFieldDefaulted(file, TIFFTAG_COMPRESSION, &compression);
    TIFFGetFieldDefaulted(file, TIFFTAG_BITSPERSAMPLE, &bits);
    quint32 length = 0;
    void *profile = nullptr;
    if (TIFFGetField(file, TIFFTAG_ICCPROFILE, &length, &profile) != 0 &&
        !isSoundProfile(QByteArray::fromRawData(static_cast<const char *>(profile), length)))
        rows.doubt(0, photo.height());
    const bool tiled = TIFFIsTiled(file) != 0;
    quint32 width = static_cast<quint32>(photo.width()), height = static_cast<quint32>(photo.height());
    if (tiled) {
        TIFFGetField(file, TIFFTAG_TILEWIDTH, &width);
        TIFFGetField(file, TIFFTAG_TILELENGTH, &height);
    } else {
        TIFFGetFieldDefaulted(file, TIFFTAG_ROWSPERSTRIP, &height);
        height = std::min(height, static_cast<quint32>(photo.height()));
    }
    const auto across = tiled ? (static_cast<quint32>(photo.width()) + width - 1) / width : 1;
    const quint32 down = (static_cast<quint32>(photo.height()) + height - 1) / height;
    const qint64 line = static_cast<qint64>(tiled ? TIFFTileRowSize64(file) : TIFFScanlineSize64(file));
    const quint32 blocks = tiled ? TIFFNumberOfTiles(file) : TIFFNumberOfStrips(file);
    std::vector<Block> stored; // all of them: a lost run is known by its ends, which may lie where no part needs rows
    bool misplaced = false;
    const quint64 whole = tiled ? TIFFTileSize64(file) : TIFFStripSize64(file);
    for (quint32 block = 0; block < blocks && !stop.stop_requested(); ++block) {
        const int top = static_cast<int>(block % (across * down) / across * height);
        const int bottom = std::min(photo.height(), top + static_cast<int>(height));
        const quint64 first = TIFFGetStrileOffset(file, block), size = TIFFGetStrileByteCount(file, block);
        constexpr quint64 Header = 8;
        const auto all = static_cast<quint64>(bytes.size());
        // No packing doubles a block: many that claim the whole file would be looked through for hours.
        const Extent data{static_cast<qint64>(first), static_cast<qint64>(first + std::min(size, 2 * whole + 1024))};
        if (first < Header || first > all || size > all - first) {
            misplaced = true;
        } else if (compression == COMPRESSION_NONE) {
            const auto rowsHeld = static_cast<quint32>(bottom - top);
            misplaced = misplaced || size < (tiled ? TIFFTileSize64(file) : TIFFVStripSize64(file, rowsHeld));
            stored.push_back({data, top});
        } else if (rows.nextNeeded(top) < bottom && !isPackedWhole(bytes, data, compression, whole, stop)) {
            rows.doubt(top, bottom);
        }
    }
    if (misplaced) // where the missing piece was isn't known: what follows it is displaced
        rows.doubt(0, photo.height());
    if (line > 0)
        doubtStored(bytes, stored, line, bits >= 8, rows);
}

} // namespace herdbook::render
