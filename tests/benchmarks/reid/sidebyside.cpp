// SPDX-License-Identifier: GPL-3.0-or-later
// herdbook-analyze on the demo ranch, side by side with another program that reads PG* variables (a Python analysis, say) and with the floor,
// psql's bare binary COPY of the same vectors, for several column types:
// `benchmark_reid_sidebyside herdbook-analyze [times [command ...]]`
#include "core/config/environment.h"
#include "core/demo/herd/loadherd.h"
#include "core/demo/pgsession.h"
#include "tests/benchmarks/reid/measured.h"
#include "tests/support/servers.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <cstdio>
#include <cstdlib>

using namespace herdbook;
using benchmarks::Run;

namespace {

void print(const char *what, const Run &run, const Run &against)
{
    std::printf("  %-44s %7.3f s %8.1f MB   exit %d   %.2fx the time, %.2fx the memory\n", what, run.seconds,
                static_cast<double>(run.peakKib) / 1024, run.exitCode, run.seconds / against.seconds,
                static_cast<double>(run.peakKib) / static_cast<double>(against.peakKib));
    std::fflush(stdout);
}

const char *retype(const QByteArray &type)
{
    if (type == "bytea")
        return "CREATE FUNCTION to_bytes(real[]) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$ SELECT "
               "string_agg(substr(b, 4, 1) || substr(b, 3, 1) "
               "|| substr(b, 2, 1) || substr(b, 1, 1), ''::bytea ORDER BY n) FROM (SELECT float4send(v) AS b, n FROM "
               "unnest($1) WITH ORDINALITY AS "
               "t(v, n)) AS u $$; ALTER TABLE deer ALTER COLUMN feature_vector TYPE bytea USING "
               "to_bytes(feature_vector); ALTER TABLE detections "
               "ALTER COLUMN feature_vector TYPE bytea USING to_bytes(feature_vector); VACUUM ANALYZE";
    return "VACUUM ANALYZE";
}

void run(benchmarks::Launcher &launcher, const test::Servers &servers, const PostgresSettings &settings,
         const QByteArray &type, const std::string &analyze, int times, const std::vector<std::string> &other)
{
    demo::PgSession session = std::move(*demo::PgSession::open(settings));
    for (const QByteArray &statement : QByteArray(retype(type)).split(';')) {
        if (const Result<void> done = session.execute(statement); !done)
            qFatal("%s", qPrintable(done.error().message));
    }
    QTemporaryDir folder;
    Settings all = servers.settings();
    all.postgres = settings;
    const QString env = folder.filePath(QStringLiteral("env"));
    if (!writeEnvironmentFile(env, variablesFromSettings(all)))
        qFatal("no environment file");
    const std::vector<std::string> variables{
        "PGHOST=" + settings.host.toStdString(), "PGPORT=" + std::to_string(settings.port),
        "PGUSER=" + settings.user.toStdString(), "PGPASSWORD=" + settings.password.toStdString(),
        "PGDATABASE=" + settings.database.toStdString()};
    const auto measure = [&](const std::vector<std::string> &command, int count) {
        return launcher.measure(command, variables, count);
    };
    const std::string from = "--env=" + env.toStdString();
    std::printf("vectors as %s, medians of %d:\n", type.constData(), times);
    const Run floor = measure(
        {"psql", "-qAt", "-c", "COPY (SELECT feature_vector FROM detections) TO STDOUT (FORMAT binary)"}, times);
    print("floor: psql COPY BINARY of the vectors", floor, floor);
    print("herdbook-analyze --json", measure({analyze, from, "--json"}, times), floor);
    print("herdbook-analyze --out (all six files)",
          measure({analyze, from, "--out", folder.filePath(QStringLiteral("out")).toStdString()}, times), floor);
    if (other.empty() || type == "bytea")
        return;
    const Run against = measure(other, times);
    print("the other program", against, floor);
    print("  herdbook-analyze --json against it", measure({analyze, from, "--json"}, times), against);
}

} // namespace

int main(int argc, char **argv)
{
    benchmarks::Launcher launcher;
    const QCoreApplication application(argc, argv);
    if (argc < 2) {
        std::fputs("usage: benchmark_reid_sidebyside herdbook-analyze [times [command ...]]\n", stderr);
        return 2;
    }
    test::Servers servers;
    if (!servers.start())
        qFatal("no server");
    PostgresSettings settings = servers.settings().postgres;
    const demo::Herd herd = demo::generateHerd(2026, QDate(2026, 11, 22));
    if (!demo::createHerdDatabase(settings, QStringLiteral("side_by_side"), herd))
        qFatal("no ranch");
    settings.database = QStringLiteral("side_by_side");
    const int times = argc > 2 ? std::atoi(argv[2]) : 9;
    for (const char *type : {"real[]", "bytea"})
        run(launcher, servers, settings, type, argv[1], times, {argv + std::min(argc, 3), argv + argc});
    return 0;
}
