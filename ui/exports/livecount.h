// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportform.h"
#include "ui/exports/exportpreview.h"

#include <QDateTime>

namespace herdbook::ui {

class ExportFormWidget;

/// What the form's export would hold: has it counted as the form changes, and tells it above the button, with its time when that is long ago.
class LiveCount : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    /// @param preview counts; null: nothing is counted.
    LiveCount(ExportForm &form, ExportFormWidget &widget, ExportPreview *preview, Clock clock, const QTimeZone &zone,
              QObject *parent = nullptr);

    /// Counts what the form asks for, unless that was counted already.
    void ask();
    /// Counts whatever was counted, and reads the locations.
    void countAnew();
    /// See ExportsPage.
    void setDatabaseAway(bool away, bool refuses);
    /// As every minute: has the form follow the day, and tells how old the count is.
    void followClock();

private:
    void showEstimate(const render::ExportEstimate &estimate);

    ExportForm &m_form;
    ExportFormWidget &m_widget;
    ExportPreview *m_preview;
    Clock m_clock;
    QTimeZone m_zone;
    std::optional<exports::ExportRequest> m_previewed;
    bool m_endMoved = false;
    std::optional<render::ExportEstimate> m_estimate; ///< that is shown
    QDateTime m_countedAt;
    bool m_databaseAway = false, m_databaseRefuses = false;
    QTimer m_age;
};

} // namespace herdbook::ui
