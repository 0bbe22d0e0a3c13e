// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace herdbook::api {

/// The objects of requests and answers as JSON Schema, by name.
QJsonObject schemas();

/// `{"$ref": ...}` of one of schemas().
QJsonObject reference(const QString &schema);

/// @param type with | between; a list is its items' type and []
QJsonObject typed(const char *type, const char *description);

} // namespace herdbook::api
