// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/samplepage.h"

#include "core/trial/review/words.h"
#include "ui/trial/sample/powerchart.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/messagelabel.h"
#include "ui/widgets/placeholders.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/style/style.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QRandomGenerator>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr int kTypingPauseMs = 250;
constexpr int kLeastSize = 59;
constexpr int kMostSize = 5000;

Label *paragraph(const QString &text, TextRole role, ColorToken color)
{
    auto *label = new Label(text, role, color);
    label->setWordWrap(true);
    return label;
}

} // namespace

SamplePage::SamplePage(TrialDesk &desk, QWidget *parent) : QWidget(parent), m_desk(desk)
{
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget;
    outer->addWidget(m_stack);
    m_empty = new EmptyState(tr("Choose a threshold in Re-ID first"),
                             tr("A trial tests the threshold that the analysis suggests on a sample that you judge."));
    connect(m_empty->setAction(tr("Go to Re-ID")), &QPushButton::clicked, this, &SamplePage::reidAsked);
    m_stack->addWidget(m_empty);
    auto *page = new QWidget;
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(16, 0, 16, 16);
    columns->setSpacing(16);
    columns->addWidget(makeForm());
    columns->addWidget(makeProspect(), 1);
    m_stack->addWidget(page);

    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &SamplePage::ask);
    connect(&desk, &TrialDesk::sourceReady, this, &SamplePage::ask);
    connect(&desk, &TrialDesk::outlookReady, this,
            [this](const std::shared_ptr<const Outlook> &outlook) { showOutlook(*outlook); });
    connect(&desk, &TrialDesk::trialsListed, this, &SamplePage::showTrials);
    connect(&desk, &TrialDesk::trialOpened, &desk, &TrialDesk::listTrials);
    connect(&desk, &TrialDesk::sampleFailed, this, [this](const Error &error) {
        m_banner->setTexts(tr("No sample:"), error.message);
        m_banner->show();
    });
    showAnalysis();
    desk.listTrials();
}

