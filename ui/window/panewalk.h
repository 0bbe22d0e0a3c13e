// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QWidget;

namespace herdbook {

/// F6: the focus goes round the panes of a screen.
class PaneWalk
{
public:
    /// @param step 1 forward, -1 back; panes that can't be seen or used are passed over.
    void move(const QList<QWidget *> &panes, int step);
    /// The panes are others now.
    void beginAnew() { m_at = -1; }

private:
    int m_at = -1;
};

} // namespace herdbook
