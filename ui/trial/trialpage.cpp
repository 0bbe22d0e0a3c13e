// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/trialpage.h"

#include "core/trial/review/words.h"
#include "ui/trial/journal/journalpage.h"
#include "ui/trial/journal/maintenance.h"
#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/trialheader.h"
#include "ui/trial/trialnote.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/verdictpage.h"
#include "ui/widgets/fields/savedialog.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/text/coretexts.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <utility>

namespace herdbook::trial {

namespace {

/// Asks for the room of the page shown, not of the largest one; what doesn't fit scrolls inside the page.
class PageStack : public QStackedWidget
{
public:
    bool hasHeightForWidth() const override { return false; }
    QSize sizeHint() const override { return minimumSizeHint(); }
    QSize minimumSizeHint() const override
    {
        return currentWidget() == nullptr ? QSize()
                                          : currentWidget()->minimumSizeHint().boundedTo({QWIDGETSIZE_MAX, 520});
    }
};

} // namespace

TrialPage::TrialPage(Services services, QWidget *parent)
    : QWidget(parent), m_desk(std::move(services)), m_loader(m_desk.services().imageFolder)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_header = new TrialHeader;
    column->addWidget(m_header);
    m_note = new TrialNote;
    column->addWidget(m_note);

    m_stack = new PageStack;
    m_sample = new SamplePage(m_desk);
    m_review = new ReviewPage(m_desk, m_loader);
    m_verdict = new VerdictPage(m_desk, m_loader);
    m_stack->addWidget(m_sample);
    m_stack->addWidget(m_review);
    m_stack->addWidget(m_verdict);
    m_journalPage = new JournalPage(m_desk);
    m_stack->addWidget(m_journalPage);
    column->addWidget(m_stack, 1);

    connect(m_header, &TrialHeader::chosen, this, &TrialPage::showStep);
    connect(m_header, &TrialHeader::protocolAsked, this, &TrialPage::saveProtocol);
    connect(m_header, &TrialHeader::journalAsked, this, &TrialPage::showJournal);
    connect(m_review, &ReviewPage::pauseAsked, this, [this] { showStep(SampleStep); });
    connect(m_review, &ReviewPage::finished, this, [this] {
        m_ended = true;
        showStep(VerdictStep);
    });
    connect(m_verdict, &VerdictPage::goOnAsked, this, [this] { showStep(ReviewStep); });
    connect(m_verdict, &VerdictPage::anotherAsked, this, [this] {
        showStep(SampleStep);
        m_sample->form()->reviewerField()->setFocus();
        m_sample->form()->reviewerField()->selectAll();
        m_note->say(Tone::Info, tr("Type the other reviewer’s name,"),
                    tr("then begin: same pairs, same order, answers of their own."));
    });
    connect(m_sample, &SamplePage::reidAsked, this, &TrialPage::reidAsked);
    connect(m_sample, &SamplePage::connectionAsked, this, &TrialPage::connectionAsked);
    connect(m_sample, &SamplePage::photosAsked, this, &TrialPage::photosAsked);
    connect(&m_desk, &TrialDesk::trialOpened, this, [this](TrialDesk::Goal goal) {
        const bool over = m_desk.session() == nullptr ||
                          (!m_desk.session()->current() && m_desk.record()->pipeline == Pipeline::Single);
        m_ended = goal == TrialDesk::Goal::Verdict || over;
        showStep(m_ended ? VerdictStep : ReviewStep);
    });
    connect(&m_desk, &TrialDesk::othersAnswered, this, [this] {
        if (step() == VerdictStep)
            m_note->say(Tone::Info, tr("Answers from other computers have arrived."), tr("F5 judges again with them."));
    });
    connect(&m_desk, &TrialDesk::sampleFailed, this, [this](const Error &error) {
        if (m_stack->currentWidget() != m_sample) // which says so itself
            m_note->say(Tone::Error, tr("Not done:"), error.message);
    });
    connect(&m_desk, &TrialDesk::reviewFailed, this, [this](const Error &error) {
        if (m_stack->currentWidget() != m_review) // which says so itself
            m_note->say(Tone::Error, tr("Not saved:"),
                        tr("%1. Save it again in the review.").arg(coreText(error.message)));
    });
    const auto forgetTold = [this] {
        if (!m_desk.savingFailed())
            m_toldUnsaved = 0;
    };
    connect(&m_desk, &TrialDesk::savingChanged, this, forgetTold);
    connect(&m_desk, &TrialDesk::trialOpened, this, forgetTold);
    connect(&m_desk, &TrialDesk::leftAnswersTold, m_note, &TrialNote::tellLeft);
    connect(m_verdict->applyPanel(), &ApplyPanel::journalAsked, this, [this] {
        showJournal();
        m_journalPage->maintenance()->openToSetUp();
    });
    connect(m_journalPage, &JournalPage::backAsked, this, &TrialPage::leaveJournal);
    connect(&m_desk.applying(), &ApplyDesk::migrated, this, [this](int to) {
        m_journalPage->read();
        if (step() == VerdictStep) // says whether there is a journal to share trials in
            m_desk.conclude();
        m_note->say(Tone::Ok, to == 0 ? tr("The journal was removed.") : tr("The journal is at version %1.").arg(to),
                    {});
    });
    connect(&m_desk, &TrialDesk::saved, this, [this](const QString &path, const Result<void> &done) {
        m_header->reportButton()->setEnabled(m_desk.outcome() != nullptr);
        if (done)
            m_note->say(Tone::Ok, tr("Saved:"), path);
        else
            m_note->say(Tone::Error, tr("Not saved:"), done.error().message);
    });
    connect(&m_desk, &TrialDesk::judging, m_header, [this] { m_header->reportButton()->setEnabled(false); });
    connect(&m_desk, &TrialDesk::concluded, m_header, [this] { m_header->reportButton()->setEnabled(true); });
    connect(&m_desk.applying(), &ApplyDesk::writing, m_note, &QWidget::hide);
    addShortcuts();
    updateHeader();
}

