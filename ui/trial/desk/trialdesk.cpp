// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/trialdesk.h"

#include "core/base/atomicfile.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/trial/review/digest.h"
#include "core/trial/review/sharedtrials.h"
#include "ui/trial/desk/papers.h"
#include "ui/widgets/coretexts.h"

#include <QRandomGenerator>
#include <QSet>
#include <algorithm>

namespace herdbook::trial {

namespace {

using storage::Postgres;

/// A trial that is the same as one to be begun; nothing when there is none, otherwise its id. `others` counts those of the pool with answers.
std::optional<QUuid> sameTrial(const std::vector<TrialSummary> &trials, const TrialDesk::Start &start,
                               const QString &digest, QSet<QUuid> &others)
{
    std::optional<QUuid> same;
    for (const TrialSummary &trial : trials) {
        if (!same && TrialDesk::isSame(trial, start, digest))
            same = trial.id;
        if (trial.edition == 2 && trial.digest == digest && trial.answered())
            others << trial.id;
    }
    return same;
}

/// Keeps the answers of one trial as those of another one of its pool.
Result<std::vector<ReviewerEvents>> carryOver(TrialStore &store, const std::shared_ptr<const TrialRecord> &from,
                                              const TrialRecord &to)
{
    const Result<std::vector<ReviewerEvents>> all = readReviews(store, *from);
    if (!all)
        return all.error();
    Replay replay(from);
    replayAll(replay, *all);
    std::vector<ReviewerEvents> carried = carriedOver(replay, to);
    for (const ReviewerEvents &one : carried) {
        for (const ReviewEvent &event : one.events) {
            if (const Result<void> kept = store.append(to.id, one.reviewer, event); !kept)
                return kept.error();
        }
    }
    return carried;
}

/// What the other workstations had to tell.
struct Others
{
    QSet<QUuid> rivals; ///< trials of the pool that count as tries
    int received = 0;   ///< answers
};

/// Takes over what others have answered, after sending what `reviewer` did (nobody: only takes over). Nothing where trials aren't shared.
Result<std::optional<Others>> hearOthers(Postgres &connection, TrialStore &store, const TrialRecord &record,
                                         const QString &reviewer)
{
    const Result<int> version = schemaVersion(connection);
    if (!version)
        return version.error();
    if (*version < kCertificatesSince)
        return std::optional<Others>();
    Others others;
    if (!reviewer.isEmpty()) {
        const Result<Exchange> done = exchangeAnswers(connection, store, record, reviewer);
        if (!done)
            return done.error();
        others.received = done->received;
    } else if (const Result<TrialRecord> fetched = fetchTrial(connection, store, record.id); !fetched) {
        if (fetched.error().kind != ErrorKind::NotFound) // this trial was never shared
            return fetched.error();
    }
    Result<QSet<QUuid>> rivals = sharedRivals(connection, record);
    if (!rivals)
        return rivals.error();
    others.rivals = std::move(*rivals);
    return std::optional(std::move(others));
}

bool beginsWith(const std::vector<ReviewEvent> &all, const std::vector<ReviewEvent> &first)
{
    return first.size() <= all.size() && std::equal(first.begin(), first.end(), all.begin());
}

QDateTime madeAt(const reid::Analysis &analysis)
{
    return QDateTime::fromString(QString::fromStdString(analysis.madeAt), Qt::ISODateWithMs);
}

/// Why it isn't known that an analysis is of the data as they are now, in English, for the protocol cites it; empty: it is.
QString whyNotToday(Postgres &connection, const reid::Analysis &analysis)
{
    const Result<reid::Fingerprint> now = reid::readFingerprint(connection);
    if (!now)
        return now.error().message;
    if (now->sameData(analysis.fingerprint))
        return {};
    return QString::fromUtf8(
        now->rowVersions.empty()
            ? QT_TRANSLATE_NOOP("herdbook::trial::TrialDesk",
                                "this role can’t see whether rows have changed since the analysis in Re-ID")
            : QT_TRANSLATE_NOOP("herdbook::trial::TrialDesk",
                                "the data have changed since the analysis in Re-ID; analyze again"));
}

} // namespace

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
        source->digest, start);
}

void TrialDesk::startAnother(const QString &reviewer)
{
    if (!m_record || m_record->isFirstEdition())
        return;
    begin(
        [record = m_record, reviewer, now = m_services.clock()](quint64, int ordinal) {
            return anotherTrial(*record, {reviewer}, Pipeline::Single, ordinal, reviewer, now);
        },
        m_record->digest, {m_record->candidate, m_record->preset, {reviewer}, Pipeline::Single});
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
        source->digest, start, m_record);
    m_reviewer = beginning.by; // one of two may be the second
}

