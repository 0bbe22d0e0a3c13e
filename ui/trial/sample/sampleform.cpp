// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/sampleform.h"

#include "core/base/language.h"
#include "core/trial/review/words.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/texts.h"

#include <QBoxLayout>
#include <QButtonGroup>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr int kTypingPauseMs = 250;
constexpr int kTitleWidth = 84;

QHBoxLayout *titled(const QString &title, QLineEdit *edit)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    auto *label = new Label(title, TextRole::Body, &ThemeTokens::text2);
    label->setFixedWidth(kTitleWidth);
    label->setBuddy(edit);
    edit->setAccessibleName(title);
    row->addWidget(label);
    row->addWidget(edit);
    return row;
}

} // namespace

SampleForm::SampleForm(const QString &reviewer, QWidget *parent) : Card(tr("The trial"), parent)
{
    body()->setSpacing(6);
    m_candidate = new QLineEdit;
    m_candidate->setFixedWidth(96);
    QHBoxLayout *first = titled(tr("Threshold"), m_candidate);
    m_candidateMessage = new MessageLabel(m_candidate);
    m_candidateMessage->letWrap();
    first->addWidget(m_candidateMessage, 1);
    body()->addLayout(first);
    m_reviewer = new QLineEdit(reviewer);
    m_reviewer->setMaxLength(100);
    body()->addLayout(titled(tr("Reviewer"), m_reviewer));
    auto *hint = new QHBoxLayout;
    hint->setContentsMargins(kTitleWidth + 12, 0, 0, 0);
    m_reviewerMessage = new MessageLabel(m_reviewer);
    m_reviewerMessage->letWrap();
    m_add = new QPushButton(tr("Add…"));
    setButtonKind(m_add, ButtonKind::Flat);
    setCompact(m_add);
    m_add->setAccessibleName(tr("Add a second reviewer"));
    hint->addWidget(m_reviewerMessage, 1);
    hint->addWidget(m_add);
    body()->addLayout(hint);
    m_secondRow = new QWidget;
    auto *second = new QVBoxLayout(m_secondRow);
    second->setContentsMargins(0, 0, 0, 0);
    second->setSpacing(6);
    m_second = new QLineEdit;
    m_second->setMaxLength(100);
    second->addLayout(titled(tr("And"), m_second));
    m_pipeline = new SegmentedControl(tr("How two reviewers become one"),
                                      {tr("Both must say Same"), tr("Second looks at the rest")});
    second->addWidget(m_pipeline);
    m_secondRow->hide();
    body()->addWidget(m_secondRow);
    body()->addWidget(new Divider);
    auto *how = new QHBoxLayout;
    how->addWidget(new Label(tr("How to go about it"), TextRole::LabelStrong, &ThemeTokens::text2));
    auto *fixed = new Label(tr("fixed once you have answered"), TextRole::Label, &ThemeTokens::text2);
    fixed->setWordWrap(true);
    fixed->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    how->addWidget(fixed, 1);
    body()->addLayout(how);
    m_presets = new QButtonGroup(this);
    for (const Preset preset : kPresets) {
        auto *card = new PresetCard(preset);
        m_cards[static_cast<std::size_t>(preset)] = card;
        m_presets->addButton(card->button(), static_cast<int>(preset));
        body()->addWidget(card);
    }
    card(Preset::Standard)->button()->setChecked(true);
    auto *note =
        new Label(tr("Looks are what each takes on average if 1% are wrong. You may stop whenever you like; what "
                     "is certified by then stays if you looked with care to the end."),
                  TextRole::Label, &ThemeTokens::text2);
    note->setWordWrap(true);
    body()->addWidget(note);
    m_start = new QPushButton(tr("Begin the review"), this);
    setButtonKind(m_start, ButtonKind::Primary);
    m_start->setEnabled(false);

    setFocusHeirs({m_start, m_candidate}, {m_reviewer});
    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &SampleForm::changed);
    connect(m_candidate, &QLineEdit::textChanged, this, [this] {
        m_typing.start(kTypingPauseMs);
        Q_EMIT edited();
    });
    for (QLineEdit *edit : {m_reviewer, m_second})
        connect(edit, &QLineEdit::textChanged, this, &SampleForm::readReviewers);
    connect(m_add, &QPushButton::clicked, this, [this] {
        m_secondRow->show();
        m_add->hide();
        m_second->setFocus();
        readReviewers();
    });
    connect(m_presets, &QButtonGroup::idClicked, this, [this] { m_presetChosen = true; });
    connect(m_presets, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT presetChanged();
    });
    connect(m_start, &QPushButton::clicked, this, &SampleForm::startAsked);
    readReviewers();
}

