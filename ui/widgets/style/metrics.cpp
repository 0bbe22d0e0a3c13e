// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QAbstractItemView>
#include <QFrame>
#include <QStyleOption>
#include <QTabBar>

namespace herdbook {

namespace {

constexpr int controlHeight = 30;
constexpr int compactHeight = 26;
constexpr int tabHeight = 36;
constexpr int headerHeight = 28;
constexpr int rowHeight = 28;

int heightOf(const QWidget *widget)
{
    return widget && widget->property("herdbookCompact").toBool() ? compactHeight : controlHeight;
}

} // namespace

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                              const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        if (button &&
            buttonKind(widget) == ButtonKind::Segment) // room for the bold of the chosen one, so that nothing moves
            return {QFontMetrics(textFont(TextRole::Strong)).horizontalAdvance(button->text) + 20, controlHeight - 2};
        const int padding = heightOf(widget) == compactHeight ? 10 : 12;
        const bool icon = button && !button->icon.isNull();
        const bool menu = button && button->features.testFlag(QStyleOptionButton::HasMenu);
        const int text = button ? button->fontMetrics.horizontalAdvance(button->text) : contents.width();
        const int gap = icon && text > 0 ? 7 : 0;
        return {text + gap + (icon ? button->iconSize.width() : 0) + (menu ? 20 : 0) + 2 * padding, heightOf(widget)};
    }
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const ButtonKind kind = buttonKind(widget);
        if (kind == ButtonKind::Rail)
            return {68, 58};
        const bool text = button && button->toolButtonStyle != Qt::ToolButtonIconOnly && !button->text.isEmpty();
        if (!text)
            return {std::max(compactHeight, contents.width() + 8), heightOf(widget)};
        const bool icon = !button->icon.isNull() && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon;
        const bool menu = button->features.testFlag(QStyleOptionToolButton::HasMenu);
        const int beside = (icon ? button->iconSize.width() + 7 : 0) + (menu ? 20 : 0);
        return {button->fontMetrics.horizontalAdvance(button->text) + beside + 20, heightOf(widget)};
    }
    case CT_LineEdit:
        return {contents.width() + 16, heightOf(widget)};
    case CT_ComboBox:
        return {contents.width() + 10 + 30, heightOf(widget)};
    case CT_SpinBox:
        return {contents.width() + 28, heightOf(widget)};
    case CT_CheckBox:
    case CT_RadioButton:
        return QProxyStyle::sizeFromContents(type, option, contents, widget).expandedTo({0, compactHeight});
    case CT_TabBarTab: {
        const auto *tab = qstyleoption_cast<const QStyleOptionTab *>(option);
        if (!tab)
            break;
        const int button = tab->rightButtonSize.isValid() ? tab->rightButtonSize.width() + 8 : 0;
        return {QFontMetrics(textFont(TextRole::Strong)).horizontalAdvance(tab->text) + button + 28, tabHeight};
    }
    case CT_HeaderSection: {
        const QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
        return {size.width() + 8, std::max(headerHeight, option->fontMetrics.height() + 8)};
    }
    case CT_MenuItem: {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        if (item && item->menuItemType == QStyleOptionMenuItem::Separator)
            return {contents.width(), 9};
        const QString text = item ? item->text : QString();
        const int shortcut = text.contains(QLatin1Char('\t')) ? 24 : 0;
        return {contents.width() + 34 + 20 + shortcut, rowHeight};
    }
    case CT_ItemViewItem:
        return QProxyStyle::sizeFromContents(type, option, contents, widget).expandedTo({0, rowHeight});
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

