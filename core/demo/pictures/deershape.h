// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QRectF>
#include <vector>

namespace herdbook::demo {

enum class Species { Doe, Buck, Fawn, Cattle, Pig, Raccoon };

/// What makes an individual recognizable in every photo of it.
struct Look
{
    Species species = Species::Doe;
    double size = 1;     ///< height relative to a grown doe
    double girth = 1;    ///< depth of the body
    double neck = 1;     ///< thickness of the neck
    double tone = 0;     ///< -1 pale .. 1 dark
    double redness = 0;  ///< -1 gray .. 1 rust
    double throat = 0.5; ///< size of the white throat patch, 0..1
    bool paleEyeRing = false;
    std::vector<double> tines; ///< length of each tine of one antler, front to back
    double beam = 0.5;         ///< length of the main beam
    double spread = 0;         ///< how far the two antlers are apart in side view
    double lean = 0;           ///< -1 swept back .. 1 curled forward
    int missingTine = -1;      ///< broken off on the near side
    struct Mark
    {
        double along, down, length, angle, width; ///< on the flank, in body units
    };
    std::vector<Mark> scars;
    std::vector<double> notches; ///< where along the near ear, 0 base .. 1 tip
    bool tornFarEar = false;
};

/// The look of one individual; the same seed gives the same animal.
Look lookOf(quint64 seed, Species species);

/// How an animal stands in one photo. Pixels of the photo.
struct Pose
{
    double x = 0;      ///< middle of the feet
    double ground = 0; ///< where the feet stand
    double scale = 1;  ///< height of a grown doe's withers
    bool facesLeft = false;
    double turn = 0;    ///< 0 side view .. 1 strongly foreshortened
    double head = 0;    ///< 0 raised .. 1 grazing
    double stride = 0;  ///< -1..1
    double antlers = 1; ///< 0 shed .. 1 full
    bool velvet = false;
    bool tailUp = false;
};

/// An animal's outline in body units (y down, feet at 0, withers of a grown doe at -1, facing right).
struct DeerShape
{
    QPainterPath torso, neck, head, nearLegs, farLegs, tail, nearEar, farEar;
    QPainterPath tailEdge;              ///< the white that shows behind a deer's lowered tail
    QPainterPath nearAntler, farAntler; ///< filled shapes
    QPointF eye, nose, poll, throat;
    double headAngle = 0; ///< direction from poll to nose, radians
    QRectF bounds;        ///< of everything
};

DeerShape shapeOf(const Look &look, const Pose &pose);

/// The box around the animal in the photo, exactly as drawn, in pixels.
QRectF boxOf(const Look &look, const Pose &pose);

} // namespace herdbook::demo
