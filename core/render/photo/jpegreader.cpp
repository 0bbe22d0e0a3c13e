// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/jpegreader.h"

#include "core/render/photo/blanksectors.h"
#include "core/render/photo/jpegcoefficients.h"
#include "core/render/photo/jpegdamage.h"
#include "core/render/photo/jpegerrors.h"
#include "core/render/photo/jpegscan.h"
#include "core/render/photo/photoformat.h"

#include <QtEndian>

#include <cstring>

namespace herdbook::render {

namespace {

constexpr int MostScans = 500; // more are made to keep a decoder busy

/// A part on its way, in pixels of the shrunk picture.
struct Part
{
    uchar *bits = nullptr;
    qsizetype stride = 0;
    int left = 0;
    int top = 0;
    int width = 0;
    int bottom = 0;
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

void takeRow(const std::vector<Part> &parts, int row, const uchar *line, int offset)
{
    for (const Part &part : parts) {
        if (part.bits != nullptr && row >= part.top && row < part.bottom)
            std::memcpy(part.bits + (row - part.top) * part.stride, line + 4 * qsizetype(part.left - offset),
                        4 * std::size_t(part.width));
    }
}

/// As every program that writes four colors has it: inverted.
void fromCmyk(uchar *line, JDIMENSION width)
{
    for (uchar *pixel = line; width > 0; --width, pixel += 4) {
        const int black = pixel[3];
        const auto red = static_cast<uchar>(pixel[0] * black / 255);
        pixel[1] = static_cast<uchar>(pixel[1] * black / 255);
        pixel[0] = static_cast<uchar>(pixel[2] * black / 255);
        pixel[2] = red;
        pixel[3] = 0xff;
    }
}

/// A height of 0 stands for one that a marker (DNL) tells after the first scan, which libjpeg passes over: it is put where it belongs.
void putHeight(QByteArray &bytes)
{
    constexpr uchar Scan = 0xda, FirstFrame = 0xc0, LastFrame = 0xcf, HuffmanTables = 0xc4, Extension = 0xc8,
                    ArithmeticTables = 0xcc;
    const auto byte = [&bytes](qsizetype at) { return static_cast<uchar>(bytes.at(at)); };
    qsizetype height = 0;
    for (qsizetype at = 2; at + 10 < bytes.size() && byte(at) == 0xff;) {
        const uchar marker = byte(at + 1);
        const qsizetype next = marker == 0xff ? at + 1 : at + 2 + qFromBigEndian<quint16>(bytes.constData() + at + 2);
        if (marker >= FirstFrame && marker <= LastFrame && marker != HuffmanTables && marker != Extension &&
            marker != ArithmeticTables) {
            height = at + 5;
            if (qFromBigEndian<quint16>(bytes.constData() + height) != 0)
                return;
        }
        if (marker == Scan) {
            const qsizetype told = height > 0 ? bytes.indexOf(QByteArray("\xff\xdc\0\4", 4), next) : -1;
            if (told >= 0 && told + 6 <= bytes.size())
                bytes.replace(height, 2, bytes.mid(told + 4, 2));
            return;
        }
        at = next;
    }
}

} // namespace

struct JpegReader::State
{
    JpegErrors errors; ///< first, as libjpeg knows only this
    jpeg_decompress_struct codec{};
    jpeg_progress_mgr progress{};
    JpegCoefficients coefficients;
    QByteArray bytes;
    PhotoLimits limits;
    const std::stop_token *stop = nullptr;
    const uchar *scan = nullptr; ///< the first one's data
    int rowsRead = 0;            ///< of the shrunk picture, from the top
    QSize size;
    qint64 needed = 0;
    QImageIOHandler::Transformations orientation;

    ~State() { jpeg_destroy_decompress(&codec); }

    bool isFourColored() const { return codec.jpeg_color_space == JCS_CMYK || codec.jpeg_color_space == JCS_YCCK; }

