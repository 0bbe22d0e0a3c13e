// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/checklist.h"

#include "ui/widgets/coretexts.h"
#include "ui/widgets/label.h"

#include <QVBoxLayout>

namespace herdbook::dashboard {

namespace {

using Outcome = reid::Check::Outcome;

struct Look
{
    Icon icon;
    ColorToken color;
    QString word;
};

Look lookOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Pass:
        return {Icon::Completed, &ThemeTokens::ok, CheckList::tr("pass")};
    case Outcome::Warn:
        return {Icon::Warning, &ThemeTokens::warn, CheckList::tr("warning")};
    case Outcome::Fail:
        return {Icon::Failed, &ThemeTokens::error, CheckList::tr("fail")};
    case Outcome::NotApplicable:
        break;
    }
    return {Icon::Info, &ThemeTokens::text2, CheckList::tr("not applicable")};
}

Label *paragraph(const QString &text, ColorToken color)
{
    auto *label = new Label(text, TextRole::Label, color);
    label->setWordWrap(true);
    label->setContentsMargins(20, 0, 0, 0);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

CheckList::CheckList(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(10);
}

int CheckList::troubles(const reid::Analysis &analysis)
{
    return static_cast<int>(std::ranges::count_if(analysis.integrity, [](const reid::Check &check) {
        return check.outcome == Outcome::Warn || check.outcome == Outcome::Fail;
    }));
}

void CheckList::setAnalysis(const SharedAnalysis &analysis)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    if (!analysis) {
        m_rows->addWidget(new Label(tr("Nothing is analyzed yet."), TextRole::Body, &ThemeTokens::text2));
        return;
    }
    for (const Outcome outcome : {Outcome::Fail, Outcome::Warn, Outcome::Pass, Outcome::NotApplicable}) {
        for (const reid::Check &check : analysis->integrity) {
            if (check.outcome == outcome)
                add(check);
        }
    }
}

void CheckList::add(const reid::Check &check)
{
    const Look look = lookOf(check.outcome);
    auto *row = new QWidget;
    auto *column = new QVBoxLayout(row);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    auto *title = new MarkedLabel(look.icon, coreText(check.title), TextRole::Strong, look.color);
    title->setAccessibleName(QStringLiteral("%1 %2").arg(coreText(check.title), look.word));
    column->addWidget(title);
    column->addWidget(paragraph(coreText(check.detail), &ThemeTokens::text2));
    if (!check.fix.empty())
        column->addWidget(paragraph(coreText(check.fix), &ThemeTokens::text));
    m_rows->addWidget(row);
}

} // namespace herdbook::dashboard
