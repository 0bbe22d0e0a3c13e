// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/render/layout/style.h"

#include <QTextLayout>
#include <memory>

namespace herdbook::layout {

/// Plain text broken into lines of a width, in any script. Cheap to copy.
class Paragraph
{
public:
    /// @param maximumLines the last line ends with an ellipsis where there is more; 0: no limit.
    Paragraph(const QString &text, const QFont &font, qreal width, int maximumLines = 0,
              Qt::Alignment alignment = Qt::AlignLeft);

    bool isEmpty() const { return m_layout->text().isEmpty(); }
    int lineCount() const { return m_layout->lineCount(); }
    qreal lineHeight() const { return m_lineHeight; }
    /// Of the widest line.
    qreal width() const;
    qreal height() const { return lineCount() * m_lineHeight; }
    /// Paints `count` lines from line `first` on; all by default. `top` is where line `first` begins.
    void paint(QPainter &painter, const QPointF &top, const QColor &color, int first = 0, int count = -1) const;

private:
    void breakLines(qreal width);

    std::shared_ptr<QTextLayout> m_layout;
    qreal m_lineHeight;
};

} // namespace herdbook::layout
