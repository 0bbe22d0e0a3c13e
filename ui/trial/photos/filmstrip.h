// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/photos/photoloader.h"

#include <QAbstractButton>
#include <QWidget>

class QHBoxLayout;

namespace herdbook::trial {

/// One small photo of a filmstrip.
struct Still
{
    Picture picture;
    QString caption;
};

/// A titled group of small photos.
struct FrameGroup
{
    QString title;
    std::vector<Still> frames;
    int columns = 4; ///< the room they get, so that few don't grow
};

/// A small photo with a caption; checked when it is the one shown in the pane.
class FrameButton : public QAbstractButton
{
    Q_OBJECT

public:
    FrameButton(PhotoLoader &loader, Still frame, QWidget *parent);
    const Picture &picture() const { return m_frame.picture; }
    QSize sizeHint() const override { return {120, 96}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QSize photoSize() const;

    PhotoLoader &m_loader;
    Still m_frame;
};

/// Groups of small photos beside each other; a click brings one into the pane.
class Filmstrip : public QWidget
{
    Q_OBJECT

public:
    explicit Filmstrip(PhotoLoader &loader, QWidget *parent = nullptr);

    void setGroups(const std::vector<FrameGroup> &groups);
    /// Marks the one that is shown.
    void setShown(const QUuid &detection);
    const std::vector<FrameButton *> &frames() const { return m_frames; }

Q_SIGNALS:
    void chosen(const herdbook::trial::Picture &picture);

private:
    PhotoLoader &m_loader;
    QHBoxLayout *m_layout;
    std::vector<FrameButton *> m_frames;
};

} // namespace herdbook::trial
