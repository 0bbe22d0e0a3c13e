// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/journal/batchdetails.h"

#include "core/trial/review/words.h"
#include "ui/trial/sample/numbertable.h"
#include "ui/widgets/followfocus.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <algorithm>

namespace herdbook::trial {

namespace {

constexpr std::size_t kRowsShown = 6;

using RowLook = NumberTable::Row::Look;

QVBoxLayout *column(QBoxLayout &row, const QString &title, Label **titleLabel = nullptr)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(6);
    auto *label = new Label(title, TextRole::LabelStrong, &ThemeTokens::text2);
    label->setWordWrap(true);
    if (titleLabel != nullptr)
        *titleLabel = label;
    layout->addWidget(label);
    row.addLayout(layout, 1);
    return layout;
}

} // namespace

BatchDetails::BatchDetails(const QTimeZone &zone, bool readOnly, QWidget *parent)
    : Card(QStringLiteral(" "), parent), m_zone(zone), m_readOnly(readOnly)
{
    setHeaderLine(true);
    m_title = new Label({}, TextRole::Strong);
    m_pill = new Pill;
    m_open = new QPushButton(tr("Open the trial"));
    setCompact(m_open);
    header()->insertWidget(0, m_title);
    header()->insertWidget(1, m_pill);
    header()->addWidget(m_open);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT openAsked(m_trial); });
    m_columns = new QWidget;
    auto *row = new QHBoxLayout(m_columns);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(24);
    QVBoxLayout *done = column(*row, tr("What was done"));
    m_facts = new NumberTable;
    done->addWidget(m_facts);
    done->addStretch();
    row->addWidget(new Divider(Qt::Vertical));
    QVBoxLayout *rows = column(*row, {}, &m_rowsTitle);
    m_rows = new NumberTable;
    rows->addWidget(m_rows);
    rows->addStretch();
    row->addWidget(new Divider(Qt::Vertical));
    m_third = new QWidget;
    auto *third = new QHBoxLayout(m_third);
    third->setContentsMargins(0, 0, 0, 0);
    QVBoxLayout *undo = column(*third, {}, &m_thirdTitle);
    m_effect = new Label({}, TextRole::Body);
    m_stay = new Label({}, TextRole::Label, &ThemeTokens::text2);
    for (Label *label : {m_effect, m_stay}) {
        label->setWordWrap(true);
        undo->addWidget(label);
    }
    m_showAll = new QPushButton;
    setButtonKind(m_showAll, ButtonKind::Flat);
    undo->addWidget(m_showAll, 0, Qt::AlignLeft);
    connect(m_showAll, &QPushButton::clicked, this, [this] { showStaying(true); });
    m_buttons = new QStackedWidget;
    m_buttons->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto page = [&] {
        auto *widget = new QWidget;
        auto *layout = new QHBoxLayout(widget);
        layout->setContentsMargins(0, 0, 0, 0);
        m_buttons->addWidget(widget);
        return layout;
    };
    QHBoxLayout *usual = page();
    m_undo = new QPushButton(themeIcon(Icon::Undo), {});
    usual->addStretch(); // under what undoing would do
    usual->addWidget(m_undo);
    QHBoxLayout *asking = page();
    asking->addStretch();
    m_question = new Label({}, TextRole::Strong);
    m_confirm = new QPushButton(tr("Undo"));
    auto *back = new QPushButton(tr("Back"));
    for (QWidget *part :
         {static_cast<QWidget *>(m_question), static_cast<QWidget *>(m_confirm), static_cast<QWidget *>(back)})
        asking->addWidget(part);
    auto *patience =
        new Label(tr("Nobody is held up: if a table is in use for over 5 s, it says by whom and nothing is changed."),
                  TextRole::Label, &ThemeTokens::text2);
    patience->setWordWrap(true);
    undo->addWidget(patience);
    undo->addStretch();
    row->addWidget(m_third, 1);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(m_columns);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumHeight(60);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_columns->setAutoFillBackground(false);
    followFocus(*m_scroll);
    body()->addWidget(m_scroll, 1);
    body()->addWidget(m_buttons);
    body()->addStretch();
    connect(m_undo, &QPushButton::clicked, this, &BatchDetails::askUndo);
    connect(m_confirm, &QPushButton::clicked, this, &BatchDetails::askUndo);
    connect(back, &QPushButton::clicked, this, [this] { m_buttons->setCurrentIndex(0); });
    showNothing();
}

void BatchDetails::showNothing()
{
    m_batch = {};
    m_trial = {};
    m_title->setText(tr("Choose a row to see what it did"));
    m_pill->hide();
    m_open->hide();
    m_scroll->hide();
    m_buttons->hide();
}

