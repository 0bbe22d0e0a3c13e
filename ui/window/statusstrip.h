// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "ui/window/statuscell.h"
#include "ui/window/systemhealth.h"

#include <QTimeZone>
#include <QWidget>
#include <chrono>
#include <optional>

class QHBoxLayout;
class QTimer;

namespace herdbook {

class ElidedLabel;
class Label;
class OfferTime;

/// The strip under all pages: health of PostgreSQL, Redis, workers and queue; for a while an offer to undo; profile and site time.
class StatusStrip : public QWidget
{
    Q_OBJECT

public:
    enum class Cell { PostgreSql, Redis, Workers, Queue };
    Q_ENUM(Cell)

    explicit StatusStrip(Clock clock, QWidget *parent = nullptr);

    void setHealth(const SystemHealth &health);
    /// An empty name: none is open.
    void setProfile(const QString &name, bool readOnly);
    /// What can't be kept on this machine's disk, one sentence each; nothing is shown where all can.
    void setNotKept(const QStringList &sentences);
    void setSiteTimeZone(const QTimeZone &zone);
    /// Shows `text` with an Undo button for `duration`, which OfferTime holds; a new offer replaces the last one, whose time then is over.
    void offerUndo(const QString &text, std::chrono::milliseconds duration, std::function<void()> undo);
    /// Whether Ctrl+Z is that of the offer; on another page than the one of the removal it is that page's, and the button stays.
    void setUndoKey(bool on);
    StatusCell *notKept() const { return m_notKept; }
    StatusCell *cell(Cell cell) const { return m_cells[static_cast<size_t>(cell)]; }
    QToolButton *undoButton() const { return m_undo; }

Q_SIGNALS:
    void activated(herdbook::StatusStrip::Cell cell);
    /// The Undo button had the focus and is gone.
    void focusLost();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool isSilent(const ServiceHealth &health) const;
    void showService(StatusCell &cell, const ServiceHealth &health);
    void showCount(StatusCell &cell, const std::optional<int> &count, const QString &unit, const SystemHealth &health);
    void showWorkers(StatusCell &cell, int online, const SystemHealth &health);
    QString siteClock(const QDateTime &time, const QString &format) const;
    void tick();

    Clock m_clock;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    SystemHealth m_health;
    QDate m_day;                                     ///< that was last shown
    std::pair<bool, bool> m_silent = {false, false}; ///< PostgreSQL, Redis, as last shown
    std::array<StatusCell *, 4> m_cells{};
    StatusCell *m_notKept;
    ElidedLabel *m_offer;
    QToolButton *m_undo;
    OfferTime *m_offerTime;
    std::function<void()> m_undoAction;
    ElidedLabel *m_profile;
    Label *m_time;
    QTimer *m_tick;
};

} // namespace herdbook
