// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/jobdetails.h"

#include "ui/jobs/facttable.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/placeholders.h"
#include "ui/widgets/style/style.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonArray>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpacerItem>
#include <QToolButton>

namespace herdbook::ui {

using jobs::Contradiction;
using jobs::FileFact;
using jobs::JobRow;

namespace {

constexpr int HeaderHeight = 46;
constexpr int RawHeight = 62;
constexpr int RawFoldedHeight = 36;

QToolButton *flatButton(const QString &text, Icon icon, const QString &tip)
{
    auto *button = new QToolButton;
    button->setText(text);
    button->setIcon(themeIcon(icon, &ThemeTokens::text));
    button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    setCompact(button);
    return button;
}

QWidget *column(const QString &title, QWidget *content, Label **titleLabel = nullptr)
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(16, 10, 8, 6);
    layout->setSpacing(6);
    auto *label = new Label(title, TextRole::LabelStrong, &ThemeTokens::text2);
    if (titleLabel != nullptr)
        *titleLabel = label;
    layout->addWidget(label);
    layout->addWidget(content);
    layout->addStretch(1);
    return box;
}

} // namespace

JobDetails::JobDetails(QTimeZone zone, QWidget *parent)
    : QWidget(parent), m_zone(std::move(zone)), m_title(new ElidedLabel({}, TextRole::Sentence)),
      m_id(new ElidedLabel({}, TextRole::Mono, &ThemeTokens::text2)), m_banner(new Banner(Tone::Warn, Icon::Warning)),
      m_mend(m_banner->addButton(QString())), m_content(new QWidget),
      m_empty(new EmptyState(tr("No job selected"), tr("Details of a job stand here when you choose one above.")))
{
    setObjectName(QStringLiteral("jobDetails"));
    setAccessibleName(tr("Details"));
    setButtonKind(m_mend, ButtonKind::Primary);
    m_mend->setObjectName(QStringLiteral("mend"));
    connect(m_mend, &QPushButton::clicked, this, &JobDetails::mendAsked);

    auto *bannerRow = new QWidget;
    auto *bannerLayout = new QVBoxLayout(bannerRow);
    bannerLayout->setContentsMargins(16, 0, 16, 12);
    bannerLayout->addWidget(m_banner);

    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(makeHeader());
    content->addWidget(bannerRow);
    m_columns = makeColumns();
    content->addWidget(m_columns, 1);
    m_rawBox = makeRaw();
    content->addWidget(m_rawBox);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_empty, 1);
    m_content->hide();
}

QWidget *JobDetails::makeHeader()
{
    auto *header = new QWidget;
    header->setFixedHeight(HeaderHeight);
    m_id->setTextInteractionFlags(Qt::NoTextInteraction);
    m_copyId = flatButton({}, Icon::Copy, tr("Copy the job id"));
    m_copyAll = flatButton(tr("Copy all details"), Icon::Copy, tr("Copy all details as text"));
    m_fold = flatButton({}, Icon::ChevronDown, tr("Fold the details (Space)"));
    connect(m_copyId, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_job ? m_job->id : QString()); });
    connect(m_copyAll, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(text()); });
    connect(m_fold, &QToolButton::clicked, this, &JobDetails::foldAsked);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_id);
    row->addWidget(m_copyId);
    row->addSpacerItem(new QSpacerItem(0, 0, QSizePolicy::Expanding, QSizePolicy::Minimum));
    row->addWidget(m_copyAll);
    row->addWidget(m_fold);
    return header;
}

QWidget *JobDetails::makeColumns()
{
    m_facts = new FactTable(88);
    m_timeline = new TimelineView(m_zone);
    m_request = new FactTable(76);
    auto *columns = new QWidget;
    auto *outer = new QVBoxLayout(columns);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(new Divider);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(column(tr("What the system says now"), m_facts, &m_factsTitle), 114);
    row->addWidget(new Divider(Qt::Vertical));
    row->addWidget(column(tr("Timeline"), m_timeline), 112);
    row->addWidget(new Divider(Qt::Vertical));
    row->addWidget(column(tr("Request"), m_request), 100);
    outer->addLayout(row, 1);
    return columns;
}

QWidget *JobDetails::makeRaw()
{
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Divider);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(8, 4, 16, 4);
    head->setSpacing(8);
    m_rawFold = flatButton(tr("Status key as it is in Redis"), Icon::ChevronDown, tr("Show or fold the status key"));
    m_rawFold->setFont(textFont(TextRole::LabelStrong));
    m_rawKey = new ElidedLabel({}, TextRole::Mono, &ThemeTokens::text2);
    auto *copy = flatButton(tr("Copy"), Icon::Copy, tr("Copy the status key's value"));
    connect(copy, &QToolButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_raw->toPlainText()); });
    connect(m_rawFold, &QToolButton::clicked, this, [this] {
        m_rawAsked = !m_raw->isVisible();
        fit();
    });
    head->addWidget(m_rawFold);
    head->addWidget(m_rawKey, 1);
    head->addWidget(copy);
    layout->addLayout(head);
    m_raw = new QPlainTextEdit;
    m_raw->setReadOnly(true);
    m_raw->setFont(textFont(TextRole::Mono));
    m_raw->setFixedHeight(RawHeight);
    m_raw->setObjectName(QStringLiteral("rawStatus"));
    m_raw->setAccessibleName(tr("Status key as it is in Redis"));
    m_raw->setTabChangesFocus(true);
    auto *inset = new QVBoxLayout;
    inset->setContentsMargins(16, 0, 16, 12);
    inset->addWidget(m_raw);
    layout->addLayout(inset);
    return box;
}

