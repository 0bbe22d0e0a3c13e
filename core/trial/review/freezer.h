// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trial/review/draw.h"

namespace herdbook::trial {

/// Writes pairs down for a record, and adds the pictures and profiles they show to it.
class Freezer
{
public:
    Freezer(const Source &source, TrialRecord &record) : m_source(source), m_record(record) {}

    Pair item(const Item &item, int level);
    Pair plant(const Plant &plant, const std::vector<std::size_t> &burst);

private:
    std::vector<QUuid> beside(const std::vector<std::size_t> &burst, std::size_t detection, std::int32_t profile);
    std::int32_t runnerUp(const Plant &plant) const;
    Pair common(const QUuid &id, std::size_t detection, std::int32_t profile, std::int32_t runnerUp,
                std::optional<std::size_t> witness);
    QUuid picture(std::size_t detection);
    std::vector<QUuid> photos(std::int32_t profile, std::size_t detection, std::optional<std::size_t> witness,
                              const QUuid &id);
    QUuid profile(std::int32_t index);

    const Source &m_source;
    TrialRecord &m_record;
};

} // namespace herdbook::trial
