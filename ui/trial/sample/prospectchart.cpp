// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/prospectchart.h"

#include "core/trial/review/words.h"
#include "ui/widgets/labels/labelplaces.h"
#include "ui/widgets/style/tokens.h"

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr std::size_t kMark = 1; ///< of kShares: 1%

double niceTop(double most)
{
    const double step = std::pow(10, std::floor(std::log10(std::max(10.0, most))));
    for (const double factor : {1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0}) {
        if (step * factor >= most)
            return step * factor;
    }
    return step * 10;
}

} // namespace

ProspectChart::ProspectChart(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    name();
}

void ProspectChart::setProspects(std::shared_ptr<const Prospects> prospects, int atCandidate, const Estimate &estimate)
{
    m_prospects = std::move(prospects);
    m_atCandidate = atCandidate;
    m_estimate = estimate;
    m_stale = false;
    name();
    update();
}

void ProspectChart::setStale(bool stale)
{
    m_stale = stale;
    update();
}

void ProspectChart::setPreset(Preset preset)
{
    m_preset = preset;
    name();
    update();
}

void ProspectChart::name()
{
    QString text = tr("Detections certified over the true wrong share");
    if (m_prospects) {
        for (std::size_t i = 0; i < kShares.size(); i += 5)
            text += tr("; at %1 wrong %2")
                        .arg(Words::percent(kShares[i], 0),
                             QLocale().toString(
                                 std::lround(m_prospects->curves[static_cast<std::size_t>(m_preset)][i].detections)));
    }
    setAccessibleName(text);
}

void ProspectChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const QRectF area = QRectF(rect()).adjusted(54, 24, -96, -44);
    const double last = kShares.back();
    double most = m_atCandidate;
    if (m_prospects) {
        for (const std::vector<Expected> &curve : m_prospects->curves) {
            for (const Expected &one : curve)
                most = std::max(most, one.detections);
        }
    }
    const double top = niceTop(most);
    const auto x = [&](double share) { return area.left() + area.width() * share / last; };
    const auto y = [&](double detections) { return area.bottom() - area.height() * detections / top; };
    const auto lineOf = [&](Preset preset) {
        QPolygonF line;
        for (const Expected &one : m_prospects->curves[static_cast<std::size_t>(preset)])
            line << QPointF(x(one.wrongShare), y(one.detections));
        return line;
    };
    painter.setFont(textFont(TextRole::Label));
    for (int i = 0; i <= 4; ++i) {
        const double value = top * i / 4;
        painter.setPen(QPen(tokens.grid, 1));
        painter.drawLine(QPointF(area.left(), y(value)), QPointF(area.right(), y(value)));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(0, y(value) - 9, area.left() - 8, 18), Qt::AlignRight | Qt::AlignVCenter,
                         QLocale().toString(std::lround(value)));
    }
    const int every = area.width() / 10 < labelSize(Words::percent(0.10, 0), TextRole::Label).width() + 6 ? 5 : 1;
    for (int percent = 0; percent <= 10; percent += every) {
        painter.setPen(percent == 5 ? tokens.limit : tokens.text2);
        painter.drawText(QRectF(x(percent / 100.0) - 25, area.bottom() + 5, 50, 16), Qt::AlignCenter,
                         Words::percent(percent / 100.0, 0));
    }
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(0, area.bottom() + 23, width(), 18), Qt::AlignCenter,
                     tr("if this share of the matches is truly wrong"));
    if (m_estimate.wrongShare && *m_estimate.wrongShare < last) {
        const double upper = std::min(last, m_estimate.upper.value_or(last));
        painter.fillRect(QRectF(QPointF(x(*m_estimate.wrongShare), area.top()), QPointF(x(upper), area.bottom())),
                         tokens.band);
    }
    if (m_prospects) { // before the curves, which run through it
        QPolygonF fill = lineOf(m_preset);
        fill << QPointF(fill.last().x(), area.bottom()) << QPointF(fill.first().x(), area.bottom());
        painter.setOpacity(m_stale ? 0.5 : 1);
        painter.setPen(Qt::NoPen);
        painter.setBrush(tokens.rateFill);
        painter.drawPolygon(fill);
        painter.setBrush(Qt::NoBrush);
        painter.setOpacity(1);
    }
    QPen limit(tokens.limit, 1.2);
    limit.setDashPattern({6, 4});
    painter.setPen(limit);
    painter.drawLine(QPointF(x(kAlpha), area.top()), QPointF(x(kAlpha), area.bottom()));
    if (m_atCandidate > 0) {
        painter.setPen(QPen(tokens.text2, 1, Qt::DotLine));
        painter.drawLine(QPointF(area.left(), y(m_atCandidate)), QPointF(area.right(), y(m_atCandidate)));
    }
    const QRectF room(0, 0, width(), area.bottom());
    if (!m_prospects) {
        paintChartLabels(painter, tokens, room, labels(area, top));
        return;
    }
    if (m_stale)
        painter.setOpacity(0.5);
    for (const Preset preset : {Preset::Direct, Preset::Standard, Preset::Short}) {
        const QPolygonF line = lineOf(preset);
        const bool chosen = preset == m_preset;
        painter.setPen(chosen ? QPen(tokens.rateLine, 2.6)
                              : QPen(tokens.text2, 1.5, preset == Preset::Direct ? Qt::DotLine : Qt::DashLine));
        painter.drawPolyline(line);
    }
    const Expected &mark = m_prospects->curves[static_cast<std::size_t>(m_preset)][kMark];
    const QPointF point(x(mark.wrongShare), y(mark.detections));
    painter.setPen(QPen(tokens.cursor, 1.6));
    painter.drawLine(point, QPointF(point.x(), area.bottom()));
    painter.setPen(QPen(tokens.cursor, 2));
    painter.setBrush(tokens.surface);
    painter.drawEllipse(point, 5, 5);
    paintChartLabels(painter, tokens, room, labels(area, top));
}

