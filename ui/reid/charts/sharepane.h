// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartpane.h"

namespace herdbook::ui {

/// A share of something over all thresholds, in percent: the estimate, its upper bound as a band, its parts thin, and the limit.
class SharePane : public ChartPane
{
    Q_OBJECT

public:
    /// Title and legend stand above the plot where its margin has so much room, and in it otherwise.
    static constexpr int kHead = 42;

    using ChartPane::ChartPane;

protected:
    /// By threshold tick; NaN where unknown. Straight between the thresholds of the estimate.
    struct Shares
    {
        std::vector<float> estimate, upper, decoys, split, observed;
    };
    /// What numbers of wrong ones are a share of, at a threshold.
    virtual double whole(const reid::Evaluation &at, const reid::Analysis &analysis) const = 0;
    virtual QString title() const = 0;
    /// Estimate and upper bound of one threshold; neither where most of it is only that nobody can judge.
    virtual std::pair<std::optional<double>, std::optional<double>> sharesOf(const reid::Evaluation &at) const = 0;

    void analysisChanged() override;
    void build(const ThemeTokens &tokens) override;
    void paintLabels(QPainter &painter, const ThemeTokens &tokens) override;
    void paintAtCursor(QPainter &painter, const ThemeTokens &tokens) override;

private:
    /// Lines in percent; gaps where shares are NaN.
    void addLines(const std::vector<float> &share, const QPen &pen);
    /// The area between estimate and upper bound, where both are known.
    void addBand(const QBrush &brush);
    /// Whether there is no estimate at any threshold.
    bool isUnknown() const;
    bool headAbove() const;
    qreal headTop() const;
    void paintLimit(QPainter &painter, const ThemeTokens &tokens) const;
    /// What the band and the thin lines are.
    void paintInPlotLegend(QPainter &painter, const ThemeTokens &tokens) const;

    Shares shares(const reid::Analysis &analysis) const;

    Shares m_shares;
    double m_top = 0.10; ///< of the axis
};

/// Wrong share of the new assignments.
class WrongSharePane : public SharePane
{
    Q_OBJECT

public:
    using SharePane::SharePane;
    QString describeAt(double score) const override;
    QString csv() const override;

protected:
    double whole(const reid::Evaluation &at, const reid::Analysis &analysis) const override;
    QString title() const override { return tr("Wrong share of the new ones"); }
    std::pair<std::optional<double>, std::optional<double>> sharesOf(const reid::Evaluation &at) const override
    {
        return at.judged() ? std::pair(at.fdr, at.fdrUpper) : std::pair<std::optional<double>, std::optional<double>>();
    }
};

/// False positive identification rate.
class FpirPane : public SharePane
{
    Q_OBJECT

public:
    using SharePane::SharePane;
    QString describeAt(double score) const override;
    QString csv() const override;

protected:
    double whole(const reid::Evaluation &at, const reid::Analysis &analysis) const override;
    QString title() const override { return tr("False matches as a share of the unassigned"); }
    std::pair<std::optional<double>, std::optional<double>> sharesOf(const reid::Evaluation &at) const override
    {
        return at.judged() ? std::pair(at.fpir, at.fpirUpper)
                           : std::pair<std::optional<double>, std::optional<double>>();
    }
};

} // namespace herdbook::ui
