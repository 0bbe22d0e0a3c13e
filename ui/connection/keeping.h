// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook {
class Label;
class SecretStore;
} // namespace herdbook

namespace herdbook::connection {

/// The tool tip of a line that says how passwords are kept: what is kept where instead, and what would help. Nothing while all is well.
void explainKeeping(Label &line, const SecretStore &secrets);

} // namespace herdbook::connection
