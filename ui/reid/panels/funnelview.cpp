// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/funnelview.h"

#include "ui/widgets/style/tokens.h"
#include "ui/widgets/style/typeface.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace herdbook::ui {

namespace {

constexpr int RowHeight = 38;
constexpr int TextWidth = 244;
constexpr int NumberWidth = 72;
constexpr int LossWidth = 130;

QString count(std::uint64_t number)
{
    return QLocale().toString(static_cast<qulonglong>(number));
}

} // namespace

FunnelView::FunnelView(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setObjectName(QStringLiteral("funnel"));
}

void FunnelView::setSteps(std::vector<reid::FunnelStep> steps)
{
    m_steps = std::move(steps);
    m_current = std::min(m_current, static_cast<int>(m_steps.size()) - 1);
    QStringList sentences;
    for (int step = 0; step < static_cast<int>(m_steps.size()); ++step)
        sentences << describe(step);
    setAccessibleName(tr("Diagnosis funnel"));
    setAccessibleDescription(sentences.join(QStringLiteral("; ")));
    if (height() != sizeHint().height())
        updateGeometry();
    update();
}

QString FunnelView::describe(int step) const
{
    const reid::FunnelStep &row = m_steps.at(static_cast<std::size_t>(step));
    const QString title = coreText(row.title);
    return row.lost == 0 ? tr("%1: %2").arg(title, count(row.remaining))
                         : tr("%1: %2, %3 lost here").arg(title, count(row.remaining), count(row.lost));
}

QSize FunnelView::sizeHint() const
{
    return {TextWidth + NumberWidth + LossWidth + 120, static_cast<int>(m_steps.size()) * RowHeight};
}

QRect FunnelView::rowRect(int step) const
{
    return {0, step * RowHeight, width(), RowHeight};
}

int FunnelView::stepAt(int y) const
{
    const int step = y / RowHeight;
    return y >= 0 && step < static_cast<int>(m_steps.size()) ? step : -1;
}

void FunnelView::paintEvent(QPaintEvent *)
{
    const ThemeTokens &tokens = themeTokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double all = m_steps.empty() ? 1 : std::max<double>(1, static_cast<double>(m_steps.front().remaining));
    const int barWidth = width() - TextWidth - NumberWidth - LossWidth;
    for (int step = 0; step < static_cast<int>(m_steps.size()); ++step) {
        const reid::FunnelStep &row = m_steps[static_cast<std::size_t>(step)];
        const QRect rect = rowRect(step);
        if (step == m_current) {
            painter.fillRect(rect, tokens.selected);
            if (hasFocus()) {
                painter.setPen(QPen(tokens.focus, 2));
                painter.setBrush(Qt::NoBrush);
                painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), 4, 4);
            }
        }
        painter.setFont(textFont(TextRole::Body));
        painter.setPen(tokens.text);
        painter.drawText(rect.adjusted(16, 0, TextWidth - rect.width(), 0), Qt::AlignVCenter | Qt::AlignLeft,
                         coreText(row.title));
        painter.setFont(textFont(TextRole::Strong));
        painter.drawText(QRect(TextWidth, rect.top(), NumberWidth - 12, RowHeight), Qt::AlignVCenter | Qt::AlignRight,
                         count(row.remaining));
        const QRectF bar(TextWidth + NumberWidth, rect.top() + 11,
                         std::max(2.0, barWidth * static_cast<double>(row.remaining) / all), RowHeight - 22);
        painter.setPen(QPen(tokens.rateLine, 1));
        painter.setBrush(tokens.rateFill);
        painter.drawRoundedRect(bar, 2, 2);
        if (row.lost > 0) {
            const QRectF lost(bar.right(), bar.top(), std::max(1.0, barWidth * static_cast<double>(row.lost) / all),
                              bar.height());
            painter.setPen(QPen(tokens.borderStrong, 1, Qt::DotLine));
            painter.setBrush(Qt::NoBrush);
            painter.drawRect(lost);
            painter.setFont(textFont(TextRole::Label));
            painter.setPen(tokens.text2);
            painter.drawText(QRect(width() - LossWidth, rect.top(), LossWidth - 16, RowHeight),
                             Qt::AlignVCenter | Qt::AlignRight, tr("−%1").arg(count(row.lost)));
        }
    }
}

void FunnelView::choose(int step)
{
    if (step < 0)
        return;
    m_current = step;
    update();
    Q_EMIT stepChosen(QString::fromStdString(m_steps[static_cast<std::size_t>(step)].id));
}

void FunnelView::mousePressEvent(QMouseEvent *event)
{
    choose(stepAt(static_cast<int>(event->position().y())));
}

void FunnelView::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_steps.size()) - 1;
    if (event->key() == Qt::Key_Down)
        m_current = std::min(m_current + 1, last);
    else if (event->key() == Qt::Key_Up)
        m_current = std::max(m_current - 1, std::min(0, last));
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(m_current);
    else
        return QWidget::keyPressEvent(event);
    update();
}

bool FunnelView::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int step = stepAt(help->pos().y());
        QToolTip::showText(help->globalPos(), step < 0 ? QString() : plainTip(describe(step)), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace herdbook::ui
