// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/record.h"
#include "ui/trial/photos/photo.h"
#include "ui/widgets/labels/sexmark.h"

#include <QWidget>

namespace herdbook::trial {

/// Where two panes look, each around its own animal: `zoom` -1 shows the photo whole, 0 fills the pane with the part around the
/// animal, 1 fills it with the animal's box, more goes closer. `offset` is in sizes of the box.
struct View
{
    qreal zoom = 0;
    QPointF offset;
    bool operator==(const View &) const = default;
};

/// A titled frame with one photo in it, the box drawn over it. Wheel zooms, drag pans, a double click resets.
class PhotoPane : public QWidget
{
    Q_OBJECT

public:
    explicit PhotoPane(QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &note);
    void setAside(SexClass sex, const QString &text);
    /// A null photo: still being read.
    void setPhoto(const Picture &picture, std::shared_ptr<const Photo> photo);
    /// What stands in the place of a photo that isn't there.
    void setProblem(const QString &sentence, const QString &path);
    const Picture &picture() const { return m_picture; }
    bool hasPhoto() const { return m_photo && !m_photo->image.isNull(); }

    void setView(const View &view);
    const View &view() const { return m_view; }
    void setBrightened(bool on);
    void setBoxShown(bool on);
    /// Shown as in a mirror, with a note that says so: a left flank beside a right one.
    void setMirrored(bool on);
    bool isMirrored() const { return m_mirrored; }
    /// Whether the photo shown is a night one.
    bool isNight() const { return m_photo && !m_photo->brightened.isNull(); }
    /// Whether its contrast is raised; the line under the photo says so.
    bool isBrightened() const { return isNight() && m_brightened; }
    const QString &note() const { return m_note; }

    QSize sizeHint() const override { return {560, 420}; }
    QSize minimumSizeHint() const override { return {360, 260}; }

Q_SIGNALS:
    /// Somebody zoomed or panned here; the other pane follows.
    void viewChanged(const herdbook::trial::View &view);

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void change(const View &view);
    QRectF photoArea() const;
    QRectF boxInImage() const;
    QTransform imageToPane() const;
    void paintHeader(QPainter &painter) const;
    void paintPhoto(QPainter &painter) const;
    void paintPlaceholder(QPainter &painter) const;
    void paintFoot(QPainter &painter) const;

    QString m_title;
    QString m_note;
    QString m_aside;
    SexClass m_sex = SexClass::Unknown;
    Picture m_picture;
    std::shared_ptr<const Photo> m_photo;
    QString m_problem;
    QString m_problemPath;
    View m_view;
    bool m_brightened = true;
    bool m_boxShown = true;
    bool m_mirrored = false;
    std::optional<QPointF> m_dragFrom;
    View m_dragView;
};

} // namespace herdbook::trial
