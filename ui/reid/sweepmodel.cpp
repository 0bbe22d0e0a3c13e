// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/sweepmodel.h"

#include "core/base/language.h"
#include "core/reid/text.h"
#include "ui/reid/words.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace herdbook::ui {

namespace {

bool same(double a, double b)
{
    return reid::thresholdTicks(a) == reid::thresholdTicks(b);
}

/// An estimate, unless it is only that nothing can be judged.
std::optional<double> judged(const reid::Evaluation &row, std::optional<double> share)
{
    return row.judged() ? share : std::nullopt;
}

bool contains(const std::vector<double> &thresholds, double threshold)
{
    return std::any_of(thresholds.begin(), thresholds.end(), [=](double other) { return same(other, threshold); });
}

} // namespace

void SweepModel::setAnalysis(SharedAnalysis analysis)
{
    beginResetModel();
    m_analysis = std::move(analysis);
    refill();
    endResetModel();
}

void SweepModel::refill()
{
    m_rows.clear();
    if (!m_analysis)
        return;
    const reid::Recommendation &recommendation = m_analysis->recommendation;
    std::vector<double> thresholds = m_analysis->options.thresholds;
    std::vector<double> more = m_added;
    if (recommendation.threshold)
        more.push_back(*recommendation.threshold);
    for (const double threshold : more) {
        if (!contains(thresholds, threshold))
            thresholds.push_back(threshold);
    }
    for (const double threshold : thresholds)
        m_rows.push_back({m_analysis->evaluate(threshold), {}});
    for (const reid::SexAdvice &sex : recommendation.sexes) {
        if (recommendation.threshold && sex.threshold)
            m_rows.push_back({curvesOf(sex.sex).at(*sex.threshold), sex.sex});
    }
    std::stable_sort(m_rows.begin(), m_rows.end(),
                     [](const Row &a, const Row &b) { return a.at.threshold > b.at.threshold; });
}

const reid::Curves &SweepModel::curvesOf(std::optional<reid::Sex> sex) const
{
    return sex ? m_analysis->bySex[static_cast<std::size_t>(*sex)].curves : m_analysis->curves;
}

bool SweepModel::addThreshold(double threshold)
{
    if (!m_analysis || !(threshold >= 0 && threshold <= 1) || rowOf(threshold) >= 0)
        return false;
    const auto at =
        std::find_if(m_rows.begin(), m_rows.end(), [=](const Row &row) { return row.at.threshold <= threshold; });
    const int row = static_cast<int>(at - m_rows.begin());
    beginInsertRows({}, row, row);
    m_added.push_back(threshold);
    m_rows.insert(at, {m_analysis->evaluate(threshold), {}});
    endInsertRows();
    return true;
}

void SweepModel::setAddedThresholds(const std::vector<double> &thresholds)
{
    beginResetModel();
    m_added.clear();
    for (const double threshold : thresholds) {
        if (threshold >= 0 && threshold <= 1 && !contains(m_added, threshold))
            m_added.push_back(threshold);
    }
    refill();
    endResetModel();
}

bool SweepModel::isRemovable(int row) const
{
    return row >= 0 && row < rowCount() && !sex(row) && contains(m_added, threshold(row));
}

bool SweepModel::removeThreshold(int row)
{
    if (!isRemovable(row))
        return false;
    beginRemoveRows({}, row, row);
    std::erase_if(m_added, [&](double added) { return same(added, threshold(row)); });
    m_rows.erase(m_rows.begin() + row);
    endRemoveRows();
    return true;
}

int SweepModel::rowOf(double threshold, std::optional<reid::Sex> sex) const
{
    const auto at = std::find_if(m_rows.begin(), m_rows.end(),
                                 [=](const Row &row) { return same(row.at.threshold, threshold) && row.sex == sex; });
    return at == m_rows.end() ? -1 : static_cast<int>(at - m_rows.begin());
}

