// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/trialdesk.h"

#include "core/base/atomicfile.h"
#include "core/config/imagepath.h"
#include "core/trial/batch/schema.h"
#include "core/trial/protocol/protocol.h"
#include "core/trial/review/sharedtrials.h"
#include "ui/trial/desk/tools.h"
#include "ui/trial/photos/photo.h"

#include <QCache>

namespace herdbook::trial {

namespace {

using storage::Postgres;

constexpr double kLoosestCandidate = 0.30;
constexpr int kExchangeAfterMs = 2000;
constexpr int kExchangeAgainMs = 10'000;

/// The fingerprint of the data in words, for the protocol.
QStringList describe(const reid::Analysis &analysis)
{
    const reid::Fingerprint &print = analysis.fingerprint;
    QStringList lines;
    lines << TrialDesk::tr("%L1 detections, %L2 of them assigned, %L3 profiles")
                 .arg(print.detections)
                 .arg(print.assigned)
                 .arg(print.profiles);
    if (!print.newestDetection.empty())
        lines << TrialDesk::tr("newest detection %1").arg(QString::fromStdString(print.newestDetection));
    if (!print.embeddingVersions.empty())
        lines << TrialDesk::tr("embedding %1").arg(QString::fromStdString(print.embeddingVersions));
    lines << TrialDesk::tr("scores from %1, analyzed %2")
                 .arg(QString::fromStdString(analysis.source), QString::fromStdString(analysis.madeAt));
    return lines;
}

struct Opened
{
    Result<TrialRecord> record;
    std::vector<ReviewEvent> events;
};

/// Everybody's answers. The reviewer's own come as they are in hand: the last of them may still be on their way to the disk.
Result<std::vector<Reviewed>> readReviews(TrialStore &store, const TrialRecord &record, const Reviewed &own)
{
    const Result<QStringList> names = store.reviewers(record.id);
    if (!names)
        return names.error();
    std::vector<Reviewed> all{own};
    for (const QString &name : *names) {
        if (name == own.reviewer)
            continue;
        const Result<std::vector<ReviewEvent>> events = store.events(record.id, name);
        if (!events)
            return events.error();
        all.push_back({name, statesAfter(*events, record.pairs.size())});
    }
    return all;
}

/// The reviews to be judged together: those asked for, otherwise all that are complete (at most two), otherwise the first.
std::vector<Reviewed> choose(std::vector<Reviewed> all, const QStringList &wanted)
{
    std::vector<Reviewed> chosen;
    for (const Reviewed &one : all) {
        const bool complete = std::all_of(one.states.begin(), one.states.end(),
                                          [](const PairState &state) { return state.answer.has_value(); });
        if (wanted.isEmpty() ? complete && chosen.size() < 2 : wanted.contains(one.reviewer))
            chosen.push_back(one);
    }
    if (chosen.empty() && !all.empty())
        chosen.push_back(all.front());
    return chosen;
}

/// Small pictures for paper, each photo decoded once in a row of uses.
class PaperPictures
{
public:
    explicit PaperPictures(QString folder) : m_folder(std::move(folder)), m_kept(40) {}

