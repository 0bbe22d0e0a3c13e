// SPDX-License-Identifier: GPL-3.0-or-later
// The reference values come from scipy 1.10.1 and scikit-learn 1.2.1.
#include "core/reid/statistics/description.h"
#include "core/reid/statistics/intervals.h"
#include "core/reid/statistics/separation.h"

#include <QTest>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/special_functions/erf.hpp>
#include <numbers>
#include <numeric>

using namespace herdbook::reid;

namespace {

bool near(double actual, double expected, double tolerance)
{
    if (std::abs(actual - expected) <= tolerance)
        return true;
    qWarning("%.9g is not within %g of %.9g", actual, tolerance, expected);
    return false;
}

const std::vector<double> kSmall{.30, .32, .35, .36, .40, .41, .45, .62, .66, .70, .71, .73};

/// The quantiles at (i + .5) / n of a normal distribution.
void appendQuantiles(std::vector<double> &values, int n, double mean, double sd)
{
    const boost::math::normal_distribution<double> normal(mean, sd);
    for (int i = 0; i < n; ++i)
        values.push_back(boost::math::quantile(normal, (i + 0.5) / n));
}

std::vector<double> twoNormals()
{
    std::vector<double> values;
    appendQuantiles(values, 700, .40, .06);
    appendQuantiles(values, 300, .68, .05);
    std::ranges::sort(values);
    return values;
}

} // namespace

class TestStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wilsonMatchesReference_data();
    void wilsonMatchesReference();
    void clopperPearsonMatchesReference_data();
    void clopperPearsonMatchesReference();
    void oneSidedUpperBound_data();
    void oneSidedUpperBound();
    void leastTrialsMatchesReference();
    void sheatherJonesKeepsTwoPeaks();
    void wholeGalleryRatesMatchReference();
    void momentsAndQuantiles();
    void densityMatchesReference_data();
    void densityMatchesReference();
    void densityIntegratesToOne();
    void valleysOfTwoPeaks();
    void otsuMatchesReference();
    void mixtureMatchesReference();
    void mixtureNeedsEnoughValues();
    void separationMatchesReference();
    void separationOfTwoNormals();
};

void TestStatistics::wilsonMatchesReference_data()
{
    QTest::addColumn<quint64>("errors");
    QTest::addColumn<quint64>("n");
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("1100 of 11570") << quint64(1100) << quint64(11570) << .089862 << .100553;
    QTest::newRow("4 of 181") << quint64(4) << quint64(181) << .008627 << .055436;
    QTest::newRow("none of 59") << quint64(0) << quint64(59) << 0.0 << .061129;
    QTest::newRow("none of none") << quint64(0) << quint64(0) << 0.0 << 1.0;
}

void TestStatistics::wilsonMatchesReference()
{
    QFETCH(quint64, errors);
    QFETCH(quint64, n);
    QFETCH(double, lower);
    QFETCH(double, upper);
    const Interval interval = wilson(errors, n);
    QVERIFY(near(interval.lower, lower, 5e-7));
    QVERIFY(near(interval.upper, upper, 5e-7));
}

void TestStatistics::clopperPearsonMatchesReference_data()
{
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("lower");
    QTest::addColumn<double>("upper");
    QTest::newRow("4 of 181") << 4 << 181 << .006053 << .055614;
    QTest::newRow("none of 10") << 0 << 10 << 0.0 << .308497;
    QTest::newRow("all of 10") << 10 << 10 << .691503 << 1.0;
    QTest::newRow("none of none") << 0 << 0 << 0.0 << 1.0;
}

void TestStatistics::clopperPearsonMatchesReference()
{
    QFETCH(int, errors);
    QFETCH(int, n);
    QFETCH(double, lower);
    QFETCH(double, upper);
    const Interval interval = clopperPearson(errors, n);
    QVERIFY(near(interval.lower, lower, 5e-7));
    QVERIFY(near(interval.upper, upper, 5e-7));
}

void TestStatistics::oneSidedUpperBound_data()
{
    QTest::addColumn<int>("errors");
    QTest::addColumn<int>("n");
    QTest::addColumn<double>("upper");
    QTest::newRow("none of 59") << 0 << 59 << .049508;
    QTest::newRow("1 of 93") << 1 << 93 << .049994;
    QTest::newRow("4 of 181") << 4 << 181 << .049855;
    QTest::newRow("none of 53 profiles") << 0 << 53 << .05496;
    QTest::newRow("none of none") << 0 << 0 << 1.0;
}

