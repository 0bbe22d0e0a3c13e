// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/reid/held.h"

#include "tests/core/reid/load/worldtables.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <algorithm>
#include <cstdio>

namespace herdbook::reid::realsets {

namespace {

Result<QJsonObject> analyze(const test::Servers &servers, double threshold, const QString &program)
{
    const PostgresSettings postgres = servers.settings().postgres;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("POSTGRES_HOST"), postgres.host);
    environment.insert(QStringLiteral("POSTGRES_PORT"), QString::number(postgres.port));
    environment.insert(QStringLiteral("POSTGRES_USER"), postgres.user);
    environment.insert(QStringLiteral("POSTGRES_PASSWORD"), postgres.password);
    environment.insert(QStringLiteral("POSTGRES_DB"), postgres.database);
    environment.insert(QStringLiteral("REID_THRESHOLD"), QString::number(threshold, 'f', 4));
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, {QStringLiteral("--json")});
    if (!process.waitForFinished(600'000))
        return Error{ErrorKind::Internal, QStringLiteral("%1 didn't end").arg(program)};
    const QJsonDocument json = QJsonDocument::fromJson(process.readAllStandardOutput());
    if (!json.isObject())
        return Error{ErrorKind::Internal, QString::fromUtf8(process.readAllStandardError())};
    return json.object();
}

} // namespace

Result<Verdict> hold(test::Servers &servers, const Mapped &mapped, const QString &program)
{
    if (const Result<void> fresh = servers.freshDatabase(); !fresh)
        return fresh.error();
    Result<demo::PgSession> session = demo::PgSession::open(servers.settings().postgres);
    if (!session)
        return session.error();
    if (const Result<void> typed = simulation::setVectorType(*session, "real[]"); !typed)
        return typed.error();
    if (const Result<void> written = simulation::writeWorld(*session, mapped.world); !written)
        return written.error();
    const Result<QJsonObject> json = analyze(servers, mapped.threshold, program);
    if (!json)
        return json.error();
    Verdict verdict;
    const QJsonObject advice = (*json)[QStringLiteral("recommendation")].toObject();
    verdict.status = advice[QStringLiteral("status")].toString();
    for (const QJsonValue &value : (*json)[QStringLiteral("curve")].toArray()) {
        const double added = value[QStringLiteral("new")].toDouble();
        const QJsonValue upper = value[QStringLiteral("wrong_upper")];
        const int wrong = trulyWrong(mapped, thresholdTicks(value[QStringLiteral("threshold")].toDouble()));
        if (upper.isNull() || added == 0)
            continue;
        verdict.hasBound = verdict.hasBound || upper.toDouble() < added;
        verdict.unbroken = verdict.unbroken && wrong <= upper.toDouble() + 1e-6;
    }
    if (!advice[QStringLiteral("threshold")].isNull()) {
        verdict.threshold = advice[QStringLiteral("threshold")].toDouble();
        const QJsonValue at = advice[QStringLiteral("at")];
        verdict.truth = trulyWrong(mapped, thresholdTicks(*verdict.threshold)) /
                        std::max(1.0, at[QStringLiteral("new")].toDouble());
        if (!at[QStringLiteral("fdr")].isNull())
            verdict.estimate = at[QStringLiteral("fdr")].toDouble();
    }
    return verdict;
}

QString Verdict::faults() const
{
    QStringList list;
    if (isFalseRecommend() || isWrongTrial())
        list << QStringLiteral("%1 at %2, %3 wrong").arg(status).arg(threshold.value_or(0)).arg(truth, 0, 'f', 3);
    if (isBroken())
        list << QStringLiteral("a bound is broken");
    return list.join(QStringLiteral("; "));
}

void Tally::add(const Verdict &verdict)
{
    ++analyses;
    if (verdict.status == QLatin1String("Recommend")) {
        ++recommends;
        falseRecommends += verdict.isFalseRecommend() ? 1 : 0;
    } else if (verdict.status == QLatin1String("TrialOnly")) {
        ++trials;
        trialTruth += verdict.truth;
        wrongTrials += verdict.isWrongTrial() ? 1 : 0;
    }
    if (verdict.threshold && verdict.estimate.value_or(0) > 0)
        ratios.push_back(verdict.truth / *verdict.estimate);
    bounds += verdict.hasBound ? 1 : 0;
    unbroken += verdict.hasBound && !verdict.isBroken() ? 1 : 0;
}

void Tally::print(const QString &name) const
{
    std::vector<double> sorted = ratios;
    std::ranges::sort(sorted);
    std::printf("%-18s %5d analyses; %3d Recommend (%d over 5%% wrong); %3d TrialOnly (mean truth %.3f, %d over 20%%); "
                "unbroken %d of %d; truth/estimate, median %.2f\n",
                qPrintable(name), analyses, recommends, falseRecommends, trials, trials > 0 ? trialTruth / trials : 0,
                wrongTrials, unbroken, bounds, sorted.empty() ? 0 : sorted[sorted.size() / 2]);
    std::fflush(stdout);
}

} // namespace herdbook::reid::realsets
