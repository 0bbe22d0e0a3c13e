// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/batch/batch.h"
#include "core/trial/review/store.h"
#include "ui/widgets/style/icons.h"

#include <QAbstractTableModel>
#include <QTimeZone>

namespace herdbook::trial {

/// A batch or a trial in the journal, in words.
struct JournalRow
{
    enum class What { Batch, Trial };
    enum class State { Applied, Undone, Partly, Certified, Withheld, Nothing, FirstEdition, Empty };
    What what = What::Batch;
    State state = State::Nothing;
    QUuid id;
    QUuid trial;
    QDateTime when;
    QString who;
    double threshold = 0;
    qint64 detections = 0;
    QString certificate;
    QString stateText;
    bool mayUndo = false;
};

/// All batches and trials, newest first.
class JournalModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { When, What, Who, Threshold, Detections, Certificate, State, Columns };

    explicit JournalModel(const QTimeZone &zone, QObject *parent = nullptr);

    void setBatches(const std::vector<BatchRecord> &batches);
    void setTrials(const std::vector<TrialSummary> &trials);
    /// Which are shown: of one kind, of one state, with a text in any column or id.
    void setFilter(std::optional<JournalRow::What> what, std::optional<JournalRow::State> state, const QString &text);
    const JournalRow &row(int row) const { return m_shown[static_cast<std::size_t>(row)]; }
    int count(std::optional<JournalRow::What> what) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    /// What is shown, as CSV with ids and UTC times, in English.
    QByteArray csv() const;

private:
    std::vector<JournalRow> made() const;
    void build();
    void filter();
    QString text(const JournalRow &row, int column) const;

    const QTimeZone m_zone;
    std::vector<BatchRecord> m_batches;
    std::vector<TrialSummary> m_trials;
    std::vector<JournalRow> m_all;
    std::vector<JournalRow> m_shown;
    std::optional<JournalRow::What> m_what;
    std::optional<JournalRow::State> m_state;
    QString m_text;
};

} // namespace herdbook::trial
