// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/nextstepscard.h"

#include "ui/widgets/clipboard.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/coretexts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace herdbook::ui {

NextStepsCard::NextStepsCard(QWidget *parent) : Card(tr("What to do"), parent), m_steps(new QVBoxLayout)
{
    setObjectName(QStringLiteral("nextSteps"));
    m_steps->setSpacing(8);
    body()->addLayout(m_steps);
    body()->addStretch(1);
    auto *copy = new QPushButton(themeIcon(Icon::Copy), tr("Copy this for the maintainer"));
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(m_text, copy); });
    body()->addWidget(copy, 0, Qt::AlignLeft);
}

void NextStepsCard::setAnalysis(const SharedAnalysis &analysis)
{
    while (QLayoutItem *item = m_steps->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_text.clear();
    if (!analysis)
        return;
    m_text = QString::fromStdString(analysis->recommendation.reason) + u'\n';
    int number = 0;
    for (const std::string &step : analysis->recommendation.next) {
        m_text += QStringLiteral("%1. %2\n").arg(++number).arg(QString::fromStdString(step));
        m_steps->addWidget(new LeadText(QString::number(number), coreText(step), TextRole::Body, &ThemeTokens::text2));
    }
}

} // namespace herdbook::ui
