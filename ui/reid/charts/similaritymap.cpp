// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/similaritymap.h"

#include "ui/reid/charts/chartaccessible.h"
#include "ui/reid/words.h"
#include "ui/widgets/labels/sexmark.h"
#include "ui/widgets/style/typeface.h"
#include "ui/widgets/text/texts.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

namespace herdbook::ui {

namespace {

constexpr int Margin = 22; ///< left and above, for the sexes
constexpr int Scale = 26;  ///< below, for the legend
constexpr int Words = 116; ///< where they begin, from the map's left

QString unknownText()
{
    return SimilarityMap::tr("Not known: only vectors tell how alike profiles are.");
}

QString scaleText()
{
    return SimilarityMap::tr("1: alike;  ring: one animal?");
}

QColor between(const QColor &low, const QColor &high, double share)
{
    const auto mixed = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return {mixed(low.red(), high.red()), mixed(low.green(), high.green()), mixed(low.blue(), high.blue())};
}

/// Lightness alone carries the value, so it survives gray print: from the ground to the color of text.
QColor shade(const ThemeTokens &tokens, double cosine)
{
    const double share = std::clamp((cosine - 0.2) / 0.8, 0.0, 1.0);
    return share < 0.6 ? between(tokens.sunken, tokens.accent, share / 0.6)
                       : between(tokens.accent, tokens.text, (share - 0.6) / 0.4);
}

} // namespace

SimilarityMap::SimilarityMap(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setObjectName(QStringLiteral("similarity"));
    setAccessibleName(figureTitle());
    installChartAccessibility();
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
}

void SimilarityMap::setAnalysis(SharedAnalysis analysis)
{
    m_analysis = std::move(analysis);
    m_current = {-1, -1};
    m_order = m_analysis && !m_analysis->profileSimilarity.empty() ? reid::likenessOrder(m_analysis->data.profiles)
                                                                   : reid::LikenessOrder();
    m_cells = paintedCells(themeTokens(this));
    update();
}

reid::Ticks SimilarityMap::cosine(int row, int column) const
{
    const auto first = static_cast<std::size_t>(m_order.profiles[static_cast<std::size_t>(row)]);
    const auto second = static_cast<std::size_t>(m_order.profiles[static_cast<std::size_t>(column)]);
    return m_analysis->profileSimilarity[first * m_order.profiles.size() + second];
}

QImage SimilarityMap::paintedCells(const ThemeTokens &tokens) const
{
    if (m_order.profiles.empty())
        return {};
    std::array<QRgb, 256> shades{};
    for (std::size_t level = 0; level < shades.size(); ++level)
        shades[level] = shade(tokens, static_cast<double>(level) / 255).rgb();
    QImage cells(count(), count(), QImage::Format_RGB32);
    for (int row = 0; row < count(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(cells.scanLine(row));
        for (int column = 0; column < count(); ++column)
            line[column] =
                shades[static_cast<std::size_t>(std::clamp(cosine(row, column) * 255 / reid::kTicksPerUnit, 0, 255))];
    }
    return cells;
}

QString SimilarityMap::describe(int row, int column) const
{
    const auto name = [&](int place) {
        return nameOf(
            m_analysis->data.profiles[static_cast<std::size_t>(m_order.profiles[static_cast<std::size_t>(place)])]);
    };
    return tr("%1 and %2: likeness %3 (cosine)").arg(name(row), name(column), scoreText(cosine(row, column)));
}

QString SimilarityMap::figureValue() const
{
    if (m_order.profiles.empty())
        return unknownText();
    return m_current.x() < 0 ? countText(count(), tr("1 profile"), tr("%1 profiles"))
                             : describe(m_current.y(), m_current.x());
}

int SimilarityMap::scaleHeight() const
{
    const QFontMetrics metrics(textFont(TextRole::Label));
    return metrics.horizontalAdvance(scaleText()) <= width() - Margin - Words ? Scale : Scale + metrics.height();
}

QRectF SimilarityMap::area() const
{
    const int side = std::min(width() - Margin - 1, height() - Margin - scaleHeight());
    return {Margin, Margin, static_cast<qreal>(side), static_cast<qreal>(side)};
}

QRectF SimilarityMap::cellRect(int row, int column) const
{
    const QRectF all = area();
    const qreal side = all.width() / count();
    return {all.left() + column * side, all.top() + row * side, side, side};
}

QPoint SimilarityMap::cellAt(const QPointF &position) const
{
    const QRectF all = area();
    if (m_order.profiles.empty() || !all.contains(position))
        return {-1, -1};
    const auto index = [&](qreal offset) {
        return std::min(count() - 1, static_cast<int>(offset / all.width() * count()));
    };
    return {index(position.x() - all.left()), index(position.y() - all.top())};
}

void SimilarityMap::paintSexes(QPainter &painter, const ThemeTokens &tokens) const
{
    const QRectF all = area();
    for (const reid::LikenessOrder::Block &block : m_order.blocks) {
        const qreal edge = cellRect(0, block.to - 1).right();
        const qreal middle = (cellRect(0, block.from).left() + edge) / 2;
        paintSexMark(painter, QRectF(middle - 5, 5, 10, 10), sexClass(block.sex), tokens);
        paintSexMark(painter, QRectF(5, middle - 5, 10, 10), sexClass(block.sex), tokens);
        if (&block != &m_order.blocks.back()) {
            painter.setPen(QPen(tokens.surface, 2));
            painter.drawLine(QPointF(edge, all.top()), QPointF(edge, all.bottom()));
            painter.drawLine(QPointF(all.left(), edge), QPointF(all.right(), edge));
        }
    }
}

void SimilarityMap::paintEvent(QPaintEvent *)
{
    const ThemeTokens &tokens = themeTokens(this);
    QPainter painter(this);
    paintMap(painter, tokens, m_cells);
    if (hasFocus() && m_current.x() >= 0) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRect(cellRect(m_current.y(), m_current.x()).adjusted(-2, -2, 2, 2));
    }
}

void SimilarityMap::paintFigure(QPainter &painter, const ThemeTokens &tokens)
{
    painter.setFont(textFont(TextRole::Strong));
    painter.setPen(tokens.text);
    painter.drawText(QRectF(14, 2, width() - 20, 26), Qt::AlignLeft | Qt::AlignVCenter, figureTitle());
    painter.save();
    painter.translate(0, 30);
    paintMap(painter, tokens, paintedCells(tokens));
    painter.restore();
}

std::function<QString()> SimilarityMap::csvMaker() const
{
    return [analysis = m_analysis, order = m_order.profiles] {
        const auto id = [&](std::int32_t profile) {
            return QString::fromStdString(
                reid::toString(analysis->data.profiles[static_cast<std::size_t>(profile)].id));
        };
        QString text = QStringLiteral("deer");
        for (const std::int32_t profile : order)
            text += u',' + id(profile);
        text += u'\n';
        for (const std::int32_t row : order) {
            text += id(row);
            for (const std::int32_t column : order)
                text += u',' +
                        QString::number(
                            reid::fromTicks(analysis->profileSimilarity[static_cast<std::size_t>(row) * order.size() +
                                                                        static_cast<std::size_t>(column)]),
                            'f', 4);
            text += u'\n';
        }
        return text;
    };
}

void SimilarityMap::paintMap(QPainter &painter, const ThemeTokens &tokens, const QImage &cells) const
{
    painter.setFont(textFont(TextRole::Label));
    painter.setPen(tokens.text2);
    if (m_order.profiles.empty()) {
        painter.drawText(rect(), Qt::AlignCenter | Qt::TextWordWrap, unknownText());
        return;
    }
    const QRectF all = area();
    painter.setRenderHint(QPainter::SmoothPixmapTransform, count() > all.width());
    painter.drawImage(all, cells);
    painter.setRenderHint(QPainter::Antialiasing);
    paintSexes(painter, tokens);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(tokens.limit, 2));
    for (const reid::DuplicatePair &pair : m_analysis->duplicateProfiles) {
        const int first = m_order.placeOf[static_cast<std::size_t>(pair.first)];
        const int second = m_order.placeOf[static_cast<std::size_t>(pair.second)];
        for (const auto &[row, column] : {std::pair(first, second), std::pair(second, first)}) {
            const qreal radius = std::max(6.0, cellRect(row, column).width() * 0.9);
            painter.drawEllipse(cellRect(row, column).center(), radius, radius);
        }
    }
    const qreal top = all.bottom() + 9;
    painter.setPen(tokens.text2);
    painter.drawText(QRectF(all.left(), top - 3, 30, 16), Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("0.2"));
    for (int step = 0; step < 80; ++step)
        painter.fillRect(QRectF(all.left() + 30 + step, top, 1.5, 10), shade(tokens, 0.2 + 0.8 * step / 79));
    const bool oneLine = scaleHeight() == Scale;
    painter.drawText(
        QRectF(all.left() + Words, top - 3, width() - all.left() - Words, oneLine ? 16 : scaleHeight() - 6),
        static_cast<int>(oneLine ? Qt::AlignLeft | Qt::AlignVCenter : Qt::AlignLeft | Qt::AlignTop) |
            (oneLine ? 0 : static_cast<int>(Qt::TextWordWrap)),
        scaleText());
}

