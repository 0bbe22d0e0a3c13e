// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trial/certify/evalue.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <limits>
#include <vector>

namespace herdbook::trial {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr int kGrid = 1000; ///< steps of the reviewer's unknown chance to call a wrong pair Same

double logGamma(double x)
{
    int sign = 0;
    return ::lgamma_r(x, &sign); // std::lgamma writes a global
}

/// ln n!, from a table that grows as needed.
double logFactorial(int n)
{
    thread_local std::vector<double> table{0};
    while (static_cast<int>(table.size()) <= n)
        table.push_back(logGamma(static_cast<double>(table.size()) + 1));
    return table[static_cast<std::size_t>(n)];
}

double logBeta(double a, double b)
{
    return logGamma(a) + logGamma(b) - logGamma(a + b);
}

/// The likelihood under the hypothesis as a function of that chance.
class Likelihood
{
public:
    Likelihood(const Counts &counts, double alpha) : m_counts(counts), m_most(leastTooMany(counts.items, alpha))
    {
        const int likeliest = std::min<std::int64_t>(counts.items, (static_cast<std::int64_t>(counts.items) + 1) *
                                                                       counts.wrong / counts.judged);
        m_draws.resize(static_cast<std::size_t>(m_most) + 1);
        m_choose.resize(m_draws.size());
        for (int flagged = 0; flagged <= m_most; ++flagged) {
            const auto i = static_cast<std::size_t>(flagged);
            m_draws[i] = logDraws(counts.items, std::max(flagged, likeliest), counts.judged, counts.wrong);
            m_choose[i] = logFactorial(m_most) - logFactorial(flagged) - logFactorial(m_most - flagged);
        }
        m_largest = *std::max_element(m_draws.begin(), m_draws.end());
    }

    bool isImpossible() const { return m_largest == -kInfinity; }

    double logAt(int step) const
    {
        const double blind = static_cast<double>(step) / kGrid;
        const int seen = m_counts.plants - m_counts.missed;
        if ((step == 0 && m_counts.missed > 0) || (step == kGrid && seen > 0))
            return -kInfinity;
        const double sum = step == 0       ? std::exp(m_draws.back() - m_largest)
                           : step == kGrid ? std::exp(m_draws.front() - m_largest)
                                           : thinned(blind);
        if (sum <= 0)
            return -kInfinity;
        return std::log(sum) + m_largest + (m_counts.missed > 0 ? m_counts.missed * std::log(blind) : 0) +
               (seen > 0 ? seen * std::log1p(-blind) : 0);
    }

    double logMaximum() const
    {
        double most = -kInfinity;
        for (int step = 0; step <= kGrid; ++step)
            most = std::max(most, logAt(step));
        return most;
    }

private:
    double thinned(double blind) const
    {
        const double flag = std::log1p(-blind);
        const double pass = std::log(blind);
        double sum = 0;
        for (std::size_t i = 0; i < m_draws.size(); ++i) {
            if (m_draws[i] == -kInfinity)
                continue;
            const auto flagged = static_cast<double>(i);
            const double term = m_choose[i] + flagged * flag + (m_most - flagged) * pass + m_draws[i] - m_largest;
            if (term > -740)
                sum += std::exp(term);
        }
        return sum;
    }

    const Counts &m_counts;
    const int m_most;
    std::vector<double> m_draws;
    std::vector<double> m_choose;
    double m_largest = -kInfinity;
};

double logBets(const Counts &counts)
{
    return logBetOnAnswers(counts.judged, counts.wrong) + logBetOnPlants(counts.plants, counts.missed);
}

bool reachesBound(const Counts &counts, double alpha, double bound)
{
    if (counts.judged == 0)
        return 0 >= bound;
    const Likelihood likelihood(counts, alpha);
    if (likelihood.isImpossible())
        return true;
    // Any single chance gives too small a maximum, so too large an e-value: what doesn't reach the bound there doesn't anywhere.
    const double bets = logBets(counts);
    for (const int step : {0, kGrid, 10, 30, 60, 100, 200, 400, 700}) {
        const double at = likelihood.logAt(step);
        if (at > -kInfinity && bets - at < bound)
            return false;
    }
    return bets - likelihood.logMaximum() >= bound;
}

} // namespace

int leastTooMany(int items, double alpha)
{
    return static_cast<int>(std::floor(alpha * items + 1e-9)) + 1;
}

int plantsFor(int judged)
{
    return std::min(judged, 6 + judged / 20);
}

double logBetOnAnswers(int judged, int wrong)
{
    return logBeta(1.0 + wrong, 100.0 + judged - wrong) - logBeta(1, 100);
}

double logBetOnPlants(int plants, int missed)
{
    return logBeta(0.2 + missed, 5.0 + plants - missed) - logBeta(0.2, 5);
}

double logDraws(int items, int flagged, int judged, int wrong)
{
    const int unflagged = items - flagged;
    const int right = judged - wrong;
    if (flagged < wrong || unflagged < right)
        return -kInfinity;
    return logFactorial(flagged) - logFactorial(flagged - wrong) + logFactorial(unflagged) -
           logFactorial(unflagged - right) + logFactorial(items - judged) - logFactorial(items);
}

double logEvalue(const Counts &counts, double alpha)
{
    if (counts.judged == 0)
        return 0;
    const Likelihood likelihood(counts, alpha);
    if (likelihood.isImpossible())
        return kInfinity;
    return logBets(counts) - likelihood.logMaximum();
}

std::size_t Evaluator::Hash::operator()(const Question &question) const
{
    const Counts &counts = question.counts;
    std::size_t hash = std::hash<double>()(question.alpha) ^ (std::hash<double>()(question.bound) << 1);
    for (const int value : {counts.items, counts.judged, counts.wrong, counts.plants, counts.missed})
        hash = (hash ^ static_cast<std::size_t>(value)) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 32);
}

bool Evaluator::reaches(const Counts &counts, double alpha, double bound)
{
    const Question question{counts, alpha, bound};
    const auto known = m_known.find(question);
    if (known != m_known.end())
        return known->second;
    return m_known.emplace(question, reachesBound(counts, alpha, bound)).first->second;
}

} // namespace herdbook::trial
