// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/actions/jobaction.h"

#include <QAction>
#include <QWidget>
#include <array>

class QMenu;
class QPushButton;

namespace herdbook {
class ElidedLabel;
} // namespace herdbook

namespace herdbook::ui {

/// What can be done with the jobs selected: one QAction each, with its key, shared by bar, context menu and keyboard. Says how many an
/// action will touch. What there is no room for is under More, first of all what can't be done now. A read-only profile shows no action that
/// writes.
class JobActionBar : public QWidget
{
    Q_OBJECT

public:
    explicit JobActionBar(QWidget *parent = nullptr);

    /// @param total how many rows are shown; less than 0 before all were read.
    /// @param online whether Redis answers: what writes waits for it.
    void setJobs(const QList<jobs::JobRowPtr> &selected, int total, bool online);
    void setReadOnly(bool readOnly);
    /// Whether files can be had over the web API where they aren't on this machine.
    void setDownloadable(bool downloadable) { m_downloadable = downloadable; }

    /// "2 of 23 selected".
    QString shownText() const;

    QAction *action(JobAction action) const { return m_actions.at(static_cast<size_t>(action)); }
    QPushButton *button(JobAction action) const { return m_buttons.at(static_cast<size_t>(action)); }
    /// The jobs among those selected that an action applies to.
    QList<jobs::JobRowPtr> jobsFor(JobAction action) const;

    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void triggered(herdbook::ui::JobAction action, const QList<herdbook::jobs::JobRowPtr> &jobs);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void refresh();
    void fit();
    void fillMenu();
    /// Of the button; `brief`: a short word for the longest.
    QString words(JobAction action, bool brief) const;
    int widthOf(JobAction action, bool brief) const;

    static constexpr size_t ActionCount = 9;
    std::array<QAction *, ActionCount> m_actions{};
    std::array<QPushButton *, ActionCount> m_buttons{};
    ElidedLabel *m_count;
    QPushButton *m_more;
    QMenu *m_menu;
    int m_leastWidth = 0;
    QList<jobs::JobRowPtr> m_jobs;
    int m_total = 0;
    bool m_online = true, m_readOnly = false, m_downloadable = false;
};

} // namespace herdbook::ui
