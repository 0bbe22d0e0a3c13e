// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <array>

class QAbstractButton;

namespace herdbook::trial {

/// "Trial  (v) Sample -- (2) Review -- (3) Verdict": steps done are buttons, the one in hand is bold, later ones are labels.
class StepHeader : public QWidget
{
    Q_OBJECT

public:
    static constexpr int kStepCount = 3;

    explicit StepHeader(const QStringList &names, QWidget *parent = nullptr);

    /// @param reached the furthest step that can be gone to.
    void setSteps(int current, int reached, bool lastDone);
    QAbstractButton *step(int index) const { return m_steps[static_cast<std::size_t>(index)]; }

Q_SIGNALS:
    void chosen(int step);

private:
    std::array<QAbstractButton *, kStepCount> m_steps{};
};

} // namespace herdbook::trial
