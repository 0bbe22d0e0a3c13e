// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"

#include <QProxyStyle>

class QAbstractButton;
class QStyleOptionButton;
class QStyleOptionFrame;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionToolButton;
class QStyleOptionViewItem;

namespace herdbook {

/// How a button looks. QPushButton is Secondary and QToolButton Flat unless said otherwise.
enum class ButtonKind { Secondary, Primary, Flat, Segment, Rail };

/// Sets the look of a button; survives changes of theme.
void setButtonKind(QAbstractButton *button, ButtonKind kind);
ButtonKind buttonKind(const QWidget *button);

/// A control of 26 px instead of 30, for action bars and cards.
void setCompact(QWidget *control, bool compact = true);

/// Marks an input as wrong: its border takes the error color. The words belong into a MessageLabel.
void setInvalid(QWidget *field, bool invalid = true);

/// Fusion underneath, drawn from ThemeTokens: inputs, buttons, tables, headers, tabs, menus, scroll bars, tooltips. Sizes are those of
/// the palette document. No style sheets: setting one on a widget replaces this style there.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const ThemeTokens &tokens);

    const ThemeTokens &tokens() const { return m_tokens; }
    void setTokens(const ThemeTokens &tokens) { m_tokens = tokens; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr, const QWidget *widget = nullptr,
                  QStyleHintReturn *returned = nullptr) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;

private:
    // buttons.cpp
    void drawButtonPanel(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawPushButtonLabel(const QStyleOptionButton &option, QPainter &painter, const QWidget *widget) const;
    void drawToolButton(const QStyleOptionToolButton &option, QPainter &painter, const QWidget *widget) const;
    void drawCheckMark(const QStyleOption &option, QPainter &painter, bool round) const;
    // fields.cpp
    void drawField(const QStyleOption &option, QPainter &painter, const QWidget *widget) const;
    void drawComboBox(const QStyleOptionComplex &option, QPainter &painter, const QWidget *widget) const;
    void drawProgress(const QStyleOptionProgressBar &option, QPainter &painter) const;
    // views.cpp
    void drawHeader(const QStyleOptionHeader &option, QPainter &painter, const QWidget *widget) const;
    void drawItemPanel(const QStyleOptionViewItem &option, QPainter &painter, const QWidget *widget) const;
    void drawTab(const QStyleOptionTab &option, QPainter &painter) const;
    void drawTabLabel(const QStyleOptionTab &option, QPainter &painter, const QWidget *widget) const;
    void drawScrollBar(const QStyleOptionSlider &option, QPainter &painter, const QWidget *widget) const;
    void drawMenuItem(const QStyleOptionMenuItem &option, QPainter &painter) const;

    ThemeTokens m_tokens;
};

/// A rounded box with a border of `width` that lies wholly inside `rect`; an invalid color leaves that part out.
void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius,
              qreal width = 1);

} // namespace herdbook
