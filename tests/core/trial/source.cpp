// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/source.h"

namespace herdbook::trial::simulation {

SimulatedSource simulatedSource(int bursts)
{
    Situation situation = situations().front();
    situation.bursts = bursts;
    SimulatedSource made{populate(situation, 3), nullptr};
    reid::Dataset &data = made.population.data;
    for (std::size_t profile = 0; profile < data.profiles.size(); ++profile) {
        data.profiles[profile].name = "Deer " + std::to_string(profile);
        for (int i = 0; i < 5; ++i) {
            reid::Detection detection = data.detections.front();
            detection.id[15] = static_cast<std::uint8_t>(1 + i);
            detection.id[14] = static_cast<std::uint8_t>(1 + profile);
            detection.image = detection.id;
            detection.burst = {};
            detection.takenAt = (static_cast<std::int64_t>(profile) * 50 + i * 61) * 86'400'000'000LL;
            detection.label = data.profiles[profile].sex == reid::Sex::Doe ? reid::Label::Doe : reid::Label::Buck;
            detection.deer = data.profiles[profile].id;
            detection.ownProfile = static_cast<std::int32_t>(profile);
            reid::Match match;
            match.own = match.best = i == 0 ? 10000 : static_cast<reid::Ticks>(7000 + 100 * i);
            match.bestProfile = detection.ownProfile;
            data.detections.push_back(detection);
            data.matches.push_back(match);
            made.population.right.push_back(true);
        }
    }
    auto source = std::make_shared<Source>();
    source->data = std::make_shared<reid::Dataset>(data);
    source->units = formUnits(data);
    source->shown.assign(data.detections.size(), true);
    for (const reid::Detection &detection : data.detections)
        source->paths.insert(toQUuid(detection.image),
                             QStringLiteral("/mnt/images/%1.jpg").arg(toQUuid(detection.image).toString(QUuid::Id128)));
    source->photos = choosePhotos(data, source->pictures().ofDetection);
    made.source = std::move(source);
    return made;
}

TrialRecord simulatedTrial(const SimulatedSource &from, double candidate, int size)
{
    const Outlook outlook = lookAhead(*from.source, {candidate, size, 20261122}, {0.70, 0.65, 0.60, 0.55});
    return freeze(*from.source, outlook, QStringLiteral("tester@here"),
                  QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC), {QStringLiteral("11,570 detections")},
                  {{candidate, 0.004, 0.015}});
}

Answer truth(const SimulatedSource &from, const Pair &pair)
{
    if (pair.kind == Item::Kind::Impossible)
        return Answer::Different;
    const reid::Dataset &data = *from.source->data;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        if (toQUuid(data.detections[i].id) == pair.detection)
            return from.population.right[i] ? Answer::Same : Answer::Different;
    }
    return Answer::CantTell;
}

std::vector<ReviewEvent> reviewByTruth(const SimulatedSource &from, const TrialRecord &record)
{
    ReviewSession session(record.pairs.size(), {});
    QDateTime now = record.createdAt;
    while (!session.isComplete()) {
        now = now.addMSecs(4000);
        session.answer(truth(from, record.pairs[session.position()]), {}, 4000, now);
    }
    return session.events();
}

} // namespace herdbook::trial::simulation
