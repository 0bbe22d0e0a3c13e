// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

#include <map>
#include <mutex>

namespace herdbook::worker {

/// What keeps this worker from its work, or is worth knowing, in sentences: its parts report here, the log says each once, and the lease tells
/// everybody else. May be used by any thread.
class Condition
{
public:
    enum class Weight {
        Problem, ///< the worker isn't ready while it lasts
        Warning
    };

    /// What a part has to say now; nothing when all is well.
    void report(const QString &part, const QString &sentence, Weight weight = Weight::Problem);

    bool isReady() const;

    /// Adds `problems` and `warnings`, lists of sentences, where there are any.
    void addTo(QJsonObject &lease) const;

private:
    struct Said
    {
        QString sentence;
        Weight weight;
    };

    mutable std::mutex m_mutex;
    std::map<QString, Said> m_said;
};

} // namespace herdbook::worker
