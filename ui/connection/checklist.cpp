// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connection/checklist.h"

#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QAccessible>
#include <QHBoxLayout>

#include <algorithm>

namespace herdbook::connection {

namespace {

constexpr int Spacing = 4;
constexpr int MarkHeight = 19;
constexpr int TextLeft = 16 + 8; ///< a mark and what is between

} // namespace

CheckList::CheckList(int steps, int lines, QWidget *parent)
    : QWidget(parent), m_most(lines), m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(Spacing);
    const int line = std::max(MarkHeight, QFontMetrics(textFont(TextRole::Label)).height() + 1);
    setFixedHeight((lines + 1) * line + steps * Spacing); // one says when it was
}

void CheckList::addLine(Tone tone, Icon icon, const QString &what, const QString &detail)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(TextLeft - 16);
    auto *mark = new ElidedLabel({}, TextRole::Body, toneInk(tone));
    mark->setIcon(icon);
    mark->setFixedSize(16, MarkHeight);
    auto *text = new LeadText(what + QLatin1Char('.'), detail, TextRole::Label, &ThemeTokens::text2);
    text->setAlignment(Qt::AlignTop);
    layout->addWidget(mark, 0, Qt::AlignTop);
    layout->addWidget(text, 1);
    m_lines->addWidget(row);
    m_steps << text;
}

void CheckList::share()
{
    QList<int> lines;
    int all = 0;
    for (const LeadText *step : std::as_const(m_steps)) {
        lines << std::max(1, step->linesFor(width() - TextLeft));
        all += lines.constLast();
    }
    for (; all > m_most && all > lines.size(); --all)
        --*std::max_element(lines.begin(), lines.end());
    for (qsizetype at = 0; at < lines.size(); ++at)
        m_steps.at(at)->setMostLines(lines.at(at));
}

void CheckList::resizeEvent(QResizeEvent *event)
{
    share();
    QWidget::resizeEvent(event);
}

void CheckList::show(const CheckRunner::Check &check, const QTimeZone &zone)
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_steps.clear();
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
        auto *at =
            new ElidedLabel(tr("Tested %1").arg(momentText(check.at, zone)), TextRole::Label, &ThemeTokens::text2);
        at->setObjectName(QStringLiteral("testedAt"));
        m_lines->addWidget(at);
        const QString summary = coreText(check.report->summary());
        setAccessibleName(check.report->passed() ? tr("Test passed. %1").arg(summary)
                                                 : tr("Test failed. %1").arg(summary));
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
    m_lines->addStretch(1);
    share();
}

} // namespace herdbook::connection
