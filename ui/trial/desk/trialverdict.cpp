// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/papers.h"
#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/desk/trialwork.h"

/// What a TrialDesk does for a verdict: hears the others, judges, writes the protocol.
namespace herdbook::trial {

void TrialDesk::conclude()
{
    if (!m_record || m_record->isFirstEdition())
        return;
    ++m_judging;
    forgetVerdict();
    Q_EMIT judging();
    const int hearing = ++m_hearing;
    const bool sends = !m_services.readOnly && m_record->reviewers.contains(m_reviewer);
    m_database->run(
        this,
        [record = m_record, reviewer = sends ? m_reviewer : QString(), analysis = m_sample->sharedAnalysis()](
            DatabaseTool &tool) { return hearOthers(tool, *record, reviewer, analysis); },
        [this, hearing](const Hearing &told) {
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
    std::shared_ptr<const reid::Analysis> analysis = m_sample->sharedAnalysis();
    // One that is neither of today's data nor of any since the trial began knows nothing of what has changed.
    if (analysis && !heard.notCompared.isEmpty() && madeAt(*analysis) < m_record->createdAt)
        analysis.reset();
    m_journal->run(
        this,
        [record = m_record, inHand = ownEvents(), analysis, heard](JournalTool &tool) {
            return judgeTrial(tool, record, inHand, analysis, heard);
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
        [record = m_record, outcome = m_outcome, batches = m_apply->written(), services = m_services, path,
         stop = m_stop.get_token()](PaperTool &tool) {
            return tool.journal.with([&](TrialStore &store) {
                return writeProtocol(path, store, record, *outcome, batches, services, stop);
            });
        },
        [this, path](const Result<void> &done) { Q_EMIT saved(path, done); });
}

} // namespace herdbook::trial
