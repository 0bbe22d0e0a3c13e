// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/report/sketchmap.h"

#include "core/render/layout/plot.h"
#include "core/render/report/words.h"
#include "core/season/effort/words.h"

#include <cmath>

namespace herdbook::render {

using layout::Role;

namespace {

constexpr double MetersPerDegree = 111'195;
constexpr double Radian = 0.017453292519943295;
constexpr qreal LargestDisc = 15; // radius in points
constexpr qreal Margin = 26;

/// A length of 1, 2 or 5 times a power of ten that is at most `most`.
double roundLength(double most)
{
    const double power = std::pow(10, std::floor(std::log10(most)));
    const double factor = most / power;
    return power * (factor >= 5 ? 5 : factor >= 2 ? 2 : 1);
}

/// Meters east and north of the first place.
class Projection
{
public:
    Projection(const std::vector<MapPlace> &places, const QRectF &area) : m_origin(places.front().place), m_area(area)
    {
        QRectF bounds;
        for (const MapPlace &place : places) {
            const QPointF at = meters(place.place);
            bounds = &place == &places.front()
                         ? QRectF(at, QSizeF(0, 0))
                         : QRectF(QPointF(std::min(bounds.left(), at.x()), std::min(bounds.top(), at.y())),
                                  QPointF(std::max(bounds.right(), at.x()), std::max(bounds.bottom(), at.y())));
        }
        constexpr double LeastSpan = 200; // a single camera shows its surroundings
        const double width = std::max(bounds.width(), LeastSpan);
        const double height = std::max(bounds.height(), LeastSpan);
        m_scale = std::min((area.width() - 2 * Margin) / width, (area.height() - 2 * Margin) / height);
        m_middle = bounds.center();
    }

    QPointF map(const Coordinates &place) const { return m_area.center() + (meters(place) - m_middle) * m_scale; }
    double pointsPerMeter() const { return m_scale; }

private:
    QPointF meters(const Coordinates &place) const
    {
        double east = place.longitude - m_origin.longitude;
        east += east > 180 ? -360 : east < -180 ? 360 : 0;
        return {east * MetersPerDegree * std::cos(m_origin.latitude * Radian),
                (m_origin.latitude - place.latitude) * MetersPerDegree};
    }

