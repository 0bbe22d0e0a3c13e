// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/samplepage.h"

#include "ui/widgets/followfocus.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

namespace herdbook::trial {

namespace {

constexpr int kFormWidth = 440;

/// Which rule chose the candidate, in a few words.
QString whyThis(const reid::Analysis &analysis)
{
    const reid::Recommendation &advice = analysis.recommendation;
    if (advice.certified())
        return SamplePage::tr("Certified by a trial");
    const double percent = 100 * analysis.options.alpha;
    switch (advice.status) {
    case reid::Status::Recommend:
        return SamplePage::tr("Loosest with at most %1% wrong").arg(percent);
    case reid::Status::TrialOnly:
        return SamplePage::tr("Loosest with about %1% wrong").arg(reid::kCandidateShare * percent);
    default:
        return SamplePage::tr("Strictest that gains %1%").arg(100 * analysis.options.gainGoal);
    }
}

} // namespace

SamplePage::SamplePage(TrialDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(16, 0, 16, 16);
    page->setSpacing(12);
    m_banner = new Banner(Tone::Warn, Icon::Warning);
    m_banner->hide();
    m_photos = m_banner->addButton(tr("Where are the photos?"));
    connect(m_photos, &QPushButton::clicked, this, &SamplePage::photosAsked);
    m_connection = m_banner->addButton(tr("Connection…"));
    connect(m_connection, &QPushButton::clicked, this, &SamplePage::connectionAsked);
    connect(m_banner->addButton(tr("Try again")), &QPushButton::clicked, this, [this] {
        m_notDone.clear();
        showFault();
        lookAgain();
    });
    m_again.setSingleShot(true);
    m_again.setInterval(desk.services().shareAgain);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (isVisible()) // when it is shown, it looks
            lookAgain();
    });
    page->addWidget(m_banner);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(16);
    page->addLayout(columns, 1);

    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->setSpacing(12);
    m_form = new SampleForm(desk.services().reviewer);
    m_trials = new TrialList(desk);
    m_trials->setReviewer(m_form->reviewer());
    leftColumn->addWidget(m_form);
    leftColumn->addWidget(m_trials, 1);
    m_left = new QScrollArea;
    m_left->setWidget(left);
    m_left->setWidgetResizable(true);
    m_left->setFrameShape(QFrame::NoFrame);
    m_left->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_left->setFixedWidth(kFormWidth);
    m_left->setMinimumHeight(60);
    followFocus(*m_left);
    auto *side = new QVBoxLayout;
    side->setSpacing(12);
    side->addWidget(m_left, 1);
    side->addWidget(m_form->startButton());
    columns->addLayout(side);

    m_right = new QStackedWidget;
    m_empty = new EmptyState(tr("Choose a threshold in Re-ID first"));
    m_reid = m_empty->setAction(tr("Go to Re-ID"));
    connect(m_reid, &QPushButton::clicked, this, &SamplePage::reidAsked);
    m_prospect = new Prospect;
    m_right->addWidget(m_empty);
    m_right->addWidget(m_prospect);
    columns->addWidget(m_right, 1);
    setTabOrder(m_trials->verdictButton(), m_form->startButton()); // as they stand

    connect(m_form, &SampleForm::edited, this, [this] {
        m_outlook.reset();
        updateStart();
    });
    connect(m_form, &SampleForm::changed, this, &SamplePage::ask);
    connect(m_form, &SampleForm::reviewerChanged, this, [this] {
        m_trials->setReviewer(m_form->reviewer());
        updateStart();
    });
    connect(m_form, &SampleForm::presetChanged, this, [this] {
        m_prospect->setPreset(m_form->preset());
        updateStart();
    });
    connect(m_form, &SampleForm::startAsked, this, [this] {
        if (const std::optional<TrialDesk::Start> start = m_form->start())
            m_desk.start(*start);
    });
    connect(&desk.sample(), &SampleDesk::sourceReady, this, [this] {
        m_sourceFault.reset();
        showFault();
        ask();
    });
    connect(&desk.sample(), &SampleDesk::failed, this, [this](const Error &error) {
        m_sourceFault = error;
        if (!m_desk.sample().hasSource())
            m_prospect->setWaiting(tr("Which pictures are there isn’t known"));
        showFault();
    });
    connect(&desk.sample(), &SampleDesk::outlookReady, this, [this](const std::shared_ptr<const Outlook> &outlook) {
        if (m_outdated)
            return;
        m_outlook = outlook;
        m_form->setProspects(nullptr);
        m_form->setSimulated(outlook->kind == TrialKind::Certificate);
        m_form->setSuggestedPreset(m_desk.sample().suggestedPreset(outlook->candidate));
        m_prospect->setPreset(m_form->preset());
        m_prospect->setOutlook(*outlook, m_desk.sample().estimate(outlook->candidate));
        updateStart();
    });
    connect(&desk.sample(), &SampleDesk::prospectsReady, this,
            [this](const std::shared_ptr<const Prospects> &prospects) {
                if (m_outdated)
                    return;
                m_form->setProspects(prospects.get());
                m_prospect->setProspects(prospects);
            });
    connect(&desk, &TrialDesk::trialsListed, this, [this](const std::vector<TrialSummary> &trials) {
        m_known = trials;
        m_hereFault.reset();
        showFault();
        updateStart();
    });
    connect(&desk, &TrialDesk::trialsUnread, this, [this](const Error &error) {
        m_hereFault = error;
        showFault();
    });
    connect(&desk, &TrialDesk::sharedTrialsListed, this, [this](const std::vector<TrialSummary> &trials) {
        m_shared = trials;
        m_looking = false;
        m_sharedFault.reset();
        showFault();
        updateStart();
    });
    connect(&desk, &TrialDesk::sharedTrialsUnread, this, [this](const Error &error) {
        m_looking = false;
        m_sharedFault = error;
        showFault();
        updateStart();
    });
    connect(&desk, &TrialDesk::trialOpened, this, [this] {
        m_notDone.clear();
        m_desk.listTrials();
    });
    connect(&desk, &TrialDesk::sampleFailed, this, [this](const Error &error) {
        m_notDone = error.message;
        showFault();
    });
    showAnalysis();
}

