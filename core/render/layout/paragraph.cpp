// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/paragraph.h"

#include <QFontMetricsF>

namespace herdbook::layout {

Paragraph::Paragraph(const QString &text, const QFont &font, qreal width, int maximumLines, Qt::Alignment alignment)
    : m_layout(std::make_shared<QTextLayout>(text, shapedFor(text, font), &referenceDevice())),
      m_lineHeight(layout::lineHeight(font))
{
    QTextOption option(alignment);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_layout->setTextOption(option);
    m_layout->setCacheEnabled(true);
    breakLines(width);
    if (maximumLines > 0 && lineCount() > maximumLines) {
        const int from = m_layout->lineAt(maximumLines - 1).textStart();
        const QFontMetricsF metrics(font, &referenceDevice());
        m_layout->setText(text.left(from) + metrics.elidedText(text.mid(from), Qt::ElideRight, width - 1));
        breakLines(width);
    }
}

qreal Paragraph::width() const
{
    qreal widest = 0;
    for (int i = 0; i < lineCount(); ++i)
        widest = std::max(widest, m_layout->lineAt(i).naturalTextWidth());
    return widest;
}

void Paragraph::breakLines(qreal width)
{
    m_layout->beginLayout();
    for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, 0));
    }
    m_layout->endLayout();
}

void Paragraph::paint(QPainter &painter, const QPointF &top, const QColor &color, int first, int count) const
{
    painter.setPen(color);
    const int end = count < 0 ? lineCount() : std::min(lineCount(), first + count);
    for (int i = first; i < end; ++i) {
        const QTextLine line = m_layout->lineAt(i);
        const qreal lead = (m_lineHeight - line.height()) / 2;
        line.draw(&painter, top + QPointF(0, (i - first) * m_lineHeight + lead));
    }
}

} // namespace herdbook::layout
