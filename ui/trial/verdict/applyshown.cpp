// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/language.h"
#include "core/reid/text.h"
#include "core/trial/batch/schema.h"
#include "core/trial/review/words.h"
#include "ui/trial/verdict/applypanel.h"
#include "ui/trial/verdict/countsview.h"
#include "ui/trial/verdict/previewmodel.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/figurecell.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

/// What an ApplyPanel says of a verdict and of what the database holds.
namespace herdbook::trial {

namespace {

QString arrow(const Rate &before, const Rate &after)
{
    return ApplyPanel::tr("%1 → %2").arg(Words::percent(before.share()), Words::percent(after.share()));
}

QString nowOf(const Rate &rate)
{
    return ApplyPanel::tr("now %L1 of %L2").arg(rate.assigned).arg(rate.all);
}

QString arrowOf(const Rate &before, const Rate &after)
{
    const QLocale locale;
    return ApplyPanel::tr("%1 → %2 of %3")
        .arg(locale.toString(before.assigned), locale.toString(after.assigned), locale.toString(after.all));
}

} // namespace

void ApplyPanel::showOffer(bool shown)
{
    m_offer->setVisible(shown);
    m_actions->setVisible(shown);
}

void ApplyPanel::showBanner()
{
    m_banner->show();
    m_scroll->ensureVisible(0, 0);
}

void ApplyPanel::showFailure(Fault fault, const Error &error)
{
    if (fault != Fault::NotRead) {
        m_why = Why{fault, ApplyDesk::lead(fault, error), error.message};
        showWhy();
        return;
    }
    if (m_offer->isHidden())
        return;
    showNothingRead();
    m_pill->setState(Tone::Neutral, tr("Not known"), Icon::Info);
    if (m_why) // says more
        return;
    m_grants->hide();
    m_banner->setTone(Tone::Error, Icon::Warning);
    m_banner->setTexts(ApplyDesk::lead(fault, error), tr("%1 (F5 tries again)").arg(coreText(error.message)));
    showBanner();
}

void ApplyPanel::showWhy()
{
    if (!m_why)
        return;
    m_grants->hide();
    m_banner->setTone(Tone::Error, Icon::Warning);
    m_banner->setTexts(m_why->lead, m_why->text);
    showBanner();
}

void ApplyPanel::showNoVerdict(const QString &why)
{
    m_offered = false;
    m_state.reset();
    m_why.reset();
    m_banner->hide();
    m_buttons->setCurrentIndex(0);
    showOffer(false);
    m_notOffered->hide();
    m_pill->setState(Tone::Neutral, why, Icon::Queued);
}

void ApplyPanel::showNotOffered(const QString &title, const QString &reason, const TrialRecord &record,
                                const Outcome &outcome)
{
    m_offered = false;
    m_state.reset();
    m_banner->hide();
    showWhy();
    m_notTitle->setText(title);
    m_notReason->setText(reason);
    Outcome shown = outcome;
    shown.certificate.withheld = coreText(outcome.certificate.withheld);
    m_notSentence->setText(Words::verdict(record, shown));
    {
        const EnglishTexts english;
        m_recorded = Words::verdict(record, outcome);
    }
    showOffer(false);
    m_notOffered->show();
    m_pill->setState(Tone::Warn, tr("Not offered"), Icon::Lock);
    for (QWidget *button : {static_cast<QWidget *>(m_apply), static_cast<QWidget *>(m_showSchema),
                            static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_write)})
        button->setEnabled(false);
}

void ApplyPanel::setOutcome(const TrialRecord &record, const Outcome &outcome)
{
    m_offered = outcome.mayApply(record);
    if (!m_offered) {
        const bool withheld = !outcome.certificate.withheld.isEmpty();
        showNotOffered(withheld ? tr("Nothing can be written from this trial") : tr("Nothing to write yet"),
                       !outcome.checks.plantsOk() || !outcome.checks.correctedOk()
                           ? tr("Its answers were given without telling deer apart. Writing them would "
                                "give detections a profile that nobody has checked.")
                       : !outcome.unheard.isEmpty()
                           ? tr("What others answered, or tried on this pool, isn’t known: %1. F5 judges again.")
                                 .arg(TrialDesk::shown(outcome.unheard))
                       : withheld ? tr("The certificate is withheld; without one nothing is written.")
                                  : tr("Nothing is written without a certificate."),
                       record, outcome);
        return;
    }
    m_notOffered->hide();
    showOffer(true);
    m_write->setEnabled(true);
    m_handOver->setVisible(outcome.certified());
    m_handOverDoubt->setVisible(!outcome.doubt.isEmpty() || !Words::doubts(outcome.checks).isEmpty());
    m_handOverWhat->setText(tr("To hand over; later photos aren’t covered"));
    if (outcome.certified())
        m_handOverText->setText(QStringLiteral("REID_THRESHOLD=") +
                                QString::fromStdString(reid::text::score(*outcome.certificate.threshold)));
    m_banner->hide();
    showWhy();
    showNothingRead();
    m_pill->setState(Tone::Neutral, tr("Reading …"), Icon::Queued);
}

