// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/widgets/labels/banner.h"

#include <QTimer>
#include <chrono>

namespace herdbook::trial {

/// Says what the first step couldn't read or do, and what is not known for that; hidden as long as there is nothing of it.
class FaultBanner : public Banner
{
    Q_OBJECT

public:
    struct Faults
    {
        QString notDone;             ///< why what was asked for failed; empty: it didn't
        std::optional<Error> source; ///< why nothing can be drawn
        std::optional<Error> here;   ///< why trials of this workstation may be missing
        std::optional<Error> shared; ///< why those in the database may be
    };

    /// @param again how long until what may pass by itself is tried again.
    explicit FaultBanner(std::chrono::milliseconds again, QWidget *parent = nullptr);

    /// @param hasSource what was read earlier is still there to draw from.
    void tell(const Faults &faults, bool hasSource);
    QPushButton *photosButton() const { return m_photos; }

Q_SIGNALS:
    void photosAsked();
    void connectionAsked();
    void retryAsked();
    /// It is time to try again what may pass by itself.
    void retryDue();

private:
    QPushButton *m_photos;
    QPushButton *m_connection;
    QTimer m_again;
};

} // namespace herdbook::trial
