// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reid/compute/blasthreads.h"

#include <cblas.h>

/// Of OpenBLAS, which uses it around fork(); not in its headers, and other BLAS libraries don't have it.
extern "C" int blas_thread_shutdown_() __attribute__((weak)); // NOLINT(bugprone-reserved-identifier)

namespace herdbook::reid {

void endBlasThreads()
{
    openblas_set_num_threads(1);
    if (blas_thread_shutdown_ != nullptr)
        blas_thread_shutdown_();
}

} // namespace herdbook::reid
