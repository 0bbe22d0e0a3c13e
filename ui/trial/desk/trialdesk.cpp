// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/trialdesk.h"

#include "core/base/atomicfile.h"
#include "core/base/farewell.h"
#include "core/trial/review/judgedtrials.h"
#include "ui/trial/desk/papers.h"
#include "ui/trial/desk/trialwork.h"
#include "ui/widgets/text/coretexts.h"

#include <QRandomGenerator>
#include <algorithm>

namespace herdbook::trial {

QString TrialDesk::shown(const QString &english)
{
    return coreText(tr(english.toUtf8().constData()));
}

bool TrialDesk::isSame(const TrialSummary &trial, const Start &start, const QString &digest)
{
    // Another preset is another trial.
    return trial.edition == 2 && trial.digest == digest && trial.reviewers == start.reviewers &&
           trial.preset.value_or(start.preset) == start.preset && trial.pipeline == start.pipeline &&
           reid::thresholdTicks(trial.candidate) == reid::thresholdTicks(start.candidate);
}

TrialDesk::Goal TrialDesk::calledFor(const TrialSummary &trial, const QString &reviewer)
{
    if (trial.edition != 2 || !trial.reviewers.contains(reviewer))
        return Goal::Verdict; // to review another's pairs is to begin a trial
    const auto own = std::ranges::find(trial.progress, reviewer, &ReviewerProgress::reviewer);
    const bool answered = own != trial.progress.end() && own->answered > 0;
    return trial.result && answered ? Goal::Verdict : Goal::Review;
}

TrialDesk::TrialDesk(Services services, QObject *parent) : QObject(parent), m_services(std::move(services))
{
    m_journal =
        std::make_unique<Lane<JournalTool>>(std::make_unique<JournalTool>(JournalTool{m_services.storePath, nullptr}));
    m_database = std::make_unique<Lane<DatabaseTool>>(std::make_unique<DatabaseTool>(
        DatabaseTool{m_services.postgres, m_stop.get_token(), JournalTool{m_services.storePath, nullptr}, nullptr}));
    m_sample = std::make_unique<SampleDesk>(m_services, *m_journal, *m_database);
    m_apply = std::make_unique<ApplyDesk>(m_services, *m_database);
    connect(m_apply.get(), &ApplyDesk::migrated, this, &TrialDesk::exchange);
    m_exchangeTimer.setSingleShot(true);
    connect(&m_exchangeTimer, &QTimer::timeout, this, &TrialDesk::exchange);
}

TrialDesk::~TrialDesk()
{
    m_stop.request_stop();
    m_sample->stop();
    m_apply->stop();
    m_paper.reset();
    m_database.reset();
    m_journal.reset();
    // What waited behind the job in hand was dropped, and perhaps the disk is to blame. Another trial's may have been left before.
    if (!m_unsaved.empty())
        leaveUnsaved();
    if (areAnswersLeft(m_services.storePath))
        finishLater([journal = m_services.storePath] { storeLeftAnswers(journal); }, WorkPatience);
}

void TrialDesk::leaveUnsaved()
{
    leaveAnswers(m_services.storePath, {m_record->id, m_reviewer, {m_unsaved.begin(), m_unsaved.end()}});
    m_unsaved.clear();
}

void TrialDesk::tellLeft(const LeftReport &report)
{
    if (report.stored + report.waiting + report.refused > 0)
        Q_EMIT leftAnswersTold(report);
}

void TrialDesk::start(const Start &start)
{
    const std::shared_ptr<const Source> source = m_sample->source();
    if (!source || start.reviewers.isEmpty())
        return;
    Beginning beginning;
    beginning.candidate = start.candidate;
    beginning.preset = start.preset;
    beginning.reviewers = start.reviewers;
    beginning.pipeline = start.pipeline;
    beginning.plantSeed = QRandomGenerator::system()->generate64();
    beginning.by = start.reviewers.front();
    beginning.now = m_services.clock();
    beginning.fingerprint = describeData(*m_sample->analysis(), m_services.siteTimeZone);
    beginning.estimate = m_sample->estimate(start.candidate);
    begin(
        [source, beginning](quint64 seed, int ordinal) mutable {
            beginning.seed = seed;
            beginning.ordinal = ordinal;
            return freeze(*source, beginning);
        },
        source->digest, start, beginning.by);
}

void TrialDesk::startAnother(const QString &reviewer)
{
    if (!m_record || m_record->isFirstEdition())
        return;
    begin([record = m_record, reviewer, now = m_services.clock(), own = QRandomGenerator::system()->generate64()](
              quint64,
              int ordinal) { return anotherTrial(*record, {reviewer}, Pipeline::Single, ordinal, reviewer, now, own); },
          m_record->digest, {m_record->candidate, m_record->preset, {reviewer}, Pipeline::Single}, reviewer);
}

bool TrialDesk::canTryStricter() const
{
    const std::shared_ptr<const Source> source = m_sample->source();
    return m_record && m_outcome && source && source->digest == m_record->digest && !m_services.readOnly &&
           m_unsaved.empty() && m_record->kind == TrialKind::Certificate && !m_outcome->certificate.threshold &&
           m_outcome->certificate.withheld.isEmpty() && m_record->reviewers.contains(m_reviewer) &&
           !stricterLevels(*source, m_record->levels.front()).empty();
}

void TrialDesk::tryStricter()
{
    if (!canTryStricter())
        return;
    const std::shared_ptr<const Source> source = m_sample->source();
    Beginning beginning;
    beginning.failed = m_record->levels.front();
    beginning.candidate = reid::fromTicks(stricterLevels(*source, *beginning.failed).back().ticks);
    beginning.preset = m_record->preset;
    beginning.reviewers = m_record->reviewers;
    beginning.pipeline = m_record->pipeline;
    beginning.plantSeed = m_record->plantSeed; // what was answered of them goes along, in their order
    beginning.by = m_reviewer;
    beginning.now = m_services.clock();
    beginning.fingerprint = describeData(*m_sample->analysis(), m_services.siteTimeZone);
    beginning.estimate = m_sample->estimate(beginning.candidate);
    const Start start{beginning.candidate, beginning.preset, beginning.reviewers, beginning.pipeline};
    begin(
        [source, beginning](quint64 seed, int ordinal) mutable {
            beginning.seed = seed;
            beginning.ordinal = std::max(2, ordinal);
            return freeze(*source, beginning);
        },
        source->digest, start, beginning.by, m_record); // one of two may be the second
}

void TrialDesk::begin(std::function<TrialRecord(quint64, int)> make, const QString &digest, const Start &start,
                      const QString &reviewer, const std::shared_ptr<const TrialRecord> &from)
{
    if (!mayLeave())
        return;
    m_database->run(
        this,
        [make = std::move(make), digest, start, from](DatabaseTool &tool) {
            return beginTrial(tool, make, digest, start, from);
        },
        [this, reviewer](OpenedTrial done) { opened(std::move(done), reviewer, Goal::Review); });
}

void TrialDesk::listTrials()
{
    m_journal->run(
        this, [](JournalTool &tool) { return storeLeftAnswers(tool.path); },
        [this](const LeftReport &report) { tellLeft(report); });
    m_journal->run(
        this, [](JournalTool &tool) { return tool.with(&judgedTrials); },
        [this](Result<std::vector<TrialSummary>> trials) {
            if (trials) {
                Q_EMIT trialsListed(*trials);
            } else {
                Q_EMIT trialsUnread(trials.error());
            }
        });
    m_database->run(
        this, [readOnly = m_services.readOnly](DatabaseTool &tool) { return listShared(tool, readOnly); },
        [this](Result<std::vector<TrialSummary>> trials) {
            if (trials)
                Q_EMIT sharedTrialsListed(*trials);
            else
                Q_EMIT sharedTrialsUnread(trials.error());
        });
}

void TrialDesk::open(const QUuid &trial, const QString &reviewer, Goal goal)
{
    if (!mayLeave())
        return;
    m_journal->run(
        this, [trial](JournalTool &tool) { return openTrial(tool, trial); },
        [this, reviewer, goal](OpenedTrial done) { opened(std::move(done), reviewer, goal); });
}

void TrialDesk::fetch(const QUuid &trial, const QString &reviewer, Goal goal)
{
    if (!mayLeave())
        return;
    m_database->run(
        this,
        [trial](DatabaseTool &tool) {
            return tool.with([&](storage::Postgres &connection) {
                return tool.journal.with([&](TrialStore &store) { return fetchTrial(connection, store, trial); });
            });
        },
        [this, trial, reviewer, goal](const Result<TrialRecord> &fetched) {
            // Where the database is away, or has no journal that can be read, there may still be a copy here.
            const ErrorKind kind = fetched ? ErrorKind::NotFound : fetched.error().kind;
            if (kind == ErrorKind::NotFound || kind == ErrorKind::Unreachable || kind == ErrorKind::InvalidInput)
                open(trial, reviewer, goal);
            else
                Q_EMIT sampleFailed(fetched.error());
        });
}

void TrialDesk::opened(OpenedTrial opened, const QString &reviewer, Goal goal)
{
    if (!opened.record) {
        Q_EMIT sampleFailed(opened.record.error());
        return;
    }
    // One on its way to the disk may yet fail to get there; what was said to be given up is.
    if (!m_unsaved.empty() && m_unsaved.back().sequence != m_toldUnsaved) {
        if (m_record->id == opened.record->id && m_reviewer == reviewer) {
            // What is in hand is ahead of what was read, in which the next answer would take the place of one on its way.
            Q_EMIT trialOpened(goal);
            Q_EMIT pairChanged();
            tellLeft(opened.left);
            reread();
            exchange();
            return;
        }
        leaveUnsaved();
    }
    m_reviewer = reviewer;
    m_record = std::make_shared<const TrialRecord>(std::move(*opened.record));
    ++m_hearing; // what is still asked for another one
    m_session.reset();
    m_unsaved.clear();
    m_savingFailed = false;
    m_toldUnsaved = 0;
    m_unsent.reset();
    m_unsentWhy.clear();
    ++m_judging;
    forgetVerdict();
    m_budget = kBudget;
    m_expected.reset();
    // A stranger to a trial may look at its verdict; to review the same pairs he begins another one.
    const bool own = isOwn();
    if (!m_record->isFirstEdition())
        m_session =
            std::make_unique<ReviewSession>(m_record, own ? m_reviewer : m_record->reviewers.front(), opened.events);
    if (goal == Goal::Review && !own) {
        if (m_record->isFirstEdition())
            goal = Goal::Verdict;
        else {
            startAnother(m_reviewer);
            return;
        }
    }
    if (m_session)
        while (m_session->looks() >= m_budget)
            extendBudget();
    if (goal == Goal::Review && m_record->kind == TrialKind::Certificate)
        m_sample->expect(m_record, this, [this, record = m_record](const std::optional<Expected> &expected) {
            if (record == m_record)
                m_expected = expected;
        });
    Q_EMIT trialOpened(goal);
    Q_EMIT pairChanged();
    tellLeft(opened.left);
    if (own)
        exchange();
}

void TrialDesk::saveFile(const QString &path, const QByteArray &bytes)
{
    m_journal->run(
        this, [path, bytes](JournalTool &) { return AtomicFile::write(path, bytes); },
        [this, path](const Result<void> &done) { Q_EMIT saved(path, done); });
}

} // namespace herdbook::trial
