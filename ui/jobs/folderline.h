// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jobs/files/folderlook.h"
#include "core/jobs/jobactions.h"
#include "core/jobs/jobfeed.h"

#include <QWidget>

class QPushButton;

namespace herdbook {
class ElidedLabel;
} // namespace herdbook

namespace herdbook::ui {

/// A quiet line under the jobs: what the export folder takes up, and a button that deletes what no job names any more. That can't be undone,
/// so it asks in its own place first.
class FolderLine : public QWidget
{
    Q_OBJECT

public:
    /// All must outlive the line.
    FolderLine(jobs::FolderLook &look, jobs::JobActions &actions, jobs::JobFeed &feed, QWidget *parent = nullptr);

    /// This profile deletes nothing.
    void setReadOnly(bool readOnly);
    QString text() const;
    QPushButton *freeButton() const { return m_free; }
    QPushButton *confirmButton() const { return m_confirm; }
    QPushButton *backButton() const { return m_back; }

Q_SIGNALS:
    /// What came of it, in one line.
    void told(const QString &text, bool isError);

protected:
    void showEvent(QShowEvent *event) override;

private:
    /// What may be deleted as far as is known now.
    std::optional<QList<exports::AgedFile>> spare() const;
    bool isWithoutRedis() const;
    /// Why nothing is; empty before that was asked.
    QString doubtText() const;
    void refresh();
    void ask(bool asking);
    void freeFiles();
    void tell(const jobs::FreedFiles &freed);

    jobs::FolderLook &m_look;
    jobs::JobActions &m_actions;
    jobs::JobFeed &m_feed;
    ElidedLabel *m_text;
    QPushButton *m_free, *m_confirm, *m_back;
    QList<exports::AgedFile> m_asked; ///< what is asked about
    QDateTime m_before;               ///< and its age
    bool m_freeing = false, m_readOnly = false;
};

} // namespace herdbook::ui