void SimilarityMap::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange)
        m_cells = paintedCells(themeTokens(this));
    QWidget::changeEvent(event);
}

void SimilarityMap::choose(QPoint cell)
{
    if (cell.x() < 0)
        return;
    m_current = cell;
    setAccessibleDescription(describe(cell.y(), cell.x()));
    update();
    Q_EMIT pairChosen(m_order.profiles[static_cast<std::size_t>(cell.y())],
                      m_order.profiles[static_cast<std::size_t>(cell.x())]);
}

void SimilarityMap::mousePressEvent(QMouseEvent *event)
{
    choose(cellAt(event->position()));
}

void SimilarityMap::keyPressEvent(QKeyEvent *event)
{
    if (m_order.profiles.empty())
        return QWidget::keyPressEvent(event);
    QPoint step;
    switch (event->key()) {
    case Qt::Key_Left:
        step = {-1, 0};
        break;
    case Qt::Key_Right:
        step = {1, 0};
        break;
    case Qt::Key_Up:
        step = {0, -1};
        break;
    case Qt::Key_Down:
        step = {0, 1};
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return choose(m_current);
    default:
        return QWidget::keyPressEvent(event);
    }
    m_current = {std::clamp(m_current.x() + step.x(), 0, count() - 1),
                 std::clamp(m_current.y() + step.y(), 0, count() - 1)};
    setAccessibleDescription(describe(m_current.y(), m_current.x()));
    update();
}

bool SimilarityMap::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QPoint cell = cellAt(help->pos());
        QToolTip::showText(help->globalPos(), cell.x() < 0 ? QString() : plainTip(describe(cell.y(), cell.x())), this);
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

} // namespace herdbook::ui
