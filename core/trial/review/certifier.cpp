// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/certifier.h"

#include "core/reid/analysis.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/digest.h"

#include <QFileInfo>
#include <algorithm>

namespace herdbook::trial {

namespace {

struct Found
{
    bool readable = false;
    std::vector<SharedCertificate> certificates; ///< newest first
};

/// Those of this workstation that hold; a journal that isn't there or can't be read has none.
void addLocal(const QString &path, Found &found)
{
    if (path.isEmpty() || !QFileInfo::exists(path))
        return;
    const Result<std::unique_ptr<TrialStore>> store = TrialStore::open(path);
    if (!store)
        return;
    const Result<std::vector<TrialSummary>> trials = (*store)->trials();
    if (!trials)
        return;
    found.readable = true;
    for (const TrialSummary &trial : *trials) {
        if (!trial.result || !trial.result->holds())
            continue;
        const bool known = std::any_of(found.certificates.begin(), found.certificates.end(),
                                       [&](const SharedCertificate &one) { return one.trial.id == trial.id; });
        if (known)
            continue;
        Result<TrialRecord> record = (*store)->load(trial.id);
        if (record && !record->isFirstEdition())
            found.certificates.push_back({*trial.result, std::move(*record)});
    }
}

reid::Certificate certificateOf(const SharedCertificate &found, qint64 newer)
{
    reid::Certificate certificate;
    certificate.threshold = *found.certificate.threshold;
    certificate.date = found.certificate.finishedAt.toString(Qt::ISODate).toStdString();
    certificate.reviewer = found.certificate.reviewers.join(QStringLiteral(" and ")).toStdString();
    certificate.looks = static_cast<std::uint64_t>(found.certificate.looks);
    for (const CertificateRecord::Claim &claim : found.certificate.claims()) {
        if (!claim.group.isEmpty())
            certificate.groups.push_back(claim.group.toStdString());
    }
    certificate.digest = found.certificate.digest.toStdString();
    certificate.newer = static_cast<std::uint64_t>(newer);
    return certificate;
}

} // namespace

reid::Certifier certifierFor(storage::Postgres &connection, const QStringList &storePaths)
{
    return [&connection, storePaths](const reid::Analysis &analysis) {
        reid::Certification certification;
        Found found;
        const Result<int> version = schemaVersion(connection);
        if (version && *version < kCertificatesSince) {
            // No journal there to look into.
        } else if (Result<std::vector<SharedCertificate>> shared = sharedCertificates(connection)) {
            found.readable = true;
            found.certificates = std::move(*shared);
        } else if (shared.error().kind == ErrorKind::Denied || shared.error().kind == ErrorKind::Corrupt) {
            certification.voided = shared.error().message.toStdString();
        }
        for (const QString &path : storePaths)
            addLocal(path, found);
        std::stable_sort(found.certificates.begin(), found.certificates.end(),
                         [](const SharedCertificate &a, const SharedCertificate &b) {
                             return a.certificate.finishedAt > b.certificate.finishedAt;
                         });
        certification.readable = found.readable;
        for (const SharedCertificate &one : found.certificates) {
            const PoolState pool = checkPool(one.trial, analysis.data, QString::fromStdString(analysis.source),
                                             one.certificate.threshold.value_or(one.trial.candidate));
            if (pool.changed.isEmpty() && one.certificate.digest == one.trial.digest) {
                certification.certificate = certificateOf(one, pool.newer);
                certification.voided.clear();
                break;
            }
            if (certification.voided.empty())
                certification.voided = QStringLiteral("the trial of %1: %2")
                                           .arg(one.certificate.finishedAt.date().toString(Qt::ISODate), pool.changed)
                                           .toStdString();
        }
        return certification;
    };
}

} // namespace herdbook::trial
