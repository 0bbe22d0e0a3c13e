// SPDX-License-Identifier: GPL-3.0-or-later
// herdbook-api beside one uvicorn worker with FastAPI, by wrk with 16 keep-alive clients, all on this machine at once. Needs Debian's
// wrk, python3-fastapi, python3-uvicorn, python3-uvloop, python3-httptools, python3-redis. Usage: benchmark_http [rounds] [seconds]
#include "core/config/environment.h"
#include "tests/support/servers.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTextStream>

#include <algorithm>
#include <array>
#include <unistd.h>

using namespace herdbook;

namespace {

const QString Folder = QStringLiteral(HERDBOOK_BENCHMARK_FOLDER);

struct Figures
{
    double perSecond = 0;
    double p50 = 0; ///< ms
    double p99 = 0; ///< ms
    double cpu =
        0; ///< microseconds of the server's processor time for a request: says more than the rest on a busy machine
    int wrong = 0; ///< answers that weren't the expected ones
};

struct Load
{
    QString name;
    QString path;
    QString body;
    int status;
};

/// A started server and where it listens.
struct Contender
{
    QString name;
    std::unique_ptr<QProcess> process = std::make_unique<QProcess>();
    quint16 port = 0;
};

QProcessEnvironment environmentOf(const Settings &settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    const Variables variables = variablesFromSettings(settings);
    for (auto it = variables.begin(); it != variables.end(); ++it)
        environment.insert(it.key(), it.value());
    return environment;
}

/// Starts a server and waits for the line that tells its port.
bool start(Contender &contender, const QString &program, const QStringList &arguments,
           const QProcessEnvironment &environment)
{
    contender.process->setProcessChannelMode(QProcess::MergedChannels);
    contender.process->setProcessEnvironment(environment);
    contender.process->start(program, arguments);
    static const QRegularExpression line(QStringLiteral("http://127\\.0\\.0\\.1:(\\d+)"));
    QByteArray said;
    while (contender.process->waitForReadyRead(60'000)) {
        said += contender.process->readAll();
        if (const auto match = line.match(QString::fromUtf8(said)); match.hasMatch()) {
            contender.port = static_cast<quint16>(match.captured(1).toUInt());
            return true;
        }
    }
    QTextStream(stderr) << contender.name << " did not start: " << said << '\n';
    return false;
}

/// Processor time so far, in seconds.
double cpuOf(const QProcess &process)
{
    QFile file(QStringLiteral("/proc/%1/stat").arg(process.processId()));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' ');
    return (fields.value(11).toDouble() + fields.value(12).toDouble()) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

Figures measure(const Contender &contender, const Load &load, int seconds)
{
    const double before = cpuOf(*contender.process);
    QProcess wrk;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HERDBOOK_STATUS"), QString::number(load.status));
    if (!load.body.isEmpty())
        environment.insert(QStringLiteral("HERDBOOK_BODY"), load.body);
    wrk.setProcessEnvironment(environment);
    wrk.start(QStringLiteral("wrk"),
              {QStringLiteral("-t1"), QStringLiteral("-c16"), QStringLiteral("-d%1s").arg(seconds),
               QStringLiteral("-s"), Folder + QStringLiteral("/load.lua"),
               QStringLiteral("http://127.0.0.1:%1%2").arg(contender.port).arg(load.path)});
    wrk.waitForFinished(-1);
    const QByteArray output = wrk.readAllStandardOutput();
    const QByteArrayList fields = output.mid(output.indexOf("FIGURES ")).split('\n').first().split(' ');
    if (fields.size() != 5) {
        QTextStream(stderr) << "wrk said: " << output << wrk.readAllStandardError() << '\n';
        return {};
    }
    const double perSecond = fields.at(1).toDouble();
    const double cpu = (cpuOf(*contender.process) - before) * 1e6 / (perSecond * seconds);
    return {perSecond, fields.at(2).toDouble(), fields.at(3).toDouble(), cpu, fields.at(4).toInt()};
}

double median(const std::vector<Figures> &all, double Figures::*field)
{
    std::vector<double> values;
    for (const Figures &figures : all)
        values.push_back(figures.*field);
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[values.size() / 2];
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const int rounds = argc > 1 ? atoi(argv[1]) : 5;
    const int seconds = argc > 2 ? atoi(argv[2]) : 3;
    test::Servers servers;
    if (const auto started = servers.start(); !started) {
        QTextStream(stderr) << started.error().message << '\n';
        return 1;
    }
    const QString status = QStringLiteral(
        R"({"status":"processing","job_id":"bench","created_at":"2026-11-22T14:30:45.123456","kind":"zip","stage":"Making crops",)"
        R"("worker":"host:1:0","attempt":1,"total_detections":4000,"processed_count":1234,"requested_by":"ann@ranch"})");
    (void)servers.redisCommand({QStringLiteral("SET"), QStringLiteral("export_job:bench"), status});

    const QProcessEnvironment environment = environmentOf(servers.settings());
    Contender ours{QStringLiteral("herdbook-api")};
    // Debian's python3-uvicorn as it comes, and with the fastest event loop and parser there are for it.
    Contender plain{QStringLiteral("FastAPI")};
    Contender tuned{QStringLiteral("FastAPI+uvloop")};
    const auto uvicorn = [](const char *loop, const char *parser) {
        return QStringList{QStringLiteral("-m"),
                           QStringLiteral("uvicorn"),
                           QStringLiteral("--app-dir"),
                           Folder,
                           QStringLiteral("--port"),
                           QStringLiteral("0"),
                           QStringLiteral("--no-access-log"),
                           QStringLiteral("--loop"),
                           QString::fromLatin1(loop),
                           QStringLiteral("--http"),
                           QString::fromLatin1(parser),
                           QStringLiteral("fastapi_app:app")};
    };
    const QString python = QStringLiteral("/usr/bin/python3");
    if (!start(ours, QStringLiteral(HERDBOOK_BIN "/herdbook-api"), {QStringLiteral("--port"), QStringLiteral("0")},
               environment) ||
        !start(plain, python, uvicorn("asyncio", "h11"), environment) ||
        !start(tuned, python, uvicorn("uvloop", "httptools"), environment))
        return 1;

    const QList<Load> loads{
        {QStringLiteral("POST rejected"), QStringLiteral("/api/exports"),
         QStringLiteral(
             R"({"report_type":"pdf","start_date":"2026-06-30","end_date":"2026-06-01","group_by":"month"})"),
         400},
        {QStringLiteral("GET status"), QStringLiteral("/api/exports/zip/bench"), {}, 200},
    };
    QTextStream out(stdout);
    out << QStringLiteral("16 keep-alive clients, %1 rounds of %2 s in turn, medians; times in ms\n\n")
               .arg(rounds)
               .arg(seconds);
    out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9\n")
               .arg(QStringLiteral("load"), -14)
               .arg(QStringLiteral("server"), -15)
               .arg(QStringLiteral("requests/s"), 11)
               .arg(QStringLiteral("p50"), 8)
               .arg(QStringLiteral("p99"), 8)
               .arg(QStringLiteral("cpu us"), 8)
               .arg(QStringLiteral("wrong"), 6)
               .arg(QStringLiteral("we do x"), 8)
               .arg(QStringLiteral("p99 / ours"), 11);
    const std::array<Contender *, 3> contenders{&ours, &plain, &tuned};
    for (const Load &load : loads) {
        std::array<std::vector<Figures>, 3> figures;
        for (int round = 0; round < rounds; ++round) {
            for (std::size_t at = 0; at < contenders.size(); ++at)
                figures.at(at).push_back(measure(*contenders.at(at), load, seconds));
        }
        for (std::size_t at = 0; at < contenders.size(); ++at) {
            int wrong = 0;
            for (const Figures &one : figures.at(at))
                wrong += one.wrong;
            const double perSecond = median(figures.at(at), &Figures::perSecond);
            const double p99 = median(figures.at(at), &Figures::p99);
            out << QStringLiteral("%1 %2 %3 %4 %5 %6 %7 %8 %9\n")
                       .arg(load.name, -14)
                       .arg(contenders.at(at)->name, -15)
                       .arg(perSecond, 11, 'f', 0)
                       .arg(median(figures.at(at), &Figures::p50), 8, 'f', 2)
                       .arg(p99, 8, 'f', 2)
                       .arg(median(figures.at(at), &Figures::cpu), 8, 'f', 0)
                       .arg(wrong, 6)
                       .arg(median(figures[0], &Figures::perSecond) / perSecond, 8, 'f', 1)
                       .arg(p99 / median(figures[0], &Figures::p99), 11, 'f', 1);
        }
        out << '\n';
        out.flush();
    }
    for (Contender *contender : contenders) {
        contender->process->terminate();
        contender->process->waitForFinished(60'000);
    }
    return 0;
}
