// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/draw.h"

#include <QScrollArea>

class QBoxLayout;

namespace herdbook {
class Label;
}

namespace herdbook::trial {

class NumberTable;
class ProspectChart;

/// What a trial brings and costs on this pool, by simulation on its scores; what it is drawn from; what a certificate says.
class Prospect : public QScrollArea
{
    Q_OBJECT

public:
    explicit Prospect(QWidget *parent = nullptr);

    /// Nothing is known yet, and why.
    void setWaiting(const QString &sentence);
    void setOutlook(const Outlook &outlook, const Estimate &estimate);
    void setProspects(std::shared_ptr<const Prospects> prospects);
    void setPreset(Preset preset);
    /// What was tried before.
    struct Tries
    {
        int ofPool = 0;           ///< other trials of this pool that have answers
        int others = 0;           ///< those of other states of the data
        bool failed = false;      ///< one of the pool ended without a certificate
        QString unread;           ///< why those on other computers may be missing
        std::optional<int> begun; ///< looks of the trial that would be gone on with
        bool operator==(const Tries &) const = default;
    };
    void setTries(const Tries &tries);
    QString promise() const;
    /// Why these are fewer than score so high; empty where they aren’t.
    QString fewer() const;
    QString note() const;
    QString risk() const;
    /// What a certificate would say.
    QString claims() const;
    NumberTable *frame() const { return m_frame; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showPromise();
    void showClaims();

    Outlook m_outlook;
    Estimate m_estimate;
    std::shared_ptr<const Prospects> m_prospects;
    Preset m_preset = Preset::Standard;
    Tries m_tries;
    Label *m_title;
    Label *m_fewer; ///< why these aren't all that score so high
    Label *m_promise;
    Label *m_note;
    ProspectChart *m_chart;
    QWidget *m_facts;   ///< what is known only once there is an outlook
    QBoxLayout *m_pair; ///< two cards: beside each other, or one over the other where it's narrow
    NumberTable *m_frame;
    Label *m_without;
    Label *m_claims;
    Label *m_risk;
};

} // namespace herdbook::trial
