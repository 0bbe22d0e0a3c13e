// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/sampledesk.h"

#include "ui/trial/desk/papers.h"

#include <algorithm>

namespace herdbook::trial {

using storage::Postgres;

namespace {

constexpr double kLoosestCandidate = 0.30;

} // namespace

SampleDesk::SampleDesk(const Services &services, Lane<JournalTool> &journal, Lane<DatabaseTool> &database,
                       QObject *parent)
    : QObject(parent), m_services(services), m_journal(journal), m_database(database)
{
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

Shape SampleDesk::expectedShape(const std::vector<double> &thresholds) const
{
    Shape shape;
    const std::optional<double> last =
        m_analysis && !thresholds.empty() ? m_analysis->evaluate(thresholds.back()).fdr : std::nullopt;
    if (!last || *last <= 0)
        return shape;
    for (const double threshold : thresholds) {
        const std::optional<double> share = m_analysis->evaluate(threshold).fdr;
        shape.push_back(share ? std::min(1.0, *share / *last) : 1.0);
    }
    return shape;
}

void SampleDesk::readSourceAgain()
{
    if (!m_analysis)
        return;
    const std::shared_ptr<const reid::Dataset> data(m_analysis, &m_analysis->data);
    m_database.run(
        this,
        [data, folder = m_services.imageFolder, stop = m_stop.get_token()](DatabaseTool &tool) {
            return tool.with(
                [&](Postgres &connection) { return readSource(connection, data, kLoosestCandidate, folder, stop); });
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

void SampleDesk::lookAhead(const Plan &plan)
{
    if (!m_source)
        return;
    ++m_lookAheads;
    m_journal.run(
        this,
        [source = m_source, plan, sweep = m_analysis->options.thresholds](JournalTool &) {
            return std::make_shared<const Outlook>(trial::lookAhead(*source, plan, sweep));
        },
        [this, source = m_source](std::shared_ptr<const Outlook> outlook) {
            if (--m_lookAheads > 0 || source != m_source)
                return;
            m_outlook = std::move(outlook);
            Q_EMIT outlookReady(m_outlook);
        });
}

std::function<TrialRecord()> SampleDesk::freezer(const QString &reviewer) const
{
    if (!m_outlook || !m_source || m_outlook->sample.items.empty())
        return {};
    std::vector<Estimate> estimates;
    for (const double threshold : m_outlook->sample.thresholds) {
        const reid::Evaluation at = m_analysis->evaluate(threshold);
        estimates.push_back({threshold, at.fdr, at.fdrUpper});
    }
    return
        [source = m_source, outlook = m_outlook, reviewer, now = m_services.clock(), print = describeData(*m_analysis),
         estimates] { return freeze(*source, *outlook, reviewer, now, print, estimates); };
}

} // namespace herdbook::trial
