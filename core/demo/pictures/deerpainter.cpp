// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/coat.h"
#include "core/demo/pictures/photo.h"
#include "core/demo/pictures/random.h"

#include <QLinearGradient>
#include <QPainter>
#include <QRadialGradient>

namespace herdbook::demo {

namespace {

class Animal
{
public:
    Animal(QPainter &painter, const Look &look, const Pose &pose, bool night, double light, quint64 seed)
        : m_painter(painter), m_look(look), m_pose(pose), m_night(night), m_shape(shapeOf(look, pose)),
          m_coat(coatOf(look, night, light)), m_light(light), m_random(seed, 11)
    {
    }

    const DeerShape &shape() const { return m_shape; }

    void draw()
    {
        const QColor farSide = m_coat.side.darker(150);
        m_painter.setPen(Qt::NoPen);
        fill(m_shape.farAntler, m_coat.antler.darker(m_pose.velvet ? 190 : 135));
        fill(m_shape.farEar, farSide);
        fill(m_shape.farLegs, legs(true));
        if (m_pose.tailUp)
            tail();
        fill(m_shape.neck, body());
        fill(m_shape.torso, body());
        fill(m_shape.nearLegs, legs(false));
        if (!m_pose.tailUp)
            tail();
        markings();
        fur();
        scars();
        fill(m_shape.head, headBrush());
        face();
        ears();
        nearAntler();
    }

private:
    void fill(const QPainterPath &path, const QBrush &brush) { m_painter.fillPath(path, brush); }

    QBrush body() const
    {
        QLinearGradient gradient(0, -1.05, 0, -0.42);
        gradient.setColorAt(0, m_coat.back);
        gradient.setColorAt(0.30, m_coat.side);
        gradient.setColorAt(0.72, m_coat.side);
        gradient.setColorAt(0.92,
                            m_look.species == Species::Cattle ? m_coat.side.darker(118) : m_coat.belly.darker(112));
        gradient.setColorAt(1, m_coat.belly);
        return gradient;
    }

    QBrush legs(bool farSide) const
    {
        const int darker = farSide ? 158 : 100;
        QLinearGradient gradient(0, -0.9, 0, 0);
        gradient.setColorAt(0, m_coat.side.darker(farSide ? 150 : 100));
        gradient.setColorAt(0.42, m_coat.side.darker(darker + 8));
        gradient.setColorAt(0.7, m_coat.side.darker(darker + 22));
        gradient.setColorAt(0.955, m_coat.side.darker(darker + 34));
        gradient.setColorAt(0.965, m_coat.muzzle);
        gradient.setColorAt(1, m_coat.muzzle);
        return gradient;
    }

    QBrush headBrush() const
    {
        const QPointF along = m_shape.nose - m_shape.poll;
        QLinearGradient gradient(m_shape.poll - along * 0.15, m_shape.nose + along * 0.02);
        gradient.setColorAt(0, m_coat.side);
        gradient.setColorAt(0.45, m_coat.side.lighter(104));
        gradient.setColorAt(0.80, m_coat.side.darker(125));
        gradient.setColorAt(0.90, m_coat.muzzle);
        gradient.setColorAt(1, m_coat.muzzle);
        return gradient;
    }

    bool isDeer() const
    {
        return m_look.species == Species::Doe || m_look.species == Species::Buck || m_look.species == Species::Fawn;
    }

    void tail()
    {
        const QColor white = m_night ? gray(212 * m_light) : shaded(232, 228, 218, m_light);
        if (isDeer() && !m_pose.tailUp) // brown above, its white edge shows behind
            fill(m_shape.tailEdge, white);
        fill(m_shape.tail, !isDeer() ? m_coat.dark : m_pose.tailUp ? white : m_coat.side.darker(112));
    }

