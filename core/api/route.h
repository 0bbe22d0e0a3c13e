// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportrequest.h"

#include <string>
#include <string_view>

namespace herdbook::api {

enum class Call {
    Create,
    CreatePdf,
    CreateZip,
    PdfStatus,
    ZipStatus,
    Remove,
    List,
    Download,
    Health,
    Events,
    Metrics,
    Description,
    Documentation
};

/// What a request asks for.
struct Route
{
    std::optional<Call> call;  ///< none: the path is unknown (`allowed` empty) or the method is wrong there
    std::string_view argument; ///< job id or file name, as sent
    std::string allowed;       ///< the path's methods, as the header `Allow` lists them
};

/// Finds the call. Paths are compared as http::Request has them.
Route findRoute(std::string_view method, std::string_view path);

} // namespace herdbook::api