QString JobDetails::clockText(const QDateTime &time) const
{
    return time.isValid() ? time.toTimeZone(m_zone).toString(QStringLiteral("HH:mm:ss")) : QString();
}

void JobDetails::show(const jobs::JobRowPtr &job, int selected, const QDateTime &readAt, bool stale, bool mendable)
{
    m_job = job;
    m_selected = selected;
    m_readAt = readAt;
    m_stale = stale;
    m_mendable = mendable;
    m_content->setVisible(job != nullptr);
    m_empty->setVisible(job == nullptr);
    if (!job)
        return;
    m_title->setText(titleText(*job));
    m_id->setText(job->id);
    showBanner();
    showFacts();
    m_timeline->setEvents(job->timeline);
    m_timeline->setStale(stale);
    showRequest();
    const QString raw = QString::fromUtf8(job->raw);
    m_rawKey->setText(QStringLiteral("export_job:") + job->id);
    m_rawFold->setText(stale ? tr("Status key as last read") : tr("Status key as it is in Redis"));
    if (m_raw->toPlainText() != raw)
        m_raw->setPlainText(raw);
    fit();
}

void JobDetails::showBanner()
{
    const JobRow &job = *m_job;
    QString lead;
    QString rest;
    Tone tone = Tone::Warn;
    Icon icon = Icon::Warning;
    if (job.contradiction != Contradiction::None) {
        lead = contradictionLead(job.contradiction);
        rest = contradictionRest(job, m_zone);
    } else if (job.state == jobs::RowState::Failed) {
        lead = tr("Failed");
        rest = job.error;
        tone = Tone::Error;
        icon = Icon::Failed;
    }
    m_banner->parentWidget()->setVisible(!lead.isEmpty());
    if (m_stale)
        tone = Tone::Stale;
    m_banner->setTone(tone, icon);
    m_banner->setTexts(lead.isEmpty() ? QString() : lead + u'.', rest);
    const bool mending = job.mending != jobs::Mending::None;
    m_mend->setVisible(mending && m_mendable);
    m_mend->setEnabled(!m_stale);
    m_mend->setText(mendingText(job.mending));
    m_mend->setIcon(themeIcon(mendingIcon(job.mending), &ThemeTokens::onAccent));
    m_mend->setToolTip(m_stale ? tr("Waits for Redis") : QString());
}

void JobDetails::showFacts()
{
    const JobRow &job = *m_job;
    m_factsTitle->setText(m_stale ? tr("What the system said at %1").arg(clockText(m_readAt))
                                  : tr("What the system says now"));
    QList<FactTable::Fact> facts;
    const auto add = [&facts, this](const QString &name, const QString &value, Icon icon, bool worry = false) {
        ColorToken color = worry ? &ThemeTokens::warn : &ThemeTokens::text2;
        facts.append({name, value, icon, m_stale && worry ? &ThemeTokens::stale : color, {}});
    };
    const bool unreadable = job.contradiction == Contradiction::UnreadableStatus;
    if (unreadable)
        add(tr("Status key"), tr("unreadable"), Icon::Warning, true);
    else if (job.raw.isEmpty())
        add(tr("Status key"), job.isPast() ? tr("gone") : tr("none"), Icon::Cancelled, !job.isPast());
    else if (const auto status = exports::jobStatusFromWire(job.raw, job.id)) {
        QString words = exports::wireName(status->state);
        if (!status->stage.isEmpty() && !status->isFinished())
            words += tr(", stage %1").arg(status->stage);
        add(tr("Status key"), words, status->isFinished() ? Icon::Check : Icon::Running);
    }
    const bool twice =
        job.contradiction == Contradiction::WaitingTwice || job.contradiction == Contradiction::FinishedButQueued;
    if (job.queuePosition > 0)
        add(tr("Queue"), tr("%1 of %2 waiting").arg(ordinal(job.queuePosition)).arg(job.queueLength), Icon::Queued,
            twice);
    else
        add(tr("Queue"), tr("not waiting"), Icon::Cancelled);
    const bool adrift = job.contradiction == Contradiction::NobodyHoldsIt;
    if (!job.hand)
        add(tr("Workers' hands"), tr("nobody holds it"), adrift ? Icon::Warning : Icon::Cancelled, adrift);
    else if (job.hand->python)
        add(tr("Workers' hands"), tr("a Python worker"), Icon::Worker);
    else
        add(tr("Workers' hands"), workerText(job.hand->worker), Icon::Worker, !job.hand->alive);
    if (job.hand && !job.hand->python) {
        const QString since =
            job.hand->lastAlive.isValid() ? tr(", ran out %1").arg(clockText(job.hand->lastAlive)) : tr(", ran out");
        add(tr("Lease"), workerText(job.hand->worker) + (job.hand->alive ? tr(", alive") : since),
            job.hand->alive ? Icon::Check : Icon::Warning, !job.hand->alive);
    } else {
        add(tr("Lease"), tr("none"), Icon::Cancelled);
    }
    switch (job.file) {
    case FileFact::None:
        add(tr("File"), tr("none yet"), Icon::Cancelled);
        break;
    case FileFact::Unknown:
        add(tr("File"), tr("%1, folder not mounted here").arg(sizeText(job.fileSize)), Icon::Info);
        break;
    case FileFact::Present:
        add(tr("File"), tr("there, %1").arg(sizeText(job.fileSize)), Icon::Check);
        break;
    case FileFact::Gone:
        add(tr("File"), tr("gone"), Icon::FileGone, true);
        break;
    case FileFact::WrongSize:
        add(tr("File"), tr("another size"), Icon::Warning, true);
        break;
    }
    facts.append({tr("Attempts"),
                  job.attempt > 0 ? tr("%1 of 3").arg(job.attempt) : tr("none counted"),
                  {},
                  &ThemeTokens::text,
                  {}});
    m_facts->setFacts(facts);
}

