// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/journal/journalmodel.h"

#include "core/base/language.h"
#include "core/render/dataset/csv.h"
#include "core/trial/review/words.h"
#include "ui/widgets/style/tokens.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <algorithm>

namespace herdbook::trial {

namespace {

ColorToken inkOf(JournalRow::State state)
{
    switch (state) {
    case JournalRow::State::Applied:
    case JournalRow::State::Certified:
        return &ThemeTokens::ok;
    case JournalRow::State::Partly:
    case JournalRow::State::Withheld:
        return &ThemeTokens::warn;
    case JournalRow::State::FirstEdition:
        return &ThemeTokens::info;
    default:
        return &ThemeTokens::text2;
    }
}

Icon iconOf(JournalRow::State state)
{
    switch (state) {
    case JournalRow::State::Applied:
        return Icon::Completed;
    case JournalRow::State::Certified:
        return Icon::Shield;
    case JournalRow::State::Partly:
    case JournalRow::State::Withheld:
        return Icon::Warning;
    case JournalRow::State::Undone:
        return Icon::Undo;
    case JournalRow::State::FirstEdition:
        return Icon::Info;
    default:
        return Icon::Cancelled;
    }
}

} // namespace

JournalModel::JournalModel(const QTimeZone &zone, QObject *parent) : QAbstractTableModel(parent), m_zone(zone) {}

void JournalModel::setBatches(const std::vector<BatchRecord> &batches)
{
    m_batches = batches;
    build();
}

void JournalModel::setTrials(const std::vector<TrialSummary> &trials)
{
    m_trials = trials;
    build();
}

void JournalModel::build()
{
    m_all = made();
    filter();
}

std::vector<JournalRow> JournalModel::made() const
{
    std::vector<JournalRow> all;
    const auto resultOf = [&](const QUuid &trial) -> QString {
        const auto found =
            std::find_if(m_trials.begin(), m_trials.end(), [&](const TrialSummary &one) { return one.id == trial; });
        if (found == m_trials.end()) // not read, or on a computer that shares nothing
            return tr("not known");
        if (!found->result)
            return found->edition != 2 ? tr("first edition") : tr("none");
        if (found->isOutdated())
            return tr("answered on since");
        if (found->unjudged)
            return tr("not known");
        if (!found->result->withheld.isEmpty())
            return tr("withheld");
        return found->result->threshold
                   ? tr("Certified, %1").arg(Words::count(found->result->looks, tr("look"), tr("looks")))
                   : tr("none");
    };
    for (const BatchRecord &batch : m_batches) {
        JournalRow row;
        row.what = JournalRow::What::Batch;
        row.id = batch.id;
        row.trial = batch.trial;
        row.when = batch.appliedAt;
        row.who = batch.appliedBy;
        row.threshold = batch.threshold;
        row.detections = batch.written;
        row.certificate = resultOf(batch.trial);
        if (!batch.isUndone()) {
            row.state = batch.written > 0 ? JournalRow::State::Applied : JournalRow::State::Empty;
            row.stateText = batch.written > 0 ? tr("Applied") : tr("Nothing was written");
            row.mayUndo = batch.written > 0;
        } else if (batch.restored < batch.written) {
            row.state = JournalRow::State::Partly;
            row.stateText = tr("Partly undone: %1 of %2").arg(batch.restored).arg(batch.written);
        } else {
            row.state = JournalRow::State::Undone;
            row.stateText = tr("Undone %1 by %2").arg(Words::day(batch.undoneAt, m_zone), batch.undoneBy);
        }
        all.push_back(std::move(row));
    }
    for (const TrialSummary &trial : m_trials) {
        JournalRow row;
        row.what = JournalRow::What::Trial;
        row.id = trial.id;
        row.trial = trial.id;
        row.when = trial.result && trial.result->finishedAt.isValid() ? trial.result->finishedAt : trial.createdAt;
        row.who = trial.reviewers.isEmpty() ? trial.createdBy : trial.reviewers.join(QStringLiteral(", "));
        row.threshold = trial.candidate;
        row.certificate = resultOf(trial.id);
        int looks = 0;
        for (const ReviewerProgress &one : trial.progress)
            looks = std::max(looks, one.answered);
        if (trial.edition != 2) {
            row.state = JournalRow::State::FirstEdition;
            row.stateText = tr("First edition, counts for nothing");
        } else if (trial.isOutdated()) {
            row.state = JournalRow::State::Nothing;
            row.stateText = trial.result->holds() ? tr("Certified at %1; answered on since, look at its verdict")
                                                        .arg(Words::threshold(*trial.result->threshold))
                                                  : tr("Answered on since its verdict, look at it again");
        } else if (trial.result && !trial.result->withheld.isEmpty()) {
            row.state = JournalRow::State::Withheld;
            row.stateText =
                (trial.unjudged ? tr("Not known: %1") : tr("Withheld: %1")).arg(coreText(trial.result->withheld));
        } else if (trial.result && trial.result->threshold) {
            row.state = JournalRow::State::Certified;
            row.detections = trial.result->items;
            row.stateText = tr("Certified at %1").arg(Words::threshold(*trial.result->threshold));
        } else {
            row.state = JournalRow::State::Nothing;
            row.stateText = (trial.result ? tr("%1, nothing certified") : tr("%1, no verdict yet"))
                                .arg(Words::count(looks, tr("look"), tr("looks")));
        }
        all.push_back(std::move(row));
    }
    std::stable_sort(all.begin(), all.end(), [](const JournalRow &a, const JournalRow &b) { return a.when > b.when; });
    return all;
}

void JournalModel::setFilter(std::optional<JournalRow::What> what, std::optional<JournalRow::State> state,
                             const QString &text)
{
    m_what = what;
    m_state = state;
    m_text = text;
    filter();
}

void JournalModel::filter()
{
    beginResetModel();
    m_shown.clear();
    for (const JournalRow &row : m_all) {
        if ((m_what && row.what != *m_what) || (m_state && row.state != *m_state))
            continue;
        QStringList words{row.id.toString(QUuid::WithoutBraces), row.trial.toString(QUuid::WithoutBraces)};
        for (int column = 0; column < Columns; ++column)
            words << this->text(row, column);
        if (m_text.isEmpty() || words.join(u' ').contains(m_text, Qt::CaseInsensitive))
            m_shown.push_back(row);
    }
    endResetModel();
}

int JournalModel::count(std::optional<JournalRow::What> what) const
{
    return static_cast<int>(
        std::count_if(m_all.begin(), m_all.end(), [&](const JournalRow &row) { return !what || row.what == *what; }));
}

int JournalModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int JournalModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString JournalModel::text(const JournalRow &row, int column) const
{
    switch (column) {
    case When:
        return Words::shortMoment(row.when, m_zone);
    case What:
        return row.what == JournalRow::What::Batch ? tr("Batch") : tr("Trial");
    case Who:
        return row.who;
    case Threshold:
        return Words::threshold(row.threshold);
    case Detections:
        return row.detections > 0 ? shownCount(row.detections) : tr("none");
    case Certificate:
        return row.certificate;
    case State:
        return row.stateText;
    default:
        return {};
    }
}

QVariant JournalModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const JournalRow &row = m_shown[static_cast<std::size_t>(index.row())];
    if (role == Qt::DisplayRole)
        return text(row, index.column());
    if (role == Qt::ToolTipRole && index.column() == State)
        return plainTip(text(row, index.column()));
    if (role == Qt::DecorationRole && index.column() == State)
        return themeIcon(iconOf(row.state), inkOf(row.state));
    if (role == Qt::ForegroundRole && index.column() == State)
        return themeTokens().*inkOf(row.state);
    if (role == Qt::TextAlignmentRole && (index.column() == Threshold || index.column() == Detections))
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant JournalModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((section == Threshold || section == Detections ? Qt::AlignRight : Qt::AlignLeft) |
                                Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("When"),       tr("What"),        tr("Who"),  tr("Threshold"),
                            tr("Detections"), tr("Certificate"), tr("State")};
    return names.value(section);
}

QByteArray JournalModel::csv() const
{
    QByteArray all = "when_utc,what,who,threshold,detections,certificate,state,id,trial_id\r\n";
    const EnglishTexts english;
    const std::vector<JournalRow> rows = made();
    auto shown = m_shown.begin();
    for (const JournalRow &row : rows) {
        if (shown == m_shown.end() || shown->id != row.id || shown->what != row.what)
            continue;
        ++shown;
        render::CsvLine line;
        line.plain(row.when.toUTC().toString(Qt::ISODate).toLatin1()).text(text(row, What)).text(row.who);
        line.plain(Words::threshold(row.threshold).toUtf8()).plain(QByteArray::number(row.detections));
        line.text(row.certificate).text(row.stateText);
        line.plain(row.id.toByteArray(QUuid::WithoutBraces)).plain(row.trial.toByteArray(QUuid::WithoutBraces));
        all += line.end();
    }
    return all;
}

} // namespace herdbook::trial
