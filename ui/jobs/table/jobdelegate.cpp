// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/table/jobdelegate.h"

#include "core/base/language.h"
#include "ui/jobs/actions/jobaction.h"
#include "ui/jobs/jobtexts.h"
#include "ui/jobs/table/jobtablemodel.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QPainter>
#include <QStyle>
#include <QWidget>

namespace herdbook::ui {

using jobs::JobRow;

namespace {

constexpr int IconRoom = 22;
constexpr int BarWidth = 60;
constexpr int GlideTime = 500; ///< the polling interval
constexpr int TintTime = 2000;
constexpr int FadeTime = 500;
constexpr int FrameTime = 33;
constexpr int FreshTime = 400;

double progressOf(const JobRow &row)
{
    return row.total > 0 && row.processed >= 0 ? static_cast<double>(row.processed) / row.total : -1;
}

bool showsProgress(const JobRow &row)
{
    return row.state == jobs::RowState::Running && row.contradiction == jobs::Contradiction::None &&
           !row.cancelRequested && progressOf(row) >= 0;
}

/// On a selected row, what is disabled would be too faint to read.
QColor quietInk(const QStyleOptionViewItem &option, const ThemeTokens &tokens,
                ColorToken color = &ThemeTokens::disabled)
{
    const bool faint = color == &ThemeTokens::disabled && option.state.testFlag(QStyle::State_Selected);
    return faint ? tokens.text2 : tokens.*color;
}

bool motionAllowed(const QWidget *widget)
{
    return widget == nullptr || widget->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, widget) > 0;
}

} // namespace

JobDelegate::JobDelegate(JobTableModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model)
{
    m_frame.setSingleShot(true);
    m_frame.setInterval(FrameTime);
    connect(&m_frame, &QTimer::timeout, this, &JobDelegate::moving);
}

QSize JobDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width() + 2 * Padding, 34};
}

void JobDelegate::keepMoving() const
{
    if (!m_frame.isActive())
        m_frame.start();
}

double JobDelegate::glide(const JobRow &row, bool animated) const
{
    const double target = progressOf(row);
    Glide &glide = m_glides[row.id];
    const double fraction =
        glide.since.isValid() ? std::min(1.0, static_cast<double>(glide.since.elapsed()) / GlideTime) : 1;
    const double now = glide.from + (glide.to - glide.from) * fraction;
    const bool anew = !glide.since.isValid() || glide.attempt != row.attempt;
    if (const double to = anew ? target : std::max(target, glide.to); anew || !animated)
        glide = {to, to, row.attempt, glide.since};
    else if (target > glide.to)
        glide = {now, target, row.attempt, {}};
    else {
        if (fraction < 1)
            keepMoving();
        return now;
    }
    glide.since.start();
    if (glide.from < glide.to)
        keepMoving();
    return glide.from;
}

double JobDelegate::shownProgress(const JobRow &row) const
{
    return glide(row, motionAllowed(qobject_cast<QWidget *>(parent())));
}

void JobDelegate::paintTint(QPainter &painter, const QStyleOptionViewItem &option, const JobRow &row) const
{
    const QDateTime arrival = m_model.arrival(row.id);
    if (!arrival.isValid())
        return;
    const qint64 age = arrival.msecsTo(m_model.now());
    if (age < 0 || age >= TintTime)
        return;
    QColor tint = themeTokens(option.widget).selected;
    const bool animated = motionAllowed(option.widget);
    if (animated && age > TintTime - FadeTime)
        tint.setAlphaF(static_cast<float>(TintTime - age) / FadeTime);
    painter.fillRect(option.rect.adjusted(0, 0, 0, -1), tint);
    keepMoving();
}

bool JobDelegate::isStale(int index) const
{
    if (m_model.isStale())
        return true;
    if (!m_freshening.isValid() || index < m_freshFirst || index > m_freshLast)
        return false;
    const double share = (index - m_freshFirst + 1.0) / (m_freshLast - m_freshFirst + 1.0);
    return static_cast<double>(m_freshening.elapsed()) < share * FreshTime;
}

