// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/review/words.h"
#include "ui/trial/verdict/answerparts.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/cards.h"
#include "ui/trial/verdict/staircase.h"
#include "ui/trial/verdict/verdictpage.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/text/coretexts.h"

#include <QPushButton>
#include <cmath>

/// What a VerdictPage says of an outcome.
namespace herdbook::trial {

namespace {

/// All that speaks against a certificate, the worst first.
QString doubtsOf(const Outcome &outcome)
{
    QStringList doubts = Words::doubts(outcome.checks);
    if (!outcome.doubt.isEmpty())
        doubts.prepend(coreText(outcome.doubt));
    return doubts.join(u' ');
}

} // namespace

void VerdictPage::show(std::shared_ptr<const Outcome> outcome)
{
    m_outcome = std::move(outcome);
    const TrialRecord &record = *m_desk.record();
    const bool certified = m_outcome->certified();
    m_apply->setOutcome(record, *m_outcome);
    askStricter(false);
    m_stricter->setVisible(m_desk.canTryStricter());
    m_goOn->setVisible(m_desk.session() != nullptr && m_desk.session()->current().has_value());
    showHead();
    m_cameAbout->setVisible(certified);
    m_staircase->setCertificate(m_outcome->certificate);
    m_claims->setOutcome(record, *m_outcome);
    m_claims->setVisible(certified);
    m_checks->setOutcome(*m_outcome);
    m_checks->show();
    m_assumptions->setVisible(certified);
    m_ways->setVisible(!certified);
    m_waysNote->setVisible(!certified);
    showPairs();
    fitCards();
}

void VerdictPage::hideParts()
{
    for (QWidget *part :
         {static_cast<QWidget *>(m_cameAbout), static_cast<QWidget *>(m_claims), static_cast<QWidget *>(m_checks),
          static_cast<QWidget *>(m_assumptions), static_cast<QWidget *>(m_pairsCard),
          static_cast<QWidget *>(m_answersCard), static_cast<QWidget *>(m_ways), static_cast<QWidget *>(m_waysNote),
          static_cast<QWidget *>(m_unheard), static_cast<QWidget *>(m_doubts)})
        part->hide();
}

void VerdictPage::showNoVerdict(const QString &sentence, const QString &meaning)
{
    m_outcome.reset();
    m_threshold->setText(QStringLiteral("–"));
    m_pill->setState(Tone::Neutral, sentence, Icon::Queued);
    m_sentence->setText(sentence);
    m_meaning->setText(meaning);
    m_provenance->clear();
    hideParts();
    m_apply->showNoVerdict(sentence);
}

void VerdictPage::showFirstEdition()
{
    m_outcome.reset();
    const TrialRecord &record = *m_desk.record();
    m_threshold->setText(tr("none"));
    m_pill->setState(Tone::Info, tr("First edition"), Icon::Info);
    m_sentence->setText(tr("Trials of the first edition count for nothing"));
    m_meaning->setText(
        tr("It could be passed without looking. What was answered then stays in the journal; what was written "
           "can be taken back there. Begin a new trial for a certificate."));
    m_provenance->setText(tr("%1 at %2, begun %3 by %4")
                              .arg(Words::count(record.first ? record.first->pairs : 0, tr("pair"), tr("pairs")),
                                   Words::threshold(record.candidate),
                                   Words::day(record.createdAt, m_desk.services().siteTimeZone), record.createdBy));
    hideParts();
    m_apply->showNoVerdict({});
    m_apply->showNotOffered(tr("Nothing can be written from this trial"), m_meaning->text(), record, {});
}

void VerdictPage::showHead()
{
    const CertificateRecord &certificate = m_outcome->certificate;
    const TrialRecord &record = *m_desk.record();
    const QTimeZone &zone = m_desk.services().siteTimeZone;
    m_threshold->setText(certificate.threshold ? Words::threshold(*certificate.threshold) : tr("none"));
    m_doubts->setText(certificate.threshold ? doubtsOf(*m_outcome) : QString());
    m_doubts->setVisible(!m_doubts->text().isEmpty());
    if (!certificate.withheld.isEmpty()) {
        m_pill->setState(Tone::Warn, tr("Withheld"), Icon::Warning);
        QString reason = coreText(certificate.withheld);
        m_sentence->setText(tr("No certificate: %1").arg(reason));
        m_meaning->setText(
            m_outcome->checks.plantsOk() && m_outcome->checks.correctedOk()
                ? tr("Nothing is certified at any threshold.")
            : m_outcome->checks.onlyByClocks()
                ? tr("These pairs are of different deer only by both cameras’ clocks and today’s coordinates; if a "
                     "clock is an hour off, or a camera was moved, a pair may be one deer. Either way nothing is "
                     "certified at any threshold.")
                : tr("Whoever calls strangers the same would also call wrong matches the same. So these answers "
                     "can’t tell how many matches are wrong, and nothing is certified at any threshold."));
    } else if (certificate.threshold) {
        if (!m_outcome->unheard.isEmpty())
            m_pill->setState(Tone::Warn, tr("Not confirmed"), Icon::Warning);
        else if (!m_outcome->notCompared.isEmpty())
            m_pill->setState(Tone::Warn, tr("Not compared"), Icon::Warning);
        else if (m_doubts->text().isEmpty())
            m_pill->setState(Tone::Ok, tr("Certificate holds"), Icon::Shield);
        else
            m_pill->setState(Tone::Warn, tr("Holds, with doubts"), Icon::Warning);
        m_sentence->setText(tr("At most 5% of these %1 would be assigned wrongly")
                                .arg(Words::count(certificate.items, tr("detection"), tr("detections"))));
        m_meaning->setText(
            tr("No more than %1 wrong among them. The way this is found out errs in at most %2 of 100 trials, "
               "whenever one stops.")
                .arg(leastTooMany(certificate.items) - 1)
                .arg(qRound(certificate.risk * 100)) +
            (m_outcome->besides.isEmpty() ? QString() : u' ' + coreText(m_outcome->besides)) +
            (m_outcome->unreliable > 0 ? u' ' + Words::unreliable(m_outcome->unreliable) : QString()));
    } else {
        m_pill->setState(Tone::Info, tr("Nothing certified"), Icon::Info);
        m_sentence->setText(Words::verdict(record, *m_outcome));
        m_meaning->setText(m_outcome->reviewAllDone ? tr("What was answered Same can be written.") : whyAndWhatNow());
    }
    QString facts =
        tr("%1 by %2, preset %3, threshold %4")
            .arg(Words::count(certificate.looks, tr("look"), tr("looks")), certificate.reviewers.join(tr(" and ")),
                 Words::preset(certificate.preset), Words::threshold(record.candidate));
    if (certificate.finishedAt.isValid())
        facts +=
            tr(", %1, in %2").arg(Words::day(certificate.finishedAt, zone), Words::duration(m_outcome->milliseconds));
    if (certificate.threshold)
        facts += m_outcome->notCompared.isEmpty()
                     ? tr(". It covers the pool it was drawn from, not later photos.")
                     : tr(". Not compared with today’s data: %1.").arg(TrialDesk::shown(m_outcome->notCompared));
    if (certificate.threshold && m_outcome->unshared)
        facts += u' ' + tr("Trials of it on other computers aren’t known: this database has no journal to share them.");
    m_provenance->setText(facts);
    // What others answered, or tried on this pool, may decide.
    m_unheard->setText(m_desk.unheard().isEmpty()
                           ? QString()
                           : (record.reviewers.size() > 1
                                  ? tr("The latest answers of the other reviewer may be missing, and so may trials of "
                                       "this pool on other computers: %1.")
                                  : tr("Trials of this pool on other computers may be missing, each of which asks for "
                                       "more proof: %1."))
                                 .arg(TrialDesk::shown(m_desk.unheard())));
    if (!m_desk.unkept().isEmpty())
        m_unheard->setText(
            QString(m_unheard->text() + u' ' +
                    tr("This verdict couldn’t be kept on this computer, so lists and other computers may show "
                       "an earlier one: %1.")
                        .arg(coreText(m_desk.unkept())))
                .trimmed());
    if (m_desk.savingFailed())
        m_unheard->setText(QString(m_unheard->text() + u' ' +
                                   tr("Not saved: %1 that it counts. Save again in the review.")
                                       .arg(Words::count(m_desk.unsaved(), tr("answer"), tr("answers"))))
                               .trimmed());
    m_unheard->setVisible(!m_unheard->text().isEmpty());
}

/// Nothing is certified: why, what was to be expected, and what may still bring a certificate.
QString VerdictPage::whyAndWhatNow() const
{
    QStringList words{Words::whyNothing(*m_desk.record(), *m_outcome)};
    const std::optional<Expected> &expected = m_desk.expected();
    const bool told = !words.front().isEmpty();
    if (told && expected && expected->firstShare > 0 && m_outcome->looks >= std::lround(expected->firstLooks))
        words << tr("About %1 looks were to be expected for a first certificate: the mean if 1% are wrong and every "
                    "known different pair is seen through.")
                     .arg(Words::roughly(expected->firstLooks));
    words << tr("The answers are kept.");
    const bool possible = !told || m_outcome->remaining.has_value();
    if (!m_goOn->isHidden() && possible)
        words << tr("Going on may still bring a certificate.");
    if (!m_stricter->isHidden())
        words << tr("Stricter thresholds may bring one as well, in a new trial.");
    words.removeAll(QString());
    return words.join(u' ');
}

void VerdictPage::showPairs()
{
    const TrialRecord &record = *m_desk.record();
    std::vector<WrongPairs::Shown> shown;
    std::array<int, kAnswers> answers{};
    int items = 0;
    int plants = 0;
    int waiting = 0;
    const bool missed = !m_outcome->checks.plantsOk();
    for (const Decision &decision : m_outcome->decisions) {
        const Pair &pair = record.pair(decision.look);
        if (decision.lacks == Lacks::OtherReviewer) {
            waiting += decision.look.plant ? 0 : 1;
            continue;
        }
        if (decision.look.plant) {
            ++plants;
            if (missed && decision.counts == Final::Same)
                shown.push_back(
                    {&pair, decision,
                     Words::known(pair, m_desk.services().siteTimeZone, record.pictures.value(pair.detection)), true});
            continue;
        }
        ++items;
        if (decision.lacks != Lacks::NewAnswer)
            ++answers[static_cast<std::size_t>(decision.answer.value_or(Answer::CantTell))];
        if (!missed && decision.counts != Final::Same)
            shown.push_back({&pair, decision, Words::profile(record.profile(pair.deer), pair.deer),
                             !m_outcome->certificate.withheld.isEmpty()});
    }
    m_shares->setAnswers(answers);
    m_shares->setQuiet(!m_outcome->certificate.withheld.isEmpty());
    m_answersCard->setVisible(!m_outcome->certified());
    m_answersNote->setText(missed ? tr("%1, and %2 besides. What was answered Same proves nothing here: known "
                                       "strangers were called the same deer too.")
                                        .arg(Words::count(items, tr("detection"), tr("detections")),
                                             Words::count(plants, tr("known pair"), tr("known pairs")))
                                  : tr("%1; everything but Same counts as wrong.")
                                        .arg(Words::count(items, tr("detection"), tr("detections"))));
    if (waiting > 0)
        m_answersNote->setText(
            m_answersNote->text() + u' ' +
            tr("Waiting for the other reviewer: %1.").arg(Words::count(waiting, tr("detection"), tr("detections"))));
    m_pairsTitle->setText(missed ? tr("Known different pairs that were answered Same, so you can see it yourself")
                                 : tr("Not answered Same, each beside the profile it was offered"));
    m_pairs->setPairs(m_desk.record(), shown);
    m_pairsCard->setVisible(!shown.empty());
}

} // namespace herdbook::trial