    bool readHeader()
    {
        codec.err = &errors.base;
        if (setjmp(errors.jump) != 0)
            return false;
        jpeg_create_decompress(&codec);
        codec.mem->max_memory_to_use = static_cast<long>(limits.bytes);
        coefficients.serve(codec);
        jpeg_mem_src(&codec, reinterpret_cast<const uchar *>(bytes.constData()),
                     static_cast<unsigned long>(bytes.size()));
        jpeg_save_markers(&codec, JPEG_APP0 + 1, 0xffff);
        if (jpeg_read_header(&codec, TRUE) != JPEG_HEADER_OK)
            return false;
        scan = codec.src->next_input_byte;
        if (hasEmptySteps())
            return false;
        size = QSize(static_cast<int>(codec.image_width), static_cast<int>(codec.image_height));
        needed = 64 * qint64{codec.image_width};
        if (jpeg_has_multiple_scans(&codec)) {
            for (int i = 0; i < codec.num_components; ++i) {
                const jpeg_component_info &component = codec.comp_info[i];
                needed += qint64{DCTSIZE2 * sizeof(JCOEF)} * (component.width_in_blocks + 1) *
                          (component.height_in_blocks + 1);
            }
        }
        return true;
    }

    /// Whether the head's steps of brightness or color are no steps, as where zeros overwrote it: the picture would be gray.
    bool hasEmptySteps() const
    {
        for (int i = 0; i < codec.num_components; ++i) {
            const int number = codec.comp_info[i].quant_tbl_no;
            const JQUANT_TBL *table = number >= 0 && number < NUM_QUANT_TBLS ? codec.quant_tbl_ptrs[number] : nullptr;
            if (table != nullptr && std::count(table->quantval, table->quantval + DCTSIZE2, 0) > 0)
                return true;
        }
        return false;
    }

    /// After readHeader() gave up.
    PhotoProblem headerProblem() const
    {
        constexpr int Hierarchical = 0xde, LosslessFrame = 0xf7; // the latter of JPEG-LS
        PhotoProblem otherKind{CropFault::PhotoUnreadable,
                               QStringLiteral("The photo's file is a lossless or hierarchical JPEG, which isn't read")};
        PhotoProblem damaged{CropFault::PhotoDamaged, QStringLiteral("The photo is not a readable JPEG")};
        const int marker = errors.base.msg_parm.i[0];
        switch (errors.base.msg_code) {
        case JERR_BAD_PRECISION:
            if (codec.data_precision != 12 && codec.data_precision != 16)
                return damaged;
            return {
                CropFault::PhotoUnreadable,
                QStringLiteral("The photo's file is a JPEG of %1 bits, which isn't read").arg(codec.data_precision)};
        case JERR_SOF_UNSUPPORTED:
            return otherKind;
        case JERR_UNKNOWN_MARKER:
            return marker == Hierarchical || marker == LosslessFrame ? otherKind : damaged;
        case JERR_OUT_OF_MEMORY:
            return {CropFault::PhotoTooLarge, QStringLiteral("There is not enough memory for this photo")};
        default:
            return damaged;
        }
    }

    void readOrientation()
    {
        for (jpeg_saved_marker_ptr marker = codec.marker_list; marker != nullptr; marker = marker->next) {
            const auto exif =
                QByteArray::fromRawData(reinterpret_cast<const char *>(marker->data), marker->data_length);
            if (exif.startsWith(QByteArray("Exif\0", 5))) {
                orientation = orientationInExif(exif.mid(6));
                return;
            }
        }
    }

    bool isScanSound() const
    {
        return readScan(codec, scan, reinterpret_cast<const uchar *>(bytes.constEnd()), *stop).isSound();
    }

    /// Whether equal bytes repeat in the scans as hardly any picture's do.
    bool hasBlank() const
    {
        return !blankRuns(bytes, {scan - reinterpret_cast<const uchar *>(bytes.constData()), bytes.size()},
                          RepeatedBytes)
                    .empty();
    }

    static void watch(j_common_ptr common)
    {
        auto *state = reinterpret_cast<State *>(common->err);
        if (state->stop->stop_requested() || state->codec.input_scan_number > MostScans)
            std::longjmp(state->errors.jump, 1);
    }

