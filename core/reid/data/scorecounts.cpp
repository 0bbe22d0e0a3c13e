// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/data/scorecounts.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace herdbook::reid {

namespace {

std::size_t slot(int ticks)
{
    return static_cast<std::size_t>(std::clamp(ticks, -kTicksPerUnit, kTicksPerUnit) - ScoreCounts::kLowest);
}

} // namespace

void ScoreCounts::add(int ticks, std::uint32_t times)
{
    if (ticks == kNoScore)
        return;
    if (m_counts.empty())
        m_counts.resize(kValues);
    m_counts[slot(ticks)] += times;
    m_total += times;
}

void ScoreCounts::add(const ScoreCounts &other)
{
    if (other.m_counts.empty())
        return;
    m_counts.resize(kValues);
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        m_counts[i] += other.m_counts[i];
    m_total += other.m_total;
}

std::uint32_t ScoreCounts::count(int ticks) const
{
    return m_counts.empty() || std::abs(ticks) > kTicksPerUnit ? 0 : m_counts[slot(ticks)];
}

std::vector<std::uint32_t> ScoreCounts::atOrAbove() const
{
    std::vector<std::uint32_t> result(kTicksPerUnit + 1);
    std::uint32_t sum = 0;
    for (int t = kTicksPerUnit; t >= 0; --t) {
        sum += count(t);
        result[static_cast<std::size_t>(t)] = sum;
    }
    return result;
}

std::uint64_t ScoreCounts::atOrAbove(int ticks) const
{
    std::uint64_t sum = 0;
    for (int t = std::max(ticks, kLowest); t <= kTicksPerUnit; ++t)
        sum += count(t);
    return sum;
}

int ScoreCounts::orderStatistic(std::uint64_t k) const
{
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (k < m_counts[i])
            return static_cast<int>(i) + kLowest;
        k -= m_counts[i];
    }
    return kNoScore;
}

double ScoreCounts::quantile(double q) const
{
    if (empty())
        return std::numeric_limits<double>::quiet_NaN();
    const double at = q * static_cast<double>(m_total - 1);
    const auto below = static_cast<std::uint64_t>(at);
    const double low = fromTicks(orderStatistic(below));
    const double high = fromTicks(orderStatistic(std::min(below + 1, m_total - 1)));
    return low + (at - static_cast<double>(below)) * (high - low);
}

double ScoreCounts::mean() const
{
    double sum = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i)
        sum += static_cast<double>(m_counts[i]) * fromTicks(static_cast<int>(i) + kLowest);
    return empty() ? std::numeric_limits<double>::quiet_NaN() : sum / static_cast<double>(m_total);
}

double ScoreCounts::standardDeviation() const
{
    if (m_total < 2)
        return std::numeric_limits<double>::quiet_NaN();
    const double center = mean();
    double sum = 0;
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const double off = fromTicks(static_cast<int>(i) + kLowest) - center;
        sum += static_cast<double>(m_counts[i]) * off * off;
    }
    return std::sqrt(sum / static_cast<double>(m_total - 1));
}

int ScoreCounts::lowest() const
{
    return orderStatistic(0);
}

int ScoreCounts::highest() const
{
    return empty() ? kNoScore : orderStatistic(m_total - 1);
}

std::vector<std::uint32_t> ScoreCounts::histogram(double from, double to, double width) const
{
    const int first = thresholdTicks(from);
    const int step = std::max(1, thresholdTicks(width));
    const int last = thresholdTicks(to);
    std::vector<std::uint32_t> bins(static_cast<std::size_t>(std::max(0, (last - first + step - 1) / step)));
    if (bins.empty())
        return bins;
    for (int t = first; t <= last; ++t)
        bins[std::min(static_cast<std::size_t>((t - first) / step), bins.size() - 1)] += count(t);
    return bins;
}

ScoreCounts::Weighted ScoreCounts::weighted(int step) const
{
    Weighted result;
    for (int from = kLowest; from <= kTicksPerUnit && !empty(); from += step) {
        std::uint64_t sum = 0;
        for (int t = from; t < from + step; ++t)
            sum += count(t);
        if (sum > 0) {
            result.values.push_back(std::min(1.0, (from + step / 2.0) / kTicksPerUnit)); // the last bin is 1 alone
            result.weights.push_back(static_cast<double>(sum));
        }
    }
    return result;
}

} // namespace herdbook::reid
