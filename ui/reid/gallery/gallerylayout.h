// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace herdbook::ui {

/// Where a group of tiles begins.
struct GalleryGroup
{
    std::size_t first = 0;
    QString title; ///< empty: no head
};

/// Where the tiles of a gallery lie, in pixels from its top: rows of equal tiles, in groups under heads that may be folded. Costs as much
/// as there are groups, however many tiles.
class GalleryLayout
{
public:
    static constexpr int kHead = 28, kGap = 10, kPadding = 8, kText = 44;

    struct Section
    {
        std::size_t first = 0;
        std::size_t count = 0;
        QString title;
        bool folded = false;
        int top = 0;
        int bottom = 0;
    };

    /// @param groups ascending by `first`, the first at 0; empty: one without a head.
    void setTiles(std::size_t count, const std::vector<GalleryGroup> &groups);
    void setWidth(int width, int tileWidth);
    void fold(std::size_t section, bool folded);
    void unfoldAll();

    std::size_t count() const { return m_count; }
    const std::vector<Section> &sections() const { return m_sections; }
    /// The section a tile is in.
    std::size_t sectionOf(std::size_t tile) const;
    bool isFolded(std::size_t tile) const { return m_sections[sectionOf(tile)].folded; }
    int columns() const { return m_columns; }
    QSize tileSize() const { return m_size; }
    int pitch() const { return m_size.height() + kGap; }
    int height() const;
    /// Empty for a tile in a folded group.
    QRect tile(std::size_t at) const;
    /// The tiles from the first to one past the last that touch [top, bottom); folded ones between them have no place.
    std::pair<std::size_t, std::size_t> between(int top, int bottom) const;
    std::optional<std::size_t> tileAt(const QPoint &point) const;
    /// Its head, which stays at `top` while its tiles scroll under it; empty without one.
    QRect head(std::size_t section, int top, int width) const;

    enum class Step { Left, Right, Up, Down };
    /// Where a step from a tile leads, over folded groups; the tile itself where there is nothing.
    std::size_t stepped(std::size_t from, Step step) const;
    /// The first (or last) tile that isn't folded away.
    std::optional<std::size_t> firstTile() const;
    std::optional<std::size_t> lastTile() const;

private:
    void layOut();
    std::size_t sectionAtY(int y) const;
    std::optional<std::size_t> openSection(std::size_t from, bool onward) const;

    std::vector<Section> m_sections{Section{}};
    std::size_t m_count = 0;
    QSize m_size{180, 120};
    int m_columns = 1;
};

} // namespace herdbook::ui
