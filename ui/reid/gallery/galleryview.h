// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/croploader.h"
#include "ui/reid/gallery/gallerylayout.h"
#include "ui/reid/gallery/gallerysets.h"
#include "ui/widgets/screen.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPointer>
#include <QSet>
#include <QTimeZone>
#include <QTimer>

#include <functional>

namespace herdbook::ui {

/// A grid of tiles, each a detection beside what it is compared with, with score, distance to the next deer, name, date, place and class. Only
/// what is in view is painted and asked for, so a million rows scroll like ten. Arrow keys, Page, Home and End move the current tile, Space or a
/// double click enlarges it, Enter selects it, with Shift they select a range; G folds a group, Shift+G unfolds all.
class GalleryView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit GalleryView(QWidget *parent = nullptr);

    /// For F1.
    static QList<KeyHelp> keys();

    /// As a part of a page that scrolls: as high as its tiles, up to so many lines of them, and without a scroll bar. Each row is a pair then:
    /// Enter enlarges it as well, and its ids are those of both detections.
    void setInPage(int mostLines);
    bool isInPage() const { return m_mostLines > 0; }
    /// Whether there are more tiles than it has room for.
    bool isCut() const { return m_tiles.height() > viewport()->height(); }
    /// The current tile; empty without one.
    QRect currentRect() const { return m_current < 0 ? QRect() : cellRect(static_cast<std::size_t>(m_current)); }
    int heightForWidth(int width) const override;

    /// Where pictures come from; without a loader cells say so. Must outlive the view or be reset.
    void setLoader(CropLoader *loader);
    /// `sets` describe the rows; null: nothing.
    void setSets(std::shared_ptr<const GallerySets> sets);
    void setRows(const GallerySet &rows, const std::vector<GalleryGroup> &groups = {});
    /// Whatever `change` does to the rows, what is in view stays where it is. What was missing is asked for again.
    void keepPlace(const std::function<void()> &change);
    const GalleryLayout &tiles() const { return m_tiles; }
    void fold(std::size_t section, bool folded);

    std::size_t count() const { return m_rows.count; }
    const GallerySet &rows() const { return m_rows; }
    std::shared_ptr<const GallerySets> sets() const { return m_sets; }
    int current() const { return m_current; }
    /// Brings a tile into view and makes it the current one; -1: none.
    void setCurrent(int at);
    void setSiteTimeZone(const QTimeZone &zone);

    /// Width of a tile in pixels, within kLeastTile and kMostTile; tiles grow to fill the row.
    void setTileWidth(int width);
    int tileWidth() const { return m_tileWidth; }
    static constexpr int kLeastTile = 180, kMostTile = 560;

    /// Of one picture of a tile, in device pixels.
    QSize pictureSize() const;

    /// Selected detections, in the order of the rows.
    std::vector<std::uint32_t> selected() const;
    std::size_t selectedCount() const { return m_selected.size(); }
    bool isSelected(std::uint32_t detection) const { return m_selected.contains(detection); }
    void select(std::uint32_t detection, bool on);
    /// Selects all from where the range began, the current tile at first, and makes this one current. The range grows and shrinks with the next
    /// such step, whatever else is selected stays; what is folded away is left out.
    void selectUpTo(int at);
    void selectAll();
    void clearSelection();
    /// The ids of what is selected (of the current tile where nothing is), one a line.
    QString idsText() const;
    /// Puts them into the clipboard; where that fails, says so beside `by`.
    void copyIds(QWidget *by);
    /// One cell in words: score, who it is compared with, when and where.
    QString describe(std::size_t at) const;
    /// Whether all pictures in view are there (or known to be missing).
    bool isComplete() const;
    bool isMissing(std::uint32_t detection) const { return m_problems.contains(detection); }
    /// Whether its picture is there, but of a damaged photo.
    bool isDamaged(std::uint32_t detection) const { return m_damaged.contains(detection); }

Q_SIGNALS:
    /// The tiles, or the room for them, are others; isCut() may be as well.
    void laidOut();
    /// Another cell is the current one, or none is any more.
    void currentChanged();
    void selectionChanged();
    void tileWidthChanged(int width);
    /// The pair of a tile is to be seen large.
    void enlargeAsked(int at);
    void idsCopied(qsizetype count);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    QRect cellRect(std::size_t at) const; ///< in the viewport
    int cellAt(const QPoint &position) const;
    std::pair<std::size_t, std::size_t> visible() const; ///< first, one past the last
    void layOut();
    void askForVisible();
    void keep(quint32 key, const QImage &crop, const QString &problem, CropLoader::Lack lack);
    static QString lackText(CropLoader::Lack lack);
    QRect checkRect(const QRect &cell) const;
    void paintTexts(QPainter &painter, const QRect &text, const GalleryRow &row) const;
    void paintCell(QPainter &painter, const QRect &cell, std::size_t at);
    void paintDamaged(QPainter &painter, const QRect &frame) const;
    void paintHead(QPainter &painter, std::size_t section) const;
    void paintPicture(QPainter &painter, const QRect &frame, std::int32_t detection);

    QPointer<CropLoader> m_loader;
    std::shared_ptr<const GallerySets> m_sets;
    GallerySet m_rows;
    GalleryLayout m_tiles;
    struct Held
    {
        QPixmap picture;
        QSize frame; ///< that it was made for
    };
    QCache<std::uint32_t, Held> m_pictures; ///< cost: KiB
    QHash<std::uint32_t, QString> m_problems;
    QHash<std::uint32_t, CropLoader::Lack> m_lacks; ///< of those that were asked for
    QHash<std::uint32_t, QString> m_damaged;        ///< why a picture isn't to be trusted
    QTimer m_asking;                                ///< asks once scrolling pauses for a moment
    QTimer m_again;                                 ///< until what wasn't read is tried again
    QSet<std::uint32_t> m_selected;
    QSet<std::uint32_t> m_beforeRange; ///< what was selected when the range began
    int m_rangeFrom = -1;              ///< -1: no range is being selected
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    int m_tileWidth = 230;
    int m_mostLines = 0; ///< in a page; else 0
    int m_current = -1;
};

} // namespace herdbook::ui
