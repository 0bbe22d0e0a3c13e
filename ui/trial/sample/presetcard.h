// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/draw.h"

#include <QFrame>

class QRadioButton;

namespace herdbook {
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

/// One way to go about a trial: what it is, what it costs, when the first certificate comes. The whole card is its radio button.
class PresetCard : public QFrame
{
    Q_OBJECT

public:
    explicit PresetCard(Preset preset, QWidget *parent = nullptr);

    QRadioButton *button() const { return m_button; }
    void setSuggested(bool suggested);
    /// Whether it is simulated at all what it takes: of some pools no certificate can come.
    void setSimulated(bool simulated);
    /// Nothing: not simulated yet.
    void setExpected(const std::optional<Expected> &expected);
    /// This way is begun already; nothing: it isn't.
    void setBegun(const std::optional<int> &looks);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void showTexts();

    bool m_simulated = false;
    std::optional<Expected> m_expected;
    std::optional<int> m_begun;
    QRadioButton *m_button;
    Pill *m_suggested;
    Label *m_looks;
    Label *m_first;
};

} // namespace herdbook::trial
