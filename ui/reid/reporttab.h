// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/reid/charts/chartdata.h"
#include "ui/reid/thresholdcursor.h"

#include <QFutureWatcher>
#include <QTimeZone>
#include <QWidget>

namespace herdbook {
class ElidedLabel;
class LeadText;
} // namespace herdbook
namespace herdbook::ui {
class PdfViewer;
}

namespace herdbook::ui {

/// The report as herdbook-analyze writes it: its own pages read here, saved as PDF, Markdown, JSON, CSV, PNG or SVG off the UI thread; and the settings
/// line to hand to operations.
class ReportTab : public QWidget
{
    Q_OBJECT

public:
    explicit ReportTab(ThresholdCursor &cursor, QWidget *parent = nullptr);

    void setAnalysis(const SharedAnalysis &analysis);
    void setSiteTimeZone(const QTimeZone &zone) { m_zone = zone; }

    enum class Format { Pdf, Markdown, Json, Csv, Png, Svg };
    static QString suffix(Format format);
    /// Writes the report to a file on another thread; saved() follows. Not while another is being written.
    void save(Format format, const QString &path);
    /// "REID_THRESHOLD=0.58", at the cursor.
    QString settingsLine() const;

Q_SIGNALS:
    void saved(const QString &path, const herdbook::Result<void> &result);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeActions();
    void ask(Format format);
    void showPreview();
    void showSettingsLine();

    ThresholdCursor &m_cursor;
    SharedAnalysis m_analysis;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ui::PdfViewer *m_preview;
    QWidget *m_actions;
    ElidedLabel *m_line;
    LeadText *m_outcome;
    QString m_path;
    bool m_previewDue = false;
    QFutureWatcher<Result<void>> m_writing;
    QFutureWatcher<QByteArray> m_rendering; ///< the pages shown
};

/// Writes one file of the report; safe on any thread.
Result<void> writeReport(const reid::Analysis &analysis, const QTimeZone &zone, ReportTab::Format format,
                         const QString &path);

} // namespace herdbook::ui