TrialPage::~TrialPage() = default;

void TrialPage::setAnalysis(std::shared_ptr<const reid::Analysis> analysis)
{
    if (analysis && analysis == m_desk.sample().sharedAnalysis() && !m_sample->isOutdated())
        return; // looked at again, and nothing has changed
    m_desk.sample().setAnalysis(std::move(analysis));
    m_sample->showAnalysis();
    const std::shared_ptr<const Outcome> shown = m_desk.outcome();
    if (m_stack->currentWidget() == m_verdict && m_desk.sample().analysis() != nullptr && shown &&
        !shown->notCompared.isEmpty())
        m_desk.conclude(); // now it may be compared
}

void TrialPage::showEvent(QShowEvent *event)
{
    if (m_desk.sample().analysis() == nullptr)
        Q_EMIT analysisMissed();
    QWidget::showEvent(event);
}

QPushButton *TrialPage::journalButton() const
{
    return m_header->journalButton();
}

TrialPage::Step TrialPage::step() const
{
    return m_stack->currentWidget() == m_journalPage ? m_stepBefore : static_cast<Step>(m_stack->currentIndex());
}

void TrialPage::showJournal()
{
    m_stepBefore = step();
    m_note->hide();
    m_stack->setCurrentWidget(m_journalPage);
    m_journalPage->open(m_sample->form()->reviewer());
    updateHeader();
    m_journalPage->setFocus();
}

void TrialPage::leaveJournal()
{
    m_stack->setCurrentIndex(m_stepBefore);
    if (m_stepBefore == SampleStep)
        m_desk.listTrials(); // shared ones may be known now
    m_stack->currentWidget()->setFocus();
    updateHeader();
}

void TrialPage::showStep(int step)
{
    const bool first = m_desk.record() != nullptr && m_desk.record()->isFirstEdition();
    if (step > SampleStep && m_desk.session() == nullptr && !(first && step == VerdictStep))
        return;
    m_note->hide();
    m_stack->setCurrentIndex(step);
    if (step == VerdictStep && first)
        m_verdict->showFirstEdition();
    else if (step == VerdictStep)
        m_desk.conclude();
    if (step == SampleStep)
        m_desk.listTrials();
    m_stack->currentWidget()->setFocus();
    updateHeader();
}

void TrialPage::updateHeader()
{
    m_header->setState(m_desk, step(), m_stack->currentWidget() == m_journalPage, m_ended);
}

void TrialPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        // The verdict's alone: the other steps and the journal have these keys for themselves.
        auto *shortcut = new QShortcut(keys, m_verdict, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, act] { act(*m_verdict->applyPanel()); });
    };
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        add(QKeySequence(Qt::ControlModifier | enter), [](ApplyPanel &panel) { panel.confirm(); });
    auto *begin = new QShortcut(QKeySequence(Qt::ControlModifier | Qt::Key_Return), m_sample, nullptr, nullptr,
                                Qt::WidgetWithChildrenShortcut);
    connect(begin, &QShortcut::activated, this, [this] { m_sample->startButton()->click(); });
    add(QKeySequence(Qt::ControlModifier | Qt::Key_Z), [](ApplyPanel &panel) { panel.undo(); });
    add(QKeySequence(Qt::ControlModifier | Qt::Key_S), [](ApplyPanel &panel) { panel.savePreview(); });
}

void TrialPage::focusSearch()
{
    if (m_stack->currentWidget() == m_journalPage)
        m_journalPage->search()->setFocus();
}

void TrialPage::refresh()
{
    if (m_stack->currentWidget() == m_journalPage) {
        m_journalPage->read();
    } else if (step() == VerdictStep) {
        m_note->hide();
        showStep(VerdictStep);
    } else if (step() == SampleStep) {
        m_desk.sample().readSourceAgain();
        m_desk.listTrials();
    } else {
        m_loader.retryMissing();
        m_review->update();
    }
}

bool TrialPage::mayClose()
{
    if (!m_desk.savingFailed() || std::exchange(m_toldUnsaved, m_desk.unsaved()) == m_desk.unsaved())
        return true;
    m_note->say(
        Tone::Error, tr("Not saved:"),
        tr("%1. Save again in the review, or close once more: they are then tried anew, at last set aside beside the "
           "journal; where that can’t be written either, they are lost.")
            .arg(Words::count(m_desk.unsaved(), tr("answer"), tr("answers"))));
    return false;
}

QList<QWidget *> TrialPage::panes() const
{
    if (m_stack->currentWidget() == m_journalPage)
        return m_journalPage->panes();
    if (step() == ReviewStep)
        return m_review->panes();
    if (step() == VerdictStep)
        return {m_verdict, m_verdict->applyPanel()->applyButton()};
    return {m_sample->form()->candidateField(), m_sample->startButton(), m_sample->trials()->list()};
}

QList<KeyHelp> TrialPage::keys() const
{
    if (m_stack->currentWidget() == m_journalPage)
        return {{QStringLiteral("Enter"), tr("Open the trial of the chosen row; so does a double click")},
                {QStringLiteral("Ctrl+F"), tr("Search the journal")},
                {QStringLiteral("Ctrl+S"), tr("Save the journal as CSV")},
                {QStringLiteral("Ctrl+Z"), tr("Undo the chosen batch; asks once")},
                {QStringLiteral("Esc"), tr("Back to the trial")}};
    switch (step()) {
    case ReviewStep:
        return {{QStringLiteral("S / D / U / B / C"), tr("Same, Different, Can’t tell, Background only, Bad crop")},
                {tr("Backspace"), tr("Undo the last answer")},
                {tr("Space (held)"), tr("Zoom both photos to the animal")},
                {QStringLiteral("1 … 5"), tr("Bring a small photo to the right pane; again: back")},
                {QStringLiteral("M"), tr("Mirrored view of the profile’s photo on or off")},
                {QStringLiteral("N"), tr("Night contrast on or off (also L)")},
                {QStringLiteral("X"), tr("Boxes on or off")},
                {QStringLiteral("0"), tr("Both photos as they were at first")},
                {QStringLiteral("T"), tr("Note on this pair")},
                {QStringLiteral("F"), tr("Finish; asks first")},
                {QStringLiteral("Esc"), tr("Back from the question whether to finish")},
                {QStringLiteral("P"), tr("Pause")}};
    case VerdictStep:
        return {{QStringLiteral("Ctrl+Enter"), tr("Apply; asks once")},
                {QStringLiteral("Ctrl+Z"), tr("Undo the batch")},
                {QStringLiteral("Ctrl+S"), tr("Save the preview")}};
    default:
        return {{QStringLiteral("Ctrl+Enter"), tr("Begin the trial")}};
    }
}

void TrialPage::saveProtocol()
{
    const QString name = QStringLiteral("trial_%1.pdf").arg(m_desk.record()->id.toString(QUuid::Id128).left(8));
    askWhereToSave(this, tr("Save protocol"), name, [this](const QString &path) {
        m_header->reportButton()->setEnabled(false);
        m_desk.saveProtocol(path);
    });
}

} // namespace herdbook::trial