QWidget *SamplePage::makeForm()
{
    auto *card = new Card(tr("The sample"));
    QVBoxLayout *body = card->body();
    body->setSpacing(10);
    m_banner = new Banner(Tone::Warn, Icon::Warning);
    m_banner->hide();
    connect(m_banner->addButton(tr("Try again")), &QPushButton::clicked, this, [this] {
        m_banner->hide();
        m_desk.readSourceAgain();
    });
    body->addWidget(m_banner);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(0);
    form->setHorizontalSpacing(12);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    const auto field = [&](const QString &label, QWidget *input, MessageLabel *&message, QWidget *messageFor) {
        input->setAccessibleName(label);
        auto *title = new Label(label, TextRole::Body, &ThemeTokens::text2);
        title->setMinimumWidth(84);
        title->setBuddy(messageFor);
        form->addRow(title, input);
        message = new MessageLabel(messageFor);
        form->addRow(QString(), message);
    };
    m_candidate = new QLineEdit;
    m_candidate->setMaximumWidth(120);
    field(tr("Threshold"), m_candidate, m_candidateMessage, m_candidate);

    auto *sizes = new QWidget;
    auto *sizeRow = new QHBoxLayout(sizes);
    sizeRow->setContentsMargins(0, 0, 0, 0);
    sizeRow->setSpacing(8);
    QStringList names;
    for (const int preset : kSizePresets)
        names << QString::number(preset);
    names << tr("Own");
    m_presets = new SegmentedControl(tr("Size of the sample"), names);
    m_size = new QLineEdit(QString::number(kDefaultSize));
    m_size->setFixedWidth(70);
    sizeRow->addWidget(m_presets);
    sizeRow->addWidget(m_size);
    sizeRow->addStretch();
    field(tr("Bursts"), sizes, m_sizeMessage, m_size);
    m_size->setAccessibleName(tr("Size of the sample"));
    m_presets->setCurrentIndex(1);

    MessageLabel *reviewerMessage = nullptr;
    m_reviewer = new QLineEdit(m_desk.services().reviewer);
    m_reviewer->setMaxLength(100);
    field(tr("Reviewer"), m_reviewer, reviewerMessage, m_reviewer);
    reviewerMessage->setHint(tr("Answers are kept apart by this name."));

    auto *seeds = new QWidget;
    auto *seedRow = new QHBoxLayout(seeds);
    seedRow->setContentsMargins(0, 0, 0, 0);
    seedRow->setSpacing(8);
    m_seed = new QLineEdit(QString::number(newSeed()));
    auto *dice = new QToolButton;
    dice->setText(tr("New seed"));
    seedRow->addWidget(m_seed, 1);
    seedRow->addWidget(dice);
    field(tr("Seed"), seeds, m_seedMessage, m_seed);
    m_seed->setAccessibleName(tr("Seed"));
    body->addLayout(form);
    m_start = new QPushButton(tr("Draw the sample and review"));
    setButtonKind(m_start, ButtonKind::Primary);
    m_start->setEnabled(false);
    body->addWidget(m_start);
    body->addSpacing(6);

    m_trialsBox = new QWidget;
    auto *past = new QVBoxLayout(m_trialsBox);
    past->setContentsMargins(0, 0, 0, 0);
    past->setSpacing(8);
    past->addWidget(new Divider);
    past->addWidget(new Label(tr("Trials on this computer"), TextRole::Strong));
    m_trials = new QListWidget;
    m_trials->setAccessibleName(tr("Trials on this computer"));
    past->addWidget(m_trials, 1);
    m_goOn = new QPushButton(tr("Go on with it"));
    m_goOn->setEnabled(false);
    past->addWidget(m_goOn, 0, Qt::AlignLeft);
    body->addWidget(m_trialsBox, 10);
    body->addStretch(1);

    connect(m_presets, &SegmentedControl::currentChanged, this, [this](int index) {
        if (index < static_cast<int>(kSizePresets.size())) {
            m_size->setText(QString::number(kSizePresets[static_cast<std::size_t>(index)]));
        } else {
            m_size->setFocus();
            m_size->selectAll();
        }
    });
    connect(dice, &QToolButton::clicked, this, [this] { m_seed->setText(QString::number(newSeed())); });
    for (QLineEdit *edit : {m_candidate, m_size, m_seed}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_outlookFits = false;
            updateStart();
            m_typing.start(kTypingPauseMs);
        });
    }
    connect(m_reviewer, &QLineEdit::textChanged, this, &SamplePage::updateStart);
    connect(m_start, &QPushButton::clicked, this, [this] { m_desk.start(m_reviewer->text().trimmed()); });
    const auto goOn = [this] {
        if (const QListWidgetItem *item = m_trials->currentItem())
            m_desk.open(item->data(Qt::UserRole).toUuid(), m_reviewer->text().trimmed());
    };
    connect(m_goOn, &QPushButton::clicked, this, goOn);
    connect(m_trials, &QListWidget::itemActivated, this, goOn);
    connect(m_trials, &QListWidget::currentRowChanged, this, [this](int row) { m_goOn->setEnabled(row >= 0); });
    m_trials->setMinimumHeight(90);
    auto *scroll = new QScrollArea;
    scroll->setWidget(card);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(420);
    return scroll;
}

QWidget *SamplePage::makeProspect()
{
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *promise = new Card(tr("What this trial can certify"));
    m_promise = paragraph({}, TextRole::Sentence, &ThemeTokens::text);
    m_promiseNote = paragraph({}, TextRole::Body, &ThemeTokens::text2);
    m_chart = new PowerChart;
    promise->body()->addWidget(m_promise);
    promise->body()->addWidget(m_promiseNote);
    promise->body()->addWidget(m_chart, 1);
    column->addWidget(promise, 3);
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *tests = new Card(tr("The tests, in this order"));
    m_tests = paragraph({}, TextRole::Body, &ThemeTokens::text);
    tests->body()->addWidget(m_tests);
    tests->body()->addStretch();
    auto *frame = new Card(tr("What it is drawn from"));
    m_frame = paragraph({}, TextRole::Body, &ThemeTokens::text);
    frame->body()->addWidget(m_frame);
    frame->body()->addStretch();
    row->addWidget(tests, 1);
    row->addWidget(frame, 1);
    column->addLayout(row, 2);
    auto *cannot = new Card(tr("What it can’t"));
    cannot->body()->addWidget(paragraph(
        tr("It says nothing about scores under the threshold, about classes one by one, or about photos unlike "
           "those of today (another season, new cameras). It counts everything that isn’t clearly the same "
           "deer as wrong. The order of the tests is fixed beforehand, and the count stays hidden until "
           "the end, because looking while it runs would void the certificate."),
        TextRole::Body, &ThemeTokens::text2));
    column->addWidget(cannot);
    auto *scroll = new QScrollArea;
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    return scroll;
}

