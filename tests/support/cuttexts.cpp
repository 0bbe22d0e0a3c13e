// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/cuttexts.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QPaintDevice>
#include <QPaintEngine>
#include <QSet>
#include <QWidget>
#include <cmath>

namespace herdbook::test {

namespace {

constexpr double kSlack = 1.5; ///< pixels: bearings of letters stick out of their advance

/// A text as it was painted, in the widget's coordinates.
struct PaintedText
{
    QString text;
    QRectF place;
    QRectF clip;
};

/// Notes texts and paints nothing.
class TextEngine : public QPaintEngine
{
public:
    TextEngine() : QPaintEngine(QPaintEngine::AllFeatures) {}

    bool begin(QPaintDevice *) override { return true; }
    bool end() override { return true; }
    Type type() const override { return User; }
    void drawPixmap(const QRectF &, const QPixmap &, const QRectF &) override {}
    void drawImage(const QRectF &, const QImage &, const QRectF &, Qt::ImageConversionFlags) override {}
    void drawPath(const QPainterPath &) override {}
    void drawPolygon(const QPointF *, int, PolygonDrawMode) override {}
    void drawTextItem(const QPointF &point, const QTextItem &item) override
    {
        const QRectF box(point.x(), point.y() - item.ascent(), item.width(), item.ascent() + item.descent());
        m_texts.push_back({item.text(), m_transform.mapRect(box), m_clip});
    }
    void updateState(const QPaintEngineState &now) override
    {
        if (now.state() & DirtyTransform)
            m_transform = now.transform();
        if (now.state() & (DirtyClipRegion | DirtyClipPath | DirtyClipEnabled))
            m_clip =
                painter()->hasClipping() ? painter()->transform().mapRect(painter()->clipBoundingRect()) : QRectF();
    }

    const std::vector<PaintedText> &texts() const { return m_texts; }

private:
    QTransform m_transform;
    QRectF m_clip;
    std::vector<PaintedText> m_texts;
};

class TextDevice : public QPaintDevice
{
public:
    explicit TextDevice(const QWidget &like) : m_like(like) {}

