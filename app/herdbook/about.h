// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/config/profile.h"
#include "ui/window/aboutpanel.h"
#include "ui/window/systemhealth.h"

namespace herdbook {

/// What the About panel shows: version, build, libraries, license, and the text of "Copy diagnostics". That text names servers and folders of the
/// profile in use and how the servers are doing; a secret it says only to be set or not, and any that stands in another text is blotted out.
AboutPanel::Facts aboutFacts(const Profile &profile, const Result<Settings> &settings, const SystemHealth &health);

/// The linker's build id of this program in hex, which tells one build from another of the same version; empty where there is none.
QString buildId();

} // namespace herdbook
