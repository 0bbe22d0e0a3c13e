// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/pictures/deershape.h"

#include <QTransform>

namespace herdbook::demo {

namespace {

QPointF polar(double radius, double angle)
{
    return {radius * std::cos(angle), radius * std::sin(angle)};
}

/// A smooth closed curve through the points (Catmull-Rom).
QPainterPath smooth(const std::vector<QPointF> &points)
{
    const size_t n = points.size();
    QPainterPath path(points[0]);
    for (size_t i = 0; i < n; ++i) {
        const QPointF &before = points[(i + n - 1) % n];
        const QPointF &from = points[i];
        const QPointF &to = points[(i + 1) % n];
        const QPointF &after = points[(i + 2) % n];
        path.cubicTo(from + (to - before) / 6, to - (after - from) / 6, to);
    }
    path.closeSubpath();
    return path;
}

struct Joint
{
    QPointF at;
    double width;
};

/// A limb: a band of changing width along the joints, with rounded ends.
QPainterPath limb(const std::vector<Joint> &joints)
{
    std::vector<QPointF> left;
    std::vector<QPointF> right;
    for (size_t i = 0; i < joints.size(); ++i) {
        const QPointF along = joints[std::min(i + 1, joints.size() - 1)].at - joints[i == 0 ? 0 : i - 1].at;
        const double length = std::max(1e-6, std::hypot(along.x(), along.y()));
        const QPointF across = QPointF(-along.y(), along.x()) * (joints[i].width / 2 / length);
        left.push_back(joints[i].at + across);
        right.push_back(joints[i].at - across);
    }
    left.insert(left.end(), right.rbegin(), right.rend());
    QPainterPath path = smooth(left);
    path.setFillRule(Qt::WindingFill);
    return path;
}

/// What differs between the kinds of animal, in units of a grown doe's height.
struct Frame
{
    double length = 1, depth = 1, legs = 1, neckLength = 0.50, neckWidth = 0.30, headLength = 0.37, headDepth = 0.17,
           muzzle = 0.095, ear = 0.22, legWidth = 1, raised = 1.08;
};

Frame frameOf(Species species)
{
    switch (species) {
    case Species::Buck:
        return {.length = 1.04, .depth = 1.08, .neckLength = 0.50, .neckWidth = 0.37, .headLength = 0.38, .ear = 0.19};
    case Species::Fawn:
        return {.length = 0.84,
                .depth = 0.78,
                .neckLength = 0.45,
                .neckWidth = 0.24,
                .headLength = 0.33,
                .ear = 0.25,
                .legWidth = 0.9};
    case Species::Cattle:
        return {.length = 1.28,
                .depth = 1.42,
                .neckLength = 0.36,
                .neckWidth = 0.36,
                .headLength = 0.46,
                .headDepth = 0.25,
                .muzzle = 0.19,
                .ear = 0.17,
                .legWidth = 1.7,
                .raised = 0.25};
    case Species::Pig:
        return {.length = 1.05,
                .depth = 1.45,
                .neckLength = 0.15,
                .neckWidth = 0.38,
                .headLength = 0.52,
                .headDepth = 0.36,
                .muzzle = 0.10,
                .ear = 0.17,
                .legWidth = 1.3,
                .raised = -0.1};
    case Species::Raccoon:
        return {.length = 1.05,
                .depth = 1.40,
                .neckLength = 0.16,
                .neckWidth = 0.36,
                .headLength = 0.40,
                .headDepth = 0.34,
                .muzzle = 0.08,
                .ear = 0.14,
                .legWidth = 1.5,
                .raised = 0.0};
    case Species::Doe:
        break;
    }
    return {};
}

QPainterPath foreLeg(const Frame &f, double swing, double lift)
{
    const QPointF shoulder(0.42 * f.length, -0.70);
    const QPointF knee = shoulder + polar(0.38, 1.5708 - 0.55 * swing);
    const QPointF fetlock = knee + polar(0.245, 1.5708 - 0.25 * swing + lift);
    const double w = f.legWidth;
    return limb({{shoulder, 0.20 * w},
                 {shoulder + (knee - shoulder) * 0.55, 0.115 * w},
                 {knee, 0.068 * w},
                 {knee + (fetlock - knee) * 0.5, 0.046 * w},
                 {fetlock, 0.050 * w},
                 {{fetlock.x() + 0.028, -0.005}, 0.066 * w}});
}

QPainterPath hindLeg(const Frame &f, double swing)
{
    const QPointF hip(-0.50 * f.length, -0.74);
    const QPointF stifle(hip.x() + 0.10 + 0.10 * swing, -0.50);
    const QPointF hock(hip.x() - 0.115 + 0.20 * swing, -0.30);
    const QPointF fetlock(hip.x() - 0.045 + 0.27 * swing, -0.075);
    const double w = f.legWidth;
    return limb({{hip, 0.36},
                 {stifle, 0.235 * w},
                 {{(stifle.x() + hock.x()) / 2 - 0.015, -0.385}, 0.115 * w},
                 {hock, 0.072 * w},
                 {(hock + fetlock) / 2, 0.050 * w},
                 {fetlock, 0.052 * w},
                 {{fetlock.x() + 0.032, -0.005}, 0.068 * w}});
}

/// A leaf: base, direction, length, width, with bites cut out of its upper edge.
QPainterPath leaf(const QPointF &base, double angle, double length, double width, const std::vector<double> &bites)
{
    QPainterPath path;
    path.moveTo(0, width * 0.18);
    path.cubicTo(length * 0.25, width * 0.75, length * 0.75, width * 0.55, length, 0);
    path.cubicTo(length * 0.8, -width * 0.45, length * 0.3, -width * 0.75, 0, -width * 0.18);
    path.closeSubpath();
    for (const double at : bites) {
        QPainterPath bite;
        bite.moveTo(length * (at - 0.11), -width * 0.9);
        bite.lineTo(length * (at + 0.11), -width * 0.9);
        bite.lineTo(length * at, -width * 0.02);
        bite.closeSubpath();
        path = path.subtracted(bite);
    }
    return QTransform::fromTranslate(base.x(), base.y()).rotateRadians(angle).map(path);
}

/// One antler: a beam that rises back and curls forward, and its tines.
QPainterPath antler(const Look &look, const QPointF &base, double grown, double shift, bool nearSide)
{
    const double length = look.beam * grown;
    std::vector<Joint> beam;
    std::vector<double> directions;
    QPointF at = base;
    constexpr int steps = 9;
    for (int i = 0; i <= steps; ++i) {
        const double along = static_cast<double>(i) / steps;
        // Back and up first, then over the head and forward.
        const double angle = -2.25 + shift + (2.55 + 0.35 * look.lean) * std::pow(along, 0.85);
        beam.push_back({at, 0.058 - 0.038 * along});
        directions.push_back(angle);
        at += polar(length / steps, angle);
    }
    QPainterPath path = limb(beam);
    for (size_t i = 0; i < look.tines.size(); ++i) {
        if (nearSide && static_cast<int>(i) == look.missingTine)
            continue;
        const double along =
            i == 0 ? 0.06 : 0.26 + 0.64 * static_cast<double>(i) / static_cast<double>(look.tines.size());
        const auto index = static_cast<size_t>(along * steps);
        const double angle = (i == 0 ? -0.95 : -1.80 + 0.55 * along) + shift * 0.6;
        const QPointF from = beam[index].at;
        const double reach = look.tines[i] * grown;
        path.addPath(limb(
            {{from, 0.036}, {from + polar(reach * 0.55, angle), 0.032}, {from + polar(reach, angle + 0.18), 0.010}}));
    }
    path.setFillRule(Qt::WindingFill);
    return path;
}

void buildHead(const Look &look, const Pose &pose, const Frame &f, DeerShape &shape)
{
    const double reach = f.neckLength * (1 + 0.16 * pose.head);
    const double neckAngle = -f.raised + pose.head * (f.raised + 0.72);
    const QPointF base(0.44 * f.length, -0.86 + 0.26 * (f.depth > 1.2 ? 1 : 0));
    const QPointF poll = base + polar(reach, neckAngle);
    const QPointF middle = base + polar(reach * 0.52, neckAngle) + QPointF(0.02, 0.02);
    const double width = f.neckWidth * look.neck;
    // It leaves the trunk at the shoulder; lowered, it hangs from there and leaves the withers alone.
    const QPointF root = base + QPointF(-0.14 - 0.02 * pose.head, 0.13);
    shape.neck = limb({{root, width * 0.95},
                       {base + QPointF(0.02 * pose.head, 0.055 + 0.10 * pose.head), width * (1.22 - 0.26 * pose.head)},
                       {middle, width * 0.84},
                       {poll + polar(-0.02, neckAngle) + QPointF(0.0, 0.03), f.headDepth * 0.94},
                       {poll + polar(0.05, neckAngle), f.headDepth * 0.5}});
    const double headAngle = 0.42 + pose.head * 0.75;
    const double length = f.headLength;
    const auto onHead = [&](double along, double across) {
        return poll + polar(length * along, headAngle) + polar(f.headDepth * across, headAngle + 1.5708);
    };
    shape.head = smooth({onHead(-0.10, -0.32), onHead(0.15, -0.52), onHead(0.38, -0.44), onHead(0.70, -0.20),
                         onHead(0.95, -0.20), onHead(1.02, 0.06), onHead(0.97, 0.20 + f.muzzle),
                         onHead(0.70, 0.25 + f.muzzle), onHead(0.38, 0.46), onHead(0.12, 0.62), onHead(-0.12, 0.38)});
    shape.eye = onHead(0.34, -0.20);
    shape.nose = onHead(0.97, 0.0);
    shape.poll = poll;
    shape.throat = onHead(0.05, 0.75);
    shape.headAngle = headAngle;
    const double earAngle = headAngle - 2.75 + 0.25 * pose.stride;
    shape.nearEar = leaf(onHead(0.02, -0.28), earAngle, f.ear, f.ear * 0.52, look.notches);
    shape.farEar = leaf(onHead(0.10, -0.42), earAngle + 0.62, f.ear * 0.95, f.ear * 0.46,
                        look.tornFarEar ? std::vector<double>{0.88, 0.98} : std::vector<double>{});
    if (look.species == Species::Buck && pose.antlers > 0.05) {
        const double tilt = (headAngle - 0.42) * 0.8;
        shape.nearAntler = antler(look, onHead(0.16, -0.42), pose.antlers, tilt, true);
        shape.farAntler = antler(look, onHead(0.20, -0.46), pose.antlers, tilt + 0.22 + look.spread, false);
    }
}

} // namespace

DeerShape shapeOf(const Look &look, const Pose &pose)
{
    const Frame f = frameOf(look.species);
    DeerShape shape;
    const double deep = f.depth * look.girth;
    const auto body = [&](double x, double y) { return QPointF(x * f.length, -0.98 + (y + 0.98) * deep); };
    shape.torso =
        smooth({body(-0.69, -0.90), body(-0.55, -0.985), body(-0.32, -0.99), body(-0.02, -0.955), body(0.22, -0.965),
                body(0.42, -0.985), body(0.57, -0.90), body(0.64, -0.76), body(0.57, -0.59), body(0.38, -0.505),
                body(0.08, -0.475), body(-0.22, -0.50), body(-0.42, -0.56), body(-0.62, -0.58), body(-0.715, -0.74)});
    const double stride = pose.stride;
    shape.nearLegs.setFillRule(Qt::WindingFill);
    shape.farLegs.setFillRule(Qt::WindingFill);
    shape.nearLegs.addPath(foreLeg(f, 0.55 * stride, stride > 0.5 ? 0.25 : 0));
    shape.nearLegs.addPath(hindLeg(f, -0.8 * stride));
    shape.farLegs.addPath(foreLeg(f, -0.75 * stride - 0.18, 0).translated(0.05, -0.02));
    shape.farLegs.addPath(hindLeg(f, 0.85 * stride + 0.25).translated(0.03, -0.02));
    const bool ringed = look.species == Species::Raccoon;
    shape.tail = leaf(body(-0.66, -0.91),
                      pose.tailUp ? -2.3
                      : ringed    ? 2.6
                                  : 1.85,
                      ringed        ? 0.6
                      : pose.tailUp ? 0.30
                                    : 0.27,
                      ringed        ? 0.22
                      : pose.tailUp ? 0.15
                                    : 0.095,
                      {});
    if (!pose.tailUp && !ringed)
        shape.tailEdge = shape.tail.translated(-0.012, 0.014);
    buildHead(look, pose, f, shape);
    for (const QPainterPath *part :
         {&shape.torso, &shape.neck, &shape.head, &shape.nearLegs, &shape.farLegs, &shape.tail, &shape.tailEdge,
          &shape.nearEar, &shape.farEar, &shape.nearAntler, &shape.farAntler}) {
        if (!part->isEmpty())
            shape.bounds |= part->boundingRect();
    }
    return shape;
}

QRectF boxOf(const Look &look, const Pose &pose)
{
    const QRectF bounds = shapeOf(look, pose).bounds;
    const double across = pose.scale * look.size * (1 - 0.42 * pose.turn) * (pose.facesLeft ? -1 : 1);
    const double down = pose.scale * look.size;
    return QTransform(across, 0, 0, down, pose.x, pose.ground).mapRect(bounds);
}

} // namespace herdbook::demo
