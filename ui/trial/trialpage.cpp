// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/trialpage.h"

#include "ui/trial/review/reviewpage.h"
#include "ui/trial/sample/samplepage.h"
#include "ui/trial/stepheader.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/verdictpage.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/label.h"

#include <QAbstractButton>
#include <QBoxLayout>
#include <QFileDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>

namespace herdbook::trial {

TrialPage::TrialPage(Services services, QWidget *parent)
    : QWidget(parent), m_desk(std::move(services)), m_loader(m_desk.services().imageFolder)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *top = new QWidget;
    top->setFixedHeight(52);
    auto *row = new QHBoxLayout(top);
    row->setContentsMargins(16, 0, 16, 0);
    row->setSpacing(12);
    row->addWidget(new Label(tr("Trial"), TextRole::PageTitle));
    row->addSpacing(16);
    m_header = new StepHeader({tr("Sample"), tr("Review"), tr("Verdict")});
    row->addWidget(m_header);
    row->addStretch();
    m_pause = new QPushButton(themeIcon(Icon::Pause), tr("Pause"));
    m_report = new QPushButton(tr("Protocol as PDF…"));
    m_new = new QPushButton(tr("New trial…"));
    row->addWidget(m_pause);
    row->addWidget(m_report);
    row->addWidget(m_new);
    column->addWidget(top);
    m_note = new Banner(Tone::Ok, Icon::Completed);
    m_note->hide();
    column->addWidget(m_note);

    m_stack = new QStackedWidget;
    m_sample = new SamplePage(m_desk);
    m_review = new ReviewPage(m_desk, m_loader);
    m_verdict = new VerdictPage(m_desk, m_loader);
    m_stack->addWidget(m_sample);
    m_stack->addWidget(m_review);
    m_stack->addWidget(m_verdict);
    // Each page scrolls what doesn't fit; the stack must not ask for the room of the largest of them.
    for (QWidget *page : {static_cast<QWidget *>(m_sample), static_cast<QWidget *>(m_verdict)})
        page->setMinimumHeight(1);
    column->addWidget(m_stack, 1);

    connect(m_header, &StepHeader::chosen, this, &TrialPage::showStep);
    connect(m_pause, &QPushButton::clicked, this, [this] { showStep(SampleStep); });
    connect(m_new, &QPushButton::clicked, this, [this] { showStep(SampleStep); });
    connect(m_report, &QPushButton::clicked, this, &TrialPage::saveProtocol);
    connect(m_review, &ReviewPage::pauseAsked, this, [this] { showStep(SampleStep); });
    connect(m_review, &ReviewPage::finished, this, [this] { showStep(VerdictStep); });
    connect(m_review, &ReviewPage::stopAsked, this, [this] {
        m_ended = true;
        showStep(VerdictStep);
    });
    connect(m_sample, &SamplePage::reidAsked, this, &TrialPage::reidAsked);
    connect(&m_desk, &TrialDesk::trialOpened, this, [this] {
        m_ended = false;
        showStep(m_desk.session()->isComplete() ? VerdictStep : ReviewStep);
    });
    connect(&m_desk, &TrialDesk::protocolSaved, this, [this](const QString &path) {
        m_report->setEnabled(true);
        m_note->setTexts(tr("Protocol saved:"), path);
        m_note->show();
    });
    connect(&m_desk, &TrialDesk::applyFailed, this, [this] { m_report->setEnabled(true); });
    addShortcuts();
    updateHeader();
}

TrialPage::~TrialPage() = default;

void TrialPage::setAnalysis(std::shared_ptr<const reid::Analysis> analysis)
{
    m_desk.setAnalysis(std::move(analysis));
    m_sample->showAnalysis();
}

TrialPage::Step TrialPage::step() const
{
    return static_cast<Step>(m_stack->currentIndex());
}

void TrialPage::showStep(int step)
{
    if (step > SampleStep && m_desk.session() == nullptr)
        return;
    m_note->hide();
    m_stack->setCurrentIndex(step);
    if (step == VerdictStep)
        m_desk.conclude();
    if (step == SampleStep)
        m_desk.listTrials();
    if (step == ReviewStep)
        m_review->setFocus();
    updateHeader();
}

void TrialPage::updateHeader()
{
    const ReviewSession *session = m_desk.session();
    const bool judged = session != nullptr && (session->isComplete() || m_ended);
    m_header->setSteps(m_stack->currentIndex(), judged ? 2 : session != nullptr ? 1 : 0, judged);
    m_pause->setVisible(step() == ReviewStep);
    m_report->setVisible(step() == VerdictStep);
    m_new->setVisible(step() == VerdictStep);
}

void TrialPage::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        auto *shortcut = new QShortcut(keys, this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, act] {
            if (step() == VerdictStep)
                act(*m_verdict->applyPanel());
        });
    };
    for (const Qt::Key enter : {Qt::Key_Return, Qt::Key_Enter})
        add(QKeySequence(Qt::ControlModifier | enter), [](ApplyPanel &panel) { panel.confirm(); });
    add(QKeySequence(Qt::ControlModifier | Qt::Key_Z), [](ApplyPanel &panel) { panel.undo(); });
    add(QKeySequence(Qt::ControlModifier | Qt::Key_S), [](ApplyPanel &panel) { panel.savePreview(); });
}

void TrialPage::refresh()
{
    if (step() == VerdictStep) {
        m_desk.readApplyState();
    } else if (step() == SampleStep) {
        m_desk.readSourceAgain();
        m_desk.listTrials();
    } else {
        m_loader.retryMissing();
        m_review->update();
    }
}

QList<QWidget *> TrialPage::panes() const
{
    if (step() == ReviewStep)
        return m_review->panes();
    if (step() == VerdictStep)
        return {m_verdict, m_verdict->applyPanel()->applyButton()};
    return {m_sample->candidateField(), m_sample->startButton()};
}

QList<KeyHelp> TrialPage::keys() const
{
    switch (step()) {
    case ReviewStep:
        return {{QStringLiteral("S / D / U / B / C"), tr("Same, Different, Can’t tell, Background only, Bad crop")},
                {tr("Backspace"), tr("Undo the last answer")},
                {tr("Space (held)"), tr("Zoom both photos to the animal")},
                {QStringLiteral("1 … 5"), tr("Bring a small photo to the right pane")},
                {QStringLiteral("L"), tr("Night contrast on or off")},
                {QStringLiteral("X"), tr("Boxes on or off")},
                {QStringLiteral("N"), tr("Note on this pair")},
                {QStringLiteral("P"), tr("Pause")}};
    case VerdictStep:
        return {{QStringLiteral("Ctrl+Enter"), tr("Apply; asks once")},
                {QStringLiteral("Ctrl+Z"), tr("Undo the batch")},
                {QStringLiteral("Ctrl+S"), tr("Save the preview")}};
    default:
        return {};
    }
}

void TrialPage::saveProtocol()
{
    auto *dialog = new QFileDialog(this, tr("Save protocol"), QString(), tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(QStringLiteral("trial_%1.pdf").arg(m_desk.record()->id.toString(QUuid::Id128).left(8)));
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_report->setEnabled(false);
        m_desk.saveProtocol(path);
    });
    dialog->open();
}

} // namespace herdbook::trial
