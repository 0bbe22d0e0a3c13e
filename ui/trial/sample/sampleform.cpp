// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/sampleform.h"

#include "core/trial/review/words.h"
#include "ui/widgets/messagelabel.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/style/style.h"

#include <QBoxLayout>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRandomGenerator>
#include <QToolButton>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr int kTypingPauseMs = 250;
constexpr int kLeastSize = 59;
constexpr int kMostSize = 5000;
constexpr int kInputHeight = 30;

QString newSeed()
{
    return QString::number(QRandomGenerator::system()->bounded(1U, 100'000'000U));
}

QHBoxLayout *rowIn(QWidget *widget)
{
    auto *row = new QHBoxLayout(widget);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

} // namespace

SampleForm::SampleForm(const QString &reviewer, QWidget *parent) : Card(tr("The sample"), parent)
{
    body()->setSpacing(8);
    auto *form = new QFormLayout;
    form->setVerticalSpacing(0);
    form->setHorizontalSpacing(12);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_candidate = new QLineEdit;
    m_candidate->setMaximumWidth(120);
    m_candidateMessage = addField(*form, tr("Threshold"), m_candidate, m_candidate);
    QWidget *sizes = makeSizes();
    m_sizeMessage = addField(*form, tr("Bursts"), sizes, m_size);
    m_reviewer = new QLineEdit(reviewer);
    m_reviewer->setMaxLength(100);
    m_reviewerMessage = addField(*form, tr("Reviewer"), m_reviewer, m_reviewer);
    QWidget *seeds = makeSeeds();
    m_seedMessage = addField(*form, tr("Seed"), seeds, m_seed);
    body()->addLayout(form);
    m_drawing = {m_candidate, sizes, seeds};
    m_start = new QPushButton(tr("Draw the sample and review"));
    setButtonKind(m_start, ButtonKind::Primary);
    m_start->setEnabled(false);
    body()->addWidget(m_start);

    m_typing.setSingleShot(true);
    connect(&m_typing, &QTimer::timeout, this, &SampleForm::changed);
    for (QLineEdit *edit : {m_candidate, m_size, m_seed}) {
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_typing.start(kTypingPauseMs);
            Q_EMIT edited();
        });
    }
    connect(m_reviewer, &QLineEdit::textChanged, this, [this] {
        if (this->reviewer().isEmpty())
            m_reviewerMessage->setError(tr("A name is needed: it stands in the protocol"));
        else
            m_reviewerMessage->setHint(tr("Answers are kept apart by this name."));
        Q_EMIT reviewerChanged();
    });
    m_reviewerMessage->setHint(tr("Answers are kept apart by this name."));
    connect(m_start, &QPushButton::clicked, this, &SampleForm::startAsked);
}

MessageLabel *SampleForm::addField(QFormLayout &form, const QString &label, QWidget *input, QLineEdit *edit)
{
    auto *title = new Label(label, TextRole::Body, &ThemeTokens::text2);
    title->setMinimumWidth(72);
    title->setFixedHeight(kInputHeight);
    title->setBuddy(edit);
    edit->setAccessibleName(label);
    auto *message = new MessageLabel(edit);
    auto *box = new QVBoxLayout;
    box->setContentsMargins(0, 0, 0, 8);
    box->setSpacing(1);
    // A short input must not make its message short.
    box->addWidget(input, 0, input->maximumWidth() < QWIDGETSIZE_MAX ? Qt::AlignLeft : Qt::Alignment());
    box->addWidget(message);
    form.addRow(title, box);
    return message;
}

