// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/estimatecard.h"

#include "core/trial/review/words.h"
#include "ui/trial/clearlayout.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sexmark.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <algorithm>

namespace herdbook::trial {

EstimateCard::EstimateCard(QWidget *parent) : Card(tr("Against the estimate"), parent)
{
    m_estimate = new Label({}, TextRole::Body, &ThemeTokens::text2);
    m_estimate->setWordWrap(true);
    body()->addWidget(m_estimate);
    body()->addSpacing(4);
    body()->addWidget(new Label(tr("By sex, described only"), TextRole::LabelStrong, &ThemeTokens::text2));
    m_sexes = new QGridLayout;
    m_sexes->setHorizontalSpacing(8);
    m_sexes->setVerticalSpacing(5);
    m_sexes->setColumnStretch(1, 1);
    body()->addLayout(m_sexes);
    body()->addStretch();
}

void EstimateCard::setOutcome(const Outcome &outcome, const TrialRecord &record)
{
    m_estimate->setText(comparison(outcome.verdict, record));
    clearLayout(*m_sexes);
    int row = 0;
    for (const reid::Sex sex : reid::kAllSexes) {
        const Share &share = outcome.verdict.bySex[static_cast<std::size_t>(sex)];
        if (share.judged == 0)
            continue;
        const std::string_view name = reid::name(sex);
        const QString text = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        m_sexes->addWidget(new SexMark(sexOfClassification(text)), row, 0);
        m_sexes->addWidget(new Label(text), row, 1);
        m_sexes->addWidget(
            new Label(
                tr("%1 of %2 wrong, at most %3").arg(share.wrong).arg(share.judged).arg(Words::percent(share.upper)),
                TextRole::Body, &ThemeTokens::text2),
            row++, 2, Qt::AlignRight);
    }
}

QString EstimateCard::comparison(const Verdict &verdict, const TrialRecord &record)
{
    const auto at = std::find_if(record.estimates.begin(), record.estimates.end(), [&](const Estimate &one) {
        return reid::thresholdTicks(one.threshold) == reid::thresholdTicks(verdict.reference);
    });
    if (at == record.estimates.end() || !at->wrongShare)
        return tr("There was no label-free estimate at %1. The trial decides.")
            .arg(Words::threshold(verdict.reference));
    const int unseen = verdict.answers[static_cast<std::size_t>(Answer::CantTell)] +
                       verdict.answers[static_cast<std::size_t>(Answer::Background)] +
                       verdict.answers[static_cast<std::size_t>(Answer::BadCrop)];
    QString text = at->upper
                       ? tr("The label-free estimate said %1, at most %2.")
                             .arg(Words::percent(at->wrongShare), Words::percent(at->upper))
                       : tr("The label-free estimate said %1, without a bound.").arg(Words::percent(at->wrongShare));
    text += tr(" The trial saw %1").arg(Words::percent(verdict.overall.share));
    if (unseen > 0)
        text += tr(": %1 of the %2 are Can’t tell, Background or Bad crop, which an estimate from scores cannot see")
                    .arg(unseen)
                    .arg(verdict.overall.wrong);
    return text + tr(". The trial decides.");
}

} // namespace herdbook::trial
