// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/galleryview.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QScrollBar>
#include <QToolTip>

namespace herdbook::dashboard {

namespace {

constexpr int kGap = 10;
constexpr int kText = 22;
constexpr int kLeastWidth = 190;
constexpr int kPicturesKiB = 96 * 1024;

} // namespace

GalleryView::GalleryView(QWidget *parent) : QAbstractScrollArea(parent), m_pictures(kPicturesKiB)
{
    setObjectName(QStringLiteral("gallery"));
    setAccessibleName(tr("Detections"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    m_asking.setSingleShot(true);
    m_asking.setInterval(25);
    connect(&m_asking, &QTimer::timeout, this, &GalleryView::askForVisible);
}

void GalleryView::setLoader(CropLoader *loader)
{
    if (m_loader)
        m_loader->disconnect(this);
    m_loader = loader;
    if (m_loader)
        connect(m_loader, &CropLoader::loaded, this, &GalleryView::keep);
    m_asking.start();
}

void GalleryView::setSets(std::shared_ptr<const GallerySets> sets)
{
    m_sets = std::move(sets);
    m_pictures.clear();
    m_problems.clear();
    setRows({});
}

void GalleryView::setRows(const GallerySet &rows)
{
    const bool elsewhere = rows.rows != m_rows.rows;
    m_rows = rows;
    if (elsewhere) {
        m_problems.clear(); // tried again
        m_current = -1;
        Q_EMIT currentChanged();
    }
    verticalScrollBar()->setValue(0);
    layOut();
    viewport()->update();
    m_asking.start();
}

int GalleryView::columns() const
{
    return std::max(1, (viewport()->width() - kGap) / (kLeastWidth + kGap));
}

QSize GalleryView::cellSize() const
{
    const int width = (viewport()->width() - kGap) / columns() - kGap;
    return {width, width / 2 + kText};
}

QRect GalleryView::cellRect(std::size_t at) const
{
    const QSize size = cellSize();
    const int row = static_cast<int>(at) / columns();
    const int column = static_cast<int>(at) % columns();
    return {QPoint(kGap + column * (size.width() + kGap),
                   kGap + row * (size.height() + kGap) - verticalScrollBar()->value()),
            size};
}

int GalleryView::cellAt(const QPoint &position) const
{
    const auto [first, last] = visible();
    for (std::size_t at = first; at < last; ++at) {
        if (cellRect(at).contains(position))
            return static_cast<int>(at);
    }
    return -1;
}

std::pair<std::size_t, std::size_t> GalleryView::visible() const
{
    const int pitch = cellSize().height() + kGap;
    const auto firstRow = static_cast<std::size_t>(std::max(0, verticalScrollBar()->value() - kGap) / pitch);
    const auto rows = static_cast<std::size_t>(viewport()->height() / pitch + 2);
    const auto wide = static_cast<std::size_t>(columns());
    return {std::min(m_rows.count, firstRow * wide), std::min(m_rows.count, (firstRow + rows) * wide)};
}

void GalleryView::layOut()
{
    const int pitch = cellSize().height() + kGap;
    const auto rows = static_cast<int>((m_rows.count + static_cast<std::size_t>(columns()) - 1) /
                                       static_cast<std::size_t>(columns()));
    verticalScrollBar()->setSingleStep(pitch / 2);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, rows * pitch + kGap - viewport()->height()));
}

void GalleryView::askForVisible()
{
    if (!m_loader || !m_sets || m_rows.count == 0)
        return;
    const reid::Dataset &dataset = m_sets->analysis()->data;
    std::vector<CropLoader::Want> wanted;
    const auto [first, last] = visible();
    const std::size_t ahead = std::min(m_rows.count, last + (last - first)); // the next page behind what is in view
    for (std::size_t at = first; at < ahead; ++at) {
        const GalleryRow &row = m_rows.row(at);
        for (const std::int32_t detection : {static_cast<std::int32_t>(row.detection), row.other}) {
            const auto key = static_cast<std::uint32_t>(detection);
            if (detection < 0 || m_pictures.contains(key) || m_problems.contains(key))
                continue;
            wanted.push_back({key, dataset.detections[key].image, dataset.detections[key].box});
        }
    }
    m_loader->want(std::move(wanted));
}

void GalleryView::keep(quint32 key, const QImage &crop, const QString &problem)
{
    if (crop.isNull())
        m_problems.insert(key, problem);
    else
        m_pictures.insert(key, new QPixmap(QPixmap::fromImage(crop)), static_cast<int>(1 + crop.sizeInBytes() / 1024));
    viewport()->update();
}

bool GalleryView::isComplete() const
{
    const auto [first, last] = visible();
    for (std::size_t at = first; at < last; ++at) {
        for (const std::int32_t detection :
             {static_cast<std::int32_t>(m_rows.row(at).detection), m_rows.row(at).other}) {
            const auto key = static_cast<std::uint32_t>(detection);
            if (detection >= 0 && !m_pictures.contains(key) && !m_problems.contains(key))
                return false;
        }
    }
    return true;
}

QString GalleryView::describe(std::size_t at) const
{
    const GalleryRow &row = m_rows.row(at);
    const reid::Dataset &dataset = m_sets->analysis()->data;
    const reid::Detection &detection = dataset.detections[row.detection];
    QStringList lines{tr("Detection %1").arg(QString::fromStdString(reid::toString(detection.id)))};
    if (row.score != reid::kNoScore)
        lines << (row.profile >= 0
                      ? tr("score %1 with %2")
                            .arg(QString::number(reid::fromTicks(row.score), 'f', 4), m_sets->profileName(row.profile))
                      : tr("score %1").arg(reid::fromTicks(row.score), 0, 'f', 4));
    if (detection.takenAt != 0)
        lines << QLocale().toString(QDateTime::fromMSecsSinceEpoch(detection.takenAt / 1000), QLocale::ShortFormat);
    if (detection.location >= 0)
        lines << QString::fromStdString(dataset.locations[static_cast<std::size_t>(detection.location)]);
    for (const std::int32_t shown : {static_cast<std::int32_t>(row.detection), row.other}) {
        const QString problem = m_problems.value(static_cast<std::uint32_t>(shown));
        if (shown >= 0 && !problem.isEmpty())
            lines << problem;
    }
    return lines.join(u'\n');
}

void GalleryView::resizeEvent(QResizeEvent *)
{
    layOut();
    m_asking.start();
}

void GalleryView::scrollContentsBy(int, int)
{
    viewport()->update();
    m_asking.start();
}

void GalleryView::mousePressEvent(QMouseEvent *event)
{
    setCurrent(cellAt(event->pos()));
}

void GalleryView::setCurrent(int at)
{
    m_current = at;
    setAccessibleDescription(at < 0 ? QString() : describe(static_cast<std::size_t>(at)));
    if (at >= 0) {
        const QRect cell = cellRect(static_cast<std::size_t>(at));
        QScrollBar *bar = verticalScrollBar();
        if (cell.top() < kGap)
            bar->setValue(bar->value() + cell.top() - kGap);
        else if (cell.bottom() > viewport()->height() - kGap)
            bar->setValue(bar->value() + cell.bottom() - viewport()->height() + kGap);
    }
    viewport()->update();
    Q_EMIT currentChanged();
}

void GalleryView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_rows.count) - 1;
    int step = 0;
    switch (event->key()) {
    case Qt::Key_Left:
        step = -1;
        break;
    case Qt::Key_Right:
        step = 1;
        break;
    case Qt::Key_Up:
        step = -columns();
        break;
    case Qt::Key_Down:
        step = columns();
        break;
    default:
        return QAbstractScrollArea::keyPressEvent(event);
    }
    if (last >= 0)
        setCurrent(std::clamp(m_current < 0 ? 0 : m_current + step, 0, last));
}

bool GalleryView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = cellAt(help->pos());
        QToolTip::showText(help->globalPos(),
                           at < 0 ? QString() : describe(static_cast<std::size_t>(at)).toHtmlEscaped(), viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace herdbook::dashboard
