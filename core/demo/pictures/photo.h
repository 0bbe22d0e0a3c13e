// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/pictures/deershape.h"

#include <QDateTime>
#include <QImage>

namespace herdbook::demo {

/// What a photo shows.
struct PhotoContent
{
    int location = 0; ///< decides the landscape
    QString locationName;
    QDateTime localTime; ///< as the camera shows it
    bool night = false;  ///< taken with the infrared flash
    double twilight = 0; ///< 0 full day .. 1 sun at the horizon
    double temperature = 0;
    quint64 seed = 0; ///< of what differs from photo to photo: light, noise
    struct Animal
    {
        Look look;
        Pose pose;
    };
    std::vector<Animal> animals;
};

inline constexpr int photoWidth = 1920;
inline constexpr int photoHeight = 1080;
inline constexpr int jpegQuality = 78;
inline constexpr int stripHeight = 54; ///< the camera's information strip at the bottom

/// A location's landscape without animals in one light: what photos of it share, so draw it once and keep it.
struct Landscape
{
    enum class Season { Green, Autumn, Winter };
    QImage picture; ///< RGB32

    /// Grass and twigs that stand before the animals, with alpha.
    QImage foreground;
    QRgb coat = 0; ///< the light's color
};

Landscape drawLandscape(int location, Landscape::Season season, bool night);
Landscape::Season seasonAt(const QDate &day);

/// Draws the animal onto the picture; `night` as the infrared flash shows it.
void drawAnimal(QImage &picture, const Look &look, const Pose &pose, bool night, double twilight, quint64 seed);

/// Draws the photo as the camera would have stored it. Reentrant.
QImage drawPhoto(const PhotoContent &content, const Landscape &landscape);

} // namespace herdbook::demo