void JobDetails::showRequest()
{
    const JobRow &job = *m_job;
    QList<FactTable::Fact> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        if (!value.isEmpty())
            facts.append({name, value, {}, &ThemeTokens::text, {}});
    };
    const auto wants = [&job](const char *name) { return job.request.value(QLatin1String(name)).toBool(); };
    add(tr("Report"), reportText(job));
    add(tr("Range"), rangeText(job));
    add(tr("Group by"), job.request.value(QLatin1String("group_by")).toString());
    QStringList classes;
    for (const QJsonValue &name : job.request.value(QLatin1String("classifications")).toArray())
        classes << name.toString();
    if (!job.request.isEmpty()) {
        if (classes.isEmpty() || classes.size() > 4)
            add(tr("Classes"), classes.isEmpty() ? tr("all deer") : tr("%1 classes").arg(classes.size()));
        else
            facts.append({tr("Classes"), {}, {}, &ThemeTokens::text, classes});
    }
    QStringList parts;
    for (const auto &[name, words] :
         std::initializer_list<std::pair<const char *, QString>>{{"include_charts", tr("charts")},
                                                                 {"include_tables", tr("tables")},
                                                                 {"include_insights", tr("findings")},
                                                                 {"include_crops", tr("crops")},
                                                                 {"include_metadata_csv", tr("table")}}) {
        if (wants(name))
            parts << words;
    }
    add(tr("Parts"), parts.join(QLatin1String(", ")));
    add(tr("Asked by"), job.mine ? tr("you (%1)").arg(job.requestedBy) : job.requestedBy);
    if (facts.size() <= 2 && job.request.isEmpty())
        add(tr("Request"), tr("not known any more"));
    m_request->setFacts(facts);
}

QString JobDetails::text() const
{
    if (!m_job)
        return {};
    QStringList parts{titleText(*m_job) + u'\n' + m_job->id, tr("State") + QStringLiteral(": ") + stateText(*m_job)};
    const QString rest = contradictionRest(*m_job, m_zone);
    if (!rest.isEmpty())
        parts << rest;
    if (!m_job->error.isEmpty())
        parts << tr("Error") + QStringLiteral(": ") + m_job->error;
    parts << tr("What the system says") + u'\n' + m_facts->text();
    parts << tr("Timeline") + u'\n' + m_timeline->text();
    parts << tr("Request") + u'\n' + m_request->text();
    if (!m_job->raw.isEmpty())
        parts << QStringLiteral("export_job:") + m_job->id + u'\n' + QString::fromUtf8(m_job->raw);
    return parts.join(QStringLiteral("\n\n"));
}

void JobDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void JobDetails::fit()
{
    // Header and banner stay; then the columns, then the status key, folded before it goes.
    QWidget *bannerRow = m_banner->parentWidget();
    const int taken = HeaderHeight + (bannerRow->isVisibleTo(m_content) ? bannerRow->sizeHint().height() : 0);
    const int columns = m_columns->sizeHint().height();
    const bool known = m_job != nullptr && !m_job->raw.isEmpty();
    const bool rawFits = height() >= taken + columns + RawFoldedHeight + RawHeight + 14;
    m_raw->setVisible(rawFits && m_rawAsked);
    m_rawFold->setIcon(themeIcon(rawFits && m_rawAsked ? Icon::ChevronDown : Icon::ChevronRight));
    m_rawFold->setEnabled(rawFits);
    m_rawBox->setVisible(known && height() >= taken + columns + RawFoldedHeight);
    m_columns->setVisible(height() >= taken + columns);
    m_fold->setIcon(themeIcon(height() > HeaderHeight + 20 ? Icon::ChevronDown : Icon::ChevronUp));
}

} // namespace herdbook::ui
