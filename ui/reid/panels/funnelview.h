// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/findings.h"

#include <QWidget>

namespace herdbook::ui {

/// Why are only so few assigned? A bar a step, with what remains and what the step loses. Each step can be opened (click, or arrow keys and
/// Enter).
class FunnelView : public QWidget
{
    Q_OBJECT

public:
    explicit FunnelView(QWidget *parent = nullptr);

    void setSteps(std::vector<reid::FunnelStep> steps);
    int currentStep() const { return m_current; }
    QString describe(int step) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    /// The detections lost at this step are wanted.
    void stepChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRect rowRect(int step) const;
    int stepAt(int y) const;
    void choose(int step);

    std::vector<reid::FunnelStep> m_steps;
    int m_current = -1;
};

} // namespace herdbook::ui
