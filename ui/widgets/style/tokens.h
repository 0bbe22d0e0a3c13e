// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <span>

class QWidget;

namespace herdbook {

/// Every color of the application by its meaning; one instance for light, one for dark. Color never carries a meaning alone.
struct ThemeTokens
{
    bool dark = false;
    QColor window, surface, sunken, rail, hover, selected, tooltip;                        ///< grounds
    QColor text, text2, disabled, onAccent, onTooltip, link;                               ///< ink
    QColor border, borderStrong, focus, accent, accentHover;                               ///< lines and accents
    QColor ok, okSoft, warn, warnSoft, error, errorSoft, info, infoSoft, stale, staleSoft; ///< what a state means
    QColor buck, doe, fawn, unknown;                                                    ///< sexes, everywhere the same
    QColor grid, axis, unassigned, unassignedEdge, mate, cross, assigned, assignedFill; ///< charts
    QColor current, recommended, cursor, limit, band, rateFill, rateLine;               ///< charts: lines and areas
};

/// Names one color of ThemeTokens, so that a widget can keep "which color" over a change of theme: `&ThemeTokens::warn`.
using ColorToken = QColor ThemeTokens::*;

/// One row of the palette, for tests and tools.
struct TokenRow
{
    const char *name;
    ColorToken token;
    QRgb light;
    QRgb dark;
};

/// All rows of the palette.
std::span<const TokenRow> tokenTable();

const ThemeTokens &lightTokens();
const ThemeTokens &darkTokens();

/// The tokens in force for `widget`, carried by its style; light ones where the style is not Herdbook's. A change of theme
/// reaches every widget as QEvent::PaletteChange (and a repaint). Without a widget: those of the application's style.
const ThemeTokens &themeTokens(const QWidget *widget = nullptr);

/// What a pill, a banner or a message says by its color (and always by its icon and words too).
enum class Tone { Neutral, Ok, Warn, Error, Info, Stale, Accent };

ColorToken toneInk(Tone tone);
ColorToken toneSoft(Tone tone);

} // namespace herdbook
