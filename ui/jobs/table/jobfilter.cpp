// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/table/jobfilter.h"

namespace herdbook::ui {

using jobs::RowState;

bool JobFilter::passes(const jobs::JobRow &row) const
{
    const auto isIn = [&row](State wanted) {
        switch (wanted) {
        case State::Any:
            return true;
        case State::Active:
            return row.isWaitingOrRunning();
        case State::Completed:
            return row.state == RowState::Completed;
        case State::Failed:
            return row.state == RowState::Failed;
        case State::Cancelled:
            return row.state == RowState::Cancelled;
        case State::Attention:
            return row.contradiction != jobs::Contradiction::None;
        case State::Past:
            return row.isPast();
        }
        return true;
    };
    return (row.mine || !mine) && isIn(state) && std::all_of(words.begin(), words.end(), [&row](const QString &word) {
               return row.searchText.contains(word);
           });
}

} // namespace herdbook::ui
