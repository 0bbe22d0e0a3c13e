// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/pictures/photo.h"

#include <QDate>
#include <QRect>
#include <QString>
#include <QUuid>
#include <vector>

namespace herdbook::demo {

/// What the numbers of the demo ranch are: those of the deployed system.
struct HerdFigures
{
    static constexpr int locations = 7;
    static constexpr int photos = 9'000;
    static constexpr int detections = 11'570;
    static constexpr int assigned = 1'100;
    static constexpr int doeProfiles = 38;
    static constexpr int buckProfiles = 15;
    static constexpr int months = 14;
    static constexpr int dimensions = 512;
    static constexpr double threshold = 0.70;
};

struct Location
{
    QUuid id;
    QString name;
    QString slug; ///< the folder's and file's name for it
    QString description;
    double latitude = 0, longitude = 0;
};

/// A deer that really lives on the ranch.
struct Animal
{
    QString name;
    Look look;
    int profile = -1; ///< index into Herd::profiles
    int kin = -1;     ///< an animal it resembles
    int home = 0;     ///< location it visits most
    int otherHome = 0;
    double weight = 1; ///< how often it comes
    int mother = -1;   ///< of a fawn
    bool isBuck() const { return look.species == Species::Buck; }
    bool isFawn() const { return look.species == Species::Fawn; }
};

/// A profile of the deployed system: its vector is that of the founding detection.
struct Profile
{
    QUuid id;
    int animal = -1;
    int founder = -1; ///< index into Herd::detections
};

struct Photo
{
    QUuid id;
    int location = 0;
    qint64 time = 0; ///< seconds since 1970, UTC
    QString path;    ///< as the deployment has it: /mnt/images/{location}/{file}
    bool night = false;
    double twilight = 0;    ///< 0 full day .. 1 at the horizon
    double temperature = 0; ///< degrees Celsius
    int firstDetection = 0, detections = 0;
    bool drawn = false; ///< whether there is a file
};

struct Detection
{
    enum class Vector : char { Usable, Null, Zero, NotANumber, Long };
    QUuid id;
    int photo = -1;
    int burst = -1;  ///< photos of one visit
    int animal = -1; ///< the truth; -1 for what is no deer
    Look look;       ///< of what is in the box
    Pose pose;
    QRect box;
    double confidence = 0;
    QString label;      ///< the detector's class
    QString correction; ///< a person's, where there is one
    bool duplicate = false, valid = true, reviewed = false;
    Vector vector = Vector::Usable;
    int assigned = -1;   ///< index into Herd::profiles
    bool linked = false; ///< assigned by its burst, without a score
    double score = -1;   ///< cosine with the own animal's profile, -1 where it has none
};

/// The whole ranch in memory.
struct Herd
{
    QDate end; ///< the data ends at this day's midnight, UTC-6
    std::vector<Location> locations;
    std::vector<Animal> animals;
    std::vector<Profile> profiles;
    std::vector<QUuid> bursts;
    std::vector<Photo> photos;         ///< by time
    std::vector<Detection> detections; ///< by photo
    std::vector<float> vectors;        ///< detections x 512, row by row

    const float *vector(size_t detection) const { return vectors.data() + detection * HerdFigures::dimensions; }
};

/// The class a detection counts as: a person's correction first.
inline const QString &effectiveLabel(const Detection &detection)
{
    return detection.correction.isEmpty() ? detection.label : detection.correction;
}

/// Whether a detection may be compared with this profile's animal.
bool mayMatch(const QString &label, const Animal &animal);

/// Generates the ranch up to `end`. The same seed gives the same ranch, bit for bit, apart from its dates: those of another day are moved
/// by whole days. Takes about a second.
Herd generateHerd(quint64 seed, const QDate &end);

/// The same without scores, assignments and vectors, which take most of that time: all that photos are drawn from.
Herd generateSightings(quint64 seed, const QDate &end);

/// The parts of generateHerd(), in order.
void makeAnimals(Herd &herd, quint64 seed);
void makeVisits(Herd &herd, quint64 seed);
void makeFlaws(Herd &herd, quint64 seed);
void makeVectors(Herd &herd, quint64 seed);

/// Marks `count` photos to be drawn: each profile's founder, more of each profile, what a trial would show, then the newest.
void chooseDrawnPhotos(Herd &herd, int count);

/// The photos a gallery wants, newest first: every detection of the last `days`, and of the `profiles` that are seen most.
std::vector<int> photosForGallery(const Herd &herd, int days, int profiles);

/// What photo `index` shows.
PhotoContent contentOf(const Herd &herd, int index);

} // namespace herdbook::demo
