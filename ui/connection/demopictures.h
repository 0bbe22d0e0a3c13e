// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace herdbook::connection {

/// Two pictures of the demo ranch side by side with round corners; gray until they are drawn.
class DemoPictures : public QWidget
{
public:
    explicit DemoPictures(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<QImage> m_pictures;
};

} // namespace herdbook::connection
