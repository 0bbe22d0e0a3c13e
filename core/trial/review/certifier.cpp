// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/certifier.h"

#include "core/reid/analysis.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/digest.h"
#include "core/trial/review/outcome.h"

#include <QFileInfo>
#include <algorithm>

namespace herdbook::trial {

namespace {

constexpr std::size_t kSeen = 5; ///< more trials than that are not told

/// What a trial came to, with where its answers are.
struct Found
{
    CertificateRecord certificate;
    TrialRecord trial;
    TrialStore *store = nullptr; ///< nullptr: the shared journal
};

/// What journals there are, for as long as one looks for a certificate.
class Journals
{
public:
    Journals(storage::Postgres &connection, const QStringList &paths) : m_connection(connection)
    {
        const Result<int> version = schemaVersion(connection);
        if (version && *version < kCertificatesSince) {
            // No journal there to look into.
        } else {
            m_shared = addShared(true) && addShared(false);
        }
        for (const QString &path : paths)
            addLocal(path);
        std::stable_sort(m_found.begin(), m_found.end(), [](const Found &a, const Found &b) {
            return a.certificate.finishedAt > b.certificate.finishedAt;
        });
    }

    bool readable() const { return m_shared || !m_stores.empty(); }
    const QString &refused() const { return m_refused; } ///< why the shared one can't be believed
    const std::vector<Found> &found() const { return m_found; }

    /// What a trial says of the pairs at a threshold, from its answers. Nothing when it says nothing of them.
    std::optional<reid::TrialSeen> seen(const Found &one, const QString &changed, double threshold)
    {
        const Result<std::vector<ReviewerEvents>> answers = answersOf(one);
        const Result<int> others = rivalsOf(one.trial);
        const QDateTime finished = one.certificate.finishedAt;
        reid::TrialSeen seen{finished.toString(Qt::ISODate).toStdString(), 0, 0, {}, {}, changed.isEmpty()};
        if (!answers || !others) {
            seen.withheld = (answers ? others.error() : answers.error()).message.toStdString();
            return seen;
        }
        const auto record = std::make_shared<const TrialRecord>(one.trial);
        const Outcome outcome = concludeTrial(record, *answers, changed, *others);
        seen.withheld = outcome.certificate.withheld.toStdString();
        seen.certified = outcome.certificate.threshold;
        for (const Decision &decision : outcome.decisions) {
            if (decision.look.plant || decision.counts == Final::None ||
                record->pair(decision.look).score < reid::thresholdTicks(threshold))
                continue;
            ++seen.looked;
            seen.notSame += decision.counts == Final::Same ? 0 : 1;
        }
        return seen.looked > 0 || !seen.withheld.empty() ? std::optional(std::move(seen)) : std::nullopt;
    }

    /// Why a certificate doesn't count; empty: it does. The journal's word alone is not taken: its answers have to bear it out.
    QString doubt(const Found &one, const QString &changed)
    {
        if (one.certificate.digest != one.trial.digest)
            return QStringLiteral("it is of another pool");
        if (!changed.isEmpty())
            return changed;
        const Result<std::vector<ReviewerEvents>> answers = answersOf(one);
        if (!answers)
            return answers.error().message;
        const Result<int> others = rivalsOf(one.trial);
        if (!others)
            return others.error().message;
        const CertificateRecord now =
            concludeTrial(std::make_shared<const TrialRecord>(one.trial), *answers, {}, *others).certificate;
        if (!now.withheld.isEmpty())
            return now.withheld;
        if (!now.threshold || *now.threshold > *one.certificate.threshold)
            return QStringLiteral("its answers do not bear it out");
        return {};
    }

private:
    Result<std::vector<ReviewerEvents>> answersOf(const Found &one)
    {
        return one.store != nullptr ? readReviews(*one.store, one.trial) : sharedReviews(m_connection, one.trial);
    }