    QImage operator()(const Picture &picture, const QSize &size)
    {
        const QString key = picture.detection.toString();
        if (const QImage *known = m_small.contains(key) ? &m_small[key] : nullptr)
            return *known;
        Photo *photo = m_kept.object(picture.path);
        if (photo == nullptr) {
            const Result<QString> local = localImagePath(picture.path, m_folder);
            photo = new Photo(local ? readPhoto(*local) : Photo());
            m_kept.insert(picture.path, photo);
        }
        return m_small[key] = thumbnail(*photo, picture.box, size);
    }

private:
    const QString m_folder;
    QCache<QString, Photo> m_kept;
    QHash<QString, QImage> m_small;
};

} // namespace

TrialDesk::TrialDesk(Services services, QObject *parent) : QObject(parent), m_services(std::move(services))
{
    m_journal =
        std::make_unique<Lane<JournalTool>>(std::make_unique<JournalTool>(JournalTool{m_services.storePath, nullptr}));
    m_database = std::make_unique<Lane<DatabaseTool>>(std::make_unique<DatabaseTool>(
        DatabaseTool{m_services.postgres, JournalTool{m_services.storePath, nullptr}, nullptr}));
    m_exchangeTimer.setSingleShot(true);
    connect(&m_exchangeTimer, &QTimer::timeout, this, &TrialDesk::exchange);
}

TrialDesk::~TrialDesk()
{
    m_stop.request_stop();
    m_paper.reset();
    m_database.reset();
    m_journal.reset();
}

void TrialDesk::setAnalysis(std::shared_ptr<const reid::Analysis> analysis)
{
    m_analysis = std::move(analysis);
    m_source.reset();
    m_outlook.reset();
    readSourceAgain();
}

std::optional<double> TrialDesk::suggestedThreshold() const
{
    if (!m_analysis)
        return std::nullopt;
    const reid::Recommendation &advice = m_analysis->recommendation;
    return advice.candidate ? advice.candidate : advice.threshold;
}

Shape TrialDesk::expectedShape(const std::vector<double> &thresholds) const
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

void TrialDesk::readSourceAgain()
{
    if (!m_analysis)
        return;
    const std::shared_ptr<const reid::Dataset> data(m_analysis, &m_analysis->data);
    m_database->run(
        this,
        [data, folder = m_services.imageFolder, stop = m_stop.get_token()](DatabaseTool &tool) {
            return tool.with(
                [&](Postgres &connection) { return readSource(connection, data, kLoosestCandidate, folder, stop); });
        },
        [this, asked = m_analysis](Result<std::shared_ptr<const Source>> source) {
            if (asked != m_analysis)
                return;
            if (!source) {
                Q_EMIT sampleFailed(source.error());
                return;
            }
            m_source = std::move(*source);
            Q_EMIT sourceReady();
        });
}

void TrialDesk::lookAhead(const Plan &plan)
{
    if (!m_source)
        return;
    ++m_lookAheads;
    m_journal->run(
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

void TrialDesk::start(const QString &reviewer)
{
    if (!m_outlook || !m_source || m_outlook->sample.items.empty())
        return;
    std::vector<Estimate> estimates;
    for (const double threshold : m_outlook->sample.thresholds) {
        const reid::Evaluation at = m_analysis->evaluate(threshold);
        estimates.push_back({threshold, at.fdr, at.fdrUpper});
    }
    m_reviewer = reviewer;
    m_journal->run(
        this,
        [source = m_source, outlook = m_outlook, reviewer, now = m_services.clock(), print = describe(*m_analysis),
         estimates](JournalTool &tool) {
            TrialRecord record = freeze(*source, *outlook, reviewer, now, print, estimates);
            const Result<void> saved = tool.with([&](TrialStore &store) { return store.save(record); });
            return Opened{saved ? Result<TrialRecord>(std::move(record)) : Result<TrialRecord>(saved.error()), {}};
        },
        [this](Opened done) { opened(std::move(done.record), std::move(done.events)); });
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
}

void TrialDesk::open(const QUuid &trial, const QString &reviewer)
{
    m_reviewer = reviewer;
    m_journal->run(
        this,
        [trial, reviewer](JournalTool &tool) {
            std::vector<ReviewEvent> events;
            Result<TrialRecord> record = tool.with([&](TrialStore &store) -> Result<TrialRecord> {
                Result<std::vector<ReviewEvent>> read = store.events(trial, reviewer);
                if (!read)
                    return read.error();
                events = std::move(*read);
                return store.load(trial);
            });
            return Opened{std::move(record), std::move(events)};
        },
        [this](Opened done) { opened(std::move(done.record), std::move(done.events)); });
}

void TrialDesk::opened(Result<TrialRecord> record, std::vector<ReviewEvent> events)
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
    m_applyState.reset();
    Q_EMIT trialOpened();
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
        [this, trial = m_record->id](Result<void> saved) {
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
            m_exchangeTimer.start(kExchangeAfterMs);
            Q_EMIT savingChanged();
        });
}

void TrialDesk::exchange()
{
    if (!m_record || m_services.readOnly)
        return;
    m_database->run(
        this,
        [record = m_record, reviewer = m_reviewer](DatabaseTool &tool) -> Result<bool> {
            return tool.with([&](Postgres &connection) -> Result<bool> {
                const Result<int> version = schemaVersion(connection);
                if (!version)
                    return version.error();
                if (*version < kSharedTrialsSince)
                    return false;
                return tool.journal.with([&](TrialStore &store) -> Result<bool> {
                    const Result<Exchange> done = exchangeAnswers(connection, store, *record, reviewer);
                    if (!done)
                        return done.error();
                    return true;
                });
            });
        },
        [this, record = m_record](Result<bool> shared) {
            if (record != m_record)
                return;
            if (shared) {
                m_unsent = *shared ? std::optional(0) : std::nullopt;
            } else {
                // Not shared for now: everything is in the journal here, and goes out later.
                m_unsent = m_unsent.value_or(static_cast<int>(m_session->answered()));
                m_exchangeTimer.start(kExchangeAgainMs);
            }
            Q_EMIT savingChanged();
        });
}

bool TrialDesk::failureIsCertain() const
{
    if (!m_session || m_session->isComplete())
        return false;
    return concludeTrial(*m_record, {{m_reviewer, m_session->states()}}).verdict.certainFailure;
}

void TrialDesk::conclude(const QStringList &reviewers)
{
    if (!m_record)
        return;
    m_journal->run(
        this,
        [record = m_record, reviewers,
         own = Reviewed{m_reviewer, m_session->states()}](JournalTool &tool) -> Result<std::shared_ptr<const Outcome>> {
            return tool.with([&](TrialStore &store) -> Result<std::shared_ptr<const Outcome>> {
                Result<std::vector<Reviewed>> all = readReviews(store, *record, own);
                if (!all)
                    return all.error();
                return std::make_shared<const Outcome>(concludeTrial(*record, choose(std::move(*all), reviewers)));
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
            readApplyState();
        });
}

void TrialDesk::readApplyState()
{
    if (!m_outcome)
        return;
    m_database->run(
        this,
        [record = m_record, outcome = m_outcome, by = m_reviewer](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) -> Result<std::shared_ptr<const ApplyState>> {
                ApplyState state;
                state.plan = planBatch(*record, *outcome, by, &state.counts);
                Result<Rights> rights = inspectRights(connection);
                if (!rights)
                    return rights.error();
                state.rights = std::move(*rights);
                Result<Preview> preview = previewBatch(connection, state.plan);
                if (!preview)
                    return preview.error();
                state.preview = std::move(*preview);
                if (state.rights.schemaVersion >= kJournalSince) {
                    Result<std::vector<BatchRecord>> batches = batchesOf(connection, record->id);
                    if (!batches)
                        return batches.error();
                    if (!batches->empty())
                        state.batch = std::move(batches->front());
                }
                return std::make_shared<const ApplyState>(std::move(state));
            });
        },
        [this, outcome = m_outcome](Result<std::shared_ptr<const ApplyState>> state) {
            if (outcome != m_outcome)
                return;
            if (!state) {
                Q_EMIT applyFailed(state.error());
                return;
            }
            m_applyState = std::move(*state);
            Q_EMIT applyStateReady(m_applyState);
        });
}

void TrialDesk::changeData(std::function<Result<BatchRecord>(Postgres &, std::stop_token)> job)
{
    Q_EMIT applying(true);
    m_database->run(
        this,
        [job = std::move(job), stop = m_stop.get_token()](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) { return job(connection, stop); });
        },
        [this](Result<BatchRecord> done) {
            Q_EMIT applying(false);
            if (!done)
                Q_EMIT applyFailed(done.error());
            readApplyState();
        });
}

