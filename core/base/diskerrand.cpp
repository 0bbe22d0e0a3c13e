// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/diskerrand.h"

#include "core/base/diskhand.h"

#include <utility>

namespace herdbook {

DiskErrand::DiskErrand(QObject *parent) : QObject(parent), m_hand(std::make_unique<DiskHand>())
{
    constexpr std::chrono::milliseconds Look(20);
    m_look.setInterval(Look);
    connect(&m_look, &QTimer::timeout, this, &DiskErrand::look);
    m_patience.setInterval(Patience);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &DiskErrand::silent);
}

DiskErrand::~DiskErrand() = default;

void DiskErrand::give(std::function<void()> work, std::function<void()> done)
{
    m_done = std::move(done);
    m_hand->give(std::move(work));
    m_look.start();
    m_patience.start();
}

bool DiskErrand::finish(std::chrono::milliseconds patience)
{
    if (isBusy() && m_hand->waitIdle(patience))
        look();
    return !isBusy();
}

void DiskErrand::look()
{
    if (m_hand->isBusy())
        return;
    m_look.stop();
    m_patience.stop();
    if (const auto done = std::exchange(m_done, nullptr))
        done();
}

} // namespace herdbook