    /// White throat patch, brisket shadow, roundness, a fawn's spots.
    void markings()
    {
        m_painter.save();
        m_painter.setClipPath(m_trunk);
        QRadialGradient highlight(QPointF(-0.12, -0.86), 0.62);
        highlight.setColorAt(0, QColor(255, 246, 226, m_night ? 58 : 46));
        highlight.setColorAt(1, QColor(255, 246, 226, 0));
        m_painter.fillRect(QRectF(-1, -1.3, 2, 1.2), highlight);
        for (const double x : {0.40, -0.48}) { // the hollows behind shoulder and before the haunch
            QRadialGradient hollow(QPointF(x * 0.62 + (x < 0 ? 0.02 : 0), -0.66), 0.26);
            hollow.setColorAt(0, QColor(20, 12, 6, m_night ? 46 : 40));
            hollow.setColorAt(1, QColor(20, 12, 6, 0));
            m_painter.fillRect(QRectF(-1, -1.3, 2, 1.2), hollow);
        }
        if (isDeer()) {
            QColor white = m_night ? gray(212 * m_light) : shaded(226, 218, 200, m_light);
            QRadialGradient patch(m_shape.throat, 0.06 + 0.12 * m_look.throat);
            white.setAlpha(225);
            patch.setColorAt(0, white);
            patch.setColorAt(0.55, white);
            white.setAlpha(0);
            patch.setColorAt(1, white);
            m_painter.fillRect(QRectF(-1.5, -2, 4, 2.4), patch);
        }
        if (m_look.species == Species::Fawn) {
            QColor spot = m_night ? gray(212 * m_light) : shaded(236, 226, 204, m_light);
            spot.setAlpha(190);
            m_painter.setBrush(spot);
            Random spots(static_cast<quint64>(m_look.size * 1e6), 12);
            for (int i = 0; i < 46; ++i)
                m_painter.drawEllipse(QPointF(spots.uniform(-0.58, 0.44), spots.uniform(-0.94, -0.66)), 0.016, 0.013);
        }
        m_painter.restore();
    }

    void fur()
    {
        if (m_pose.scale < 120)
            return;
        m_painter.save();
        m_painter.setClipPath(m_trunk);
        const int hairs = m_pose.scale > 300 ? 520 : 240;
        for (int i = 0; i < hairs; ++i) {
            const QPointF at(m_random.uniform(-0.75, 1.0), m_random.uniform(-1.5, -0.42));
            QColor color = m_random.chance(0.55) ? m_coat.dark : m_coat.belly;
            color.setAlpha(38);
            m_painter.setPen(QPen(color, 0.006));
            m_painter.drawLine(at, at + QPointF(-0.045, m_random.uniform(0.0, 0.035)));
        }
        m_painter.restore();
    }

    void scars()
    {
        m_painter.save();
        m_painter.setClipPath(m_shape.torso);
        for (const Look::Mark &scar : m_look.scars) {
            const QPointF from(scar.along, scar.down);
            const QPointF to = from + QPointF(std::cos(scar.angle), std::sin(scar.angle)) * scar.length;
            // A healed cut: a bare, pale seam that tapers, with a dark edge of hair below.
            const QPointF across = QPointF(-(to - from).y(), (to - from).x()) / scar.length * scar.width;
            const QPointF bend = (from + to) / 2 + across * 1.2;
            QPainterPath seam(from);
            seam.quadTo(bend + across * 0.55, to);
            seam.quadTo(bend - across * 0.55, from);
            QColor edge = m_coat.dark;
            edge.setAlpha(120);
            m_painter.fillPath(seam.translated(0.004, 0.010), edge);
            m_painter.fillPath(seam, m_night ? gray(205 * m_light) : shaded(214, 184, 166, m_light));
        }
        m_painter.restore();
        m_painter.setPen(Qt::NoPen);
    }

    void face()
    {
        const QPointF along = (m_shape.nose - m_shape.poll) /
                              std::hypot(m_shape.nose.x() - m_shape.poll.x(), m_shape.nose.y() - m_shape.poll.y());
        if (isDeer()) {
            QColor pale = m_night ? gray(212 * m_light) : shaded(220, 206, 184, m_light);
            m_painter.setBrush(pale);
            const QPointF chin = m_shape.nose - along * 0.055 + QPointF(-along.y(), along.x()) * 0.040;
            m_painter.drawEllipse(chin, 0.026, 0.020);
            m_painter.save(); // the band behind the nose
            m_painter.setClipPath(m_shape.head);
            pale.setAlpha(190);
            m_painter.setPen(QPen(pale, 0.022));
            const QPointF band = m_shape.nose - along * 0.062;
            m_painter.drawLine(band - QPointF(-along.y(), along.x()) * 0.1,
                               band + QPointF(-along.y(), along.x()) * 0.1);
            m_painter.restore();
            m_painter.setPen(Qt::NoPen);
            if (m_look.paleEyeRing) {
                m_painter.setBrush(pale);
                m_painter.drawEllipse(m_shape.eye, 0.040, 0.032);
            }
        } else if (m_look.species == Species::Raccoon) {
            m_painter.setBrush(m_coat.dark);
            m_painter.drawEllipse(m_shape.eye + along * 0.02, 0.075, 0.05);
        }
        m_painter.setPen(Qt::NoPen);
        if (m_night) { // the flash comes back from the eye
            QRadialGradient shine(m_shape.eye, 0.055);
            shine.setColorAt(0, QColor(255, 255, 255));
            shine.setColorAt(0.42, QColor(255, 255, 255, 245));
            shine.setColorAt(1, QColor(255, 255, 255, 0));
            m_painter.setBrush(shine);
            m_painter.drawEllipse(m_shape.eye, 0.055, 0.055);
        } else {
            m_painter.setBrush(QColor(18, 13, 11));
            m_painter.drawEllipse(m_shape.eye, 0.024, 0.020);
            m_painter.setBrush(QColor(230, 226, 220, 210));
            m_painter.drawEllipse(m_shape.eye + QPointF(0.006, -0.007), 0.006, 0.005);
        }
    }