void ApplyPanel::showNothingRead()
{
    m_state.reset();
    m_buttons->setCurrentIndex(0);
    for (QWidget *button : {static_cast<QWidget *>(m_apply), static_cast<QWidget *>(m_showSchema),
                            static_cast<QWidget *>(m_undo), static_cast<QWidget *>(m_save)})
        button->setVisible(button == m_save);
    m_save->setEnabled(false);
    for (FigureCell *cell : {m_all, m_sample}) {
        cell->setFigure(QStringLiteral("–"), {}, true);
        cell->setNote({});
    }
    m_counts->hide();
    m_model->setPreview({}, {});
    m_note->setText({});
}

void ApplyPanel::showState(const ApplyState &state)
{
    // A batch of an earlier verdict of this trial can still be taken back.
    if (!m_offered && !(state.batch && !state.batch->isUndone() && state.batch->written > 0)) {
        showOffer(false);
        m_pill->setState(Tone::Warn, tr("Not offered"), Icon::Lock);
        return;
    }
    showOffer(true);
    m_notOffered->setVisible(!m_offered);
    m_banner->hide();
    m_buttons->setCurrentIndex(0);
    m_buttons->setEnabled(true);
    m_model->setPreview(state.preview, state.batch);
    m_save->setEnabled(m_model->rowCount() > 0);
    showFigures(state);
    showHandOver(state);
    m_counts->setState(state);
    m_counts->setVisible(m_offered || (state.batch && !state.batch->isUndone()));
    showPill(state);
    const bool readOnly = m_desk.services().readOnly;
    const bool written = state.batch && !state.batch->isUndone();
    const bool possible = m_offered && !readOnly && !written;
    const bool schemaMissing = state.rights.schemaVersion < kAppliesSince && state.rights.missing.isEmpty() &&
                               state.rights.untrusted.isEmpty() && !state.rights.readOnlyServer;
    m_apply->setVisible(possible && !schemaMissing);
    m_apply->setText(tr("Apply to %1").arg(Words::count(state.preview.ready, tr("detection"), tr("detections"))));
    enableApply(state);
    m_showSchema->setVisible(possible && schemaMissing);
    m_showSchema->setText(state.rights.schemaVersion == 0 ? tr("Set up the journal…") : tr("Upgrade the journal…"));
    m_undo->setVisible(!readOnly && (written || (possible && !schemaMissing)));
    m_undo->setEnabled(written && state.rights.mayWrite() && state.underWay.isEmpty());
    m_apply->setVisible(m_apply->isVisibleTo(this) && m_offered);
    if (m_takeFocus) // the button that was pressed is gone
        (written ? m_undo : m_apply)->setFocus();
    m_takeFocus = false;
    showObstacle(state);
    showWhy();
}

void ApplyPanel::enableApply(const ApplyState &state)
{
    // Nothing is written on answers that are in no journal.
    const bool saved = m_desk.unsaved() == 0;
    m_apply->setEnabled(saved && state.rights.mayWrite() && state.preview.ready > 0 && state.underWay.isEmpty());
    m_apply->setToolTip(
        !saved ? tr("What was answered last isn’t saved; save it in the review")
        : state.rights.missing.isEmpty()
            ? QString()
            : plainTip(
                  tr("The role %1 lacks %2").arg(state.rights.role, state.rights.missing.join(QStringLiteral(", ")))));
}

void ApplyPanel::showFigures(const ApplyState &state)
{
    const Preview &preview = state.preview;
    if (!state.batch || state.batch->isUndone()) {
        m_all->setFigure(arrow(preview.allBefore, preview.allAfter));
        m_all->setNote(arrowOf(preview.allBefore, preview.allAfter));
        m_sample->setFigure(arrow(preview.sampleBefore, preview.sampleAfter));
        m_sample->setNote(arrowOf(preview.sampleBefore, preview.sampleAfter));
        return;
    }
    // What was before the batch isn't kept; others may have changed rows since.
    const QString written = tr("+%L1 written").arg(state.batch->written);
    m_all->setFigure(Words::percent(preview.allBefore.share()));
    m_all->setNote(tr("%1, %2").arg(nowOf(preview.allBefore), written));
    m_sample->setFigure(Words::percent(preview.sampleBefore.share()));
    m_sample->setNote(tr("%1, %2").arg(nowOf(preview.sampleBefore), written));
}

/// Few of what is certified is written here: how the others come to their profile.
void ApplyPanel::showHandOver(const ApplyState &state)
{
    const std::shared_ptr<const Outcome> outcome = m_desk.outcome();
    const bool written = state.batch && !state.batch->isUndone();
    if (!outcome || outcome->others.value_or(0) <= 0)
        return;
    const QString others =
        tr("The other %L1 of the certificate get a profile when operations set this; later photos aren’t covered.")
            .arg(*outcome->others);
    m_handOverWhat->setText(
        written || state.preview.ready == 0
            ? others
            : tr("Apply writes %1, looked at and answered Same. %2")
                  .arg(Words::count(state.preview.ready, tr("detection"), tr("detections")), others));
}

