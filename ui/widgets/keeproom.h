// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace herdbook {

/// Whether a widget's room stays empty while it is hidden, so that nothing moves beside it.
inline void setKeepsRoom(QWidget &widget, bool keeps)
{
    QSizePolicy policy = widget.sizePolicy();
    policy.setRetainSizeWhenHidden(keeps);
    widget.setSizePolicy(policy);
}

} // namespace herdbook