    void ears()
    {
        fill(m_shape.nearEar, m_coat.side.darker(112));
        m_painter.save();
        m_painter.setClipPath(m_shape.nearEar);
        QColor inner = m_night ? gray(206 * m_light) : shaded(206, 176, 156, m_light);
        inner.setAlpha(190);
        const QPointF middle = m_shape.nearEar.boundingRect().center();
        QRadialGradient gradient(middle, 0.09);
        gradient.setColorAt(0, inner);
        inner.setAlpha(0);
        gradient.setColorAt(1, inner);
        m_painter.fillRect(m_shape.nearEar.boundingRect(), gradient);
        m_painter.restore();
        m_painter.strokePath(m_shape.nearEar, QPen(m_coat.dark, 0.008));
    }

    void nearAntler()
    {
        if (m_shape.nearAntler.isEmpty())
            return;
        const QRectF bounds = m_shape.nearAntler.boundingRect();
        QLinearGradient gradient(bounds.bottomLeft(), bounds.topLeft());
        const QColor base =
            m_pose.velvet ? (m_night ? gray(150 * m_light) : shaded(112, 88, 66, m_light)) : m_coat.antler;
        gradient.setColorAt(0, base.darker(150));
        gradient.setColorAt(0.5, base);
        gradient.setColorAt(1, m_pose.velvet ? base : base.lighter(132));
        fill(m_shape.nearAntler, gradient);
        m_painter.strokePath(m_shape.nearAntler.simplified(), QPen(m_coat.dark.darker(120), 0.006));
    }

    QPainter &m_painter;
    const Look &m_look;
    const Pose &m_pose;
    const bool m_night;
    const DeerShape m_shape;
    const QPainterPath m_trunk = m_shape.torso.united(m_shape.neck);
    const Coat m_coat;
    const double m_light;
    Random m_random;
};

} // namespace

void drawAnimal(QImage &picture, const Look &look, const Pose &pose, bool night, double twilight, quint64 seed)
{
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    const double nearness = std::clamp((pose.scale - 150) / 450, 0.0, 1.0);
    // The flash fades with distance, daylight does not.
    const double light = night ? 0.66 + 0.42 * std::sqrt(nearness) : 1.04 - 0.22 * twilight;
    const double size = pose.scale * look.size;
    const double across = size * (1 - 0.42 * pose.turn) * (pose.facesLeft ? -1 : 1);

    const double width = std::abs(across);
    QRadialGradient shadow(QPointF(0, 0), 1);
    shadow.setColorAt(0, QColor(0, 0, 0, night ? 120 : static_cast<int>(118 - 50 * twilight)));
    shadow.setColorAt(0.6, QColor(0, 0, 0, night ? 70 : 52));
    shadow.setColorAt(1, QColor(0, 0, 0, 0));
    painter.save();
    painter.translate(pose.x + (night ? 0.05 : 0.12) * width, pose.ground - 0.01 * size);
    painter.scale(0.86 * width, 0.11 * size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shadow);
    painter.drawEllipse(QPointF(0, 0), 1, 1);
    painter.restore();

    painter.setTransform(QTransform(across, 0, 0, size, pose.x, pose.ground));
    Animal(painter, look, pose, night, light, seed).draw();
}

} // namespace herdbook::demo
