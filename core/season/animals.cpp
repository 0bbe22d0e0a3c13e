// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/season/animals.h"

#include <QHash>
#include <numeric>

namespace herdbook::season {

Counts &Counts::operator+=(const Counts &other)
{
    for (std::size_t i = 0; i < AnimalCount; ++i)
        values[i] += other.values[i];
    return *this;
}

qint64 Counts::total() const
{
    return std::accumulate(values.begin(), values.end(), qint64{0});
}

std::optional<Animal> animalOf(const QString &classification)
{
    static const QHash<QString, Animal> animals = {
        {QStringLiteral("buck"), Animal::Buck},       {QStringLiteral("mature"), Animal::Buck},
        {QStringLiteral("mid"), Animal::Buck},        {QStringLiteral("young"), Animal::Buck},
        {QStringLiteral("doe"), Animal::Doe},         {QStringLiteral("fawn"), Animal::Fawn},
        {QStringLiteral("unknown"), Animal::Unknown}, {QStringLiteral("cattle"), Animal::Cattle},
        {QStringLiteral("pig"), Animal::Pig},         {QStringLiteral("raccoon"), Animal::Raccoon}};
    const auto found = animals.constFind(classification);
    return found == animals.constEnd() ? std::nullopt : std::optional(*found);
}

QString singular(Animal animal)
{
    static const std::array<QString, AnimalCount> words = {
        QStringLiteral("Buck"),   QStringLiteral("Doe"), QStringLiteral("Fawn"),   QStringLiteral("Unknown"),
        QStringLiteral("Cattle"), QStringLiteral("Pig"), QStringLiteral("Raccoon")};
    return words[static_cast<std::size_t>(animal)];
}

QString plural(Animal animal)
{
    if (animal == Animal::Unknown || animal == Animal::Cattle)
        return singular(animal);
    return singular(animal) + u's';
}

} // namespace herdbook::season
