// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/tokens.h"

#include "ui/widgets/style/style.h"

#include <QApplication>
#include <QWidget>

namespace herdbook {

namespace {

// clang-format off
constexpr TokenRow rows[] = {
#define TOKEN(name, light, dark) {#name, &ThemeTokens::name, 0xFF##light, 0xFF##dark}
    TOKEN(window, F2F4F4, 15191B), TOKEN(surface, FFFFFF, 1D2225), TOKEN(sunken, F7F9F9, 191E20),
    TOKEN(rail, E6EAEB, 111516), TOKEN(hover, EAEEEF, 272E31), TOKEN(selected, D9ECEC, 1E3C3F),
    TOKEN(tooltip, 20282B, E6EAEB),
    TOKEN(text, 1A2124, E7ECEE), TOKEN(text2, 4C585E, A9B4B9), TOKEN(disabled, 626C71, 8C979C),
    TOKEN(onAccent, FFFFFF, 0B1A1B), TOKEN(onTooltip, F2F4F4, 1A2124), TOKEN(link, 0B5F66, 6CC7CB),
    TOKEN(border, CBD2D5, 384146), TOKEN(borderStrong, 7C878D, 7B888E), TOKEN(focus, 0E6A70, 6CC7CB),
    TOKEN(accent, 0E6A70, 55B7BC), TOKEN(accentHover, 0A5459, 6CC7CB),
    TOKEN(ok, 1F6E35, 6FC585), TOKEN(okSoft, E1F1E4, 1B3322), TOKEN(warn, 875200, E3AE55),
    TOKEN(warnSoft, FCEFD5, 3A2D14), TOKEN(error, B3261E, F28B82), TOKEN(errorSoft, FBE6E4, 43201E),
    TOKEN(info, 3E5296, 9DB0F0), TOKEN(infoSoft, E6EAF6, 252D4A), TOKEN(stale, 5F5A75, B6AFD0),
    TOKEN(staleSoft, ECEAF2, 2D2A3A),
    TOKEN(buck, 0B4A82, 4488CC), TOKEN(doe, A63C08, E38350), TOKEN(fawn, 9E8106, F6DF85),
    TOKEN(unknown, 6F777B, AEB6BA),
    TOKEN(grid, E1E6E8, 2B3235), TOKEN(axis, 6F7A80, 8C979C), TOKEN(unassigned, C9D5DB, 34434B),
    TOKEN(unassignedEdge, 51646F, 9DB2BD), TOKEN(mate, 7A2E8E, CF9BE0), TOKEN(cross, B0307A, F08BBF),
    TOKEN(assigned, 2B6B4A, 7FC9A0), TOKEN(assignedFill, EDF4EF, 22332A),
    TOKEN(current, 1A2124, E7ECEE), TOKEN(recommended, 0E6A70, 55B7BC), TOKEN(cursor, B45B00, F0A24A),
    TOKEN(limit, B3261E, F28B82), TOKEN(band, E7D9EC, 42304A), TOKEN(rateFill, D9E9EA, 1F3537),
    TOKEN(rateLine, 0E6A70, 55B7BC),
#undef TOKEN
};
// clang-format on

ThemeTokens makeTokens(bool dark)
{
    ThemeTokens tokens;
    tokens.dark = dark;
    for (const TokenRow &row : rows)
        tokens.*row.token = QColor::fromRgb(dark ? row.dark : row.light);
    return tokens;
}

} // namespace

std::span<const TokenRow> tokenTable()
{
    return rows;
}

const ThemeTokens &lightTokens()
{
    static const ThemeTokens tokens = makeTokens(false);
    return tokens;
}

const ThemeTokens &darkTokens()
{
    static const ThemeTokens tokens = makeTokens(true);
    return tokens;
}

const ThemeTokens &themeTokens(const QWidget *widget)
{
    if (widget) {
        if (const auto *own = qobject_cast<const Style *>(widget->style()))
            return own->tokens();
    }
    const auto *style = qobject_cast<const Style *>(QApplication::style());
    return style ? style->tokens() : lightTokens();
}

ColorToken toneInk(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return &ThemeTokens::ok;
    case Tone::Warn:
        return &ThemeTokens::warn;
    case Tone::Error:
        return &ThemeTokens::error;
    case Tone::Info:
        return &ThemeTokens::info;
    case Tone::Stale:
        return &ThemeTokens::stale;
    case Tone::Accent:
        return &ThemeTokens::accent;
    case Tone::Neutral:
        break;
    }
    return &ThemeTokens::text2;
}

ColorToken toneSoft(Tone tone)
{
    switch (tone) {
    case Tone::Ok:
        return &ThemeTokens::okSoft;
    case Tone::Warn:
        return &ThemeTokens::warnSoft;
    case Tone::Error:
        return &ThemeTokens::errorSoft;
    case Tone::Info:
        return &ThemeTokens::infoSoft;
    case Tone::Stale:
        return &ThemeTokens::staleSoft;
    case Tone::Accent:
        return &ThemeTokens::selected;
    case Tone::Neutral:
        break;
    }
    return &ThemeTokens::hover;
}

} // namespace herdbook
