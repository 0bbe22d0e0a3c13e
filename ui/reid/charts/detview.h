// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/figure.h"
#include "ui/reid/thresholdcursor.h"

#include <QPixmap>
#include <QWidget>

namespace herdbook::ui {

/// False non-matches over false matches at every threshold, both on the scale of the normal distribution (DET curve), with the cursor's
/// place on it. Genuine scores were selected at the threshold in force, so it flatters; it says so.
class DetView : public QWidget, public Figure
{
    Q_OBJECT

public:
    explicit DetView(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(SharedAnalysis analysis);
    /// What stands at the cursor, in words.
    QString describe() const;
    QString figureTitle() const override { return tr("Matches missed against wrong matches"); }
    QString figureValue() const override { return describe(); }
    ThresholdCursor &cursor() const { return m_cursor; }
    QSize figureSize() const override { return size() + QSize(0, 30); }
    void paintFigure(QPainter &painter, const ThemeTokens &tokens) override;
    std::function<QString()> csvMaker() const override;
    QSize minimumSizeHint() const override { return {260, 240}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QRectF plotArea() const;
    /// Where a pair of rates stands; rates under 0.01% at the edge.
    QPointF place(const reid::DetPoint &rates) const;
    void paintStill(QPainter &painter, const ThemeTokens &tokens) const;
    void paintAtCursor(QPainter &painter, const ThemeTokens &tokens) const;

    ThresholdCursor &m_cursor;
    SharedAnalysis m_analysis;
    QPixmap m_still; ///< everything but the cursor
};

} // namespace herdbook::ui
