// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/sampledesk.h"

#include "ui/trial/desk/papers.h"

namespace herdbook::trial {

using storage::Postgres;

namespace {

constexpr int kRoughTrials = 60; ///< at once
constexpr int kFineTrials = 600; ///< what the sentence is about

} // namespace

SampleDesk::SampleDesk(const Services &services, Lane<JournalTool> &journal, Lane<DatabaseTool> &database,
                       QObject *parent)
    : QObject(parent), m_services(services), m_journal(journal), m_database(database),
      m_simulation(std::make_unique<Lane<Nothing>>(std::make_unique<Nothing>()))
{
}

void SampleDesk::stop()
{
    m_stop.request_stop();
    m_simulationStop.request_stop();
    m_simulation.reset();
}

void SampleDesk::setAnalysis(std::shared_ptr<const reid::Analysis> analysis)
{
    m_analysis = std::move(analysis);
    m_source.reset();
    m_outlook.reset();
    readSourceAgain();
}

std::optional<double> SampleDesk::suggestedThreshold() const
{
    if (!m_analysis)
        return std::nullopt;
    const reid::Recommendation &advice = m_analysis->recommendation;
    return advice.candidate ? advice.candidate : advice.threshold;
}

Estimate SampleDesk::estimate(double threshold) const
{
    if (!m_analysis)
        return {};
    const reid::Evaluation at = m_analysis->evaluate(threshold);
    return {at.fdr, at.fdrUpper};
}

Preset SampleDesk::suggestedPreset(double threshold) const
{
    const std::optional<double> upper = estimate(threshold).upper;
    return upper && *upper <= kAlpha ? Preset::Short : Preset::Standard;
}

void SampleDesk::readSourceAgain()
{
    if (!m_analysis)
        return;
    const std::shared_ptr<const reid::Dataset> data(m_analysis, &m_analysis->data);
    m_database.run(
        this,
        [data, scores = QString::fromStdString(m_analysis->source), folder = m_services.imageFolder,
         stop = m_stop.get_token()](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) { return readSource(connection, data, scores, folder, stop); });
        },
        [this, asked = m_analysis](Result<std::shared_ptr<const Source>> source) {
            if (asked != m_analysis)
                return;
            if (!source) {
                Q_EMIT failed(source.error());
                return;
            }
            m_source = std::move(*source);
            Q_EMIT sourceReady();
        });
}

void SampleDesk::lookAhead(double candidate, int ordinal)
{
    if (!m_source)
        return;
    ++m_lookAheads;
    m_simulationStop.request_stop();
    m_journal.run(
        this,
        [source = m_source, candidate, ordinal](JournalTool &) {
            return std::make_shared<const Outlook>(trial::lookAhead(*source, candidate, ordinal));
        },
        [this, source = m_source](std::shared_ptr<const Outlook> outlook) {
            if (--m_lookAheads > 0 || source != m_source)
                return;
            m_outlook = std::move(outlook);
            Q_EMIT outlookReady(m_outlook);
            if (m_outlook->kind == TrialKind::Certificate)
                simulate(m_outlook, kRoughTrials);
        });
}

void SampleDesk::expect(const std::shared_ptr<const TrialRecord> &record, QObject *context,
                        std::function<void(const std::optional<Expected> &)> done)
{
    if (!m_simulation)
        return;
    m_simulation->run(
        context,
        [record, stop = m_stop.get_token()](Nothing &) {
            Evaluator evaluator;
            return trial::expected(record->scheme(), record->atCandidate(), kOnePercent, kFineTrials, evaluator, stop);
        },
        std::move(done));
}

void SampleDesk::simulate(const std::shared_ptr<const Outlook> &outlook, int trials)
{
    if (!m_simulation)
        return;
    m_simulationStop = std::stop_source();
    m_simulation->run(
        this,
        [outlook, trials, stop = m_simulationStop.get_token()](Nothing &) {
            std::optional<Prospects> made = prospects(*outlook, trials, stop);
            return made ? std::make_shared<const Prospects>(std::move(*made)) : nullptr;
        },
        [this, outlook, trials](const std::shared_ptr<const Prospects> &made) {
            if (!made || outlook != m_outlook)
                return;
            Q_EMIT prospectsReady(made);
            if (trials < kFineTrials)
                simulate(outlook, kFineTrials);
        });
}

} // namespace herdbook::trial
