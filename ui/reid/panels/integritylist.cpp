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
#include <set>
#include <utility>

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

/// Names of deer or pairs of deer, each once, however many deer have one name.
class Named
{
public:
    void add(const reid::Uuid &deer, const QString &name) { add(deer, deer, name); }
    void add(const reid::Uuid &deer, const reid::Uuid &other, const QString &name)
    {
        if (m_seen.emplace(std::min(deer, other), std::max(deer, other)).second)
            names << name;
    }

    QStringList names;

private:
    std::set<std::pair<reid::Uuid, reid::Uuid>> m_seen;
};

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
    const reid::Dataset &data = analysis.data;
    Named named;
    bool all = true;
    if (check.id == "same_image") {
        for (const reid::Contradiction &pair : analysis.contradictions) {
            if (pair.level > reid::kTicksPerUnit)
                named.add(data.detections[pair.first].deer, nameOfDeer(analysis, pair.first));
        }
    } else if (check.id == "same_burst") {
        for (const reid::BurstConflict &conflict : analysis.burstConflicts) {
            if (conflict.level > reid::kTicksPerUnit)
                named.add(data.detections[conflict.first].deer, data.detections[conflict.second].deer,
                          pairOf(nameOfDeer(analysis, conflict.first), nameOfDeer(analysis, conflict.second)));
        }
    } else if (check.id == "duplicate_profiles") {
        for (const reid::DuplicatePair &pair : analysis.duplicateProfiles) {
            const reid::Profile &first = data.profiles[static_cast<std::size_t>(pair.first)];
            const reid::Profile &second = data.profiles[static_cast<std::size_t>(pair.second)];
            named.add(first.id, second.id, pairOf(nameOf(first), nameOf(second)));
        }
    } else if (check.id == "assigned_sex") {
        for (std::size_t at = 0; at < data.detections.size(); ++at) {
            if (data.isOfOtherSex(data.detections[at]))
                named.add(data.detections[at].deer, nameOfDeer(analysis, at));
        }
    } else if (check.id == "profiles") { // which the dataset doesn't have
        all = check.rows.size() < reid::Check::kMostRows;
        for (std::size_t at = 0; at < check.rows.size(); ++at) {
            const bool hasName = at < check.names.size() && !check.names[at].empty();
            named.add(check.rows[at], hasName ? QString::fromStdString(check.names[at]) : shortId(check.rows[at]));
        }
    } else if (check.id == "founder") {
        all = check.rows.size() < reid::Check::kMostRows;
        for (const reid::Uuid &id : check.rows) {
            const auto found = std::ranges::find(data.profiles, id, &reid::Profile::id);
            named.add(id, found == data.profiles.end() ? shortId(id) : nameOf(*found));
        }
    }
    QStringList names = std::move(named.names);
    if (const qsizetype more = names.size() - kMostNames; more > 0) {
        names.resize(kMostNames);
        names << (all ? tr("%1 more").arg(countText(more)) : tr("and more"));
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
