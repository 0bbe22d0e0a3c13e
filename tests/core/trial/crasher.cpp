// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/environment.h"
#include "core/trial/batch/batch.h"

#include <QCoreApplication>
#include <csignal>
#include <cstdlib>

using namespace herdbook;
using namespace herdbook::trial;

/// trial_crasher apply|undo BATCH STEP DETECTION=DEER...: does it and dies by SIGKILL just before the given step.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 4)
        return EXIT_FAILURE;
    const Result<Settings> settings = loadSettings();
    const auto connection = settings ? storage::Postgres::open(settings->postgres)
                                     : Result<std::unique_ptr<storage::Postgres>>(settings.error());
    if (!connection)
        return EXIT_FAILURE;
    const auto last = static_cast<Step>(arguments[3].toInt());
    const StepListener die = [&](Step step) {
        if (step == last)
            std::raise(SIGKILL);
    };
    const QUuid batch = QUuid::fromString(arguments[2]);
    if (arguments[1] == QLatin1String("undo"))
        return undoBatch(**connection, batch, QStringLiteral("crasher"), {}, die) ? EXIT_SUCCESS : EXIT_FAILURE;
    BatchPlan plan;
    plan.id = batch;
    plan.trial = batch;
    plan.threshold = 0.6;
    plan.by = QStringLiteral("crasher");
    for (const QString &change : arguments.mid(4))
        plan.changes.push_back(
            {QUuid::fromString(change.section(u'=', 0, 0)), QUuid::fromString(change.section(u'=', 1))});
    return applyBatch(**connection, plan, {}, die) ? EXIT_SUCCESS : EXIT_FAILURE;
}
