// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/pagepopup.h"

#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QPainter>
#include <QScreen>

namespace herdbook::ui {

namespace {

constexpr double PageRatio = 1.4142;
constexpr int Margin = 12;

} // namespace

PagePopup::PagePopup(QWidget *parent) : QWidget(parent, Qt::Popup)
{
    setObjectName(QStringLiteral("firstPage"));
    setAccessibleName(tr("First page"));
}

void PagePopup::showBeside(QWidget *anchor)
{
    const QRect room = anchor->screen()->availableGeometry();
    const int height = std::min(780, room.height() - 40);
    resize(static_cast<int>((height - 2 * Margin) / PageRatio) + 2 * Margin, height);
    const QPoint at = anchor->mapToGlobal(QPoint(anchor->width() + 8, anchor->height() - height));
    move(std::clamp(at.x(), room.left(), std::max(room.left(), room.right() - width())),
         std::clamp(at.y(), room.top(), std::max(room.top(), room.bottom() - height)));
    m_page = {};
    setText(tr("Making the first page…"));
    show();
}

void PagePopup::setPage(const QImage &page)
{
    m_page = page;
    setText({});
}

void PagePopup::setText(const QString &text)
{
    m_text = coreText(text);
    setAccessibleDescription(m_text);
    update();
}

void PagePopup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const ThemeTokens &tokens = themeTokens(this);
    paintBox(painter, rect(), tokens.window, tokens.borderStrong, 0);
    const QRect inner = rect().adjusted(Margin, Margin, -Margin, -Margin);
    if (!m_page.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize size = m_page.size().scaled(inner.size(), Qt::KeepAspectRatio);
        const QRect target(inner.center() - QPoint(size.width() / 2, size.height() / 2), size);
        painter.drawImage(target, m_page);
        painter.setPen(tokens.border);
        painter.drawRect(target);
        return;
    }
    painter.setPen(tokens.text2);
    painter.drawText(inner, static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap, m_text);
}

} // namespace herdbook::ui
