// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/trialdesk.h"

#include "core/base/atomicfile.h"
#include "core/trial/review/sharedtrials.h"
#include "ui/trial/desk/papers.h"

namespace herdbook::trial {

namespace {

using storage::Postgres;

struct Opened
{
    Result<TrialRecord> record;
    std::vector<ReviewEvent> events;
};

Opened readTrial(TrialStore &store, const QUuid &trial, const QString &reviewer)
{
    Result<std::vector<ReviewEvent>> events = store.events(trial, reviewer);
    if (!events)
        return {events.error(), {}};
    return {store.load(trial), std::move(*events)};
}

} // namespace

TrialDesk::TrialDesk(Services services, QObject *parent) : QObject(parent), m_services(std::move(services))
{
    m_journal =
        std::make_unique<Lane<JournalTool>>(std::make_unique<JournalTool>(JournalTool{m_services.storePath, nullptr}));
    m_database = std::make_unique<Lane<DatabaseTool>>(std::make_unique<DatabaseTool>(
        DatabaseTool{m_services.postgres, JournalTool{m_services.storePath, nullptr}, nullptr}));
    m_sample = std::make_unique<SampleDesk>(m_services, *m_journal, *m_database);
    connect(m_sample.get(), &SampleDesk::failed, this, &TrialDesk::sampleFailed);
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
}

void TrialDesk::start(const QString &reviewer)
{
    const std::function<TrialRecord()> freeze = m_sample->freezer(reviewer);
    if (!freeze)
        return;
    m_reviewer = reviewer;
    m_journal->run(
        this,
        [freeze](JournalTool &tool) {
            TrialRecord record = freeze();
            const Result<void> saved = tool.with([&](TrialStore &store) { return store.save(record); });
            return Opened{saved ? Result<TrialRecord>(std::move(record)) : Result<TrialRecord>(saved.error()), {}};
        },
        [this](Opened done) { opened(std::move(done.record), std::move(done.events), Goal::Review); });
}

void TrialDesk::listTrials()
{
    m_journal->run(
        this, [](JournalTool &tool) { return tool.with([](TrialStore &store) { return store.trials(); }); },
        [this](Result<std::vector<TrialSummary>> trials) {
            if (trials)
                Q_EMIT trialsListed(*trials);
            else
                Q_EMIT sampleFailed(trials.error());
        });
    m_database->run(
        this,
        [readOnly = m_services.readOnly](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) -> Result<std::vector<TrialSummary>> {
                const Result<int> version = schemaVersion(connection);
                if (!version)
                    return version.error();
                if (*version < kSharedTrialsSince)
                    return std::vector<TrialSummary>();
                if (!readOnly) // a failure leaves them for the next time
                    (void)tool.journal.with([&](TrialStore &store) { return sendLeftovers(connection, store); });
                return sharedTrials(connection);
            });
        },
        [this](Result<std::vector<TrialSummary>> trials) {
            if (trials) // without a connection, or the right to look: there are only those here
                Q_EMIT sharedTrialsListed(*trials);
        });
}

void TrialDesk::open(const QUuid &trial, const QString &reviewer, Goal goal)
{
    m_reviewer = reviewer;
    m_journal->run(
        this,
        [trial, reviewer](JournalTool &tool) {
            Result<Opened> done =
                tool.with([&](TrialStore &store) -> Result<Opened> { return readTrial(store, trial, reviewer); });
            return done ? std::move(*done) : Opened{done.error(), {}};
        },
        [this, goal](Opened done) { opened(std::move(done.record), std::move(done.events), goal); });
}

void TrialDesk::fetch(const QUuid &trial, const QString &reviewer, Goal goal)
{
    m_database->run(
        this,
        [trial](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) {
                return tool.journal.with([&](TrialStore &store) { return fetchTrial(connection, store, trial); });
            });
        },
        [this, trial, reviewer, goal](const Result<TrialRecord> &fetched) {
            // Without the database there may still be a copy here.
            if (fetched || fetched.error().kind == ErrorKind::Unreachable)
                open(trial, reviewer, goal);
            else
                Q_EMIT sampleFailed(fetched.error());
        });
}

void TrialDesk::opened(Result<TrialRecord> record, std::vector<ReviewEvent> events, Goal goal)
{
    if (!record) {
        Q_EMIT sampleFailed(record.error());
        return;
    }
    m_record = std::make_shared<const TrialRecord>(std::move(*record));
    m_session = std::make_unique<ReviewSession>(m_record->pairs.size(), std::move(events));
    m_unsaved.clear();
    m_unsent.reset();
    m_outcome.reset();
    m_apply->setVerdict(nullptr, nullptr, {});
    Q_EMIT trialOpened(goal);
    Q_EMIT pairChanged();
    exchange();
}

void TrialDesk::answer(Answer answer, const QString &note, int milliseconds)
{
    if (!m_session || m_session->isComplete())
        return;
    save(m_session->answer(answer, note, milliseconds, m_services.clock()));
    Q_EMIT pairChanged();
}

bool TrialDesk::undo()
{
    if (!m_session)
        return false;
    const std::optional<ReviewEvent> event = m_session->undo(m_services.clock());
    if (!event)
        return false;
    save(*event);
    Q_EMIT pairChanged();
    return true;
}

