// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/jobs/details/jobdetails.h"

#include "ui/jobs/details/croptexts.h"
#include "ui/jobs/details/jobfacts.h"
#include "ui/jobs/details/mendingtexts.h"
#include "ui/jobs/details/rawstatus.h"
#include "ui/jobs/details/timelineview.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/style/style.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QSpacerItem>
#include <QToolButton>

namespace herdbook::ui {

using jobs::Contradiction;
using jobs::JobRow;

namespace {

constexpr int HeaderHeight = 46;
constexpr int ColumnTop = 10, ColumnGap = 6, ColumnBottom = 6;

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
    layout->setContentsMargins(16, ColumnTop, 8, ColumnBottom);
    layout->setSpacing(ColumnGap);
    auto *label = new Label(title, TextRole::LabelStrong, &ThemeTokens::text2);
    if (titleLabel != nullptr)
        *titleLabel = label;
    layout->addWidget(label);
    layout->addWidget(content);
    layout->addStretch(1);
    return box;
}

} // namespace

JobDetails::JobDetails(const QTimeZone &zone, QWidget *parent)
    : QWidget(parent), m_zone(zone), m_title(new ElidedLabel({}, TextRole::Sentence)),
      m_summary(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)),
      m_banner(new Banner(Tone::Warn, Icon::Warning)), m_mend(m_banner->addButton(QString())),
      m_photos(m_banner->addButton(tr("Where are the photos?"))), m_content(new QWidget),
      m_empty(new EmptyState(tr("No job selected"), tr("Details of a job stand here when you choose one above.")))
{
    setObjectName(QStringLiteral("jobDetails"));
    setAccessibleName(tr("Details"));
    setButtonKind(m_mend, ButtonKind::Primary);
    m_mend->setObjectName(QStringLiteral("mend"));
    connect(m_mend, &QPushButton::clicked, this, &JobDetails::mendAsked);
    m_photos->setObjectName(QStringLiteral("wherePhotos"));
    m_photos->setIcon(themeIcon(Icon::Folder, &ThemeTokens::text));
    m_photos->setToolTip(
        tr("Workers look for the photos in a folder of their own. This opens the one that is set for this computer."));
    connect(m_photos, &QPushButton::clicked, this, &JobDetails::photosAsked);

    auto *bannerRow = new QWidget;
    auto *bannerLayout = new QVBoxLayout(bannerRow);
    bannerLayout->setContentsMargins(16, 0, 16, 12);
    bannerLayout->addWidget(m_banner);

    auto *content = new QVBoxLayout(m_content);
    content->setContentsMargins(0, 0, 0, 0);
    content->setSpacing(0);
    content->addWidget(makeHeader());
    content->addWidget(bannerRow);
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(makeColumns());
    area->viewport()->setAutoFillBackground(false);
    area->widget()->setAutoFillBackground(false);
    m_columns = area;
    content->addWidget(m_columns, 1);
    m_raw = new RawStatus;
    content->addWidget(m_raw);
    connect(m_raw, &RawStatus::foldToggled, this, &JobDetails::fit);

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
    m_copyAll = flatButton(tr("Copy all details"), Icon::Copy, tr("Copy all details as text"));
    m_fold = flatButton({}, Icon::ChevronDown, tr("Fold the details (Space)"));
    connect(m_copyAll, &QToolButton::clicked, this, [this] { copyText(text(), m_copyAll); });
    connect(m_fold, &QToolButton::clicked, this, &JobDetails::foldAsked);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(16, 0, 8, 0);
    row->setSpacing(10);
    row->addWidget(m_title);
    row->addWidget(m_summary);
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
    row->addWidget(column(tr("The export"), m_facts, &m_factsTitle), 114);
    row->addWidget(new Divider(Qt::Vertical));
    row->addWidget(column(tr("Timeline"), m_timeline), 112);
    row->addWidget(new Divider(Qt::Vertical));
    row->addWidget(column(tr("Asked for"), m_request), 100);
    outer->addLayout(row, 1);
    return columns;
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
    m_summary->setText(summary());
    showBanner();
    m_factsTitle->setText(stale ? tr("The export as it was at %1").arg(clockText(readAt)) : tr("The export"));
    m_facts->setFacts(lackFacts(*job) + exportFacts(*job, m_zone));
    m_timeline->setEvents(job->timeline);
    m_timeline->setStale(stale);
    m_request->setFacts(requestFacts(*job));
    m_raw->setStatus(job->id, job->raw, stale, systemFacts(*job, m_zone, stale));
    fit();
}

