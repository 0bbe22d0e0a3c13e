// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <array>
#include <optional>

namespace herdbook::season {

/// What the classes mean for counting: mature, mid and young are bucks. The order is that of charts and tables.
enum class Animal { Buck, Doe, Fawn, Unknown, Cattle, Pig, Raccoon };

inline constexpr std::size_t AnimalCount = 7;
inline constexpr std::array<Animal, AnimalCount> AllAnimals = {
    Animal::Buck, Animal::Doe, Animal::Fawn, Animal::Unknown, Animal::Cattle, Animal::Pig, Animal::Raccoon};

/// A number of detections for each animal.
struct Counts
{
    std::array<qint64, AnimalCount> values{};
    qint64 &operator[](Animal animal) { return values[static_cast<std::size_t>(animal)]; }
    qint64 operator[](Animal animal) const { return values[static_cast<std::size_t>(animal)]; }
    Counts &operator+=(const Counts &other);
    qint64 total() const;
    bool operator==(const Counts &) const = default;
};

/// Nothing for a class outside the contract's list.
std::optional<Animal> animalOf(const QString &classification);

/// "Buck", "Does": the word, capitalized, as one or as many.
QString singular(Animal animal);
QString plural(Animal animal);

} // namespace herdbook::season
