// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/forminput.h"

#include <QDate>

namespace herdbook::ui {

/// The name of a field as the form shows it: "End" for "end_date", "Period 2, end".
QString fieldLabel(const QString &field);

/// What is wrong with a field, for people.
QString violationWords(const exports::Violation &violation, const FormInput &input, const QDate &today);

} // namespace herdbook::ui
