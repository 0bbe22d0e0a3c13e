// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/detview.h"

#include "core/base/language.h"
#include "core/reid/figures.h"
#include "ui/reid/charts/chartaccessible.h"
#include "ui/reid/charts/chartpainting.h"
#include "ui/reid/words.h"
#include "ui/widgets/style/typeface.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>

namespace herdbook::ui {

DetView::DetView(ThresholdCursor &cursor, QWidget *parent) : QWidget(parent), m_cursor(cursor)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setObjectName(QStringLiteral("det"));
    setAccessibleName(figureTitle());
    installChartAccessibility();
    connect(&m_cursor, &ThresholdCursor::moved, this, [this] {
        if (!isVisible())
            return;
        setAccessibleDescription(describe());
        update();
    });
}

void DetView::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    m_still = {};
    setAccessibleDescription(describe());
    update();
}

QString DetView::describe() const
{
    if (!m_analysis || !m_analysis->separation)
        return tr("not known: scores of right or of wrong matches are missing");
    const reid::DetPoint at =
        reid::errorRates(m_analysis->layers.matches, m_analysis->layers.closestOther, m_cursor.ticks());
    return tr("At %1: wrong matches that pass %2, right ones missed %3 (optimistic)")
        .arg(m_cursor.text(), shareText(at.falseMatch), shareText(at.falseNonMatch));
}

QRectF DetView::plotArea() const
{
    return QRectF(rect()).marginsRemoved({58, 12, 16, 46});
}

QPointF DetView::place(const reid::DetPoint &rates) const
{
    const QRectF area = plotArea();
    return {area.left() + reid::detPlace(rates.falseMatch) * area.width(),
            area.bottom() - reid::detPlace(rates.falseNonMatch) * area.height()};
}

void DetView::paintStill(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF area = plotArea();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(textFont(TextRole::Label));
    for (const double share : reid::kDetTicks) {
        const QString text = shownPercent(shownLocale().toString(100 * share, 'g', 6));
        paintGridLine(painter, tokens, area, area.bottom() - reid::detPlace(share) * area.height(), text);
        const qreal x = area.left() + reid::detPlace(share) * area.width();
        painter.setPen(QPen(tokens.grid, 1));
        painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()));
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(x - 30, area.bottom() + 5, 60, 16), Qt::AlignHCenter | Qt::AlignTop, text);
    }
    paintBaseLine(painter, tokens, area);
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(area.left(), area.bottom() + 23, area.width(), 18), Qt::AlignRight | Qt::AlignTop,
                     tr("wrong matches that pass (false match rate)"));
    if (!m_analysis || !m_analysis->separation) {
        paintPlotText(painter, tokens, area, Qt::AlignCenter, describe(), tokens.text2);
        return;
    }
    QPainterPath path;
    QPointF last;
    for (const reid::DetPoint &point : m_analysis->separation->curve) {
        const QPointF at = place(point);
        if (path.elementCount() == 0)
            path.moveTo(at);
        else if ((at - last).manhattanLength() < 0.7)
            continue;
        else
            path.lineTo(at);
        last = at;
    }
    painter.setBrush(Qt::NoBrush);
    QPen equal(tokens.grid, 1);
    equal.setDashPattern({3, 3});
    painter.setPen(equal);
    painter.drawLine(area.bottomLeft(), area.topRight());
    painter.setPen(QPen(tokens.current, 2.4));
    painter.drawPath(path);
    paintPlotText(painter, tokens, area.adjusted(0, 6, -6, 0), Qt::AlignRight | Qt::AlignTop,
                  tr("upward: right matches missed (false non-match rate)"), tokens.text2);
}

void DetView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKept(painter, m_still, *this, [this](QPainter &still) { paintStill(still, themeTokens(this)); });
    paintAtCursor(painter, themeTokens(this));
}

void DetView::paintAtCursor(QPainter &painter, const ThemeTokens &tokens) const
{
    if (!m_analysis || !m_analysis->separation)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.cursor, 2));
    painter.setBrush(tokens.surface);
    painter.drawEllipse(
        place(reid::errorRates(m_analysis->layers.matches, m_analysis->layers.closestOther, m_cursor.ticks())), 5, 5);
}

void DetView::paintFigure(QPainter &painter, const ThemeTokens &tokens)
{
    painter.setFont(textFont(TextRole::Strong));
    painter.setPen(tokens.text);
    const QString title = m_analysis ? tr("%1, optimistic: right matches were selected at ≥ %2")
                                           .arg(figureTitle(), shortThreshold(m_analysis->options.current))
                                     : figureTitle();
    painter.drawText(QRectF(14, 2, width() - 20, 26), Qt::AlignLeft | Qt::AlignVCenter, title);
    painter.save();
    painter.translate(0, 30);
    paintStill(painter, tokens);
    paintAtCursor(painter, tokens);
    painter.restore();
}

std::function<QString()> DetView::csvMaker() const
{
    return [analysis = m_analysis] {
        QString text = QStringLiteral("threshold,false_match_rate,false_non_match_rate\n");
        if (!analysis || !analysis->separation)
            return text;
        for (const reid::DetPoint &point : analysis->separation->curve)
            text += QStringLiteral("%1,%2,%3\n")
                        .arg(point.threshold, 0, 'f', 4)
                        .arg(point.falseMatch, 0, 'g', 8)
                        .arg(point.falseNonMatch, 0, 'g', 8);
        return text;
    };
}

void DetView::resizeEvent(QResizeEvent *)
{
    m_still = {};
}

void DetView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_still = {};
    QWidget::changeEvent(event);
}

} // namespace herdbook::ui
