// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/style.h"

#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/typeface.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QTabBar>
#include <QTableView>

namespace herdbook {

namespace {

constexpr char kindProperty[] = "herdbookKind";
constexpr char compactProperty[] = "herdbookCompact";
constexpr char invalidProperty[] = "herdbookInvalid";

} // namespace

void setButtonKind(QAbstractButton *button, ButtonKind kind)
{
    button->setProperty(kindProperty, static_cast<int>(kind));
    if (kind == ButtonKind::Primary)
        button->setFont(textFont(TextRole::Strong));
    button->updateGeometry();
    button->update();
}

ButtonKind buttonKind(const QWidget *button)
{
    const QVariant kind = button ? button->property(kindProperty) : QVariant();
    if (kind.isValid())
        return static_cast<ButtonKind>(kind.toInt());
    return button && button->inherits("QToolButton") ? ButtonKind::Flat : ButtonKind::Secondary;
}

void setCompact(QWidget *control, bool compact)
{
    control->setProperty(compactProperty, compact);
    if (compact)
        control->setFont(textFont(TextRole::Label));
    control->updateGeometry();
}

void setInvalid(QWidget *field, bool invalid)
{
    field->setProperty(invalidProperty, invalid);
    field->update();
}

void paintBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &border, qreal radius,
              qreal width)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const bool framed = border.isValid();
    painter.setPen(framed ? QPen(border, width) : QPen(Qt::NoPen));
    const qreal inset = framed ? width / 2 : 0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

Style::Style(const ThemeTokens &tokens) : QProxyStyle(QStringLiteral("Fusion")), m_tokens(tokens) {}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget) ||
        qobject_cast<QComboBox *>(widget) || qobject_cast<QScrollBar *>(widget) || qobject_cast<QTabBar *>(widget) ||
        qobject_cast<QHeaderView *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QHeaderView *>(widget))
        widget->setFont(textFont(TextRole::Label));
    if (auto *tabs = qobject_cast<QTabBar *>(widget))
        tabs->setExpanding(false);
    if (auto *view = qobject_cast<QAbstractItemView *>(widget))
        view->viewport()->setAttribute(Qt::WA_Hover);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
    case PE_PanelButtonTool:
    case PE_PanelButtonBevel:
        drawButtonPanel(*option, *painter, widget);
        return;
    case PE_FrameDefaultButton:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameLineEdit:
        return;
    case PE_FrameTabBarBase:
        if (widget)
            painter->fillRect(QRect(0, widget->height() - 1, widget->width(), 1), m_tokens.border);
        return;
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(*option, *painter, widget);
        return;
    }
    case PE_Frame:
        if (widget && widget->inherits("QAbstractScrollArea")) {
            const bool input = widget->inherits("QPlainTextEdit") || widget->inherits("QTextEdit");
            const bool focus = input && option->state.testFlag(State_HasFocus);
            paintBox(*painter, option->rect, QColor(),
                     focus   ? m_tokens.focus
                     : input ? m_tokens.borderStrong
                             : m_tokens.border,
                     3, focus ? 2 : 1);
            return;
        }
        paintBox(*painter, option->rect, QColor(), m_tokens.border, 4);
        return;
    case PE_FrameFocusRect:
        if (const auto *table = qobject_cast<const QTableView *>(widget);
            widget && (widget->inherits("QComboBoxListView") ||
                       (table && table->selectionBehavior() == QAbstractItemView::SelectRows)))
            return; // the list's current entry is tinted; rows are ringed as a whole, see drawItemPanel
        paintBox(*painter, option->rect, QColor(), m_tokens.focus, 4, 2);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        drawCheckMark(*option, *painter, false);
        return;
    case PE_IndicatorRadioButton:
        drawCheckMark(*option, *painter, true);
        return;
    case PE_IndicatorArrowDown:
    case PE_IndicatorArrowUp:
    case PE_IndicatorArrowLeft:
    case PE_IndicatorArrowRight:
    case PE_IndicatorHeaderArrow:
    case PE_IndicatorSpinDown:
    case PE_IndicatorSpinUp: {
        Icon icon = Icon::ChevronDown;
        if (element == PE_IndicatorArrowUp || element == PE_IndicatorSpinUp)
            icon = Icon::ChevronUp;
        else if (element == PE_IndicatorArrowLeft)
            icon = Icon::ChevronLeft;
        else if (element == PE_IndicatorArrowRight)
            icon = Icon::ChevronRight;
        else if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            icon = header->sortIndicator == QStyleOptionHeader::SortUp ? Icon::ChevronUp : Icon::ChevronDown;
        const bool enabled = option->state.testFlag(State_Enabled);
        paintIcon(*painter, option->rect, icon, enabled ? m_tokens.text2 : m_tokens.disabled,
                  std::min({16, option->rect.width(), option->rect.height()}));
        return;
    }
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, m_tokens.tooltip);
        return;
    case PE_PanelMenu:
        painter->fillRect(option->rect, m_tokens.surface);
        return;
    case PE_FrameMenu:
        paintBox(*painter, option->rect, QColor(), m_tokens.borderStrong, 0);
        return;
    case PE_PanelItemViewRow:
        return; // drawn with each item
    case PE_PanelItemViewItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option))
            drawItemPanel(*item, *painter, widget);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        drawButtonPanel(*option, *painter, widget);
        return;
    case CE_PushButton:
        drawButtonPanel(*option, *painter, widget);
        [[fallthrough]];
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            drawPushButtonLabel(*button, *painter, widget);
        return;
    case CE_ComboBoxLabel:
        return; // drawn with the box
    case CE_HeaderSection:
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, m_tokens.sunken);
        painter->fillRect(QRect(option->rect.left(), option->rect.bottom(), option->rect.width(), 1), m_tokens.border);
        return;
    case CE_Header:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            drawHeader(*header, *painter, widget);
        return;
    case CE_TabBarTabShape:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTab(*tab, *painter);
        return;
    case CE_TabBarTabLabel:
        if (const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option))
            drawTabLabel(*tab, *painter, widget);
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            drawProgress(*bar, *painter);
        return;
    case CE_Splitter: {
        const QRect &r = option->rect;
        const bool vertical = option->state.testFlag(State_Horizontal); // a horizontal splitter has upright handles
        painter->fillRect(vertical ? QRect(r.center().x(), r.top(), 1, r.height())
                                   : QRect(r.left(), r.center().y(), r.width(), 1),
                          m_tokens.border);
        return;
    }
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            drawMenuItem(*item, *painter);
        return;
    case CE_MenuEmptyArea:
    case CE_MenuTearoff:
        painter->fillRect(option->rect, m_tokens.surface);
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        drawComboBox(*option, *painter, widget);
        return;
    case CC_SpinBox:
        drawField(*option, *painter, widget);
        for (const auto &[part, icon] : {std::pair{SC_SpinBoxUp, Icon::ChevronUp}, {SC_SpinBoxDown, Icon::ChevronDown}})
            paintIcon(*painter, subControlRect(CC_SpinBox, option, part, widget), icon, m_tokens.text2, 12);
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            drawToolButton(*button, *painter, widget);
        return;
    case CC_ScrollBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option))
            drawScrollBar(*bar, *painter, widget);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

} // namespace herdbook
