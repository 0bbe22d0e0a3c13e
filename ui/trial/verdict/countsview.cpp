// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/countsview.h"

#include "core/trial/review/words.h"
#include "ui/widgets/labels/label.h"

#include <QGridLayout>
#include <QLocale>

namespace herdbook::trial {

CountsView::CountsView(QWidget *parent) : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(16, 10, 16, 10);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(5);
    grid->setColumnMinimumWidth(0, 62);
    grid->setColumnStretch(1, 1);
    for (std::size_t i = 0; i < m_numbers.size(); ++i) {
        m_numbers[i] = new Label({}, TextRole::Strong);
        m_numbers[i]->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_texts[i] = new Label({}, TextRole::Body, i < 2 ? &ThemeTokens::text : &ThemeTokens::text2);
        m_texts[i]->setWordWrap(true);
        grid->addWidget(m_numbers[i], static_cast<int>(i), 0);
        grid->addWidget(m_texts[i], static_cast<int>(i), 1);
    }
}

void CountsView::setRow(std::size_t row, qint64 number, const QString &text)
{
    m_numbers[row]->setText(QLocale().toString(number));
    m_texts[row]->setText(text);
}

void CountsView::setState(const ApplyState &state)
{
    const ApplyCounts &counts = state.counts;
    if (state.batch && !state.batch->isUndone()) {
        setRow(0, state.batch->written, tr("detections were given a profile"));
        setRow(1, static_cast<qint64>(state.batch->applyConflicts.size()),
               tr("were left alone: they had changed meanwhile"));
    } else {
        setRow(0, state.preview.ready, tr("detections get a profile"));
        setRow(1, state.preview.profiles, tr("profiles have their sightings counted up"));
    }
    int others = 0;
    QStringList parts;
    for (const Answer answer : kAllAnswers) {
        const int count = counts.others[static_cast<std::size_t>(answer)];
        others += count;
        if (count > 0)
            parts << tr("%1 %2").arg(Words::answer(answer)).arg(count);
    }
    for (const Lacks lacks : kAllLacks) {
        const int count = counts.lacking[static_cast<std::size_t>(lacks)];
        others += count;
        if (count > 0)
            parts << tr("%1 %2").arg(Words::lacks(lacks)).arg(count);
    }
    setRow(2, others,
           parts.isEmpty() ? tr("stay unassigned: not answered Same")
                           : tr("stay unassigned: %1").arg(parts.join(QStringLiteral(", "))));
    setRow(3, counts.under, tr("stay unassigned: under %1").arg(Words::threshold(state.plan.threshold)));
    setRow(4, 0, tr("photos of their bursts are written along"));
}

} // namespace herdbook::trial
