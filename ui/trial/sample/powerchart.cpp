// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/powerchart.h"

#include "core/trial/review/words.h"
#include "ui/widgets/tokens.h"
#include "ui/widgets/typeface.h"

#include <QPainter>
#include <QPainterPath>

namespace herdbook::trial {

namespace {

constexpr double kMostShare = 0.08;
constexpr int kPoints = 64;

} // namespace

PowerChart::PowerChart(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Chance of a certificate over the true wrong share"));
}

void PowerChart::setSample(const std::vector<int> &judgedAt, const Shape &shape, const Level &level)
{
    m_level = level;
    m_curve.clear();
    m_threeInFour = 0;
    if (!judgedAt.empty()) {
        for (int i = 0; i <= kPoints; ++i) {
            const double share = kMostShare * i / kPoints;
            m_curve << QPointF(share, certifyProbability(judgedAt, share, shape, level));
        }
        m_threeInFour = shareCertifiedWith(0.75, judgedAt, shape, level);
    }
    update();
}

void PowerChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const QRectF area = QRectF(rect()).adjusted(44, 20, -14, -40);
    const auto x = [&](double share) { return area.left() + area.width() * share / kMostShare; };
    const auto y = [&](double chance) { return area.bottom() - area.height() * chance; };
    painter.setFont(textFont(TextRole::Label));
    for (const double chance : {0.0, 0.25, 0.5, 0.75, 1.0}) {
        painter.setPen(QPen(tokens.grid, 1));
        painter.drawLine(QPointF(area.left(), y(chance)), QPointF(area.right(), y(chance)));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(0, y(chance) - 9, area.left() - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                         Words::percent(chance, 0));
    }
    for (int percent = 0; percent <= 8; percent += 1) {
        painter.setPen(percent == 5 ? tokens.limit : tokens.text2);
        painter.drawText(QRectF(x(percent / 100.0) - 25, area.bottom() + 5, 50, 16), Qt::AlignCenter,
                         Words::percent(percent / 100.0, 0));
    }
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(area.left(), area.bottom() + 21, area.width(), 18), Qt::AlignCenter,
                     tr("if this share of the matches is wrong"));
    painter.drawText(QRectF(4, 0, area.width(), 18), Qt::AlignLeft | Qt::AlignVCenter, tr("chance of a certificate"));
    QPen limit(tokens.limit, 1.2);
    limit.setDashPattern({6, 4});
    painter.setPen(limit);
    painter.drawLine(QPointF(x(m_level.alpha), area.top()), QPointF(x(m_level.alpha), area.bottom()));
    if (m_curve.isEmpty())
        return;
    QPolygonF line;
    for (const QPointF &point : m_curve)
        line << QPointF(x(point.x()), y(point.y()));
    QPolygonF fill = line;
    fill << QPointF(line.last().x(), area.bottom()) << QPointF(line.first().x(), area.bottom());
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.rateFill);
    painter.drawPolygon(fill);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.rateLine, 2));
    painter.drawPolyline(line);
    if (m_threeInFour > 0) {
        const QPointF mark(x(m_threeInFour), y(0.75));
        painter.setPen(QPen(tokens.cursor, 1.2, Qt::DashLine));
        painter.drawLine(QPointF(area.left(), mark.y()), mark);
        painter.drawLine(mark, QPointF(mark.x(), area.bottom()));
        painter.setPen(QPen(tokens.surface, 2));
        painter.setBrush(tokens.cursor);
        painter.drawEllipse(mark, 5, 5);
        painter.setPen(tokens.text);
        painter.setFont(textFont(TextRole::LabelStrong));
        painter.drawText(QRectF(mark.x() + 10, mark.y() - 20, 240, 18), Qt::AlignLeft | Qt::AlignVCenter,
                         tr("3 times in 4 at %1").arg(Words::percent(m_threeInFour)));
    }
}

} // namespace herdbook::trial