QRect Style::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    switch (element) {
    case SE_LineEditContents:
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            return option->rect.adjusted(8, 1, -8, -1);
        return option->rect;
    case SE_CheckBoxFocusRect:
    case SE_RadioButtonFocusRect: {
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        return rect.adjusted(-4, -2, 4, 2).intersected(option->rect);
    }
    case SE_PushButtonContents:
    case SE_PushButtonFocusRect:
        return option->rect.adjusted(3, 3, -3, -3);
    case SE_ItemViewItemText: {
        const QRect rect = QProxyStyle::subElementRect(element, option, widget);
        const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
        const bool icon = item && item->features.testFlag(QStyleOptionViewItem::HasDecoration);
        return icon ? rect.adjusted(-13, 0, 0, 0) : rect;
    }
    case SE_TabBarTabRightButton: {
        QRect rect = QProxyStyle::subElementRect(element, option, widget);
        rect.moveRight(option->rect.right() - 12);
        return rect;
    }
    default:
        return QProxyStyle::subElementRect(element, option, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const QRect &r = option->rect;
    if (control == CC_ComboBox) {
        if (part == SC_ComboBoxEditField)
            return visualRect(option->direction, r, r.adjusted(10, 1, -28, -1));
        if (part == SC_ComboBoxArrow)
            return visualRect(option->direction, r, {r.right() - 26, r.top(), 20, r.height()});
    }
    if (control == CC_SpinBox) {
        if (part == SC_SpinBoxEditField)
            return visualRect(option->direction, r, r.adjusted(8, 1, -24, -1));
        if (part == SC_SpinBoxUp)
            return visualRect(option->direction, r, {r.right() - 23, r.top() + 3, 20, r.height() / 2 - 3});
        if (part == SC_SpinBoxDown)
            return visualRect(option->direction, r, {r.right() - 23, r.center().y() + 1, 20, r.height() / 2 - 3});
    }
    if (control == CC_ScrollBar) {
        const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        const bool horizontal = bar && bar->orientation == Qt::Horizontal;
        if (part == SC_ScrollBarAddLine || part == SC_ScrollBarSubLine)
            return {};
        if (part == SC_ScrollBarGroove)
            return r;
        const int length = horizontal ? r.width() : r.height();
        const int range = bar ? bar->maximum - bar->minimum : 0;
        int slider = length;
        if (range > 0) {
            const qint64 page = bar->pageStep;
            slider = std::clamp(static_cast<int>(page * length / (range + page)), std::min(32, length), length);
        }
        const int start = bar ? sliderPositionFromValue(bar->minimum, bar->maximum, bar->sliderPosition,
                                                        length - slider, bar->upsideDown)
                              : 0;
        const auto stretch = [&](int from, int to) {
            return horizontal ? visualRect(option->direction, r, QRect(r.left() + from, r.top(), to - from, r.height()))
                              : QRect(r.left(), r.top() + from, r.width(), to - from);
        };
        if (part == SC_ScrollBarSlider)
            return stretch(start, start + slider);
        if (part == SC_ScrollBarSubPage)
            return stretch(0, start);
        if (part == SC_ScrollBarAddPage)
            return stretch(start + slider, length);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_TabBarIconSize:
    case PM_LineEditIconSize:
        return 16;
    case PM_LineEditIconMargin:
        return 4;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return 8;
    case PM_LayoutLeftMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutBottomMargin:
    case PM_ScrollBarExtent:
        return 12;
    case PM_ScrollBarSliderMin:
        return 32;
    case PM_ScrollView_ScrollBarSpacing:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap:
    case PM_MenuHMargin:
        return 0;
    case PM_SplitterWidth:
    case PM_TabBarBaseHeight:
    case PM_TabBarBaseOverlap:
    case PM_DefaultFrameWidth:
    case PM_MenuPanelWidth:
    case PM_TextCursorWidth:
        return 1;
    case PM_MenuVMargin:
        return 4;
    case PM_ToolTipLabelFrameWidth:
        return 6;
    case PM_HeaderMargin:
        return 8;
    case PM_HeaderMarkSize:
        return 14;
    case PM_FocusFrameHMargin:
        // QCommonStyle takes this plus one as the margin of an item's text: cells start 10 px in.
        return 9;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returned) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_TabBar_Alignment:
        return Qt::AlignLeft;
    case SH_ItemView_ShowDecorationSelected:
    case SH_ScrollBar_LeftClickAbsolutePosition:
        return 1;
    case SH_ComboBox_PopupFrameStyle:
        return QFrame::StyledPanel | QFrame::Plain;
    case SH_Table_GridLineColor:
        return static_cast<int>(m_tokens.border.rgba());
    case SH_ToolTipLabel_Opacity:
        return 255;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    case SH_FormLayoutLabelAlignment:
        return Qt::AlignLeft | Qt::AlignVCenter;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returned);
    }
}

QIcon Style::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    switch (icon) {
    case SP_LineEditClearButton:
    case SP_TitleBarCloseButton:
        return themeIcon(Icon::Close);
    case SP_MessageBoxWarning:
        return themeIcon(Icon::Warning, &ThemeTokens::warn);
    case SP_MessageBoxCritical:
        return themeIcon(Icon::Failed, &ThemeTokens::error);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return themeIcon(Icon::Info, &ThemeTokens::info);
    case SP_ArrowLeft:
        return themeIcon(Icon::ChevronLeft);
    case SP_ArrowRight:
        return themeIcon(Icon::ChevronRight);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

} // namespace herdbook
