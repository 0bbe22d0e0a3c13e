// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "core/trial/review/draw.h"
#include "ui/trial/desk/lane.h"
#include "ui/trial/desk/services.h"
#include "ui/trial/desk/tools.h"

#include <QObject>
#include <functional>

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
    std::shared_ptr<const reid::Analysis> sharedAnalysis() const { return m_analysis; }
    /// Recommended threshold, else candidate; nothing when there is none.
    std::optional<double> suggestedThreshold() const;
    /// What the label-free estimate says of a threshold; the preset is suggested by it, nothing else follows from it.
    Estimate estimate(double threshold) const;
    Preset suggestedPreset(double threshold) const;
    bool hasSource() const { return m_source != nullptr; }
    std::shared_ptr<const Source> source() const { return m_source; }
    void readSourceAgain();
    /// What the pool's first, second, ... trial at a candidate would be drawn from: outlookReady(), then what it would come to:
    /// prospectsReady(), rough at first.
    void lookAhead(double candidate, int ordinal = 1);
    /// Simulates trials like a begun one, if 1% of the matches are wrong; nothing comes when the program ends before. `context` has to
    /// outlive this object.
    void expect(const std::shared_ptr<const TrialRecord> &record, QObject *context,
                std::function<void(const std::optional<Expected> &)> done);
    void stop();

Q_SIGNALS:
    void sourceReady();
    void outlookReady(std::shared_ptr<const herdbook::trial::Outlook> outlook);
    void prospectsReady(std::shared_ptr<const herdbook::trial::Prospects> prospects);
    void failed(const herdbook::Error &error);

private:
    void simulate(const std::shared_ptr<const Outlook> &outlook, int trials);

    struct Nothing
    {
    };
    const Services &m_services;
    Lane<JournalTool> &m_journal;
    Lane<DatabaseTool> &m_database;
    std::shared_ptr<const reid::Analysis> m_analysis;
    std::shared_ptr<const Source> m_source;
    std::shared_ptr<const Outlook> m_outlook;
    int m_lookAheads = 0; ///< asked for and not answered yet: only the last answer counts
    std::stop_source m_stop;
    std::stop_source m_simulationStop;
    std::unique_ptr<Lane<Nothing>> m_simulation; ///< takes seconds: nothing else waits for it
};

} // namespace herdbook::trial
