// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/checklist.h"

#include "ui/widgets/coretexts.h"
#include "ui/widgets/label.h"
#include "ui/widgets/texts.h"

#include <QAccessible>
#include <QHBoxLayout>

namespace herdbook::connection {

CheckList::CheckList(QWidget *parent) : QWidget(parent), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(4);
    hide();
}

void CheckList::addLine(Tone tone, Icon icon, const QString &what, const QString &detail)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *mark = new ElidedLabel({}, TextRole::Body, toneInk(tone));
    mark->setIcon(icon);
    mark->setFixedSize(16, 19);
    auto *text = new LeadText(what + QLatin1Char('.'), detail, TextRole::Label, &ThemeTokens::text2);
    text->setAlignment(Qt::AlignTop);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_lines->addWidget(row);
}

void CheckList::show(const CheckRunner::Check &check, const QTimeZone &zone)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (check.running)
        addLine(Tone::Accent, Icon::Running, tr("Testing"), tr("up to 10 s"));
    if (check.report) {
        for (const storage::CheckStep &step : check.report->steps) {
            using Outcome = storage::CheckStep::Outcome;
            const Tone tone = step.outcome == Outcome::Passed   ? Tone::Ok
                              : step.outcome == Outcome::Failed ? Tone::Error
                                                                : Tone::Warn;
            const Icon icon = step.outcome == Outcome::Passed   ? Icon::Completed
                              : step.outcome == Outcome::Failed ? Icon::Failed
                                                                : Icon::Warning;
            addLine(tone, icon, coreText(step.what), coreText(step.detail));
        }
        auto *at = new Label(tr("Tested %1").arg(momentText(check.at, zone)), TextRole::Label, &ThemeTokens::text2);
        at->setObjectName(QStringLiteral("testedAt"));
        m_lines->addWidget(at);
        const QString summary = coreText(check.report->summary());
        setAccessibleName(check.report->passed() ? tr("Test passed. %1").arg(summary)
                                                 : tr("Test failed. %1").arg(summary));
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    setVisible(m_lines->count() > 0);
}

} // namespace herdbook::connection
