// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/testsview.h"

#include "core/trial/review/words.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/typeface.h"

#include <QHeaderView>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <algorithm>
#include <cmath>

namespace herdbook::trial {

namespace {

constexpr int kRow = 34;
constexpr int kAxisMargin = 14;

qreal axisX(const QRectF &cell, double share, double end)
{
    return cell.left() + kAxisMargin + (cell.width() - 2 * kAxisMargin) * std::min(share, end) / end;
}

ColorToken inkOf(Test::Outcome outcome)
{
    switch (outcome) {
    case Test::Outcome::Passes:
        return &ThemeTokens::ok;
    case Test::Outcome::Fails:
        return &ThemeTokens::error;
    default:
        return &ThemeTokens::text2;
    }
}

/// Draws intervals and results, and marks the certified row.
class TestsDelegate : public QStyledItemDelegate
{
public:
    explicit TestsDelegate(TestsModel &model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ThemeTokens &tokens = themeTokens(option.widget);
        const bool certified = m_model.isCertified(index.row());
        const QRectF cell = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (certified)
            painter->fillRect(cell, tokens.selected);
        painter->setPen(QPen(tokens.border, 1));
        painter->drawLine(QPointF(cell.left(), cell.bottom() + 0.5), QPointF(cell.right() + 1, cell.bottom() + 0.5));
        if (index.column() == TestsModel::Interval)
            paintInterval(*painter, cell, m_model.test(index.row()), tokens);
        else
            paintText(*painter, cell, index, certified, tokens);
        painter->restore();
    }

private:
    void paintInterval(QPainter &painter, const QRectF &cell, const Test &test, const ThemeTokens &tokens) const
    {
        const double end = m_model.axisEnd();
        const auto x = [&](double share) { return axisX(cell, share, end); };
        QPen limit(tokens.limit, 1.4);
        limit.setDashPattern({4, 3});
        painter.setPen(limit);
        painter.drawLine(QPointF(x(m_model.verdict().level.alpha), cell.top()),
                         QPointF(x(m_model.verdict().level.alpha), cell.bottom()));
        if (!test.share.share)
            return;
        const bool counts = test.outcome == Test::Outcome::Passes || test.outcome == Test::Outcome::Fails;
        const QColor ink = tokens.*inkOf(test.outcome);
        const qreal y = cell.center().y();
        QPen line(ink, 2);
        if (!counts)
            line.setDashPattern({1.5, 2});
        painter.setPen(line);
        painter.drawLine(QPointF(x(*test.share.share), y), QPointF(x(*test.share.upper), y));
        painter.setPen(QPen(ink, 2));
        if (*test.share.upper <= end)
            painter.drawLine(QPointF(x(*test.share.upper), y - 5), QPointF(x(*test.share.upper), y + 5));
        else
            painter.drawPolyline(QPolygonF({{x(end) - 5, y - 5}, {x(end), y}, {x(end) - 5, y + 5}}));
        painter.setBrush(counts ? ink : tokens.surface);
        painter.drawEllipse(QPointF(x(*test.share.share), y), 4.5, 4.5);
    }

    void paintText(QPainter &painter, const QRectF &cell, const QModelIndex &index, bool certified,
                   const ThemeTokens &tokens) const
    {
        const Test &test = m_model.test(index.row());
        QRectF place = cell.adjusted(10, 0, -10, 0);
        const bool result = index.column() == TestsModel::Result;
        const bool strong =
            certified && (index.column() == TestsModel::Threshold || index.column() == TestsModel::AtMost || result);
        painter.setFont(textFont(strong ? TextRole::Strong : TextRole::Body));
        painter.setPen(result ? tokens.*inkOf(test.outcome) : tokens.text);
        if (result) {
            const Icon icon = test.outcome == Test::Outcome::Passes  ? Icon::Completed
                              : test.outcome == Test::Outcome::Fails ? Icon::Failed
                              : test.outcome == Test::Outcome::Open  ? Icon::Queued
                                                                     : Icon::Cancelled;
            paintIcon(painter, QRectF(place.left(), place.center().y() - 8, 16, 16), icon, tokens.*inkOf(test.outcome));
            place.setLeft(place.left() + 22);
        }
        const QString text = index.data().toString();
        painter.drawText(place, static_cast<int>(index.data(Qt::TextAlignmentRole).toInt()),
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, static_cast<int>(place.width())));
    }

