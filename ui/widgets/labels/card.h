// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"

#include <QFrame>

class QHBoxLayout;
class QVBoxLayout;

namespace herdbook {

/// A titled box on the page: surface, 1 px border, radius 6.
class Card : public QFrame
{
    Q_OBJECT

public:
    /// Without a title there is no header row until header() is asked for.
    explicit Card(const QString &title = {}, QWidget *parent = nullptr);

    /// The row of the title; what is added stands at its right.
    QHBoxLayout *header();
    /// The content, with margins of 16, 12, 16, 16.
    QVBoxLayout *body() const { return m_body; }
    /// A line between header and content.
    void setHeaderLine(bool line);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QVBoxLayout *m_outer;
    QVBoxLayout *m_body;
    QWidget *m_headerRow = nullptr;
    bool m_line = false;
};

/// A 1 px line in the border color.
class Divider : public QWidget
{
    Q_OBJECT

public:
    explicit Divider(Qt::Orientation orientation = Qt::Horizontal, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

/// A plain ground in the color of a token, for bars and panes: `new Ground(&ThemeTokens::surface)`.
class Ground : public QWidget
{
    Q_OBJECT

public:
    explicit Ground(ColorToken color, QWidget *parent = nullptr);
    void setColor(ColorToken color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ColorToken m_color;
};

} // namespace herdbook
