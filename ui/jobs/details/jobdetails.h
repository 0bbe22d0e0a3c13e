// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"

#include <QTimeZone>
#include <QWidget>

class QPushButton;
class QToolButton;

namespace herdbook {
class Banner;
class ElidedLabel;
class EmptyState;
class Label;
} // namespace herdbook

namespace herdbook::ui {

class FactTable;
class RawStatus;
class TimelineView;

/// All that is known about one job: what contradicts and what mends it, how the export stands, what happened when, what was asked for; and
/// under Technical, closed, what Redis and the workers say by their own names.
class JobDetails : public QWidget
{
    Q_OBJECT

public:
    explicit JobDetails(const QTimeZone &zone, QWidget *parent = nullptr);

    /// @param readAt when the facts were read, for "as it was"; `stale` while Redis is away.
    /// @param mendable whether the mending action may be offered (not read-only, Redis there).
    void show(const jobs::JobRowPtr &job, int selected, const QDateTime &readAt, bool stale, bool mendable);
    jobs::JobRowPtr job() const { return m_job; }
    /// Nothing: not known. With none online, a waiting job says what would help.
    /// @param why none is, where workers are up but can't work.
    void setWorkersOnline(std::optional<int> workers, const QString &why);
    RawStatus *technical() const { return m_raw; }

    /// Everything as plain text.
    QString text() const;

    QPushButton *mendButton() const { return m_mend; }
    QPushButton *photosButton() const { return m_photos; }
    QToolButton *foldButton() const { return m_fold; }
    Banner *banner() const { return m_banner; }

Q_SIGNALS:
    void mendAsked();
    /// Where the photos are looked for is to be seen.
    void photosAsked();
    void foldAsked();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeColumns();
    void showBanner();
    QString summary() const;
    void fit();
    QString clockText(const QDateTime &time) const;

    QTimeZone m_zone;
    jobs::JobRowPtr m_job;
    int m_selected = 0;
    QDateTime m_readAt;
    bool m_stale = false, m_mendable = true;
    std::optional<int> m_workersOnline;
    QString m_whyNone;
    ElidedLabel *m_title, *m_summary;
    QToolButton *m_copyAll, *m_fold;
    Banner *m_banner;
    QPushButton *m_mend, *m_photos;
    QWidget *m_content;
    QWidget *m_columns;
    EmptyState *m_empty;
    Label *m_factsTitle;
    FactTable *m_facts;
    TimelineView *m_timeline;
    FactTable *m_request;
    RawStatus *m_raw;
};

} // namespace herdbook::ui
