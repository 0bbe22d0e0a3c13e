// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/photo.h"
#include "core/demo/pictures/random.h"

#include <QLinearGradient>
#include <QPainter>
#include <QPainterPath>
#include <QRadialGradient>

namespace herdbook::demo {

namespace {

QColor mix(const QColor &a, const QColor &b, double share)
{
    return QColor::fromRgbF(static_cast<float>(a.redF() + (b.redF() - a.redF()) * share),
                            static_cast<float>(a.greenF() + (b.greenF() - a.greenF()) * share),
                            static_cast<float>(a.blueF() + (b.blueF() - a.blueF()) * share));
}

/// The colors of one season by day.
struct Palette
{
    QColor skyTop, skyBottom, far, leaf, leafLight, ground, groundNear, grass, straw, bark;
};

Palette paletteOf(Landscape::Season season)
{
    switch (season) {
    case Landscape::Season::Autumn:
        return {{176, 190, 201}, {228, 226, 214}, {129, 131, 118}, {122, 92, 44},   {186, 138, 62},
                {140, 124, 82},  {96, 84, 54},    {126, 116, 66},  {194, 172, 112}, {78, 66, 54}};
    case Landscape::Season::Winter:
        return {{186, 194, 202}, {222, 224, 222}, {138, 140, 136}, {92, 86, 72},    {134, 124, 102},
                {148, 138, 112}, {104, 96, 76},   {138, 128, 94},  {196, 184, 146}, {82, 74, 66}};
    case Landscape::Season::Green:
        break;
    }
    return {{158, 188, 214}, {220, 228, 222}, {112, 132, 110}, {62, 88, 42},   {112, 140, 66},
            {116, 128, 68},  {72, 86, 40},    {90, 116, 48},   {168, 168, 94}, {74, 64, 52}};
}

/// One location's landscape; what stands where follows from the location alone, so that every light shows the same place.
/// One long class, as each part takes its numbers from the one random stream where the part before it stopped.
class Painter
{
public:
    Painter(int location, Landscape::Season season, bool night)
        : m_location(location), m_night(night), m_colors(paletteOf(season)),
          m_bare(season == Landscape::Season::Winter), m_random(static_cast<quint64>(location) + 101, 7),
          m_horizon(430 + (location * 37) % 90)
    {
    }

    Landscape draw()
    {
        Landscape made;
        // What is far away a camera shows softly, and at half the size it takes a quarter of the time.
        QImage distance(photoWidth / 2, photoHeight / 2, QImage::Format_RGB32);
        QPainter soft(&distance);
        soft.setRenderHint(QPainter::Antialiasing);
        soft.scale(0.5, 0.5);
        sky(soft);
        farWoods(soft);
        ground(soft);
        soft.end();
        made.picture = distance.scaled(photoWidth, photoHeight, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
                           .convertToFormat(QImage::Format_RGB32);
        QPainter painter(&made.picture);
        painter.setRenderHint(QPainter::Antialiasing);
        feature(painter);
        trees(painter);
        tufts(painter, 1500, m_horizon + 40, photoHeight);
        painter.end();

        made.foreground = QImage(photoWidth, photoHeight, QImage::Format_ARGB32_Premultiplied);
        made.foreground.fill(Qt::transparent);
        QPainter front(&made.foreground);
        front.setRenderHint(QPainter::Antialiasing);
        tufts(front, 420, 985, photoHeight + 60);
        if (m_location % 3 == 1)
            branch(front);
        front.end();
        if (m_night) {
            infrared(made.picture, true);
            infrared(made.foreground, false);
        }
        return made;
    }

private:
    void sky(QPainter &painter)
    {
        QLinearGradient gradient(0, 0, 0, m_horizon);
        gradient.setColorAt(0, m_colors.skyTop);
        gradient.setColorAt(1, m_colors.skyBottom);
        painter.fillRect(0, 0, photoWidth, m_horizon + 60, gradient);
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < 26; ++i) {
            QColor cloud(250, 250, 246, 16);
            painter.setBrush(cloud);
            const double w = m_random.uniform(160, 620);
            painter.drawEllipse(QPointF(m_random.uniform(0, 1920), m_random.uniform(0, 260)), w,
                                w * m_random.uniform(0.08, 0.2));
        }
    }

    /// A tree's crown: many small blots, dark below and light above.
    void crown(QPainter &painter, const QPointF &middle, double width, double height, const QColor &dark,
               const QColor &light, int blots)
    {
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < blots; ++i) {
            const double angle = m_random.uniform(0, 2 * std::numbers::pi);
            const double reach = std::sqrt(m_random.uniform());
            const QPointF at =
                middle + QPointF(std::cos(angle) * reach * width / 2, std::sin(angle) * reach * height / 2);
            const double up = 0.5 - (at.y() - middle.y()) / height;
            QColor color = mix(dark, light, std::clamp(up * 0.8 + m_random.uniform(-0.28, 0.28), 0.0, 1.0));
            color.setAlpha(m_bare ? 90 : 205);
            painter.setBrush(color);
            const double size = std::clamp(std::min(width, height) * m_random.uniform(0.02, 0.07), 2.5, 11.0);
            painter.drawEllipse(at, size * m_random.uniform(0.8, 1.6), size);
        }
    }

