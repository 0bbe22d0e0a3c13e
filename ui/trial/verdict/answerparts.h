// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/outcome.h"
#include "ui/trial/photos/photoloader.h"
#include "ui/widgets/tokens.h"

#include <QWidget>

class QGridLayout;

namespace herdbook::trial {

/// The color that stands for an answer on the verdict.
ColorToken answerColor(Answer answer);

/// The answers as one bar with its legend.
class AnswerShares : public QWidget
{
    Q_OBJECT

public:
    explicit AnswerShares(QWidget *parent = nullptr);
    void setAnswers(const std::array<int, kAnswers> &answers);
    QSize sizeHint() const override { return {600, 50}; }
    QSize minimumSizeHint() const override { return {300, 50}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<int, kAnswers> m_answers{};
};

/// The pairs that counted as wrong, each beside the profile it was offered.
class WrongPairs : public QWidget
{
    Q_OBJECT

public:
    explicit WrongPairs(PhotoLoader &loader, QWidget *parent = nullptr);
    /// Shows the first eight of `pairs`, positions in the record.
    void setPairs(std::shared_ptr<const TrialRecord> record, const Outcome &outcome, const std::vector<int> &pairs);

private:
    PhotoLoader &m_loader;
    QGridLayout *m_grid;
};

} // namespace herdbook::trial
