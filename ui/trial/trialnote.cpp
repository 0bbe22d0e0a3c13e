// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/trialnote.h"

#include "core/trial/review/words.h"
#include "ui/trial/trialpage.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>

namespace herdbook::trial {

TrialNote::TrialNote(QWidget *parent) : QWidget(parent), m_banner(new Banner(Tone::Ok, Icon::Completed))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 0, 16, 12);
    row->addWidget(m_banner);
    hide();
}

void TrialNote::say(Tone tone, const QString &lead, const QString &rest)
{
    m_banner->setTone(tone, tone == Tone::Error ? Icon::Warning : tone == Tone::Info ? Icon::Info : Icon::Completed);
    m_banner->setTexts(lead, rest);
    show();
}

void TrialNote::tellLeft(const LeftReport &report)
{
    const auto answers = [](int count) {
        return Words::count(count, TrialPage::tr("answer"), TrialPage::tr("answers"));
    };
    if (report.refused > 0) {
        const QString kept =
            report.place.isEmpty() ? TrialPage::tr("They are kept only until Herdbook closes.")
            : report.unkept
                ? TrialPage::tr("Some are kept in %1, the others only until Herdbook closes.").arg(report.place)
                : TrialPage::tr("They are kept in %1.").arg(report.place);
        say(Tone::Error, TrialPage::tr("Never stored:"),
            TrialPage::tr("%1 given earlier, as others were given in their place. %2")
                .arg(answers(report.refused), kept));
    } else if (report.waiting > 0)
        say(Tone::Error, TrialPage::tr("Not stored yet:"),
            TrialPage::tr("%1 given earlier. %2. It is tried again by itself, and before their trial goes on.")
                .arg(answers(report.waiting), coreText(report.why)));
    else
        say(Tone::Ok, TrialPage::tr("Stored now:"),
            TrialPage::tr("%1 given earlier that couldn’t be stored then.").arg(answers(report.stored)));
}

} // namespace herdbook::trial