void TestStatistics::oneSidedUpperBound()
{
    QFETCH(int, errors);
    QFETCH(int, n);
    QFETCH(double, upper);
    QVERIFY(near(clopperPearsonUpper(errors, n), upper, 5e-6));
}

void TestStatistics::leastTrialsMatchesReference()
{
    const std::vector<std::uint64_t> expected{59, 93, 124, 153, 181, 208, 234, 260, 286, 311, 336};
    for (std::size_t k = 0; k < expected.size(); ++k)
        QCOMPARE(leastTrials(k), expected[k]);
    QVERIFY(near(binomialCdf(4, 181, .05), .0491626, 5e-8));
    QCOMPARE(binomialCdf(7, 7, .05), 1.0);
}

void TestStatistics::sheatherJonesKeepsTwoPeaks()
{
    // Quantiles of two narrow normals far apart: the rule of thumb takes their distance for their width.
    std::vector<double> values;
    for (int i = 0; i < 1000; ++i) {
        const double z = std::sqrt(2.0) * boost::math::erf_inv(2 * (i + .5) / 1000 - 1);
        values.push_back(.35 + .03 * z);
        values.push_back(.70 + .03 * z);
    }
    std::ranges::sort(values);
    const std::vector<double> weights(values.size(), 1.0);
    const double h = improvedSheatherJones({values, weights});
    // One normal of sd .03 and 1,000 values: 1.06 sd n^-.2 = .008.
    QVERIFY2(h > .004 && h < .012, qPrintable(QString::number(h)));
    const std::vector<double> at{.35};
    const double peak = kernelDensity({values, weights}, h, at)[0];
    QVERIFY(near(peak, .5 / (.03 * std::sqrt(2 * std::numbers::pi)), .5));
    QVERIFY(kernelDensity({values, weights}, ruleOfThumbBandwidth(.178, .35, 2000), at)[0] < .8 * peak);
    const std::vector<double> one{.5};
    QCOMPARE(improvedSheatherJones({one, one}), 0.0);
}

void TestStatistics::wholeGalleryRatesMatchReference()
{
    QVERIFY(near(1 - std::pow(.999, 53), .0516451, 5e-8));
    QVERIFY(near(1 - std::pow(.95, 1 / 53.0), .000967330, 5e-10));
}

void TestStatistics::momentsAndQuantiles()
{
    ScoreCounts counts;
    for (const double x : kSmall)
        counts.add(thresholdTicks(x));
    QVERIFY(near(counts.mean(), .5008333, 5e-8));
    QVERIFY(near(counts.standardDeviation(), .1684398, 5e-8));
    QVERIFY(near(counts.quantile(.75) - counts.quantile(.25), .3125, 1e-12));
    QVERIFY(near(counts.quantile(.95), .719, 1e-12));
    QVERIFY(near(ruleOfThumbBandwidth(counts.standardDeviation(), .3125, 12), .0922255, 5e-8));
    QCOMPARE(ruleOfThumbBandwidth(0, 0, 12), 0.0);
    QVERIFY(ruleOfThumbBandwidth(.1, 0, 12) > 0);
}

void TestStatistics::densityMatchesReference_data()
{
    QTest::addColumn<double>("bandwidth");
    QTest::addColumn<QList<double>>("expected");
    QTest::newRow("h .05") << .05 << QList<double>{3.092214, .432343, 2.539706};
    QTest::newRow("scipy's silverman") << .1085416 << QList<double>{1.942943, 1.358567, 1.467619};
}

void TestStatistics::densityMatchesReference()
{
    QFETCH(double, bandwidth);
    QFETCH(QList<double>, expected);
    const std::vector<double> ones(kSmall.size(), 1);
    const std::vector<double> density = kernelDensity({kSmall, ones}, bandwidth, std::vector{.35, .55, .70});
    for (std::size_t i = 0; i < 3; ++i)
        QVERIFY(near(density[i], expected[static_cast<int>(i)], 1e-6));
}

void TestStatistics::densityIntegratesToOne()
{
    std::vector<double> at;
    for (int i = -500; i <= 1500; ++i)
        at.push_back(i / 1000.0);
    const std::vector<double> weights(kSmall.size(), 3);
    const std::vector<double> density = kernelDensity({kSmall, weights}, .05, at);
    QVERIFY(near(std::accumulate(density.begin(), density.end(), 0.0) / 1000, 1, 1e-6));
}

