// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/worker/faults/faultworker.h"
#include "tests/core/worker/faults/harness.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace herdbook;

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QStringLiteral("Kills workers and stops servers while jobs are made, and checks that each comes to its end.\n"
                       "A long run: --jobs 5000 --seed 7; all faults are the default."));
    parser.addHelpOption();
    const auto number = [](const char *name, const char *what, const char *value) {
        return QCommandLineOption(QString::fromLatin1(name), QString::fromLatin1(what), QStringLiteral("number"),
                                  QString::fromLatin1(value));
    };
    parser.addOptions(
        {number("seed", "Which sequence of faults.", "1"),
         number("jobs", "How many jobs.", "300"),
         number("workers", "How many workers.", "3"),
         number("every", "Milliseconds between faults.", "300"),
         {QStringLiteral("faults"), QStringLiteral("Which faults."), QStringLiteral("list"),
          QStringLiteral(
              "kill,redis-restart,redis-kill,redis-pause,redis-refuse,disk-full,folder-readonly,postgres-restart,"
              "postgres-cut,late-producer,canvas,clock-skew")},
         {QStringLiteral("as-worker"), QStringLiteral("Be one of the workers.")}});
    parser.process(application);
    if (parser.isSet(QStringLiteral("as-worker")))
        return test::runFaultWorker();

    test::FaultPlan plan;
    plan.seed = parser.value(QStringLiteral("seed")).toUInt();
    plan.jobs = parser.value(QStringLiteral("jobs")).toInt();
    plan.workers = parser.value(QStringLiteral("workers")).toInt();
    plan.every = std::chrono::milliseconds(parser.value(QStringLiteral("every")).toInt());
    plan.faults = parser.value(QStringLiteral("faults")).split(u',', Qt::SkipEmptyParts);
    plan.program = QCoreApplication::applicationFilePath();
    test::Harness harness(plan);
    const Result<QStringList> wrong = harness.run();
    QTextStream out(stdout);
    if (!wrong) {
        out << wrong.error().message << '\n';
        return 2;
    }
    out << harness.summary() << '\n';
    for (const QString &line : *wrong)
        out << "WRONG  " << line << '\n';
    return wrong->isEmpty() ? 0 : 1;
}
