// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/verdictpage.h"

#include "core/trial/review/words.h"
#include "ui/trial/verdict/answerparts.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/cards.h"
#include "ui/trial/verdict/staircase.h"
#include "ui/widgets/followfocus.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>

namespace herdbook::trial {

namespace {

constexpr int kNarrow = 1060; ///< below this width the right pane goes under the left
constexpr int kRight = 466;

Label *wrapped(TextRole role, ColorToken color)
{
    auto *label = new Label({}, role, color);
    label->setWordWrap(true);
    return label;
}

/// All that speaks against a certificate, the worst first.
QString doubtsOf(const Outcome &outcome)
{
    QStringList doubts = Words::doubts(outcome.checks);
    if (!outcome.doubt.isEmpty())
        doubts.prepend(coreText(outcome.doubt));
    return doubts.join(u' ');
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
    m_splitter->addWidget(m_apply);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({860, kRight});
    column->addWidget(m_splitter);
    connect(m_splitter, &QSplitter::splitterMoved, this, &VerdictPage::fitCards);
    connect(&desk, &TrialDesk::concluded, this, &VerdictPage::show);
    connect(&desk, &TrialDesk::savingChanged, this, [this] {
        if (m_outcome && m_outcome == m_desk.outcome())
            showHead();
    });
    connect(&desk, &TrialDesk::judging, this, [this] {
        showNoVerdict(tr("Judging …"), tr("What was answered here is read, and what others answered."));
    });
    connect(&desk, &TrialDesk::notJudged, this, [this](const Error &error) {
        showNoVerdict(tr("Not judged"), tr("%1. F5 tries again.").arg(coreText(error.message)));
        m_pill->setState(Tone::Warn, tr("Not judged"), Icon::Warning);
    });
}

QWidget *VerdictPage::makeLeft()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);

    auto *head = new Card;
    auto *row = new QHBoxLayout;
    row->setSpacing(24);
    auto *figure = new QVBoxLayout;
    figure->setSpacing(4);
    figure->addWidget(new Label(tr("Certified"), TextRole::Label, &ThemeTokens::text2));
    m_threshold = new Label({}, TextRole::Display);
    QFont large = m_threshold->font();
    large.setPointSizeF(32);
    m_threshold->setFont(large);
    m_pill = new Pill;
    figure->addWidget(m_threshold);
    figure->addWidget(m_pill, 0, Qt::AlignLeft);
    figure->addStretch();
    row->addLayout(figure);
    row->addWidget(new Divider(Qt::Vertical));
    auto *words = new QVBoxLayout;
    words->setSpacing(6);
    m_sentence = wrapped(TextRole::Sentence, &ThemeTokens::text);
    m_doubts = wrapped(TextRole::Body, &ThemeTokens::warn);
    m_doubts->setObjectName(QStringLiteral("doubts"));
    m_doubts->hide();
    m_meaning = wrapped(TextRole::Body, &ThemeTokens::text);
    m_provenance = wrapped(TextRole::Label, &ThemeTokens::text2);
    m_unheard = wrapped(TextRole::Label, &ThemeTokens::warn);
    m_unheard->setObjectName(QStringLiteral("unheard"));
    m_unheard->hide();
    for (Label *label : {m_sentence, m_doubts, m_meaning, m_provenance, m_unheard})
        words->addWidget(label);
    words->addStretch();
    row->addLayout(words, 1);
    head->body()->addLayout(row);
    column->addWidget(head);

    m_cameAbout = new Card(tr("How it came about"));
    m_cameAbout->header()->addWidget(
        new Label(tr("each dot a certificate, strict to loose"), TextRole::Label, &ThemeTokens::text2));
    m_staircase = new Staircase;
    m_cameAbout->body()->addWidget(m_staircase);
    column->addWidget(m_cameAbout);

    m_pairsCard = new Card(QStringLiteral(" "));
    m_pairsTitle = new Label({}, TextRole::Strong);
    m_pairsCard->header()->insertWidget(0, m_pairsTitle);
    m_pairs = new WrongPairs(m_loader);
    m_pairsCard->body()->addWidget(m_pairs);
    column->addWidget(m_pairsCard);

    m_middle = new QBoxLayout(QBoxLayout::LeftToRight);
    m_middle->setSpacing(12);
    m_claims = new ClaimsCard;
    m_checks = new ReviewerCard;
    m_answersCard = new Card(tr("The answers"));
    m_shares = new AnswerShares;
    m_answersNote = wrapped(TextRole::Label, &ThemeTokens::text2);
    m_answersCard->body()->addWidget(m_shares);
    m_answersCard->body()->addWidget(m_answersNote);
    m_answersCard->body()->addStretch();
    m_middle->addWidget(m_claims, 1);
    m_middle->addWidget(m_checks, 1);
    m_middle->addWidget(m_answersCard, 1);
    column->addLayout(m_middle);

