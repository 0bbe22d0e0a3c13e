// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/partrows.h"
#include "core/render/photo/photoformat.h"
#include "core/render/photo/tiffdamage.h"

#include <cstring>

#include <tiffio.h>

namespace herdbook::render {

namespace {

struct Close
{
    void operator()(TIFF *file) const { TIFFClose(file); }
};

class TiffReader : public PhotoDecoder
{
public:
    TiffReader(QByteArray bytes, const PhotoLimits &limits) : m_bytes(std::move(bytes)), m_limits(limits) {}

    bool readHeader();
    /// Why the pictures of this kind of TIFF aren't read; empty where they are.
    QString refusal() const;
    QSize size() const override { return m_size; }
    QImageIOHandler::Transformations orientation() const override { return transformationOf(m_orientation); }
    qint64 memoryNeeded() const override { return m_needed; }
    std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop) override;

private:
    static tmsize_t read(thandle_t handle, void *to, tmsize_t count);
    static toff_t seek(thandle_t handle, toff_t offset, int from);
    static int map(thandle_t handle, void **base, toff_t *size);
    bool readsByRows() const;
    void readRows(PartRows &rows, const std::stop_token &stop);
    void readBlocks(PartRows &rows, const std::stop_token &stop);
    void convert(const std::vector<uchar> &line, std::vector<uchar> &bgrx) const;

    QByteArray m_bytes;
    PhotoLimits m_limits;
    qint64 m_at = 0;
    QSize m_size;
    qint64 m_needed = 0;
    quint16 m_orientation = 1, m_bits = 1, m_samples = 1, m_photometric = 0, m_compression = 1, m_planar = 1;
    quint32 m_blockHeight = 0, m_blockWidth = 0; ///< of a tile or strip
    bool m_tiled = false, m_warned = false;
    std::unique_ptr<TIFF, Close> m_file; ///< last: closed while the bytes are there
};

tmsize_t TiffReader::read(thandle_t handle, void *to, tmsize_t count)
{
    auto *self = static_cast<TiffReader *>(handle);
    const auto got = static_cast<tmsize_t>(std::clamp<qint64>(self->m_bytes.size() - self->m_at, 0, count));
    std::memcpy(to, self->m_bytes.constData() + self->m_at, static_cast<std::size_t>(got));
    self->m_at += got;
    return got;
}

toff_t TiffReader::seek(thandle_t handle, toff_t offset, int from)
{
    auto *self = static_cast<TiffReader *>(handle);
    const qint64 base = from == SEEK_SET ? 0 : from == SEEK_CUR ? self->m_at : self->m_bytes.size();
    self->m_at = std::clamp<qint64>(base + static_cast<qint64>(offset), 0, self->m_bytes.size());
    return static_cast<toff_t>(self->m_at);
}

int TiffReader::map(thandle_t handle, void **base, toff_t *size)
{
    auto *self = static_cast<TiffReader *>(handle);
    *base = const_cast<char *>(self->m_bytes.constData());
    *size = static_cast<toff_t>(self->m_bytes.size());
    return 1;
}

bool TiffReader::readHeader()
{
    const std::unique_ptr<TIFFOpenOptions, decltype(&TIFFOpenOptionsFree)> options(TIFFOpenOptionsAlloc(),
                                                                                   TIFFOpenOptionsFree);
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), static_cast<tmsize_t>(m_limits.bytes));
    const auto quiet = [](TIFF *, void *warned, const char *, const char *, va_list) {
        *static_cast<bool *>(warned) = true;
        return 1;
    };
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), quiet, &m_warned);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), quiet, &m_warned);
    m_file.reset(TIFFClientOpenExt(
        "photo", "r", this, read, [](thandle_t, void *, tmsize_t) { return tmsize_t{-1}; }, seek,
        [](thandle_t) { return 0; },
        [](thandle_t handle) { return static_cast<toff_t>(static_cast<TiffReader *>(handle)->m_bytes.size()); }, map,
        [](thandle_t, void *, toff_t) {}, options.get()));
    quint32 width = 0, height = 0;
    if (!m_file || TIFFGetField(m_file.get(), TIFFTAG_IMAGEWIDTH, &width) == 0 ||
        TIFFGetField(m_file.get(), TIFFTAG_IMAGELENGTH, &height) == 0 || width == 0 || height == 0 ||
        width > 0x7fffffff || height > 0x7fffffff)
        return false;
    m_size = QSize(static_cast<int>(width), static_cast<int>(height));
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_ORIENTATION, &m_orientation);
    // Else libtiff's reading as RGBA would turn each block by itself.
    TIFFSetField(m_file.get(), TIFFTAG_ORIENTATION, ORIENTATION_TOPLEFT);
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_BITSPERSAMPLE, &m_bits);
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_SAMPLESPERPIXEL, &m_samples);
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_COMPRESSION, &m_compression);
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_PLANARCONFIG, &m_planar);
    if (TIFFGetField(m_file.get(), TIFFTAG_PHOTOMETRIC, &m_photometric) == 0) // as libtiff itself takes it
        m_photometric = m_samples < 3 ? PHOTOMETRIC_MINISBLACK : PHOTOMETRIC_RGB;
    m_tiled = TIFFIsTiled(m_file.get()) != 0;
    m_blockWidth = width;
    if (m_tiled) {
        TIFFGetField(m_file.get(), TIFFTAG_TILEWIDTH, &m_blockWidth);
        TIFFGetField(m_file.get(), TIFFTAG_TILELENGTH, &m_blockHeight);
    } else {
        TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_ROWSPERSTRIP, &m_blockHeight);
        m_blockHeight = std::min(m_blockHeight, height);
    }
    if (m_blockWidth == 0 || m_blockHeight == 0)
        return false;
    const qint64 line = TIFFScanlineSize64(m_file.get());
    const qint64 block = qint64{m_blockWidth} * m_blockHeight;
    if (readsByRows())
        m_needed = 2 * line + 8 * qint64{width};
    else
        m_needed = 4 * block + 4 * qint64{width} * m_blockHeight +
                   static_cast<qint64>(m_tiled ? TIFFTileSize64(m_file.get()) : TIFFStripSize64(m_file.get()));
    return true;
}