/// With another trial in hand, what isn't on disk would be lost: false until that was said.
bool TrialDesk::mayLeave()
{
    // A single one on its way to the disk gets there.
    if (m_unsaved.empty() || (m_unsaved.size() == 1 && !m_savingFailed) || m_unsaved.back().sequence == m_toldUnsaved)
        return true;
    m_toldUnsaved = m_unsaved.back().sequence;
    Q_EMIT sampleFailed(
        {ErrorKind::Conflict,
         tr("What was answered last isn’t saved. Save it in the review, or do the same once more to give it up.")});
    return false;
}

void TrialDesk::begin(std::function<TrialRecord(quint64, int)> make, const QString &digest, const Start &start,
                      const std::shared_ptr<const TrialRecord> &from)
{
    if (!mayLeave())
        return;
    m_reviewer = start.reviewers.front();
    m_database->run(
        this,
        [make = std::move(make), digest, start, from](DatabaseTool &tool) {
            const auto failed = [](const Error &error) { return Opened{error, {}}; };
            const Result<std::vector<TrialSummary>> here =
                tool.journal.with([](TrialStore &store) { return store.trials(); });
            if (!here)
                return failed(here.error());
            QSet<QUuid> others;
            std::optional<QUuid> same = sameTrial(*here, start, digest, others);
            if (same) {
                Opened again{failed({}).record, {}};
                again.record = tool.journal.with([&](TrialStore &store) { return store.load(*same); });
                if (again.record && again.record->preset == start.preset && again.record->pipeline == start.pipeline) {
                    Result<std::vector<ReviewerEvents>> events =
                        tool.journal.with([&](TrialStore &store) { return readReviews(store, *again.record); });
                    if (!events)
                        return failed(events.error());
                    again.events = std::move(*events);
                    return again;
                }
            }
            const Result<quint64> own = tool.journal.with(
                [&](TrialStore &store) { return store.seedOf(digest, QRandomGenerator::system()->generate64()); });
            if (!own)
                return failed(own.error());
            // Where the schema is there, all workstations draw one order and count one number. Without it this one's holds.
            quint64 seed = *own;
            const auto shared = tool.with([&](Postgres &connection) -> Result<quint64> {
                const Result<std::vector<TrialSummary>> there = sharedTrials(connection);
                if (!there)
                    return there.error();
                (void)sameTrial(*there, start, digest, others);
                return sharedSeed(connection, digest, *own, start.reviewers.front());
            });
            if (!shared && shared.error().kind == ErrorKind::Cancelled) // a seed of its own would stay
                return failed(shared.error());
            if (shared && *shared != seed) {
                seed = *shared;
                if (const Result<void> kept =
                        tool.journal.with([&](TrialStore &store) { return store.setSeed(digest, seed); });
                    !kept)
                    return failed(kept.error());
            }
            TrialRecord record = make(seed, 1 + static_cast<int>(others.size()));
            const Result<void> saved = tool.journal.with([&](TrialStore &store) { return store.save(record); });
            if (!saved)
                return failed(saved.error());
            if (!from)
                return Opened{std::move(record), {}};
            Result<std::vector<ReviewerEvents>> carried =
                tool.journal.with([&](TrialStore &store) { return carryOver(store, from, record); });
            return carried ? Opened{std::move(record), std::move(*carried)} : failed(carried.error());
        },
        [this](Opened done) { opened(std::move(done), Goal::Review); });
}

void TrialDesk::listTrials()
{
    m_journal->run(
        this, [](JournalTool &tool) { return tool.with([](TrialStore &store) { return store.trials(); }); },
        [this](Result<std::vector<TrialSummary>> trials) {
            if (trials) {
                Q_EMIT trialsListed(*trials);
            } else {
                Q_EMIT trialsUnread(trials.error());
            }
        });
    m_database->run(
        this,
        [readOnly = m_services.readOnly](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) -> Result<std::vector<TrialSummary>> {
                const Result<int> version = schemaVersion(connection);
                if (!version)
                    return version.error();
                if (*version < kCertificatesSince)
                    return std::vector<TrialSummary>();
                if (!readOnly) // a failure leaves them for the next time
                    (void)tool.journal.with([&](TrialStore &store) { return sendLeftovers(connection, store); });
                return sharedTrials(connection);
            });
        },
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
    m_reviewer = reviewer;
    m_journal->run(
        this,
        [trial](JournalTool &tool) {
            Result<Opened> done = tool.with([&](TrialStore &store) -> Result<Opened> {
                Result<TrialRecord> record = store.load(trial);
                if (!record)
                    return record.error();
                Result<std::vector<ReviewerEvents>> events = readReviews(store, *record);
                if (!events)
                    return events.error();
                return Opened{std::move(record), std::move(*events)};
            });
            return done ? std::move(*done) : Opened{done.error(), {}};
        },
        [this, goal](Opened done) { opened(std::move(done), goal); });
}

