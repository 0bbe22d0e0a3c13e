// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartaccessible.h"

#include "ui/reid/charts/chartpane.h"
#include "ui/reid/charts/detview.h"
#include "ui/reid/charts/similaritymap.h"

#include <QAccessibleWidget>

namespace herdbook::ui {

namespace {

/// What a chart tells: its value is never empty.
class FigureAccessible : public QAccessibleWidget
{
public:
    FigureAccessible(QWidget *widget, const Figure *figure)
        : QAccessibleWidget(widget, QAccessible::Chart), m_figure(figure)
    {
    }

    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? m_figure->figureValue() : QAccessibleWidget::text(which);
    }

private:
    const Figure *m_figure;
};

/// One with the threshold cursor in it.
class CursorAccessible : public FigureAccessible, public QAccessibleValueInterface
{
public:
    CursorAccessible(QWidget *widget, const Figure *figure, ThresholdCursor &cursor)
        : FigureAccessible(widget, figure), m_cursor(cursor)
    {
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : FigureAccessible::interface_cast(type);
    }
    QVariant currentValue() const override { return m_cursor.value(); }
    void setCurrentValue(const QVariant &value) override { m_cursor.setValue(value.toDouble()); }
    QVariant minimumValue() const override { return 0.0; }
    QVariant maximumValue() const override { return 1.0; }
    QVariant minimumStepSize() const override { return 0.0005; }

private:
    ThresholdCursor &m_cursor;
};

class PaneAccessible : public CursorAccessible
{
public:
    explicit PaneAccessible(ChartPane *pane) : CursorAccessible(pane, pane, pane->cursor()), m_pane(pane) {}

    QString text(QAccessible::Text which) const override
    {
        if (which != QAccessible::Description)
            return CursorAccessible::text(which);
        const QString told = m_pane->describeAt(m_pane->cursor().value());
        return told.isEmpty() ? ChartPane::tr("Nothing to show") : told;
    }

private:
    ChartPane *m_pane;
};

/// Asked for each class that an object is of, its own first.
QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    const auto is = [&className](const QMetaObject &of) { return className == QLatin1String(of.className()); };
    if (auto *pane = qobject_cast<ChartPane *>(object); pane != nullptr && is(ChartPane::staticMetaObject))
        return new PaneAccessible(pane);
    if (auto *det = qobject_cast<DetView *>(object); det != nullptr && is(DetView::staticMetaObject))
        return new CursorAccessible(det, det, det->cursor());
    if (auto *map = qobject_cast<SimilarityMap *>(object); map != nullptr && is(SimilarityMap::staticMetaObject))
        return new FigureAccessible(map, map);
    return nullptr;
}

} // namespace

void installChartAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace herdbook::ui
