// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/verdictpage.h"

#include "core/trial/review/words.h"
#include "ui/trial/verdict/answerparts.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/checkscard.h"
#include "ui/trial/verdict/estimatecard.h"
#include "ui/trial/verdict/testsview.h"
#include "ui/widgets/card.h"
#include "ui/widgets/pill.h"

#include <QBoxLayout>
#include <QLocale>
#include <QScrollArea>
#include <QSplitter>

namespace herdbook::trial {

namespace {

constexpr int kNarrow = 1060; ///< below this width the right pane goes under the left

Label *wrapped(TextRole role, ColorToken color)
{
    auto *label = new Label({}, role, color);
    label->setWordWrap(true);
    return label;
}

} // namespace

VerdictPage::VerdictPage(TrialDesk &desk, PhotoLoader &loader, QWidget *parent)
    : QWidget(parent), m_desk(desk), m_loader(loader)
{
    setFocusPolicy(Qt::StrongFocus); // its keys work as soon as it is shown
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 16);
    m_splitter = new QSplitter(Qt::Horizontal);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(16);
    m_splitter->addWidget(makeLeft());
    m_apply = new ApplyPanel(desk);
    auto *right = new QScrollArea;
    right->setWidget(m_apply);
    right->setWidgetResizable(true);
    right->setFrameShape(QFrame::NoFrame);
    right->setMinimumWidth(420);
    m_splitter->addWidget(right);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({860, 490});
    column->addWidget(m_splitter);
    connect(&desk, &TrialDesk::concluded, this, &VerdictPage::show);
}

QWidget *VerdictPage::makeLeft()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);

    auto *certificate = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    auto *figure = new QVBoxLayout;
    figure->setSpacing(4);
    m_kind = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_threshold = new Label({}, TextRole::Display);
    m_pill = new Pill;
    figure->addWidget(m_kind);
    figure->addWidget(m_threshold);
    figure->addWidget(m_pill, 0, Qt::AlignLeft);
    figure->addStretch();
    row->addLayout(figure);
    row->addWidget(new Divider(Qt::Vertical));
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    m_sentence = wrapped(TextRole::Sentence, &ThemeTokens::text);
    m_meaning = wrapped(TextRole::Body, &ThemeTokens::text);
    m_provenance = wrapped(TextRole::Label, &ThemeTokens::text2);
    words->addWidget(m_sentence);
    words->addWidget(m_meaning);
    words->addWidget(m_provenance);
    words->addStretch();
    row->addLayout(words, 1);
    certificate->body()->addLayout(row);
    column->addWidget(certificate);

    auto *tests = new Card(tr("Thresholds tested, strict to loose"));
    tests->header()->addWidget(
        new Label(tr("in a fixed order, stopping at the first that fails"), TextRole::Label, &ThemeTokens::text2));
    tests->setHeaderLine(true);
    tests->body()->setContentsMargins(1, 0, 1, 0);
    tests->body()->setSpacing(0);
    m_tests = new TestsView;
    tests->body()->addWidget(m_tests);
    m_testsNote = wrapped(TextRole::Label, &ThemeTokens::text2);
    m_testsNote->setContentsMargins(15, 8, 15, 10);
    tests->body()->addWidget(m_testsNote);
    column->addWidget(tests);

    auto *answers = new Card(QStringLiteral(" "));
    m_answersTitle = new Label({}, TextRole::Strong);
    answers->header()->insertWidget(0, m_answersTitle);
    answers->header()->addWidget(
        new Label(tr("everything but Same counts as wrong"), TextRole::Label, &ThemeTokens::text2));
    m_shares = new AnswerShares;
    answers->body()->addWidget(m_shares);
    m_wrongTitle = new Label({}, TextRole::Label, &ThemeTokens::text2);
    answers->body()->addWidget(m_wrongTitle);
    m_wrong = new WrongPairs(m_loader);
    answers->body()->addWidget(m_wrong);
    column->addWidget(answers);

    auto *lower = new QHBoxLayout;
    lower->setSpacing(12);
    m_checks = new ChecksCard;
    connect(m_checks, &ChecksCard::reviewersChosen, &m_desk, &TrialDesk::conclude);
    m_estimate = new EstimateCard;
    lower->addWidget(m_checks, 1);
    lower->addWidget(m_estimate, 1);
    column->addLayout(lower, 1);

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(560);
    return scroll;
}

void VerdictPage::show(std::shared_ptr<const Outcome> outcome)
{
    m_outcome = std::move(outcome);
    m_apply->setOutcome(*m_outcome);
    showCertificate();
    m_tests->setVerdict(m_outcome->verdict);
    showAnswers();
    m_checks->setOutcome(*m_outcome, static_cast<int>(m_desk.record()->pairs.size()));
    m_estimate->setOutcome(*m_outcome, *m_desk.record());
}

