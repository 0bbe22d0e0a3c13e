// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportspage.h"

#include "core/base/whendone.h"
#include "core/config/sitezone.h"
#include "ui/exports/formfields.h"
#include "ui/exports/letterhead.h"
#include "ui/exports/livecount.h"
#include "ui/exports/morefields.h"
#include "ui/exports/pagepopup.h"
#include "ui/exports/presetbox.h"
#include "ui/jobs/jobnotifier.h"
#include "ui/jobs/jobtexts.h"
#include "ui/jobs/notice.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/text/coretexts.h"

#include <QJsonDocument>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QUuid>
#include <QVBoxLayout>

namespace herdbook::ui {

namespace {

const QString InputKey = QStringLiteral("exports/input");
const QString SplitKey = QStringLiteral("exports/split");

std::function<QDate()> siteToday(const ExportsServices &services)
{
    return [clock = services.clock, zone = services.siteTimeZone] { return clock().toTimeZone(zone).date(); };
}

} // namespace

ExportsPage::ExportsPage(const ExportsServices &services, QWidget *parent)
    : QWidget(parent), m_services(services),
      m_form(siteToday(services),
             [clock = services.clock](const QTimeZone &zone) { return clock().toTimeZone(zone).date(); }),
      m_controller(services.feed, services.actions, siteToday(services)), m_formWidget(new ExportFormWidget(m_form)),
      m_jobs(new JobsPanel(services.feed, m_controller, services.settings, services.clock, services.siteTimeZone))
{
    m_form.setPaper(exports::customaryPageSize(services.siteTimeZone, QLocale::system()));
    const ReportProfile report = ReportProfile::load(services.settings, services.profileId);
    m_form.setLetterhead(report.letterhead);
    m_form.setDefaultTitle(report.title);
    const QByteArray last = services.settings.value(InputKey).toByteArray();
    m_form.setInput(FormInput::fromJson(QJsonDocument::fromJson(last).object(), m_form.defaults()));

    auto *left = new Ground(&ThemeTokens::surface);
    auto *leftLayout = new QHBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_formWidget, 1);
    left->setMaximumWidth(ExportFormWidget::MostWidth);

    auto *split = new QSplitter(Qt::Horizontal);
    split->addWidget(left);
    split->addWidget(m_jobs);
    split->setCollapsible(0, false);
    split->setCollapsible(1, false);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setHandleWidth(1);
    if (!split->restoreState(services.settings.value(SplitKey).toByteArray()))
        split->setSizes({372, 1000});
    connect(split, &QSplitter::splitterMoved, this,
            [this, split] { m_services.settings.setValue(SplitKey, split->saveState()); });
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(split);

    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
        auto *make = new QShortcut(Qt::CTRL | key, this);
        make->setContext(Qt::WidgetWithChildrenShortcut);
        connect(make, &QShortcut::activated, m_formWidget, &ExportFormWidget::submit);
    }
    connect(m_formWidget, &ExportFormWidget::submitted, this, &ExportsPage::submit);
    connect(&m_form, &ExportForm::changed, this, [this] {
        m_services.settings.setValue(InputKey, QJsonDocument(m_form.input().toJson()).toJson(QJsonDocument::Compact));
    });
    connect(&m_controller, &JobsController::editAsked, this, &ExportsPage::editAgain);
    connect(m_jobs, &JobsPanel::connectionAsked, this, &ExportsPage::connectionAsked);
    connect(m_jobs, &JobsPanel::photosAsked, this, &ExportsPage::photosAsked);
    connect(&services.feed, &jobs::JobFeed::connectionChanged, this, &ExportsPage::showBarrier);
    connect(&services.feed, &jobs::JobFeed::healthRead, this, &ExportsPage::showBarrier);
    m_page = new PagePopup(this);
    m_notifier = new JobNotifier(m_jobs->model(), *this, this);
    connect(m_notifier, &JobNotifier::notified, this, &ExportsPage::tellEnd);
    connect(m_notifier, &JobNotifier::chosen, this, &ExportsPage::showChosen);
    m_controller.files().setWebApi(services.webApi);
    if (services.folder != nullptr)
        m_jobs->showFolder(*services.folder, services.actions);
    m_count = new LiveCount(m_form, *m_formWidget, services.preview, services.clock, services.siteTimeZone, this);
    if (services.preview != nullptr) {
        connect(m_formWidget->pageButton(), &QAbstractButton::clicked, this, &ExportsPage::showFirstPage);
        connect(services.preview, &ExportPreview::pageReady, m_page, &PagePopup::setPage);
        connect(services.preview, &ExportPreview::pageFailed, m_page, &PagePopup::setText);
    }
    askMore();
    m_count->ask();
    showBarrier();
    services.feed.start();
}

