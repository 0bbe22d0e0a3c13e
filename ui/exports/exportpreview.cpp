// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportpreview.h"

#include "core/base/farewell.h"
#include "core/base/whendone.h"
#include "ui/widgets/text/texts.h"

#include <QtConcurrentRun>

namespace herdbook::ui {

QString countsText(const render::ExportEstimate &estimate)
{
    return ExportPreview::tr("%1 on %2 at %3")
        .arg(countText(estimate.detections, ExportPreview::tr("1 detection"), ExportPreview::tr("%1 detections")),
             countText(estimate.images, ExportPreview::tr("1 image"), ExportPreview::tr("%1 images")),
             countText(estimate.locations, ExportPreview::tr("1 location"), ExportPreview::tr("%1 locations")));
}

ExportPreview::ExportPreview(Settings settings, Clock clock, QObject *parent)
    : QObject(parent), m_settings(std::move(settings)), m_clock(std::move(clock))
{
    m_pool->setMaxThreadCount(4); // a query on its way out must not hold up the next one
    m_pause.setSingleShot(true);
    m_pause.setInterval(Debounce);
    connect(&m_pause, &QTimer::timeout, this, &ExportPreview::count);
    m_retry.setSingleShot(true);
    m_retry.setInterval(RetryTime);
    connect(&m_retry, &QTimer::timeout, this, &ExportPreview::count);
}

ExportPreview::~ExportPreview()
{
    m_counting.request_stop();
    m_painting.request_stop();
    m_locations.request_stop();
    finishLater([pool = m_pool.release()] { delete pool; }, ReadingPatience);
}

void ExportPreview::stop(std::stop_source &source)
{
    // Cancelling in the server takes a connection of its own and its time: not in this thread.
    m_pool->start([old = std::exchange(source, std::stop_source())]() mutable { old.request_stop(); });
}

void ExportPreview::ask(const exports::ExportRequest &request)
{
    forget();
    m_next = request;
    m_pause.start();
}

void ExportPreview::forget()
{
    m_pause.stop();
    m_retry.stop();
    stop(m_counting);
}

void ExportPreview::count()
{
    ++m_counts;
    const std::stop_token token = m_counting.get_token();
    auto running = QtConcurrent::run(m_pool.get(), [settings = m_settings, request = m_next, token] {
        return render::estimateExport(settings, request, token);
    });
    whenDone(running, this, [this, current = m_counting](const Result<render::ExportEstimate> &estimate) {
        if (current != m_counting)
            return; // asked anew meanwhile
        if (estimate)
            Q_EMIT counted(*estimate);
        else {
            // Only what may mend itself is tried again.
            if (estimate.error().passing)
                m_retry.start();
            Q_EMIT failed(estimate.error().message);
        }
    });
}

void ExportPreview::askPage(const exports::ExportRequest &request, qreal dotsPerInch)
{
    stop(m_painting);
    const std::stop_token token = m_painting.get_token();
    auto running =
        QtConcurrent::run(m_pool.get(), [settings = m_settings, request, now = m_clock(), dotsPerInch, token] {
            return render::previewReport(settings, request, now, dotsPerInch, token);
        });
    whenDone(running, this, [this, current = m_painting](const Result<QImage> &page) {
        if (current != m_painting)
            return;
        if (page)
            Q_EMIT pageReady(*page);
        else
            Q_EMIT pageFailed(page.error().message);
    });
}

void ExportPreview::askLocations()
{
    const std::stop_token token = m_locations.get_token();
    whenDone(QtConcurrent::run(m_pool.get(),
                               [settings = m_settings, token] { return render::knownLocations(settings, token); }),
             this, [this](const Result<QList<QPair<QString, QString>>> &read) {
                 if (read)
                     Q_EMIT locationsRead(*read);
                 else
                     Q_EMIT locationsFailed(read.error().message);
             });
}

} // namespace herdbook::ui