QString TiffReader::refusal() const
{
    quint16 format = SAMPLEFORMAT_UINT;
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_SAMPLEFORMAT, &format);
    if (format != SAMPLEFORMAT_UINT && format != SAMPLEFORMAT_VOID)
        return QStringLiteral("samples that are no plain numbers from 0");
    quint32 kind = 0;
    TIFFGetFieldDefaulted(m_file.get(), TIFFTAG_SUBFILETYPE, &kind);
    if ((kind & FILETYPE_REDUCEDIMAGE) != 0) // as of a camera's raw files; boxes are those of the picture itself
        return QStringLiteral("a small preview for its first picture");
    char why[1024] = {};
    if (TIFFIsCODECConfigured(m_compression) == 0)
        return QStringLiteral("a compression (number %1) that isn't known").arg(m_compression);
    if (!readsByRows() && TIFFRGBAImageOK(m_file.get(), why) == 0)
        return QStringLiteral("samples of %1 bits, or a kind of color, that aren't known").arg(m_bits);
    return {};
}

bool TiffReader::readsByRows() const
{
    const bool plain = m_photometric == PHOTOMETRIC_RGB || m_photometric == PHOTOMETRIC_MINISBLACK ||
                       m_photometric == PHOTOMETRIC_MINISWHITE ||
                       (m_photometric == PHOTOMETRIC_YCBCR && m_compression == COMPRESSION_JPEG);
    const quint16 colors = m_photometric == PHOTOMETRIC_RGB || m_photometric == PHOTOMETRIC_YCBCR ? 3 : 1;
    return plain && !m_tiled && m_planar == PLANARCONFIG_CONTIG && (m_bits == 8 || m_bits == 16) &&
           m_samples >= colors && m_samples <= 8;
}

void TiffReader::convert(const std::vector<uchar> &line, std::vector<uchar> &bgrx) const
{
    const std::size_t width = bgrx.size() / 4;
    const bool gray = m_photometric == PHOTOMETRIC_MINISBLACK || m_photometric == PHOTOMETRIC_MINISWHITE;
    const uchar inverted = m_photometric == PHOTOMETRIC_MINISWHITE ? 0xff : 0;
    const std::size_t wide = m_bits / 8;
    // Of a 16-bit sample, in the machine's order, the more significant byte.
    const std::size_t high = wide == 2 && Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? 1 : 0;
    for (std::size_t x = 0; x < width; ++x) {
        const uchar *from = line.data() + x * m_samples * wide + high;
        uchar *to = bgrx.data() + 4 * x;
        to[2] = static_cast<uchar>(from[0] ^ inverted);
        to[1] = gray ? to[2] : from[wide];
        to[0] = gray ? to[2] : from[2 * wide];
        to[3] = 0xff;
    }
}

