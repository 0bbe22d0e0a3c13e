// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/certifier.h"

#include "core/base/faults.h"
#include "core/reid/analysis.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/digest.h"
#include "core/trial/review/outcome.h"
#include "core/trial/review/sharedanswers.h"
#include "core/trial/review/sharedcertificates.h"
#include "core/trial/review/sharedtrials.h"

#include <QFile>
#include <QTimeZone>
#include <algorithm>
#include <cerrno>
#include <sys/stat.h>

namespace herdbook::trial {

namespace {

static_assert(kAlpha == reid::kCertifiedShare);

constexpr std::size_t kSeen = 5; ///< more trials than that are not told

/// What a trial came to by the newest verdict, and what its answers say.
struct Found
{
    CertificateRecord certificate;
    TrialRecord trial;
    std::optional<Result<Outcome>> outcome; ///< from the answers of all journals
};

/// What journals there are, for as long as one looks for a certificate.
class Journals
{
public:
    Journals(storage::Postgres &connection, const QStringList &paths)
        : m_connection(connection), m_zone(connection.siteZone().toLatin1())
    {
        const Result<int> version = schemaVersion(connection);
        if (!version) {
            unreadable(QStringLiteral("the shared journal"), version.error());
        } else if (*version > kSchemaVersion) {
            unreadable(QStringLiteral("the shared journal"),
                       {ErrorKind::InvalidInput, QStringLiteral("a newer Herdbook made it")});
        } else if (*version >= kCertificatesSince) {
            m_shared = true;
            addShared(true);
            addShared(false);
        }
        for (const QString &path : paths)
            addLocal(path);
        std::stable_sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) {
            return a.certificate.finishedAt > b.certificate.finishedAt;
        });
    }

    /// Whether there are any, and all of them could be read.
    bool readable() const { return m_unreadable.isEmpty() && (m_shared || !m_stores.empty()); }
    /// Why one can't be read or believed; empty: none is like that. What it holds may be another try of a pool, or contradict a certificate.
    const QString &refused() const { return m_unreadable; }
    std::vector<Found> &found() { return m_found; }
    /// Of its last answer, at the site.
    QString day(const CertificateRecord &certificate) const
    {
        return certificate.finishedAt.toTimeZone(m_zone).date().toString(Qt::ISODate);
    }

    /// What a trial came to by all answers there are, as if the data were still those it was drawn from.
    const Result<Outcome> &outcome(Found &one)
    {
        if (!one.outcome)
            one.outcome = conclude(one.trial);
        return *one.outcome;
    }

    /// What a trial says of the pairs at a threshold, from its answers. Nothing when it says nothing of them.
    std::optional<reid::TrialSeen> seen(Found &one, const QString &changed, double threshold)
    {
        const Result<Outcome> &known = outcome(one);
        const CertificateRecord &certificate = known ? known->certificate : one.certificate;
        reid::TrialSeen seen{certificate.finishedAt.toString(Qt::ISODate).toStdString(),
                             0,
                             0,
                             {},
                             {},
                             changed.isEmpty(),
                             day(certificate).toStdString()};
        seen.withheld = (!known              ? known.error().message
                         : changed.isEmpty() ? certificate.withheld
                                             : dataChanged(changed))
                            .toStdString();
        if (!known)
            return seen;
        if (seen.withheld.empty() && m_unreadable.isEmpty())
            seen.certified = certificate.threshold;
        for (const Decision &decision : known->decisions) {
            if (decision.look.plant || decision.counts == Final::None ||
                one.trial.pair(decision.look).score < reid::thresholdTicks(threshold))
                continue;
            ++seen.looked;
            seen.notSame += decision.counts == Final::Same ? 0 : 1;
        }
        return seen.looked > 0 || !seen.withheld.empty() ? std::optional(std::move(seen)) : std::nullopt;
    }

    /// Why a certificate doesn't count; empty: it does. The journal's word alone is not taken: its answers have to bear it out.
    QString doubt(Found &one, const QString &changed)
    {
        if (one.certificate.digest != one.trial.digest)
            return QStringLiteral("it is of another pool");
        if (!changed.isEmpty())
            return changed;
        const Result<Outcome> &known = outcome(one);
        if (!known)
            return known.error().message;
        const CertificateRecord &now = known->certificate;
        if (!now.withheld.isEmpty())
            return now.withheld;
        if (!now.threshold || *now.threshold > *one.certificate.threshold)
            return QStringLiteral("its answers do not bear it out");
        return {};
    }

private:
    void unreadable(const QString &what, const Error &error)
    {
        if (m_unreadable.isEmpty())
            m_unreadable = QStringLiteral("%1 can't be read (%2), so what other trials came to is not known")
                               .arg(what, error.message);
    }

