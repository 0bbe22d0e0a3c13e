// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/presetcard.h"

#include "core/trial/review/words.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"

#include <QBoxLayout>
#include <QPainter>
#include <QRadioButton>

namespace herdbook::trial {

PresetCard::PresetCard(Preset preset, QWidget *parent) : QFrame(parent)
{
    const QString title = Words::preset(QString::fromUtf8(name(preset).data()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(2);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_button = new QRadioButton(title);
    m_button->setFont(textFont(TextRole::Strong));
    m_suggested = new Pill(Tone::Ok, tr("Suggested"));
    m_suggested->hide();
    m_looks = new Label({}, TextRole::LabelStrong);
    row->addWidget(m_button);
    row->addWidget(m_suggested);
    row->addStretch();
    row->addWidget(m_looks);
    column->addLayout(row);
    const QString how = preset == Preset::Short      ? tr("Begins at half of the matches and loosens step by step.")
                        : preset == Preset::Standard ? tr("Begins at the best quarter. Loses least if many are wrong.")
                                                     : tr("All or nothing at the threshold. Fewest looks, riskier.");
    auto *words = new Label(how, TextRole::Label, &ThemeTokens::text2);
    words->setWordWrap(true);
    words->setContentsMargins(24, 0, 0, 0);
    m_first = new Label({}, TextRole::Label);
    m_first->setWordWrap(true);
    m_first->setContentsMargins(24, 0, 0, 0);
    column->addWidget(words);
    column->addWidget(m_first);
    m_button->setAccessibleDescription(how);
    connect(m_button, &QRadioButton::toggled, this, qOverload<>(&QWidget::update));
    showTexts();
}

void PresetCard::setSuggested(bool suggested)
{
    m_suggested->setVisible(suggested);
}

void PresetCard::setExpected(const std::optional<Expected> &expected)
{
    m_expected = expected;
    showTexts();
}

void PresetCard::setSimulated(bool simulated)
{
    m_simulated = simulated;
    showTexts();
}

void PresetCard::setBegun(const std::optional<int> &looks)
{
    m_begun = looks;
    showTexts();
}

void PresetCard::showTexts()
{
    if (m_begun) {
        m_looks->setText(tr("%1 done").arg(Words::count(*m_begun, tr("look"), tr("looks"))));
        m_first->setText(tr("Begun; goes on where you stopped."));
    } else if (!m_expected) {
        m_looks->setText(m_simulated ? tr("…") : QString());
        m_first->setText(m_simulated ? tr("…") : QString(QChar::Nbsp)); // its line stays
    } else {
        m_looks->setText(tr("about %1 looks").arg(Words::roughly(m_expected->looks)));
        m_first->setText(m_expected->firstShare > 0
                             ? tr("First certificate after about %1, at %2.")
                                   .arg(Words::roughly(m_expected->firstLooks),
                                        Words::threshold(reid::fromTicks(m_expected->firstTicks)))
                             : tr("Hardly any certificate comes of it."));
    }
}

void PresetCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const bool chosen = m_button->isChecked();
    paintBox(painter, rect(), chosen ? tokens.selected : tokens.surface, chosen ? tokens.accent : tokens.border, 6,
             chosen ? 1.6 : 1);
}

void PresetCard::mousePressEvent(QMouseEvent *)
{
    if (m_button->isEnabled())
        m_button->click();
}

} // namespace herdbook::trial
