// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/design/sample.h"
#include "ui/widgets/card.h"

#include <QTimer>

class QFormLayout;
class QLineEdit;
class QPushButton;

namespace herdbook {
class MessageLabel;
class SegmentedControl;
} // namespace herdbook

namespace herdbook::trial {

/// What a sample is drawn by: threshold, size, seed, and who reviews. Says under each field what is wrong with it.
class SampleForm : public Card
{
    Q_OBJECT

public:
    explicit SampleForm(const QString &reviewer, QWidget *parent = nullptr);

    /// The candidate of the analysis, or nothing; taken over unless something else was typed.
    /// @param reason why this one, in a few words.
    void setSuggestion(const std::optional<double> &threshold, const QString &reason);
    /// Nothing when a field is wrong.
    std::optional<Plan> plan();
    QString reviewer() const;
    /// Without data there is nothing to draw from; only the reviewer's name can be typed then, to go on with a trial.
    void setDrawable(bool drawable);
    /// Whether drawing is possible, or why not.
    void setReady(bool ready, const QString &reason);

    QPushButton *startButton() const { return m_start; }
    QLineEdit *candidateField() const { return m_candidate; }
    QLineEdit *sizeField() const { return m_size; }
    QLineEdit *seedField() const { return m_seed; }
    QLineEdit *reviewerField() const { return m_reviewer; }

Q_SIGNALS:
    /// Something is being typed.
    void edited();
    /// Typing has paused.
    void changed();
    void reviewerChanged();
    void startAsked();

private:
    MessageLabel *addField(QFormLayout &form, const QString &label, QWidget *input, QLineEdit *edit);
    QWidget *makeSizes();
    QWidget *makeSeeds();
    std::optional<double> readCandidate();
    std::optional<int> readSize();
    std::optional<quint64> readSeed();

    std::optional<double> m_suggestion;
    QString m_reason;
    std::vector<QWidget *> m_drawing; ///< the inputs of a sample
    QLineEdit *m_candidate;
    MessageLabel *m_candidateMessage;
    SegmentedControl *m_presets;
    QLineEdit *m_size;
    MessageLabel *m_sizeMessage;
    QLineEdit *m_reviewer;
    MessageLabel *m_reviewerMessage;
    QLineEdit *m_seed;
    MessageLabel *m_seedMessage;
    QPushButton *m_start;
    QTimer m_typing;
};

} // namespace herdbook::trial