    Result<Outcome> conclude(const TrialRecord &trial)
    {
        const Result<std::vector<ReviewerEvents>> answers = answersOf(trial);
        if (!answers)
            return answers.error();
        const Result<int> others = rivalsOf(trial);
        if (!others)
            return others.error();
        return concludeTrial(std::make_shared<const TrialRecord>(trial), *answers, {}, *others);
    }

    /// Each reviewer's answers of the journal that has the most of them. Conflict when journals contradict each other.
    Result<std::vector<ReviewerEvents>> answersOf(const TrialRecord &trial)
    {
        std::vector<ReviewerEvents> most;
        for (const QString &reviewer : trial.reviewers)
            most.push_back({reviewer, {}});
        const auto add = [&](Result<std::vector<ReviewerEvents>> some) -> Result<void> {
            if (!some)
                return some.error();
            for (std::size_t i = 0; i < most.size(); ++i) {
                std::vector<ReviewEvent> &known = most[i].events;
                std::vector<ReviewEvent> &more = (*some)[i].events;
                if (more.size() > known.size())
                    known.swap(more);
                // A shared journal has lost these two where an earlier way down dropped their columns.
                for (std::size_t j = 0; j < more.size(); ++j) {
                    more[j].ignored = known[j].ignored = std::max(more[j].ignored, known[j].ignored);
                    more[j].pictureFailed = known[j].pictureFailed = more[j].pictureFailed || known[j].pictureFailed;
                }
                if (!std::equal(more.begin(), more.end(), known.begin()))
                    return Error{ErrorKind::Conflict,
                                 QStringLiteral("two journals have other answers of %1").arg(most[i].reviewer)};
            }
            return {};
        };
        Result<void> read = m_shared ? add(sharedReviews(m_connection, trial)) : Result<void>();
        for (std::size_t i = 0; read && i < m_stores.size(); ++i)
            read = add(readReviews(*m_stores[i], trial));
        return read ? Result<std::vector<ReviewerEvents>>(std::move(most))
                    : Result<std::vector<ReviewerEvents>>(read.error());
    }

    /// Of one trial the newest verdict counts, wherever it is.
    void addTrial(CertificateRecord certificate, Result<TrialRecord> trial)
    {
        const auto known = std::find_if(m_found.begin(), m_found.end(),
                                        [&](const Found &one) { return one.trial.id == certificate.trial; });
        if (known == m_found.end()) {
            if (trial && !trial->isFirstEdition())
                m_found.push_back({std::move(certificate), std::move(*trial), {}});
        } else if (supersedes(certificate, known->certificate)) {
            known->certificate = std::move(certificate);
        }
    }

    void addShared(bool certified)
    {
        Result<std::vector<SharedCertificate>> shared = sharedCertificates(m_connection, certified);
        if (!shared)
            return unreadable(QStringLiteral("the shared journal"), shared.error());
        for (SharedCertificate &one : *shared)
            addTrial(std::move(one.certificate), std::move(one.trial));
    }

    /// A journal that isn't there has no certificates.
    void addLocal(const QString &path)
    {
        struct stat about = {};
        if (path.isEmpty())
            return;
        if (::stat(QFile::encodeName(path).constData(), &about) != 0) {
            if (errno != ENOENT)
                unreadable(QStringLiteral("the journal on this computer"),
                           faultOfFile(errno, QStringLiteral("Can't read %1").arg(path)));
            return;
        }
        Result<std::unique_ptr<TrialStore>> store = TrialStore::open(path);
        if (!store)
            return unreadable(QStringLiteral("the journal on this computer"), store.error());
        const Result<std::vector<TrialSummary>> trials = (*store)->trials();
        if (!trials)
            return unreadable(QStringLiteral("the journal on this computer"), trials.error());
        for (const TrialSummary &trial : *trials) {
            if (!trial.result || trial.result->looks == 0)
                continue;
            Result<TrialRecord> record = (*store)->load(trial.id);
            if (!record)
                return unreadable(QStringLiteral("the journal on this computer"), record.error());
            addTrial(*trial.result, std::move(record));
        }
        m_stores.push_back(std::move(*store));
    }

    /// As many as all journals together know of.
    Result<int> rivalsOf(const TrialRecord &trial)
    {
        QSet<QUuid> all;
        const auto add = [&](Result<QSet<QUuid>> some) -> Result<void> {
            if (!some)
                return some.error();
            all |= *some;
            return {};
        };
        Result<void> read = m_shared ? add(sharedRivals(m_connection, trial)) : Result<void>();
        for (std::size_t i = 0; read && i < m_stores.size(); ++i)
            read = add(rivals(*m_stores[i], trial));
        return read ? Result<int>(static_cast<int>(all.size())) : Result<int>(read.error());
    }

