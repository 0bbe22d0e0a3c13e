// SPDX-License-Identifier: GPL-3.0-or-later
// What a gallery leaves out and how it is arranged.
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/fields/typeddate.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLocale>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>

namespace herdbook::ui {

QWidget *GalleryPanel::makeTools()
{
    auto *tools = new QWidget;
    auto *rows = new QVBoxLayout(tools);
    rows->setContentsMargins(12, 6, 12, 6);
    rows->setSpacing(6);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    m_order->setAccessibleName(tr("Order"));
    for (const QString &text : {tr("Score, high first"), tr("Score, low first"), tr("Closest call first"),
                                tr("Newest first"), tr("Oldest first")})
        m_order->addItem(text);
    m_grouping->setAccessibleName(tr("Groups"));
    for (const QString &text : {tr("No groups"), tr("By score"), tr("By deer"), tr("By place"), tr("By burst")})
        m_grouping->addItem(text);
    for (QComboBox *box : {m_order, m_grouping}) {
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        first->addWidget(box, 1);
    }
    m_only->setChecked(true);
    m_only->setObjectName(QStringLiteral("onlyWithPicture"));
    m_size->setRange(GalleryView::kLeastTile, GalleryView::kMostTile);
    m_size->setValue(m_view->tileWidth());
    m_size->setFixedWidth(90);
    m_size->setAccessibleName(tr("Size of the tiles"));
    m_size->setToolTip(tr("Size of the tiles (+ and -)"));
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_sex);
    second->addStretch(1);
    auto *third = new QHBoxLayout;
    third->setSpacing(8);
    m_place = new QComboBox;
    m_place->setAccessibleName(tr("Place"));
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place->setMinimumContentsLength(8);
    third->addWidget(m_place, 1);
    third->addWidget(m_only);
    auto *days = new QHBoxLayout;
    days->setSpacing(8);
    for (DateField **edit : {&m_from, &m_to}) {
        const bool from = edit == &m_from;
        auto *field = *edit = new DateField(from ? tr("From this day") : tr("Up to this day"));
        field->setPlaceholderText(from ? tr("From day") : tr("Until day"));
        days->addWidget(field);
        connect(field, &DateField::textChanged, this, &GalleryPanel::showDayProblem);
        connect(field, &DateField::textChanged, this, &GalleryPanel::arrange);
        connect(field, &DateField::editingFinished, this,
                [field] { field->setText(ui::TypedDate::normalized(field->text())); });
    }
    m_dayProblem = new MessageLabel;
    m_dayProblem->setObjectName(QStringLiteral("dayProblem"));
    fillFilters();
    rows->addWidget(m_count);
    rows->addLayout(first);
    rows->addLayout(second);
    rows->addLayout(third);
    rows->addLayout(days);
    rows->addWidget(m_dayProblem);
    connect(m_place, &QComboBox::currentIndexChanged, this, &GalleryPanel::arrange);
    connect(m_order, &QComboBox::currentIndexChanged, this, &GalleryPanel::arrange);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, &GalleryPanel::arrange);
    connect(m_sex, &SegmentedControl::currentChanged, this, &GalleryPanel::arrange);
    connect(m_only, &QCheckBox::toggled, this, &GalleryPanel::arrange);
    connect(m_size, &QSlider::valueChanged, m_view, &GalleryView::setTileWidth);
    connect(m_view, &GalleryView::tileWidthChanged, m_size, &QSlider::setValue);
    return tools;
}

void GalleryPanel::save(QSettings &settings) const
{
    settings.setValue(QStringLiteral("reid/gallery/order"), m_order->currentIndex());
    settings.setValue(QStringLiteral("reid/gallery/groups"), m_grouping->currentIndex());
    settings.setValue(QStringLiteral("reid/gallery/tileWidth"), m_view->tileWidth());
    settings.setValue(QStringLiteral("reid/gallery/onlyWithPicture"), m_only->isChecked());
}

void GalleryPanel::restore(const QSettings &settings)
{
    const auto chosen = [&settings](const QString &key, int now) { return settings.value(key, now).toInt(); };
    m_order->setCurrentIndex(std::clamp(chosen(QStringLiteral("reid/gallery/order"), 0), 0, m_order->count() - 1));
    m_grouping->setCurrentIndex(
        std::clamp(chosen(QStringLiteral("reid/gallery/groups"), 0), 0, m_grouping->count() - 1));
    m_view->setTileWidth(chosen(QStringLiteral("reid/gallery/tileWidth"), m_view->tileWidth()));
    m_only->setChecked(settings.value(QStringLiteral("reid/gallery/onlyWithPicture"), true).toBool());
}

