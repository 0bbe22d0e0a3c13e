// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/croploader.h"
#include "ui/reid/gallery/gallerysets.h"

#include <QAbstractScrollArea>
#include <QCache>
#include <QPointer>
#include <QTimer>

namespace herdbook::dashboard {

/// A grid of cells, each a detection beside what it is compared with. Only what is in view is painted and asked for, so a million rows
/// scroll like ten. Arrow keys move the current cell.
class GalleryView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit GalleryView(QWidget *parent = nullptr);

    /// Where pictures come from; without a loader cells say so. Must outlive the view or be reset.
    void setLoader(CropLoader *loader);
    /// `sets` describe the rows; null: nothing.
    void setSets(std::shared_ptr<const GallerySets> sets);
    void setRows(const GallerySet &rows);

    std::size_t count() const { return m_rows.count; }
    int current() const { return m_current; }
    /// One cell in words: score, who it is compared with, when and where.
    QString describe(std::size_t at) const;
    /// Whether all pictures in view are there (or known to be missing).
    bool isComplete() const;
    bool isMissing(std::uint32_t detection) const { return m_problems.contains(detection); }

Q_SIGNALS:
    /// Another cell is the current one, or none is any more.
    void currentChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    int columns() const;
    QSize cellSize() const;
    QRect cellRect(std::size_t at) const;
    int cellAt(const QPoint &position) const;
    std::pair<std::size_t, std::size_t> visible() const; ///< first, one past the last
    void layOut();
    void askForVisible();
    void keep(quint32 key, const QImage &crop, const QString &problem);
    void setCurrent(int at);
    void paintCell(QPainter &painter, const QRect &cell, std::size_t at);
    void paintPicture(QPainter &painter, const QRect &frame, std::int32_t detection);

    QPointer<CropLoader> m_loader;
    std::shared_ptr<const GallerySets> m_sets;
    GallerySet m_rows;
    QCache<std::uint32_t, QPixmap> m_pictures; ///< cost: KiB
    QHash<std::uint32_t, QString> m_problems;
    QTimer m_asking; ///< asks once scrolling pauses for a moment
    int m_current = -1;
};

} // namespace herdbook::dashboard
