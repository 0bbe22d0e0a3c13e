// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/herd/habits.h"
#include "core/demo/herd/herd.h"
#include "core/demo/pictures/random.h"

#include <QDateTime>
#include <algorithm>

namespace herdbook::demo {

namespace {

constexpr qint64 day = 86'400;
constexpr double pi = std::numbers::pi;

class Visits
{
public:
    Visits(Herd &herd, quint64 seed)
        : m_herd(herd), m_random(seed, 2), m_end(QDateTime(herd.end, QTime(6, 0), Qt::UTC).toSecsSinceEpoch()),
          m_start(QDateTime(herd.end.addMonths(-HerdFigures::months), QTime(6, 0), Qt::UTC).toSecsSinceEpoch())
    {
        for (const Animal &animal : herd.animals)
            m_weights.push_back((m_weights.empty() ? 0 : m_weights.back()) + (animal.isFawn() ? 0 : animal.weight));
    }

    void run()
    {
        while (m_made < HerdFigures::detections) {
            if (m_random.chance(0.055))
                strangers();
            else
                deer();
        }
        while (m_photos.size() < HerdFigures::photos)
            nothing();
        std::stable_sort(m_photos.begin(), m_photos.end(),
                         [](const Shot &a, const Shot &b) { return a.photo.time < b.photo.time; });
        store();
    }

private:
    struct Shot
    {
        Photo photo;
        std::vector<Detection> detections;
    };

    qint64 randomTime(bool buck)
    {
        for (;;) {
            const auto time =
                static_cast<qint64>(m_random.uniform(static_cast<double>(m_start), static_cast<double>(m_end - 60)));
            const Moment moment = momentAt(time);
            if (m_random.chance(season(moment.dayOfYear, buck)) && m_random.chance(activity(moment, buck)))
                return time;
        }
    }

    int randomAnimal()
    {
        const double at = m_random.uniform(0, m_weights.back());
        return static_cast<int>(std::upper_bound(m_weights.begin(), m_weights.end(), at) - m_weights.begin());
    }

    /// The does, bucks and fawns that come together.
    std::vector<int> group(int first, int dayOfYear)
    {
        std::vector<int> members{first};
        const bool buck = m_herd.animals[static_cast<size_t>(first)].isBuck();
        while (members.size() < 4 && m_random.chance(buck ? 0.22 : 0.36)) {
            const int other = randomAnimal();
            const bool known = std::find(members.begin(), members.end(), other) != members.end();
            if (!known && m_herd.animals[static_cast<size_t>(other)].isBuck() == buck)
                members.push_back(other);
        }
        if (dayOfYear > 160 && dayOfYear < 345) {
            for (size_t i = 0; i < m_herd.animals.size(); ++i) {
                if (m_herd.animals[i].mother == first && m_random.chance(0.55))
                    members.push_back(static_cast<int>(i));
            }
        }
        return members;
    }

    void deer()
    {
        const int first = randomAnimal();
        const Animal &leader = m_herd.animals[static_cast<size_t>(first)];
        const qint64 time = randomTime(leader.isBuck());
        const double where = m_random.uniform();
        const int location = where < 0.5    ? leader.home
                             : where < 0.78 ? leader.otherHome
                                            : m_random.below(HerdFigures::locations);
        if (!cameraWorks(location, time, m_start, m_end))
            return;
        std::vector<Look> looks;
        const std::vector<int> members = group(first, momentAt(time).dayOfYear);
        looks.reserve(members.size());
        for (const int member : members)
            looks.push_back(m_herd.animals[static_cast<size_t>(member)].look);
        burst(location, time, members, looks);
    }

    void strangers()
    {
        const qint64 time = randomTime(false);
        const int location = m_random.below(HerdFigures::locations);
        if (!cameraWorks(location, time, m_start, m_end))
            return;
        const bool night = momentAt(time).sunHours > 0.2;
        const Species species = night ? (m_random.chance(0.55) ? Species::Raccoon : Species::Pig)
                                      : (m_random.chance(0.7) ? Species::Cattle : Species::Pig);
        const int count = species == Species::Pig ? 1 + m_random.below(3) : 1;
        std::vector<Look> looks;
        looks.reserve(static_cast<size_t>(count));
        for (int i = 0; i < count; ++i)
            looks.push_back(lookOf(m_random.next(), species));
        burst(location, time, std::vector<int>(looks.size(), -1), looks);
    }

    void nothing()
    {
        const qint64 time = randomTime(false);
        const int location = m_random.below(HerdFigures::locations);
        if (cameraWorks(location, time, m_start, m_end))
            m_photos.push_back({photoAt(location, time), {}});
    }

    Photo photoAt(int location, qint64 time)
    {
        const Moment moment = momentAt(time);
        Photo photo;
        photo.id = m_random.uuid();
        photo.location = location;
        photo.time = time;
        photo.night = moment.sunHours > 0.25;
        photo.twilight = std::clamp(1.0 - std::abs(moment.sunHours) / 1.3, 0.0, 1.0);
        const double warmth = 19 + 9.5 * std::sin(2 * pi * (moment.dayOfYear - 105) / 365.0);
        const double dayPart = moment.sunHours > 0 ? -4.5 : std::min(6.0, -1.6 * moment.sunHours) - 3;
        photo.temperature = warmth + dayPart + 3 * std::sin(static_cast<double>(time) / day * 1.7);
        return photo;
    }

