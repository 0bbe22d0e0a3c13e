// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/verdictpage.h"

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
        tr("Somebody else gets the same pairs in the same order, with the known different ones at other places; those "
           "answers count alone, and the certificate needs more proof: it is another try on this pool."));
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
    m_waysRow = new QWidget;
    auto *ways = new QHBoxLayout(m_waysRow);
    ways->setContentsMargins(0, 0, 0, 0);
    m_another = new QPushButton(tr("Let somebody else review…"));
    m_goOn = new QPushButton(tr("Go on reviewing"));
    setButtonKind(m_another, ButtonKind::Primary);
    ways->addWidget(m_another);
    ways->addWidget(m_goOn);
    m_stricter = new QPushButton(tr("Try stricter thresholds…"));
    ways->addWidget(m_stricter);
    ways->addStretch();
    m_ways->body()->addWidget(m_waysRow);
    m_asksStricter = new QWidget;
    auto *asking = new QHBoxLayout(m_asksStricter);
    asking->setContentsMargins(0, 0, 0, 0);
    asking->setSpacing(8);
    m_question = wrapped(TextRole::Body, &ThemeTokens::text);
    m_question->setText(tr(
        "Begin a new trial, at stricter thresholds? It has pairs of its own: the best of these. What you answered of "
        "them counts there, too. It needs more proof, and its certificate is false in one more of 100 trials. This "
        "trial stays in the journal with all its answers."));
    m_beginStricter = new QPushButton(tr("Begin it"));
    setButtonKind(m_beginStricter, ButtonKind::Primary);
    auto *back = new QPushButton(tr("Back"));
    asking->addWidget(m_question, 1);
    asking->addWidget(m_beginStricter);
    asking->addWidget(back);
    m_ways->body()->addWidget(m_asksStricter);
    m_asksStricter->hide();
    connect(m_stricter, &QPushButton::clicked, this, [this] {
        askStricter(true);
        m_beginStricter->setFocus();
    });
    connect(back, &QPushButton::clicked, this, [this] {
        askStricter(false);
        m_stricter->setFocus();
    });
    connect(m_beginStricter, &QPushButton::clicked, &m_desk, &TrialDesk::tryStricter);
    connect(m_another, &QPushButton::clicked, this, &VerdictPage::anotherAsked);
    connect(m_goOn, &QPushButton::clicked, this, &VerdictPage::goOnAsked);
    return m_ways;
}

void VerdictPage::askStricter(bool asks)
{
    m_waysRow->setVisible(!asks);
    m_asksStricter->setVisible(asks);
}

QString VerdictPage::stricterQuestion() const
{
    return m_asksStricter->isHidden() ? QString() : m_question->text();
}

QString VerdictPage::meaning() const
{
    return m_meaning->text();
}

QString VerdictPage::sentence() const
{
    return m_sentence->text();
}

QString VerdictPage::state() const
{
    return m_pill->text();
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
