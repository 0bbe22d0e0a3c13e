// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/storage/columns.h"

namespace herdbook::reid {

using Schema = storage::Columns;
using storage::VectorType;

} // namespace herdbook::reid
