// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/language.h"
#include "core/reid/analysis.h"
#include "core/reid/data/types.h"
#include "core/reid/recommendation.h"
#include "core/reid/text.h"
#include "ui/widgets/labels/sexmark.h"
#include "ui/widgets/text/texts.h"

#include <QCoreApplication>

namespace herdbook::ui {

/// "does", "bucks", "fawns", "deer of unknown sex".
inline QString sexWord(reid::Sex sex)
{
    switch (sex) {
    case reid::Sex::Buck:
        return QCoreApplication::translate("Sex", "bucks");
    case reid::Sex::Doe:
        return QCoreApplication::translate("Sex", "does");
    case reid::Sex::Fawn:
        return QCoreApplication::translate("Sex", "fawns");
    case reid::Sex::Unknown:
        break;
    }
    return QCoreApplication::translate("Sex", "deer of unknown sex");
}

/// The first digits of an id, for people to tell it by.
inline QString shortId(const reid::Uuid &id)
{
    return QString::fromStdString(reid::toString(id)).left(8);
}

/// The deer's name; its id where it has none.
inline QString nameOf(const reid::Profile &deer)
{
    return deer.name.empty() ? shortId(deer.id) : QString::fromStdString(deer.name);
}

/// The deer that a detection has or, as yet unassigned, is closest to; empty where there is none.
inline QString nameOfDeer(const reid::Analysis &analysis, std::size_t detection)
{
    const reid::Detection &of = analysis.data.detections[detection];
    const std::int32_t profile = of.assigned() ? of.ownProfile : analysis.data.matches[detection].bestProfile;
    if (profile >= 0)
        return nameOf(analysis.data.profiles[static_cast<std::size_t>(profile)]);
    return of.assigned() ? shortId(of.deer) : QString();
}

/// How a sex is drawn.
inline SexClass sexClass(reid::Sex sex)
{
    switch (sex) {
    case reid::Sex::Buck:
        return SexClass::Buck;
    case reid::Sex::Doe:
        return SexClass::Doe;
    case reid::Sex::Fawn:
        return SexClass::Fawn;
    case reid::Sex::Unknown:
        break;
    }
    return SexClass::Unknown;
}

/// "doe", "mature buck", "deer of unknown class".
inline QString className(reid::Label label)
{
    switch (label) {
    case reid::Label::Buck:
        return QCoreApplication::translate("Class", "buck");
    case reid::Label::Doe:
        return QCoreApplication::translate("Class", "doe");
    case reid::Label::Fawn:
        return QCoreApplication::translate("Class", "fawn");
    case reid::Label::Mature:
        return QCoreApplication::translate("Class", "mature buck");
    case reid::Label::Mid:
        return QCoreApplication::translate("Class", "mid-aged buck");
    case reid::Label::Young:
        return QCoreApplication::translate("Class", "young buck");
    case reid::Label::Unknown:
        return QCoreApplication::translate("Class", "deer of unknown class");
    case reid::Label::Cattle:
        return QCoreApplication::translate("Class", "cattle");
    case reid::Label::Pig:
        return QCoreApplication::translate("Class", "pig");
    case reid::Label::Raccoon:
        return QCoreApplication::translate("Class", "raccoon");
    case reid::Label::Other:
        break;
    }
    return QCoreApplication::translate("Class", "another animal");
}

/// "28 Nov 2026": the site's day of the trial that certifies `recommendation`, which is certified; as written where that is no day.
inline QString certifiedDay(const reid::Recommendation &recommendation)
{
    const QString written = QString::fromStdString(recommendation.certification.certificate->day);
    const QDate day = QDate::fromString(written, Qt::ISODate);
    return day.isValid() ? dateText(day) : written;
}

/// A score beside which a threshold stands: rounded down, so that none seems to reach one that it misses.
inline QString scoreText(int ticks)
{
    return shownNumber(std::floor(ticks / 10.0) / 1000, 3);
}

/// A threshold in full, with three decimals at least.
inline QString thresholdText(double threshold)
{
    return shownNumber(threshold, reid::thresholdTicks(threshold) % 10 == 0 ? 3 : 4);
}

/// The same with two decimals at least, as operations write it.
inline QString shortThreshold(double threshold)
{
    return shownFigure(reid::text::score(threshold));
}

} // namespace herdbook::ui
