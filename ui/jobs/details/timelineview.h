// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/widgets/style/tokens.h"

#include <QTimeZone>
#include <QWidget>

namespace herdbook {
class Label;
} // namespace herdbook

namespace herdbook::ui {

/// "Taken by barn-02, attempt 1".
QString timelineText(const jobs::TimelineEvent &event);

/// What happened to a job: times, dots on a line, words that can be selected. Where there isn't room for all it shows the first and the
/// last ones.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineView(const QTimeZone &zone, QWidget *parent = nullptr);
    void setEvents(const QList<jobs::TimelineEvent> &events);
    void setStale(bool stale);
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QString timeText(const jobs::TimelineEvent &event) const;
    ColorToken colorOf(const jobs::TimelineEvent &event, ColorToken usual) const;
    QList<int> shown() const;
    int textLeft() const;
    void place();

    QTimeZone m_zone;
    QList<jobs::TimelineEvent> m_events;
    QList<Label *> m_words;
    bool m_stale = false;
};

} // namespace herdbook::ui
