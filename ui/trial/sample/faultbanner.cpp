// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/sample/faultbanner.h"

#include "ui/trial/sample/samplepage.h"
#include "ui/widgets/text/coretexts.h"

#include <QPushButton>

namespace herdbook::trial {

FaultBanner::FaultBanner(std::chrono::milliseconds again, QWidget *parent)
    : Banner(Tone::Warn, Icon::Warning, parent), m_photos(addButton(SamplePage::tr("Where are the photos?"))),
      m_connection(addButton(SamplePage::tr("Connection…")))
{
    hide();
    connect(m_photos, &QPushButton::clicked, this, &FaultBanner::photosAsked);
    connect(m_connection, &QPushButton::clicked, this, &FaultBanner::connectionAsked);
    connect(addButton(SamplePage::tr("Try again")), &QPushButton::clicked, this, &FaultBanner::retryAsked);
    m_again.setSingleShot(true);
    m_again.setInterval(again);
    connect(&m_again, &QTimer::timeout, this, &FaultBanner::retryDue);
}

void FaultBanner::tell(const Faults &faults, bool hasSource)
{
    const auto away = [](const std::optional<Error> &fault) {
        return fault && (fault->passing || fault->kind == ErrorKind::Unreachable);
    };
    const bool again = away(faults.source) || away(faults.shared);
    if (again)
        m_again.start();
    QString lead = SamplePage::tr("Not read:");
    QString rest;
    if (!faults.notDone.isEmpty()) {
        lead = SamplePage::tr("Not done:");
        rest = faults.notDone;
    } else if (faults.source) {
        lead = ApplyDesk::lead(Fault::NotRead, *faults.source);
        rest = hasSource ? SamplePage::tr("%1. Which pictures are there now isn’t known.")
                         : SamplePage::tr("%1. No trial can begin until it is read which pictures are there.");
        rest = rest.arg(coreText(faults.source->message));
    } else if (faults.here) {
        rest = SamplePage::tr("the trials of this computer: %1").arg(coreText(faults.here->message));
    } else if (faults.shared) {
        lead = ApplyDesk::lead(Fault::NotRead, *faults.shared);
        rest = SamplePage::tr("%1. Trials of other computers may be missing here, or be further by now.")
                   .arg(coreText(faults.shared->message));
    }
    setTexts(lead,
             again && faults.notDone.isEmpty() ? SamplePage::tr("%1 It is tried again by itself.").arg(rest) : rest);
    m_photos->setVisible(faults.notDone.isEmpty() && faults.source && faults.source->kind == ErrorKind::Storage);
    const std::optional<Error> &database = faults.source ? faults.source : faults.shared;
    m_connection->setVisible(faults.notDone.isEmpty() && database && database->kind == ErrorKind::Denied);
    setVisible(!rest.isEmpty());
}

} // namespace herdbook::trial