    TestsModel &m_model;
};

/// A header whose interval section is the axis.
class AxisHeader : public QHeaderView
{
public:
    AxisHeader(TestsModel &model, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_model(model) {}

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        QHeaderView::paintSection(painter, rect, section);
        if (section != TestsModel::Interval)
            return;
        const ThemeTokens &tokens = themeTokens(this);
        const double end = m_model.axisEnd();
        const double step = end <= 0.1 ? 0.025 : end <= 0.3 ? 0.1 : 0.25;
        painter->save();
        painter->setFont(textFont(TextRole::Label));
        std::vector<double> ticks;
        for (int i = end > 0.3 ? 1 : 0; i * step <= end + 1e-9; ++i) // 0 and the limit would overlap
            ticks.push_back(i * step);
        if (end > 0.1)
            ticks.push_back(m_model.verdict().level.alpha);
        for (const double tick : ticks) {
            const bool limit = tick == m_model.verdict().level.alpha;
            const bool whole = std::abs(tick * 100 - std::round(tick * 100)) < 1e-9;
            painter->setPen(limit ? tokens.limit : tokens.text2);
            painter->drawText(QRectF(axisX(rect, tick, end) - 24, rect.top(), 48, rect.height()), Qt::AlignCenter,
                              Words::percent(tick, whole ? 0 : 1));
        }
        painter->restore();
    }

private:
    TestsModel &m_model;
};

} // namespace

void TestsModel::setVerdict(const Verdict &verdict)
{
    beginResetModel();
    m_verdict = verdict;
    endResetModel();
}

bool TestsModel::isCertified(int row) const
{
    return m_verdict.certified && test(row).threshold == *m_verdict.certified;
}

double TestsModel::axisEnd() const
{
    double most = 0;
    for (const Test &test : m_verdict.tests) {
        if (test.outcome == Test::Outcome::Passes || test.outcome == Test::Outcome::Fails)
            most = std::max(most, test.share.upper.value_or(0));
    }
    return most <= 0.08 ? 0.08 : most <= 0.28 ? 0.3 : 1.0;
}

int TestsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_verdict.tests.size());
}

int TestsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant TestsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Test &one = test(index.row());
    const bool left = index.column() == Threshold || index.column() == Result;
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((left ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == Qt::AccessibleTextRole && index.column() == Interval)
        return tr("%1 wrong, at most %2").arg(Words::percent(one.share.share), Words::percent(one.share.upper));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Threshold:
        return Words::threshold(one.threshold);
    case Judged:
        return one.share.judged;
    case Wrong:
        return one.share.wrong;
    case Allowed:
        return one.allowed < 0 ? QVariant(QStringLiteral("–")) : QVariant(one.allowed);
    case AtMost:
        return Words::percent(one.share.upper);
    case PValue:
        return !one.p ? QStringLiteral("–") : *one.p < 0.001 ? tr("< 0.001") : QLocale().toString(*one.p, 'f', 3);
    case Result:
        switch (one.outcome) {
        case Test::Outcome::Skipped:
            return tr("Skipped, under 59");
        case Test::Outcome::Passes:
            return isCertified(index.row()) ? tr("Passes, certified") : tr("Passes");
        case Test::Outcome::Fails:
            return tr("Fails");
        case Test::Outcome::NotReached:
            return tr("Not reached");
        case Test::Outcome::Open:
            return tr("Open");
        }
        break;
    default:
        break;
    }
    return {};
}

QVariant TestsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Threshold || section == Result ? Qt::AlignLeft : Qt::AlignRight) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Threshold:
        return tr("Score ≥");
    case Judged:
        return tr("Judged");
    case Wrong:
        return tr("Wrong");
    case Allowed:
        return tr("Allowed");
    case AtMost:
        return tr("At most");
    case PValue:
        return tr("p");
    case Result:
        return tr("Result");
    default:
        return QString();
    }
}

TestsView::TestsView(QWidget *parent) : QTableView(parent), m_model(new TestsModel(this))
{
    auto *header = new AxisHeader(*m_model, this);
    setHorizontalHeader(header);
    setModel(m_model);
    setItemDelegate(new TestsDelegate(*m_model, this));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(kRow);
    header->setMinimumSectionSize(44);
    header->setSectionsClickable(false);
    header->setHighlightSections(false);
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(TestsModel::Interval, QHeaderView::Stretch);
    const int widths[]{74, 66, 64, 72, 0, 74, 74, 158};
    for (int column = 0; column < TestsModel::Columns; ++column) {
        if (column != TestsModel::Interval)
            setColumnWidth(column, widths[column]);
    }
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::NoSelection);
    setFocusPolicy(Qt::TabFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Thresholds tested"));
}

void TestsView::setVerdict(const Verdict &verdict)
{
    m_model->setVerdict(verdict);
    updateGeometry();
}

QSize TestsView::sizeHint() const
{
    return {700, horizontalHeader()->sizeHint().height() + kRow * m_model->rowCount() + 1};
}

} // namespace herdbook::trial
