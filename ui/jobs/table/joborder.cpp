// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/table/joborder.h"

#include "ui/jobs/jobtexts.h"

namespace herdbook::ui {

namespace {

template<class T>
int compareValues(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

int compareTimes(const QDateTime &a, const QDateTime &b)
{
    // Where there is no time it comes last.
    const auto number = [](const QDateTime &time) {
        return time.isValid() ? time.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max();
    };
    return compareValues(number(a), number(b));
}

} // namespace

int JobOrder::compare(const jobs::JobRow &a, const jobs::JobRow &b) const
{
    switch (column) {
    case Kind:
        return kindText(a).compare(kindText(b));
    case Title:
        return titleText(a).compare(titleText(b), Qt::CaseInsensitive);
    case Range: {
        const int first = compareValues(a.start, b.start);
        return first != 0 ? first : compareValues(a.end, b.end);
    }
    case State: {
        const int first = compareValues(static_cast<int>(a.state), static_cast<int>(b.state));
        return first != 0 ? first : compareValues(a.queuePosition, b.queuePosition);
    }
    case AskedBy:
        return askedByText(a).compare(askedByText(b), Qt::CaseInsensitive);
    case Expires:
        return compareTimes(a.expiresAt, b.expiresAt);
    case Size:
        return compareValues(a.fileSize, b.fileSize);
    default:
        return compareTimes(b.createdAt, a.createdAt); // the youngest has the least age
    }
}

bool JobOrder::less(const jobs::JobRow &a, const jobs::JobRow &b) const
{
    if (const int first = compare(a, b); first != 0)
        return order == Qt::AscendingOrder ? first < 0 : first > 0;
    const int age = compareTimes(b.createdAt, a.createdAt);
    return age != 0 ? age < 0 : a.id < b.id;
}

} // namespace herdbook::ui
