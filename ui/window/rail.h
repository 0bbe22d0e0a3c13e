// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/icons.h"

#include <QWidget>

class QButtonGroup;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace herdbook {

/// The slim bar at the left: one button a page, exclusive.
class Rail : public QWidget
{
    Q_OBJECT

public:
    explicit Rail(QWidget *parent = nullptr);

    /// Pages are counted in the order of adding; `atBottom` puts it after the stretch.
    void addPage(const QString &text, Icon icon, const QString &toolTip, bool atBottom = false);
    /// A button under all pages that opens a menu, upwards.
    void addMenu(const QString &text, Icon icon, const QString &toolTip, QMenu *menu);
    /// -1: none of the pages is shown.
    void setCurrent(int index);
    QToolButton *menuButton() const { return m_menu; }
    QToolButton *button(int index) const;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *makeButton(const QString &text, const QString &toolTip);

    QButtonGroup *m_group;
    QVBoxLayout *m_column;
    QToolButton *m_menu = nullptr;
    int m_above = 0;
};

} // namespace herdbook