    Coordinates m_origin;
    QRectF m_area;
    QPointF m_middle;
    double m_scale = 1;
};

void paintNorthAndScale(QPainter &painter, const QRectF &area, double pointsPerMeter)
{
    const QColor ink(layout::ink::text);
    painter.setPen(QPen(ink, 1));
    const QPointF tip(area.left() + 14, area.top() + 10);
    painter.drawLine(tip, tip + QPointF(0, 26));
    painter.drawPolyline(QPolygonF({tip + QPointF(-4, 8), tip, tip + QPointF(4, 8)}));
    layout::paintLine(painter, QRectF(tip.x() - 10, tip.y() + 27, 20, 12), QStringLiteral("N"),
                      layout::font(Role::Strong), ink, Qt::AlignHCenter);
    const double length = roundLength(area.width() / 3 / pointsPerMeter);
    const qreal width = length * pointsPerMeter;
    const QPointF left(area.left() + 10, area.bottom() - 9);
    painter.setPen(QPen(ink, 1));
    painter.drawPolyline(QPolygonF({left + QPointF(0, -4), left, left + QPointF(width, 0), left + QPointF(width, -4)}));
    const QString text =
        length >= 1000 ? QStringLiteral("%1 km").arg(length / 1000) : QStringLiteral("%1 m").arg(length);
    layout::paintLine(painter, QRectF(left.x(), left.y() - 15, std::max(width, 40.0), 11), text,
                      layout::font(Role::Small), QColor(layout::ink::text2),
                      width < 40 ? Qt::AlignLeft : Qt::AlignHCenter);
}

} // namespace

QStringList paintSketchMap(QPainter &painter, const QRectF &rect, const SketchMap &map)
{
    const QRectF area = layout::paintFigureHead(painter, rect, map.title, map.note);
    painter.setPen(QPen(QColor(layout::ink::border), 0.8));
    painter.setBrush(QColor(layout::ink::sunken));
    painter.drawRect(area);
    const Projection projection(map.places, area);
    const double grid = roundLength(area.width() / 3 / projection.pointsPerMeter()) * projection.pointsPerMeter();
    painter.setPen(QPen(QColor(layout::ink::grid), 0.5));
    for (qreal x = area.left() + grid; x < area.right(); x += grid)
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
    for (qreal y = area.bottom() - grid; y > area.top(); y -= grid)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y));

    double most = 0;
    for (const MapPlace &place : map.places)
        most = std::max(most, place.value);
    std::vector<QRectF> taken = {QRectF(area.left(), area.top(), 30, 54),
                                 QRectF(area.left(), area.bottom() - 26, area.width() / 3 + 20, 26)};
    const qreal crowd = map.places.size() > 25 ? 0.6 : 1; // smaller discs where there are many
    std::vector<qreal> radii;
    for (const MapPlace &place : map.places) {
        const qreal radius = most > 0 ? std::max(3.0, crowd * LargestDisc * std::sqrt(place.value / most)) : 4;
        radii.push_back(radius);
        const QPointF at = projection.map(place.place);
        painter.setPen(place.isCompared ? QPen(QColor(layout::ink::accent), 1)
                                        : QPen(QColor(layout::ink::accent), 1, Qt::DashLine));
        QColor fill(layout::ink::accent);
        fill.setAlphaF(0.22F);
        painter.setBrush(place.isCompared ? QBrush(fill) : QBrush(Qt::NoBrush));
        painter.drawEllipse(at, radius, radius);
        painter.setPen(Qt::NoPen);
        painter.setBrush(QColor(layout::ink::accent));
        painter.drawEllipse(at, 1.4, 1.4);
        taken.emplace_back(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }
    const QFont face = layout::font(Role::Small);
    const qreal line = layout::lineHeight(face) - 1;
    QStringList unnamed;
    for (std::size_t i = 0; i < map.places.size(); ++i) {
        const MapPlace &place = map.places[i];
        const QPointF at = projection.map(place.place);
        const qreal width =
            std::min(std::max(layout::textWidth(face, place.name), layout::textWidth(face, place.note)) + 1, 96.0);
        const qreal height = place.note.isEmpty() ? line : 2 * line;
        const qreal off = radii[i] + 2;
        const qreal diagonal = 0.7 * radii[i] + 1;
        const QRectF spots[] = {QRectF(at.x() + off, at.y() - height / 2, width, height),
                                QRectF(at.x() - width / 2, at.y() + off, width, height),
                                QRectF(at.x() - off - width, at.y() - height / 2, width, height),
                                QRectF(at.x() - width / 2, at.y() - off - height, width, height),
                                QRectF(at.x() + diagonal, at.y() - diagonal - height, width, height),
                                QRectF(at.x() + diagonal, at.y() + diagonal, width, height),
                                QRectF(at.x() - diagonal - width, at.y() - diagonal - height, width, height),
                                QRectF(at.x() - diagonal - width, at.y() + diagonal, width, height)};
        bool named = false;
        for (const QRectF &spot : spots) {
            const bool free = std::none_of(taken.begin(), taken.end(), [&](const QRectF &other) {
                return other.intersects(spot) && !other.contains(at);
            });
            if (!free || !area.adjusted(2, 2, -2, -2).contains(spot))
                continue;
            const auto alignment = spot.left() > at.x()    ? Qt::AlignLeft
                                   : spot.right() < at.x() ? Qt::AlignRight
                                                           : Qt::AlignHCenter;
            layout::paintLine(painter, QRectF(spot.left(), spot.top(), width, line), place.name, face,
                              QColor(layout::ink::text), alignment);
            layout::paintLine(painter, QRectF(spot.left(), spot.top() + line, width, height - line), place.note, face,
                              QColor(layout::ink::text2), alignment);
            taken.push_back(spot);
            named = true;
            break;
        }
        if (!named)
            unnamed << QStringLiteral("%1 (%2)").arg(place.name, place.note);
    }
    paintNorthAndScale(painter, area, projection.pointsPerMeter());
    return unnamed;
}

void addUnnamed(layout::Document &document, const SketchMap &map, const QSizeF &size)
{
    if (map.places.empty()) {
        if (!map.unplaced.isEmpty())
            document.paragraph(
                QStringLiteral("There is no map: no coordinates of %1.").arg(season::listText(map.unplaced)),
                Role::Small, QColor(layout::ink::text2));
        return;
    }
    QImage nowhere(1, 1, QImage::Format_Grayscale8); // only where names find room is asked for
    QPainter painter(&nowhere);
    const QStringList unnamed = paintSketchMap(painter, QRectF(QPointF(), size), map);
    if (!unnamed.isEmpty())
        document.paragraph(QStringLiteral("No room on the map for: %1.").arg(unnamed.join(QStringLiteral(", "))),
                           Role::Small, QColor(layout::ink::text2));
    if (!map.unplaced.isEmpty())
        document.paragraph(
            QStringLiteral("No coordinates, so not on the map: %1.").arg(map.unplaced.join(QStringLiteral(", "))),
            Role::Small, QColor(layout::ink::text2));
}

SketchMap sketchMapOf(const season::SeasonEffort &effort, const QStringList &compared)
{
    SketchMap map;
    map.note = QStringLiteral("disc area: detections per 100 camera-days");
    for (const season::CameraEffort &camera : effort.cameras) {
        const double days = camera.cameraDays();
        if (days + camera.unreadDays() <= 0)
            continue;
        if (!camera.place) {
            map.unplaced << camera.name;
            continue;
        }
        const bool hasRate = days >= season::LeastCameraDays;
        const double rate = hasRate ? 100 * static_cast<double>(camera.counted(std::nullopt)) / days : 0;
        map.places.push_back({camera.name, *camera.place, rate,
                              hasRate     ? decimal(rate, 1)
                              : days <= 0 ? QStringLiteral("not read")
                                          : QStringLiteral("too short"),
                              compared.isEmpty() || compared.contains(camera.id)});
    }
    std::stable_sort(map.places.begin(), map.places.end(),
                     [](const MapPlace &one, const MapPlace &other) { return one.value > other.value; });
    return map;
}

} // namespace herdbook::render
