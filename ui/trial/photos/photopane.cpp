// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/photos/photopane.h"

#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QWheelEvent>
#include <algorithm>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr int kHeader = 36;
constexpr int kFoot = 24;
constexpr qreal kMostZoom = 6;
constexpr qreal kRoomAroundBox = 1.25;

} // namespace

PhotoPane::PhotoPane(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setCursor(Qt::OpenHandCursor);
}

void PhotoPane::setTitle(const QString &title, const QString &note)
{
    m_title = title;
    m_note = note;
    setAccessibleName(note.isEmpty() ? title : title + QStringLiteral(", ") + note);
    update();
}

void PhotoPane::setAside(SexClass sex, const QString &text)
{
    m_sex = sex;
    m_aside = text;
    update();
}

void PhotoPane::setPhoto(const Picture &picture, std::shared_ptr<const Photo> photo)
{
    m_picture = picture;
    m_photo = std::move(photo);
    m_problem.clear();
    setAccessibleDescription(
        m_photo && m_photo->damaged ? tr("The photo’s file is damaged; this isn’t all as it was taken") : QString());
    update();
}

void PhotoPane::setProblem(const QString &sentence, const QString &path)
{
    m_photo.reset();
    m_problem = sentence;
    m_problemPath = path;
    setAccessibleDescription(sentence + QStringLiteral(" ") + path);
    update();
}

void PhotoPane::setView(const View &view)
{
    if (view == m_view)
        return;
    m_view = view;
    update();
}

void PhotoPane::setBrightened(bool on)
{
    m_brightened = on;
    update();
}

void PhotoPane::setBoxShown(bool on)
{
    m_boxShown = on;
    update();
}

void PhotoPane::setMirrored(bool on)
{
    m_mirrored = on;
    update();
}

QRectF PhotoPane::photoArea() const
{
    return QRectF(rect()).adjusted(1, kHeader, -1, -kFoot);
}

QRectF PhotoPane::boxInImage() const
{
    const QRectF all(QPointF(), QSizeF(m_photo->image.size()));
    const QRectF box = trial::boxInImage(*m_photo, m_picture);
    return box.isEmpty() ? all : box;
}

QTransform PhotoPane::imageToPane() const
{
    const QRectF area = photoArea();
    const QSizeF size = m_photo->image.size();
    const QRectF box = boxInImage();
    const qreal whole = std::min(area.width() / size.width(), area.height() / size.height());
    const qreal cover = std::max(area.width() / size.width(), area.height() / size.height());
    const qreal close = std::max(whole, std::min(area.width() / (box.width() * kRoomAroundBox),
                                                 area.height() / (box.height() * kRoomAroundBox)));
    const qreal filled = std::max(whole, std::min(cover, close));
    const qreal z = m_view.zoom;
    const qreal scale = z < 0   ? whole * std::pow(filled / whole, z + 1)
                        : z < 1 ? filled * std::pow(close / filled, z)
                                : close * std::pow(2.0, z - 1);
    // The middle of the view stays where the photo still fills the pane.
    const auto place = [](qreal wanted, qreal length, qreal seen) {
        return seen >= length ? length / 2 : std::clamp(wanted, seen / 2, length - seen / 2);
    };
    const QPointF wanted = box.center() + QPointF(m_view.offset.x() * box.width(), m_view.offset.y() * box.height());
    const QPointF center(place(wanted.x(), size.width(), area.width() / scale),
                         place(wanted.y(), size.height(), area.height() / scale));
    return QTransform::fromTranslate(-center.x(), -center.y()) *
           QTransform::fromScale(m_mirrored ? -scale : scale, scale) *
           QTransform::fromTranslate(area.center().x(), area.center().y());
}

void PhotoPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    paintBox(painter, rect(), tokens.surface, tokens.border, 6);
    paintHeader(painter);
    QPainterPath frame;
    frame.addRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    painter.setClipPath(frame);
    painter.setClipRect(photoArea(), Qt::IntersectClip);
    painter.fillRect(photoArea(), tokens.window);
    if (hasPhoto())
        paintPhoto(painter);
    else
        paintPlaceholder(painter);
    painter.setClipping(false);
    paintFoot(painter);
}

/// A dark line under the photo: light, and that it is mirrored. Nothing of date, hour or place.
void PhotoPane::paintFoot(QPainter &painter) const
{
    const ThemeTokens &tokens = themeTokens(this);
    const QRectF area(1, height() - kFoot, width() - 2, kFoot - 1);
    painter.fillRect(area, tokens.sunken);
    painter.setFont(textFont(TextRole::Label));
    painter.setPen(tokens.text2);
    const QRectF words = area.adjusted(12, 0, -12, 0);
    if (hasPhoto())
        painter.drawText(
            words, Qt::AlignLeft | Qt::AlignVCenter,
            (!isNight()       ? tr("by day")
             : isBrightened() ? tr("by night, contrast raised")
                              : tr("by night")) +
                (m_photo->damaged ? tr("; the photo’s file is damaged, this isn’t all as it was taken") : QString()));
    if (m_mirrored)
        painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, tr("mirrored"));
}

