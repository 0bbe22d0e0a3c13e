// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/demopictures.h"

#include "core/base/whendone.h"
#include "core/demo/pictures/photo.h"
#include "ui/widgets/style/style.h"

#include <QPainter>
#include <QPainterPath>
#include <QtConcurrentRun>

namespace herdbook::connection {

namespace {

constexpr QSize PictureSize(138, 102);

/// A buck and a doe as the demo's cameras take them; drawn, as all of the demo's photos are.
QList<QImage> drawPictures(qreal ratio)
{
    QList<QImage> pictures;
    for (const demo::Species species : {demo::Species::Buck, demo::Species::Doe}) {
        const bool buck = species == demo::Species::Buck;
        demo::PhotoContent content;
        content.location = buck ? 1 : 0;
        content.seed = buck ? 11 : 12;
        demo::PhotoContent::Animal animal{demo::lookOf(buck ? 7 : 21, species), {}};
        animal.pose = {900, 900, 560, true, 0.1, 0.15, 0.2, 1, false, false};
        content.animals.push_back(animal);
        const demo::Landscape landscape = demo::drawLandscape(content.location, demo::Landscape::Season::Autumn, false);
        const QImage photo = demo::drawPhoto(content, landscape);
        const QRect middle(180, 60, 1320, 975);
        pictures << photo.copy(middle).scaled(PictureSize * ratio, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        pictures.last().setDevicePixelRatio(ratio);
    }
    return pictures;
}

} // namespace

DemoPictures::DemoPictures(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(PictureSize.height());
    whenDone(QtConcurrent::run(drawPictures, devicePixelRatioF()), this, [this](const QList<QImage> &pictures) {
        m_pictures = pictures;
        update();
    });
}

void DemoPictures::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    for (int i = 0; i < 2; ++i) {
        const QRect place(QPoint(i * (width() - PictureSize.width()), 0), PictureSize);
        QPainterPath path;
        path.addRoundedRect(place, 4, 4);
        painter.setClipPath(path);
        if (i < m_pictures.size())
            painter.drawImage(place, m_pictures.at(i));
        else
            painter.fillRect(place, themeTokens(this).hover);
    }
}

} // namespace herdbook::connection
