// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/loadherd.h"
#include "tests/support/servers.h"

#include <QElapsedTimer>
#include <QTest>
#include <cmath>

using namespace herdbook;
using namespace herdbook::demo;

namespace {

double cosine(const float *a, const float *b)
{
    double product = 0;
    for (int k = 0; k < HerdFigures::dimensions; ++k)
        product += static_cast<double>(a[k]) * b[k];
    return product;
}

struct Best
{
    double score = -1;
    int profile = -1;
};

} // namespace

class TestHerd : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        m_herd = generateHerd(7, QDate(2026, 11, 22));
        qInfo("generated in %lld ms", timer.elapsed());
        const Result<void> started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
    }

    void theSameEveryDay()
    {
        const Herd summer = generateHerd(7, QDate(2027, 6, 3));
        QCOMPARE(summer.vectors.size(), m_herd.vectors.size());
        QCOMPARE(std::memcmp(summer.vectors.data(), m_herd.vectors.data(), summer.vectors.size() * sizeof(float)), 0);
        QCOMPARE(summer.end, QDate(2027, 6, 3));
        const qint64 later = QDate(2026, 11, 22).daysTo(summer.end) * 86400;
        for (size_t i = 0; i < summer.photos.size(); ++i) {
            QCOMPARE(summer.photos[i].time, m_herd.photos[i].time + later);
            QCOMPARE(summer.photos[i].path.size(), m_herd.photos[i].path.size());
            QVERIFY(summer.photos[i].path != m_herd.photos[i].path);
        }
        for (size_t i = 0; i < summer.detections.size(); ++i) {
            QCOMPARE(summer.detections[i].id, m_herd.detections[i].id);
            QCOMPARE(summer.detections[i].label, m_herd.detections[i].label);
            QCOMPARE(summer.detections[i].assigned, m_herd.detections[i].assigned);
        }
    }

    void sameSeedSameRanch()
    {
        const Herd again = generateHerd(7, QDate(2026, 11, 22));
        QCOMPARE(again.vectors.size(), m_herd.vectors.size());
        QCOMPARE(std::memcmp(again.vectors.data(), m_herd.vectors.data(), again.vectors.size() * sizeof(float)), 0);
        for (size_t i = 0; i < again.detections.size(); ++i) {
            QCOMPARE(again.detections[i].id, m_herd.detections[i].id);
            QCOMPARE(again.detections[i].box, m_herd.detections[i].box);
        }
        QVERIFY(generateHerd(8, QDate(2026, 11, 22)).detections[0].id != m_herd.detections[0].id);
    }

    void boxesFitThePicture()
    {
        const QRect picture(0, 0, 1920, 1080);
        int over = 0;
        for (const Detection &detection : m_herd.detections) {
            QVERIFY(detection.box.intersects(picture));
            QVERIFY2(detection.box.width() >= 20 && detection.box.height() >= 20,
                     "a box is too small to show anything");
            over += picture.contains(detection.box) ? 0 : 1;
        }
        QVERIFY2(over >= 10 && over <= 60, qPrintable(QString::number(over)));
    }

    void scoresAreAsInTheField()
    {
        double sum = 0;
        double squares = 0;
        int n = 0;
        double worstFounder = 1;
        std::vector<double> genuine;
        for (size_t i = 0; i < m_herd.detections.size(); ++i) {
            const Detection &detection = m_herd.detections[i];
            if (detection.animal < 0 || detection.vector != Detection::Vector::Usable)
                continue;
            for (size_t p = 0; p < m_herd.profiles.size(); ++p) {
                const Profile &profile = m_herd.profiles[p];
                const double score = cosine(m_herd.vector(i), m_herd.vector(static_cast<size_t>(profile.founder)));
                if (profile.animal == detection.animal) {
                    genuine.push_back(score);
                    QVERIFY(std::abs(score - detection.score) < 1e-4);
                } else {
                    sum += score;
                    squares += score * score;
                    ++n;
                }
            }
        }
        for (const Profile &profile : m_herd.profiles) {
            const float *vector = m_herd.vector(static_cast<size_t>(profile.founder));
            worstFounder = std::min(worstFounder, cosine(vector, vector));
        }
        const double mean = sum / n;
        const double sd = std::sqrt(squares / n - mean * mean);
        std::sort(genuine.begin(), genuine.end());
        const double median = genuine[genuine.size() / 2];
        qInfo("impostor mean %.3f sd %.3f; genuine n %zu median %.3f, 5%% %.3f, 95%% %.3f", mean, sd, genuine.size(),
              median, genuine[genuine.size() / 20], genuine[genuine.size() * 19 / 20]);
        QVERIFY(std::abs(mean - 0.31) < 0.01);
        QVERIFY(std::abs(sd - 0.03) < 0.006);
        QVERIFY(std::abs(median - 0.6) < 0.03);
        QVERIFY(genuine[genuine.size() * 19 / 20] - genuine[genuine.size() / 20] > 0.25);
        QVERIFY(worstFounder > 0.99);
    }

    /// What the recommendation will rest on, by the truth that it doesn't see.
    void thresholdsBetweenImpostorsAndTheOneInForceAreSafe()
    {
        const std::vector<Best> best = bestScores();
        std::vector<double> closestOther;
        int unassigned = 0;
        for (size_t i = 0; i < best.size(); ++i) {
            if (m_herd.detections[i].assigned >= 0)
                closestOther.push_back(bestScore(i, m_herd.detections[i].assigned).score);
            else
                unassigned += best[i].profile >= 0 ? 1 : 0;
        }
        for (int step = 400; step <= 700; step += step < 450 ? 10 : 50) {
            const double t = step / 1000.0;
            int added = 0;
            int wrong = 0;
            for (size_t i = 0; i < best.size(); ++i) {
                if (m_herd.detections[i].assigned >= 0 || best[i].score < t)
                    continue;
                ++added;
                wrong += m_herd.profiles[static_cast<size_t>(best[i].profile)].animal != m_herd.detections[i].animal;
            }
            int above = 0;
            for (const double score : closestOther)
                above += score >= t ? 1 : 0;
            qInfo("t %.3f: %d added, %d wrong, rate %.1f%%, estimate by the next other deer %.0f of %d", t, added,
                  wrong, (1100.0 + added) / 115.70, above * unassigned / static_cast<double>(closestOther.size()),
                  unassigned);
            if (step == 700)
                QCOMPARE(added, 0);
            if (step >= 500 && step <= 650) {
                QVERIFY(added >= 220);
                QVERIFY(wrong < 0.02 * added);
            }
        }
    }

    void tablesHoldTheFiguresOfTheIssue_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *sql, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(expected);
        };
        row("locations", "SELECT count(*) FROM locations", "7");
        row("photos", "SELECT count(*) FROM images", "9000");
        row("detections", "SELECT count(*) FROM detections", "11570");
        row("assigned", "SELECT count(*) FROM detections WHERE deer_id IS NOT NULL", "1100");
        row("profiles",
            "SELECT string_agg(n::text, ' ' ORDER BY sex) FROM (SELECT sex, count(*) n FROM deer GROUP BY sex) s",
            "15 38");
        row("months",
            "SELECT max(timestamp) < '2026-11-22T06:00Z' AND max(timestamp) > '2026-11-21T06:00Z' AND "
            "min(timestamp) >= '2025-09-22T06:00Z' AND min(timestamp) < '2025-09-24' FROM images",
            "t");
        row("bursts", "SELECT count(DISTINCT burst_group_id) BETWEEN 2000 AND 6000 FROM detections", "t");
        row("sightings", "SELECT sum(sighting_count) FROM deer", "1100");
        row("vectors",
            "SELECT count(*) FILTER (WHERE feature_vector IS NULL) BETWEEN 20 AND 120 AND "
            "count(*) FILTER (WHERE feature_vector[18] = 'NaN') BETWEEN 2 AND 30 AND "
            "count(*) FILTER (WHERE feature_vector[1] = 0 AND feature_vector[2] = 0) BETWEEN 2 AND 40 AND "
            "count(*) FILTER (WHERE array_length(feature_vector, 1) = 512) > 11400 FROM detections",
            "t");
        row("flaws",
            "SELECT count(*) FILTER (WHERE is_duplicate) > 100 AND count(*) FILTER (WHERE NOT is_valid) > 50 AND "
            "count(*) FILTER (WHERE corrected_classification IS NOT NULL) > 10 AND "
            "count(DISTINCT classification) = 10 FROM detections",
            "t");
        row("founders",
            "SELECT count(*) FROM deer p WHERE EXISTS (SELECT FROM detections d WHERE d.deer_id = p.id AND "
            "d.feature_vector = p.feature_vector)",
            "53");
        row("scores",
            "SELECT count(*) > 50000 AND bool_and(sex_match) AND bool_and(matched = (similarity_score >= 0.7)) AND "
            "count(*) FILTER (WHERE matched) > 100 FROM reid_similarity_scores",
            "t");
        row("scored pairs of one sex",
            "SELECT count(*) FROM reid_similarity_scores s JOIN deer p ON p.id = deer_id JOIN detections d "
            "ON d.id = detection_id WHERE CASE WHEN classification = 'doe' THEN 'doe' ELSE 'buck' END <> p.sex::text",
            "0");
        row("truth", "SELECT count(*) FROM demo_truth.detections", "11570");
        row("mislabeled",
            "SELECT count(*) BETWEEN 200 AND 600 FROM demo_truth.detections t JOIN demo_truth.animals a ON "
            "a.id = animal_id JOIN detections d ON d.id = detection_id WHERE (sex = 'buck' AND classification = 'doe') "
            "OR (sex = 'doe' AND classification = 'buck')",
            "t");
        row("wrongly linked",
            "SELECT count(*) FROM detections d JOIN demo_truth.detections t ON t.detection_id = d.id "
            "JOIN demo_truth.profiles p ON p.deer_id = d.deer_id WHERE p.animal_id <> t.animal_id",
            "4");
        row("references hold",
            "SELECT count(*) FROM detections d LEFT JOIN images i ON i.id = image_id LEFT JOIN deer p ON "
            "p.id = d.deer_id WHERE i.id IS NULL OR (d.deer_id IS NOT NULL AND p.id IS NULL)",
            "0");
    }

    void tablesHoldTheFiguresOfTheIssue()
    {
        if (!m_loaded) {
            QElapsedTimer timer;
            timer.start();
            Result<PgSession> session = PgSession::open(m_servers.settings().postgres);
            QVERIFY(session);
            const Result<void> loaded = loadHerd(*session, m_herd);
            QVERIFY2(loaded, qPrintable(test::reason(loaded)));
            m_loaded = true;
            qInfo("loaded in %lld ms", timer.elapsed());
        }
        QFETCH(QString, sql);
        const Result<QString> value = m_servers.sql(sql);
        QVERIFY2(value, qPrintable(test::reason(value)));
        QTEST(*value, "expected");
    }

    void chosenPhotosIncludeFoundersAndTheNewest()
    {
        Herd herd = m_herd;
        chooseDrawnPhotos(herd, 1'150);
        QCOMPARE(std::count_if(herd.photos.begin(), herd.photos.end(), [](const Photo &photo) { return photo.drawn; }),
                 1'150);
        for (const Profile &profile : herd.profiles)
            QVERIFY(
                herd.photos[static_cast<size_t>(herd.detections[static_cast<size_t>(profile.founder)].photo)].drawn);
        const qint64 month = herd.photos.back().time - 30 * 86'400;
        const auto recent =
            std::count_if(herd.photos.begin(), herd.photos.end(), [&](const Photo &p) { return p.time > month; });
        const auto drawn = std::count_if(herd.photos.begin(), herd.photos.end(),
                                         [&](const Photo &p) { return p.time > month && p.drawn; });
        qInfo("%lld photos in the last 30 days, %lld drawn", static_cast<long long>(recent),
              static_cast<long long>(drawn));
        QVERIFY(drawn > 500);
    }

private:
    Best bestScore(size_t i, int without = -1) const
    {
        Best best;
        const Detection &detection = m_herd.detections[i];
        if (!detection.valid || detection.duplicate || detection.vector != Detection::Vector::Usable)
            return best;
        for (size_t p = 0; p < m_herd.profiles.size(); ++p) {
            const Profile &profile = m_herd.profiles[p];
            if (static_cast<int>(p) == without ||
                !mayMatch(effectiveLabel(detection), m_herd.animals[static_cast<size_t>(profile.animal)]))
                continue;
            const double score = cosine(m_herd.vector(i), m_herd.vector(static_cast<size_t>(profile.founder)));
            if (score > best.score)
                best = {score, static_cast<int>(p)};
        }
        return best;
    }

    std::vector<Best> bestScores() const
    {
        std::vector<Best> best;
        for (size_t i = 0; i < m_herd.detections.size(); ++i)
            best.push_back(bestScore(i));
        return best;
    }

    Herd m_herd;
    bool m_loaded = false;
    test::Servers m_servers;
};

QTEST_GUILESS_MAIN(TestHerd)
#include "test_herd.moc"
