// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace herdbook::render {

/// Why a crop can't be made, or can't be trusted; the names are those of missing.csv.
enum class CropFault {
    BadBox,       ///< malformed, without area
    OutsidePhoto, ///< the box doesn't touch the photo
    PhotoMissing,
    PhotoUnreadable, ///< no right to read it, a format that isn't read, a disk that doesn't answer
    PhotoDamaged,    ///< no picture, or its data is damaged where the box lies
    PhotoTooLarge,   ///< over the limits of decoding
    PhotoOutside,    ///< its path or a link leads out of the image folder
    BoxTooSmall      ///< under half a pixel
};

QString wireName(CropFault fault); ///< "bad_box"
QString describe(CropFault fault); ///< a sentence for people
QString describeOtherUnit();       ///< of a bad box: in fractions where the database has pixels

/// What is wrong with a photo as a whole. `why` is a sentence for people; empty: that of the fault.
struct PhotoProblem
{
    CropFault fault = CropFault::PhotoDamaged;
    QString why;
    bool untold = false; ///< whether there is such a photo can't be told: the disk it would be on may not be mounted
};

/// Limits of one photo's decoding; see HERDBOOK_PHOTO_MEGAPIXELS and HERDBOOK_PHOTO_MEMORY_MB.
struct PhotoLimits
{
    qint64 pixels = 200'000'000;
    qint64 bytes = qint64{512} * 1024 * 1024; ///< that decoding may take; a file may have half of them
};

} // namespace herdbook::render
