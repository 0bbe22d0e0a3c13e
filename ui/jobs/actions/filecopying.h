// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exports/checkedcopy.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

namespace herdbook::ui {

/// Copies files one after the other, apart. What was begun is carried out when this is gone, by the end of the application.
class FileCopying : public QObject
{
    Q_OBJECT

public:
    static constexpr int Silence = 5000; ///< ms without a step

    FileCopying();
    ~FileCopying() override;

    /// `then` is told in this thread what came of it.
    void copy(const QString &from, const exports::MadeFile &made, const QString &to,
              const std::function<void(const Result<void> &)> &then);
    /// As long as something was begun and hasn't ended, a disk that doesn't answer is told.
    void begin();
    void end();

Q_SIGNALS:
    /// Of the file being copied: 0..1.
    void progressed(double fraction);
    /// The disk hasn't answered for this long.
    void silent(int ms);

private:
    void watch();

    /// What copying tells; it may outlive this.
    struct Beat
    {
        std::mutex mutex;
        FileCopying *owner = nullptr; ///< null once it is gone
        std::atomic<int> count = 0;
    };
    const std::shared_ptr<Beat> m_beat = std::make_shared<Beat>();
    std::unique_ptr<QThreadPool> m_pool = std::make_unique<QThreadPool>();
    QTimer m_watch; ///< runs while something is copied
    int m_copies = 0, m_beatSeen = 0;
};

} // namespace herdbook::ui