void VerdictPage::showCertificate()
{
    const Verdict &verdict = m_outcome->verdict;
    const TrialRecord &record = *m_desk.record();
    const QTimeZone &zone = m_desk.services().siteTimeZone;
    const QString reference = Words::threshold(verdict.reference);
    if (verdict.certified) {
        m_kind->setText(tr("Certified"));
        m_threshold->setText(reference);
        const bool sound = std::all_of(m_outcome->checks.begin(), m_outcome->checks.end(),
                                       [](const ReviewerChecks &checks) { return checks.sound(); });
        m_pill->setState(sound ? Tone::Ok : Tone::Warn, sound ? tr("Under the 5% limit") : tr("See reviewer checks"),
                         sound ? Icon::Completed : Icon::Warning);
        m_sentence->setText(tr("%1 of %2 judged wrong: %3, with 95% confidence at most %4")
                                .arg(verdict.overall.wrong)
                                .arg(verdict.overall.judged)
                                .arg(Words::percent(verdict.overall.share), Words::percent(verdict.overall.upper)));
        m_meaning->setText(*verdict.certified == record.thresholds.back()
                               ? tr("A match at %1 or more may be trusted on detections like these. Looser is not "
                                    "covered: the trial stopped at its candidate.")
                                     .arg(reference)
                               : tr("A match at %1 or more may be trusted on detections like these. Looser is not "
                                    "covered: the next threshold did not pass.")
                                     .arg(reference));
    } else {
        m_kind->setText(tr("Certified"));
        m_threshold->setText(tr("none"));
        m_pill->setState(Tone::Error, tr("Over the 5% limit"), Icon::Failed);
        m_sentence->setText(Words::whyNothingIsCertified(verdict));
        const auto failed = std::find_if(verdict.tests.begin(), verdict.tests.end(),
                                         [](const Test &test) { return test.outcome == Test::Outcome::Fails; });
        if (failed != verdict.tests.end()) {
            m_meaning->setText(
                verdict.complete ? tr("With 95% confidence the wrong share may be up to %1. Don’t use %2 for automatic "
                                      "assignment.")
                                       .arg(Words::percent(failed->share.upper), reference)
                                 : tr("Whatever the answers still missing are, nothing can be certified any more."));
        } else if (!verdict.complete) {
            m_pill->setState(Tone::Info, tr("Not finished"), Icon::Queued);
            m_meaning->setText(
                tr("A certificate needs all answers: stopping early would choose the moment that suits."));
        } else {
            m_pill->setState(Tone::Info, tr("Too few"), Icon::Info);
            m_meaning->setText(tr("It takes 59 without a single error. Draw a larger sample."));
        }
    }
    m_provenance->setText(
        tr("%1 bursts drawn at random from %2 with a score of %3 or more, seed %4, judged %5 by %6 in %7.")
            .arg(record.sampled())
            .arg(QLocale().toString(record.frameSize))
            .arg(Words::threshold(record.plan.candidate - 0.02))
            .arg(record.plan.seed)
            .arg(m_outcome->finishedAt.isValid() ? Words::day(m_outcome->finishedAt, zone) : QStringLiteral("–"),
                 m_outcome->reviewers.join(tr(" and ")), Words::duration(m_outcome->milliseconds)));
    QStringList none;
    for (const Test &test : verdict.tests) {
        if (test.sampled == 0)
            none << Words::threshold(test.threshold);
    }
    QString note =
        tr("Dot: wrong share seen. Line: up to the one-sided 95% bound (Clopper-Pearson). Red: the limit of 5%.");
    if (!none.isEmpty())
        note += tr(" None of the sample reached %1.").arg(none.join(tr(" or ")));
    m_testsNote->setText(note);
}

void VerdictPage::showAnswers()
{
    const Verdict &verdict = m_outcome->verdict;
    const TrialRecord &record = *m_desk.record();
    m_answersTitle->setText(
        tr("The %1 answers at %2 or more").arg(verdict.overall.judged).arg(Words::threshold(verdict.reference)));
    m_shares->setAnswers(verdict.answers);
    std::vector<int> wrong;
    for (std::size_t i = 0; i < record.pairs.size(); ++i) {
        const Pair &pair = record.pairs[i];
        if (pair.kind == Item::Kind::Sampled && pair.score >= reid::thresholdTicks(verdict.reference) &&
            m_outcome->answers[i] && countsAsWrong(*m_outcome->answers[i]))
            wrong.push_back(static_cast<int>(i));
    }
    m_wrongTitle->setText(
        wrong.empty() ? tr("None counted as wrong")
        : wrong.size() > 8
            ? tr("The first 8 of %1 counted as wrong, each beside the profile it was offered").arg(wrong.size())
            : tr("The %1 counted as wrong, each beside the profile it was offered").arg(wrong.size()));
    m_wrong->setPairs(m_desk.record(), *m_outcome, wrong);
    m_wrong->setVisible(!wrong.empty());
}

QStringList VerdictPage::chosenReviewers() const
{
    return m_checks->chosen();
}

void VerdictPage::resizeEvent(QResizeEvent *event)
{
    const Qt::Orientation wanted = width() < kNarrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted) {
        m_splitter->setOrientation(wanted);
        m_splitter->setSizes(wanted == Qt::Horizontal ? QList<int>{width() - 522, 490}
                                                      : QList<int>{height() / 2, height() / 2});
    }
    QWidget::resizeEvent(event);
}

} // namespace herdbook::trial
