// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/segmentedcontrol.h"

#include "ui/widgets/style/style.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace herdbook {

SegmentedControl::SegmentedControl(const QString &name, const QStringList &segments, QWidget *parent)
    : QWidget(parent), m_group(new QButtonGroup(this)), m_layout(new QHBoxLayout(this))
{
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(1);
    for (int i = 0; i < segments.size(); ++i) {
        auto *button = new QPushButton(this);
        button->setText(segments.at(i));
        button->setAccessibleName(tr("%1: %2").arg(name, segments.at(i)));
        button->setCheckable(true);
        button->setAutoExclusive(true);
        button->setChecked(i == 0);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        button->setFixedHeight(28);
        button->setProperty("herdbookFirst", i == 0);
        button->setProperty("herdbookLast", i == segments.size() - 1);
        button->setAutoDefault(false);
        setButtonKind(button, ButtonKind::Segment);
        m_group->addButton(button, i);
        m_layout->addWidget(button);
    }
    moveTabStop();
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool checked) {
        if (!checked)
            return;
        moveTabStop();
        Q_EMIT currentChanged(index);
    });
}

void SegmentedControl::moveTabStop()
{
    for (QAbstractButton *button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

int SegmentedControl::count() const
{
    return static_cast<int>(m_group->buttons().size());
}

int SegmentedControl::currentIndex() const
{
    return m_group->checkedId();
}

void SegmentedControl::setCurrentIndex(int index)
{
    segment(index)->setChecked(true);
}

void SegmentedControl::setSegmentText(int index, const QString &text)
{
    segment(index)->setText(text);
    segment(index)->setAccessibleName(tr("%1: %2").arg(accessibleName(), text));
}

void SegmentedControl::setSegmentEnabled(int index, bool enabled, const QString &reason)
{
    segment(index)->setEnabled(enabled);
    segment(index)->setToolTip(reason);
}

QPushButton *SegmentedControl::segment(int index) const
{
    return static_cast<QPushButton *>(m_group->button(index));
}

void SegmentedControl::setEqualWidths(bool equal)
{
    for (int i = 0; i < count(); ++i) {
        QSizePolicy policy = segment(i)->sizePolicy();
        policy.setHorizontalPolicy(equal ? QSizePolicy::Ignored : QSizePolicy::Expanding);
        segment(i)->setSizePolicy(policy);
        m_layout->setStretch(i, equal ? 1 : 0);
    }
}

void SegmentedControl::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    paintBox(painter, rect(), tokens.surface, tokens.border, 5);
    for (int i = 1; i < count(); ++i)
        painter.fillRect(QRect(segment(i)->x() - 1, 1, 1, height() - 2), tokens.border);
}

} // namespace herdbook
