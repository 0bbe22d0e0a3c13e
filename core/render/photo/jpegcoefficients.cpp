// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegcoefficients.h"

#include <QtEndian>

#include <jerror.h>
#include <new>

namespace herdbook::render {

namespace {

constexpr int Escape = -128; // before a coefficient that one byte can't hold

/// A block: how many bytes of the map of coefficients that aren't zero follow, the map, the coefficients.
void pack(const JCOEF *block, std::vector<uchar> &to)
{
    quint64 map = 0;
    for (int k = 0; k < DCTSIZE2; ++k)
        map |= quint64{block[k] != 0} << k;
    const std::size_t head = to.size();
    to.push_back(0);
    for (quint64 left = map; left != 0; left >>= 8, ++to[head])
        to.push_back(static_cast<uchar>(left));
    for (int k = 0; k < DCTSIZE2; ++k) {
        const JCOEF value = block[k];
        if (value == 0)
            continue;
        if (value > Escape && value < -Escape) {
            to.push_back(static_cast<uchar>(value));
            continue;
        }
        to.push_back(static_cast<uchar>(Escape));
        to.push_back(static_cast<uchar>(value));
        to.push_back(static_cast<uchar>(value >> 8));
    }
}

const uchar *unpack(const uchar *from, JCOEF *block)
{
    std::fill_n(block, DCTSIZE2, JCOEF{0});
    quint64 map = 0;
    const int length = *from++;
    for (int i = 0; i < length; ++i)
        map |= quint64{*from++} << (8 * i);
    for (int k = 0; map != 0; ++k, map >>= 1) {
        if ((map & 1) == 0)
            continue;
        block[k] = static_cast<signed char>(*from++);
        if (block[k] == Escape) {
            block[k] = qFromLittleEndian<qint16>(from);
            from += 2;
        }
    }
    return from;
}

} // namespace

/// The coefficients of one color.
struct JpegCoefficients::Plane
{
    std::size_t blocks = 0;                 ///< in a row
    std::vector<std::vector<uchar>> packed; ///< by row; an empty one is all zeros
    std::vector<JCOEF> window;              ///< the rows in use
    std::vector<JBLOCKROW> lines;           ///< the window's, as libjpeg wants them
    JDIMENSION first = 0, count = 0;        ///< rows in the window
    bool written = false;                   ///< the window differs from what is packed

    std::size_t rowSize() const { return blocks * DCTSIZE2; }
};

void JpegCoefficients::Drop::operator()(Plane *plane) const
{
    delete plane;
}

void JpegCoefficients::serve(jpeg_decompress_struct &codec)
{
    codec.client_data = this;
    codec.mem->request_virt_barray = request;
    codec.mem->access_virt_barray = access;
}

void JpegCoefficients::clear()
{
    m_planes.clear();
    m_held = 0;
}

JpegCoefficients::Plane *JpegCoefficients::plane(JDIMENSION blocks, JDIMENSION rows, JDIMENSION most)
{
    try {
        std::unique_ptr<Plane, Drop> plane(new Plane);
        plane->blocks = blocks;
        plane->packed.resize(rows);
        plane->window.resize(most * plane->rowSize());
        for (JDIMENSION row = 0; row < most; ++row)
            plane->lines.push_back(reinterpret_cast<JBLOCKROW>(plane->window.data() + row * plane->rowSize()));
        return m_planes.emplace_back(std::move(plane)).get();
    } catch (const std::bad_alloc &) {
        return nullptr;
    }
}

/// Lets the window stand at other rows; false where there is no memory for what was written.
bool JpegCoefficients::move(Plane &plane, JDIMENSION first, JDIMENSION count)
{
    try {
        for (JDIMENSION row = 0; plane.written && row < plane.count; ++row) {
            m_packing.clear();
            for (std::size_t block = 0; block < plane.blocks; ++block)
                pack(plane.lines[row][block], m_packing);
            std::vector<uchar> &packed = plane.packed[plane.first + row];
            m_held += static_cast<qint64>(m_packing.size()) - static_cast<qint64>(packed.size());
            std::vector<uchar>(m_packing).swap(packed);
        }
    } catch (const std::bad_alloc &) {
        return false;
    }
    plane.written = false;
    plane.first = first;
    plane.count = count;
    for (JDIMENSION row = 0; row < count; ++row) {
        const std::vector<uchar> &packed = plane.packed[first + row];
        if (packed.empty()) {
            std::fill_n(plane.lines[row][0], plane.rowSize(), JCOEF{0});
            continue;
        }
        const uchar *from = packed.data();
        for (std::size_t block = 0; block < plane.blocks; ++block)
            from = unpack(from, plane.lines[row][block]);
    }
    return true;
}

// Called by libjpeg, whose errors jump: nothing here may need a destructor where they do.
jvirt_barray_ptr JpegCoefficients::request(j_common_ptr codec, int, boolean, JDIMENSION blocks, JDIMENSION rows,
                                           JDIMENSION most)
{
    Plane *plane = static_cast<JpegCoefficients *>(codec->client_data)->plane(blocks, rows, most);
    if (plane == nullptr)
        ERREXIT1(codec, JERR_OUT_OF_MEMORY, 0);
    return reinterpret_cast<jvirt_barray_ptr>(plane);
}

JBLOCKARRAY JpegCoefficients::access(j_common_ptr codec, jvirt_barray_ptr array, JDIMENSION first, JDIMENSION count,
                                     boolean writable)
{
    auto *self = static_cast<JpegCoefficients *>(codec->client_data);
    auto *plane = reinterpret_cast<Plane *>(array);
    if (count > plane->lines.size() || first + count > plane->packed.size())
        ERREXIT(codec, JERR_BAD_VIRTUAL_ACCESS);
    const bool there = first == plane->first && count == plane->count;
    if (!there && (!self->move(*plane, first, count) || self->m_held > codec->mem->max_memory_to_use))
        ERREXIT1(codec, JERR_OUT_OF_MEMORY, 0);
    plane->written = plane->written || writable != FALSE;
    return plane->lines.data();
}

} // namespace herdbook::render
