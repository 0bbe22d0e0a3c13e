// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/gallery/pairphotos.h"
#include "ui/trial/photos/photoloader.h"

#include <QWidget>

class QCheckBox;
class QPushButton;

namespace herdbook {
class ElidedLabel;
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {
class PhotoPane;
} // namespace herdbook::trial

namespace herdbook::ui {

/// One pair of a gallery over the whole page: the detection beside a photo of the deer it is closest to, both zoomed and moved together,
/// mirrored, with the night contrast, and below them its burst, more photos of that deer and the runner-up. Looking decides nothing.
class PairView : public QWidget
{
    Q_OBJECT

public:
    PairView(GalleryView &gallery, const PictureIndex &pictures, const QString &imageFolder, const QTimeZone &zone,
             QWidget *page);

    /// For F1.
    static QList<KeyHelp> keys();

    void showRow(int at);
    int row() const { return m_at; }
    trial::PhotoPane *leftPane() const { return m_left; }
    trial::PhotoPane *rightPane() const { return m_right; }

Q_SIGNALS:
    /// It is closed, at this row of the gallery.
    void left(int row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeTools();
    void leave();
    void zoom(double step);
    void showPhotos();
    void showOnRight(const trial::Picture &picture);
    /// Says above the left photo that it is as the camera saw it, unless its contrast is raised.
    void nameLeft();
    /// Says above the right photo whose it is.
    void nameRight();

    GalleryView &m_gallery;
    const PictureIndex &m_pictures;
    PairPhotos m_photos;
    trial::PhotoLoader m_loader;
    int m_at = 0;
    trial::Picture m_onLeft, m_onRight;
    std::vector<trial::Picture> m_numbered; ///< what 1 to 6 bring to the right
    std::ptrdiff_t m_ofDeer =
        0; ///< how many of these are of the deer the detection may be; the rest are of the next closest
    Label *m_name, *m_margin, *m_place;
    Pill *m_score;
    QPushButton *m_mirror, *m_night, *m_box;
    QCheckBox *m_selected;
    trial::PhotoPane *m_left, *m_right;
    trial::Filmstrip *m_burst, *m_deer;
};

} // namespace herdbook::ui
