// SPDX-License-Identifier: GPL-3.0-or-later
// The figures about profiles: how well they are told apart, and how alike they are.
#include "core/reid/text.h"
#include "core/render/analysis/figures.h"
#include "core/render/layout/plot.h"

#include <algorithm>
#include <cmath>

namespace herdbook::render {

namespace {

using layout::Plot;
using reid::Analysis;

layout::Axis detAxis(const QString &title)
{
    layout::Axis axis{0, 1, false, {}, {}, title};
    for (const double rate : reid::kDetTicks) {
        axis.ticks.push_back(reid::detPlace(rate));
        axis.labels << QStringLiteral("%1%").arg(100 * rate);
    }
    return axis;
}

QPointF detPoint(const reid::DetPoint &rates)
{
    return {reid::detPlace(rates.falseMatch), reid::detPlace(rates.falseNonMatch)};
}

/// From paper over a middle tone to ink: lightness alone carries the cosine, so it survives gray print.
QColor shade(double cosine)
{
    const double share = std::clamp((cosine - .2) / .8, 0.0, 1.0);
    const auto mixed = [share](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * share)); };
    return {mixed(250, 14), mixed(252, 40), mixed(252, 46)};
}

/// One cell several pixels wide: readers that smooth pictures would wash single pixels out.
QImage cells(const Analysis &analysis, const std::vector<std::int32_t> &order)
{
    const int n = static_cast<int>(order.size());
    const int zoom = std::max(1, 600 / std::max(1, n));
    QImage image(n * zoom, n * zoom, QImage::Format_RGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        const std::size_t row = static_cast<std::size_t>(order[static_cast<std::size_t>(y / zoom)]) * order.size();
        for (int x = 0; x < image.width(); ++x)
            line[x] =
                shade(reid::fromTicks(analysis.profileSimilarity[row + static_cast<std::size_t>(
                                                                           order[static_cast<std::size_t>(x / zoom)])]))
                    .rgb();
    }
    return image;
}

void paintScale(QPainter &painter, const QRectF &row)
{
    const QFont font = layout::font(layout::Role::Small);
    const QColor ink(layout::ink::text2);
    layout::paintLine(painter, QRectF(row.left(), row.top(), 20, row.height()), QStringLiteral("0.2"), font, ink,
                      Qt::AlignLeft);
    for (int step = 0; step < 80; ++step)
        painter.fillRect(QRectF(row.left() + 22 + step, row.top() + 2, 1.4, row.height() - 4),
                         shade(.2 + .8 * step / 79));
    layout::paintLine(painter, QRectF(row.left() + 108, row.top(), row.width() - 108, row.height()),
                      QStringLiteral("1; ring: one animal?"), font, ink, Qt::AlignLeft);
}

} // namespace

void paintDet(QPainter &painter, const QRectF &rect, const Analysis &analysis)
{
    const reid::Separation &separation = *analysis.separation;
    const QString force = QString::fromStdString(reid::text::score(analysis.options.current));
    const QRectF inner =
        layout::paintFigureHead(painter, rect, QStringLiteral("DET curve"),
                                QStringLiteral("optimistic: genuine scores were selected at ≥ %1").arg(force));
    const Plot plot(inner, detAxis(QStringLiteral("false matches (of impostor scores)")),
                    detAxis(QStringLiteral("false non-matches")));
    plot.paintGrid(painter, true);
    QPolygonF line;
    for (const reid::DetPoint &point : separation.curve) {
        const QPointF at = plot.map(detPoint(point));
        if (line.isEmpty() || (at - line.last()).manhattanLength() > .5)
            line << at;
    }
    painter.setPen(QPen(QColor(layout::ink::text), 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(line);
    const auto mark = [&](double threshold, const QColor &color, const QString &name, int below) {
        const QPointF at = plot.map(detPoint(
            reid::errorRates(analysis.layers.matches, analysis.layers.closestOther, reid::thresholdTicks(threshold))));
        painter.setPen(QPen(color, 1.4));
        painter.setBrush(Qt::white);
        painter.drawEllipse(at, 3, 3);
        layout::paintLine(painter, QRectF(at.x() + 6, at.y() + below, 120, 10), name, layout::font(layout::Role::Small),
                          color, Qt::AlignLeft);
    };
    mark(analysis.options.current, QColor(layout::ink::text), QStringLiteral("in force"), -14);
    if (const auto recommended = reid::recommendedMark(analysis))
        mark(recommended->at, QColor(layout::ink::accent), markName(recommended->kind), 4);
    plot.paintAxes(painter);
}

void paintLikeness(QPainter &painter, const QRectF &rect, const Analysis &analysis)
{
    const QRectF inner = layout::paintFigureHead(painter, rect, QStringLiteral("Likeness of the profiles"),
                                                 QStringLiteral("each with each, by sex"));
    constexpr qreal kNames = 34;
    constexpr qreal kScale = 14;
    const reid::LikenessOrder order = reid::likenessOrder(analysis.data.profiles);
    const qreal side = std::min(inner.width() - kNames, inner.height() - kScale - 12);
    const QRectF map(inner.left() + kNames, inner.top() + 2, side, side);
    painter.drawImage(map, cells(analysis, order.profiles));
    const qreal cell = side / static_cast<qreal>(order.profiles.size());
    for (const reid::LikenessOrder::Block &block : order.blocks) {
        const qreal top = map.top() + cell * block.from;
        const qreal edge = map.top() + cell * block.to;
        layout::paintLine(painter, QRectF(inner.left(), (top + edge) / 2 - 5, kNames - 4, 10),
                          QString::fromUtf8(name(block.sex).data()), layout::font(layout::Role::Small),
                          QColor(layout::ink::text2), Qt::AlignRight);
        if (&block == &order.blocks.back())
            break;
        const qreal across = map.left() + cell * block.to;
        painter.setPen(QPen(Qt::white, 1));
        painter.drawLine(QPointF(map.left(), edge), QPointF(map.right(), edge));
        painter.drawLine(QPointF(across, map.top()), QPointF(across, map.bottom()));
    }
    painter.setPen(QPen(QColor(layout::ink::error), 1.2));
    painter.setBrush(Qt::NoBrush);
    for (const reid::DuplicatePair &pair : analysis.duplicateProfiles) {
        const auto first = static_cast<qreal>(order.placeOf[static_cast<std::size_t>(pair.first)]);
        const auto second = static_cast<qreal>(order.placeOf[static_cast<std::size_t>(pair.second)]);
        for (const auto &[x, y] : {std::pair(first, second), std::pair(second, first)})
            painter.drawEllipse(QPointF(map.left() + (x + .5) * cell, map.top() + (y + .5) * cell), std::max(3.0, cell),
                                std::max(3.0, cell));
    }
    paintScale(painter, QRectF(map.left(), map.bottom() + 4, inner.right() - map.left(), kScale));
}

} // namespace herdbook::render