quint64 SamplePage::newSeed()
{
    return QRandomGenerator::system()->bounded(1U, 100'000'000U);
}

void SamplePage::showAnalysis()
{
    const std::optional<double> suggested = m_desk.suggestedThreshold();
    m_stack->setCurrentIndex(m_desk.analysis() != nullptr ? 1 : 0);
    if (m_desk.analysis() == nullptr)
        return;
    if (suggested && !m_candidate->isModified())
        m_candidate->setText(Words::threshold(*suggested));
    m_promise->setText(tr("Looking which pictures are there …"));
    m_promiseNote->clear();
    m_tests->clear();
    m_frame->clear();
    m_chart->setSample({});
    m_banner->hide();
}

std::optional<Plan> SamplePage::readPlan()
{
    bool ok = false;
    Plan plan;
    const double candidate = m_candidate->text().trimmed().replace(u',', u'.').toDouble(&ok);
    const bool candidateFits = ok && candidate >= 0.30 && candidate <= 0.95;
    const std::optional<double> suggested = m_desk.suggestedThreshold();
    if (m_candidate->text().isEmpty())
        m_candidateMessage->setHint(tr("The analysis found no candidate; type one to test it."));
    else if (!candidateFits)
        m_candidateMessage->setError(tr("A threshold from 0.30 to 0.95"));
    else if (suggested && reid::thresholdTicks(*suggested) == reid::thresholdTicks(candidate))
        m_candidateMessage->setHint(tr("The candidate of the analysis"));
    else
        m_candidateMessage->setHint(suggested ? tr("The analysis suggests %1").arg(Words::threshold(*suggested))
                                              : QString());
    plan.candidate = std::round(candidate * 10000) / 10000;
    plan.size = m_size->text().trimmed().toInt(&ok);
    const bool sizeFits = ok && plan.size >= kLeastSize && plan.size <= kMostSize;
    if (sizeFits)
        m_sizeMessage->setHint(tr("%1 repeats and %2 impossible pairs come on top.")
                                   .arg(repeatsFor(plan.size))
                                   .arg(impossibleFor(plan.size)));
    else
        m_sizeMessage->setError(tr("From %1 (fewer can’t certify anything) to %2").arg(kLeastSize).arg(kMostSize));
    plan.seed = m_seed->text().trimmed().toULongLong(&ok);
    if (ok)
        m_seedMessage->setHint(tr("The same data and seed give the same sample."));
    else
        m_seedMessage->setError(tr("A whole number"));
    return candidateFits && sizeFits && ok ? std::optional(plan) : std::nullopt;
}

void SamplePage::ask()
{
    const std::optional<Plan> plan = readPlan();
    if (plan && m_desk.hasSource())
        m_desk.lookAhead(*plan);
    updateStart();
}

void SamplePage::updateStart()
{
    const bool named = !m_reviewer->text().trimmed().isEmpty();
    m_start->setEnabled(m_outlookFits && named);
    m_start->setToolTip(!named           ? tr("A reviewer’s name is missing")
                        : !m_outlookFits ? tr("There is nothing to draw with these numbers")
                                         : QString());
}