    m_assumptions = new AssumptionsCard;
    column->addWidget(m_assumptions);
    m_waysNote = new Card(tr("What to do"));
    auto *note = wrapped(TextRole::Label, &ThemeTokens::text2);
    note->setText(
        tr("Somebody else gets the same pairs in the same order; those answers count alone, and the certificate "
           "needs more proof: it is another try on this pool."));
    m_waysNote->body()->addWidget(note);
    column->addWidget(m_waysNote);
    column->addStretch();

    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumSize(520, 60);
    followFocus(*scroll);
    auto *left = new QWidget;
    auto *all = new QVBoxLayout(left);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(12);
    all->addWidget(scroll, 1);
    all->addWidget(makeWays());
    return left;
}

QWidget *VerdictPage::makeWays()
{
    m_ways = new Card;
    auto *ways = new QHBoxLayout;
    m_another = new QPushButton(tr("Let somebody else review…"));
    m_goOn = new QPushButton(tr("Go on reviewing"));
    setButtonKind(m_another, ButtonKind::Primary);
    ways->addWidget(m_another);
    ways->addWidget(m_goOn);
    m_stricter = new QPushButton(tr("Try stricter thresholds"));
    m_stricter->setToolTip(
        tr("Keeps the answers. The certificate needs more proof, and is false in one more of 100 trials."));
    ways->addWidget(m_stricter);
    connect(m_stricter, &QPushButton::clicked, &m_desk, &TrialDesk::tryStricter);
    ways->addStretch();
    m_ways->body()->addLayout(ways);
    connect(m_another, &QPushButton::clicked, this, &VerdictPage::anotherAsked);
    connect(m_goOn, &QPushButton::clicked, this, &VerdictPage::goOnAsked);
    return m_ways;
}

QString VerdictPage::sentence() const
{
    return m_sentence->text();
}

QString VerdictPage::state() const
{
    return m_pill->text();
}

void VerdictPage::show(std::shared_ptr<const Outcome> outcome)
{
    m_outcome = std::move(outcome);
    const TrialRecord &record = *m_desk.record();
    const bool certified = m_outcome->certified();
    m_apply->setOutcome(record, *m_outcome);
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
    m_stricter->setVisible(m_desk.canTryStricter());
    m_goOn->setVisible(m_desk.session() != nullptr && m_desk.session()->current().has_value());
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
            !m_outcome->checks.plantsOk() || !m_outcome->checks.correctedOk()
                ? tr("Whoever calls strangers the same would also call wrong matches the same. So these answers "
                     "can’t tell how many matches are wrong, and nothing is certified at any threshold.")
                : tr("Nothing is certified at any threshold."));
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
        m_meaning->setText(
            m_outcome->reviewAllDone
                ? tr("What was answered Same can be written.")
                : tr("The answers are kept. Going on may still bring a certificate; so may a stricter threshold."));
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

void VerdictPage::showPairs()
{
    const TrialRecord &record = *m_desk.record();
    std::vector<WrongPairs::Shown> shown;
    std::array<int, kAnswers> answers{};
    int items = 0;
    int plants = 0;
    const bool missed = !m_outcome->checks.plantsOk();
    for (const Decision &decision : m_outcome->decisions) {
        const Pair &pair = record.pair(decision.look);
        if (decision.look.plant) {
            ++plants;
            if (missed && decision.counts == Final::Same)
                shown.push_back(
                    {&pair, Answer::Same,
                     Words::known(pair, m_desk.services().siteTimeZone, record.pictures.value(pair.detection)), true});
            continue;
        }
        ++items;
        const Answer answer = decision.answer.value_or(Answer::CantTell);
        ++answers[static_cast<std::size_t>(answer)];
        if (!missed && decision.counts != Final::Same)
            shown.push_back({&pair, answer, Words::profile(record.profile(pair.deer), pair.deer),
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
    m_pairsTitle->setText(missed ? tr("Known different pairs that were answered Same, so you can see it yourself")
                                 : tr("Not answered Same, each beside the profile it was offered"));
    m_pairs->setPairs(m_desk.record(), shown);
    m_pairsCard->setVisible(!shown.empty());
}

void VerdictPage::resizeEvent(QResizeEvent *event)
{
    const Qt::Orientation wanted = width() < kNarrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != wanted) {
        m_splitter->setOrientation(wanted);
        m_splitter->setSizes(wanted == Qt::Horizontal ? QList<int>{width() - kRight - 32, kRight}
                                                      : QList<int>{height() / 2, height() / 2});
    }
    fitCards();
    QWidget::resizeEvent(event);
}

void VerdictPage::fitCards()
{
    constexpr int ScrollBar = 14;
    int needed = ScrollBar;
    for (const QWidget *card :
         {static_cast<QWidget *>(m_claims), static_cast<QWidget *>(m_checks), static_cast<QWidget *>(m_answersCard)}) {
        if (!card->isHidden())
            needed += card->minimumSizeHint().width() + m_middle->spacing();
    }
    m_middle->setDirection(needed > m_splitter->widget(0)->width() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

} // namespace herdbook::trial