void GalleryPanel::fillFilters()
{
    const QSignalBlocker silentPlace(m_place);
    const QSignalBlocker silentFrom(m_from);
    const QSignalBlocker silentTo(m_to);
    m_place->clear();
    m_place->addItem(tr("All places"));
    QDate first, last;
    if (m_analysis) {
        for (const std::string &name : m_analysis->data.locations)
            m_place->addItem(QString::fromStdString(name));
        std::int64_t oldest = 0;
        std::int64_t newest = 0;
        for (const reid::Detection &detection : m_analysis->data.detections) {
            if (detection.takenAt == 0)
                continue;
            oldest = oldest == 0 ? detection.takenAt : std::min(oldest, detection.takenAt);
            newest = std::max(newest, detection.takenAt);
        }
        const auto day = [this](std::int64_t at) { return QDateTime::fromMSecsSinceEpoch(at / 1000, m_zone).date(); };
        if (newest != 0) {
            first = day(oldest);
            last = day(newest);
        }
    }
    for (DateField *edit : {m_from, m_to}) {
        edit->setCalendarRange(first, last);
        edit->clear();
    }
    showDayProblem();
}

void GalleryPanel::showDayProblem()
{
    QString problem;
    for (const DateField *edit : {m_from, m_to}) {
        const ui::TypedDate typed = ui::TypedDate::read(edit->text());
        if (typed.kind == ui::TypedDate::Kind::Empty || typed.isDay())
            continue;
        const QString text = edit->text().trimmed();
        problem = typed.kind == ui::TypedDate::Kind::TwoDays
                      ? tr("Not used: %1 can be %2 or %3").arg(text, dateText(typed.days[0]), dateText(typed.days[1]))
                  : typed.kind == ui::TypedDate::Kind::NoSuchDay ? tr("Not used: %1").arg(typed.problem)
                                                                 : tr("Not used: “%1” is no whole day").arg(text);
    }
    m_dayProblem->setWarning(problem);
}

GalleryChoice GalleryPanel::choice() const
{
    GalleryChoice choice;
    choice.order = static_cast<GalleryOrder>(std::max(0, m_order->currentIndex()));
    choice.grouping = static_cast<GalleryGrouping>(std::max(0, m_grouping->currentIndex()));
    choice.onlyWithPicture = m_only->isChecked();
    if (m_sex->currentIndex() > 0)
        choice.sex = reid::kAllSexes.at(static_cast<std::size_t>(m_sex->currentIndex() - 1));
    if (m_place->currentIndex() > 0)
        choice.place = m_place->currentIndex() - 1;
    const auto midnight = [this](const QDate &day) { return day.startOfDay(m_zone).toMSecsSinceEpoch() * 1000; };
    if (const auto from = ui::TypedDate::read(m_from->text()); from.isDay())
        choice.from = midnight(from.days.first());
    if (const auto to = ui::TypedDate::read(m_to->text()); to.isDay())
        choice.to = midnight(to.days.first().addDays(1));
    return choice;
}

void GalleryPanel::showEmpty()
{
    const bool none = m_view->count() == 0;
    m_view->setVisible(!none);
    m_empty->setVisible(none);
    if (!none)
        return;
    GalleryChoice pictureOrNot = choice();
    pictureOrNot.onlyWithPicture = false;
    pictureOrNot.order = GalleryOrder::ScoreHigh;
    pictureOrNot.grouping = GalleryGrouping::None;
    const std::size_t fitting = arranged(*m_sets, m_all, pictureOrNot, nullptr).count;
    m_empty->setAction(fitting > 0 ? tr("Where are the photos?") : QString());
    const QString all = QLocale().toString(static_cast<qulonglong>(fitting > 0 ? fitting : m_all.count));
    if (m_all.count == 0)
        m_empty->setTexts(tr("Nothing to show"));
    else if (fitting == 0)
        m_empty->setTexts(tr("None of %1 fits").arg(all));
    else if (m_pictures->unsure() > 0)
        m_empty->setTexts(tr("None of %1 is known to have a picture here").arg(all), coreText(m_pictures->problem()));
    else
        m_empty->setTexts(tr("None of %1 has a picture here").arg(all),
                          tr("Say where they are, or untick “%1”.").arg(m_only->text()));
}

} // namespace herdbook::ui