    /// One visit: photos a few seconds apart while the animals walk or graze through the picture.
    void burst(int location, qint64 start, const std::vector<int> &members, const std::vector<Look> &looks)
    {
        const int burstIndex = static_cast<int>(m_herd.bursts.size());
        m_herd.bursts.push_back(m_random.uuid());
        const int shots = 1 + m_random.below(3) + (m_random.chance(0.35) ? m_random.below(4) : 0);
        const int dayOfYear = momentAt(start).dayOfYear;
        std::vector<Pose> poses;
        std::vector<double> speeds;
        for (size_t i = 0; i < looks.size(); ++i) {
            Pose pose;
            const double nearness = std::pow(m_random.uniform(), 1.5); // most stand in the middle distance
            pose.scale = 170 + 420 * nearness;
            pose.ground = 655 + 330 * nearness + m_random.uniform(-12, 12);
            if (looks[i].species == Species::Cattle)
                pose.scale = std::min(pose.scale, 330.0);
            pose.facesLeft = m_random.chance(0.5);
            pose.x = (static_cast<double>(i) + m_random.uniform(0.2, 0.8)) * 1920 / static_cast<double>(looks.size());
            pose.turn = std::pow(m_random.uniform(), 2.0);
            pose.head = m_random.chance(0.42) ? m_random.uniform(0.75, 1) : m_random.uniform(0, 0.22);
            pose.stride = m_random.uniform(-1, 1);
            pose.antlers = antlersOn(dayOfYear);
            pose.velvet = dayOfYear > 104 && dayOfYear < 248;
            pose.tailUp = m_random.chance(0.08);
            poses.push_back(pose);
            speeds.push_back(m_random.chance(0.5) ? m_random.uniform(0.1, 0.6) * pose.scale : 0);
        }
        qint64 time = start;
        for (int shot = 0; shot < shots && m_made < HerdFigures::detections && time < m_end; ++shot) {
            Shot made{photoAt(location, time), {}};
            for (size_t i = 0; i < looks.size(); ++i) {
                Pose pose = poses[i];
                pose.x += speeds[i] * shot * (pose.facesLeft ? -1 : 1);
                if (speeds[i] > 0)
                    pose.stride = std::sin(shot * 2.1 + 6 * pose.stride);
                else if (shot > 0 && m_random.chance(0.35))
                    pose.head = m_random.uniform(0, 1);
                const QRectF exact = boxOf(looks[i], pose);
                const bool inside = exact.center().x() > 40 && exact.center().x() < 1880;
                if (inside && m_made < HerdFigures::detections && (i == 0 || m_random.chance(0.85)))
                    made.detections.push_back(seen(members[i], looks[i], pose, exact, burstIndex));
            }
            if (!made.detections.empty())
                m_photos.push_back(std::move(made));
            time += 4 + m_random.below(4);
        }
    }

    Detection seen(int animal, const Look &look, const Pose &pose, const QRectF &exact, int burstIndex)
    {
        ++m_made;
        Detection detection;
        detection.id = m_random.uuid();
        detection.burst = burstIndex;
        detection.animal = animal;
        detection.look = look;
        detection.pose = pose;
        // A detector's box is a little loose, and ends at the picture's edge.
        const double loose = 0.012 * exact.height();
        const QRectF box = exact.adjusted(-loose * m_random.uniform(0, 2), -loose * m_random.uniform(0, 2),
                                          loose * m_random.uniform(0, 2), loose * m_random.uniform(0, 2));
        detection.box = box.toAlignedRect().intersected(QRect(0, 0, 1920, 1080));
        detection.confidence =
            std::clamp(0.62 + 0.33 * std::pow(m_random.uniform(), 0.5) + pose.scale / 6000, 0.35, 0.995);
        detection.label = labelOf(look.species);
        return detection;
    }

    QString labelOf(Species species)
    {
        switch (species) {
        case Species::Doe:
            return QStringLiteral("doe");
        case Species::Fawn:
            return QStringLiteral("fawn");
        case Species::Cattle:
            return QStringLiteral("cattle");
        case Species::Pig:
            return QStringLiteral("pig");
        case Species::Raccoon:
            return QStringLiteral("raccoon");
        case Species::Buck:
            break;
        }
        const double which = m_random.uniform();
        return which < 0.6    ? QStringLiteral("buck")
               : which < 0.75 ? QStringLiteral("mature")
               : which < 0.88 ? QStringLiteral("mid")
                              : QStringLiteral("young");
    }

    void store()
    {
        std::vector<int> numbers(HerdFigures::locations, 0);
        m_herd.detections.reserve(HerdFigures::detections);
        for (Shot &shot : m_photos) {
            const Location &location = m_herd.locations[static_cast<size_t>(shot.photo.location)];
            const QString stamp =
                QDateTime::fromSecsSinceEpoch(shot.photo.time, Qt::UTC).toString(QStringLiteral("yyyyMMdd_HHmmss"));
            shot.photo.path = QStringLiteral("/mnt/images/%1/%1_%2_%3.jpg")
                                  .arg(location.slug, stamp)
                                  .arg(++numbers[static_cast<size_t>(shot.photo.location)], 5, 10, QLatin1Char('0'));
            shot.photo.firstDetection = static_cast<int>(m_herd.detections.size());
            shot.photo.detections = static_cast<int>(shot.detections.size());
            for (Detection &detection : shot.detections) {
                detection.photo = static_cast<int>(m_herd.photos.size());
                m_herd.detections.push_back(std::move(detection));
            }
            m_herd.photos.push_back(std::move(shot.photo));
        }
    }

    Herd &m_herd;
    Random m_random;
    const qint64 m_end;
    const qint64 m_start;
    std::vector<double> m_weights;
    std::vector<Shot> m_photos;
    int m_made = 0;
};

} // namespace

void makeVisits(Herd &herd, quint64 seed)
{
    Visits(herd, seed).run();
}

} // namespace herdbook::demo
