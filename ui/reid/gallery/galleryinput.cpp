// SPDX-License-Identifier: GPL-3.0-or-later
// What mouse and keyboard do in a GalleryView.
#include "ui/reid/gallery/galleryview.h"

#include <QKeyEvent>
#include <QScrollBar>

namespace herdbook::ui {

void GalleryView::mousePressEvent(QMouseEvent *event)
{
    const QPoint point = event->pos() + QPoint(0, verticalScrollBar()->value());
    for (std::size_t i = 0; i < m_tiles.sections().size(); ++i) {
        if (m_tiles.head(i, verticalScrollBar()->value(), viewport()->width()).contains(point))
            return fold(i, !m_tiles.sections()[i].folded);
    }
    const int at = cellAt(event->pos());
    if (at >= 0 && event->modifiers().testFlag(Qt::ShiftModifier))
        return selectUpTo(at);
    setCurrent(at);
    if (at < 0)
        return;
    const std::uint32_t detection = m_rows.row(static_cast<std::size_t>(at)).detection;
    if (checkRect(cellRect(static_cast<std::size_t>(at))).contains(event->pos()) ||
        event->modifiers().testFlag(Qt::ControlModifier))
        select(detection, !isSelected(detection));
}

void GalleryView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const int at = cellAt(event->pos());
    if (at >= 0 && !checkRect(cellRect(static_cast<std::size_t>(at))).contains(event->pos()))
        Q_EMIT enlargeAsked(at);
}

void GalleryView::wheelEvent(QWheelEvent *event)
{
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        if (isInPage())
            return event->ignore(); // the page scrolls
        return QAbstractScrollArea::wheelEvent(event);
    }
    setTileWidth(m_tileWidth + (event->angleDelta().y() > 0 ? 40 : -40));
    event->accept();
}

QList<KeyHelp> GalleryView::keys()
{
    return {{tr("Left / Right / Up / Down"), tr("Another pair; PgUp and PgDown a page")},
            {tr("Home / End"), tr("The first / last pair")},
            {tr("Enter"), tr("Select or unselect the pair")},
            {tr("Shift+arrow / Shift+click"), tr("Select from here to there; also Shift+PgUp, PgDn, Home, End")},
            {tr("Ctrl+A"), tr("Select all")},
            {tr("Ctrl+C"), tr("Copy the ids")},
            {tr("Space"), tr("Enlarge the pair")},
            {QStringLiteral("+ / -"), tr("Size of the tiles (also Ctrl+wheel)")},
            {tr("G / Shift+G"), tr("Fold a group / unfold all")},
            {tr("Esc"), tr("Close the gallery")}};
}

void GalleryView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_G && event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_tiles.unfoldAll();
        return fold(0, false);
    }
    const std::optional<std::size_t> first = m_tiles.firstTile();
    if (!first)
        return QAbstractScrollArea::keyPressEvent(event);
    using Step = GalleryLayout::Step;
    const bool any = m_current >= 0;
    const std::size_t from = any ? static_cast<std::size_t>(m_current) : *first;
    const auto goTo = [&](std::size_t to) {
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            selectUpTo(static_cast<int>(to));
        else
            setCurrent(static_cast<int>(to));
    };
    const auto go = [&](Step step, int times = 1) {
        std::size_t to = from;
        for (int i = 0; any && i < times; ++i)
            to = m_tiles.stepped(to, step);
        goTo(to);
    };
    const int page = std::max(1, viewport()->height() / m_tiles.pitch());
    const std::uint32_t detection = m_rows.row(from).detection;
    if (event->matches(QKeySequence::SelectAll))
        return selectAll();
    if (event->matches(QKeySequence::Copy)) {
        copyIds(this);
        return;
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return go(Step::Left);
    case Qt::Key_Right:
        return go(Step::Right);
    case Qt::Key_Up:
        return go(Step::Up);
    case Qt::Key_Down:
        return go(Step::Down);
    case Qt::Key_PageUp:
        return go(Step::Up, page);
    case Qt::Key_PageDown:
        return go(Step::Down, page);
    case Qt::Key_Home:
        return goTo(*first);
    case Qt::Key_End:
        return goTo(*m_tiles.lastTile());
    case Qt::Key_G:
        return fold(m_tiles.sectionOf(from), true);
    case Qt::Key_Space:
        setCurrent(static_cast<int>(from));
        Q_EMIT enlargeAsked(m_current);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        setCurrent(static_cast<int>(from));
        if (isInPage()) {
            Q_EMIT enlargeAsked(m_current);
            return;
        }
        return select(detection, !isSelected(detection));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return setTileWidth(m_tileWidth + 40);
    case Qt::Key_Minus:
        return setTileWidth(m_tileWidth - 40);
    default:
        return QAbstractScrollArea::keyPressEvent(event);
    }
}

} // namespace herdbook::ui
