// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/typeface.h"

#include <QLabel>
#include <optional>

class QTextLayout;

namespace herdbook {

/// Plain text in the font of a role and the color of a token; follows the theme. Never interprets markup.
class Label : public QLabel
{
    Q_OBJECT

public:
    explicit Label(const QString &text = {}, TextRole role = TextRole::Body, ColorToken color = &ThemeTokens::text,
                   QWidget *parent = nullptr);

    void setColor(ColorToken color);
    ColorToken color() const { return m_color; }
    void setRole(TextRole role) { setFont(textFont(role)); }

protected:
    void changeEvent(QEvent *event) override;

private:
    void applyColor();

    ColorToken m_color;
};

/// One line that gives way with an ellipsis (its tool tip then has the whole) and may have an icon of its color before it.
class ElidedLabel : public Label
{
    Q_OBJECT

public:
    using Label::Label;

    void setIcon(std::optional<Icon> icon);
    std::optional<Icon> icon() const { return m_icon; }
    void setElideMode(Qt::TextElideMode mode);
    bool isElided() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    /// Room for the text.
    virtual QRect textRect() const;
    int iconRoom() const { return m_icon ? 18 : 0; }

private:
    std::optional<Icon> m_icon;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

/// Wraps beside an icon of its color.
class MarkedLabel : public Label
{
    Q_OBJECT

public:
    MarkedLabel(Icon icon, const QString &text, TextRole role = TextRole::Body, ColorToken color = &ThemeTokens::text,
                QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Icon m_icon;
};

/// A paragraph whose first words are bold: "Why. The loosest one tested ..." Wraps; plain text.
class LeadText : public Label
{
    Q_OBJECT

public:
    /// `rest` is drawn in `color`, the lead in the primary text color.
    LeadText(const QString &lead, const QString &rest, TextRole role = TextRole::Body,
             ColorToken color = &ThemeTokens::text, QWidget *parent = nullptr);

    void setTexts(const QString &lead, const QString &rest);
    /// So many lines and no more, the last with an ellipsis where there would be others (the tool tip then has the whole); 0: all.
    void setMostLines(int lines);
    /// How many lines the whole text takes.
    int linesFor(int width) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    qreal layOut(QTextLayout &layout, const QString &text, qreal width) const;
    /// What is shown of the text.
    QString fitting(int width) const;

    QString m_lead;
    QString m_rest;
    int m_mostLines = 0;
};

} // namespace herdbook
