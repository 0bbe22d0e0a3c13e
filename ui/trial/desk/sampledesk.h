// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/trial/design/power.h"
#include "core/trial/review/draw.h"
#include "ui/trial/desk/lane.h"
#include "ui/trial/desk/services.h"
#include "ui/trial/desk/tools.h"

#include <QObject>

namespace herdbook::trial {

/// What samples are drawn from, and what drawing one would come to. Signals come on the thread of this object.
class SampleDesk : public QObject
{
    Q_OBJECT

public:
    /// All of them must outlive this object.
    SampleDesk(const Services &services, Lane<JournalTool> &journal, Lane<DatabaseTool> &database,
               QObject *parent = nullptr);

    /// Reads the pictures' paths for this analysis; sourceReady() or failed() follows.
    void setAnalysis(std::shared_ptr<const reid::Analysis> analysis);
    const reid::Analysis *analysis() const { return m_analysis.get(); }
    /// Recommended threshold, else candidate; nothing when there is none.
    std::optional<double> suggestedThreshold() const;
    /// How the wrong share at these thresholds is to that at the last, by the analysis' estimate; empty where it has none.
    Shape expectedShape(const std::vector<double> &thresholds) const;
    bool hasSource() const { return m_source != nullptr; }
    void readSourceAgain();
    /// What the plan would come to: outlookReady().
    void lookAhead(const Plan &plan);
    /// Freezes the sample last looked at, wherever it is called later; nothing when there is none to judge.
    std::function<TrialRecord()> freezer(const QString &reviewer) const;
    void stop() { m_stop.request_stop(); }

Q_SIGNALS:
    void sourceReady();
    void outlookReady(std::shared_ptr<const herdbook::trial::Outlook> outlook);
    void failed(const herdbook::Error &error);

private:
    const Services &m_services;
    Lane<JournalTool> &m_journal;
    Lane<DatabaseTool> &m_database;
    std::shared_ptr<const reid::Analysis> m_analysis;
    std::shared_ptr<const Source> m_source;
    std::shared_ptr<const Outlook> m_outlook;
    int m_lookAheads = 0; ///< asked for and not answered yet: only the last answer counts
    std::stop_source m_stop;
};

} // namespace herdbook::trial