void BatchDetails::showTrial(const JournalRow &row)
{
    m_batch = {};
    m_trial = row.id;
    m_title->setText(tr("Trial of %1").arg(Words::shortMoment(row.when, m_zone)));
    m_pill->setState(row.state == JournalRow::State::Certified  ? Tone::Ok
                     : row.state == JournalRow::State::Withheld ? Tone::Warn
                                                                : Tone::Info,
                     row.state == JournalRow::State::Certified  ? tr("Certified")
                     : row.state == JournalRow::State::Withheld ? tr("Withheld")
                                                                : tr("No certificate"));
    m_pill->show();
    m_open->show();
    m_scroll->show();
    m_third->hide();
    m_buttons->hide();
    m_facts->setRows({{{tr("Reviewed by"), row.who}, RowLook::Plain},
                      {{tr("Threshold"), Words::threshold(row.threshold)}, RowLook::Plain},
                      {{tr("Certificate"), row.certificate}, RowLook::Plain},
                      {{tr("Detections covered"), row.detections > 0 ? QString::number(row.detections) : tr("none")},
                       RowLook::Plain}});
    m_rowsTitle->setText(row.stateText);
    m_rows->setRows({});
}

void BatchDetails::showBatch(const JournalRow &row)
{
    m_batch = row.id;
    m_trial = row.trial;
    m_title->setText(tr("Batch of %1").arg(Words::shortMoment(row.when, m_zone)));
    m_pill->setState(row.state == JournalRow::State::Applied  ? Tone::Ok
                     : row.state == JournalRow::State::Partly ? Tone::Warn
                                                              : Tone::Neutral,
                     row.stateText);
    m_pill->show();
    m_open->show();
    m_scroll->show();
    m_third->show();
    m_facts->setRows({{{tr("Written by"), row.who}, RowLook::Plain}});
    m_rowsTitle->setText(tr("Reading …"));
    m_rows->setRows({});
    m_thirdTitle->clear();
    m_effect->clear();
    m_stay->clear();
    m_showAll->hide();
    m_buttons->setCurrentIndex(0);
    m_buttons->setVisible(false);
}

QString BatchDetails::conflictText(const Conflict &conflict) const
{
    const QString id = Words::shortId(conflict.detection);
    switch (conflict.state) {
    case RowState::Reviewed:
        if (!conflict.noted)
            return tr("%1: reviewed by a person, before the batch or since isn’t known").arg(id);
        return conflict.foundBy.isEmpty()
                   ? tr("%1: a person has decided about it since").arg(id)
                   : tr("%1: %2 decided about it on %3")
                         .arg(id, conflict.foundBy,
                              conflict.foundAt.isValid() ? Words::shortMoment(conflict.foundAt, m_zone)
                                                         : tr("an unknown day"));
    case RowState::LaterBatch:
        return tr("%1: a later batch wrote it; undo that one first").arg(id);
    case RowState::Deleted:
        return tr("%1: deleted").arg(id);
    default:
        return conflict.found.isNull()
                   ? tr("%1: unassigned since").arg(id)
                   : tr("%1: given to %2 since")
                         .arg(id, conflict.foundName.isEmpty() ? Words::shortId(conflict.found) : conflict.foundName);
    }
}

void BatchDetails::setBatch(const BatchRecord &batch)
{
    if (batch.id != m_batch)
        return;
    std::vector<NumberTable::Row> facts{
        {{tr("Written by"), tr("%1, %2").arg(batch.appliedBy, Words::moment(batch.appliedAt, m_zone))}, RowLook::Plain},
        {{tr("Threshold"), Words::threshold(batch.threshold)}, RowLook::Plain},
        {{tr("Detections"), tr("%1 got a profile").arg(batch.written)}, RowLook::Plain},
        {{tr("Left alone"), QString::number(batch.applyConflicts.size())}, RowLook::Plain}};
    if (batch.isUndone())
        facts.push_back(
            {{tr("Undone"), tr("%1, %2").arg(batch.undoneBy, Words::moment(batch.undoneAt, m_zone))}, RowLook::Plain});
    m_facts->setRows(facts);
    m_rowsTitle->setText(
        batch.sightings.empty() && batch.written > 0
            ? tr("Its sighting counts weren’t noted")
            : tr("Sightings of %1")
                  .arg(Words::count(static_cast<qint64>(batch.sightings.size()), tr("profile"), tr("profiles"))));
    std::vector<NumberTable::Row> rows;
    for (const Sighting &sighting : batch.sightings) {
        if (rows.size() >= kRowsShown)
            break;
        rows.push_back(
            {{sighting.name.isEmpty() ? Words::shortId(sighting.deer) : sighting.name, sightingText(sighting)},
             RowLook::Plain});
    }
    if (batch.sightings.size() > kRowsShown)
        rows.push_back({{tr("and %1 more").arg(batch.sightings.size() - kRowsShown), QString()}, RowLook::Quiet});
    m_rows->setRows(rows);
    m_thirdTitle->setText(batch.isUndone() ? tr("What undo did") : tr("If you undo it"));
    const bool told = batch.isUndone() || batch.compared;
    if (!told)
        m_effect->setText(tr("What undo would do can be told after the journal is upgraded."));
    else if (batch.isUndone())
        m_effect->setText(effectText(batch));
    else
        m_effect->setText(QString(effectText(batch) + u' ' + m_obstacle).trimmed());
    m_staying = batch.undoConflicts;
    m_none = !told              ? QString()
             : batch.isUndone() ? tr("No row stayed.")
                                : tr("Profile, review and correction of all of these rows are as the batch left them.");
    showStaying(false);
    m_buttons->setVisible(told && !batch.isUndone() && !m_readOnly && batch.restored > 0 && m_obstacle.isEmpty());
    m_undo->setText(tr("Undo %1…").arg(Words::count(batch.restored, tr("row"), tr("rows"))));
    m_question->setText(tr("Undo %1?").arg(Words::count(batch.restored, tr("row"), tr("rows"))));
    m_buttons->setCurrentIndex(0);
}

