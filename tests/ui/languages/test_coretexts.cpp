// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/gallery.h"
#include "core/reid/load/databaseanalysis.h"
#include "core/reid/output/words.h"
#include "core/reid/steps.h"
#include "core/storage/postgres.h"
#include "tests/core/reid/load/worldtables.h"
#include "tests/support/servers.h"
#include "tests/ui/spoken.h"
#include "ui/widgets/text/coretexts.h"

#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <limits>
#include <random>

using namespace herdbook;
using namespace herdbook::reid;
using namespace herdbook::reid::simulation;
using Choice = Language::Choice;

namespace {

/// Words that are neither German nor Spanish; names of columns aside.
QStringList englishIn(const QString &text)
{
    static const QRegularExpression words(
        QStringLiteral("\\b(the|of|and|that|with|are|is|not|have|been|would|were|their|than|from|by|which|to|be|for|"
                       "does|bucks|deer|detections?|pairs?|scores?|trial|threshold|wrong|assigned|nothing|only|about|"
                       "most)\\b(?!\\.\\w)"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList found;
    for (auto match = words.globalMatch(text); match.hasNext();)
        found << match.next().captured();
    return found;
}

/// All that a screen says of an analysis.
QSet<QString> textsOf(const Analysis &analysis)
{
    const Recommendation &r = analysis.recommendation;
    QSet<QString> texts;
    const auto add = [&texts](const std::string &text) { texts << QString::fromStdString(text); };
    add(r.reason);
    add(r.whySoFew);
    for (const std::vector<std::string> *lines : {&r.unknown, &r.missing, &r.next}) {
        for (const std::string &line : *lines)
            add(line);
    }
    if (r.trial)
        add(r.trial->words);
    for (const Goal &goal : r.goals) {
        add(goal.title);
        add(goal.unjudged);
    }
    for (const SexAdvice &sex : r.sexes)
        add(sex.words);
    for (const Check &check : analysis.integrity) {
        add(check.title);
        add(check.detail);
        add(check.fix);
    }
    for (const FunnelStep &step : analysis.funnel(analysis.options.current))
        add(step.title);
    const QStringList lines = sentences(r);
    texts.unite({lines.begin(), lines.end()});
    texts << assignedOutsideFunnel(analysis, 0) << suspects(analysis);
    texts.remove(QString());
    return texts;
}

World herd(Situation situation = Situation::Plain)
{
    return simulate(situation, 4, 1200, 50, 20);
}

} // namespace

/// What core really says is known in every language, whatever the data are like.
class TestCoreTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAllHerds();
    void ofBrokenVectors();
    void ofEveryAbstention();
    void ofTrials();
    void ofDatabases();
    void ofJobsAndJournals();
    void namesAndVersionsStay();

private:
    void hear(const Analysis &analysis) { m_heard.unite(textsOf(analysis)); }
    void verifyHeard();

    QTemporaryDir m_folder;
    QSet<QString> m_heard;
};

void TestCoreTexts::verifyHeard()
{
    QVERIFY(!m_heard.isEmpty());
    QSettings settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    QStringList wrong;
    for (const Choice choice : {Choice::German, Choice::Spanish}) {
        const test::Spoken spoken(settings, choice);
        for (const QString &text : m_heard) {
            const QString said = coreText(text);
            if (const QStringList english = englishIn(said); said == text || !english.isEmpty())
                wrong << QStringLiteral("%1\n    %2 (%3)").arg(text, said, english.join(u' '));
        }
    }
    m_heard.clear();
    wrong.sort();
    QVERIFY2(wrong.isEmpty(), qPrintable(QString::number(wrong.size()) + u'\n' + wrong.join(u'\n')));
}

void TestCoreTexts::ofAllHerds()
{
    for (const Situation situation : kSituations)
        hear(analyzeWorld(herd(situation)));
    World alone = herd();
    for (Detection &detection : alone.data.detections) {
        detection.deer = {};
        detection.ownProfile = -1;
    }
    hear(analyzeWorld(alone));
    World assigned = herd();
    for (std::size_t i = 0; i < assigned.data.detections.size(); ++i) {
        Detection &detection = assigned.data.detections[i];
        detection.ownProfile = static_cast<int>(i % assigned.data.profiles.size());
        detection.deer = assigned.data.profiles[i % assigned.data.profiles.size()].id;
    }
    hear(analyzeWorld(assigned));
    hear(analyzeWorld(simulate(Situation::Plain, 4, 1200, 50, 1)));
    hear(analyzeWorld(simulate(Situation::Plain, 2, 300, 2, 2)));
    Options stricter; // than what assigned
    stricter.current = .99;
    hear(analyzeWorld(herd(), stricter));
    QVERIFY(std::ranges::any_of(m_heard, [](const QString &text) { return text.contains(QLatin1String("by hand")); }));
    verifyHeard();
}

void TestCoreTexts::ofBrokenVectors()
{
    const World whole = herd();
    const auto dimension = static_cast<std::ptrdiff_t>(whole.data.dimension);
    World broken = whole;
    broken.vectors[3] = std::numeric_limits<float>::quiet_NaN();
    std::fill_n(broken.vectors.begin() + dimension, dimension, 0.F);
    std::for_each(broken.vectors.begin() + 2 * dimension, broken.vectors.begin() + 4 * dimension,
                  [](float &value) { value *= 3; });
    hear(analyzeWorld(broken));
    std::ranges::fill(broken.vectors, std::numeric_limits<float>::quiet_NaN());
    hear(analyzeWorld(broken));
    World other = whole; // of another model
    for (std::ptrdiff_t at = 0; at < std::ssize(other.profileVectors); at += dimension)
        std::rotate(other.profileVectors.begin() + at, other.profileVectors.begin() + at + 17,
                    other.profileVectors.begin() + at + dimension);
    hear(analyzeWorld(other));
    World equal = whole;
    for (std::vector<float> *vectors : {&equal.vectors, &equal.profileVectors}) {
        for (std::ptrdiff_t at = 0; at < std::ssize(*vectors); at += dimension)
            std::copy_n(whole.vectors.begin(), dimension, vectors->begin() + at);
    }
    hear(analyzeWorld(equal));
    World noise = whole;
    noise.data.dimension = 512;
    noise.vectors.resize(noise.data.detections.size() * 512);
    noise.profileVectors.resize(noise.data.profiles.size() * 512);
    std::mt19937 random(1);
    std::normal_distribution<float> normal;
    for (std::vector<float> *vectors : {&noise.vectors, &noise.profileVectors}) {
        for (float &value : *vectors)
            value = std::max(0.F, normal(random));
        for (std::size_t at = 0; at < vectors->size(); at += 512)
            normalize({vectors->data() + at, 512});
    }
    hear(analyzeWorld(noise));
    QVERIFY(std::ranges::any_of(m_heard, [](const QString &text) { return text.contains(QLatin1String("random")); }));
    verifyHeard();
}

void TestCoreTexts::ofEveryAbstention()
{
    const Analysis plain = analyzeWorld(herd());
    QSet<Lacking> lacking;
    const auto recommend = [&](const Analysis &changed) {
        Analysis analysis = changed;
        analysis.recommendation = steps::recommend(analysis);
        steps::advise(analysis);
        lacking << analysis.recommendation.lacking;
        hear(analysis);
    };
    Analysis analysis = plain;
    analysis.unsoundInForce = true;
    recommend(analysis);
    analysis.counts.assigned = 0;
    recommend(analysis);
    for (const Check &check : plain.integrity) {
        Analysis unsound = plain;
        std::ranges::find(unsound.integrity, check.id, &Check::id)->outcome = Check::Outcome::Fail;
        recommend(unsound);
    }
    for (const std::uint32_t reaching : {0U, 1U, 3U}) {
        Analysis few = plain;
        few.unsoundInForce = false;
        few.layers.unassigned = {};
        few.layers.unassigned.add(1000, 4997);
        few.layers.unassigned.add(5000, reaching);
        few.curves.added = few.layers.unassigned.atOrAbove();
        recommend(few);
    }
    for (const double wrong : {.9, .3, 0.}) {
        for (const std::uint32_t unjudgedIn : {1000U, 25U, 2U}) {
            Analysis often = plain;
            often.unsoundInForce = false;
            Curves &curves = often.curves;
            for (std::vector<double> *curve : {&curves.wrong, &curves.wrongUpper, &curves.wrongStrict})
                curve->assign(curves.added.size(), 0);
            for (std::size_t i = 0; i < curves.added.size(); ++i) {
                const auto added = static_cast<double>(curves.added[i]);
                curves.unjudged[i] = curves.added[i] / unjudgedIn;
                curves.wrong[i] = curves.unjudged[i] + wrong * (added - curves.unjudged[i]);
                curves.wrongUpper[i] = curves.wrongStrict[i] = std::max(curves.wrong[i], .6 * added);
            }
            recommend(often);
        }
    }
    for (const double upper : {0., .1}) { // what no trial proves
        Analysis asked = plain;
        asked.unsoundInForce = false;
        asked.options.alpha = .02;
        Curves &curves = asked.curves;
        curves.unjudged.assign(curves.added.size(), 0);
        curves.wrong.assign(curves.added.size(), 0);
        for (Curves *of : {&curves, &asked.bySex[0].curves, &asked.bySex[1].curves, &asked.bySex[2].curves,
                           &asked.bySex[3].curves}) {
            of->wrongUpper.assign(of->added.begin(), of->added.end());
            for (double &most : of->wrongUpper)
                most *= upper;
            of->wrongStrict = of->wrongUpper;
        }
        recommend(asked);
        QVERIFY(m_heard.contains(QStringLiteral("A trial proves at most 5%, not 2%.")));
    }
    for (const Lacking one :
         {Lacking::SoundData, Lacking::SoundThreshold, Lacking::Unassigned, Lacking::Evidence, Lacking::Threshold})
        QVERIFY2(lacking.contains(one), qPrintable(QString::number(static_cast<int>(one))));
    verifyHeard();
}

void TestCoreTexts::ofTrials()
{
    Analysis analysis = analyzeWorld(simulate(Situation::StoredScores, 1, 2500, 60, 25));
    const std::uint64_t added = analysis.evaluate(.61).added;
    QVERIFY(added > 20);
    const auto hearWith = [&](Certification certification) {
        certify(analysis, std::move(certification));
        hear(analysis);
    };
    analysis.options.gainGoal = .01;
    for (const std::string reviewer : {"ann@ranch", "Ann B. Smith and bob@ranch", "Dr. Smith"}) {
        for (const std::uint64_t newer : {0, 4, 5}) {
            Certificate certificate{.61, "2026-11-28T14:00:00Z", reviewer, 87, {}, "ab", newer, added - 5, added - 5};
            certificate.day = "2026-11-28";
            hearWith({true, certificate, {}, {{"2026-11-29T10:00:00Z", 1, 1, {}, {}, true, "2026-11-29"}}});
            QVERIFY(analysis.recommendation.certified());
            certificate.open = added - 6;
            certificate.openNotSame = newer > 4 ? 1 : newer;
            hearWith({true, certificate, {}, {}});
            hearWith({true, certificate, {}, {{"2026-11-29T10:00:00Z", 19, 19, {}, {}, true, "2026-11-29"}}});
            QVERIFY(analysis.recommendation.refuted);
        }
    }
    const char *const reasons[] = {
        "the pool has only 3 known different pairs, and 12 are needed",
        "4 of 7 pairs known to be different deer were answered Same",
        "4 of 7 pairs known to be different deer were answered Same, of which 3 were taken back",
        "4 of 7 pairs held to be different deer were answered Same; these are so only by the clocks of two cameras and "
        "today's coordinates",
        "1 answer was given within one second",
        "3 of 20 looks had a picture that could not be shown",
        "5 of 20 pairs could not be told, over a fifth",
        "pairs known to be different deer were answered Same after it",
        "the data are no longer those the trial was drawn from: scores come from vectors now, not from stored scores; "
        "the profiles have changed; 1 detection was deleted; 2 detections have another sex now; 3 detections have "
        "another score now; 1 detection matches another profile best now",
        "the data are no longer those the trial was drawn from: the pool's digest is another one",
    };
    for (const char *reason : reasons)
        hearWith({true, {}, {}, {{"2026-11-28T09:00:00Z", 20, 0, reason, {}, true, "2026-11-28"}}});
    for (const std::uint64_t notSame : {0, 1, 19}) {
        for (const std::optional<double> certified : {std::optional<double>(), std::optional(.95)})
            hearWith({true, {}, {}, {{"2026-11-28T09:00:00Z", 19, notSame, {}, certified, true, "2026-11-28"}}});
    }
    for (const char *why :
         {"the trial of 2026-11-28: the profiles have changed", "the trial of 2026-11-28: it is of another pool",
          "the trial of 2026-11-28: its answers do not bear it out",
          "the trial of 2026-11-28: two journals have other answers of ann@ranch",
          "the shared journal can't be read (a newer Herdbook made it), so what other trials came to is not known",
          "the journal on this computer can't be read (The saved trial is incomplete), so what other trials came to is "
          "not known"})
        hearWith({true, {}, why, {}});
    hearWith({});
    {
        Analysis doubted = analysis;
        doubted.curves.wrong.assign(doubted.curves.added.begin(), doubted.curves.added.end());
        doubted.curves.unjudged.assign(doubted.curves.added.size(), 0);
        certify(doubted,
                {true,
                 Certificate{
                     .61, "2026-11-28T14:00:00Z", "ann", 87, {}, "ab", 0, added / 2, added / 2, .05, .05, "2026-11-28"},
                 {},
                 {}});
        QVERIFY(!doubt(doubted.recommendation).empty());
        hear(doubted);
    }
    analysis.curves.observedWrong.assign(analysis.curves.added.size(), static_cast<double>(added));
    hearWith(
        {true,
         Certificate{.61, "2026-11-28T14:00:00Z", "ann@ranch", 87, {}, "ab", 0, added, added, .05, .05, "2026-11-28"},
         {},
         {}});
    QVERIFY(analysis.recommendation.refuted);
    verifyHeard();
}

void TestCoreTexts::ofDatabases()
{
    test::Servers servers;
    const Result<void> started = servers.start();
    QVERIFY2(started, qPrintable(test::reason(started)));
    const Result<void> fresh = servers.freshDatabase();
    QVERIFY2(fresh, qPrintable(test::reason(fresh)));
    Result<demo::PgSession> session = demo::PgSession::open(servers.settings().postgres);
    QVERIFY2(session, qPrintable(test::reason(session)));
    const auto database = storage::Postgres::open(servers.settings().postgres);
    QVERIFY2(database, qPrintable(test::reason(database)));
    const auto look = [&] {
        for (const Source source : {Source::Vectors, Source::Stored}) {
            const auto analysis = analyzeDatabase(**database, {}, source, std::stop_token());
            if (analysis)
                hear(**analysis);
            else
                m_heard << analysis.error().message;
        }
    };
    look();
    const World world = simulate(Situation::Plain, 5, 500, 40, 16);
    const Result<void> written = writeWorld(*session, world);
    QVERIFY2(written, qPrintable(test::reason(written)));
    look();
    const Result<void> scored = writeScores(*session, world);
    QVERIFY2(scored, qPrintable(test::reason(scored)));
    look();
    for (const char *change :
         {"UPDATE deer SET embedding_version = '1.0'",
          "UPDATE deer SET embedding_version = NULL WHERE id IN (SELECT id FROM deer LIMIT 2)",
          "UPDATE deer SET embedding_version = '2.0' WHERE id IN (SELECT id FROM deer LIMIT 1)",
          "UPDATE deer SET feature_vector = NULL WHERE id IN (SELECT id FROM deer LIMIT 1)",
          "UPDATE reid_similarity_scores SET threshold_used = 0.6",
          "UPDATE reid_similarity_scores SET threshold_used = 0.7 WHERE similarity_score > 0.7",
          "DELETE FROM reid_similarity_scores WHERE deer_id IN (SELECT id FROM deer LIMIT 3)",
          "ALTER TABLE reid_similarity_scores DROP CONSTRAINT reid_similarity_scores_similarity_score_check",
          "UPDATE reid_similarity_scores SET similarity_score = -0.5 WHERE similarity_score > 0.9",
          "ALTER TABLE detections DROP COLUMN corrected_classification",
          "ALTER TABLE images ALTER COLUMN \"timestamp\" TYPE timestamp", "DROP TABLE reid_similarity_scores"}) {
        const Result<void> changed = session->execute(change);
        QVERIFY2(changed, qPrintable(test::reason(changed)));
        look();
    }
    verifyHeard();
}

void TestCoreTexts::ofJobsAndJournals()
{
    for (
        const char *text :
        {"No detections found in the selected date range",
         "No detections found in the selected date range (photos not read yet: 1,204 of 2,211)",
         "None of the 12 detections asked for is in the database with its photo",
         "The location asked for is not in the database",
         "Can't write to the export folder /exports: the disk is full (tried 3 times)",
         "The export folder /exports is missing or not writable", "The worker stopped 3 times while making this export",
         "It took longer than its time limit of 600 s", "The job expired before a worker could begin it",
         "Waiting for the export folder", "Making the export failed: the disk is full",
         "Whether report_1.pdf is deleted isn't known: the export folder is missing. The job is still there: remove it "
         "again when that is mended",
         "Clocks can't be compared: Redis refused: NOPERM",
         "Nothing can be asked for or changed now. Redis refused: OOM",
         "PostgreSQL: the server's data is damaged: block 7",
         "The schema herdbook can't be trusted: its table batch belongs to the role mallory",
         "The journal is at version 9, made by a newer Herdbook; this one knows version 7",
         "detections is in use by ann (process 7) since 12:00 UTC; nothing was written, try again",
         "detections is in use by ann (process 7)"})
        m_heard << QString::fromLatin1(text);
    verifyHeard();
}

void TestCoreTexts::namesAndVersionsStay()
{
    QSettings settings(m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    for (const Choice choice : {Choice::German, Choice::Spanish}) {
        const test::Spoken spoken(settings, choice);
        for (const auto &[text, name] :
             {std::pair("Recorded: 1.0.", "1.0"), std::pair("Recorded: 2026-01-05.", "2026-01-05"),
              std::pair("ann is in, not encrypted, PostgreSQL 16.4", "16.4"),
              std::pair("There is no database named 1,000 on this server", "1,000")}) {
            const QString said = coreText(QString::fromLatin1(text));
            QVERIFY2(said != QLatin1String(text) && said.contains(QLatin1String(name)), qPrintable(said));
        }
        // A path is one, whatever stands in it.
        QVERIFY(coreText(QStringLiteral("Can't write /srv/St. Louis")).contains(QLatin1String("/srv/St. Louis")));
    }
}

QTEST_MAIN(TestCoreTexts)
#include "test_coretexts.moc"
