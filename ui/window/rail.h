// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/icons.h"

#include <QWidget>

class QButtonGroup;
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
    void setCurrent(int index);
    QToolButton *button(int index) const;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QButtonGroup *m_group;
    QVBoxLayout *m_column;
    int m_above = 0;
};

} // namespace herdbook
