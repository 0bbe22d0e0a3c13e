// SPDX-License-Identifier: GPL-3.0-or-later
// What Qt itself reads and no trail camera writes: decoded whole. Qt takes what lacks for black, so the file's frame is looked through here.
#include "core/render/photo/blanksectors.h"
#include "core/render/photo/partrows.h"
#include "core/render/photo/photoformat.h"

#include <QBuffer>
#include <QImageReader>
#include <QtEndian>

namespace herdbook::render {

namespace {

/// Numbers of a file; 0 beyond its end.
class Bytes
{
public:
    explicit Bytes(const QByteArray &bytes) : m_bytes(bytes) {}
    qint64 size() const { return m_bytes.size(); }
    int byte(qint64 at) const { return at < m_bytes.size() ? static_cast<uchar>(m_bytes[at]) : 0; }
    int word(qint64 at) const { return byte(at) | byte(at + 1) << 8; }
    qint64 number(qint64 at) const { return word(at) | qint64{word(at + 2)} << 16; }

private:
    const QByteArray &m_bytes;
};

/// Whether the packed lines of a BMP end with their mark, or after as many lines as it has.
bool endsPacked(const Bytes &bytes, qint64 at, bool fourBits, int height)
{
    constexpr int EndOfLine = 0, EndOfPicture = 1, Move = 2;
    for (int lines = 0; lines < height && at + 1 < bytes.size(); at += 2) {
        const int code = bytes.byte(at + 1);
        if (bytes.byte(at) != 0)
            continue;
        if (code == EndOfPicture)
            return true;
        if (code == EndOfLine && ++lines == height)
            return true;
        if (code == Move) {
            lines += bytes.byte(at + 3);
            at += 2;
        } else if (code > Move) {
            const int data = fourBits ? (code + 1) / 2 : code;
            at += data + (data & 1);
        }
    }
    return false;
}

void doubtBmp(const QByteArray &file, const QSize &size, PartRows &rows)
{
    constexpr int DataAt = 10, HeaderAt = 14, HeightAt = 22, CompressionAt = 30, ProfileAt = 126, NewestHeader = 124;
    const Bytes bytes(file);
    const bool old = bytes.byte(HeaderAt) == 12; // OS/2's header, half as long
    const qint64 compression = old ? 0 : bytes.number(CompressionAt);
    const qint64 first = bytes.number(DataAt);
    const auto all = [&] { rows.doubt(0, size.height()); };
    if (bytes.number(HeaderAt) == NewestHeader && bytes.number(HeaderAt + 56) == 0x4d424544) { // "MBED"
        const QByteArray icc = file.mid(HeaderAt + bytes.number(ProfileAt), bytes.number(ProfileAt + 4));
        if (icc.isEmpty() || !isSoundProfile(icc))
            all();
    }
    if (compression == 1 || compression == 2) {
        constexpr qint64 NoPictureHas = 512; // of empty lines on end
        if (!endsPacked(bytes, first, compression == 2, size.height()) ||
            !blankRuns(file, {first, bytes.size()}, NoPictureHas).empty())
            all();
        return;
    }
    const int bits = bytes.word(old ? 24 : 28);
    const qint64 line = (qint64{size.width()} * bits + 31) / 32 * 4;
    const qint64 end = first + line * size.height();
    if (bytes.size() < end || line == 0)
        all();
    if (line == 0) // nothing says where a row ends
        return;
    const bool fromTop = !old && static_cast<qint32>(bytes.number(HeightAt)) < 0;
    for (const Extent &lost : blankSectors(file, {first, end}, bits >= 8 ? line : 0)) {
        const int top = static_cast<int>((lost.first - first) / line);
        const int bottom = static_cast<int>((lost.end - 1 - first) / line) + 1;
        if (fromTop)
            rows.doubt(top, bottom);
        else
            rows.doubt(size.height() - bottom, size.height() - top);
    }
}

/// Whether a GIF's first picture is closed and followed by what may follow: a table of colors, then blocks with a length each up to an empty
/// one, of which the first after a picture's frame are the picture.
bool isWholeGif(const QByteArray &file)
{
    constexpr int Frame = 0x2c, Extension = 0x21, End = 0x3b;
    const Bytes bytes(file);
    const auto table = [](int flags) { return (flags & 0x80) != 0 ? qint64{3} << ((flags & 7) + 1) : 0; };
    qint64 at = 13 + table(bytes.byte(10));
    while (at < bytes.size()) {
        const int kind = bytes.byte(at);
        if (kind != Frame && kind != Extension)
            return false;
        at += kind == Frame ? 11 + table(bytes.byte(at + 9)) : 2;
        while (at < bytes.size() && bytes.byte(at) != 0)
            at += 1 + bytes.byte(at);
        const int next = bytes.byte(at + 1);
        if (kind == Frame || at >= bytes.size())
            return at < bytes.size() && (at + 1 == bytes.size() || next == Frame || next == Extension || next == End);
        ++at;
    }
    return false;
}

class WholePhoto : public PhotoDecoder
{
public:
    WholePhoto(QByteArray bytes, PhotoFormat format) : m_bytes(std::move(bytes)), m_format(format)
    {
        m_buffer.setBuffer(&m_bytes);
        m_buffer.open(QIODevice::ReadOnly);
        m_reader.setDevice(&m_buffer);
        m_reader.setFormat(m_format == PhotoFormat::Bmp ? "bmp" : "gif");
        m_reader.setDecideFormatFromContent(false);
        m_reader.setAutoTransform(false);
        m_size = m_reader.size();
    }

    QSize size() const override { return m_size; }
    QImageIOHandler::Transformations orientation() const override { return {}; }
    qint64 memoryNeeded() const override { return 8 * qint64{m_size.width()} * m_size.height(); }

    std::vector<PartImage> decode(const std::vector<QRect> &parts, int shrink, const std::stop_token &stop) override
    {
        PartRows rows(parts, m_size, shrink);
        QImage whole = m_reader.read();
        if (whole.size() == m_size)
            whole = std::move(whole).convertToFormat(QImage::Format_RGB32);
        for (int y = 0; y < m_size.height() && whole.size() == m_size && !stop.stop_requested(); ++y)
            rows.take(y, whole.constScanLine(y));
        if (m_format == PhotoFormat::Bmp)
            doubtBmp(m_bytes, m_size, rows);
        else if (!isWholeGif(m_bytes))
            rows.doubt(0, m_size.height());
        return rows.finish();
    }

private:
    QByteArray m_bytes;
    PhotoFormat m_format;
    QBuffer m_buffer;
    QImageReader m_reader;
    QSize m_size;
};

} // namespace

OpenedPhoto openWhole(const QByteArray &bytes, const PhotoLimits &limits, PhotoFormat format)
{
    // Qt has a limit of the process for each picture, in megabytes, which is less than the settings may allow.
    [[maybe_unused]] static const bool raised = [&limits] {
        const int most = static_cast<int>(std::min<qint64>(limits.bytes / (qint64{1024} * 1024), 1 << 20));
        const int now = QImageReader::allocationLimit(); // 0: none
        if (now > 0 && now < most)
            QImageReader::setAllocationLimit(most);
        return true;
    }();
    auto photo = std::make_unique<WholePhoto>(bytes, format);
    if (photo->size().isEmpty())
        return PhotoProblem{CropFault::PhotoDamaged, {}};
    return photo;
}

} // namespace herdbook::render
