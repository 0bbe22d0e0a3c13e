// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook::test {

/// The harness's own worker process: the real worker around a maker that asks PostgreSQL, takes some 40 ms and writes a real file.
/// Settings come from the environment. Returns the exit code.
int runFaultWorker();

} // namespace herdbook::test
