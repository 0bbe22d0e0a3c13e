// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/photo.h"

#include "core/demo/pictures/develop.h"
#include "core/demo/pictures/random.h"

#include <QLocale>
#include <QPainter>

#include <algorithm>

namespace herdbook::demo {

namespace {

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
    develop(picture, photoHeight - stripHeight, content.night, content.seed);
    QPainter strip(&picture);
    drawStrip(strip, content);
    return picture;
}

} // namespace herdbook::demo
