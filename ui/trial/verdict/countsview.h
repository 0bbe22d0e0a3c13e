// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/applydesk.h"

#include <QWidget>
#include <array>

namespace herdbook {
class Label;
}

namespace herdbook::trial {

/// How many detections a batch changes, or has changed, and how many stay as they are, and why.
class CountsView : public QWidget
{
    Q_OBJECT

public:
    explicit CountsView(QWidget *parent = nullptr);

    void setState(const ApplyState &state);

private:
    void setRow(std::size_t row, qint64 number, const QString &text);

    std::array<Label *, 5> m_numbers{};
    std::array<Label *, 5> m_texts{};
};

} // namespace herdbook::trial