void SamplePage::showOutlook(const Outlook &outlook)
{
    const QLocale locale;
    const Sample &sample = outlook.sample;
    const int sampled = sample.sampled();
    const Shape shape = m_desk.expectedShape(sample.thresholds);
    const double share = shareCertifiedWith(0.75, sample.judgedAt, shape);
    const QString candidate = Words::threshold(outlook.plan.candidate);
    const int atCandidate = sample.judgedAt.empty() ? 0 : sample.judgedAt.back();
    const int allowed = allowedErrors(atCandidate);
    m_chart->setSample(sample.judgedAt, shape);
    if (sampled == 0) {
        m_promise->setText(tr("Nothing to judge: no burst scores %1 or more").arg(candidate));
    } else if (allowed < 0) {
        m_promise->setText(tr("Too few to certify %1").arg(candidate));
    } else {
        m_promise->setText(tr("It can certify 5% at %1 if the true wrong share is about %2 or less")
                               .arg(candidate, Words::percent(share)));
    }
    if (allowed < 0) {
        m_promiseNote->setText(tr("%1 of the bursts drawn score %2 or more; without a single error it takes 59.")
                                   .arg(atCandidate)
                                   .arg(candidate));
    } else {
        const auto chanceAt = [&](double at) {
            return Words::percent(certifyProbability(sample.judgedAt, at, shape), 0);
        };
        m_promiseNote->setText(
            tr("%1 of the %2 bursts drawn score %3 or more; of these, %4 may be wrong. At a true share of "
               "2% the trial succeeds %5 of the time, at 5% %6, if wrong matches get rarer with the "
               "score as the analysis expects.")
                .arg(atCandidate)
                .arg(sampled)
                .arg(candidate)
                .arg(allowed)
                .arg(chanceAt(0.02), chanceAt(0.05)));
    }
    QStringList tests;
    for (std::size_t i = 0; i < sample.thresholds.size(); ++i) {
        const int most = allowedErrors(sample.judgedAt[i]);
        tests << (most < 0 ? tr("%1 or more: %2 judged, skipped (under 59)")
                                 .arg(Words::threshold(sample.thresholds[i]))
                                 .arg(sample.judgedAt[i])
                           : tr("%1 or more: %2 judged, at most %3 wrong")
                                 .arg(Words::threshold(sample.thresholds[i]))
                                 .arg(sample.judgedAt[i])
                                 .arg(most));
    }
    m_tests->setText(tests.join(u'\n') + u'\n' +
                     tr("The first one that fails ends it; the last one passed is certified."));
    const Frame &frame = outlook.frame;
    m_frame->setText(QStringList{
        tr("%1 bursts with a score").arg(locale.toString(qulonglong{frame.scored})),
        tr("− %1 under %2")
            .arg(locale.toString(qulonglong{frame.below}), Words::threshold(outlook.plan.candidate - 0.02)),
        tr("− %1 without their picture").arg(locale.toString(qulonglong{frame.withoutPicture})),
        tr("− %1 whose profile has no picture").arg(locale.toString(qulonglong{frame.withoutProfilePicture})),
        tr("= %1, of which %2 are drawn at random").arg(locale.toString(qulonglong{frame.units.size()})).arg(sampled)}
                         .join(u'\n'));
    m_outlookFits = sampled > 0;
    const int preset =
        static_cast<int>(std::find(kSizePresets.begin(), kSizePresets.end(), outlook.plan.size) - kSizePresets.begin());
    const QSignalBlocker quiet(m_presets);
    m_presets->setCurrentIndex(preset); // the one after the presets is "Own"
    updateStart();
}

void SamplePage::showTrials(const std::vector<TrialSummary> &trials)
{
    m_trials->clear();
    const QTimeZone &zone = m_desk.services().siteTimeZone;
    for (const TrialSummary &trial : trials) {
        auto *item = new QListWidgetItem(
            tr("%1, %2 or more, %3 pairs, %4")
                .arg(Words::shortMoment(trial.createdAt, zone), Words::threshold(trial.candidate))
                .arg(trial.pairs)
                .arg(trial.reviewers.isEmpty() ? tr("no answers yet") : trial.reviewers.join(QStringLiteral(", "))));
        item->setData(Qt::UserRole, trial.id);
        m_trials->addItem(item);
    }
    m_trialsBox->setVisible(!trials.empty());
}

} // namespace herdbook::trial
