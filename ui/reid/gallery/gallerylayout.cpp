// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/gallerylayout.h"

#include <algorithm>

namespace herdbook::ui {

namespace {

int headHeight(const GalleryLayout::Section &section)
{
    return section.title.isEmpty() ? 0 : GalleryLayout::kHead;
}

} // namespace

void GalleryLayout::setTiles(std::size_t count, const std::vector<GalleryGroup> &groups)
{
    m_count = count;
    m_sections.clear();
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const std::size_t end = i + 1 < groups.size() ? groups[i + 1].first : count;
        m_sections.push_back({groups[i].first, end - groups[i].first, groups[i].title, false, 0, 0});
    }
    if (m_sections.empty())
        m_sections.push_back({0, count, {}, false, 0, 0});
    layOut();
}

void GalleryLayout::setWidth(int width, int tileWidth)
{
    const int pitch = tileWidth + kGap;
    m_columns = std::max(1, (width - kGap) / pitch);
    if (m_columns == 1 && 2 * (width - kGap) >= 3 * pitch)
        m_columns = 2; // beside the charts a smaller size would change nothing
    const int tile = (width - kGap) / m_columns - kGap;
    m_size = {tile, (tile - 2 * kPadding - 4) / 2 * 3 / 4 + kPadding + kText};
    layOut();
}

void GalleryLayout::fold(std::size_t section, bool folded)
{
    m_sections[section].folded = folded && !m_sections[section].title.isEmpty();
    layOut();
}

void GalleryLayout::unfoldAll()
{
    for (Section &section : m_sections)
        section.folded = false;
    layOut();
}

void GalleryLayout::layOut()
{
    const auto wide = static_cast<std::size_t>(m_columns);
    int y = 0;
    for (Section &section : m_sections) {
        section.top = y;
        const auto rows = static_cast<int>((section.count + wide - 1) / wide);
        y += headHeight(section) + (section.folded ? 0 : rows * pitch());
        section.bottom = y;
    }
}

std::size_t GalleryLayout::sectionOf(std::size_t tile) const
{
    const auto after = std::upper_bound(m_sections.begin(), m_sections.end(), tile,
                                        [](std::size_t at, const Section &section) { return at < section.first; });
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(0, after - m_sections.begin() - 1));
}

std::size_t GalleryLayout::sectionAtY(int y) const
{
    const auto found = std::upper_bound(m_sections.begin(), m_sections.end(), y,
                                        [](int at, const Section &section) { return at < section.bottom; });
    return static_cast<std::size_t>(found - m_sections.begin());
}

int GalleryLayout::height() const
{
    return m_sections.back().bottom + kGap;
}

QRect GalleryLayout::tile(std::size_t at) const
{
    const Section &section = m_sections[sectionOf(at)];
    if (section.folded)
        return {};
    const auto within = static_cast<int>(at - section.first);
    return {QPoint(kGap + within % m_columns * (m_size.width() + kGap),
                   section.top + headHeight(section) + kGap + within / m_columns * pitch()),
            m_size};
}

std::pair<std::size_t, std::size_t> GalleryLayout::between(int top, int bottom) const
{
    const auto index = [this](int y, bool past) -> std::size_t {
        const std::size_t at = sectionAtY(y);
        if (at >= m_sections.size())
            return m_count;
        const Section &section = m_sections[at];
        if (section.folded)
            return section.first;
        const int row = std::max(0, y - section.top - headHeight(section)) / pitch() + (past ? 1 : 0);
        return section.first +
               std::min(section.count, static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns));
    };
    const std::size_t first = index(std::max(0, top - kGap), false);
    return {first, std::max(first, index(bottom, true))};
}

std::optional<std::size_t> GalleryLayout::tileAt(const QPoint &point) const
{
    const auto [first, last] = between(point.y() - pitch(), point.y() + 1);
    for (std::size_t at = first; at < last; ++at) {
        if (tile(at).contains(point))
            return at;
    }
    return std::nullopt;
}

QRect GalleryLayout::head(std::size_t section, int top, int width) const
{
    const Section &one = m_sections[section];
    if (one.title.isEmpty())
        return {};
    return {0, std::max(one.top, std::min(top, one.bottom - kHead)), width, kHead};
}

/// The nearest section with tiles to see, from this one on (or back).
std::optional<std::size_t> GalleryLayout::openSection(std::size_t from, bool onward) const
{
    for (std::size_t at = from; at < m_sections.size(); at += onward ? 1 : -1) {
        if (!m_sections[at].folded && m_sections[at].count > 0)
            return at;
    }
    return std::nullopt;
}

std::optional<std::size_t> GalleryLayout::firstTile() const
{
    const std::optional<std::size_t> section = openSection(0, true);
    return section ? std::optional(m_sections[*section].first) : std::nullopt;
}

std::optional<std::size_t> GalleryLayout::lastTile() const
{
    const std::optional<std::size_t> section = openSection(m_sections.size() - 1, false);
    return section ? std::optional(m_sections[*section].first + m_sections[*section].count - 1) : std::nullopt;
}

std::size_t GalleryLayout::stepped(std::size_t from, Step step) const
{
    const std::size_t at = sectionOf(from);
    const Section &section = m_sections[at];
    const auto wide = static_cast<std::size_t>(m_columns);
    const std::size_t within = from - section.first;
    const bool onward = step == Step::Right || step == Step::Down;
    const std::size_t by = step == Step::Left || step == Step::Right ? 1 : wide;
    if (!section.folded && onward && within + by < section.count)
        return from + by;
    if (!section.folded && !onward && within >= by)
        return from - by;
    if (!section.folded && step == Step::Down && within / wide < (section.count - 1) / wide)
        return section.first + section.count - 1; // the last row is shorter
    const std::optional<std::size_t> next = openSection(onward ? at + 1 : at - 1, onward);
    if (!next)
        return from;
    const Section &there = m_sections[*next];
    const std::size_t column = within % wide;
    switch (step) {
    case Step::Right:
        return there.first;
    case Step::Left:
        return there.first + there.count - 1;
    case Step::Down:
        return there.first + std::min(column, there.count - 1);
    case Step::Up:
        return there.first + std::min((there.count - 1) / wide * wide + column, there.count - 1);
    }
    return from;
}

} // namespace herdbook::ui
