// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/settings.h"
#include "core/exports/exportrequest.h"

namespace herdbook::render {

/// The settings under which a request is made, counted and shown: the days asked for are days of the zone in which they were accepted, and so
/// are times without one.
inline Settings withSiteOf(const exports::ExportRequest &request, Settings settings)
{
    if (!request.siteTimeZone.isEmpty()) {
        settings.siteTimeZone = QTimeZone(request.siteTimeZone.toLatin1());
        settings.postgres.siteZone = request.siteTimeZone;
    }
    return settings;
}

} // namespace herdbook::render
