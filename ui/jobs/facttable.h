// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/jobrow.h"
#include "ui/widgets/icons.h"

#include <QTimeZone>
#include <QWidget>
#include <optional>

class QGridLayout;

namespace herdbook {
class Label;
} // namespace herdbook

namespace herdbook::ui {

/// Names and values one below the other, values selectable, each perhaps with an icon. Rows are kept while only their texts change, so that
/// a selection in them survives a poll.
class FactTable : public QWidget
{
    Q_OBJECT

public:
    struct Fact
    {
        QString name, value;
        std::optional<Icon> icon;
        ColorToken color = &ThemeTokens::text;
        QStringList classes; ///< shown as sex marks and names instead of the value
    };

    explicit FactTable(int nameWidth, QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
    QString text() const;

private:
    struct Row
    {
        Label *name;
        Label *icon;
        QWidget *value;
        Label *text; ///< null for classes
        QStringList classes;
    };
    void addRow(const Fact &fact);

    QGridLayout *m_grid;
    QList<Row> m_rows;
    QList<Fact> m_facts;
};

/// What happened to a job: times, dots on a line, words.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    TimelineView(QTimeZone zone, QWidget *parent = nullptr);
    void setEvents(const QList<jobs::TimelineEvent> &events);
    void setStale(bool stale);
    QString text() const;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    QString timeText(const jobs::TimelineEvent &event) const;
    /// The first and the last ones when there isn't room for all.
    QList<int> shown() const;

    QTimeZone m_zone;
    QList<jobs::TimelineEvent> m_events;
    bool m_stale = false;
};

} // namespace herdbook::ui
