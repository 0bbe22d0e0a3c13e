// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

namespace herdbook::ui {

/// Which jobs are shown.
struct JobFilter
{
    enum class State { Any, Active, Completed, Failed, Cancelled, Attention, Past };

    bool mine = false;
    State state = State::Any;
    QStringList words; ///< lower case; all must be found

    /// @param text what was typed into the search field.
    static JobFilter of(bool mine, State state, const QString &text)
    {
        return {mine, state, text.toLower().split(u' ', Qt::SkipEmptyParts)};
    }
    bool operator==(const JobFilter &) const = default;
    bool isSet() const { return mine || state != State::Any || !words.isEmpty(); }
    bool passes(const jobs::JobRow &row) const;
};

} // namespace herdbook::ui
