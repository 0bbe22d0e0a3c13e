// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegreader.h"

#include <csetjmp>
#include <cstdio>
#include <cstdlib>

#include <jerror.h>
#include <jpeglib.h>

namespace herdbook::render {

namespace {

/// libjpeg reports fatal errors by a function that must not return: it jumps back to the call. Between setjmp and the
/// calls into libjpeg no object with a destructor is made.
struct ErrorManager
{
    jpeg_error_mgr base{};
    std::jmp_buf jump{};
    bool damaged = false;
};

ErrorManager *managerOf(j_common_ptr codec)
{
    return reinterpret_cast<ErrorManager *>(codec->err);
}

void setUp(ErrorManager &errors)
{
    jpeg_std_error(&errors.base);
    errors.base.error_exit = [](j_common_ptr codec) { std::longjmp(managerOf(codec)->jump, 1); };
    errors.base.output_message = [](j_common_ptr) {};
    errors.base.emit_message = [](j_common_ptr codec, int level) {
        if (level >= 0)
            return;
        const int code = codec->err->msg_code;
        if (code == JWRN_JPEG_EOF || code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE)
            managerOf(codec)->damaged = true; // libjpeg goes on with gray; we don't
    };
}

/// A part on its way, in pixels of the shrunk picture.
struct Part
{
    uchar *bits = nullptr;
    qsizetype stride = 0;
    int left = 0;
    int top = 0;
    int width = 0;
    int bottom = 0;
    bool damaged = false;
};

int reachOf(const std::vector<Part> &parts)
{
    int reach = 0;
    for (const Part &part : parts)
        reach = std::max(reach, part.bottom);
    return reach;
}

/// The first row from `row` on that some part needs; `reach` when none does.
int nextNeeded(const std::vector<Part> &parts, int row, int reach)
{
    int next = reach;
    for (const Part &part : parts) {
        if (part.bottom > row)
            next = std::min(next, std::max(part.top, row));
    }
    return next;
}

void takeRow(std::vector<Part> &parts, int row, const uchar *line, int offset, bool damaged)
{
    for (Part &part : parts) {
        if (row < part.top || row >= part.bottom)
            continue;
        std::memcpy(part.bits + (row - part.top) * part.stride, line + 4 * qsizetype(part.left - offset),
                    4 * std::size_t(part.width));
        part.damaged = part.damaged || damaged;
    }
}

} // namespace

struct JpegReader::State
{
    QByteArray bytes;
    ErrorManager errors;
    jpeg_decompress_struct codec{};

    ~State() { jpeg_destroy_decompress(&codec); }

    bool readHeader()
    {
        codec.err = &errors.base;
        setUp(errors);
        if (setjmp(errors.jump) != 0)
            return false;
        jpeg_create_decompress(&codec);
        jpeg_mem_src(&codec, reinterpret_cast<const uchar *>(bytes.constData()),
                     static_cast<unsigned long>(bytes.size()));
        return jpeg_read_header(&codec, TRUE) == JPEG_HEADER_OK;
    }

