// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analyze/arguments.h"

namespace herdbook::analyze {

namespace {

Error invalid(const QString &option, const QString &acceptable)
{
    return {ErrorKind::InvalidInput, QStringLiteral("--%1 must be %2").arg(option, acceptable)};
}

/// A share strictly between 0 and 1, or from 0 to 1 for a threshold.
std::optional<double> shareOf(const QString &text, bool endsToo)
{
    bool ok = false;
    const double value = text.trimmed().toDouble(&ok);
    const bool inside = endsToo ? value >= 0 && value <= 1 : value > 0 && value < 1;
    return ok && inside ? std::optional(value) : std::nullopt;
}

Result<std::vector<double>> thresholdsOf(const QString &list)
{
    std::vector<double> thresholds;
    for (const QString &text : list.split(u',')) {
        const std::optional<double> threshold = shareOf(text, true);
        if (!threshold || thresholds.size() == 100)
            return invalid(QStringLiteral("thresholds"),
                           QStringLiteral("up to 100 numbers from 0 to 1 with commas between"));
        thresholds.push_back(reid::fromTicks(reid::thresholdTicks(*threshold)));
    }
    return thresholds;
}

} // namespace

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions(
        {{QStringLiteral("thresholds"),
          QStringLiteral("Thresholds to test, with commas between; 0.70,0.65,0.60,0.55 unless told."),
          QStringLiteral("list"), QStringLiteral("0.70,0.65,0.60,0.55")},
         {QStringLiteral("alpha"), QStringLiteral("The share of wrong assignments to stay under; 0.05 unless told."),
          QStringLiteral("share"), QStringLiteral("0.05")},
         {QStringLiteral("seed"), QStringLiteral("Seed of everything drawn at random; 1 unless told."),
          QStringLiteral("number"), QStringLiteral("1")},
         {QStringLiteral("source"),
          QStringLiteral("Where scores come from: vectors, scores (stored) or best (vectors where there are any; so "
                         "unless told)."),
          QStringLiteral("source"), QStringLiteral("best")},
         {QStringLiteral("threads"), QStringLiteral("Threads; 0 for one per core."), QStringLiteral("number"),
          QStringLiteral("0")},
         {QStringLiteral("json"), QStringLiteral("Print the result as JSON.")},
         {QStringLiteral("out"),
          QStringLiteral(
              "Write report.pdf, report.md, histogram.png, histogram.svg, sweep.csv and analysis.json there."),
          QStringLiteral("folder")},
         {QStringLiteral("backfill"),
          QStringLiteral("Only compute and store the missing rows of reid_similarity_scores.")}});
}

Result<Arguments> readArguments(CommandLine &commandLine)
{
    QCommandLineParser &parser = commandLine.parser();
    Result<Settings> settings = commandLine.settings();
    if (!settings)
        return settings.error();
    Arguments arguments;
    arguments.settings = std::move(*settings);
    arguments.options.current = arguments.settings.reidThreshold;

    Result<std::vector<double>> thresholds = thresholdsOf(parser.value(QStringLiteral("thresholds")));
    if (!thresholds)
        return thresholds.error();
    arguments.options.thresholds = std::move(*thresholds);
    const std::optional<double> alpha = shareOf(parser.value(QStringLiteral("alpha")), false);
    if (!alpha)
        return invalid(QStringLiteral("alpha"), QStringLiteral("a number between 0 and 1"));
    arguments.options.alpha = *alpha;
    bool isNumber = false;
    arguments.options.seed = parser.value(QStringLiteral("seed")).toULongLong(&isNumber);
    if (!isNumber)
        return invalid(QStringLiteral("seed"), QStringLiteral("a whole number from 0 on"));
    const Result<int> threads = commandLine.number(QStringLiteral("threads"), 0, 256);
    if (!threads)
        return threads.error();
    arguments.options.threads = *threads;

    const QString source = parser.value(QStringLiteral("source"));
    if (source == QLatin1String("vectors"))
        arguments.source = reid::Source::Vectors;
    else if (source == QLatin1String("scores"))
        arguments.source = reid::Source::Stored;
    else if (source != QLatin1String("best"))
        return invalid(QStringLiteral("source"), QStringLiteral("vectors, scores or best"));
    arguments.json = parser.isSet(QStringLiteral("json"));
    arguments.backfill = parser.isSet(QStringLiteral("backfill"));
    arguments.out = parser.value(QStringLiteral("out"));
    if (parser.isSet(QStringLiteral("out")) && arguments.out.isEmpty())
        return invalid(QStringLiteral("out"), QStringLiteral("a folder"));
    if (arguments.backfill && (arguments.json || !arguments.out.isEmpty()))
        return Error{ErrorKind::InvalidInput, QStringLiteral("--backfill goes with neither --json nor --out")};
    return arguments;
}

} // namespace herdbook::analyze
