// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/galleryview.h"

#include "core/base/language.h"
#include "ui/reid/gallery/galleryorder.h"
#include "ui/reid/words.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/text/texts.h"

#include <QDateTime>
#include <QHelpEvent>
#include <QScrollBar>
#include <QToolTip>

namespace herdbook::ui {

namespace {

constexpr int kGap = GalleryLayout::kGap;
constexpr int kPicturesKiB = 96 * 1024;
constexpr int kAgain = 10'000; ///< ms until what wasn't read is tried again

} // namespace

GalleryView::GalleryView(QWidget *parent) : QAbstractScrollArea(parent), m_pictures(kPicturesKiB)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setObjectName(QStringLiteral("gallery"));
    setAccessibleName(tr("Detections"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::StrongFocus);
    m_asking.setSingleShot(true);
    m_asking.setInterval(25);
    connect(&m_asking, &QTimer::timeout, this, &GalleryView::askForVisible);
    m_again.setSingleShot(true);
    m_again.setInterval(kAgain);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (!isVisible())
            return m_again.start();
        m_problems.removeIf([this](auto it) { return m_lacks.value(it.key()) == CropLoader::Lack::Unread; });
        m_asking.start();
    });
}

void GalleryView::setInPage(int mostLines)
{
    m_mostLines = mostLines;
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int GalleryView::heightForWidth(int width) const
{
    if (!isInPage())
        return QAbstractScrollArea::heightForWidth(width);
    GalleryLayout tiles = m_tiles;
    tiles.setWidth(width - 2 * frameWidth(), m_tileWidth);
    return std::min(tiles.height(), GalleryLayout::kGap + m_mostLines * tiles.pitch());
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
    m_lacks.clear();
    m_damaged.clear();
    setRows({});
}

void GalleryView::setRows(const GallerySet &rows, const std::vector<GalleryGroup> &groups)
{
    // The same gallery in another order keeps what is selected and current of it, as far as it is still shown.
    const bool same = rows.title == m_rows.title;
    const bool elsewhere = rows.rows != m_rows.rows;
    const bool hadCurrent = same && m_current >= 0;
    const std::uint32_t current = hadCurrent ? m_rows.row(static_cast<std::size_t>(m_current)).detection : 0;
    m_rows = rows;
    m_rangeFrom = -1;
    m_tiles.setTiles(rows.count, groups);
    if (isInPage())
        updateGeometry();
    if (elsewhere) {
        QSet<std::uint32_t> kept;
        int now = -1;
        for (std::size_t at = 0; same && at < rows.count; ++at) {
            const std::uint32_t detection = rows.row(at).detection;
            if (m_selected.contains(detection))
                kept.insert(detection);
            if (hadCurrent && now < 0 && detection == current)
                now = static_cast<int>(at);
        }
        m_selected = kept;
        m_problems.clear(); // tried again
        m_current = now;
        Q_EMIT selectionChanged();
        Q_EMIT currentChanged();
    }
    layOut();
    verticalScrollBar()->setValue(0);
    if (m_current >= 0)
        setCurrent(m_current);
    viewport()->update();
    m_asking.start();
}

QRect GalleryView::cellRect(std::size_t at) const
{
    return m_tiles.tile(at).translated(0, -verticalScrollBar()->value());
}

int GalleryView::cellAt(const QPoint &position) const
{
    const std::optional<std::size_t> at = m_tiles.tileAt(position + QPoint(0, verticalScrollBar()->value()));
    return at ? static_cast<int>(*at) : -1;
}

std::pair<std::size_t, std::size_t> GalleryView::visible() const
{
    const int top = verticalScrollBar()->value();
    return m_tiles.between(top, top + viewport()->height());
}

void GalleryView::layOut()
{
    m_tiles.setWidth(viewport()->width(), m_tileWidth);
    verticalScrollBar()->setSingleStep(m_tiles.pitch() / 2);
    verticalScrollBar()->setPageStep(viewport()->height());
    verticalScrollBar()->setRange(0, std::max(0, m_tiles.height() - viewport()->height()));
    Q_EMIT laidOut();
}

void GalleryView::fold(std::size_t section, bool folded)
{
    m_tiles.fold(section, folded);
    layOut();
    if (m_current >= 0 && m_tiles.isFolded(static_cast<std::size_t>(m_current)))
        setCurrent(-1);
    viewport()->update();
    m_asking.start();
}

void GalleryView::askForVisible()
{
    if (!m_loader || !m_sets || m_rows.count == 0)
        return;
    const reid::Dataset &dataset = m_sets->analysis()->data;
    std::vector<CropLoader::Want> wanted;
    const QSize frame = pictureSize();
    const auto [first, last] = visible();
    const std::size_t ahead = std::min(m_rows.count, last + 3 * (last - first)); // three screens behind what is in view
    for (std::size_t at = first; at < ahead; ++at) {
        if (m_tiles.isFolded(at))
            continue;
        const GalleryRow &row = m_rows.row(at);
        for (const std::int32_t detection : {static_cast<std::int32_t>(row.detection), row.other}) {
            const auto key = static_cast<std::uint32_t>(detection);
            const Held *held = detection < 0 ? nullptr : m_pictures.object(key);
            if (detection < 0 || (held != nullptr && held->frame == frame) || m_problems.contains(key))
                continue;
            wanted.push_back({key, dataset.detections[key].image, dataset.detections[key].box, frame});
        }
    }
    m_loader->want(std::move(wanted));
}

void GalleryView::keep(quint32 key, const QImage &crop, const QString &problem, CropLoader::Lack lack)
{
    m_lacks.insert(key, lack);
    if (lack == CropLoader::Lack::Unread)
        m_again.start();
    if (!crop.isNull() && !problem.isEmpty())
        m_damaged.insert(key, problem);
    else
        m_damaged.remove(key);
    if (crop.isNull())
        m_problems.insert(key, problem);
    else
        m_pictures.insert(key, new Held{QPixmap::fromImage(crop), pictureSize()},
                          static_cast<int>(1 + crop.sizeInBytes() / 1024));
    if (m_current >= 0 && !problem.isEmpty())
        setAccessibleDescription(describe(static_cast<std::size_t>(m_current)));
    viewport()->update();
}

QSize GalleryView::pictureSize() const
{
    const int width = (m_tiles.tileSize().width() - 2 * GalleryLayout::kPadding - 4) / 2;
    return QSize(width, width * 3 / 4) * devicePixelRatio();
}

bool GalleryView::isComplete() const
{
    const auto [first, last] = visible();
    for (std::size_t at = first; at < last; ++at) {
        if (m_tiles.isFolded(at))
            continue;
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
                            .arg(shownNumber(reid::fromTicks(row.score), 4), m_sets->profileName(row.profile))
                      : tr("score %1").arg(shownNumber(reid::fromTicks(row.score), 4)));
    if (const std::optional<double> margin = marginOf(dataset.matches[row.detection]); margin && row.profile >= 0)
        lines << tr("%1 ahead of the next deer").arg(scoreText(reid::thresholdTicks(*margin)));
    if (row.profile < 0 && row.other >= 0)
        lines << m_sets->pairName(row);
    lines << className(detection.label);
    if (detection.takenAt != 0)
        lines << momentText(QDateTime::fromMSecsSinceEpoch(detection.takenAt / 1000, Qt::UTC), m_zone);
    if (detection.location >= 0)
        lines << QString::fromStdString(dataset.locations[static_cast<std::size_t>(detection.location)]);
    for (const std::int32_t shown : {static_cast<std::int32_t>(row.detection), row.other}) {
        if (shown < 0)
            continue;
        for (const auto *known : {&m_problems, &m_damaged}) {
            if (const QString problem = known->value(static_cast<std::uint32_t>(shown)); !problem.isEmpty())
                lines << problem;
        }
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

QRect GalleryView::checkRect(const QRect &cell) const
{
    return {cell.left() + GalleryLayout::kPadding + 4, cell.top() + GalleryLayout::kPadding + 4, 18, 18};
}

void GalleryView::setSiteTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    viewport()->update();
}

void GalleryView::setTileWidth(int width)
{
    const int wanted = std::clamp(width, kLeastTile, kMostTile);
    if (std::exchange(m_tileWidth, wanted) == wanted)
        return;
    if (isInPage())
        updateGeometry();
    layOut();
    setCurrent(m_current); // it stays in view
    m_asking.start();
    Q_EMIT tileWidthChanged(wanted);
}

void GalleryView::selectUpTo(int at)
{
    if (m_rangeFrom < 0) {
        m_rangeFrom = m_current < 0 ? at : m_current;
        m_beforeRange = m_selected;
    }
    const int from = m_rangeFrom;
    setCurrent(at);
    m_rangeFrom = from;
    m_selected = m_beforeRange;
    const auto [first, last] = std::minmax(from, at);
    for (auto tile = static_cast<std::size_t>(first); tile <= static_cast<std::size_t>(last); ++tile) {
        if (!m_tiles.isFolded(tile))
            m_selected.insert(m_rows.row(tile).detection);
    }
    viewport()->update();
    Q_EMIT selectionChanged();
}

void GalleryView::select(std::uint32_t detection, bool on)
{
    m_rangeFrom = -1;
    if (on)
        m_selected.insert(detection);
    else
        m_selected.remove(detection);
    viewport()->update();
    Q_EMIT selectionChanged();
}

void GalleryView::selectAll()
{
    m_rangeFrom = -1;
    for (std::size_t at = 0; at < m_rows.count; ++at)
        m_selected.insert(m_rows.row(at).detection);
    viewport()->update();
    Q_EMIT selectionChanged();
}

void GalleryView::clearSelection()
{
    m_rangeFrom = -1;
    m_selected.clear();
    viewport()->update();
    Q_EMIT selectionChanged();
}

std::vector<std::uint32_t> GalleryView::selected() const
{
    std::vector<std::uint32_t> list;
    QSet<std::uint32_t> listed; // a detection may stand in two rows
    for (std::size_t at = 0; at < m_rows.count; ++at) {
        const std::uint32_t detection = m_rows.row(at).detection;
        if (isSelected(detection) && !listed.contains(detection)) {
            listed.insert(detection);
            list.push_back(detection);
        }
    }
    return list;
}

void GalleryView::copyIds(QWidget *by)
{
    const QString ids = idsText();
    if (!ids.isEmpty() && copyText(ids, by))
        Q_EMIT idsCopied(ids.count(u'\n') + 1);
}

QString GalleryView::idsText() const
{
    std::vector<std::uint32_t> wanted;
    if (isInPage()) {
        for (std::size_t at = 0; at < m_rows.count; ++at) {
            const GalleryRow &row = m_rows.row(at);
            if (m_selected.isEmpty() ? static_cast<int>(at) != m_current : !isSelected(row.detection))
                continue;
            wanted.push_back(row.detection);
            if (row.other >= 0)
                wanted.push_back(static_cast<std::uint32_t>(row.other));
        }
    } else {
        wanted = selected();
        if (wanted.empty() && m_current >= 0)
            wanted.push_back(m_rows.row(static_cast<std::size_t>(m_current)).detection);
    }
    QStringList ids;
    for (const std::uint32_t detection : wanted)
        ids << QString::fromStdString(reid::toString(m_sets->analysis()->data.detections[detection].id));
    ids.removeDuplicates();
    return ids.join(u'\n');
}

void GalleryView::setCurrent(int at)
{
    m_current = at;
    m_rangeFrom = -1; // another step begins another range
    setAccessibleDescription(at < 0 ? QString() : describe(static_cast<std::size_t>(at)));
    if (at >= 0) {
        const QRect cell = cellRect(static_cast<std::size_t>(at));
        QScrollBar *bar = verticalScrollBar();
        const bool headed = !m_tiles.sections()[m_tiles.sectionOf(static_cast<std::size_t>(at))].title.isEmpty();
        const int top = kGap + (headed ? GalleryLayout::kHead : 0);
        if (cell.top() < top)
            bar->setValue(bar->value() + cell.top() - top);
        else if (cell.bottom() > viewport()->height() - kGap)
            bar->setValue(bar->value() + cell.bottom() - viewport()->height() + kGap);
    }
    viewport()->update();
    Q_EMIT currentChanged();
}

bool GalleryView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int at = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), at < 0 ? QString() : plainTip(describe(static_cast<std::size_t>(at))),
                           viewport());
        return true;
    }
    return QAbstractScrollArea::viewportEvent(event);
}

} // namespace herdbook::ui
