// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/livecount.h"

#include "ui/exports/exportspage.h"
#include "ui/exports/previewbox.h"
#include "ui/jobs/jobtexts.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QToolButton>

namespace herdbook::ui {

namespace {

/// From when on a count is told with its time.
constexpr std::chrono::seconds OldCount = std::chrono::minutes(5);

/// That there is nothing of what was asked for.
QString noneText(const exports::ExportRequest &request)
{
    if (!request.detectionIds.isEmpty())
        return request.detectionIds.size() == 1 ? ExportsPage::tr("The id is not in the database")
                                                : ExportsPage::tr("None of the ids is in the database");
    if (!request.locationIds.isEmpty())
        return ExportsPage::tr("No detections in this period, of these classes and at these locations");
    return ExportsPage::tr("No detections in this period and of these classes");
}

} // namespace

LiveCount::LiveCount(ExportForm &form, ExportFormWidget &widget, ExportPreview *preview, Clock clock,
                     const QTimeZone &zone, QObject *parent)
    : QObject(parent), m_form(form), m_widget(widget), m_preview(preview), m_clock(std::move(clock)), m_zone(zone)
{
    if (preview != nullptr) {
        connect(&form, &ExportForm::changed, this, &LiveCount::ask);
        connect(preview, &ExportPreview::counted, this, [this](const render::ExportEstimate &estimate) {
            m_estimate = estimate;
            m_countedAt = m_clock();
            showEstimate(estimate);
        });
        connect(preview, &ExportPreview::failed, this, [this](const QString &message) {
            m_estimate.reset();
            m_widget.preview()->setTexts({}, ExportsPage::tr("No preview: %1").arg(coreText(message)));
        });
    }
    constexpr auto AgeInterval = std::chrono::minutes(1);
    connect(&m_age, &QTimer::timeout, this, &LiveCount::followClock);
    m_age.start(AgeInterval);
}

void LiveCount::ask()
{
    PreviewBox *preview = m_widget.preview();
    bool moved = false;
    const auto request = m_form.previewRequest(&moved);
    const bool pdf = request && request->kind == exports::ExportKind::Pdf && m_preview != nullptr;
    m_widget.pageButton()->setVisible(pdf);
    if (!request) {
        m_previewed.reset();
        m_estimate.reset();
        preview->setTexts(
            {}, ExportsPage::tr("What the export will hold is counted here as soon as the form is complete."));
        if (m_preview != nullptr)
            m_preview->forget();
        return;
    }
    // A title changes nothing, nor does what is asked for already.
    exports::ExportRequest counted = *request;
    counted.title.clear();
    if (m_preview == nullptr || (m_previewed == counted && m_endMoved == moved))
        return;
    m_previewed = counted;
    m_estimate.reset();
    m_endMoved = moved;
    preview->setPending(ExportsPage::tr("Counting…"));
    m_preview->ask(counted);
}

void LiveCount::countAnew()
{
    m_form.followDay();
    m_previewed.reset();
    ask();
    if (m_preview != nullptr)
        m_preview->askLocations();
}

void LiveCount::setDatabaseAway(bool away, bool refuses)
{
    const bool sameWords = std::exchange(m_databaseRefuses, refuses) == refuses;
    if (std::exchange(m_databaseAway, away) == away && (sameWords || !away))
        return;
    if (away && m_estimate)
        showEstimate(*m_estimate);
    if (!away)
        countAnew();
}

void LiveCount::followClock()
{
    m_form.followDay();
    if (m_estimate && m_countedAt.secsTo(m_clock()) >= OldCount.count())
        showEstimate(*m_estimate);
}

void LiveCount::showEstimate(const render::ExportEstimate &estimate)
{
    QStringList notes;
    const QDateTime now = m_clock();
    if (m_databaseAway)
        notes << (m_databaseRefuses ? ExportsPage::tr("Counted at %1; PostgreSQL refuses the connection now")
                                    : ExportsPage::tr("Counted at %1; PostgreSQL is away now"))
                     .arg(sinceText(m_countedAt, m_zone, now));
    else if (m_countedAt.secsTo(now) >= OldCount.count())
        notes << ExportsPage::tr("Counted at %1; F5 counts anew").arg(sinceText(m_countedAt, m_zone, now));
    if (m_endMoved)
        notes << ExportsPage::tr("With an end date of today, %1").arg(m_form.today().toString(Qt::ISODate));
    if (!estimate.photosUnknown.isEmpty())
        notes << coreText(estimate.photosUnknown);
    if (const qsizetype asked = m_previewed ? m_previewed->detectionIds.size() : 0;
        estimate.detections > 0 && estimate.detections < asked)
        notes << ExportsPage::tr("%1 of %2 ids found in the database")
                     .arg(countText(estimate.detections), countText(asked));
    const QString note = notes.join(QStringLiteral(". "));
    const bool zip = m_previewed && m_previewed->kind == exports::ExportKind::Zip;
    PreviewBox *preview = m_widget.preview();
    if (estimate.detections == 0) {
        const bool fails = !m_previewed || !m_previewed->allowEmpty;
        preview->setTexts(note, {}, m_previewed ? noneText(*m_previewed) : QString(),
                          fails ? ExportsPage::tr(": such an export fails.")
                                : ExportsPage::tr(": such an export is made all the same."));
        return;
    }
    const QString counts = countsText(estimate) + QStringLiteral("; ");
    if (zip && estimate.tooMany) {
        preview->setTexts(note, counts,
                          ExportsPage::tr("a ZIP holds at most %1").arg(countText(exports::MaximumDetections)));
        return;
    }
    if (!estimate.photosUnknown.isEmpty()) {
        preview->setTexts(note, counts, ExportsPage::tr("how many images are there isn’t known"));
        return;
    }
    const QString size = ExportsPage::tr("about %1, %2")
                             .arg(sizeText(estimate.bytes), durationText(std::max(1, qRound(estimate.seconds))));
    if (estimate.missingImages > 0)
        preview->setTexts(
            note, counts,
            countText(estimate.missingImages, ExportsPage::tr("1 image missing"), ExportsPage::tr("%1 images missing")),
            QStringLiteral("; ") + size);
    else
        preview->setTexts(note, counts + size);
}

} // namespace herdbook::ui
