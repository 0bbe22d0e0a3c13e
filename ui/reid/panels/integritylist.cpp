// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/panels/integritylist.h"

#include "ui/reid/words.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace herdbook::ui {

namespace {

using Outcome = reid::Check::Outcome;

constexpr qsizetype kMostNames = 6; ///< of deer beside a check

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
        return {Icon::Completed, &ThemeTokens::ok, IntegrityList::tr("pass")};
    case Outcome::Warn:
        return {Icon::Warning, &ThemeTokens::warn, IntegrityList::tr("warning")};
    case Outcome::Fail:
        return {Icon::Failed, &ThemeTokens::error, IntegrityList::tr("fail")};
    case Outcome::NotApplicable:
        break;
    }
    return {Icon::Info, &ThemeTokens::text2, IntegrityList::tr("not applicable")};
}

Label *paragraph(const QString &text, ColorToken color)
{
    auto *label = new Label(text, TextRole::Label, color);
    label->setWordWrap(true);
    label->setContentsMargins(20, 0, 0, 0);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

QString pairOf(const QString &first, const QString &second)
{
    return IntegrityList::tr("%1 and %2").arg(first, second);
}

/// Those of `ids` that are assigned.
std::vector<std::size_t> detectionsOf(const reid::Analysis &analysis, std::vector<reid::Uuid> ids)
{
    std::ranges::sort(ids);
    std::vector<std::size_t> found;
    for (std::size_t at = 0; at < analysis.data.detections.size(); ++at) {
        const reid::Detection &detection = analysis.data.detections[at];
        if (detection.assigned() && std::ranges::binary_search(ids, detection.id))
            found.push_back(at);
    }
    return found;
}

} // namespace

IntegrityList::IntegrityList(QWidget *parent) : QWidget(parent), m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(10);
}

int IntegrityList::troubles(const reid::Analysis &analysis)
{
    return static_cast<int>(std::ranges::count_if(analysis.integrity, [](const reid::Check &check) {
        return check.outcome == Outcome::Warn || check.outcome == Outcome::Fail;
    }));
}

void IntegrityList::setAnalysis(const SharedAnalysis &analysis)
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
                add(*analysis, check);
        }
    }
}

QStringList IntegrityList::deerOf(const reid::Analysis &analysis, const reid::Check &check)
{
    if (check.outcome != Outcome::Warn && check.outcome != Outcome::Fail)
        return {};
    QStringList names;
    if (check.id == "same_image") {
        for (const reid::Contradiction &pair : analysis.contradictions) {
            if (pair.level > reid::kTicksPerUnit)
                names << nameOfDeer(analysis, pair.first);
        }
    } else if (check.id == "same_burst") {
        for (const reid::BurstConflict &conflict : analysis.burstConflicts) {
            if (conflict.level > reid::kTicksPerUnit)
                names << pairOf(nameOfDeer(analysis, conflict.first), nameOfDeer(analysis, conflict.second));
        }
    } else if (check.id == "duplicate_profiles") {
        const auto name = [&](std::int32_t profile) {
            return nameOf(analysis.data.profiles[static_cast<std::size_t>(profile)]);
        };
        for (const reid::DuplicatePair &pair : analysis.duplicateProfiles)
            names << pairOf(name(pair.first), name(pair.second));
    } else if (check.id == "assigned_sex") {
        for (const std::size_t at : detectionsOf(analysis, check.rows))
            names << nameOfDeer(analysis, at);
    } else if (check.id == "profiles") { // which the dataset doesn't have
        for (std::size_t at = 0; at < check.rows.size(); ++at) {
            const bool named = at < check.names.size() && !check.names[at].empty();
            names << (named ? QString::fromStdString(check.names[at]) : shortId(check.rows[at]));
        }
    } else if (check.id == "founder") {
        for (const reid::Uuid &id : check.rows) {
            const auto found = std::ranges::find(analysis.data.profiles, id, &reid::Profile::id);
            names << (found == analysis.data.profiles.end() ? shortId(id) : nameOf(*found));
        }
    }
    names.removeDuplicates();
    if (const qsizetype more = names.size() - kMostNames; more > 0) {
        names.resize(kMostNames);
        names << tr("%1 more").arg(countText(more));
    }
    return names;
}

void IntegrityList::add(const reid::Analysis &analysis, const reid::Check &check)
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
    if (const QStringList deer = deerOf(analysis, check); !deer.isEmpty())
        column->addWidget(paragraph(tr("Deer: %1").arg(deer.join(QStringLiteral(", "))), &ThemeTokens::text));
    if (!check.fix.empty())
        column->addWidget(paragraph(coreText(check.fix), &ThemeTokens::text));
    const QString id = QString::fromStdString(check.id);
    if (m_withPairs.contains(id) && (check.outcome == Outcome::Warn || check.outcome == Outcome::Fail)) {
        auto *button = new QPushButton(themeIcon(Icon::Zoom, &ThemeTokens::text), tr("Show the pairs"));
        button->setAccessibleName(QStringLiteral("%1 %2").arg(coreText(check.title), button->text()));
        setCompact(button);
        auto *line = new QHBoxLayout;
        line->setContentsMargins(20, 2, 0, 0);
        line->addWidget(button);
        line->addStretch(1);
        column->addLayout(line);
        connect(button, &QPushButton::clicked, this, [this, id] { Q_EMIT pairsAsked(id); });
    }
    m_rows->addWidget(row);
}

} // namespace herdbook::ui
