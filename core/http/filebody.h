// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/http/message.h"

namespace herdbook::http {

/// Opens a regular file directly in `folder` for reading. Nothing when `name` is no plain file name (a `/`, `.` or `..`), is a link, or
/// the thing is not a regular file that can be read.
FileDescriptor openRegularFile(const std::string &folder, const std::string &name);

/// Answers with the file as a download: 200, 206 or 416 by `Range` and `If-Range`, with an `ETag` that changes with the file.
/// @param disposition the whole value of Content-Disposition, without control characters.
Response fileResponse(const Request &request, FileDescriptor file, std::string_view disposition,
                      std::string_view contentType);

} // namespace herdbook::http
