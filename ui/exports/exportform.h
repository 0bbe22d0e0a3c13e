// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/exportvalidation.h"
#include "ui/exports/forminput.h"

#include <QDate>
#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimeZone>
#include <functional>

namespace herdbook::ui {

/// The form's logic without widgets: input, validation as typed, and whether it may be sent. What is right is decided by the same function as in
/// the HTTP API; what is said about it is for people, where the API speaks of its fields.
class ExportForm : public QObject
{
    Q_OBJECT

public:
    /// Why nothing can be sent although the input is right.
    enum class Barrier { None, RedisAway, ReadOnly, Sending };

    using DayIn = std::function<QDate(const QTimeZone &)>;

    /// @param today the current day in the site's time zone.
    /// @param todayIn the current day in another, for input that has one.
    explicit ExportForm(std::function<QDate()> today, DayIn todayIn = {}, QObject *parent = nullptr);

    const FormInput &input() const { return m_input; }
    FormInput defaults() const;
    /// Paper where none was chosen: that of the site.
    void setPaper(exports::PageSize size);
    /// Whom reports are for, as the profile says; goes into every report.
    void setLetterhead(const exports::Letterhead &letterhead);
    /// The profile's title, for reports that are given none.
    void setDefaultTitle(const QString &title);
    /// Where the request counts its days.
    QDate today() const;

    /// Checks the input anew where another day has begun.
    void followDay();

    /// Replaces all input: a preset form, "edit and run again", what was remembered. Nothing of it counts as touched.
    void setInput(const FormInput &input);
    /// Changes part of the input; `field` counts as touched from now on, and as being typed in until settle().
    void edit(const QString &field, const std::function<void(FormInput &)> &change);
    /// Another kind of export; each keeps its own title.
    void setKind(FormKind kind);
    /// The user has paused in the field: what is incomplete now counts as wrong.
    void settle(const QString &field);
    /// The user has left the field: a day that was understood is written as YYYY-MM-DD.
    void leave(const QString &field);
    /// The days a date field's text can mean, when it can mean two; empty otherwise.
    QList<QDate> readings(const QString &field) const;
    /// Shows all that is missing, touched or not: after an attempt to send.
    void touchAll();

    /// The message under a field, by its name in the request ("start_date", "comparison_periods[1].label"); empty when it's right, untouched,
    /// or still being typed and so far the beginning of something right.
    QString message(const QString &field) const;
    /// All broken rules, shown or not.
    const QList<exports::Violation> &violations() const { return m_violations; }
    /// A concern that forbids nothing; empty mostly.
    QString warning() const;

    const std::optional<exports::ExportRequest> &request() const { return m_request; }
    /// The request there would be with the end date no later than today, for the preview; the flag says that it was changed.
    std::optional<exports::ExportRequest> previewRequest(bool *endMoved) const;

    Barrier barrier() const { return m_barrier; }
    void setBarrier(Barrier barrier);
    bool canSubmit() const { return m_request.has_value() && m_barrier == Barrier::None; }
    /// What is to be done before it can be sent: "Put right first: End". Empty when it can.
    QString reason() const;
    /// Whether reason() speaks of wrong input rather than missing input or a barrier.
    bool reasonIsError() const;

Q_SIGNALS:
    /// Input, messages or barrier changed.
    void changed();

private:
    void group();
    void namePeriods();
    void check();
    bool isIncomplete(const QString &field) const;

    std::function<QDate()> m_today;
    DayIn m_todayIn;
    FormInput m_input;
    QHash<int, QString> m_titles; ///< of the kinds not shown
    QSet<QString> m_touched;
    QString m_typing; ///< the field being typed in
    QDate m_checkedOn;
    QList<exports::Violation> m_violations;
    std::optional<exports::ExportRequest> m_request;
    Barrier m_barrier = Barrier::None;
    exports::PageSize m_paper = exports::PageSize::A4;
    exports::Letterhead m_letterhead;
    QString m_defaultTitle;
};

} // namespace herdbook::ui