void TrialDesk::apply()
{
    if (!m_applyState || m_services.readOnly)
        return;
    changeData([plan = m_applyState->plan](Postgres &connection, const std::stop_token &stop) {
        return applyBatch(connection, plan, stop);
    });
}

void TrialDesk::undoApplied()
{
    if (!m_applyState || !m_applyState->batch || m_services.readOnly)
        return;
    changeData([batch = m_applyState->batch->id, by = m_reviewer](Postgres &connection, const std::stop_token &stop) {
        return undoBatch(connection, batch, by, stop);
    });
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
        [record = m_record, outcome = m_outcome, own = Reviewed{m_reviewer, m_session->states()},
         batch = m_applyState ? m_applyState->batch : std::nullopt, services = m_services, path,
         stop = m_stop.get_token()](PaperTool &tool) {
            return tool.journal.with([&](TrialStore &store) -> Result<void> {
                Result<std::vector<Reviewed>> reviews = readReviews(store, *record, own);
                if (!reviews)
                    return reviews.error();
                std::erase_if(*reviews,
                              [&](const Reviewed &one) { return !outcome->reviewers.contains(one.reviewer); });
                auto pictures = std::make_shared<PaperPictures>(services.imageFolder);
                const Result<QByteArray> pdf = protocolPdf(
                    {*record, *outcome, std::move(*reviews), batch, services.siteTimeZone, services.clock(),
                     [pictures](const Picture &picture, const QSize &size) { return (*pictures)(picture, size); }},
                    stop);
                if (!pdf)
                    return pdf.error();
                return AtomicFile::write(path, *pdf);
            });
        },
        [this, path](Result<void> done) {
            if (done)
                Q_EMIT protocolSaved(path);
            else
                Q_EMIT applyFailed(done.error());
        });
}

void TrialDesk::migrate(int from, int to)
{
    if (m_services.readOnly)
        return;
    m_database->run(
        this,
        [from, to](DatabaseTool &tool) {
            return tool.with([&](Postgres &connection) { return migrateSchema(connection, from, to); });
        },
        [this](Result<void> done) {
            if (!done)
                Q_EMIT applyFailed(done.error());
            readApplyState();
            exchange();
        });
}

} // namespace herdbook::trial
