// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QPdfDocument;
class QString;
class QWidget;

namespace herdbook::ui {

/// Asks by the desktop's print dialog, without an event loop inside this one, and prints the chosen pages.
/// @param document must outlive the dialog: it is a child of `parent`.
/// @param done hears whether the printer took all of them.
void printPdf(QPdfDocument &document, const QString &name, QWidget *parent, const std::function<void(bool)> &done);

} // namespace herdbook::ui
