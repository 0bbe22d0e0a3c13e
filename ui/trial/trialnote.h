// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/widgets/style/tokens.h"

#include <QWidget>

namespace herdbook {
class Banner;
}

namespace herdbook::trial {

/// What came of something, whatever step is shown: a banner with its margins, hidden as long as there is nothing to say.
class TrialNote : public QWidget
{
    Q_OBJECT

public:
    explicit TrialNote(QWidget *parent = nullptr);

    void say(Tone tone, const QString &lead, const QString &rest);
    /// What became of answers that couldn't be stored when they were given.
    void tellLeft(const LeftReport &report);

private:
    Banner *m_banner;
};

} // namespace herdbook::trial
