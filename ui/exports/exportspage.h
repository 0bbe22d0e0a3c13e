// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/exportformwidget.h"
#include "ui/exports/exportpreview.h"
#include "ui/jobs/jobnotifier.h"
#include "ui/jobs/jobspanel.h"
#include "ui/widgets/screen.h"

#include <QTimer>

class QSettings;

namespace herdbook::ui {

class LiveCount;
class PagePopup;

/// What the exports page works with; made in app/, alive longer than the page.
struct ExportsServices
{
    jobs::JobFeed &feed;
    jobs::JobActions &actions;
    QSettings &settings; ///< last input, columns, splitters, filters
    Clock clock;
    QTimeZone siteTimeZone;
    ExportPreview *preview = nullptr;   ///< counts for the line above the button; none: no preview
    JobFiles::WebApi webApi = {};       ///< for files that are not on this machine
    QString profileId = {};             ///< whose letterhead reports bear: a profile's, or one of its deployments'
    jobs::FolderLook *folder = nullptr; ///< what the export folder takes up; none: it isn't told
};

/// The first screen: the export form on the left, the jobs on the right. Starts the feed.
class ExportsPage : public QWidget, public Screen
{
    Q_OBJECT

public:
    explicit ExportsPage(const ExportsServices &services, QWidget *parent = nullptr);
    ~ExportsPage() override;

    ExportForm &form() { return m_form; }
    ExportFormWidget *formWidget() const { return m_formWidget; }
    JobsPanel *jobsPanel() const { return m_jobs; }
    JobsController &controller() { return m_controller; }
    JobNotifier *notifier() const { return m_notifier; }

    /// This profile writes nothing: no export can be made, no action that writes is shown.
    void setReadOnly(bool readOnly);
    /// While PostgreSQL is away what was counted is told with its time; it is counted anew when it is back.
    /// @param refuses it answers, and doesn't let us in.
    void setDatabaseAway(bool away, bool refuses = false);

    /// A form for a ZIP of these detections, to be looked over and sent.
    void prepareZip(const QStringList &detectionIds);

    void refresh() override;
    void startNew() override;
    void focusSearch() override;
    QList<QWidget *> panes() const override;
    QList<KeyHelp> keys() const override;

Q_SIGNALS:
    void connectionAsked();
    /// Where the photos are looked for is to be seen.
    void photosAsked();
    /// A job was queued from this form.
    void jobQueued(const QString &jobId);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void submit(const exports::ExportRequest &request);
    void editAgain(const jobs::JobRowPtr &job);
    void askMore();
    void editLetterhead();
    void showBarrier();
    void showFirstPage();
    void tellEnd(const QString &title, const QString &text, const jobs::JobRowPtr &job);
    void showChosen(const QString &jobId, bool file);

    ExportsServices m_services;
    ExportForm m_form;
    JobsController m_controller;
    ExportFormWidget *m_formWidget;
    JobsPanel *m_jobs;
    JobNotifier *m_notifier;
    LiveCount *m_count;
    PagePopup *m_page;
    bool m_focused = false, m_readOnly = false, m_sending = false;
    QString m_endsTold;       ///< the notice of jobs that ended
    JobNotifier::Ends m_ends; ///< in it
};

} // namespace herdbook::ui
