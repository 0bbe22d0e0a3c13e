// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/widgets/labels/card.h"

class QPushButton;
class QVBoxLayout;

namespace herdbook::ui {

/// What to do where no threshold can be recommended, step by step, to read or to copy for whoever can do it.
class NextStepsCard : public Card
{
    Q_OBJECT

public:
    explicit NextStepsCard(QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    /// The steps and the reason as text, in English: whoever gets it may read nothing else.
    QString text() const { return m_text; }

private:
    QVBoxLayout *m_steps;
    QString m_text;
};

} // namespace herdbook::ui