void PhotoPane::paintHeader(QPainter &painter) const
{
    const ThemeTokens &tokens = themeTokens(this);
    QRectF row(12, 0, width() - 24, kHeader);
    const QFont strong = textFont(TextRole::Strong);
    const QFont label = textFont(TextRole::Label);
    painter.setFont(label);
    const qreal aside = QFontMetricsF(label).horizontalAdvance(m_aside);
    if (!m_aside.isEmpty()) {
        painter.setPen(tokens.text2);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, m_aside);
        paintSexMark(painter, QRectF(row.right() - aside - 17, row.center().y() - 4.5, 9, 9), m_sex, tokens);
    }
    row.setRight(row.right() - aside - 30);
    painter.setFont(strong);
    painter.setPen(tokens.text);
    const QString title = QFontMetricsF(strong).elidedText(m_title, Qt::ElideRight, row.width());
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter, title);
    row.setLeft(row.left() + QFontMetricsF(strong).horizontalAdvance(title) + 9);
    painter.setFont(label);
    painter.setPen(tokens.text2);
    if (row.width() > 20)
        painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetricsF(label).elidedText(m_note, Qt::ElideRight, row.width()));
}

void PhotoPane::paintPhoto(QPainter &painter) const
{
    const QTransform transform = imageToPane();
    const QImage &image = m_brightened && !m_photo->brightened.isNull() ? m_photo->brightened : m_photo->image;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.setTransform(transform, true);
    painter.drawImage(0, 0, image);
    const qreal stamp = image.height() * (1 - kStampShare);
    painter.fillRect(QRectF(0, stamp, image.width(), image.height() - stamp), themeTokens(this).sunken);
    painter.restore();
    if (!m_boxShown || trial::boxInImage(*m_photo, m_picture).isEmpty())
        return;
    // Light over dark, so that it's seen on any photo.
    const QRectF box = transform.mapRect(boxInImage());
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(QColor(0, 0, 0, 150), 4));
    painter.drawRect(box);
    painter.setPen(QPen(QColor(255, 255, 255, 215), 1.6));
    painter.drawRect(box);
}

void PhotoPane::paintPlaceholder(QPainter &painter) const
{
    const ThemeTokens &tokens = themeTokens(this);
    QRectF area = photoArea().adjusted(24, 0, -24, 0);
    if (m_problem.isEmpty())
        return; // being read: nothing flickers
    paintIcon(painter, QRectF(area.center().x() - 12, area.center().y() - 52, 24, 24), Icon::ImageMissing, tokens.warn,
              24);
    painter.setFont(textFont(TextRole::Strong));
    painter.setPen(tokens.text);
    area.setTop(area.center().y() - 18);
    QRectF written;
    painter.drawText(area, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_problem, &written);
    painter.setFont(textFont(TextRole::Mono));
    painter.setPen(tokens.text2);
    area.setTop(std::max(area.top() + 26, written.bottom() + 8));
    painter.drawText(area, Qt::AlignHCenter | Qt::AlignTop | Qt::TextWrapAnywhere, m_problemPath);
}

void PhotoPane::change(const View &view)
{
    View next = view;
    next.zoom = std::clamp(next.zoom, -1.0, kMostZoom);
    if (next.zoom <= -1)
        next.offset = {};
    next.offset = {std::clamp(next.offset.x(), -3.0, 3.0), std::clamp(next.offset.y(), -3.0, 3.0)};
    if (next == m_view)
        return;
    setView(next);
    Q_EMIT viewChanged(next);
}

void PhotoPane::wheelEvent(QWheelEvent *event)
{
    View next = m_view;
    next.zoom += event->angleDelta().y() / 480.0;
    change(next);
    event->accept();
}

void PhotoPane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    m_dragFrom = event->position();
    m_dragView = m_view;
    setCursor(Qt::ClosedHandCursor);
}

void PhotoPane::mouseMoveEvent(QMouseEvent *event)
{
    if (!m_dragFrom || !hasPhoto() || m_dragView.zoom <= -1)
        return;
    const QPointF moved = event->position() - *m_dragFrom;
    const QRectF box = imageToPane().mapRect(boxInImage());
    View next = m_dragView;
    // In the mirror what is dragged to the right moves to the left of the photo.
    next.offset -= QPointF((m_mirrored ? -1 : 1) * moved.x() / box.width(), moved.y() / box.height());
    change(next);
}

void PhotoPane::mouseReleaseEvent(QMouseEvent *)
{
    m_dragFrom.reset();
    setCursor(Qt::OpenHandCursor);
}

void PhotoPane::mouseDoubleClickEvent(QMouseEvent *)
{
    change({});
}

} // namespace herdbook::trial
