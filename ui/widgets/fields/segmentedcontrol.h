// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QPushButton;

namespace herdbook {

/// A few exclusive choices side by side in one frame. Tab reaches the chosen one, arrow keys choose; screen readers hear radio buttons.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    /// `name` is the accessible name of the whole, "Group by".
    SegmentedControl(const QString &name, const QStringList &segments, QWidget *parent = nullptr);

    int count() const;
    int currentIndex() const;
    void setCurrentIndex(int index);
    void setSegmentText(int index, const QString &text);
    /// A segment that can't be chosen says why in its tool tip.
    void setSegmentEnabled(int index, bool enabled, const QString &reason = {});
    QPushButton *segment(int index) const;
    /// All segments of one width (for forms) rather than each by its text.
    void setEqualWidths(bool equal);

Q_SIGNALS:
    /// The choice is another now, by hand or by setCurrentIndex().
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Tab stops at the chosen segment only.
    void moveTabStop();

    QButtonGroup *m_group;
    QHBoxLayout *m_layout;
};

} // namespace herdbook