void TestStatistics::valleysOfTwoPeaks()
{
    std::vector<double> at;
    for (int i = 0; i <= 1000; ++i)
        at.push_back(i / 1000.0);
    const std::vector<double> values = twoNormals();
    const std::vector<double> ones(values.size(), 1);
    const std::vector<Valley> found = valleys(at, kernelDensity({values, ones}, .02, at));
    QCOMPARE(found.size(), std::size_t(1));
    QVERIFY(found[0].at > .5 && found[0].at < .62);
    QVERIFY(near(found[0].below, .7, .02));
    QVERIFY(found[0].depth > .8);

    std::vector<double> one;
    appendQuantiles(one, 500, .4, .06);
    const std::vector<double> weights(one.size(), 1);
    QVERIFY(valleys(at, kernelDensity({one, weights}, .02, at)).empty());
}

void TestStatistics::otsuMatchesReference()
{
    const std::vector<double> ones(kSmall.size(), 1);
    const auto split = otsuSplit({kSmall, ones});
    QVERIFY(split);
    QVERIFY(near(split->at, .535, 1e-12));
    QCOMPARE(split->below, 7.0);
    QCOMPARE(split->above, 5.0);
    QVERIFY(near(split->goodnessOfFit, .921433, 5e-7));

    const std::vector<double> equal{.4};
    const std::vector<double> nine{9};
    QVERIFY(!otsuSplit({equal, nine}));
}

void TestStatistics::mixtureMatchesReference()
{
    const std::vector<double> values = twoNormals();
    const std::vector<double> ones(values.size(), 1);
    const WeightedSample sample{values, ones};
    const auto one = fitMixture(sample, 1);
    const auto two = fitMixture(sample, 2);
    const auto three = fitMixture(sample, 3);
    QVERIFY(one && two && three);
    QVERIFY(near(two->components[0].weight, .70, .0001));
    QVERIFY(near(two->components[0].mean, .40001, 2e-5));
    QVERIFY(near(two->components[1].mean, .67996, 2e-5));
    QVERIFY(near(two->components[0].sd, .05999, 2e-5));
    QVERIFY(near(two->components[1].sd, .04997, 2e-5));
    QVERIFY(near(two->logLikelihood, 852.946, .001));
    QVERIFY(near(one->bic, -1074.119, .001));
    QVERIFY(near(two->bic, -1671.353, .001));
    QVERIFY(near(three->bic, -1650.639, .5));
    const auto half = localFalseDiscoveryPoint(*two);
    QVERIFY(half);
    QVERIFY(near(*half, .559887, 2e-5));
}

void TestStatistics::mixtureNeedsEnoughValues()
{
    const std::vector<double> values{.3, .4, .5};
    const std::vector<double> ones(values.size(), 1);
    QVERIFY(fitMixture({values, ones}, 1));
    QVERIFY(!fitMixture({values, ones}, 2));
}

void TestStatistics::separationMatchesReference()
{
    ScoreCounts impostors;
    for (int i = 1; i <= 8; ++i)
        impostors.add(i * 1000);
    ScoreCounts genuine;
    for (int i = 0; i < 6; ++i)
        genuine.add(4500 + i * 1000);
    const auto result = separate(genuine, impostors);
    QVERIFY(result);
    QVERIFY(near(result->auc, .7916667, 5e-8));
    const double expected[][3] = {{.45, .5, 0}, {.55, .375, .1667}, {.65, .25, .3333}, {.85, 0, .6667}};
    for (const auto &[t, fmr, fnmr] : expected) {
        const DetPoint point = errorRates(genuine, impostors, thresholdTicks(t));
        QVERIFY(near(point.falseMatch, fmr, 5e-5));
        QVERIFY(near(point.falseNonMatch, fnmr, 5e-5));
    }
    QVERIFY(!separate(genuine, {}));
}

void TestStatistics::separationOfTwoNormals()
{
    std::vector<double> low;
    appendQuantiles(low, 700, .40, .06);
    std::vector<double> high;
    appendQuantiles(high, 300, .68, .05);
    ScoreCounts impostors;
    ScoreCounts genuine;
    for (const double x : low)
        impostors.add(thresholdTicks(x));
    for (const double x : high)
        genuine.add(thresholdTicks(x));
    const auto result = separate(genuine, impostors);
    QVERIFY(result);
    QVERIFY(near(result->dPrime, 5.07163, .0005)); // of the distributions, rounded to ticks
    QVERIFY(near(result->auc, .999881, 5e-6));
}

QTEST_GUILESS_MAIN(TestStatistics)
#include "test_statistics.moc"
