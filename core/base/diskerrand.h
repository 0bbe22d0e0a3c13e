// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>
#include <memory>

namespace herdbook {

class DiskHand;

/// A DiskHand for an object that lives by an event loop: sends it to a disk, and hears there when it is back, or that it isn't yet.
class DiskErrand : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds Patience{5000};

    explicit DiskErrand(QObject *parent = nullptr);
    ~DiskErrand() override;

    /// As DiskHand::give(): not while it is busy, and the work must hold all it needs. `done` is called in this object's thread.
    void give(std::function<void()> work, std::function<void()> done);
    bool isBusy() const { return m_done != nullptr; }
    /// Waits for the work, for so long, and calls `done`; whether it is done. For an end that can't wait for the event loop.
    bool finish(std::chrono::milliseconds patience);

Q_SIGNALS:
    /// The disk hasn't answered for Patience; said once an errand.
    void silent();

private:
    void look();

    std::unique_ptr<DiskHand> m_hand;
    std::function<void()> m_done;
    QTimer m_look, m_patience;
};

} // namespace herdbook
