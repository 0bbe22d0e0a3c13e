// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QTimeZone>
#include <QWidget>

class QAction;
class QPushButton;

namespace herdbook {
class Label;
} // namespace herdbook

namespace herdbook::ui {

class GalleryView;
class PairView;
class PictureIndex;

/// What can be done with the pairs of a gallery, by buttons and by its context menu: seen large, their ids copied, put into a ZIP.
class GalleryActions : public QWidget
{
    Q_OBJECT

public:
    explicit GalleryActions(GalleryView &view, QWidget *parent = nullptr);

    /// For the enlarged pair, which covers `page`. All must outlive this.
    void setPhotos(const PictureIndex *pictures, const QString &imageFolder, QWidget *page);
    void setSiteTimeZone(const QTimeZone &zone) { m_zone = zone; }
    /// Whether a ZIP may be asked for.
    void setExportable(bool exportable);
    /// One more button, after the others.
    void addButton(QPushButton *button);

    void enlarge(int at);
    void closePair();
    /// The enlarged pair; null while none is shown.
    PairView *pair() const;
    /// To be called when the gallery shows something else; what is selected in it and current is heard.
    void refresh();

Q_SIGNALS:
    /// A ZIP of these detections is asked for.
    void zipAsked(const QStringList &detectionIds);

private:
    void askForZip();
    void enlargeCurrent();

    GalleryView &m_view;
    const PictureIndex *m_pictures = nullptr;
    QString m_imageFolder;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    QPointer<QWidget> m_page;
    QPointer<PairView> m_pair;
    Label *m_chosen;
    QPushButton *m_zip, *m_copy, *m_enlarge;
    QAction *m_zipAction, *m_copyAction, *m_enlargeAction;
    bool m_exportable = false;
};

} // namespace herdbook::ui