    /// Decodes the rows that the parts need, and runs through the rest; false when the decoder gave up before the end.
    bool decodeRows(const std::vector<Part> &parts, int shrink, std::vector<uchar> &line)
    {
        if (setjmp(errors.jump) != 0)
            return false;
        progress.progress_monitor = watch;
        codec.progress = &progress;
        codec.out_color_space = isFourColored() ? JCS_CMYK : JCS_EXT_BGRX;
        codec.scale_num = 1;
        codec.scale_denom = static_cast<unsigned>(shrink);
        jpeg_start_decompress(&codec);
        const bool streamed = !jpeg_has_multiple_scans(&codec);
        const bool sound = streamed ? codec.arith_code == 0 && isScanSound() : !lacksScans(codec) && !hasBlank();
        errors.suspicious = errors.suspicious || !sound;
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
        uchar *rows[] = {line.data()};
        for (int row = 0; row < reach;) {
            const int next = nextNeeded(parts, row, reach);
            if (next > row) {
                jpeg_skip_scanlines(&codec, static_cast<JDIMENSION>(next - row));
                rowsRead = row = next;
                continue;
            }
            if (jpeg_read_scanlines(&codec, rows, 1) != 1)
                return false;
            if (isFourColored())
                fromCmyk(line.data(), codec.output_width);
            takeRow(parts, row, line.data(), static_cast<int>(left));
            rowsRead = ++row;
        }
        if (streamed && !sound) {
            // Skipping to the very end would end the reading: the last row is read.
            if (codec.output_scanline + 1 < codec.output_height)
                jpeg_skip_scanlines(&codec, codec.output_height - codec.output_scanline - 1);
            if (codec.output_scanline < codec.output_height)
                jpeg_read_scanlines(&codec, rows, 1);
            jpeg_finish_decompress(&codec);
        }
        return true;
    }
};

JpegReader::JpegReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
JpegReader::~JpegReader() = default;

std::variant<std::unique_ptr<JpegReader>, PhotoProblem> JpegReader::open(QByteArray bytes, const PhotoLimits &limits)
{
    auto state = std::make_unique<State>();
    state->bytes = std::move(bytes);
    putHeight(state->bytes);
    state->limits = limits;
    if (!state->readHeader())
        return state->headerProblem();
    state->readOrientation();
    return std::unique_ptr<JpegReader>(new JpegReader(std::move(state)));
}

OpenedPhoto openJpeg(const QByteArray &bytes, const PhotoLimits &limits)
{
    auto opened = JpegReader::open(bytes, limits);
    if (auto *problem = std::get_if<PhotoProblem>(&opened))
        return *problem;
    return std::unique_ptr<PhotoDecoder>(std::move(std::get<0>(opened)));
}

QSize JpegReader::size() const
{
    return m_state->size;
}

QImageIOHandler::Transformations JpegReader::orientation() const
{
    return m_state->orientation;
}

qint64 JpegReader::memoryNeeded() const
{
    return m_state->needed;
}

std::vector<PartImage> JpegReader::decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop)
{
    std::vector<PartImage> images;
    std::vector<Part> places;
    const auto shrunk = [shrink](int value) { return (value + shrink - 1) / shrink; };
    for (const QRect &rect : parts) {
        Part part;
        part.left = rect.left() / shrink;
        part.top = rect.top() / shrink;
        part.width = std::min(shrunk(rect.left() + rect.width()), shrunk(size().width())) - part.left;
        part.bottom = std::min(shrunk(rect.top() + rect.height()), shrunk(size().height()));
        QImage &image = images.emplace_back().image;
        image = QImage(part.width, part.bottom - part.top, QImage::Format_RGB32);
        if (!image.isNull()) {
            part.bits = image.bits();
            part.stride = image.bytesPerLine();
        }
        places.push_back(part);
    }
    std::vector<uchar> line;
    m_state->stop = &stop;
    const bool whole = m_state->decodeRows(places, shrink, line);
    std::vector<DamagedRows> damage;
    jpeg_abort_decompress(&m_state->codec);
    m_state->coefficients.clear();
    if (!whole && m_state->errors.base.msg_code == JERR_OUT_OF_MEMORY) {
        for (PartImage &part : images)
            part.image = QImage();
        return images;
    }
    if (!stop.stop_requested() && (m_state->errors.suspicious || (!whole && m_state->rowsRead > 0)))
        damage = findJpegDamage(m_state->bytes, m_state->limits.bytes, stop);
    for (std::size_t i = 0; i < images.size(); ++i) {
        Trust &trust = images[i].trust;
        trust = whole || m_state->rowsRead >= places[i].bottom ? Trust::Sound : Trust::Lost;
        for (const DamagedRows &rows : damage) {
            if (rows.first < parts[i].bottom() + 1 && rows.end > parts[i].top())
                trust = std::max(trust, rows.lost ? Trust::Lost : Trust::Doubtful);
        }
        if (trust == Trust::Lost)
            images[i].image = QImage();
    }
    return images;
}

} // namespace herdbook::render
