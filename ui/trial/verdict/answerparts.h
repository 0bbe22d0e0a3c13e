// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/outcome.h"
#include "ui/trial/photos/photoloader.h"
#include "ui/widgets/style/tokens.h"

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
    /// In gray: kept but not counted.
    void setQuiet(bool quiet);
    QSize sizeHint() const override { return {600, 70}; }
    QSize minimumSizeHint() const override { return {300, 70}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    std::array<int, kAnswers> m_answers{};
    bool m_quiet = false;
};

/// Pairs that one should see, each beside the profile it was offered.
class WrongPairs : public QWidget
{
    Q_OBJECT

public:
    /// A pair of the record, what was decided, and words under it.
    struct Shown
    {
        const Pair *pair = nullptr;
        Decision decision;
        QString words;
        bool quiet = false; ///< counts for nothing: without the answer's color
    };

    explicit WrongPairs(PhotoLoader &loader, QWidget *parent = nullptr);
    /// Shows the first eight.
    void setPairs(const std::shared_ptr<const TrialRecord> &record, const std::vector<Shown> &pairs);

private:
    PhotoLoader &m_loader;
    QGridLayout *m_grid;
};

} // namespace herdbook::trial