void TrialDesk::save(const ReviewEvent &event)
{
    m_unsaved.push_back(event);
    if (m_unsaved.size() == 1)
        saveAgain();
    Q_EMIT savingChanged();
}

void TrialDesk::saveAgain()
{
    if (m_unsaved.empty() || !m_record)
        return;
    m_journal->run(
        this,
        [trial = m_record->id, reviewer = m_reviewer, event = m_unsaved.front()](JournalTool &tool) {
            return tool.with([&](TrialStore &store) { return store.append(trial, reviewer, event); });
        },
        [this, trial = m_record->id](const Result<void> &saved) {
            if (!m_record || m_record->id != trial || m_unsaved.empty())
                return;
            if (!saved) {
                Q_EMIT reviewFailed(saved.error());
                Q_EMIT savingChanged();
                return;
            }
            m_unsaved.pop_front();
            saveAgain();
            if (m_unsent)
                ++*m_unsent;
            m_exchangeTimer.start(m_services.shareAfter);
            Q_EMIT savingChanged();
        });
}

void TrialDesk::exchange()
{
    if (!m_record || m_services.readOnly)
        return;
    m_database->run(
        this,
        [record = m_record, reviewer = m_reviewer](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) -> Result<std::optional<Exchange>> {
                const Result<int> version = schemaVersion(connection);
                if (!version)
                    return version.error();
                if (*version < kSharedTrialsSince)
                    return std::optional<Exchange>();
                return tool.journal.with([&](TrialStore &store) -> Result<std::optional<Exchange>> {
                    const Result<Exchange> done = exchangeAnswers(connection, store, *record, reviewer);
                    return done ? Result<std::optional<Exchange>>(*done) : done.error();
                });
            });
        },
        [this, record = m_record, before = savedEvents()](const Result<std::optional<Exchange>> &shared) {
            if (record != m_record)
                return;
            if (shared) {
                // What was saved in the meantime goes with the next exchange.
                m_unsent = *shared ? std::optional(savedEvents() - before) : std::nullopt;
                if (*shared && (*shared)->received > 0)
                    Q_EMIT othersAnswered();
            } else {
                // Not shared for now: everything is in the journal here, and goes out later.
                m_unsent = m_unsent.value_or(static_cast<int>(m_session->answered()));
                m_exchangeTimer.start(m_services.shareAgain);
            }
            Q_EMIT savingChanged();
        });
}

bool TrialDesk::failureIsCertain() const
{
    if (!m_session || m_session->isComplete())
        return false;
    return concludeTrial(*m_record, {ownReview()}).verdict.certainFailure;
}

void TrialDesk::conclude(const QStringList &reviewers)
{
    if (!m_record)
        return;
    m_journal->run(
        this,
        [record = m_record, reviewers, own = ownReview()](JournalTool &tool) {
            return tool.with([&](TrialStore &store) -> Result<std::shared_ptr<const Outcome>> {
                Result<std::vector<Reviewed>> all = readReviews(store, *record, own);
                if (!all)
                    return all.error();
                std::vector<ReviewerProgress> everybody;
                for (const Reviewed &one : *all)
                    everybody.push_back({one.reviewer, one.answered()});
                Outcome outcome = concludeTrial(*record, chooseReviews(std::move(*all), reviewers));
                outcome.everybody = std::move(everybody);
                return std::make_shared<const Outcome>(std::move(outcome));
            });
        },
        [this, record = m_record](Result<std::shared_ptr<const Outcome>> outcome) {
            if (record != m_record)
                return;
            if (!outcome) {
                Q_EMIT reviewFailed(outcome.error());
                return;
            }
            m_outcome = std::move(*outcome);
            Q_EMIT concluded(m_outcome);
            m_apply->setVerdict(m_record, m_outcome, m_reviewer);
        });
}

int TrialDesk::savedEvents() const
{
    return static_cast<int>(m_session->events().size() - m_unsaved.size());
}

Reviewed TrialDesk::ownReview() const
{
    return {m_reviewer, m_session->states()};
}

void TrialDesk::saveProtocol(const QString &path)
{
    if (!m_record || !m_outcome)
        return;
    if (!m_paper)
        m_paper = std::make_unique<Lane<PaperTool>>(
            std::make_unique<PaperTool>(PaperTool{JournalTool{m_services.storePath, nullptr}}));
    m_paper->run(
        this,
        [record = m_record, outcome = m_outcome, own = ownReview(),
         batch = m_apply->state() ? m_apply->state()->batch : std::nullopt, services = m_services, path,
         stop = m_stop.get_token()](PaperTool &tool) {
            return tool.journal.with([&](TrialStore &store) {
                return writeProtocol(path, store, *record, *outcome, own, batch, services, stop);
            });
        },
        [this, path](const Result<void> &done) { Q_EMIT saved(path, done); });
}

void TrialDesk::saveFile(const QString &path, const QByteArray &bytes)
{
    m_journal->run(
        this, [path, bytes](JournalTool &) { return AtomicFile::write(path, bytes); },
        [this, path](const Result<void> &done) { Q_EMIT saved(path, done); });
}

} // namespace herdbook::trial