QString BatchDetails::effectText(const BatchRecord &batch)
{
    const bool undone = batch.isUndone();
    const QString rows = Words::count(batch.restored, tr("row"), tr("rows"));
    const bool counted = batch.restored > 0 && batch.miscounts.empty() && (!undone || !batch.sightings.empty());
    if (counted)
        return (undone ? tr("%1 went back to what they were, and the sighting counts fell by as many.")
                       : tr("%1 go back to what they were, and the sighting counts fall by as many."))
            .arg(rows);
    const QString back =
        (undone ? tr("%1 went back to what they were.") : tr("%1 go back to what they were.")).arg(rows);
    if (batch.miscounts.empty())
        return back;
    QStringList whose;
    for (std::size_t i = 0; i < std::min(batch.miscounts.size(), kRowsShown); ++i)
        whose << miscountText(batch.miscounts[i]);
    if (batch.miscounts.size() > kRowsShown)
        whose << tr("and %1 more").arg(batch.miscounts.size() - kRowsShown);
    const QString profiles = Words::count(static_cast<qint64>(batch.miscounts.size()), tr("profile"), tr("profiles"));
    return back + u' ' +
           (undone ? tr("The sighting counts of %1 didn’t fall by as many: %2.")
                   : tr("The sighting counts of %1 can’t fall by as many: %2."))
               .arg(profiles, whose.join(QStringLiteral(", ")));
}

QString BatchDetails::miscountText(const Miscount &miscount)
{
    const QString name = miscount.name.isEmpty() ? Words::shortId(miscount.deer) : miscount.name;
    const QString rows = Words::count(miscount.rows, tr("row"), tr("rows"));
    if (!miscount.before || !miscount.after)
        return tr("%1 (%2, no count)").arg(name, rows);
    return tr("%1 (%2, count %3 → %4)")
        .arg(name, rows, QString::number(*miscount.before), QString::number(*miscount.after));
}

QString BatchDetails::sightingText(const Sighting &sighting)
{
    QString applied = tr("%1 → %2").arg(sighting.before).arg(sighting.after);
    if (!sighting.undoAfter)
        return applied;
    if (sighting.undoBefore.value_or(sighting.after) == sighting.after)
        return tr("%1 → %2").arg(applied).arg(*sighting.undoAfter);
    return tr("%1, undo %2 → %3").arg(applied).arg(*sighting.undoBefore).arg(*sighting.undoAfter); // others counted too
}

void BatchDetails::setUnread(const QUuid &batch, const QString &why)
{
    if (batch != m_batch)
        return;
    m_rowsTitle->setText(tr("Not read"));
    m_thirdTitle->setText(tr("Not known"));
    m_effect->setText(coreText(why));
    m_stay->clear();
    m_showAll->hide();
    m_buttons->hide();
}

void BatchDetails::showStaying(bool all)
{
    const std::size_t shown = all ? m_staying.size() : std::min(m_staying.size(), kRowsShown);
    QStringList stay;
    for (std::size_t i = 0; i < shown; ++i)
        stay << conflictText(m_staying[i]);
    if (shown < m_staying.size())
        stay << tr("and %1 more").arg(m_staying.size() - shown);
    m_stay->setText(stay.isEmpty() ? m_none : tr("%1 stay:\n%2").arg(m_staying.size()).arg(stay.join(u'\n')));
    m_showAll->setText(tr("Show the %1").arg(m_staying.size()));
    m_showAll->setVisible(shown < m_staying.size());
}

QString BatchDetails::undoText() const
{
    return m_effect->text() + u'\n' + m_stay->text();
}

void BatchDetails::askUndo()
{
    if (m_batch.isNull() || !m_buttons->isVisible()) // Maintenance may hide all of it
        return;
    if (m_buttons->currentIndex() == 0) {
        m_buttons->setCurrentIndex(1);
        m_confirm->setFocus();
        return;
    }
    m_buttons->setVisible(false);
    Q_EMIT undoAsked(m_batch);
}

} // namespace herdbook::trial
