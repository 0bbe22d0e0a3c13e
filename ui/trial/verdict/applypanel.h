// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/widgets/labels/card.h"

class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTableView;

namespace herdbook {
class Banner;
class FigureCell;
class Label;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

class CountsView;
class PreviewModel;

/// What applying the verdict to the sample would change, the buttons that do it and take it back, and what stands in the way.
class ApplyPanel : public Card
{
    Q_OBJECT

public:
    explicit ApplyPanel(TrialDesk &desk, QWidget *parent = nullptr);

    void setOutcome(const TrialRecord &record, const Outcome &outcome);
    /// No Apply at all: what stays, why, and the sentence of protocol and journal.
    void showNotOffered(const QString &title, const QString &reason, const TrialRecord &record, const Outcome &outcome);
    /// What was shown before isn't so any more: no buttons until setOutcome().
    void showNoVerdict(const QString &why);
    bool isOffered() const { return m_offered; }
    /// Ctrl+Enter: asks, and asked already, writes.
    void confirm();
    void undo();
    /// Asks where to; savePreviewTo() does it without asking, off the UI thread.
    void savePreview();
    void savePreviewTo(const QString &path);

    QPushButton *applyButton() const { return m_apply; }
    QPushButton *writeButton() const { return m_write; }
    QPushButton *undoButton() const { return m_undo; }
    QPushButton *journalButton() const { return m_showSchema; }
    QTableView *table() const { return m_table; }

Q_SIGNALS:
    /// The journal has to be set up or upgraded first.
    void journalAsked();

private:
    QWidget *makeActions();
    QWidget *makeButtons();
    QWidget *makeOffer();
    QWidget *makeNotOffered();
    void showOffer(bool shown);
    /// In view, wherever one has scrolled to.
    void showBanner();
    void showState(const ApplyState &state);
    void enableApply(const ApplyState &state);
    void write();
    /// As long as it isn't known what is in the database.
    void showNothingRead();
    void showFigures(const ApplyState &state);
    void showHandOver(const ApplyState &state);
    void showObstacle(const ApplyState &state);
    void showPill(const ApplyState &state);
    void showFailure(Fault fault, const Error &error);
    /// Why what was asked for wasn't done stays until the next write or verdict.
    void showWhy();

    TrialDesk &m_desk;
    std::shared_ptr<const ApplyState> m_state;
    bool m_offered = false;   ///< certified, or all of a small pool reviewed
    bool m_takeFocus = false; ///< something was just written or undone
    struct Why
    {
        Fault fault = Fault::NotDone;
        QString lead;
        QString text;
    };
    std::optional<Why> m_why;
    std::pair<QUuid, bool> m_before; ///< the batch when a write began, and whether it was undone
    Pill *m_pill;
    Banner *m_banner;
    QPushButton *m_grants;
    FigureCell *m_all;
    FigureCell *m_sample;
    CountsView *m_counts;
    QWidget *m_notOffered;
    Label *m_notTitle;
    Label *m_notReason;
    Label *m_notSentence;
    QString m_recorded; ///< the same sentence as protocol and journal have it
    QScrollArea *m_scroll;
    QWidget *m_offer;   ///< what applying would change
    QWidget *m_actions; ///< its buttons, always in view
    QWidget *m_handOver;
    Label *m_handOverDoubt;
    Label *m_handOverWhat;
    Label *m_handOverText;
    QTableView *m_table;
    PreviewModel *m_model;
    Label *m_note;
    QStackedWidget *m_buttons;
    QPushButton *m_apply;
    QPushButton *m_write;
    Label *m_question;
    QPushButton *m_undo;
    QPushButton *m_save;
    QPushButton *m_showSchema;
};

} // namespace herdbook::trial
