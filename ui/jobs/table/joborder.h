// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

#include <QtCore/qnamespace.h>

namespace herdbook::ui {

/// The order of the rows; total, so that every row has one place.
struct JobOrder
{
    /// The columns of the jobs table.
    enum Column { Kind, Title, Range, State, AskedBy, Age, Expires, Size, ColumnCount };

    int column = Age;
    Qt::SortOrder order = Qt::AscendingOrder;
    bool operator==(const JobOrder &) const = default;

    bool less(const jobs::JobRow &a, const jobs::JobRow &b) const;
    /// By the column alone: below 0, 0 or above 0.
    int compare(const jobs::JobRow &a, const jobs::JobRow &b) const;
};

} // namespace herdbook::ui
