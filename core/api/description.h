// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

namespace herdbook::api {

/// `GET /openapi.json`: the service as OpenAPI 3.1 describes it.
http::Response descriptionAnswer();

/// `GET /docs`: the same for people, one page that loads nothing.
http::Response documentationAnswer();

} // namespace herdbook::api
