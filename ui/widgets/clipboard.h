// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace herdbook {

/// Puts the text into the desktop's clipboard. Where that didn't take it (another program holds it, a remote session has none), says so beside
/// `by` (if it is given) and answers false, so that nobody tells that it was copied.
bool copyText(const QString &text, QWidget *by);

} // namespace herdbook
