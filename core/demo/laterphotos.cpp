// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/laterphotos.h"

#include "core/base/logging.h"
#include "core/demo/herd/herd.h"

#include <chrono>
#include <sys/resource.h>
#include <unistd.h>

namespace herdbook::demo {

namespace {

void draw(const RanchStamp &stamp, const LaterChoice &choice, const QString &imageFolder,
          const std::function<void()> &added, const std::stop_token &stop)
{
    // On Linux of this thread alone.
    (void)::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), choice.nice);
    // Not the vectors: their making looks at no stop, and takes long where others keep the processor busy.
    const Herd herd = generateSightings(stamp.seed, stamp.end);

    using Clock = std::chrono::steady_clock;
    constexpr std::chrono::seconds Apart(10);
    Clock::time_point told = Clock::now();
    bool untold = false;
    const auto drawn = [&] {
        untold = Clock::now() - told < Apart;
        if (untold)
            return;
        told = Clock::now();
        added();
    };
    const Result<void> done = drawMissing(herd, photosForGallery(herd, choice.days, choice.profiles), imageFolder,
                                          choice.keepFree, drawn, stop);
    if (untold && !stop.stop_requested())
        added();
    if (!done && done.error().kind != ErrorKind::Cancelled)
        qCWarning(logDemo).noquote() << "The rest of the demo's photos isn't drawn:" << done.error().message;
}

} // namespace

LaterPhotos::LaterPhotos(const RanchStamp &stamp, const LaterChoice &choice, QString imageFolder,
                         std::function<void()> added)
    : m_thread([=, imageFolder = std::move(imageFolder), added = std::move(added)](const std::stop_token &stop) {
          draw(stamp, choice, imageFolder, added, stop);
      })
{
}

} // namespace herdbook::demo
