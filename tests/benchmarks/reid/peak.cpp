// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/reid/peak.h"

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace herdbook::benchmarks {

namespace {

std::atomic<float> sink; // so that nothing is optimized away

constexpr int kChains = 12; // independent sums: more than latency times units
constexpr long kRounds = 20'000'000;

#if defined(__x86_64__)
__attribute__((target("avx512f"))) double wide()
{
    __m512 sums[kChains];
    for (int i = 0; i < kChains; ++i)
        sums[i] = _mm512_set1_ps(static_cast<float>(i));
    const __m512 factor = _mm512_set1_ps(.999F);
    const __m512 term = _mm512_set1_ps(.001F);
    for (long round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
        for (int i = 0; i < kChains; ++i)
            sums[i] = _mm512_fmadd_ps(sums[i], factor, term);
    }
    float total = 0;
    for (int i = 0; i < kChains; ++i)
        total += _mm512_cvtss_f32(sums[i]);
    sink = total;
    return 2.0 * 16 * kChains * kRounds;
}

__attribute__((target("avx2,fma"))) double narrow()
{
    __m256 sums[kChains];
    for (int i = 0; i < kChains; ++i)
        sums[i] = _mm256_set1_ps(static_cast<float>(i));
    const __m256 factor = _mm256_set1_ps(.999F);
    const __m256 term = _mm256_set1_ps(.001F);
    for (long round = 0; round < kRounds; ++round) {
#pragma GCC unroll 12
        for (int i = 0; i < kChains; ++i)
            sums[i] = _mm256_fmadd_ps(sums[i], factor, term);
    }
    float total = 0;
    for (int i = 0; i < kChains; ++i)
        total += _mm256_cvtss_f32(sums[i]);
    sink = total;
    return 2.0 * 8 * kChains * kRounds;
}

double operations()
{
    return __builtin_cpu_supports("avx512f") ? wide() : __builtin_cpu_supports("fma") ? narrow() : 0;
}
#else
double operations()
{
    return 0;
}
#endif

} // namespace

double peakFlops(int threads)
{
    const auto start = std::chrono::steady_clock::now();
    std::atomic<double> done{0};
    {
        std::vector<std::jthread> running;
        for (int i = 0; i < threads; ++i)
            running.emplace_back([&done] { done += operations(); });
    }
    return done / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace herdbook::benchmarks