void TiffReader::readRows(PartRows &rows, const std::stop_token &stop)
{
    if (m_photometric == PHOTOMETRIC_YCBCR)
        TIFFSetField(m_file.get(), TIFFTAG_JPEGCOLORMODE, JPEGCOLORMODE_RGB);
    const auto needed = static_cast<std::size_t>(m_size.width()) * m_samples * m_bits / 8;
    std::vector<uchar> line(std::max(needed, static_cast<std::size_t>(TIFFScanlineSize64(m_file.get()))));
    std::vector<uchar> bgrx(4 * static_cast<std::size_t>(m_size.width()));
    const int height = static_cast<int>(m_blockHeight);
    for (int row = 0; row < rows.reach() && !stop.stop_requested();) {
        // Within a strip all rows above are needed; a strip that no part needs is passed over.
        if (row % height == 0 && rows.nextNeeded(row) / height > row / height) {
            row = rows.nextNeeded(row) / height * height;
            continue;
        }
        if (TIFFReadScanline(m_file.get(), line.data(), static_cast<quint32>(row)) != 1) {
            // What this strip gave before may be damaged as well; the next one stands for itself.
            rows.doubt(row / height * height, row);
            row = (row / height + 1) * height;
            continue;
        }
        convert(line, bgrx);
        rows.take(row++, bgrx.data());
    }
}

void TiffReader::readBlocks(PartRows &rows, const std::stop_token &stop)
{
    const auto width = static_cast<std::size_t>(m_size.width());
    const int height = static_cast<int>(m_blockHeight);
    std::vector<quint32> block(static_cast<std::size_t>(m_blockWidth) * m_blockHeight);
    std::vector<quint32> band(width * m_blockHeight);
    for (int top = 0; top < rows.reach() && !stop.stop_requested(); top += height) {
        if (rows.nextNeeded(top) >= top + height)
            continue;
        bool good = true;
        const int taken = std::min(height, m_size.height() - top);
        for (quint32 left = 0; left < static_cast<quint32>(m_size.width()); left += m_blockWidth) {
            const int done = m_tiled
                                 ? TIFFReadRGBATileExt(m_file.get(), left, static_cast<quint32>(top), block.data(), 1)
                                 : TIFFReadRGBAStripExt(m_file.get(), static_cast<quint32>(top), block.data(), 1);
            good = good && done == 1;
            // The rows of a block come from bottom to top; a strip has only those that are there.
            const int rowsInBlock = m_tiled ? height : taken;
            const std::size_t count = std::min<std::size_t>(m_blockWidth, width - left);
            for (int y = 0; y < taken; ++y)
                std::memcpy(band.data() + static_cast<std::size_t>(y) * width + left,
                            block.data() + static_cast<std::size_t>(rowsInBlock - 1 - y) * m_blockWidth, 4 * count);
        }
        for (int y = 0; good && y < taken; ++y) {
            quint32 *line = band.data() + static_cast<std::size_t>(y) * width;
            for (std::size_t x = 0; x < width; ++x)
                line[x] = qRgb(TIFFGetR(line[x]), TIFFGetG(line[x]), TIFFGetB(line[x]));
            rows.take(top + y, reinterpret_cast<const uchar *>(line));
        }
    }
}

std::vector<PartImage> TiffReader::decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop)
{
    PartRows rows(parts, m_size, shrink);
    m_warned = false;
    if (readsByRows())
        readRows(rows, stop);
    else
        readBlocks(rows, stop);
    if (m_warned) // its decoder goes on after what it can't make sense of
        rows.doubt(0, m_size.height());
    doubtTiff(m_file.get(), m_bytes, m_size, rows, stop);
    return rows.finish();
}

} // namespace

OpenedPhoto openTiff(const QByteArray &bytes, const PhotoLimits &limits)
{
    auto reader = std::make_unique<TiffReader>(bytes, limits);
    if (!reader->readHeader())
        return PhotoProblem{CropFault::PhotoDamaged, QStringLiteral("The photo is not a readable TIFF")};
    if (const QString refusal = reader->refusal(); !refusal.isEmpty())
        return PhotoProblem{CropFault::PhotoUnreadable,
                            QStringLiteral("The photo's file is a TIFF with %1, which isn't read").arg(refusal)};
    return reader;
}

} // namespace herdbook::render
