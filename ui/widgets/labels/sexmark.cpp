// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/sexmark.h"

#include <QIconEngine>
#include <QPainter>

namespace herdbook {

namespace {

constexpr qreal markSize = 9.5;

class SexIconEngine : public QIconEngine
{
public:
    explicit SexIconEngine(SexClass sex) : m_sex(sex) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal side = rect.width() * markSize / 16;
        if (mode == QIcon::Disabled)
            painter->setOpacity(0.5);
        paintSexMark(*painter, QRectF(0, 0, side, side).translated(QRectF(rect).center() - QPointF(side / 2, side / 2)),
                     m_sex, themeTokens());
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new SexIconEngine(*this); }
    bool isNull() override { return false; }

private:
    SexClass m_sex;
};

} // namespace

SexClass sexOfClassification(const QString &classification)
{
    if (classification == QLatin1String("doe"))
        return SexClass::Doe;
    if (classification == QLatin1String("fawn"))
        return SexClass::Fawn;
    for (const QLatin1String buck :
         {QLatin1String("buck"), QLatin1String("mature"), QLatin1String("mid"), QLatin1String("young")}) {
        if (classification == buck)
            return SexClass::Buck;
    }
    return SexClass::Unknown;
}

ColorToken sexColor(SexClass sex)
{
    switch (sex) {
    case SexClass::Buck:
        return &ThemeTokens::buck;
    case SexClass::Doe:
        return &ThemeTokens::doe;
    case SexClass::Fawn:
        return &ThemeTokens::fawn;
    case SexClass::Unknown:
        break;
    }
    return &ThemeTokens::unknown;
}

void paintSexMark(QPainter &painter, const QRectF &rect, SexClass sex, const ThemeTokens &tokens)
{
    const qreal side = std::min(rect.width(), rect.height());
    const QPointF c = rect.center();
    const qreal h = side / 2;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tokens.*sexColor(sex));
    switch (sex) {
    case SexClass::Buck:
        painter.drawRect(QRectF(c.x() - h * 0.9, c.y() - h * 0.9, side * 0.9, side * 0.9));
        break;
    case SexClass::Doe:
        painter.drawEllipse(c, h, h);
        break;
    case SexClass::Fawn:
        painter.drawPolygon(
            QPolygonF{{c.x(), c.y() - h}, {c.x() + h * 1.08, c.y() + h * 0.85}, {c.x() - h * 1.08, c.y() + h * 0.85}});
        break;
    case SexClass::Unknown: {
        const qreal width = std::max(1.5, side / 6);
        const qreal d = h * 1.1 - width / 2;
        painter.setPen(QPen(painter.brush().color(), width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(QPolygonF{{c.x(), c.y() - d}, {c.x() + d, c.y()}, {c.x(), c.y() + d}, {c.x() - d, c.y()}});
        break;
    }
    }
    painter.restore();
}

QIcon sexIcon(SexClass sex)
{
    return QIcon(new SexIconEngine(sex));
}

SexMark::SexMark(SexClass sex, QWidget *parent) : QWidget(parent), m_sex(sex)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void SexMark::setSex(SexClass sex)
{
    m_sex = sex;
    update();
}

void SexMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QRectF box(0, 0, markSize, markSize);
    paintSexMark(painter, box.translated(QRectF(rect()).center() - box.center()), m_sex, themeTokens(this));
}

} // namespace herdbook
