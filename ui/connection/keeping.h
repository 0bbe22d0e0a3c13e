// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace herdbook {
class ElidedLabel;
class SecretStore;
} // namespace herdbook

namespace herdbook::connection {

/// Has the line say where passwords are kept and for how long; its tool tip where the rest is, and what would help where that isn't for long.
void sayKeeping(ElidedLabel &line, const SecretStore &secrets);

} // namespace herdbook::connection