std::vector<ChartLabel> ProspectChart::labels(const QRectF &area, double top) const
{
    const auto pointOf = [&](double share, double detections) {
        return QPointF(area.left() + area.width() * share / kShares.back(),
                       area.bottom() - area.height() * detections / top);
    };
    const auto label = [](const QString &text, TextRole role, ColorToken color, const std::vector<QPointF> &corners) {
        ChartLabel made{text, role, color, {}, nullptr};
        for (const QPointF &corner : corners)
            made.places.emplace_back(corner, labelSize(text, role));
        return made;
    };
    std::vector<ChartLabel> all{label(tr("detections certified"), TextRole::Label, &ThemeTokens::text2, {QPointF()})};
    if (m_prospects) {
        const Expected &mark = m_prospects->curves[static_cast<std::size_t>(m_preset)][kMark];
        const QString text = tr("1%: %L1, %2 looks").arg(std::lround(mark.detections)).arg(std::lround(mark.looks));
        const QPointF at = pointOf(mark.wrongShare, mark.detections);
        const QSizeF size(labelSize(text, TextRole::LabelStrong).width() + 16, 22);
        all.push_back({text, TextRole::LabelStrong, &ThemeTokens::text,
                       std::vector{QRectF(at + QPointF(10, -26), size), QRectF(at + QPointF(10, 6), size)},
                       &ThemeTokens::cursor});
    }
    if (m_atCandidate > 0) {
        const QString text = tr("all %L1 at the threshold").arg(m_atCandidate);
        const QRectF words = QFontMetricsF(textFont(TextRole::Label))
                                 .boundingRect(QRectF(0, 0, width() - area.right() - 8, 100), Qt::TextWordWrap, text);
        const qreal middle = pointOf(0, m_atCandidate).y();
        const QSizeF size(std::ceil(words.width()) + 2, std::ceil(words.height()));
        const qreal upper = std::clamp(middle - size.height() / 2, 0.0, std::max(0.0, area.bottom() - size.height()));
        all.push_back({text, TextRole::Label, &ThemeTokens::text2,
                       std::vector{QRectF(QPointF(area.right() + 5, upper), size)}, nullptr});
    }
    const auto nameCurve = [&](Preset preset) {
        const std::vector<Expected> &curve = m_prospects->curves[static_cast<std::size_t>(preset)];
        const bool chosen = preset == m_preset;
        const TextRole role = chosen ? TextRole::LabelStrong : TextRole::Label;
        const QString name = Words::preset(QString::fromUtf8(trial::name(preset).data()));
        const qreal height = labelSize(name, role).height();
        std::vector<QPointF> corners;
        const int usual = preset == Preset::Direct ? 2 : preset == Preset::Short ? 4 : 7;
        for (const int aside : {0, 1, -1, 2, 3}) {
            const Expected &one = curve[static_cast<std::size_t>(usual + aside)];
            const QPointF at = pointOf(one.wrongShare, one.detections);
            corners.push_back(at + QPointF(6, -3 - height));
            corners.push_back(at + QPointF(6, 4));
        }
        all.push_back(label(name, role, chosen ? &ThemeTokens::rateLine : &ThemeTokens::text2, corners));
    };
    if (m_prospects)
        nameCurve(m_preset);
    if (m_estimate.wrongShare && *m_estimate.wrongShare < kShares.back()) {
        const QString text = tr("the estimate says %1, at most %2")
                                 .arg(Words::percent(m_estimate.wrongShare), Words::atMost(m_estimate.upper));
        const qreal wide = labelSize(text, TextRole::Label).width();
        const qreal from = pointOf(*m_estimate.wrongShare, 0).x() + 4;
        std::vector<QPointF> corners;
        for (const qreal left : {from, std::max(area.left() + 4, area.right() - wide)}) { // else it is too long
            for (const int row : {0, 1, 2, 3})
                corners.emplace_back(std::min(from, left), area.top() + 2 + 18 * row);
        }
        all.push_back(label(text, TextRole::Label, &ThemeTokens::text2, corners));
    }
    for (const Preset preset : kPresets) {
        if (m_prospects && preset != m_preset)
            nameCurve(preset);
    }
    return all;
}

} // namespace herdbook::trial
