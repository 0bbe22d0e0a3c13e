// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace herdbook::ui {

/// The scores in view, shared by charts that stand above each other.
class PlotRange : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    double from() const { return m_from; }
    double to() const { return m_to; }
    double width() const { return m_to - m_from; }
    bool isZoomed() const { return m_from != m_homeFrom || m_to != m_homeTo; }

    /// The range to come back to; shows it.
    void setHome(double from, double to);
    /// Shows a part of the home range, at least 0.02 wide.
    void show(double from, double to);
    /// Narrows (factor under 1) or widens around a score that stays where it is.
    void zoom(double around, double factor);
    void reset() { show(m_homeFrom, m_homeTo); }

Q_SIGNALS:
    void changed();

private:
    double m_homeFrom = 0;
    double m_homeTo = 1;
    double m_from = 0;
    double m_to = 1;
};

} // namespace herdbook::ui