QString JobDetails::summary() const
{
    const JobRow &job = *m_job;
    QString text = reportText(job);
    if (!job.requestedBy.isEmpty())
        text += tr(", for %1").arg(askedByText(job));
    if (job.state == jobs::RowState::Completed && job.finishedAt.isValid())
        text += tr(", made %1").arg(momentText(job.finishedAt, m_zone));
    return text;
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
        lead = stateWord(job.state);
        rest = job.error;
        tone = Tone::Error;
        icon = Icon::Failed;
    } else if (isIncomplete(job) || isUncounted(job)) {
        lead = lackLead(job);
        rest = lackRest(job);
        if (isUncounted(job)) {
            tone = Tone::Neutral;
            icon = Icon::Info;
        }
    } else if (job.state == jobs::RowState::Queued && m_workersOnline == 0) {
        lead = m_whyNone.isEmpty() ? tr("No worker is online") : tr("No worker is ready");
        rest = !m_whyNone.isEmpty() ? m_whyNone
               : job.beginBy.isValid()
                   ? tr("Start one (herdbook-worker), or ask who runs the deployment; the export is made if one "
                        "starts by %1.")
                         .arg(momentText(job.beginBy, m_zone))
                   : tr("Start one (herdbook-worker), or ask who runs the deployment.");
        icon = Icon::Worker;
    }
    m_banner->parentWidget()->setVisible(!lead.isEmpty());
    if (m_stale)
        tone = Tone::Stale;
    m_banner->setTone(tone, icon);
    m_banner->setTexts(lead.isEmpty() ? QString() : lead + u'.', rest);
    const bool mending = job.mending != jobs::Mending::None;
    m_mend->setVisible(mending && m_mendable);
    m_photos->setVisible(job.contradiction == Contradiction::None && lacksPhotos(job));
    m_mend->setEnabled(!m_stale);
    m_mend->setText(mendingText(job.mending));
    m_mend->setIcon(themeIcon(mendingIcon(job.mending), &ThemeTokens::onAccent));
    m_mend->setToolTip(m_stale ? tr("Waits for Redis") : QString());
}

QString JobDetails::text() const
{
    if (!m_job)
        return {};
    QStringList parts{titleText(*m_job) + u'\n' + m_job->id, tr("State") + QStringLiteral(": ") + stateText(*m_job)};
    for (const QString &rest : {contradictionRest(*m_job, m_zone), lackLead(*m_job), lackRest(*m_job)}) {
        if (!rest.isEmpty())
            parts << rest;
    }
    if (!m_job->error.isEmpty())
        parts << tr("Error") + QStringLiteral(": ") + m_job->error;
    parts << tr("The export") + u'\n' + m_facts->text();
    parts << tr("Timeline") + u'\n' + m_timeline->text();
    parts << tr("Asked for") + u'\n' + m_request->text();
    parts << tr("Technical") + u'\n' + m_raw->factsText();
    if (!m_job->raw.isEmpty())
        parts << QStringLiteral("export_job:") + m_job->id + u'\n' + QString::fromUtf8(m_job->raw);
    return parts.join(QStringLiteral("\n\n"));
}

void JobDetails::setWorkersOnline(std::optional<int> workers, const QString &why)
{
    m_whyNone = why;
    m_workersOnline = workers;
}

void JobDetails::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void JobDetails::fit()
{
    // Header, banner and the line of what is technical stay; between them the columns, which scroll, or in their place what is technical.
    constexpr int LeastColumns = 56;
    QWidget *bannerRow = m_banner->parentWidget();
    const int taken = HeaderHeight + (bannerRow->isVisibleTo(m_content) ? bannerRow->sizeHint().height() : 0);
    const int below = height() - taken;
    m_raw->setVisible(m_job != nullptr && below >= RawStatus::FoldedHeight);
    m_raw->fit(below);
    m_columns->setVisible(!m_raw->isOpen() && below - RawStatus::FoldedHeight >= LeastColumns);
    m_fold->setIcon(themeIcon(height() > HeaderHeight + 20 ? Icon::ChevronDown : Icon::ChevronUp));
}

} // namespace herdbook::ui
