// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/charts/plotrange.h"
#include "ui/reid/thresholdcursor.h"

#include <QWidget>

namespace herdbook {
class Label;
}

namespace herdbook::ui {

class ChartPane;
class Figure;
class HistogramPane;
class SimilarityMap;

/// The scores of each sex with what the cursor would do there, and how alike the profiles are.
class BySexTab : public QWidget
{
    Q_OBJECT

public:
    explicit BySexTab(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    /// What the cursor would do to one sex, in words.
    QString sentence(reid::Sex sex) const;
    SimilarityMap *map() const { return m_map; }
    QList<ChartPane *> charts() const;
    QList<Figure *> figures() const;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row
    {
        QWidget *widget;
        HistogramPane *histogram;
        Label *sentence;
    };
    Row makeRow(reid::Sex sex);
    void refresh();

    ThresholdCursor &m_cursor;
    PlotRange m_range;
    SharedAnalysis m_analysis;
    std::array<Row, reid::kSexes> m_rows{};
    SimilarityMap *m_map;
};

} // namespace herdbook::ui
