// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/render/preview.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <memory>
#include <stop_token>

namespace herdbook::ui {

/// "2,314 detections on 1,702 images at 7 locations".
QString countsText(const render::ExportEstimate &estimate);

/// Counts by SQL what an export would hold while the form is being filled in: after a pause in the typing, in a background thread; the query
/// nobody needs any more is cancelled in the server. Also paints the first page of a report. Lives in the UI thread and doesn't wait there.
class ExportPreview : public QObject
{
    Q_OBJECT

public:
    static constexpr int Debounce = 250;   ///< ms
    static constexpr int RetryTime = 3000; ///< ms after a count that failed, until one succeeds: the server may be back

    ExportPreview(Settings settings, Clock clock, QObject *parent = nullptr);
    ~ExportPreview() override;

    /// Counts for this request, and for nothing asked before.
    void ask(const exports::ExportRequest &request);
    /// Nothing is to be counted at present.
    void forget();
    /// The first page of a report, once; a page asked for before is given up.
    void askPage(const exports::ExportRequest &request, qreal dotsPerInch);

    /// Reads which locations there are; locationsRead() or locationsFailed() follows.
    void askLocations();

    /// How many counts were begun; for tests.
    int counts() const { return m_counts; }

Q_SIGNALS:
    void counted(const herdbook::render::ExportEstimate &estimate);
    void failed(const QString &message);
    void pageReady(const QImage &page);
    void pageFailed(const QString &message);
    /// Ids and names, by name.
    void locationsRead(const QList<QPair<QString, QString>> &locations);
    void locationsFailed(const QString &message);

private:
    void count();
    void stop(std::stop_source &source);

    const Settings m_settings;
    const Clock m_clock;
    QTimer m_pause, m_retry;
    exports::ExportRequest m_next;
    std::stop_source m_counting, m_painting, m_locations;
    int m_counts = 0;
    std::unique_ptr<QThreadPool> m_pool = std::make_unique<QThreadPool>(); ///< may outlive this
};

} // namespace herdbook::ui
