// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/certificate.h"

#include "core/trial/review/jsonfields.h"

#include <cmath>

namespace herdbook::trial {

namespace {

using namespace json;

// JSON has no infinity: a claim whose hypothesis is excluded altogether.
constexpr double kExcluded = 1e9;

QJsonObject claimJson(const CertificateRecord::Claim &claim)
{
    return {{QStringLiteral("group"), claim.group},
            {QStringLiteral("alpha"), claim.alpha},
            {QStringLiteral("items"), claim.counts.items},
            {QStringLiteral("m"), claim.counts.judged},
            {QStringLiteral("e"), claim.counts.wrong},
            {QStringLiteral("kappa"), claim.counts.plants},
            {QStringLiteral("y"), claim.counts.missed},
            {QStringLiteral("ln_e"), std::isinf(claim.logE) ? kExcluded : claim.logE}};
}

CertificateRecord::Claim claimFrom(const QJsonObject &json)
{
    return {json[QStringLiteral("group")].toString(),
            json[QStringLiteral("alpha")].toDouble(),
            {json[QStringLiteral("items")].toInt(), json[QStringLiteral("m")].toInt(),
             json[QStringLiteral("e")].toInt(), json[QStringLiteral("kappa")].toInt(),
             json[QStringLiteral("y")].toInt()},
            json[QStringLiteral("ln_e")].toDouble()};
}

} // namespace

QStringList assumptions()
{
    return {QStringLiteral("one pair’s answer doesn’t sway the next"),
            QStringLiteral("the strangers among these pairs are no harder to tell than the known different ones"),
            QStringLiteral("deer called the same are the same")};
}

std::vector<CertificateRecord::Claim> CertificateRecord::claims() const
{
    std::vector<Claim> last;
    for (const Level &level : levels) {
        if (!level.claims.empty())
            last = level.claims;
    }
    return last;
}

bool supersedes(const CertificateRecord &one, const CertificateRecord &other)
{
    if (one.finishedAt != other.finishedAt)
        return one.finishedAt > other.finishedAt;
    constexpr double kNothing = 2;
    const auto claims = [&](const CertificateRecord &each) { return each.holds() ? *each.threshold : kNothing; };
    return claims(one) > claims(other);
}

QJsonObject toJson(const CertificateRecord &certificate)
{
    return {{QStringLiteral("trial"), text(certificate.trial)},
            {QStringLiteral("finished_at"), time(certificate.finishedAt)},
            {QStringLiteral("edition"), certificate.edition},
            {QStringLiteral("digest"), certificate.digest},
            {QStringLiteral("preset"), certificate.preset},
            {QStringLiteral("alpha"), certificate.alpha},
            {QStringLiteral("risk"), certificate.risk},
            {QStringLiteral("levels"), list(certificate.levels,
                                            [](const CertificateRecord::Level &level) {
                                                return QJsonObject{
                                                    {QStringLiteral("ticks"), level.ticks},
                                                    {QStringLiteral("items"), level.items},
                                                    {QStringLiteral("looks"), level.looks},
                                                    {QStringLiteral("claims"), list(level.claims, claimJson)}};
                                            })},
            {QStringLiteral("looks"), certificate.looks},
            {QStringLiteral("reviewers"), QJsonArray::fromStringList(certificate.reviewers)},
            {QStringLiteral("assumptions"), QJsonArray::fromStringList(certificate.assumptions)},
            {QStringLiteral("threshold"), optional(certificate.threshold)},
            {QStringLiteral("items"), certificate.items},
            {QStringLiteral("withheld"), certificate.withheld}};
}

Result<CertificateRecord> certificateFromJson(const QJsonObject &json)
{
    CertificateRecord certificate;
    certificate.trial = uuid(json[QStringLiteral("trial")]);
    certificate.finishedAt = time(json[QStringLiteral("finished_at")]);
    certificate.edition = json[QStringLiteral("edition")].toInt();
    certificate.digest = json[QStringLiteral("digest")].toString();
    certificate.preset = json[QStringLiteral("preset")].toString();
    certificate.alpha = json[QStringLiteral("alpha")].toDouble();
    certificate.risk = json[QStringLiteral("risk")].toDouble();
    for (const QJsonValue &value : json[QStringLiteral("levels")].toArray()) {
        CertificateRecord::Level level{value[QStringLiteral("ticks")].toInt(),
                                       value[QStringLiteral("items")].toInt(),
                                       value[QStringLiteral("looks")].toInt(),
                                       {}};
        for (const QJsonValue &claim : value[QStringLiteral("claims")].toArray())
            level.claims.push_back(claimFrom(claim.toObject()));
        certificate.levels.push_back(std::move(level));
    }
    certificate.looks = json[QStringLiteral("looks")].toInt();
    certificate.reviewers = texts(json[QStringLiteral("reviewers")]);
    certificate.assumptions = texts(json[QStringLiteral("assumptions")]);
    certificate.threshold = optional(json[QStringLiteral("threshold")]);
    certificate.items = json[QStringLiteral("items")].toInt();
    certificate.withheld = json[QStringLiteral("withheld")].toString();
    if (certificate.trial.isNull() || certificate.digest.isEmpty() || certificate.edition != 2 ||
        certificate.levels.empty())
        return Error{ErrorKind::Corrupt, QStringLiteral("The certificate in the journal is incomplete")};
    return certificate;
}

} // namespace herdbook::trial
