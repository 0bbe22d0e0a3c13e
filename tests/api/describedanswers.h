// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/core/http/rawclient.h"

#include <QStringList>

namespace herdbook::test {

/// What an answer has that /openapi.json doesn't describe, or lacks of it: status code, fields, their types. Nothing of a path or method that
/// isn't described, and of a body that isn't JSON.
QStringList undescribed(const QByteArray &method, const QByteArray &target, const RawAnswer &answer);

} // namespace herdbook::test