    storage::Postgres &m_connection;
    const QTimeZone m_zone; ///< of the site
    bool m_shared = false;
    QString m_unreadable;
    std::vector<std::unique_ptr<TrialStore>> m_stores;
    std::vector<Found> m_found; ///< newest first
};

reid::Certificate certificateOf(const CertificateRecord &found, const PoolState &pool, const QString &day)
{
    reid::Certificate certificate;
    certificate.threshold = *found.threshold;
    certificate.date = found.finishedAt.toString(Qt::ISODate).toStdString();
    certificate.day = day.toStdString();
    certificate.reviewer = found.reviewers.join(QStringLiteral(" and ")).toStdString();
    certificate.looks = static_cast<std::uint64_t>(found.looks);
    for (const CertificateRecord::Claim &claim : found.claims()) {
        if (!claim.group.isEmpty())
            certificate.groups.push_back(claim.group.toStdString());
    }
    certificate.digest = found.digest.toStdString();
    certificate.newer = static_cast<std::uint64_t>(pool.newer);
    certificate.items = static_cast<std::uint64_t>(found.items);
    certificate.open = static_cast<std::uint64_t>(pool.open);
    certificate.alpha = found.alpha;
    certificate.risk = found.risk;
    return certificate;
}

std::uint64_t openNotSame(const Outcome &outcome, const TrialRecord &trial, const reid::Dataset &data)
{
    QSet<QUuid> notSame;
    for (const Decision &decision : outcome.decisions) {
        const Pair &pair = trial.pair(decision.look);
        if (!decision.look.plant && decision.counts != Final::None && decision.counts != Final::Same &&
            pair.score >= reid::thresholdTicks(*outcome.certificate.threshold))
            notSame << pair.detection;
    }
    return static_cast<std::uint64_t>(std::ranges::count_if(data.detections, [&](const reid::Detection &one) {
        return !one.assigned() && one.valid && !one.duplicate && notSame.contains(toQUuid(one.id));
    }));
}

reid::Certification lookFor(Journals &journals, const reid::Analysis &analysis)
{
    reid::Certification certification;
    certification.readable = journals.readable();
    certification.voided = journals.refused().toStdString();
    struct Heard
    {
        Found *found;
        QString changed;
    };
    std::vector<Heard> heard;
    std::optional<reid::Certificate> newest;
    for (Found &one : journals.found()) {
        const Result<Outcome> &now = journals.outcome(one);
        const double threshold = now ? now->certificate.threshold.value_or(one.trial.candidate) : one.trial.candidate;
        const PoolState pool = checkPool(one.trial, analysis.data, QString::fromStdString(analysis.source), threshold);
        const QString doubt = one.certificate.holds() ? journals.doubt(one, pool.changed) : QString();
        if (!doubt.isEmpty()) {
            if (!newest && certification.voided.empty())
                certification.voided =
                    QStringLiteral("the trial of %1: %2").arg(journals.day(one.certificate), doubt).toStdString();
            continue;
        }
        heard.push_back({&one, pool.changed});
        if (!one.certificate.holds() || !journals.refused().isEmpty())
            continue;
        // The newest that is enough; where none is, the newest.
        reid::Certificate certificate = certificateOf(now->certificate, pool, journals.day(now->certificate));
        certificate.openNotSame = openNotSame(*now, one.trial, analysis.data);
        if (!newest || (!reid::isEnough(analysis, *newest) && reid::isEnough(analysis, certificate)))
            newest = std::move(certificate);
    }
    std::optional<double> about = analysis.estimated.candidate;
    if (newest) {
        certification.voided.clear();
        if (reid::isEnough(analysis, *newest))
            about = newest->threshold;
        certification.certificate = std::move(newest);
    }
    for (const Heard &one : heard) {
        if (std::optional<reid::TrialSeen> seen =
                journals.seen(*one.found, one.changed, about.value_or(one.found->trial.candidate)))
            certification.seen.push_back(std::move(*seen));
    }
    std::stable_partition(certification.seen.begin(), certification.seen.end(),
                          [](const reid::TrialSeen &seen) { return seen.withheld.empty(); });
    if (certification.seen.size() > kSeen)
        certification.seen.resize(kSeen);
    return certification;
}

} // namespace

reid::Certifier certifierFor(storage::Postgres &connection, const QStringList &storePaths)
{
    return [&connection, storePaths](const reid::Analysis &analysis) {
        Journals journals(connection, storePaths);
        return lookFor(journals, analysis);
    };
}

} // namespace herdbook::trial