void SamplePage::lookAgain()
{
    if (m_looking)
        return;
    m_looking = true;
    if (m_sourceFault)
        m_desk.sample().readSourceAgain();
    m_desk.listTrials();
}

void SamplePage::noticeDatabaseAway()
{
    if (isVisible() && !m_sharedFault)
        lookAgain();
}

void SamplePage::noticeChange()
{
    if (m_desk.sample().analysis() == nullptr)
        return;
    m_outdated = true;
    m_outlook.reset();
    m_form->setProspects(nullptr);
    setAwaited(Awaited::New);
    updateStart();
}

void SamplePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    // Another Herdbook may have made the journal, or trials in it.
    if (!event->spontaneous() || m_sourceFault || m_sharedFault)
        lookAgain();
}

void SamplePage::showFault()
{
    const auto away = [](const std::optional<Error> &fault) {
        return fault && (fault->passing || fault->kind == ErrorKind::Unreachable);
    };
    const bool again = away(m_sourceFault) || away(m_sharedFault);
    if (again)
        m_again.start();
    QString lead = tr("Not read:");
    QString rest;
    if (!m_notDone.isEmpty()) {
        lead = tr("Not done:");
        rest = m_notDone;
    } else if (m_sourceFault) {
        lead = ApplyDesk::lead(Fault::NotRead, *m_sourceFault);
        rest = m_desk.sample().hasSource() ? tr("%1. Which pictures are there now isn’t known.")
                                           : tr("%1. No trial can begin until it is read which pictures are there.");
        rest = rest.arg(coreText(m_sourceFault->message));
    } else if (m_hereFault) {
        rest = tr("the trials of this computer: %1").arg(coreText(m_hereFault->message));
    } else if (m_sharedFault) {
        lead = ApplyDesk::lead(Fault::NotRead, *m_sharedFault);
        rest = tr("%1. Trials of other computers may be missing here, or be further by now.")
                   .arg(coreText(m_sharedFault->message));
    }
    m_banner->setTexts(lead, again && m_notDone.isEmpty() ? tr("%1 It is tried again by itself.").arg(rest) : rest);
    m_photos->setVisible(m_notDone.isEmpty() && m_sourceFault && m_sourceFault->kind == ErrorKind::Storage);
    const std::optional<Error> &database = m_sourceFault ? m_sourceFault : m_sharedFault;
    m_connection->setVisible(m_notDone.isEmpty() && database && database->kind == ErrorKind::Denied);
    m_banner->setVisible(!rest.isEmpty());
}