ExportsPage::~ExportsPage() = default;

/// What the form's further fields need from here.
void ExportsPage::askMore()
{
    MoreFields *more = m_formWidget->fields()->more();
    connect(more, &MoreFields::letterheadAsked, this, &ExportsPage::editLetterhead);
    if (m_services.preview == nullptr)
        return;
    connect(more, &MoreFields::locationsAsked, m_services.preview, &ExportPreview::askLocations);
    connect(m_services.preview, &ExportPreview::locationsRead, more, &MoreFields::setLocations);
    connect(m_services.preview, &ExportPreview::locationsFailed, more, &MoreFields::setLocationsProblem);
    m_services.preview->askLocations(); // the names of those that were chosen last time
}

void ExportsPage::editLetterhead()
{
    auto *dialog = new LetterheadDialog(ReportProfile::load(m_services.settings, m_services.profileId), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        const ReportProfile profile = dialog->profile();
        profile.save(m_services.settings, m_services.profileId);
        m_form.setLetterhead(profile.letterhead);
        m_form.setDefaultTitle(profile.title);
    });
    dialog->open();
}

void ExportsPage::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_jobs->setReadOnly(readOnly);
    showBarrier();
}

void ExportsPage::setDatabaseAway(bool away, bool refuses)
{
    m_count->setDatabaseAway(away, refuses);
}

void ExportsPage::showBarrier()
{
    using Barrier = ExportForm::Barrier;
    const bool online = m_services.feed.connection().state == jobs::FeedConnection::State::Online;
    m_form.setBarrier(m_sending                                                ? Barrier::Sending
                      : m_readOnly || (online && m_services.feed.isReadOnly()) ? Barrier::ReadOnly
                      : online                                                 ? Barrier::None
                                                                               : Barrier::RedisAway);
}

void ExportsPage::submit(const exports::ExportRequest &request)
{
    m_sending = true;
    showBarrier();
    // The key makes it one job however often an answer gets lost on the way.
    const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    exports::Submission submission{request, m_services.feed.identity(), {}, key, -1};
    // The days were chosen by this clock; the worker's may be in another zone.
    if (const QByteArray zone = m_services.siteTimeZone.id();
        submission.request.siteTimeZone.isEmpty() && isSiteZone(zone))
        submission.request.siteTimeZone = QString::fromLatin1(zone);
    whenDone(m_services.actions.submit(submission), this, [this](const Result<QString> &id) {
        m_sending = false;
        showBarrier();
        m_services.feed.refresh();
        if (!id) {
            m_formWidget->showFailure(id.error().message);
            return;
        }
        const auto waiting = static_cast<int>(m_services.feed.health().queueLength) + 1;
        m_formWidget->showSent(waiting > 1 ? tr("Queued, %1 of %2").arg(ordinal(waiting)).arg(waiting) : tr("Queued"));
        m_jobs->expectJob(*id);
        const jobs::Health &health = m_services.feed.health();
        if (health.workersOnline == 0)
            m_jobs->notice()->say(health.problems.isEmpty()
                                      ? tr("Queued. No worker is online: it is made if one starts within the hour")
                                      : tr("Queued. No worker is ready: %1").arg(coreText(health.problems.first())),
                                  Tone::Warn);
        Q_EMIT jobQueued(*id);
    });
}

void ExportsPage::showFirstPage()
{
    bool moved = false;
    const auto request = m_form.previewRequest(&moved);
    if (!request)
        return;
    m_page->showBeside(m_formWidget->submitButton());
    m_services.preview->askPage(*request, 110 * devicePixelRatioF());
}

void ExportsPage::tellEnd(const QString &title, const QString &text, const jobs::JobRowPtr &job)
{
    Notice *notice = m_jobs->notice();
    // Several that end while one is still being told of become one notice.
    if (!notice->isVisible() || notice->text() != m_endsTold)
        m_ends = {};
    m_ends.count(*job);
    const bool one = m_ends.total() == 1;
    m_endsTold = one ? title + QStringLiteral(": ") + text : m_ends.text();
    if (one && m_ends.tone() == Tone::Error) {
        notice->tell(m_endsTold, true);
        return;
    }
    const bool file = one && applies(JobAction::Open, *job, m_controller.files().canDownload());
    notice->say(m_endsTold, m_ends.tone(),
                file  ? tr("Open")
                : one ? tr("Show")
                      : tr("Show the last"),
                [this, id = job->id, file] { showChosen(id, file); });
}

