// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/reidtabs.h"

#include "ui/reid/bysextab.h"
#include "ui/reid/charts/histogrampane.h"
#include "ui/reid/diagnosistab.h"
#include "ui/reid/panels/integritylist.h"
#include "ui/reid/reidpage.h"
#include "ui/reid/reporttab.h"
#include "ui/reid/tradeofftab.h"

#include <QApplication>
#include <QStackedWidget>

namespace herdbook::ui {

ReidTabs::ReidTabs(ThresholdCursor &cursor, QWidget *parent)
    : QTabBar(parent), m_content(new QStackedWidget), m_distribution(new DistributionTab(cursor)),
      m_tradeoff(new TradeoffTab(cursor)), m_bySex(new BySexTab(cursor)), m_diagnosis(new DiagnosisTab),
      m_report(new ReportTab(cursor))
{
    setExpanding(false);
    setDrawBase(true);
    addContent(ReidPage::tr("Distribution"), m_distribution, QStringLiteral("distribution"));
    addContent(ReidPage::tr("Trade-off"), m_tradeoff, QStringLiteral("tradeoff"));
    addContent(ReidPage::tr("By sex"), m_bySex, QStringLiteral("bysex"));
    addContent(ReidPage::tr("Diagnosis"), m_diagnosis, QStringLiteral("diagnosis"));
    addContent(ReidPage::tr("Report"), m_report, QStringLiteral("report"));
    connect(this, &QTabBar::currentChanged, m_content, &QStackedWidget::setCurrentIndex);
    connect(m_content, &QStackedWidget::currentChanged, this, &ReidTabs::askForShownTabOnly);
    askForShownTabOnly();
}

void ReidTabs::addContent(const QString &name, QWidget *tab, const QString &id)
{
    const int at = addTab(name);
    setTabData(at, id);
    m_content->addWidget(tab);
}

bool ReidTabs::showsDistribution() const
{
    return m_content->currentWidget() == m_distribution;
}

void ReidTabs::open(const QString &id)
{
    for (int at = 0; at < count(); ++at) {
        if (tabData(at) == id)
            setCurrentIndex(at);
    }
}

bool ReidTabs::placeSide(DistributionTab::Place place)
{
    using Place = DistributionTab::Place;
    const Place before = m_distribution->place();
    if (place == before)
        return false;
    constexpr int at = 1; // beside the charts
    QWidget *side = m_distribution->side();
    QWidget *const focused = QApplication::focusWidget();
    const bool inside = focused != nullptr && m_content->isAncestorOf(focused);
    m_placing = true;
    if (before == Place::Away) {
        if (currentIndex() == at)
            setCurrentIndex(0); // there it is now
        removeTab(at);
        m_content->removeWidget(side);
    }
    m_distribution->setPlace(place);
    if (place == Place::Away) {
        m_content->insertWidget(at, side);
        insertTab(at, ReidPage::tr("Recommendation"));
        setTabData(at, QStringLiteral("recommendation"));
    }
    m_content->setCurrentIndex(currentIndex());
    m_placing = false;
    if (inside && focused->isVisible())
        focused->setFocus(Qt::OtherFocusReason);
    return inside && !focused->isVisible();
}

QList<Figure *> ReidTabs::figures() const
{
    const QWidget *shown = m_content->currentWidget();
    return shown == m_tradeoff ? m_tradeoff->figures()
           : shown == m_bySex  ? m_bySex->figures()
                               : m_distribution->figures();
}

QWidget *ReidTabs::chart() const
{
    const QWidget *shown = m_content->currentWidget();
    return shown == m_distribution ? m_distribution->histogram()
           : shown == m_tradeoff   ? m_tradeoff->chart()
           : shown == m_bySex      ? m_bySex->charts().value(0)
                                   : nullptr;
}

void ReidTabs::askForShownTabOnly()
{
    for (QWidget *tab : std::initializer_list<QWidget *>{m_distribution, m_tradeoff, m_bySex, m_diagnosis, m_report}) {
        QSizePolicy policy = tab->sizePolicy();
        policy.setHorizontalPolicy(tab == m_content->currentWidget() ? QSizePolicy::Preferred : QSizePolicy::Ignored);
        tab->setSizePolicy(policy);
    }
}

void ReidTabs::showTroubles(const SharedAnalysis &analysis)
{
    const int troubles = analysis ? IntegrityList::troubles(*analysis) : 0;
    for (int at = 0; at < count(); ++at) {
        if (tabData(at) != QLatin1String("diagnosis"))
            continue;
        setTabText(at, troubles > 0 ? ReidPage::tr("Diagnosis (%1)").arg(troubles) : ReidPage::tr("Diagnosis"));
        setTabToolTip(at,
                      troubles > 0 ? ReidPage::tr("Checks with a warning or failure: %1").arg(troubles) : QString());
    }
}

QList<KeyHelp> ReidTabs::keys() const
{
    QList<KeyHelp> keys{
        {ReidPage::tr("Left / Right"), ReidPage::tr("Move the threshold by 0.005 (Shift 0.0005, Ctrl 0.05)")},
        {QStringLiteral("Home / End"), ReidPage::tr("To the threshold in force / recommended")},
        {QStringLiteral("L"), ReidPage::tr("Logarithmic scale")},
        {ReidPage::tr("Shift+drag"), ReidPage::tr("Brush a range of scores; Esc clears it")},
        {ReidPage::tr("Ctrl+wheel / Ctrl+drag"), ReidPage::tr("Zoom; double click shows all again")},
        {QStringLiteral("Del"), ReidPage::tr("Take an added threshold out of the sweep")}};
    const QWidget *shown = m_content->currentWidget();
    if (shown == m_bySex)
        keys << KeyHelp{ReidPage::tr("Left / Right / Up / Down"),
                        ReidPage::tr("In the likeness map: another two profiles")}
             << KeyHelp{ReidPage::tr("Enter"), ReidPage::tr("In the likeness map: show their photos")};
    if (shown == m_diagnosis)
        keys << KeyHelp{ReidPage::tr("Up / Down"), ReidPage::tr("In the funnel: another step")}
             << KeyHelp{ReidPage::tr("Enter"), ReidPage::tr("In the funnel: show what the step lost")}
             << KeyHelp{ReidPage::tr("Enter"), ReidPage::tr("In what looks suspicious: enlarge the pair (also Space)")}
             << KeyHelp{ReidPage::tr("Ctrl+C"), ReidPage::tr("In what looks suspicious: copy the ids")};
    return keys;
}

} // namespace herdbook::ui