    void farWoods(QPainter &painter)
    {
        QLinearGradient thicket(0, m_horizon - 70, 0, m_horizon + 60);
        thicket.setColorAt(0, QColor(m_colors.far.red(), m_colors.far.green(), m_colors.far.blue(), 0));
        thicket.setColorAt(0.45, mix(m_colors.far, m_colors.leaf, 0.35));
        thicket.setColorAt(1, mix(m_colors.far, m_colors.leaf, 0.6));
        painter.fillRect(0, m_horizon - 70, photoWidth, 150, thicket);
        for (int layer = 0; layer < 3; ++layer) {
            const double nearness = layer / 2.0;
            const QColor dark = mix(m_colors.far, m_colors.leaf, nearness * 0.75);
            const QColor light = mix(mix(m_colors.far, m_colors.skyBottom, 0.25), m_colors.leafLight, nearness * 0.7);
            const int count = 34 - 6 * layer;
            for (int i = 0; i < count; ++i) {
                const double x = (i + m_random.uniform(-0.4, 0.4)) * 1920.0 / (count - 1);
                const double height = m_random.uniform(90, 190) * (0.8 + 0.55 * nearness);
                const double foot = m_horizon + 18 + 14 * layer;
                painter.setPen(QPen(mix(m_colors.bark, m_colors.far, 0.55 - 0.25 * nearness), 5 + 5 * nearness));
                painter.drawLine(QPointF(x, foot), QPointF(x + m_random.uniform(-8, 8), foot - height * 0.8));
                crown(painter, {x, foot - height * 0.62}, height * m_random.uniform(0.8, 1.3), height * 0.95, dark,
                      light, 70 + 45 * layer);
            }
        }
    }

    void ground(QPainter &painter)
    {
        QPainterPath path(QPointF(0, m_horizon + 40));
        for (int x = 0; x <= photoWidth; x += 40)
            path.lineTo(x, m_horizon + 38 + 13 * std::sin(x / 310.0 + m_location) + m_random.uniform(-3, 3));
        path.lineTo(photoWidth, photoHeight);
        path.lineTo(0, photoHeight);
        QLinearGradient gradient(0, m_horizon, 0, photoHeight);
        gradient.setColorAt(0, mix(m_colors.ground, m_colors.far, 0.35));
        gradient.setColorAt(0.3, m_colors.ground);
        gradient.setColorAt(1, m_colors.groundNear);
        painter.fillPath(path, gradient);
        painter.setClipPath(path);
        painter.setPen(Qt::NoPen);
        for (int i = 0; i < 900; ++i) {
            const double depth = std::pow(m_random.uniform(), 1.6);
            const double y = m_horizon + 45 + depth * (photoHeight - m_horizon);
            QColor patch = m_random.chance(0.5)   ? m_colors.straw
                           : m_random.chance(0.5) ? m_colors.grass
                                                  : m_colors.groundNear;
            patch.setAlpha(26);
            painter.setBrush(patch);
            const double width = (20 + 150 * depth) * m_random.uniform(0.4, 1.8);
            painter.drawEllipse(QPointF(m_random.uniform(-60, 1980), y), width, width * 0.16);
        }
        painter.setClipping(false);
    }

