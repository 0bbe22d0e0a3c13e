// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"

#include <QWidget>

namespace herdbook {

class ElidedLabel;
class Label;
class Pill;

/// One figure of a row of figures: label, large number with something small beside it, second line.
class FigureCell : public QWidget
{
    Q_OBJECT

public:
    explicit FigureCell(const QString &label, QWidget *parent = nullptr);

    /// `aside` stands small beside the figure ("9.5%"); `quiet` for what isn't known.
    void setFigure(const QString &figure, const QString &aside = {}, bool quiet = false);
    void setNote(const QString &note);
    /// The pill beside the figure, hidden until given a text.
    Pill *pill() const { return m_pill; }
    void setPill(Tone tone, const QString &text);
    /// Without the second line, for low windows.
    void setCompact(bool compact);

private:
    void nameForScreenReaders();

    Label *m_label;
    Label *m_figure;
    Label *m_aside;
    Pill *m_pill;
    Label *m_note;
};

} // namespace herdbook
