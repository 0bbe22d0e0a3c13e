// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook::reid {

/// Blocks are multiplied on threads of our own, so OpenBLAS shall use one each. The pool that it starts while the program is being
/// loaded spins for some 30 ms in wait for work; this ends it. Call early in main(), at the latest before the first product.
void endBlasThreads();

} // namespace herdbook::reid
