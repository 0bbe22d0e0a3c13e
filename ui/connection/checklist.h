// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/connection/checkrunner.h"
#include "ui/widgets/style/icons.h"

#include <QTimeZone>
#include <QWidget>

class QVBoxLayout;

namespace herdbook {
class LeadText;
}

namespace herdbook::connection {

/// The steps of a test, one after the other: icon, what, found what. As high before the first test as after it, so that nothing moves: where
/// its lines don't hold what is said, the longest step gives way and has the whole in its tool tip.
class CheckList : public QWidget
{
    Q_OBJECT

public:
    /// @param steps the most that a test takes.
    /// @param lines for all of them together.
    CheckList(int steps, int lines, QWidget *parent = nullptr);

    /// @param zone of the site, in which the time of the test is told.
    void show(const CheckRunner::Check &check, const QTimeZone &zone);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void addLine(Tone tone, Icon icon, const QString &what, const QString &detail);
    /// Gives each step its lines.
    void share();

    const int m_most;
    QVBoxLayout *m_lines;
    QList<LeadText *> m_steps;
};

} // namespace herdbook::connection