    QPaintEngine *paintEngine() const override { return &m_engine; }
    const std::vector<PaintedText> &texts() const { return m_engine.texts(); }

protected:
    int metric(PaintDeviceMetric which) const override
    {
        switch (which) {
        case PdmWidth:
            return m_like.width();
        case PdmHeight:
            return m_like.height();
        case PdmDpiX:
        case PdmPhysicalDpiX:
            return m_like.logicalDpiX();
        case PdmDpiY:
        case PdmPhysicalDpiY:
            return m_like.logicalDpiY();
        case PdmDevicePixelRatio:
            return 1;
        case PdmDevicePixelRatioScaled:
            return static_cast<int>(devicePixelRatioFScale());
        case PdmDepth:
            return 32;
        default:
            return 0;
        }
    }

private:
    const QWidget &m_like;
    mutable TextEngine m_engine;
};

/// Texts that end in an ellipsis of their own.
QSet<QString> ownTexts(const QWidget &window)
{
    QSet<QString> own;
    const auto add = [&](QString text) {
        own << text;
        own << text.remove(u'&');
    };
    for (const auto *button : window.findChildren<QAbstractButton *>())
        add(button->text());
    for (const auto *label : window.findChildren<QLabel *>())
        add(label->text());
    for (const auto *edit : window.findChildren<QLineEdit *>()) {
        add(edit->text());
        add(edit->placeholderText());
    }
    for (const auto *action : window.findChildren<QAction *>())
        add(action->text());
    for (const auto *widget : window.findChildren<QWidget *>()) { // what one paints itself it tells screen readers
        add(widget->accessibleName());
        add(widget->accessibleDescription());
    }
    return own;
}

bool showsData(const QWidget &widget)
{
    for (const QWidget *at = &widget; at != nullptr; at = at->parentWidget()) {
        if (qobject_cast<const QHeaderView *>(at) != nullptr)
            return false;
        if (qobject_cast<const QAbstractItemView *>(at) != nullptr)
            return true;
    }
    return false;
}

bool isCut(const PaintedText &text, const QWidget &widget, const QSet<QString> &own)
{
    if (text.text.trimmed().isEmpty())
        return false;
    const bool ellipsis = text.text.endsWith(u'…') || text.text.startsWith(u'…');
    if (ellipsis && std::none_of(own.begin(), own.end(), [&](const QString &one) { return one.endsWith(text.text); }))
        return true;
    QRectF room = widget.rect();
    if (!text.clip.isNull())
        room &= text.clip;
    if (!room.intersects(text.place) || qobject_cast<const QLineEdit *>(&widget) != nullptr)
        return false; // scrolled away
    return text.place.left() < room.left() - kSlack || text.place.right() > room.right() + kSlack;
}

std::vector<PaintedText> textsOf(QWidget &widget)
{
    TextDevice device(widget);
    widget.render(&device, {}, {}, QWidget::RenderFlags());
    return device.texts();
}

QList<QWidget *> visibleWidgets(const QWidget &window)
{
    QList<QWidget *> all = window.findChildren<QWidget *>();
    all.removeIf(
        [&](const QWidget *widget) { return !widget->isVisibleTo(&window) || widget->visibleRegion().isEmpty(); });
    return all;
}

QString nameOf(const QWidget &widget)
{
    return QString::fromLatin1(widget.metaObject()->className()) + u' ' + widget.objectName();
}

} // namespace

QStringList cutTexts(const QWidget &window)
{
    const QSet<QString> own = ownTexts(window);
    QStringList cut;
    for (QWidget *widget : visibleWidgets(window)) {
        if (showsData(*widget))
            continue;
        const QString who = nameOf(*widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        if (label != nullptr && label->hasHeightForWidth() &&
            label->heightForWidth(label->width()) > label->height() + 1)
            cut << who + QStringLiteral(", too low: ") + label->text();
        for (const PaintedText &text : textsOf(*widget)) {
            if (isCut(text, *widget, own))
                cut << who + QStringLiteral(": ") + text.text;
        }
    }
    return cut;
}

QStringList cutCells(const QAbstractItemView &view)
{
    QStringList cut;
    for (const PaintedText &text : textsOf(*view.viewport())) {
        if (isCut(text, *view.viewport(), {}))
            cut << nameOf(view) + QStringLiteral(": ") + text.text;
    }
    return cut;
}

QStringList paintedTexts(const QWidget &window)
{
    QStringList texts;
    for (QWidget *widget : visibleWidgets(window)) {
        for (const PaintedText &text : textsOf(*widget))
            texts << text.text;
    }
    return texts;
}

QStringList overlaps(const QWidget &window)
{
    QStringList found;
    for (QWidget *widget : visibleWidgets(window)) {
        std::vector<PaintedText> texts = textsOf(*widget);
        std::erase_if(texts, [&](const PaintedText &text) {
            return text.text.trimmed().isEmpty() || !text.place.intersects(widget->rect());
        });
        const auto inside = [](const QRectF &place) { return place.adjusted(2, 4, -2, -4); };
        for (std::size_t i = 0; i < texts.size(); ++i) {
            for (std::size_t j = i + 1; j < texts.size(); ++j) {
                if (inside(texts[i].place).intersects(inside(texts[j].place)))
                    found << QStringLiteral("%1: %2 / %3").arg(nameOf(*widget), texts[i].text, texts[j].text);
            }
        }
        const QLayout *layout = widget->layout();
        for (int i = 0; layout != nullptr && i < layout->count(); ++i) {
            const QWidget *first = layout->itemAt(i)->widget();
            for (int j = i + 1; first != nullptr && first->isVisibleTo(&window) && j < layout->count(); ++j) {
                const QWidget *second = layout->itemAt(j)->widget();
                if (second != nullptr && second->isVisibleTo(&window) &&
                    first->geometry().intersects(second->geometry()))
                    found << QStringLiteral("%1: %2 / %3").arg(nameOf(*widget), nameOf(*first), nameOf(*second));
            }
        }
    }
    return found;
}

} // namespace herdbook::test
