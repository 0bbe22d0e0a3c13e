// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

namespace herdbook::ui {

/// A button that does by itself what it offers when its time has run out: a bar along its lower edge grows until then.
class CountdownButton : public QPushButton
{
    Q_OBJECT

public:
    using QPushButton::QPushButton;

    /// @param fraction of the time that has passed, 0..1; no bar at 0.
    void setPassed(double fraction);
    double passed() const { return m_passed; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_passed = 0;
};

} // namespace herdbook::ui
