// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/exportspage.h"

#include "ui/jobs/jobtexts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/searchfield.h"

#include <QJsonDocument>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
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
    : QWidget(parent), m_services(services), m_form(siteToday(services)),
      m_controller(services.feed, services.actions, siteToday(services)), m_formWidget(new ExportFormWidget(m_form)),
      m_jobs(new JobsPanel(services.feed, m_controller, services.settings, services.clock, services.siteTimeZone))
{
    const QByteArray last = services.settings.value(InputKey).toByteArray();
    m_form.setInput(FormInput::fromJson(QJsonDocument::fromJson(last).object(), m_form.defaults()));

    auto *left = new Ground(&ThemeTokens::surface);
    auto *leftLayout = new QHBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(0);
    leftLayout->addWidget(m_formWidget, 1);
    leftLayout->addWidget(new Divider(Qt::Vertical));
    left->setMinimumWidth(340);
    left->setMaximumWidth(440);

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

    auto *make = new QShortcut(Qt::CTRL | Qt::Key_Return, this);
    make->setContext(Qt::WidgetWithChildrenShortcut);
    connect(make, &QShortcut::activated, m_formWidget, &ExportFormWidget::submit);
    connect(m_formWidget, &ExportFormWidget::submitted, this, &ExportsPage::submit);
    connect(&m_form, &ExportForm::changed, this, [this] {
        m_services.settings.setValue(InputKey, QJsonDocument(m_form.input().toJson()).toJson(QJsonDocument::Compact));
    });
    connect(&m_controller, &JobsController::editAsked, this, &ExportsPage::editAgain);
    connect(m_jobs, &JobsPanel::connectionAsked, this, &ExportsPage::connectionAsked);
    connect(m_jobs, &JobsPanel::undoOffered, this, &ExportsPage::undoOffered);
    connect(&services.feed, &jobs::JobFeed::connectionChanged, this, &ExportsPage::showBarrier);
    connect(&services.feed, &jobs::JobFeed::delivered, this, &ExportsPage::showBarrier);
    showBarrier();
    services.feed.start();
}

ExportsPage::~ExportsPage() = default;

void ExportsPage::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_jobs->setReadOnly(readOnly);
    showBarrier();
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
    const exports::Submission submission{request, m_services.feed.identity(), {}, key, -1};
    m_services.actions.submit(submission).then(this, [this](const Result<QString> &id) {
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
        Q_EMIT jobQueued(*id);
    });
}

void ExportsPage::editAgain(const jobs::JobRowPtr &job)
{
    const auto input = job->kind ? FormInput::fromRequest(*job->kind, job->request, m_form.defaults()) : std::nullopt;
    if (!input) {
        m_jobs->actionBar()->tell(tr("The form has no fields for what this job asked for; Retry repeats it as it is"),
                                  true);
        return;
    }
    m_form.setInput(*input);
    m_formWidget->fields()->focusFirst();
}

void ExportsPage::refresh()
{
    m_services.feed.refresh();
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
            {tr("Ctrl+S"), tr("Save the file as")},
            {tr("Ctrl+C"), tr("Copy the link")},
            {tr("Ctrl+Shift+C / Ctrl+Alt+C"), tr("Copy rows as text / as CSV")},
            {tr("R"), tr("Retry: the same request again")},
            {tr("E"), tr("Edit and run again")},
            {tr("Ctrl+."), tr("Cancel the job")},
            {tr("Del"), tr("Remove the job")},
            {tr("Space"), tr("Show or fold the details")},
            {tr("Ctrl+A"), tr("Select all jobs shown")}};
}

} // namespace herdbook::ui