QString SweepModel::compare(int first, int second) const
{
    const auto [low, high] = std::minmax({threshold(first), threshold(second)});
    const std::optional<reid::Sex> of = sex(first) == sex(second) ? sex(first) : std::nullopt;
    const reid::Evaluation looser = curvesOf(of).at(low);
    const reid::Evaluation stricter = curvesOf(of).at(high);
    const QLocale locale;
    QString sentence = (of ? tr("%1, from").arg(sexWord(*of)) : tr("From")) +
                       tr(" %1 to %2: %3 more detections assigned")
                           .arg(thresholdText(high), thresholdText(low),
                                locale.toString(static_cast<qulonglong>(looser.added - stricter.added)));
    if (looser.wrong && stricter.wrong && looser.judged())
        sentence += tr(", %1 of them wrong").arg(aboutText(std::max(0.0, *looser.wrong - *stricter.wrong)));
    if (looser.fdrUpper && stricter.fdrUpper)
        sentence += tr("; the wrong share is at most %1 instead of %2")
                        .arg(mostShareText(looser.fdrUpper), mostShareText(stricter.fdrUpper));
    return sentence;
}

QString SweepModel::legend() const
{
    QStringList sexes;
    for (const Row &row : m_rows) {
        if (row.sex)
            sexes << tr("%1 of %L2 detections").arg(sexWord(*row.sex)).arg(curvesOf(row.sex).detections);
    }
    sexes.removeDuplicates();
    QStringList lines;
    if (!sexes.isEmpty())
        lines << tr("Rows with a mark are of one sex alone, in which up to %1% may be wrong: %2.")
                     .arg(200 * m_analysis->options.alpha)
                     .arg(sexes.join(tr(", ")));
    if (m_analysis && m_analysis->recommendation.certified())
        lines << tr("All rows are estimates, that of the certified threshold too; the certificate is in none of them.");
    return lines.join(u' ');
}

int SweepModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int SweepModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString SweepModel::text(const reid::Evaluation &row, int column) const
{
    switch (column) {
    case Threshold:
        return shortThreshold(row.threshold);
    case New:
        return u'+' + QLocale().toString(static_cast<qulonglong>(row.added));
    case Rate:
        return row.rate ? shownFigure(reid::text::share(*row.rate)) : QStringLiteral("–");
    case Wrong:
        return shareText(judged(row, row.fdr), true);
    case AtMost:
        return mostShareText(row.fdrUpper, true);
    default:
        return shareText(judged(row, row.fpir), true);
    }
}

QVariant SweepModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_analysis)
        return {};
    const auto &[row, sex] = m_rows.at(static_cast<std::size_t>(index.row()));
    const double alpha = m_analysis->options.alpha;
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Threshold ? Qt::AlignLeft : Qt::AlignRight));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1%2 %3").arg(sex ? tr("%1 alone: ").arg(sexWord(*sex)) : QString(),
                                             headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                             text(row, index.column()));
    case Qt::ToolTipRole:
        return sex ? tr("The %1 only, at the loosest threshold at which at most %2% of their new assignments are "
                        "wrong. "
                        "Rate is of their %L3 detections, False of their %L4 unassigned ones, not of all.")
                         .arg(sexWord(*sex))
                         .arg(200 * alpha)
                         .arg(curvesOf(sex).detections)
                         .arg(curvesOf(sex).population)
                   : QVariant();
    case ThresholdRole:
        return row.threshold;
    case OverLimitRole:
        return (index.column() == Wrong && row.fdr.value_or(0) > alpha) ||
               (index.column() == AtMost && row.fdrUpper.value_or(0) > alpha);
    case InForceRole:
        return !sex && same(row.threshold, m_analysis->options.current);
    case SexRole:
        return sex ? QVariant(static_cast<int>(*sex)) : QVariant();
    case RecommendedRole:
        return !sex && m_analysis->recommendation.threshold &&
               same(row.threshold, *m_analysis->recommendation.threshold);
    default:
        return {};
    }
}

QVariant SweepModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | (section == Threshold ? Qt::AlignLeft : Qt::AlignRight));
    if (role == Qt::ToolTipRole) {
        const QString tips[] = {tr("Assign where the best score is at least this"),
                                tr("Unassigned detections that would get a profile"),
                                tr("Share of all detections (of a sex, in its row) that would be assigned"),
                                tr("Estimated share of the new assignments that would be wrong"),
                                tr("Upper 95% bound of the wrong share"),
                                tr("False matches as a share of the unassigned (FPIR)")};
        return tips[section];
    }
    if (role != Qt::DisplayRole)
        return {};
    const QString names[] = {tr("Score ≥"), tr("New"), tr("Rate"), tr("Wrong"), tr("Up to"), tr("False")};
    return names[section];
}

} // namespace herdbook::ui
