// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;

namespace herdbook {

/// The application's own line icons (resources/icons), stroke 1.5 on a grid of 16 (the rail's: 20).
enum class Icon {
    // states of a job
    Queued,
    Running,
    Completed,
    Failed,
    Cancelled,
    Warning,
    FileGone,
    Expired,
    Lost,
    // notes
    Info,
    Unplugged,
    Lock,
    Key,
    Shield,
    Bell,
    // actions
    Open,
    Folder,
    Save,
    PutBack,
    Link,
    Retry,
    Refresh,
    Edit,
    Remove,
    Copy,
    Undo,
    Pause,
    Play,
    Search,
    Filter,
    Zoom,
    Calendar,
    Columns,
    More,
    Eye,
    EyeOff,
    Keyboard,
    // small parts
    Plus,
    Minus,
    Close,
    Check,
    ArrowLeft,
    ArrowRight,
    ChevronDown,
    ChevronUp,
    ChevronLeft,
    ChevronRight,
    // things
    Database,
    File,
    Report,
    Archive,
    Image,
    ImageMissing,
    Queue,
    Worker,
    Chart,
    Flag,
    Sun,
    Moon,
    Screen,
    // the rail
    RailExports,
    RailReid,
    RailTrial,
    RailConnection
};
constexpr int iconCount = static_cast<int>(Icon::RailConnection) + 1;

/// An icon drawn in the color of `token` at the moment it is painted: it follows the theme, the widget's state (disabled) and
/// the device pixel ratio by itself. `checked` is its color on a checked button (State On).
QIcon themeIcon(Icon icon, ColorToken token = &ThemeTokens::text2, ColorToken checked = nullptr);

/// The icon in a fixed color, `size` logical pixels square, for delegates and own painting. Cached.
QPixmap iconPixmap(Icon icon, const QColor &color, int size, qreal devicePixelRatio);

/// Draws the icon centered in `rect`, `size` logical pixels square.
void paintIcon(QPainter &painter, const QRectF &rect, Icon icon, const QColor &color, int size = 16);

/// The application's icon in all usual sizes.
QIcon applicationIcon();

/// The icon's file in the resources; for tests.
QString iconPath(Icon icon);

} // namespace herdbook