void JobDelegate::freshen(int first, int last)
{
    if (!motionAllowed(qobject_cast<QWidget *>(parent())))
        return;
    m_freshFirst = first;
    m_freshLast = last;
    m_freshening.start();
    keepMoving();
}

bool JobDelegate::isMoving(int index) const
{
    const JobRow &row = *m_model.row(index);
    const bool freshening = m_freshening.isValid() && m_freshening.elapsed() < FreshTime + FrameTime;
    const QDateTime arrival = m_model.arrival(row.id);
    return freshening || showsProgress(row) ||
           (arrival.isValid() && arrival.msecsTo(m_model.now()) < TintTime + FrameTime);
}

/// As the table reads: from the left or from the right.
QRect JobDelegate::visual(const QRect &cell, const QRect &place) const
{
    const auto *table = qobject_cast<const QWidget *>(parent());
    return QStyle::visualRect(table != nullptr ? table->layoutDirection() : Qt::LeftToRight, cell, place);
}

QRect JobDelegate::saveRect(const QRect &cell, const JobRow &row) const
{
    if (!expiresSoon(row, m_model.now()) || !applies(JobAction::SaveAs, row, m_downloadable))
        return {};
    const QFontMetrics metrics(textFont(TextRole::Label));
    const int words = IconRoom + metrics.horizontalAdvance(tr("Save as…")) + 18;
    const bool roomy = cell.width() >= words + IconRoom +
                                           QFontMetrics(textFont(TextRole::Body)).horizontalAdvance(stateText(row)) +
                                           3 * Padding;
    const int width = roomy ? words : 30;
    return visual(cell, {cell.right() - Padding - width + 1, cell.center().y() - 13, width, 26});
}

void JobDelegate::paintSave(QPainter &painter, const QRect &button, bool hovered, const ThemeTokens &tokens) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintBox(painter, button, hovered ? tokens.hover : tokens.surface, tokens.warn, 5);
    const bool words = button.width() > 30;
    paintIcon(painter, words ? visual(button, {button.left() + 8, button.top(), 16, button.height()}) : button,
              Icon::Save, tokens.warn, 15);
    if (words) {
        painter.setFont(textFont(TextRole::Label));
        painter.setPen(tokens.text);
        painter.drawText(visual(button, button.adjusted(8 + IconRoom - 2, 0, -8, 0)), Qt::AlignVCenter | Qt::AlignLeft,
                         tr("Save as…"));
    }
    painter.restore();
}

void JobDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const jobs::JobRowPtr job = m_model.row(index.row());
    const bool stale = isStale(index.row());
    if (stale && !m_model.isStale())
        keepMoving();
    QStyleOptionViewItem panel(option);
    painter->save();
    option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &panel, painter, option.widget);
    if (!option.state.testFlag(QStyle::State_Selected))
        paintTint(*painter, option, *job);
    painter->setClipRect(option.rect);
    const ThemeTokens &tokens = themeTokens(option.widget);
    const QRect text = option.rect.adjusted(Padding, 0, -Padding, -1);
    painter->setFont(option.font);
    if (index.column() == JobTableModel::State) {
        paintState(*painter, panel, *job, stale && !job->isPast());
    } else if (index.column() == JobTableModel::Kind && option.rect.width() < 44) {
        const bool zip = job->kind == exports::ExportKind::Zip;
        paintIcon(*painter, option.rect, zip ? Icon::Archive : Icon::Report, tokens.text2);
    } else {
        const bool past = job->isPast();
        const QColor quiet = quietInk(option, tokens);
        QColor ink = past ? quiet : stale ? tokens.text2 : tokens.text;
        if (index.column() == JobTableModel::Kind && !past)
            ink = tokens.text2;
        if (index.column() == JobTableModel::Expires && !stale && expiresSoon(*job, m_model.now()))
            ink = tokens.warn;
        const QString words = index.data().toString();
        if (words == QStringLiteral("–"))
            ink = quiet;
        painter->setPen(ink);
        const bool right = index.column() >= JobTableModel::Age;
        painter->drawText(text, static_cast<int>(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft)),
                          painter->fontMetrics().elidedText(words, Qt::ElideRight, text.width()));
    }
    painter->restore();
}

