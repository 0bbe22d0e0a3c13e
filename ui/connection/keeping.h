// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook {
class ElidedLabel;
class SecretStore;
} // namespace herdbook

namespace herdbook::connection {

/// Has the line say how passwords are kept; where that isn't for long, its tool tip what is kept where instead, and what would help.
void sayKeeping(ElidedLabel &line, const SecretStore &secrets);

} // namespace herdbook::connection