    bool addShared(bool certified)
    {
        Result<std::vector<SharedCertificate>> shared = sharedCertificates(m_connection, certified);
        if (!shared) {
            if (shared.error().kind == ErrorKind::Denied || shared.error().kind == ErrorKind::Corrupt)
                m_refused = shared.error().message;
            return false;
        }
        for (SharedCertificate &one : *shared)
            m_found.push_back({std::move(one.certificate), std::move(one.trial), nullptr});
        return true;
    }

    /// A journal that isn't there or can't be read has no certificates.
    void addLocal(const QString &path)
    {
        if (path.isEmpty() || !QFileInfo::exists(path))
            return;
        Result<std::unique_ptr<TrialStore>> store = TrialStore::open(path);
        if (!store)
            return;
        const Result<std::vector<TrialSummary>> trials = (*store)->trials();
        if (!trials)
            return;
        for (const TrialSummary &trial : *trials) {
            if (!trial.result || trial.result->looks == 0)
                continue;
            const auto known = std::find_if(m_found.begin(), m_found.end(),
                                            [&](const Found &one) { return one.trial.id == trial.id; });
            if (known != m_found.end() && (known->certificate.holds() || !trial.result->holds()))
                continue;
            if (known != m_found.end())
                m_found.erase(known); // certified here, and not sent yet
            Result<TrialRecord> record = (*store)->load(trial.id);
            if (record && !record->isFirstEdition())
                m_found.push_back({*trial.result, std::move(*record), store->get()});
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
    bool m_shared = false;
    QString m_refused;
    std::vector<std::unique_ptr<TrialStore>> m_stores;
    std::vector<Found> m_found; ///< newest first
};

reid::Certificate certificateOf(const CertificateRecord &found, qint64 newer)
{
    reid::Certificate certificate;
    certificate.threshold = *found.threshold;
    certificate.date = found.finishedAt.toString(Qt::ISODate).toStdString();
    certificate.reviewer = found.reviewers.join(QStringLiteral(" and ")).toStdString();
    certificate.looks = static_cast<std::uint64_t>(found.looks);
    for (const CertificateRecord::Claim &claim : found.claims()) {
        if (!claim.group.isEmpty())
            certificate.groups.push_back(claim.group.toStdString());
    }
    certificate.digest = found.digest.toStdString();
    certificate.newer = static_cast<std::uint64_t>(newer);
    return certificate;
}

} // namespace

reid::Certifier certifierFor(storage::Postgres &connection, const QStringList &storePaths)
{
    return [&connection, storePaths](const reid::Analysis &analysis) {
        Journals journals(connection, storePaths);
        reid::Certification certification;
        certification.readable = journals.readable();
        certification.voided = journals.refused().toStdString();
        const std::optional<double> about = analysis.estimated.candidate;
        for (const Found &one : journals.found()) {
            const bool holds = one.certificate.holds();
            const double threshold = holds ? *one.certificate.threshold : one.trial.candidate;
            const PoolState pool =
                checkPool(one.trial, analysis.data, QString::fromStdString(analysis.source), threshold);
            const QString doubt = holds ? journals.doubt(one, pool.changed) : QString();
            if (!doubt.isEmpty()) {
                if (!certification.certificate && certification.voided.empty())
                    certification.voided = QStringLiteral("the trial of %1: %2")
                                               .arg(one.certificate.finishedAt.date().toString(Qt::ISODate), doubt)
                                               .toStdString();
                continue;
            }
            if (holds && !certification.certificate) {
                certification.certificate = certificateOf(one.certificate, pool.newer);
                certification.voided.clear();
            }
            if (std::optional<reid::TrialSeen> seen =
                    journals.seen(one, pool.changed, about.value_or(one.trial.candidate)))
                certification.seen.push_back(std::move(*seen));
        }
        std::ranges::stable_partition(certification.seen, &std::string::empty, &reid::TrialSeen::withheld);
        if (certification.seen.size() > kSeen)
            certification.seen.resize(kSeen);
        return certification;
    };
}

} // namespace herdbook::trial
