// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/photos/photoloader.h"
#include "ui/widgets/screen.h"
#include "ui/widgets/style/tokens.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace herdbook {
class Banner;
}

namespace herdbook::trial {

class JournalPage;
class ReviewPage;
class SamplePage;
class StepHeader;
class VerdictPage;

/// The Trial screen: sample, review, verdict.
class TrialPage : public QWidget, public Screen
{
    Q_OBJECT

public:
    enum Step { SampleStep, ReviewStep, VerdictStep };

    explicit TrialPage(Services services, QWidget *parent = nullptr);
    ~TrialPage() override;

    /// The result of the latest analysis, from the Re-ID screen; drawing starts from it.
    void setAnalysis(std::shared_ptr<const reid::Analysis> analysis);

    Step step() const;
    TrialDesk &desk() { return m_desk; }
    PhotoLoader &loader() { return m_loader; }
    SamplePage *samplePage() const { return m_sample; }
    ReviewPage *reviewPage() const { return m_review; }
    VerdictPage *verdictPage() const { return m_verdict; }
    JournalPage *journalPage() const { return m_journalPage; }
    QPushButton *journalButton() const { return m_journal; }

    void refresh() override;
    void focusSearch() override;
    void startNew() override { showStep(SampleStep); }
    QList<QWidget *> panes() const override;
    QList<KeyHelp> keys() const override;
    bool mayClose() override;

Q_SIGNALS:
    /// "Go to Re-ID".
    void reidAsked();
    /// The database lets nobody in: what is wrong there is to be put right.
    void connectionAsked();
    /// None of the photos can be seen: where they are is to be set.
    void photosAsked();
    /// It is shown and there is no analysis yet.
    void analysisMissed();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showStep(int step);
    void showJournal();
    void leaveJournal();
    void updateHeader();
    void say(Tone tone, const QString &lead, const QString &rest);
    void tellLeft(const LeftReport &report);
    void addShortcuts();
    void saveProtocol();

    TrialDesk m_desk;
    PhotoLoader m_loader;
    StepHeader *m_header;
    QStackedWidget *m_stack;
    QPushButton *m_journal;
    QPushButton *m_pause;
    QPushButton *m_goOn;
    QPushButton *m_report;
    QPushButton *m_new;
    Banner *m_note;
    QWidget *m_noteRow; ///< the note with its margins
    SamplePage *m_sample;
    ReviewPage *m_review;
    VerdictPage *m_verdict;
    JournalPage *m_journalPage;
    Step m_stepBefore = SampleStep; ///< the journal was opened
    bool m_ended = false;           ///< the review was ended early
    int m_toldUnsaved = 0;          ///< of so many it was said that closing may lose them
};

} // namespace herdbook::trial