void JobDelegate::paintState(QPainter &painter, const QStyleOptionViewItem &option, const JobRow &row, bool stale) const
{
    const ThemeTokens &tokens = themeTokens(option.widget);
    const StateLook look = stateLook(row);
    const QColor ink = stale ? tokens.stale : row.isPast() ? quietInk(option, tokens, look.color) : tokens.*look.color;
    QRect rest = option.rect.adjusted(Padding, 0, -Padding, -1);
    paintIcon(painter, visual(option.rect, {rest.left(), rest.top(), 16, rest.height()}), look.icon, ink);
    rest.setLeft(rest.left() + IconRoom);
    if (const QRect save = saveRect(option.rect, row); !save.isEmpty()) {
        paintSave(painter, save, m_hovered == row.id, tokens);
        rest.setRight(visual(option.rect, save).left() - 8);
    }
    painter.setPen(ink);
    if (showsProgress(row)) {
        paintProgress(painter, option, row, rest, stale);
        return;
    }
    m_glides.remove(row.id);
    painter.drawText(visual(option.rect, rest), Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(stateText(row), Qt::ElideRight, rest.width()));
}

void JobDelegate::paintProgress(QPainter &painter, const QStyleOptionViewItem &option, const JobRow &row, QRect rest,
                                bool stale) const
{
    const ThemeTokens &tokens = themeTokens(option.widget);
    const QColor ink = painter.pen().color();
    const QString words = stateText(row);
    const QFontMetrics metrics = painter.fontMetrics();
    const int room = rest.width();
    const double shown = glide(row, motionAllowed(option.widget) && !stale);
    const QString percent = shownPercent(QString::number(static_cast<int>(shown * 100)));
    const QFontMetrics smallMetrics(textFont(TextRole::Label), option.widget->window());
    const QString speed = stale ? QString() : speedText(row);
    const int wordsWidth = std::min(std::max(metrics.horizontalAdvance(words), 88), 160);
    const int percentWidth = metrics.horizontalAdvance(shownPercent(QStringLiteral("100")));
    // What doesn't fit gives way: first speed and time, then percent, then the bar.
    const bool withBar = room >= wordsWidth + 16 + BarWidth;
    const bool withPercent = withBar && room >= wordsWidth + 16 + BarWidth + 10 + percentWidth;
    const int used = wordsWidth + 16 + BarWidth + 10 + percentWidth + 10;
    const bool withSpeed = withPercent && !speed.isEmpty() && room >= used + smallMetrics.horizontalAdvance(speed);
    const int wordsRoom = withBar ? wordsWidth : room;
    const auto mirrored = [&](const QRect &place) { return visual(option.rect, place); };
    painter.drawText(mirrored(rest), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(words, Qt::ElideRight, wordsRoom));
    if (!withBar)
        return;
    int x = rest.left() + wordsWidth + 16;
    const QRectF frame(mirrored({x, rest.top(), BarWidth, 6}).left(), rest.center().y() - 2.5, BarWidth, 6);
    paintBox(painter, frame, tokens.surface, tokens.borderStrong, 3);
    const double filled = std::clamp(shown, 0.0, 1.0) * (BarWidth - 2);
    QRectF bar(frame.left() + 1, frame.top() + 1, filled, 4);
    if (option.direction == Qt::RightToLeft)
        bar.moveRight(frame.right() - 1);
    if (filled >= 1)
        paintBox(painter, bar, ink, QColor(), 2);
    x += BarWidth + 10;
    if (withPercent) {
        painter.setPen(stale ? tokens.stale : tokens.text);
        painter.drawText(mirrored({x, rest.top(), percentWidth, rest.height()}), Qt::AlignVCenter | Qt::AlignRight,
                         percent);
        x += percentWidth + 10;
    }
    if (withSpeed) {
        painter.setFont(textFont(TextRole::Label));
        painter.setPen(tokens.text2);
        painter.drawText(mirrored({x, rest.top(), rest.right() - x + 1, rest.height()}),
                         Qt::AlignVCenter | Qt::AlignLeft, speed);
    }
}

} // namespace herdbook::ui