void TrialDesk::fetch(const QUuid &trial, const QString &reviewer, Goal goal)
{
    if (!mayLeave())
        return;
    m_database->run(
        this,
        [trial](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) {
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

void TrialDesk::opened(Opened opened, Goal goal)
{
    if (!opened.record) {
        Q_EMIT sampleFailed(opened.record.error());
        return;
    }
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
    const bool own = m_record->reviewers.contains(m_reviewer);
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
    if (own)
        exchange();
}

void TrialDesk::answer(Answer answer, const QString &note, int milliseconds, int ignored, bool pictureFailed)
{
    if (!m_session || !m_session->current() || !m_record->reviewers.contains(m_reviewer))
        return;
    save(m_session->answer(answer, note, milliseconds, m_services.clock(), ignored, pictureFailed));
    Q_EMIT pairChanged();
}

/// Another reviewer's answers have come, or one's own of another computer: what is next may be another pair.
void TrialDesk::reread()
{
    m_journal->run(
        this,
        [record = m_record](JournalTool &tool) {
            return tool.with([&](TrialStore &store) { return readReviews(store, *record); });
        },
        [this, record = m_record](const Result<std::vector<ReviewerEvents>> &all) {
            if (record != m_record || !m_session || !all)
                return;
            std::vector<ReviewerEvents> events = *all;
            const std::size_t before = m_session->events().size();
            for (ReviewerEvents &one : events) {
                if (one.reviewer == m_reviewer && !beginsWith(one.events, m_session->events()))
                    one.events = m_session->events(); // answers given meanwhile
            }
            auto session = std::make_unique<ReviewSession>(m_record, m_reviewer, events);
            if (session->events() == m_session->events() &&
                std::ranges::equal(session->replay().given(), m_session->replay().given(), {}, &Given::event,
                                   &Given::event))
                return; // nothing new: the pair stays on screen as it is
            m_session = std::move(session);
            Q_EMIT pairChanged();
            if (m_session->events().size() > before)
                exchange(); // counts anew what is to be sent
        });
}

bool TrialDesk::undo()
{
    if (!m_session || !m_record->reviewers.contains(m_reviewer))
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
            m_savingFailed = !saved;
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
    if (!m_record || !m_session || m_services.readOnly || !m_record->reviewers.contains(m_reviewer))
        return;
    m_database->run(
        this,
        [record = m_record, reviewer = m_reviewer](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) -> Result<std::optional<Exchange>> {
                const Result<int> version = schemaVersion(connection);
                if (!version)
                    return version.error();
                if (*version < kCertificatesSince)
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
            const bool lasts = !shared && !shared.error().passing && shared.error().kind != ErrorKind::Unreachable;
            m_unsentWhy = lasts ? shared.error().message : QString();
            if (shared) {
                // What was saved in the meantime goes with the next exchange.
                m_unsent = *shared ? std::optional(savedEvents() - before) : std::nullopt;
                if (*shared && (*shared)->received > 0) {
                    reread();
                    Q_EMIT othersAnswered();
                }
            } else {
                // Not shared for now: everything is in the journal here, and goes out later.
                m_unsent = m_unsent.value_or(savedEvents());
                m_exchangeTimer.start(m_services.shareAgain);
                reread(); // some may have come before it failed
            }
            Q_EMIT savingChanged();
        });
}

void TrialDesk::conclude()
{
    if (!m_record || m_record->isFirstEdition())
        return;
    ++m_judging;
    forgetVerdict();
    Q_EMIT judging();
    const int hearing = ++m_hearing;
    const bool sends = !m_services.readOnly && m_record->reviewers.contains(m_reviewer);
    struct Told
    {
        Result<std::optional<Others>> others;
        QString notCompared;
    };
    m_database->run(
        this,
        [record = m_record, reviewer = sends ? m_reviewer : QString(),
         analysis = m_sample->sharedAnalysis()](DatabaseTool &tool) {
            Told told{tool.with([&](Postgres &connection) {
                          return tool.journal.with(
                              [&](TrialStore &store) { return hearOthers(connection, store, *record, reviewer); });
                      }),
                      QString::fromUtf8(QT_TR_NOOP("that takes an analysis in Re-ID"))};
            if (!tool.connection || !tool.connection->isOpen())
                told.notCompared = told.others ? QString::fromUtf8(QT_TR_NOOP("PostgreSQL doesn’t answer"))
                                               : told.others.error().message;
            else if (analysis)
                told.notCompared = whyNotToday(*tool.connection, *analysis);
            return told;
        },
        [this, hearing](const Told &told) {
            if (hearing != m_hearing)
                return;
            ++m_hearing;
            const Result<std::optional<Others>> &heard = told.others;
            if (!heard)
                judge({heard.error().message, {}, told.notCompared});
            else if (!*heard && m_record->reviewers.size() > 1)
                judge({QString::fromUtf8(QT_TR_NOOP("this database has no shared journal")), {}, told.notCompared});
            else
                judge({{}, *heard ? (*heard)->rivals : QSet<QUuid>(), told.notCompared, !*heard});
            if (heard && *heard && (*heard)->received > 0)
                reread();
        });
    QTimer::singleShot(m_services.hearWithin, this, [this, hearing] {
        const QString silent = QString::fromUtf8(QT_TR_NOOP("PostgreSQL hasn't answered yet"));
        if (hearing == m_hearing)
            judge({silent, {}, silent});
    });
}

/// Answers may have come or gone since.
void TrialDesk::forgetVerdict()
{
    m_outcome.reset();
    m_unkept.clear();
    m_apply->setVerdict(nullptr, nullptr, {});
}

void TrialDesk::judge(const Heard &heard)
{
    struct Judged
    {
        std::shared_ptr<const Outcome> outcome;
        QString unkept;
        bool behind; ///< the journal has more of one's own answers than the hand
    };
    std::shared_ptr<const reid::Analysis> analysis = m_sample->sharedAnalysis();
    // One that is neither of today's data nor of any since the trial began knows nothing of what has changed.
    if (analysis && !heard.notCompared.isEmpty() && madeAt(*analysis) < m_record->createdAt)
        analysis.reset();
    m_journal->run(
        this,
        [record = m_record, inHand = ownEvents(), analysis, heard](JournalTool &tool) {
            return tool.with([&](TrialStore &store) -> Result<Judged> {
                // What is in hand may be ahead of the journal or behind it, but not beside it.
                ReviewerEvents own = inHand;
                bool behind = false;
                if (!own.reviewer.isEmpty()) {
                    const Result<std::vector<ReviewEvent>> kept = store.events(record->id, own.reviewer);
                    if (!kept)
                        return kept.error();
                    behind = kept->size() > own.events.size() && beginsWith(*kept, own.events);
                    if (behind)
                        own.events = *kept;
                    else if (!beginsWith(own.events, *kept))
                        return Error{
                            ErrorKind::Conflict,
                            tr("%1 has answered in another window or on another computer; open the trial again")
                                .arg(own.reviewer)};
                }
                const Result<std::vector<ReviewerEvents>> all = readReviews(store, *record, own);
                if (!all)
                    return all.error();
                const QString changed = analysis
                                            ? checkPool(*record, analysis->data,
                                                        QString::fromStdString(analysis->source), record->candidate)
                                                  .changed
                                            : QString();
                const Result<QSet<QUuid>> here = rivals(store, *record);
                if (!here)
                    return here.error();
                auto outcome = std::make_shared<Outcome>(
                    concludeTrial(record, *all, changed, static_cast<int>((*here + heard.rivals).size())));
                outcome->notCompared = heard.notCompared;
                outcome->unheard = heard.lacking;
                outcome->unshared = heard.unshared;
                const Result<void> kept =
                    outcome->looks > 0 ? store.saveCertificate(outcome->certificate) : Result<void>();
                return Judged{std::move(outcome), kept ? QString() : kept.error().message, behind};
            });
        },
        [this, judging = m_judging](const Result<Judged> &judged) {
            if (judging != m_judging)
                return;
            if (!judged) {
                forgetVerdict();
                Q_EMIT notJudged(judged.error());
                return;
            }
            m_unkept = judged->unkept;
            m_outcome = judged->outcome;
            Q_EMIT concluded(m_outcome);
            m_apply->setVerdict(m_record, m_outcome, m_reviewer);
            if (judged->behind)
                reread();
            exchange(); // the certificate goes where the answers go
        });
}

int TrialDesk::savedEvents() const
{
    return static_cast<int>(m_session->events().size() - m_unsaved.size());
}

ReviewerEvents TrialDesk::ownEvents() const
{
    return m_record->reviewers.contains(m_reviewer) ? ReviewerEvents{m_reviewer, m_session->events()}
                                                    : ReviewerEvents();
}

void TrialDesk::saveProtocol(const QString &path)
{
    if (!m_record || !m_outcome) {
        Q_EMIT saved(path, Error{ErrorKind::NotFound, tr("there is no verdict yet")});
        return;
    }
    if (!m_paper)
        m_paper = std::make_unique<Lane<PaperTool>>(
            std::make_unique<PaperTool>(PaperTool{JournalTool{m_services.storePath, nullptr}}));
    m_paper->run(
        this,
        [record = m_record, outcome = m_outcome, batch = m_apply->written(), services = m_services, path,
         stop = m_stop.get_token()](PaperTool &tool) {
            return tool.journal.with(
                [&](TrialStore &store) { return writeProtocol(path, store, record, *outcome, batch, services, stop); });
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
