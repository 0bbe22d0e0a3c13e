// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QObject>
#include <QTimeZone>

namespace herdbook::ui {

class JobActionBar;
class JobTable;

/// What can be done about the table's jobs by its keys and its menu: what the bar offers, and copying rows.
class JobsMenu : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    JobsMenu(JobTable &table, JobActionBar &bar, Clock clock, const QTimeZone &zone, QObject *parent = nullptr);

Q_SIGNALS:
    /// The details are to be shown or folded.
    void foldAsked();
    /// One line on what was done.
    void told(const QString &text);

private:
    void popUp(const QPoint &at);
    void copySelection(bool csv);

    JobTable &m_table;
    JobActionBar &m_bar;
    Clock m_clock;
    QTimeZone m_zone;
};

} // namespace herdbook::ui
