// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/photo.h"

#include "core/demo/herd/random.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>
#include <memory>
#include <turbojpeg.h>

namespace herdbook::demo {

namespace {

constexpr int jpegQuality = 78;

/// One sheet of sensor noise, read at a different place for each photo.
const std::vector<signed char> &noiseSheet()
{
    static const std::vector<signed char> sheet = [] {
        Random random(99, 13);
        std::vector<signed char> values(static_cast<size_t>(photoWidth) * 4 * 257);
        for (signed char &value : values)
            value = static_cast<signed char>(std::clamp(static_cast<int>(random.roughNormal() / 9000.0F), -12, 12));
        return values;
    }();
    return sheet;
}

/// Adds noise and darkens or brightens, all in place.
void develop(QImage &picture, Random &random, bool night)
{
    const std::vector<signed char> &noise = noiseSheet();
    const int gain = night ? 3 : 2;
    const int exposure = static_cast<int>(random.uniform(-7, 7));
    constexpr size_t bytes = static_cast<size_t>(photoWidth) * 4;
    for (int y = 0; y < picture.height() - stripHeight; ++y) {
        uchar *line = picture.scanLine(y);
        const signed char *grain =
            noise.data() + static_cast<size_t>(random.below(static_cast<int>(noise.size() - bytes)));
        if (night) { // gray noise
            for (size_t x = 0; x < bytes; x += 4) {
                const int level = std::clamp(line[x] + grain[x] * gain / 2 + exposure, 0, 255);
                line[x] = line[x + 1] = line[x + 2] = static_cast<uchar>(level);
            }
        } else {
            for (size_t x = 0; x < bytes; ++x)
                line[x] = static_cast<uchar>(std::clamp(line[x] + grain[x] * gain / 3 + exposure, 0, 255));
        }
    }
}

void drawStrip(QPainter &painter, const PhotoContent &content)
{
    const QRect strip(0, photoHeight - stripHeight, photoWidth, stripHeight);
    painter.fillRect(strip, QColor(10, 10, 10));
    QFont font(QStringLiteral("DejaVu Sans Mono"));
    font.setStyleHint(QFont::Monospace);
    font.setPixelSize(30);
    painter.setFont(font);
    painter.setPen(QColor(238, 238, 232));
    const QLocale c = QLocale::c();
    const QRect inside = strip.adjusted(28, 0, -28, 0);
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignLeft,
                     c.toString(content.localTime, QStringLiteral("yyyy-MM-dd  HH:mm:ss")) + QStringLiteral("   ") +
                         content.locationName.toUpper());
    const int celsius = qRound(content.temperature);
    const QString temperature = QStringLiteral("%1\u00B0C  %2\u00B0F").arg(celsius).arg(qRound(celsius * 1.8 + 32));
    painter.drawText(inside, Qt::AlignVCenter | Qt::AlignRight,
                     content.night ? temperature + QStringLiteral("  IR") : temperature);
}

} // namespace

QImage drawPhoto(const PhotoContent &content, const Landscape &landscape)
{
    QImage picture = landscape.picture.copy();
    Random random(content.seed, 14);
    std::vector<const PhotoContent::Animal *> byDistance;
    for (const PhotoContent::Animal &animal : content.animals)
        byDistance.push_back(&animal);
    std::sort(byDistance.begin(), byDistance.end(),
              [](const auto *a, const auto *b) { return a->pose.ground < b->pose.ground; });
    for (const PhotoContent::Animal *animal : byDistance)
        drawAnimal(picture, animal->look, animal->pose, content.night, content.twilight, random.next());
    QPainter painter(&picture);
    painter.drawImage(0, 0, landscape.foreground);
    if (!content.night && content.twilight > 0.05) { // low sun: dim and warm
        painter.setCompositionMode(QPainter::CompositionMode_Multiply);
        const double depth = content.twilight;
        painter.fillRect(picture.rect(), QColor(static_cast<int>(255 - 52 * depth), static_cast<int>(255 - 84 * depth),
                                                static_cast<int>(255 - 118 * depth)));
        painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
    }
    painter.end();
    develop(picture, random, content.night);
    QPainter strip(&picture);
    drawStrip(strip, content);
    return picture;
}

Result<QByteArray> encodeJpeg(const QImage &picture)
{
    const std::unique_ptr<void, int (*)(tjhandle)> compressor(tjInitCompress(), tjDestroy);
    unsigned long size = tjBufSize(picture.width(), picture.height(), TJSAMP_420);
    QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
    auto *target = reinterpret_cast<uchar *>(bytes.data());
    if (!compressor || tjCompress2(compressor.get(), picture.constBits(), picture.width(),
                                   static_cast<int>(picture.bytesPerLine()), picture.height(), TJPF_BGRX, &target,
                                   &size, TJSAMP_420, jpegQuality, TJFLAG_NOREALLOC | TJFLAG_FASTDCT) != 0)
        return Error{ErrorKind::Internal, QStringLiteral("Can't encode a picture")};
    bytes.truncate(static_cast<qsizetype>(size));
    return bytes;
}

} // namespace herdbook::demo
