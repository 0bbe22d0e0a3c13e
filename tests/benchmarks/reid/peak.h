// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook::benchmarks {

/// What this machine's cores can do at most, in float32 operations a second: fused multiply-adds on registers alone, in the widest vectors
/// there are, on so many threads at once. A measurement, so clock speeds under load and shared cores count. 0 where it isn't known how.
double peakFlops(int threads);

} // namespace herdbook::benchmarks