QWidget *SampleForm::makeSizes()
{
    auto *sizes = new QWidget;
    QHBoxLayout *row = rowIn(sizes);
    QStringList names;
    for (const int preset : kSizePresets)
        names << QString::number(preset);
    names << tr("Own");
    m_presets = new SegmentedControl(tr("Size of the sample"), names);
    m_presets->setCurrentIndex(1);
    m_size = new QLineEdit(QString::number(kDefaultSize));
    m_size->setFixedWidth(58);
    row->addWidget(m_presets);
    row->addWidget(m_size);
    row->addStretch();
    connect(m_presets, &SegmentedControl::currentChanged, this, [this](int index) {
        if (index < static_cast<int>(kSizePresets.size())) {
            m_size->setText(QString::number(kSizePresets[static_cast<std::size_t>(index)]));
        } else {
            m_size->setFocus();
            m_size->selectAll();
        }
    });
    return sizes;
}

QWidget *SampleForm::makeSeeds()
{
    auto *seeds = new QWidget;
    QHBoxLayout *row = rowIn(seeds);
    m_seed = new QLineEdit(newSeed());
    auto *dice = new QToolButton;
    dice->setText(tr("New seed"));
    row->addWidget(m_seed, 1);
    row->addWidget(dice);
    connect(dice, &QToolButton::clicked, this, [this] { m_seed->setText(newSeed()); });
    return seeds;
}

void SampleForm::setSuggestion(const std::optional<double> &threshold, const QString &reason)
{
    m_suggestion = threshold;
    m_reason = reason;
    if (threshold && !m_candidate->isModified())
        m_candidate->setText(Words::threshold(*threshold));
}

QString SampleForm::reviewer() const
{
    return m_reviewer->text().trimmed();
}

void SampleForm::setDrawable(bool drawable)
{
    for (QWidget *input : m_drawing)
        input->setEnabled(drawable);
}

void SampleForm::setReady(bool ready, const QString &reason)
{
    m_start->setEnabled(ready);
    m_start->setToolTip(reason);
}

std::optional<double> SampleForm::readCandidate()
{
    const QString text = m_candidate->text().trimmed().replace(u',', u'.');
    if (text.isEmpty()) {
        m_candidateMessage->setHint(m_candidate->isEnabled() ? tr("The analysis suggests none; type one to try it.")
                                                             : tr("Comes from the analysis in Re-ID"));
        return std::nullopt;
    }
    bool ok = false;
    const double candidate = std::round(text.toDouble(&ok) * 10000) / 10000;
    if (!ok || candidate < 0.30 || candidate > 0.95) {
        m_candidateMessage->setError(tr("A threshold from 0.30 to 0.95"));
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

std::optional<int> SampleForm::readSize()
{
    bool ok = false;
    const int size = m_size->text().trimmed().toInt(&ok);
    const auto *const preset = std::find(kSizePresets.begin(), kSizePresets.end(), size);
    const QSignalBlocker quiet(m_presets);
    m_presets->setCurrentIndex(static_cast<int>(preset - kSizePresets.begin())); // the one after them is "Own"
    if (!ok || size < kLeastSize || size > kMostSize) {
        m_sizeMessage->setError(tr("From %1 (fewer can’t certify anything) to %2").arg(kLeastSize).arg(kMostSize));
        return std::nullopt;
    }
    m_sizeMessage->setHint(
        tr("plus %1 repeats and %2 impossible pairs").arg(repeatsFor(size)).arg(impossibleFor(size)));
    return size;
}

std::optional<quint64> SampleForm::readSeed()
{
    bool ok = false;
    const quint64 seed = m_seed->text().trimmed().toULongLong(&ok);
    if (!ok) {
        m_seedMessage->setError(tr("A whole number, 0 or more"));
        return std::nullopt;
    }
    m_seedMessage->setHint(tr("Same data, same seed, same sample"));
    return seed;
}

std::optional<Plan> SampleForm::plan()
{
    const std::optional<double> candidate = readCandidate();
    const std::optional<int> size = readSize();
    const std::optional<quint64> seed = readSeed();
    if (!candidate || !size || !seed)
        return std::nullopt;
    return Plan{*candidate, *size, *seed};
}

} // namespace herdbook::trial
