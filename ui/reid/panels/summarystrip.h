// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"
#include "ui/reid/thresholdcursor.h"

#include <QFrame>

class QPushButton;

namespace herdbook {
class Label;
}

namespace herdbook::ui {

/// The line under the charts: what assigning from the cursor on would do. "+4,819 assigned, about 21 wrong (at most 74)".
class SummaryStrip : public QFrame
{
    Q_OBJECT

public:
    explicit SummaryStrip(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(SharedAnalysis analysis);
    /// A range is brushed: the gallery button shows that range instead of all from the cursor on.
    void setBrush(double from, double to);
    QString sentence() const;
    /// In little room: the sentence alone.
    void setBrief(bool brief);

Q_SIGNALS:
    void addToSweep(double threshold);
    void showDetections();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    /// On one line, or smaller on two where there is little room.
    void fitSentence();

    ThresholdCursor &m_cursor;
    SharedAnalysis m_analysis;
    Label *m_sentence;
    Label *m_at;
    QPushButton *m_show;
    QList<QWidget *> m_more; ///< all but the sentence
    bool m_brief = false;
};

/// The sentence for one threshold; what is not known is left out.
QString summaryOf(const reid::Evaluation &at);

} // namespace herdbook::ui
