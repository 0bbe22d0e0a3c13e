// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobfeed.h"

#include <QTimeZone>
#include <QWidget>

namespace herdbook {
class Label;
}

namespace herdbook::ui {

/// What the table of jobs doesn't know: a line for each gap, none where there is none.
class JobsGaps : public QWidget
{
    Q_OBJECT

public:
    /// `feed` must outlive it.
    JobsGaps(const jobs::JobFeed &feed, Clock clock, const QTimeZone &zone, QWidget *parent = nullptr);

    /// What Redis holds beyond the rows, and since when no file was looked at.
    void showHealth();
    /// What Redis no longer holds.
    void showHistoryProblem();

private:
    const jobs::JobFeed &m_feed;
    Clock m_clock;
    QTimeZone m_zone;
    Label *m_more, *m_history;
    Label *m_silent;
};

} // namespace herdbook::ui
