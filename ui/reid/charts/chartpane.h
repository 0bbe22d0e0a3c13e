// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/figure.h"
#include "ui/reid/charts/plotrange.h"
#include "ui/reid/thresholdcursor.h"
#include "ui/widgets/style/tokens.h"

#include <QGraphicsScene>
#include <QPixmap>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QAbstractAxis;
class QAbstractSeries;
class QChart;
class QValueAxis;
QT_END_NAMESPACE

namespace herdbook::ui {

struct LegendKey;

/// One chart over the scores. The QChart is painted once into a picture; cursor, marks and brush are drawn over it, so that moving
/// them costs a copy of the picture and a few lines. (One header of over 120 lines: it is the frame that every chart shares; its
/// input is in chartinput.cpp.) Subclasses fill the chart with series and say what stands at the cursor.
class ChartPane : public QWidget, public Figure
{
    Q_OBJECT

public:
    /// Both must outlive the pane.
    ChartPane(ThresholdCursor &cursor, PlotRange &range, QWidget *parent = nullptr);
    ~ChartPane() override;

    /// What is shown; null: nothing yet.
    void setAnalysis(SharedAnalysis analysis);

    /// Room around the plot area, the same left and right for charts that share the range.
    void setPlotMargins(const QMargins &margins);
    QRectF plotArea() const;

    /// Whether the scores stand under the plot, and the axis' title at its right end.
    void setScoreAxis(bool shown, const QString &title = {});
    /// Whether the cursor's value stands in a chip under the plot.
    void setValueChip(bool shown) { m_valueChip = shown; }

    double scoreAt(qreal x) const;
    qreal xOf(double score) const;
    qreal yOf(double value) const;

    /// Names the chart; asked again for what isn't in the language of the screens.
    void setTitle(std::function<QString()> title);
    QString figureTitle() const override { return m_title ? m_title() : QString(); }
    QString figureValue() const override { return m_cursor.text(); }
    QSize figureSize() const override;
    void paintFigure(QPainter &painter, const ThemeTokens &tokens) override;
    std::function<QString()> csvMaker() const override;

    ThresholdCursor &cursor() const { return m_cursor; }

    /// What is brushed; nothing when no range is.
    std::optional<std::pair<double, double>> brush() const { return m_brush; }
    void clearBrush();

    /// What stands under a position, in words with exact numbers; the tool tip.
    virtual QString describeAt(double score) const = 0;
    /// Heading of the chart's data, then a row per point: the chart as CSV.
    virtual QString csv() const = 0;

Q_SIGNALS:
    /// A range was brushed (Shift+drag), or the brush was cleared (from = to).
    void brushed(double from, double to);
    /// A click without dragging, away from the cursor line; sent when it is known that it's no double click.
    void clicked(double score);

protected:
    const SharedAnalysis &analysis() const { return m_analysis; }
    /// The analysis is another one; the chart is built anew afterwards.
    virtual void analysisChanged() {}
    /// What stands beside the title of a saved chart.
    virtual std::vector<LegendKey> legend(const ThemeTokens &tokens) const;
    PlotRange &range() const { return m_range; }

    /// Adds a series and attaches it to the axes.
    void add(QAbstractSeries *series);
    void setVerticalAxis(QAbstractAxis *axis);
    QAbstractAxis *verticalAxis() const { return m_vertical; }
    /// Ticks of the vertical axis with their texts.
    struct Tick
    {
        double value;
        QString text;
    };
    void setVerticalTicks(std::vector<Tick> ticks) { m_ticks = std::move(ticks); }

    /// Fills the chart anew from data, tokens and range; called when one of them changed.
    virtual void build(const ThemeTokens &tokens) = 0;
    /// Draws what belongs over the series but doesn't move (labels in the plot).
    virtual void paintLabels(QPainter &, const ThemeTokens &) {}
    /// Draws what moves with the cursor; the line itself is drawn already.
    virtual void paintAtCursor(QPainter &, const ThemeTokens &) {}

    /// To be called when the data changed.
    void rebuild();

    /// The dashed line of the threshold in force, through the whole height.
    void paintInForce(QPainter &painter, const ThemeTokens &tokens, double threshold) const;
    /// A text in a box with a border, beside the cursor line on the side where there is room.
    void paintChip(QPainter &painter, const ThemeTokens &tokens, QPointF at, const QString &text) const;
    /// The ring that marks where the cursor crosses a line.
    void paintRing(QPainter &painter, const ThemeTokens &tokens, QPointF at) const;

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    enum class Drag { None, Cursor, Brush, Zoom, Click };

    /// Above a saved chart: the title, and the legend where it has no room beside it.
    int headHeight(const std::vector<LegendKey> &entries) const;
    bool legendFitsBesideTitle(const std::vector<LegendKey> &entries) const;
    void paintStill(QPainter &painter, const ThemeTokens &tokens);
    void paintOverlay(QPainter &painter, const ThemeTokens &tokens);
    void paintValueChip(QPainter &painter, const ThemeTokens &tokens, qreal x) const;
    bool isNearCursor(qreal x) const;

    ThresholdCursor &m_cursor;
    PlotRange &m_range;
    SharedAnalysis m_analysis;
    QGraphicsScene m_scene;
    QChart *m_chart; ///< owned by the scene
    QValueAxis *m_horizontal;
    QAbstractAxis *m_vertical = nullptr;
    std::vector<Tick> m_ticks;
    QMargins m_margins{58, 8, 14, 8};
    bool m_scoreAxis = false;
    bool m_valueChip = false;
    QString m_scoreTitle;
    std::function<QString()> m_title;
    QPixmap m_still;
    bool m_dirty = true; ///< the series are older than data, tokens or range
    Drag m_drag = Drag::None;
    QTimer m_click; ///< until a click is known to be a single one
    double m_clickedAt = 0;
    qreal m_pressedAt = 0;
    qreal m_draggedTo = 0;
    std::optional<std::pair<double, double>> m_brush;
};

} // namespace herdbook::ui
