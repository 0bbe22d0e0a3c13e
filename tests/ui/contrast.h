// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QImage>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace herdbook::test {

inline double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1 contrast ratio.
inline double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

/// A part of a widget as it is painted, large enough that strokes of letters reach their full color.
inline QImage picture(QWidget &widget, const QRect &part)
{
    QImage image(part.size() * 6, QImage::Format_RGB32);
    image.setDevicePixelRatio(6);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image, {}, part);
    return image;
}

/// Of what stands out most from the ground, which is the commonest color.
inline double strongestContrast(const QImage &image)
{
    QHash<QRgb, int> counts;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            ++counts[image.pixel(x, y)];
    }
    QRgb ground = 0;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at)
        ground = at.value() > counts.value(ground) ? at.key() : ground;
    double strongest = 1;
    for (auto at = counts.cbegin(); at != counts.cend(); ++at)
        strongest = std::max(strongest, contrast(QColor::fromRgb(at.key()), QColor::fromRgb(ground)));
    return strongest;
}

} // namespace herdbook::test