    /// What one knows the place by.
    void feature(QPainter &painter)
    {
        const double y = m_horizon + 120;
        switch (m_location) {
        case 0: // the feeder on three legs
            painter.setPen(QPen(QColor(64, 62, 58), 9, Qt::SolidLine, Qt::RoundCap));
            for (const int dx : {-62, 8, 74})
                painter.drawLine(QPointF(1490 + dx * 0.5, y - 190), QPointF(1490 + dx * 1.5, y + 96));
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor(84, 92, 80));
            painter.drawRoundedRect(QRectF(1432, y - 330, 116, 156), 10, 10);
            painter.setBrush(QColor(60, 66, 58));
            painter.drawRoundedRect(QRectF(1424, y - 346, 132, 26), 10, 10);
            painter.drawRect(QRectF(1474, y - 176, 34, 24));
            break;
        case 1:   // the creek
        case 5: { // the pond
            QPainterPath water(QPointF(0, y + 8));
            const double deep = m_location == 1 ? 52 : 118;
            water.cubicTo(500, y - 30, 900, y + 46, 1920, y - 4);
            water.lineTo(1920, y - 4 + deep);
            water.cubicTo(1200, y + deep + 50, 600, y + deep - 34, 0, y + deep);
            QLinearGradient gradient(0, y, 0, y + deep);
            gradient.setColorAt(0, mix(m_colors.far, QColor(90, 100, 104), 0.5));
            gradient.setColorAt(1, mix(m_colors.skyBottom, QColor(120, 128, 124), 0.55));
            painter.fillPath(water, gradient);
            painter.setPen(Qt::NoPen);
            for (int i = 0; i < 46; ++i) { // stones along it
                painter.setBrush(mix(QColor(168, 162, 148), m_colors.groundNear, m_random.uniform(0, 0.7)));
                const double size = m_random.uniform(5, 26);
                painter.drawEllipse(QPointF(m_random.uniform(0, 1920), y + deep + m_random.uniform(-6, 26)), size,
                                    size * 0.5);
            }
            break;
        }
        case 3: // the fence with its gap
        case 6: // the gate
            for (int x = -40; x < 1960; x += 172) {
                if (x > 780 && x < 1140)
                    continue;
                painter.setPen(QPen(QColor(102, 90, 76), 15));
                painter.drawLine(QPointF(x, y + 42), QPointF(x + m_random.uniform(-5, 5), y - 118));
                painter.setPen(QPen(QColor(120, 116, 110, 190), 2.4));
                for (int wire = 0; wire < 4 && x + 172 < 1960 && !(x + 172 > 780 && x < 1140); ++wire)
                    painter.drawLine(QPointF(x, y - 100 + wire * 33), QPointF(x + 172, y - 102 + wire * 33));
            }
            if (m_location == 6) { // the road through it
                QPainterPath road(QPointF(930, m_horizon + 50));
                road.lineTo(1010, m_horizon + 50);
                road.lineTo(1560, photoHeight);
                road.lineTo(520, photoHeight);
                QColor dust = mix(m_colors.straw, QColor(176, 160, 132), 0.6);
                dust.setAlpha(150);
                painter.fillPath(road, dust);
            }
            break;
        case 4: // rocks on the ridge
            painter.setPen(Qt::NoPen);
            for (int i = 0; i < 34; ++i) {
                const double size = m_random.uniform(16, 74);
                const QPointF at(m_random.uniform(0, 1920), m_horizon + m_random.uniform(70, 330));
                QPolygonF rock;
                for (int corner = 0; corner < 9; ++corner) {
                    const double angle = corner * 2 * std::numbers::pi / 9;
                    const double reach = size * m_random.uniform(0.75, 1.1);
                    rock << at + QPointF(std::cos(angle) * reach, std::min(0.28, std::sin(angle) * 0.62) * reach);
                }
                QLinearGradient light(at - QPointF(0, size * 0.6), at + QPointF(0, size * 0.3));
                light.setColorAt(0, QColor(166, 160, 148));
                light.setColorAt(0.5, QColor(124, 118, 108));
                light.setColorAt(1, QColor(72, 68, 60));
                painter.setBrush(light);
                painter.drawPolygon(rock);
            }
            break;
        default:
            break;
        }
    }

    void trees(QPainter &painter)
    {
        const int count = 3 + m_location % 4;
        for (int i = 0; i < count; ++i) {
            const double x = (i + m_random.uniform(0.05, 0.95)) * 1920.0 / count;
            const double width = m_random.uniform(34, 92);
            const double foot = m_horizon + m_random.uniform(56, 130) + width;
            QRadialGradient shade(QPointF(0, 0), 1);
            shade.setColorAt(0, QColor(20, 16, 8, 150));
            shade.setColorAt(1, QColor(20, 16, 8, 0));
            painter.save();
            painter.translate(x + width * 0.3, foot);
            painter.scale(width * 1.9, width * 0.42);
            painter.setPen(Qt::NoPen);
            painter.setBrush(shade);
            painter.drawEllipse(QPointF(0, 0), 1, 1);
            painter.restore();
            QPainterPath trunk(QPointF(x - width * 0.75, foot));
            trunk.cubicTo(x - width * 0.45, foot - 60, x - width * 0.5, foot - 300, x - width * 0.36 + 14, -30);
            trunk.lineTo(x + width * 0.36 + 14, -30);
            trunk.cubicTo(x + width * 0.5, foot - 300, x + width * 0.42, foot - 60, x + width * 0.8, foot);
            QLinearGradient bark(x - width * 0.5, 0, x + width * 0.5, 0);
            bark.setColorAt(0, m_colors.bark.darker(130));
            bark.setColorAt(0.35, m_colors.bark.lighter(128));
            bark.setColorAt(1, m_colors.bark.darker(165));
            painter.fillPath(trunk, bark);
            painter.save();
            painter.setClipPath(trunk);
            for (int line = 0; line < 90; ++line) {
                const double lx = x + m_random.uniform(-0.6, 0.6) * width;
                const double ly = m_random.uniform(0, foot);
                QColor furrow = m_random.chance(0.6) ? m_colors.bark.darker(190) : m_colors.bark.lighter(150);
                furrow.setAlpha(110);
                painter.setPen(QPen(furrow, m_random.uniform(1.2, 4)));
                painter.drawLine(QPointF(lx, ly), QPointF(lx + m_random.uniform(-5, 5), ly + m_random.uniform(16, 70)));
            }
            painter.restore();
            for (int blade = 0; blade < 60; ++blade) { // grass hides where it stands
                const double bx = x + m_random.uniform(-1.1, 1.1) * width;
                painter.setPen(QPen(mix(m_colors.grass, m_colors.groundNear, m_random.uniform()), 2));
                painter.drawLine(QPointF(bx, foot + 8),
                                 QPointF(bx + m_random.uniform(-8, 8), foot - m_random.uniform(4, 26)));
            }
            crown(painter, {x + m_random.uniform(-40, 40), 20}, width * 7.5, 270, m_colors.leaf.darker(125),
                  m_colors.leafLight, 230);
        }
    }

