// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/layout/style.h"

#include <QFontDatabase>
#include <QFontMetricsF>
#include <QImage>

namespace herdbook::layout {

namespace {

constexpr qreal Hairbreadth = 2.5;

} // namespace

QFont font(Role role)
{
    struct Face
    {
        qreal points;
        QFont::Weight weight;
    };
    static constexpr std::array<Face, 9> faces = {{{23, QFont::DemiBold},
                                                   {19, QFont::DemiBold},
                                                   {15, QFont::DemiBold},
                                                   {13, QFont::DemiBold},
                                                   {10, QFont::DemiBold},
                                                   {9, QFont::DemiBold},
                                                   {9, QFont::Normal},
                                                   {8, QFont::Normal},
                                                   {7.5, QFont::Normal}}};
    const Face &face = faces[static_cast<std::size_t>(role)];
    QFont font;
    font.setFamilies({QStringLiteral("Open Sans"), QStringLiteral("Noto Sans"), QStringLiteral("DejaVu Sans")});
    font.setPointSizeF(face.points);
    font.setWeight(face.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(
        QFont::PreferNoShaping); // no ligatures where a script doesn't need them: text stays searchable
    return font;
}

const QPaintDevice &referenceDevice()
{
    thread_local const QImage device = [] {
        QImage image(1, 1, QImage::Format_RGB32);
        image.setDotsPerMeterX(2835);
        image.setDotsPerMeterY(2835);
        return image;
    }();
    return device;
}

QFont shapedFor(const QString &text, const QFont &font)
{
    const bool simple = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() < 0x0590 ||
               (c.unicode() >= 0x1e00 && c.unicode() < 0x2190); // Latin, Greek, Cyrillic, punctuation
    });
    if (simple)
        return font;
    QFont shaped = font;
    shaped.setStyleStrategy(QFont::PreferDefault);
    return shaped;
}

bool hasGlyphsFor(const QString &text)
{
    const QFontMetricsF metrics(shapedFor(text, font(Role::Body)), &referenceDevice());
    for (const char32_t character : text.toUcs4()) {
        const bool isPrivate = QChar::category(character) == QChar::Other_PrivateUse;
        const bool isShown = QChar::isPrint(character) && !QChar::isSpace(character) && !QChar::isMark(character);
        if ((isShown || isPrivate) && !metrics.inFontUcs4(character))
            return false;
    }
    return true;
}

Result<void> checkFonts()
{
    if (!QFontDatabase::families().isEmpty() && hasGlyphsFor(QStringLiteral("Deer 0123456789, %")))
        return {};
    return Error{ErrorKind::NotFound,
                 QStringLiteral("This machine has no fonts: every report would be of empty boxes. Install the package "
                                "fonts-open-sans (or fonts-noto-core, fonts-dejavu-core), then start again.")};
}

qreal textWidth(const QFont &font, const QString &text)
{
    return QFontMetricsF(shapedFor(text, font), &referenceDevice()).horizontalAdvance(text);
}

qreal lineHeight(const QFont &font)
{
    return font.pointSizeF() * 1.42;
}

void paintLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &plain, const QColor &color,
               Qt::Alignment alignment)
{
    const QFont font = shapedFor(text, plain);
    const QFontMetricsF metrics(font, &referenceDevice());
    qreal width = metrics.horizontalAdvance(text);
    QString shown = text;
    if (width > rect.width() + 0.01) {
        shown = metrics.elidedText(text, Qt::ElideRight, rect.width());
        width = metrics.horizontalAdvance(shown);
    }
    const qreal x = alignment.testFlag(Qt::AlignRight)     ? rect.right() - width
                    : alignment.testFlag(Qt::AlignHCenter) ? rect.center().x() - width / 2
                                                           : rect.left();
    painter.setFont(font);
    painter.setPen(color);
    painter.drawText(QPointF(x, rect.center().y() + metrics.capHeight() / 2), shown);
}

void paintFill(QPainter &painter, const QRectF &rect, const Fill &fill)
{
    if (rect.width() <= 0 || rect.height() <= 0)
        return;
    painter.save();
    painter.setPen(Qt::NoPen);
    if (rect.width() < Hairbreadth) { // no room for an outline or a pattern: they would be all that shows
        painter.fillRect(rect, fill.color);
        painter.restore();
        return;
    }
    painter.setBrush(fill.pattern == Fill::Pattern::Empty ? QColor(ink::paper) : fill.color);
    painter.drawRect(rect);
    if (fill.pattern == Fill::Pattern::Dots || fill.pattern == Fill::Pattern::Hatch ||
        fill.pattern == Fill::Pattern::Cross) {
        painter.setClipRect(rect, Qt::IntersectClip);
        // One path for all marks: a PDF holds many of these.
        QList<QPointF> dots;
        QList<QLineF> lines;
        if (fill.pattern == Fill::Pattern::Dots) {
            for (qreal y = rect.bottom() - 2; y > rect.top() - 1; y -= 3.6) {
                for (qreal x = rect.left() + 1.6; x < rect.right() + 1; x += 3.6)
                    dots << QPointF(x, y);
            }
        } else {
            for (qreal x = rect.left() - rect.height(); x < rect.right(); x += 3.4) {
                lines << QLineF(x, rect.bottom(), x + rect.height(), rect.top());
                if (fill.pattern == Fill::Pattern::Cross)
                    lines << QLineF(x, rect.top(), x + rect.height(), rect.bottom());
            }
        }
        painter.setPen(QPen(QColor(ink::paper), dots.isEmpty() ? 0.7 : 1.25, Qt::SolidLine, Qt::RoundCap));
        painter.drawPoints(dots.constData(), static_cast<int>(dots.size()));
        painter.drawLines(lines);
        painter.setClipping(false);
    }
    painter.setPen(QPen(QColor(ink::axis), 0.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(rect);
    painter.restore();
}

} // namespace herdbook::layout