    /// Decodes the rows that the parts need; false when the decoder gave up before the end.
    bool decodeRows(std::vector<Part> &parts, int shrink, std::vector<uchar> &line)
    {
        if (setjmp(errors.jump) != 0)
            return false;
        codec.out_color_space = JCS_EXT_BGRX;
        codec.scale_num = 1;
        codec.scale_denom = static_cast<unsigned>(shrink);
        jpeg_start_decompress(&codec);
        JDIMENSION left = codec.output_width;
        JDIMENSION right = 0;
        for (const Part &part : parts) {
            left = std::min(left, static_cast<JDIMENSION>(part.left));
            right = std::max(right, static_cast<JDIMENSION>(part.left + part.width));
        }
        JDIMENSION width = right - left;
        if (left > 0 || width < codec.output_width)
            jpeg_crop_scanline(&codec, &left, &width);
        line.resize(4 * std::size_t{codec.output_width} + 64);
        const int reach = reachOf(parts);
        for (int row = 0; row < reach;) {
            const int next = nextNeeded(parts, row, reach);
            if (next > row) {
                jpeg_skip_scanlines(&codec, static_cast<JDIMENSION>(next - row));
                row = next;
                continue;
            }
            uchar *rows[] = {line.data()};
            if (jpeg_read_scanlines(&codec, rows, 1) != 1)
                return false;
            takeRow(parts, row, line.data(), static_cast<int>(left), errors.damaged);
            ++row;
        }
        jpeg_abort_decompress(&codec);
        return true;
    }
};

JpegReader::JpegReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
JpegReader::~JpegReader() = default;
JpegReader::JpegReader(JpegReader &&) noexcept = default;
JpegReader &JpegReader::operator=(JpegReader &&) noexcept = default;

Result<JpegReader> JpegReader::open(QByteArray bytes)
{
    auto state = std::make_unique<State>();
    state->bytes = std::move(bytes);
    if (!state->readHeader())
        return Error{ErrorKind::Corrupt, QStringLiteral("The photo is not a readable JPEG")};
    if (state->codec.jpeg_color_space == JCS_CMYK || state->codec.jpeg_color_space == JCS_YCCK)
        return Error{ErrorKind::InvalidInput, QStringLiteral("CMYK")};
    return JpegReader(std::move(state));
}

QSize JpegReader::size() const
{
    return {static_cast<int>(m_state->codec.image_width), static_cast<int>(m_state->codec.image_height)};
}

std::vector<QImage> JpegReader::decode(const std::vector<QRect> &parts, int shrink)
{
    std::vector<QImage> images;
    std::vector<Part> places;
    const auto shrunk = [shrink](int value) { return (value + shrink - 1) / shrink; };
    for (const QRect &rect : parts) {
        Part part;
        part.left = rect.left() / shrink;
        part.top = rect.top() / shrink;
        part.width = std::min(shrunk(rect.left() + rect.width()), shrunk(size().width())) - part.left;
        part.bottom = std::min(shrunk(rect.top() + rect.height()), shrunk(size().height()));
        QImage &image = images.emplace_back(part.width, part.bottom - part.top, QImage::Format_RGB32);
        part.bits = image.bits();
        part.stride = image.bytesPerLine();
        places.push_back(part);
    }
    std::vector<uchar> line;
    const bool whole = m_state->decodeRows(places, shrink, line);
    for (std::size_t i = 0; i < images.size(); ++i) {
        if (!whole || places[i].damaged)
            images[i] = QImage();
    }
    return images;
}

namespace {

/// Only plain data between setjmp and the end: see ErrorManager.
bool compress(jpeg_compress_struct &codec, ErrorManager &errors, const QImage &image, int quality, uchar **bytes,
              unsigned long *size)
{
    if (setjmp(errors.jump) != 0)
        return false;
    jpeg_create_compress(&codec);
    jpeg_mem_dest(&codec, bytes, size);
    codec.image_width = static_cast<JDIMENSION>(image.width());
    codec.image_height = static_cast<JDIMENSION>(image.height());
    codec.input_components = 4;
    codec.in_color_space = JCS_EXT_BGRX;
    jpeg_set_defaults(&codec);
    jpeg_set_quality(&codec, quality, TRUE);
    jpeg_start_compress(&codec, TRUE);
    while (codec.next_scanline < codec.image_height) {
        auto *row = const_cast<uchar *>(image.constScanLine(static_cast<int>(codec.next_scanline)));
        jpeg_write_scanlines(&codec, &row, 1);
    }
    jpeg_finish_compress(&codec);
    return true;
}

} // namespace

QByteArray encodeJpeg(const QImage &image, int quality)
{
    if (image.isNull())
        return {};
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    ErrorManager errors;
    jpeg_compress_struct codec{};
    codec.err = &errors.base;
    setUp(errors);
    uchar *bytes = nullptr;
    unsigned long size = 0;
    const bool done = compress(codec, errors, source, quality, &bytes, &size);
    QByteArray result =
        done ? QByteArray(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size)) : QByteArray();
    jpeg_destroy_compress(&codec);
    std::free(bytes);
    return result;
}

} // namespace herdbook::render
