// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/figures.h"

#include <QTest>

using namespace herdbook::reid;
using Kind = ThresholdMark::Kind;

class TestMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksSayWhatTheThresholdIs()
    {
        Analysis analysis;
        QVERIFY(!recommendedMark(analysis));
        QCOMPARE(thresholdMarks(analysis).size(), 5U); // four tested, the one in force
        QCOMPARE(thresholdMarks(analysis).back().kind, Kind::InForce);

        Recommendation &r = analysis.recommendation;
        r.status = Status::TrialOnly;
        r.threshold = .6;
        QCOMPARE(recommendedMark(analysis)->kind, Kind::ToBeTried);
        r.status = Status::Recommend;
        SexAdvice does;
        does.sex = Sex::Doe;
        does.threshold = .62;
        does.decides = true;
        SexAdvice bucks;
        bucks.sex = Sex::Buck;
        bucks.threshold = .5;
        r.sexes = {does, bucks};
        QCOMPARE(recommendedMark(analysis)->kind, Kind::Recommended);
        QCOMPARE(recommendedMark(analysis)->sex, Sex::Doe);
        QVERIFY(!recommendedMark(analysis, Sex::Buck)->sex);
        const auto own = [&](std::optional<Sex> shown) {
            std::vector<double> at;
            for (const ThresholdMark &mark : thresholdMarks(analysis, shown)) {
                if (mark.kind == Kind::OwnSex)
                    at.push_back(mark.at);
            }
            return at;
        };
        QCOMPARE(own({}), (std::vector<double>{.62, .5}));
        QCOMPARE(own(Sex::Buck), std::vector<double>{.5});
        r.vouched = true;
        QCOMPARE(recommendedMark(analysis)->kind, Kind::Certified);
        QVERIFY(own({}).empty());
    }

    void theGoalIsNoRateOverOne()
    {
        Analysis analysis;
        QVERIFY(!rateGoal(analysis)); // nothing is assigned
        analysis.counts.detections = 1000;
        analysis.counts.assigned = 100;
        QCOMPARE(*rateGoal(analysis), .12);
        analysis.options.gainGoal = .5;
        QCOMPARE(*rateGoal(analysis), .15);
        analysis.counts.assigned = 900;
        QVERIFY(!rateGoal(analysis));
    }

    void detPlacesAreNormalDeviates()
    {
        QCOMPARE(detPlace(0), 0);
        QCOMPARE(detPlace(1e-4), 0);
        QCOMPARE(detPlace(.9), 1);
        // scipy.stats.norm.ppf: -3.719016485 at .0001, 0 at .5, .2533471031 at .6
        QVERIFY(std::abs(detPlace(.5) - 3.719016485 / (3.719016485 + .2533471031)) < 1e-8);
    }

    void profilesStandBySex()
    {
        std::vector<Profile> profiles(4);
        profiles[0].sex = profiles[2].sex = Sex::Buck;
        profiles[1].sex = profiles[3].sex = Sex::Doe;
        const LikenessOrder order = likenessOrder(profiles);
        QCOMPARE(order.blocks.size(), 2U);
        QCOMPARE(order.blocks[0].to, 2);
        QCOMPARE(order.blocks[1].from, 2);
        QCOMPARE(order.blocks[1].to, 4);
        for (std::size_t place = 0; place < 4; ++place)
            QCOMPARE(order.placeOf[static_cast<std::size_t>(order.profiles[place])], static_cast<int>(place));
        QVERIFY(order.profiles[0] < order.profiles[1]); // as they come, within a sex
        QVERIFY(likenessOrder({}).blocks.empty());
    }
};

QTEST_GUILESS_MAIN(TestMarks)
#include "test_marks.moc"
