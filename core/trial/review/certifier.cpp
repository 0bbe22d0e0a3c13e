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

/// A certificate with where its answers are.
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
        } else if (Result<std::vector<SharedCertificate>> shared = sharedCertificates(connection)) {
            m_shared = true;
            for (SharedCertificate &one : *shared)
                m_found.push_back({std::move(one.certificate), std::move(one.trial), nullptr});
        } else if (shared.error().kind == ErrorKind::Denied || shared.error().kind == ErrorKind::Corrupt) {
            m_refused = shared.error().message;
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

    /// Why a certificate doesn't count; empty: it does. The journal's word alone is not taken: its answers have to bear it out.
    QString doubt(const Found &one, const QString &changed)
    {
        if (one.certificate.digest != one.trial.digest)
            return QStringLiteral("it is of another pool");
        if (!changed.isEmpty())
            return changed;
        const Result<std::vector<ReviewerEvents>> answers =
            one.store != nullptr ? readReviews(*one.store, one.trial) : sharedReviews(m_connection, one.trial);
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
            const bool known =
                std::any_of(m_found.begin(), m_found.end(), [&](const Found &one) { return one.trial.id == trial.id; });
            if (known || !trial.result || !trial.result->holds())
                continue;
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
        for (const Found &one : journals.found()) {
            const PoolState pool = checkPool(one.trial, analysis.data, QString::fromStdString(analysis.source),
                                             *one.certificate.threshold);
            const QString doubt = journals.doubt(one, pool.changed);
            if (doubt.isEmpty()) {
                certification.certificate = certificateOf(one.certificate, pool.newer);
                certification.voided.clear();
                break;
            }
            if (certification.voided.empty())
                certification.voided = QStringLiteral("the trial of %1: %2")
                                           .arg(one.certificate.finishedAt.date().toString(Qt::ISODate), doubt)
                                           .toStdString();
        }
        return certification;
    };
}

} // namespace herdbook::trial
