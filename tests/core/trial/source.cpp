// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/trial/source.h"

#include <cstring>
#include <random>

namespace herdbook::trial::simulation {

namespace {

constexpr int kProfiles = 12;

reid::Uuid makeId(std::uint64_t kind, std::uint64_t number)
{
    reid::Uuid id{};
    kind += number * 0x9E3779B97F4A7C00ULL; // qHash(QUuid) hardly looks at the second half
    std::memcpy(id.data(), &kind, sizeof kind);
    std::memcpy(id.data() + sizeof kind, &number, sizeof number);
    return id;
}

} // namespace

SimulatedSource simulatedSource(int items, double wrong, int plants)
{
    std::mt19937_64 random(3);
    SimulatedSource made;
    auto data = std::make_shared<reid::Dataset>();
    data->locations = {"North feeder", "Creek crossing"};
    data->dimension = 2;
    std::uint64_t number = 0;
    const auto add = [&](reid::Sex sex, const reid::Match &match, bool right) -> reid::Detection & {
        reid::Detection detection;
        detection.id = makeId(2, ++number);
        detection.image = makeId(3, number);
        detection.takenAt = 1'735'689'600'000'000 + static_cast<std::int64_t>(number) * 3'600'000'000LL * 7;
        detection.location = static_cast<std::int32_t>(number % 2);
        detection.label = sex == reid::Sex::Doe ? reid::Label::Doe : reid::Label::Buck;
        detection.box = {10, 10, 100, 100};
        detection.vector = reid::VectorState::Usable;
        data->detections.push_back(detection);
        data->matches.push_back(match);
        made.right.push_back(right);
        return data->detections.back();
    };
    for (int i = 0; i < kProfiles; ++i) {
        reid::Profile profile;
        profile.id = makeId(1, static_cast<std::uint64_t>(i) + 1);
        profile.name = "Deer " + std::to_string(i);
        profile.sex = i % 2 == 0 ? reid::Sex::Doe : reid::Sex::Buck;
        data->profiles.push_back(profile);
        data->profileVectors.push_back(static_cast<float>(i));
        data->profileVectors.push_back(1);
        for (int photo = 0; photo < 5; ++photo) {
            reid::Match match;
            match.own = match.best = photo == 0 ? 10000 : static_cast<reid::Ticks>(8000 + 100 * photo);
            match.bestProfile = i;
            reid::Detection &known = add(profile.sex, match, true);
            known.deer = profile.id;
            known.ownProfile = i;
        }
    }
    // A second, unassigned deer in a picture of a profile; it scores low, so that it's in no level.
    for (int i = 0; i < plants; ++i) {
        const auto witness = static_cast<std::size_t>(i % (kProfiles * 5));
        const reid::Detection known = data->detections[witness];
        reid::Match match;
        match.best = 3000;
        match.bestProfile = known.ownProfile;
        reid::Detection &other = add(known.sex(), match, false);
        other.image = known.image;
        other.takenAt = known.takenAt;
        other.box = {300, 10, 100, 100};
    }
    for (int i = 0; i < items; ++i) {
        const int profile = static_cast<int>(random() % kProfiles);
        reid::Match match;
        match.best = static_cast<reid::Ticks>(6000 + random() % 3000);
        match.bestProfile = profile;
        match.secondProfile = (profile + 2) % kProfiles;
        match.second = 3500;
        add(data->profiles[static_cast<std::size_t>(profile)].sex, match,
            static_cast<double>(random() % 10000) >= wrong * 10000);
    }
    auto source = std::make_shared<Source>();
    source->data = data;
    source->scores = QStringLiteral("vectors");
    source->shown.assign(data->detections.size(), true);
    for (const reid::Detection &detection : data->detections)
        source->paths.insert(toQUuid(detection.image),
                             QStringLiteral("/mnt/images/%1.jpg").arg(toQUuid(detection.image).toString(QUuid::Id128)));
    source->prepare();
    made.source = std::move(source);
    return made;
}

std::shared_ptr<const TrialRecord> simulatedTrial(const SimulatedSource &from, double candidate, Preset preset,
                                                  const QStringList &reviewers, Pipeline pipeline, int ordinal)
{
    Beginning beginning;
    beginning.candidate = candidate;
    beginning.preset = preset;
    beginning.reviewers = reviewers;
    beginning.pipeline = pipeline;
    beginning.seed = 20261122;
    beginning.ordinal = ordinal;
    beginning.by = QStringLiteral("tester@here");
    beginning.now = QDateTime(QDate(2026, 11, 22), QTime(12, 0), Qt::UTC);
    beginning.fingerprint = {QStringLiteral("11,570 detections")};
    beginning.estimate = {0.004, 0.015};
    return std::make_shared<const TrialRecord>(freeze(*from.source, beginning));
}

Answer truth(const SimulatedSource &from, const Pair &pair)
{
    if (pair.known)
        return Answer::Different;
    const reid::Dataset &data = *from.source->data;
    for (std::size_t i = 0; i < data.detections.size(); ++i) {
        if (toQUuid(data.detections[i].id) == pair.detection)
            return from.right[i] ? Answer::Same : Answer::Different;
    }
    return Answer::CantTell;
}

std::vector<ReviewEvent> review(const std::shared_ptr<const TrialRecord> &record, const Reviewing &reviewing, int most)
{
    ReviewSession session(record, record->reviewers.front(), {});
    QDateTime now = record->createdAt;
    while (session.current() && session.looks() < most) {
        now = now.addMSecs(4000);
        session.answer(reviewing(*session.pair()), {}, 4000, now);
    }
    return session.events();
}

} // namespace herdbook::trial::simulation
