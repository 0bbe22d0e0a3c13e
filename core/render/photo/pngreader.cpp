// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/partrows.h"
#include "core/render/photo/photoformat.h"

#include <QtEndian>
#include <cstring>

#include <png.h>
#include <zlib.h>

namespace herdbook::render {

namespace {

constexpr png_alloc_size_t LargestChunk = png_alloc_size_t{8} << 20; // of texts and profiles, which nobody needs

/// What a walk over the chunks tells, without libpng.
struct Chunks
{
    QByteArray exif;
    bool exifLost = false; ///< damaged, or not to be found: how the photo is turned isn't known
    qsizetype firstBad;    ///< where the first chunk that can't be trusted begins; the file's size where all can
};

bool isLetter(char byte)
{
    return (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

Chunks walk(const QByteArray &bytes)
{
    const auto *data = reinterpret_cast<const uchar *>(bytes.constData());
    const qsizetype size = bytes.size();
    Chunks found{{}, false, size};
    for (qsizetype at = 8;;) {
        const qsizetype length = at + 12 <= size ? qFromBigEndian<quint32>(data + at) : size;
        const QByteArray type = bytes.mid(at + 4, 4);
        // Where the frame breaks, the next chunk isn't found, nor EXIF that stands behind the picture.
        if (at + 12 + length > size || !std::all_of(type.begin(), type.end(), isLetter)) {
            found.firstBad = std::min({found.firstBad, at, size - 1});
            found.exifLost = found.exifLost || found.exif.isEmpty();
            return found;
        }
        const auto sum = static_cast<quint32>(crc32(0, data + at + 4, static_cast<uInt>(length + 4)));
        const bool sound = sum == qFromBigEndian<quint32>(data + at + 8 + length);
        if (!sound && (type.at(0) & 0x20) == 0)
            found.firstBad = std::min(found.firstBad, at);
        if (type == "eXIf") {
            found.exifLost = !sound;
            found.exif = sound ? bytes.mid(at + 8, length) : QByteArray();
        }
        if (type == "IEND")
            return found;
        at += 12 + length;
    }
}

class PngReader : public PhotoDecoder
{
public:
    PngReader(QByteArray bytes, const PhotoLimits &limits)
        : m_bytes(std::move(bytes)), m_limits(limits), m_chunks(walk(m_bytes))
    {
    }
    ~PngReader() override { png_destroy_read_struct(&m_png, &m_info, nullptr); }

    bool readHeader();
    QSize size() const override { return m_size; }
    QImageIOHandler::Transformations orientation() const override { return orientationInExif(m_chunks.exif); }
    qint64 memoryNeeded() const override
    {
        return m_interlaced ? 4 * qint64{m_size.width()} * m_size.height() : 16 * qint64{m_size.width()};
    }
    std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop) override;

private:
    static void give(png_structp png, png_bytep to, png_size_t count);
    bool prepare();
    bool readRows(PartRows &rows, const std::stop_token &stop);
    bool readInterlaced(PartRows &rows, const std::stop_token &stop);

    QByteArray m_bytes;
    PhotoLimits m_limits;
    Chunks m_chunks;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
    qsizetype m_at = 0;
    QSize m_size;
    bool m_interlaced = false;
    int m_doubtfulFrom = -1; ///< the first row that came out of bytes that can't be trusted
    int m_row = 0;
    std::vector<png_byte> m_line;
    std::vector<png_bytep> m_lines;
};

void PngReader::give(png_structp png, png_bytep to, png_size_t count)
{
    auto *self = static_cast<PngReader *>(png_get_io_ptr(png));
    if (static_cast<png_size_t>(self->m_bytes.size() - self->m_at) < count)
        png_error(png, "end of file");
    std::memcpy(to, self->m_bytes.constData() + self->m_at, count);
    self->m_at += static_cast<qsizetype>(count);
    if (self->m_at > self->m_chunks.firstBad && self->m_doubtfulFrom < 0)
        self->m_doubtfulFrom = self->m_row;
}

/// libpng jumps back here on errors: only plain data between setjmp and the end.
bool PngReader::readHeader()
{
    m_png = png_create_read_struct(
        PNG_LIBPNG_VER_STRING, nullptr, [](png_structp png, png_const_charp) { png_longjmp(png, 1); },
        [](png_structp, png_const_charp) {});
    m_info = m_png != nullptr ? png_create_info_struct(m_png) : nullptr;
    if (m_info == nullptr || setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_set_read_fn(m_png, this, give);
    png_set_user_limits(m_png, 0x7fffffff, 0x7fffffff);
    png_set_chunk_malloc_max(m_png, LargestChunk);
    // Nothing that a picture doesn't need, EXIF too: libpng takes the memory that such chunks claim before it reads them.
    png_set_keep_unknown_chunks(m_png, PNG_HANDLE_CHUNK_NEVER, nullptr, -1);
    png_set_crc_action(m_png, PNG_CRC_QUIET_USE, PNG_CRC_QUIET_USE);
    png_read_info(m_png, m_info);
    m_size = QSize(static_cast<int>(png_get_image_width(m_png, m_info)),
                   static_cast<int>(png_get_image_height(m_png, m_info)));
    m_interlaced = png_get_interlace_type(m_png, m_info) != PNG_INTERLACE_NONE;
    return !m_size.isEmpty();
}

bool PngReader::prepare()
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_set_expand(m_png);
    png_set_scale_16(m_png);
    png_set_gray_to_rgb(m_png);
    png_set_strip_alpha(m_png);
    png_set_bgr(m_png);
    png_set_filler(m_png, 0xff, PNG_FILLER_AFTER);
    png_set_interlace_handling(m_png);
    png_read_update_info(m_png, m_info);
    return png_get_rowbytes(m_png, m_info) == 4 * static_cast<std::size_t>(m_size.width());
}

bool PngReader::readRows(PartRows &rows, const std::stop_token &stop)
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    // A damaged piece below the parts is no matter: nothing above depends on it.
    for (m_row = 0; m_row < rows.reach() && !stop.stop_requested(); ++m_row) {
        png_read_row(m_png, m_line.data(), nullptr);
        rows.take(m_row, m_line.data());
    }
    return true;
}

bool PngReader::readInterlaced(PartRows &rows, const std::stop_token &stop)
{
    if (setjmp(png_jmpbuf(m_png)) != 0)
        return false;
    png_read_image(m_png, m_lines.data());
    for (m_row = 0; m_row < rows.reach() && !stop.stop_requested(); ++m_row)
        rows.take(m_row, m_lines[static_cast<std::size_t>(m_row)]);
    return true;
}

std::vector<PartImage> PngReader::decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop)
{
    PartRows rows(parts, m_size, shrink);
    if (!prepare())
        return rows.finish();
    const std::size_t width = 4 * static_cast<std::size_t>(m_size.width());
    const auto height = static_cast<std::size_t>(m_size.height());
    m_line.resize(m_interlaced ? width * height : width);
    if (m_interlaced) {
        for (std::size_t row = 0; row < height; ++row)
            m_lines.push_back(m_line.data() + row * width);
        (void)readInterlaced(rows, stop);
    } else {
        (void)readRows(rows, stop);
    }
    if (m_chunks.exifLost)
        rows.doubt(0, m_size.height());
    if (m_doubtfulFrom >= 0)
        rows.doubt(m_doubtfulFrom, m_size.height());
    return rows.finish();
}

} // namespace

OpenedPhoto openPng(const QByteArray &bytes, const PhotoLimits &limits)
{
    auto reader = std::make_unique<PngReader>(bytes, limits);
    if (!reader->readHeader())
        return PhotoProblem{CropFault::PhotoDamaged, QStringLiteral("The photo is not a readable PNG")};
    return reader;
}

} // namespace herdbook::render
