// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTimer>
#include <QWidget>

class QPushButton;

namespace herdbook {
class Banner;
} // namespace herdbook

namespace herdbook::ui {

/// How far an analysis has come, why it failed, and whether what was to be saved is: a banner, and the room under it.
class AnalysisBanner : public QWidget
{
    Q_OBJECT

public:
    explicit AnalysisBanner(QWidget *parent = nullptr);

    QPushButton *cancelButton() const { return m_cancel; }
    /// Sets what it says; show() it when that is worth saying.
    void setRunning();
    void setStage(const QString &stage, qint64 done, qint64 total);
    void showFailure(const Error &error);
    /// Good news goes by itself.
    void showSaved(const QString &path, const Result<void> &result);

Q_SIGNALS:
    void connectionAsked();

private:
    Banner *m_banner;
    QTimer m_time; ///< until good news goes
    QPushButton *m_cancel;
    QPushButton *m_connection;
};

} // namespace herdbook::ui
