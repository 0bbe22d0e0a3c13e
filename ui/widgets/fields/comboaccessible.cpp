// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/comboaccessible.h"

#include <QAbstractItemView>
#include <QAccessibleWidget>
#include <QComboBox>
#include <QLineEdit>

namespace herdbook {

namespace {

class ComboAccessible : public QAccessibleWidget
{
public:
    explicit ComboAccessible(QComboBox *box) : QAccessibleWidget(box, QAccessible::ComboBox), m_box(box) {}

    /// The list, and the line where there is one.
    int childCount() const override { return m_box->isEditable() ? 2 : 1; }
    QAccessibleInterface *child(int index) const override
    {
        if (index == 0)
            return QAccessible::queryAccessibleInterface(m_box->view());
        return index == 1 && m_box->isEditable() ? QAccessible::queryAccessibleInterface(m_box->lineEdit()) : nullptr;
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        if (child != nullptr && child->object() == m_box->view())
            return 0;
        return child != nullptr && m_box->isEditable() && child->object() == m_box->lineEdit() ? 1 : -1;
    }
    QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Value ? m_box->currentText() : QAccessibleWidget::text(which);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.expandable = true;
        state.expanded = m_box->view()->isVisible();
        state.editable = m_box->isEditable();
        return state;
    }
    QStringList actionNames() const override { return {showMenuAction(), pressAction()}; }
    void doAction(const QString &action) override
    {
        if (action != showMenuAction() && action != pressAction())
            return QAccessibleWidget::doAction(action);
        if (m_box->view()->isVisible())
            m_box->hidePopup();
        else
            m_box->showPopup();
    }

private:
    QComboBox *m_box;
};

QAccessibleInterface *makeAccessible(const QString &className, QObject *object)
{
    auto *box = qobject_cast<QComboBox *>(object);
    return box != nullptr && className == QLatin1String("QComboBox") ? new ComboAccessible(box) : nullptr;
}

} // namespace

void installComboAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace herdbook
