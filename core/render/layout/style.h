// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QFont>
#include <QPainter>

namespace herdbook::layout {

/// Everything is laid out in points (1/72 inch) and painted on devices of 72 dots per inch, scaled where more are
/// needed.

/// The type sizes of a document.
enum class Role { Display, Figure, Title, Heading, Subheading, Strong, Body, Label, Small };

QFont font(Role role);

/// Colors on paper: the light tokens of the palette.
namespace ink {
inline constexpr QRgb text = 0xff1a2124;
inline constexpr QRgb text2 = 0xff4c585e;
inline constexpr QRgb faint = 0xff626c71;
inline constexpr QRgb paper = 0xffffffff;
inline constexpr QRgb sunken = 0xfff7f9f9;
inline constexpr QRgb border = 0xffcbd2d5;
inline constexpr QRgb grid = 0xffe1e6e8;
inline constexpr QRgb axis = 0xff6f7a80;
inline constexpr QRgb accent = 0xff0e6a70;
inline constexpr QRgb accentsoft = 0xffd9ecec;
inline constexpr QRgb ok = 0xff1f6e35;
inline constexpr QRgb warn = 0xff875200;
inline constexpr QRgb warnsoft = 0xfffcefd5;
inline constexpr QRgb error = 0xffb3261e;
inline constexpr QRgb buck = 0xff0b4a82;
inline constexpr QRgb doe = 0xffa63c08;
inline constexpr QRgb fawn = 0xff9e8106;
inline constexpr QRgb unknown = 0xff6f777b;
} // namespace ink

/// How an area is filled, so that it can be told apart in gray print too.
struct Fill
{
    enum class Pattern { Solid, Dots, Hatch, Empty, Cross };
    QColor color = QColor(ink::accent);
    Pattern pattern = Pattern::Solid;
};

/// Fills `rect` and draws its outline.
void paintFill(QPainter &painter, const QRectF &rect, const Fill &fill);

/// The device that text is measured on.
const QPaintDevice &referenceDevice();

/// The font with the shaping that the text's scripts need; ligatures of scripts that don't need any stay off.
QFont shapedFor(const QString &text, const QFont &font);

/// Whether a font of this machine has every character of the text; where none has one, a box is painted in its place.
bool hasGlyphsFor(const QString &text);

/// Whether this machine has fonts to write a report with; NotFound, naming the package, where it would be all boxes. Needs a QGuiApplication.
Result<void> checkFonts();

/// Advance of one line in points.
qreal textWidth(const QFont &font, const QString &text);
/// From the line's top to the next line's.
qreal lineHeight(const QFont &font);

/// One line within `rect`, vertically centered by the height of capitals, elided at the end where it is too long.
void paintLine(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
               Qt::Alignment alignment = Qt::AlignLeft);

} // namespace herdbook::layout
