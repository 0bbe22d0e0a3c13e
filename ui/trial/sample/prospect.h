// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/power.h"
#include "core/trial/review/draw.h"

#include <QScrollArea>

class QBoxLayout;

namespace herdbook {
class Label;
}

namespace herdbook::trial {

class FactTable;
class PowerChart;

/// What a trial can and can't certify, for the sample at hand: its power, its tests, what it is drawn from.
class Prospect : public QScrollArea
{
    Q_OBJECT

public:
    explicit Prospect(QWidget *parent = nullptr);

    /// Nothing is known yet, and why.
    void setWaiting(const QString &sentence);
    /// @param shape what the analysis expects of stricter thresholds; empty: nothing.
    void setOutlook(const Outlook &outlook, const trial::Shape &shape);
    QString promise() const;
    FactTable *tests() const { return m_tests; }
    FactTable *frame() const { return m_frame; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPromise(const Outlook &outlook, const trial::Shape &shape);
    void showTests(const Sample &sample);
    void showFrame(const Outlook &outlook);

    Label *m_promise;
    Label *m_note;
    PowerChart *m_chart;
    QWidget *m_facts;   ///< what is known only once there is an outlook
    QBoxLayout *m_pair; ///< tests and frame: beside each other, or one over the other where it's narrow
    FactTable *m_tests;
    FactTable *m_frame;
};

} // namespace herdbook::trial
