// SPDX-License-Identifier: GPL-3.0-or-later
// The demo ranch, whose truth is known: what the analysis recommends there has to be right.
#include "core/demo/herd/loadherd.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/reid/output/textreport.h"
#include "core/reid/text.h"
#include "core/storage/postgres.h"
#include "tests/support/servers.h"

#include <QFile>
#include <QTest>
#include <cmath>
#include <map>

using namespace herdbook;
using namespace herdbook::reid;

class TestRanch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recommendationIsRight();
};

void TestRanch::recommendationIsRight()
{
    test::Servers servers;
    const Result<void> started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    PostgresSettings settings = servers.settings().postgres;
    const Result<void> made =
        demo::createHerdDatabase(settings, QStringLiteral("reid_ranch"), demo::generateHerd(2026, QDate(2027, 3, 9)));
    QVERIFY2(made, qPrintable(test::reason(made)));
    settings.database = QStringLiteral("reid_ranch");
    const auto database = storage::Postgres::open(settings);
    QVERIFY2(database, qPrintable(test::reason(database)));
    const auto loaded = analyzeDatabase(**database, {}, Source::Best, {});
    QVERIFY2(loaded, qPrintable(test::reason(loaded)));
    const Analysis &analysis = **loaded;
    qInfo().noquote() << summary(analysis);

    const Recommendation &r = analysis.recommendation;
    QCOMPARE(r.status, Status::Recommend);
    QVERIFY(*r.at->gain >= .2);

    std::map<std::string, int> animalOf; // of detections and profiles
    for (const char *query :
         {"SELECT detection_id::text AS id, coalesce(animal_id, -1) AS animal FROM demo_truth.detections",
          "SELECT deer_id::text AS id, animal_id AS animal FROM demo_truth.profiles"}) {
        const auto read = (*database)->each(QString::fromLatin1(query), {}, [&](const storage::Row &row) {
            animalOf[row.text("id").toStdString()] = static_cast<int>(row.integer("animal"));
        });
        QVERIFY2(read, qPrintable(test::reason(read)));
    }
    const auto wrongShare = [&](double threshold) {
        const std::vector<std::size_t> added = analysis.unassignedBetween(threshold, 2);
        const auto wrong = std::ranges::count_if(added, [&](std::size_t i) {
            const auto profile = static_cast<std::size_t>(analysis.data.matches[i].bestProfile);
            return animalOf.at(toString(analysis.data.detections[i].id)) !=
                   animalOf.at(toString(analysis.data.profiles[profile].id));
        });
        return added.empty() ? 0 : static_cast<double>(wrong) / static_cast<double>(added.size());
    };
    for (const double t : {.45, .5, .55, .6, .65})
        qInfo("at %.2f truly wrong %.4f, bound %.4f", t, wrongShare(t), analysis.evaluate(t).fdrUpper.value_or(-1));
    QVERIFY(wrongShare(*r.threshold) < .05);
    QVERIFY(wrongShare(*r.threshold) <= r.at->fdrUpper.value_or(1));

    for (const std::uint64_t seed : {2, 3}) {
        Options options;
        options.seed = seed;
        const auto other = analyzeDatabase(**database, options, Source::Best, {});
        QVERIFY2(other, qPrintable(test::reason(other)));
        QCOMPARE((*other)->recommendation.status, Status::Recommend);
        QVERIFY(std::abs(*(*other)->recommendation.threshold - *r.threshold) < .01 + 1e-9);
    }

    // The demo ranch is the same every day, so what the README says of it can be checked.
    QFile readme(QStringLiteral(HERDBOOK_SOURCE_DIR "/README.md"));
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(readme.readAll());
    for (const std::string &figure : {text::score(*r.threshold), text::count(r.at->added),
                                      text::count(static_cast<std::uint64_t>(std::lround(*r.at->wrong))),
                                      text::count(static_cast<std::uint64_t>(std::ceil(*r.at->wrongUpper)))})
        QVERIFY2(text.contains(QString::fromStdString(figure)), figure.c_str());
}

QTEST_GUILESS_MAIN(TestRanch)
#include "test_ranch.moc"