void SampleForm::readReviewers()
{
    if (reviewer().isEmpty())
        m_reviewerMessage->setError(tr("A name is needed: it stands in the protocol"));
    else if (!m_secondRow->isHidden() && m_second->text().trimmed() == reviewer())
        m_reviewerMessage->setError(tr("Two reviewers have two names"));
    else
        m_reviewerMessage->setHint(m_secondRow->isHidden() ? tr("A second reviewer may join first.")
                                                           : tr("Both go through the same pairs."));
    Q_EMIT reviewerChanged();
}

void SampleForm::setSuggestion(const std::optional<double> &threshold, const QString &reason)
{
    m_suggestion = threshold;
    m_reason = reason;
    if (threshold && !m_candidate->isModified())
        m_candidate->setText(Words::threshold(*threshold));
}

void SampleForm::setSuggestedPreset(Preset preset)
{
    for (const Preset one : kPresets)
        card(one)->setSuggested(one == preset);
    if (!m_presetChosen)
        card(preset)->button()->setChecked(true);
}

void SampleForm::setProspects(const Prospects *prospects)
{
    for (const Preset preset : kPresets) {
        std::optional<Expected> expected;
        if (prospects != nullptr)
            expected = prospects->curves[static_cast<std::size_t>(preset)][kOnePercent];
        card(preset)->setExpected(expected);
    }
}

void SampleForm::setSimulated(bool simulated)
{
    for (const Preset preset : kPresets)
        card(preset)->setSimulated(simulated);
}

Preset SampleForm::preset() const
{
    return static_cast<Preset>(std::max(0, m_presets->checkedId()));
}

QString SampleForm::reviewer() const
{
    return m_reviewer->text().trimmed();
}

void SampleForm::setDrawable(bool drawable)
{
    m_candidate->setEnabled(drawable);
    for (PresetCard *card : m_cards)
        card->setEnabled(drawable);
}

void SampleForm::setReady(bool ready, const QString &text, const QString &reason)
{
    m_start->setText(text);
    m_start->setEnabled(ready);
    m_start->setToolTip(plainTip(reason));
}

std::optional<double> SampleForm::candidate()
{
    const QString text = typedNumber(m_candidate->text().trimmed());
    if (text.isEmpty()) {
        m_candidateMessage->setHint(m_candidate->isEnabled() ? tr("The analysis suggests none; type one to try it.")
                                                             : tr("Comes from the analysis in Re-ID"));
        return std::nullopt;
    }
    bool ok = false;
    const double candidate = std::round(text.toDouble(&ok) * 10000) / 10000;
    if (!ok || candidate < 0.20 || candidate > 1) {
        m_candidateMessage->setError(tr("A threshold from 0.20 to 1.00"));
        return std::nullopt;
    }
    if (!m_suggestion)
        m_candidateMessage->setHint(tr("The analysis suggests none."));
    else if (reid::thresholdTicks(*m_suggestion) == reid::thresholdTicks(candidate))
        m_candidateMessage->setHint(m_reason);
    else
        m_candidateMessage->setHint(tr("The analysis suggests %1").arg(Words::threshold(*m_suggestion)));
    return candidate;
}

std::optional<TrialDesk::Start> SampleForm::start()
{
    return startWith(preset());
}

std::optional<TrialDesk::Start> SampleForm::startWith(Preset preset)
{
    const std::optional<double> threshold = candidate();
    const QString second = m_secondRow->isHidden() ? QString() : m_second->text().trimmed();
    if (!threshold || reviewer().isEmpty() || second == reviewer())
        return std::nullopt;
    TrialDesk::Start start{*threshold, preset, {reviewer()}, Pipeline::Single};
    if (!second.isEmpty()) {
        start.reviewers << second;
        start.pipeline = m_pipeline->currentIndex() == 0 ? Pipeline::Strict : Pipeline::SecondLook;
    }
    return start;
}

} // namespace herdbook::trial
