// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstdio>
#include <jpeglib.h>
#include <memory>
#include <vector>

namespace herdbook::render {

/// Takes the place of libjpeg's own arrays of coefficients, which a JPEG of several scans needs as a whole: 128 bytes for a block of 8 x 8,
/// most of them zeros. Here only the rows in use are as libjpeg wants them; all others are packed. Codec and store end together.
class JpegCoefficients
{
public:
    /// After jpeg_create_decompress(), before anything is read. No more than the codec's max_memory_to_use is held: beyond that the codec
    /// ends with JERR_OUT_OF_MEMORY.
    void serve(jpeg_decompress_struct &codec);
    /// Gives the memory back, after jpeg_abort_decompress().
    void clear();

private:
    struct Plane;
    struct Drop
    {
        void operator()(Plane *plane) const;
    };

    static jvirt_barray_ptr request(j_common_ptr codec, int pool, boolean zeroed, JDIMENSION blocks, JDIMENSION rows,
                                    JDIMENSION most);
    static JBLOCKARRAY access(j_common_ptr codec, jvirt_barray_ptr array, JDIMENSION first, JDIMENSION count,
                              boolean writable);
    Plane *plane(JDIMENSION blocks, JDIMENSION rows, JDIMENSION most);
    bool move(Plane &plane, JDIMENSION first, JDIMENSION count);

    std::vector<std::unique_ptr<Plane, Drop>> m_planes;
    std::vector<uchar> m_packing;
    qint64 m_held = 0; ///< bytes packed
};

} // namespace herdbook::render
