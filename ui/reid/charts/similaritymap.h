// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/figures.h"
#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/figure.h"
#include "ui/widgets/style/tokens.h"

#include <QImage>
#include <QWidget>

namespace herdbook::ui {

/// How alike the profiles are, each with each, by sex; pairs that may be one animal are ringed. Arrow keys or the pointer go from cell to
/// cell, Enter or a click shows the two animals.
class SimilarityMap : public QWidget, public Figure
{
    Q_OBJECT

public:
    explicit SimilarityMap(QWidget *parent = nullptr);

    void setAnalysis(SharedAnalysis analysis);
    /// Two profiles and their cosine in words; rows and columns are in the order shown.
    QString describe(int row, int column) const;
    int count() const { return static_cast<int>(m_order.profiles.size()); }
    QString figureTitle() const override { return tr("Likeness of the profiles"); }
    /// The pair that is chosen; before one is, how many profiles there are.
    QString figureValue() const override;
    QSize figureSize() const override { return size() + QSize(0, 30); }
    void paintFigure(QPainter &painter, const ThemeTokens &tokens) override;
    std::function<QString()> csvMaker() const override;
    QSize minimumSizeHint() const override { return {220, 220}; }

Q_SIGNALS:
    /// Two profiles, as indices into Dataset::profiles, are wanted beside each other.
    void pairChosen(std::int32_t first, std::int32_t second);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    QRectF area() const;
    /// Of the scale below, whose words take a second line in a narrow map.
    int scaleHeight() const;
    QPoint cellAt(const QPointF &position) const; ///< column, row; -1 outside
    QRectF cellRect(int row, int column) const;
    reid::Ticks cosine(int row, int column) const;
    QImage paintedCells(const ThemeTokens &tokens) const;
    void paintMap(QPainter &painter, const ThemeTokens &tokens, const QImage &cells) const;
    void paintSexes(QPainter &painter, const ThemeTokens &tokens) const;
    void choose(QPoint cell);

    SharedAnalysis m_analysis;
    reid::LikenessOrder m_order; ///< as shown
    QImage m_cells;              ///< one pixel a pair
    QPoint m_current{-1, -1};
};

} // namespace herdbook::ui
