// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

namespace herdbook::demo {

/// What the camera's sensor adds to the first `rows` rows of a picture: noise (gray and stronger at night) and an exposure that
/// is a little off. In place; the same seed gives the same noise.
void develop(QImage &picture, int rows, bool night, quint64 seed);

} // namespace herdbook::demo