void ApplyPanel::showPill(const ApplyState &state)
{
    if (state.batch && state.batch->isUndone())
        m_pill->setState(Tone::Neutral,
                         tr("Undone: %1 restored").arg(Words::count(state.batch->restored, tr("row"), tr("rows"))),
                         Icon::Undo);
    else if (state.batch)
        m_pill->setState(Tone::Ok, tr("Written by %1").arg(state.batch->appliedBy), Icon::Completed);
    else if (!m_offered)
        m_pill->setState(Tone::Neutral, tr("Nothing to apply"), Icon::Cancelled);
    else if (!state.batchUnknown.isEmpty())
        m_pill->setState(Tone::Neutral, tr("Preview; what was written isn’t known"), Icon::Info);
    else
        m_pill->setState(Tone::Info, tr("Preview, nothing written yet"), Icon::Info);
}

void ApplyPanel::showObstacle(const ApplyState &state)
{
    m_grants->hide();
    const qint64 conflicts = static_cast<qint64>(state.preview.rows.size()) - state.preview.ready;
    if (state.batch && state.batch->isUndone() && !state.batch->undoConflicts.empty()) {
        m_note->setText(
            tr("Undo left alone what had changed since the batch: %1, first in the table.")
                .arg(Words::count(static_cast<qint64>(state.batch->undoConflicts.size()), tr("row"), tr("rows"))));
    } else if (state.batch && !state.batch->isUndone()) {
        m_note->setText(tr("Written %1, in one transaction. Undo puts back what nobody has touched since, sighting "
                           "counts too, and lists the rest.")
                            .arg(Words::moment(state.batch->appliedAt, m_desk.services().siteTimeZone)));
    } else if (!m_offered) {
        m_note->setText(tr("Nothing is written without a certificate."));
    } else if (conflicts > 0) {
        m_note->setText(tr("Changed since the trial began, so left alone: %1, first in the table with the reason.")
                            .arg(Words::count(conflicts, tr("row"), tr("rows"))));
    } else {
        m_note->setText(tr("All or none is written; rows someone else changes meanwhile are left alone and listed."));
    }
    const std::shared_ptr<const Outcome> outcome = m_desk.outcome();
    if (m_offered && !(state.batch && !state.batch->isUndone()) && outcome && !outcome->notCompared.isEmpty())
        m_note->setText(m_note->text() + u' ' +
                        tr("Whether scores, sexes and profiles are still those of the trial was not compared: %1. Each "
                           "row is looked at by itself all the same.")
                            .arg(TrialDesk::shown(outcome->notCompared)));
    if (m_offered && !m_desk.unheard().isEmpty())
        m_note->setText(m_note->text() + u' ' + tr("What others answered meanwhile may be missing."));
    if (!m_desk.services().readOnly && !state.underWay.isEmpty()) {
        m_banner->setTone(Tone::Info, Icon::Running);
        m_banner->setTexts(tr("Under way elsewhere:"),
                           tr("%1. Until that is done nothing is applied or undone here; it is looked at again by "
                              "itself.")
                               .arg(coreText(state.underWay)));
        showBanner();
        return;
    }
    if (m_desk.services().readOnly || !m_offered)
        return;
    if (!state.rights.untrusted.isEmpty()) {
        m_banner->setTone(Tone::Warn, Icon::Lock);
        m_banner->setTexts(tr("Preview only:"), state.rights.untrusted);
        showBanner();
    } else if (!state.rights.missing.isEmpty()) {
        m_banner->setTone(Tone::Info, Icon::Lock);
        m_banner->setTexts(tr("Preview only:"),
                           tr("the role %1 lacks %2. An owner of the tables can grant it.")
                               .arg(state.rights.role, state.rights.missing.join(QStringLiteral(", "))));
        m_grants->show();
        showBanner();
    } else if (state.rights.readOnlyServer) {
        m_banner->setTone(Tone::Info, Icon::Lock);
        m_banner->setTexts(tr("Preview only:"), tr("this server is read-only now (a standby, or set so)."));
        showBanner();
    } else if (state.rights.schemaVersion > kSchemaVersion) {
        m_banner->setTone(Tone::Info, Icon::Lock);
        m_banner->setTexts(tr("Preview only:"), tr("the journal in this database was made by a newer Herdbook."));
        showBanner();
    } else if (state.rights.schemaVersion == 0 && !state.rights.mayCreateSchema) {
        m_banner->setTone(Tone::Info, Icon::Lock);
        m_banner->setTexts(
            tr("No journal yet:"),
            tr("the role %1 may not create the schema herdbook in this database.").arg(state.rights.role));
        showBanner();
    }
}

} // namespace herdbook::trial