    void tufts(QPainter &painter, int count, double from, double to)
    {
        for (int i = 0; i < count; ++i) {
            const double depth = static_cast<double>(i) / count; // from far to near
            const double y = from + (to - from) * depth;
            const double near = std::clamp((y - m_horizon) / (photoHeight - m_horizon), 0.0, 1.1);
            const double x = m_random.uniform(-20, 1940);
            const int blades = 3 + m_random.below(5);
            for (int blade = 0; blade < blades; ++blade) {
                QColor color = mix(m_colors.grass, m_colors.straw, m_random.uniform(0, 1));
                color = mix(color, m_colors.groundNear, m_random.uniform(0, 0.55));
                painter.setPen(QPen(color, 0.8 + 2.1 * near));
                const double height = (6 + 46 * near) * m_random.uniform(0.4, 1.25);
                const double lean = m_random.uniform(-0.5, 0.5) * height;
                QPainterPath path(QPointF(x + blade * 2.2 * near, y));
                path.quadTo(x + blade * 2.2 * near + lean * 0.2, y - height * 0.7, x + blade * 2.2 * near + lean,
                            y - height);
                painter.drawPath(path);
            }
        }
    }

    void branch(QPainter &painter)
    {
        painter.setPen(QPen(m_colors.bark.darker(150), 9, Qt::SolidLine, Qt::RoundCap));
        QPainterPath path(QPointF(1930, 60));
        path.cubicTo(1800, 120, 1700, 96, 1560, 168);
        painter.drawPath(path);
        crown(painter, {1700, 110}, 460, 150, m_colors.leaf.darker(150), m_colors.leafLight.darker(115), 90);
    }

    /// What the infrared flash sees: gray, bright where it is near and in the middle, black behind.
    void infrared(QImage &image, bool background) const
    {
        for (int y = 0; y < image.height(); ++y) {
            auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
            const double depth =
                y < m_horizon ? 0.11 * std::pow(static_cast<double>(y) / m_horizon, 1.5) + 0.012
                              : 0.125 + 0.44 * std::sqrt(static_cast<double>(y - m_horizon) / (1080 - m_horizon));
            for (int x = 0; x < image.width(); ++x) {
                const double aside = (x - 960) / 1150.0;
                const double light = depth * (1 - 0.75 * aside * aside);
                const QRgb pixel = line[x];
                // Leaves and grass reflect infrared strongly.
                const double seen = (0.25 * qRed(pixel) + 0.65 * qGreen(pixel) + 0.1 * qBlue(pixel)) * light *
                                    (background ? 1.08 : 1.25);
                const int gray = static_cast<int>(std::min(255.0, seen + (background ? 6 : 0)));
                line[x] = background ? qRgb(gray, gray, gray)
                                     : qRgba(std::min(gray, qAlpha(pixel)), std::min(gray, qAlpha(pixel)),
                                             std::min(gray, qAlpha(pixel)), qAlpha(pixel));
            }
        }
    }

    const int m_location;
    const bool m_night;
    const Palette m_colors;
    const bool m_bare;
    Random m_random;
    const int m_horizon;
};

} // namespace

Landscape drawLandscape(int location, Landscape::Season season, bool night)
{
    return Painter(location, season, night).draw();
}

Landscape::Season seasonAt(const QDate &day)
{
    const int month = day.month();
    return month >= 4 && month <= 9     ? Landscape::Season::Green
           : month == 10 || month == 11 ? Landscape::Season::Autumn
                                        : Landscape::Season::Winter;
}

} // namespace herdbook::demo
