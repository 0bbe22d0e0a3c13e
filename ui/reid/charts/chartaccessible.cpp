// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/chartaccessible.h"

#include "ui/reid/charts/chartpane.h"

#include <QAccessibleWidget>

namespace herdbook::dashboard {

namespace {

class ChartAccessible : public QAccessibleWidget, public QAccessibleValueInterface
{
public:
    explicit ChartAccessible(ChartPane *pane) : QAccessibleWidget(pane, QAccessible::Chart), m_pane(pane) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ValueInterface ? static_cast<QAccessibleValueInterface *>(this)
                                                   : QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text which) const override
    {
        if (which == QAccessible::Value)
            return m_pane->cursor().text();
        if (which == QAccessible::Description)
            return m_pane->describeAt(m_pane->cursor().value());
        return QAccessibleWidget::text(which);
    }
    QVariant currentValue() const override { return m_pane->cursor().value(); }
    void setCurrentValue(const QVariant &value) override { m_pane->cursor().setValue(value.toDouble()); }
    QVariant minimumValue() const override { return 0.0; }
    QVariant maximumValue() const override { return 1.0; }
    QVariant minimumStepSize() const override { return 0.0005; }

private:
    ChartPane *m_pane;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    auto *pane = qobject_cast<ChartPane *>(object);
    const bool ours = className == QLatin1String(ChartPane::staticMetaObject.className());
    return ours && pane != nullptr ? new ChartAccessible(pane) : nullptr;
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

} // namespace herdbook::dashboard