void ExportsPage::showChosen(const QString &jobId, bool file)
{
    window()->show();
    window()->raise();
    window()->activateWindow();
    m_jobs->selectJob(jobId);
    if (const jobs::JobRowPtr job = m_jobs->model().job(jobId); job && file)
        m_controller.trigger(JobAction::Open, {job}, window());
}

void ExportsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_count->followClock();
    if (!std::exchange(m_focused, true))
        m_formWidget->fields()->focusFirst();
}

void ExportsPage::editAgain(const jobs::JobRowPtr &job)
{
    auto input = job->kind ? FormInput::fromRequest(*job->kind, job->request, m_form.defaults()) : std::nullopt;
    if (!input) {
        m_jobs->notice()->tell(job->repeatable
                                   ? tr("The form has no fields for what this job asked for; Retry repeats it as it is")
                                   : tr("The form has no fields for what this job asked for"),
                               true);
        return;
    }
    if (input->siteTimeZone.toLatin1() == m_services.siteTimeZone.id())
        input->siteTimeZone.clear(); // which the request gets anyway
    m_formWidget->replaceInput(*input);
    // Whom a report is for and from is the profile's, whoever asked for the job.
    const exports::Letterhead own = ReportProfile::load(m_services.settings, m_services.profileId).letterhead;
    const auto asked = [&job](const char *name) { return job->request.value(QLatin1String(name)).toString(); };
    const bool another =
        input->kind != FormKind::ZipDataset && (asked("client") != own.client || asked("footer") != own.footer);
    if (!job->notKept.isEmpty())
        m_jobs->notice()->tell(
            tr("Of the job %1 isn't kept; the form has the letterhead of this profile").arg(notKeptText(*job)), false);
    else if (another)
        m_jobs->notice()->tell(asked("client").isEmpty()
                                   ? tr("The form has the letterhead of this profile, not the job's")
                                   : tr("The form has the letterhead of this profile, not the job's, which was for %1")
                                         .arg(asked("client")),
                               false);
    m_formWidget->fields()->focusFirst();
}

void ExportsPage::prepareZip(const QStringList &detectionIds)
{
    m_form.setKind(FormKind::ZipDataset);
    m_form.edit(QStringLiteral("detection_ids"),
                [&](FormInput &input) { input.detectionIds = detectionIds.join(u'\n'); });
    m_formWidget->fields()->focusFirst();
}

void ExportsPage::refresh()
{
    m_services.feed.refresh();
    m_count->countAnew();
}

void ExportsPage::startNew()
{
    m_formWidget->fields()->focusFirst();
}

void ExportsPage::focusSearch()
{
    m_jobs->searchField()->setFocus(Qt::ShortcutFocusReason);
    m_jobs->searchField()->selectAll();
}

QList<QWidget *> ExportsPage::panes() const
{
    return {m_formWidget->fields()->presetBox(), m_jobs->table(), m_jobs->detailsPane()};
}

QList<KeyHelp> ExportsPage::keys() const
{
    return {{tr("Ctrl+Enter"), tr("Make the export")},
            {tr("Ctrl+N"), tr("To the form")},
            {tr("Ctrl+F"), tr("Search jobs")},
            {tr("Enter"), tr("Open the job's file")},
            {tr("Ctrl+O"), tr("Open the file's folder")},
            {tr("Ctrl+S"), tr("Save the file as")},
            {tr("Ctrl+C"), tr("Copy the link")},
            {tr("Ctrl+Shift+C / Ctrl+Alt+C"), tr("Copy rows as text / as CSV")},
            {tr("R"), tr("Retry: the same request again")},
            {tr("E"), tr("Edit and run again")},
            {tr("Ctrl+."), tr("Cancel the job")},
            {tr("Del"), tr("Remove the job")},
            {tr("Ctrl+Z"), tr("Undo removing, for 6 s")},
            {tr("Space"), tr("Show or fold the details")},
            {tr("Ctrl+A"), tr("Select all jobs shown")}};
}

} // namespace herdbook::ui