void SamplePage::showAnalysis()
{
    m_outlook.reset();
    m_outdated = false;
    m_notDone.clear();
    m_sourceFault.reset(); // it is read for this analysis now
    showFault();
    const reid::Analysis *analysis = m_desk.sample().analysis();
    m_form->setDrawable(analysis != nullptr);
    m_form->setSuggestion(m_desk.sample().suggestedThreshold(), analysis != nullptr ? whyThis(*analysis) : QString());
    showEmpty();
    m_prospect->setWaiting(tr("Looking which pictures are there …"));
    ask();
    lookAgain(); // it may cite a trial that nobody here has heard of
}

void SamplePage::setAwaited(Awaited awaited)
{
    m_awaited = awaited;
    if (m_outdated)
        m_prospect->setWaiting(awaited == Awaited::Nothing
                                   ? tr("These figures are out of date: analyze again in Re-ID")
                                   : tr("These figures are out of date. They are being read anew …"));
    showEmpty();
}

void SamplePage::showEmpty()
{
    const QString tested = tr("A trial tests the threshold that the analysis suggests, on a sample that you judge.");
    if (m_desk.sample().analysis() != nullptr)
        m_empty->setTexts(tr("Choose a threshold in Re-ID first"),
                          tr("The analysis found none that it could suggest, and says there why. You can still type "
                             "one here to try it."));
    else if (m_awaited == Awaited::Kept)
        m_empty->setTexts(tr("The last analysis is being read …"), tested);
    else if (m_awaited == Awaited::New)
        m_empty->setTexts(tr("The analysis is under way …"), tested);
    else
        m_empty->setTexts(tr("Choose a threshold in Re-ID first"), tested);
}

void SamplePage::ask()
{
    const std::optional<double> candidate = m_form->candidate();
    const bool typed = !m_form->candidateField()->text().trimmed().isEmpty();
    m_right->setCurrentWidget(m_desk.sample().analysis() != nullptr && typed ? static_cast<QWidget *>(m_prospect)
                                                                             : m_empty);
    m_outlook.reset();
    if (candidate && m_desk.sample().hasSource())
        m_desk.sample().lookAhead(*candidate, tries().ofPool + 1);
    updateStart();
}

std::optional<int> SamplePage::begun(Preset preset)
{
    const std::optional<TrialDesk::Start> start = m_form->startWith(preset);
    const std::shared_ptr<const Source> source = m_desk.sample().source();
    if (!start || !source)
        return std::nullopt;
    for (const TrialSummary &trial : m_known) {
        if (!TrialDesk::isSame(trial, *start, source->digest))
            continue;
        for (const ReviewerProgress &one : trial.progress) {
            if (one.reviewer == start->reviewers.front() && one.answered > 0)
                return one.answered;
        }
    }
    return std::nullopt;
}

Prospect::Tries SamplePage::tries() const
{
    const std::shared_ptr<const Source> source = m_desk.sample().source();
    Prospect::Tries tries;
    tries.unread = m_sharedFault ? m_sharedFault->message : QString();
    for (const TrialSummary &trial : together(m_known, m_shared)) {
        if (trial.edition != 2 || !trial.answered())
            continue;
        const bool same = source && trial.digest == source->digest;
        ++(same ? tries.ofPool : tries.others);
        tries.failed = tries.failed || (same && trial.result && trial.result->looks > 0 &&
                                        trial.result->withheld.isEmpty() && !trial.result->threshold);
    }
    return tries;
}

void SamplePage::updateStart()
{
    Prospect::Tries before = tries();
    if (m_outlook && m_outlook->ordinal != before.ofPool + 1) {
        ask(); // what was promised is of another number of tries
        return;
    }
    for (const Preset preset : kPresets)
        m_form->card(preset)->setBegun(begun(preset));
    const bool named = m_form->start().has_value();
    const bool possible = m_outlook != nullptr && m_outlook->atCandidate > 0;
    QString text = tr("Begin the review");
    if (m_outlook && m_outlook->kind == TrialKind::CountOnly)
        text = tr("Count without a certificate");
    else if (m_outlook && m_outlook->kind == TrialKind::ReviewAll)
        text = tr("Review all of them");
    before.begun = begun(m_form->preset());
    if (before.begun) {
        text = tr("Go on at look %1").arg(*before.begun + 1);
        --before.ofPool; // going on is no further try
    }
    m_prospect->setTries(before);
    m_form->setReady(named && possible, text,
                     !named       ? tr("A reviewer’s name is missing, or two are the same")
                     : possible   ? QString()
                     : !m_outlook ? tr("What a trial would be drawn from isn’t known yet")
                                  : tr("Nothing with a picture scores that high"));
}

} // namespace herdbook::trial
