// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/diagnosistab.h"

#include "core/reid/output/textreport.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/panels/funnelview.h"
#include "ui/reid/panels/integritylist.h"
#include "ui/reid/panels/suspectsview.h"
#include "ui/reid/words.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/text/coretexts.h"

#include <QGuiApplication>
#include <QMap>
#include <QScrollArea>
#include <QVBoxLayout>

namespace herdbook::ui {

namespace {

constexpr int kTwoGalleries = 2000; ///< from this width on

/// Checks whose pairs are among what looks suspicious.
const QMap<QString, SuspectsView::Kind> &pairChecks()
{
    static const QMap<QString, SuspectsView::Kind> kinds{
        {QStringLiteral("duplicate_profiles"), SuspectsView::Kind::LookAlikes},
        {QStringLiteral("same_image"), SuspectsView::Kind::Contradictions},
        {QStringLiteral("same_burst"), SuspectsView::Kind::Bursts}};
    return kinds;
}

} // namespace

DiagnosisTab::DiagnosisTab(QWidget *parent)
    : QWidget(parent), m_funnel(new FunnelView), m_sentence(new Label({}, TextRole::Label, &ThemeTokens::text2)),
      m_checks(new IntegrityList), m_suspects(new SuspectsView), m_moreSuspects(new SuspectsView(1)),
      m_moreCard(new Card(tr("Also suspicious"))), m_left(new QVBoxLayout), m_right(new QVBoxLayout),
      m_scroll(new QScrollArea)
{
    auto *content = new QWidget;
    auto *row = new QHBoxLayout(content);
    row->setContentsMargins(0, 0, 4, 0);
    row->setSpacing(16);

    auto *funnelCard = new Card(tr("Why are only so few assigned?"));
    funnelCard->setHeaderLine(true);
    funnelCard->body()->setContentsMargins(0, 4, 0, 12);
    funnelCard->body()->addWidget(m_funnel);
    m_sentence->setWordWrap(true);
    m_sentence->setContentsMargins(16, 8, 16, 0);
    funnelCard->body()->addWidget(m_sentence);
    auto *suspectCard = new Card(tr("What looks suspicious"));
    suspectCard->setHeaderLine(true);
    suspectCard->body()->addWidget(m_suspects);
    m_left->setSpacing(12);
    m_left->addWidget(funnelCard);
    m_left->addWidget(suspectCard);
    m_left->addStretch(0);

    auto *checkCard = new Card(tr("Is the data sound?"));
    checkCard->setHeaderLine(true);
    checkCard->body()->addWidget(m_checks);
    m_moreCard->setHeaderLine(true);
    m_moreCard->body()->addWidget(m_moreSuspects);
    m_right->setSpacing(12);
    m_right->addWidget(checkCard);
    m_right->addWidget(m_moreCard, 1);
    m_right->addStretch(0);
    row->addLayout(m_left, 11);
    row->addLayout(m_right, 9);

    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setWidget(content);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    connect(m_funnel, &FunnelView::stepChosen, this, &DiagnosisTab::stepChosen);
    // Queued: once the page is laid out, where a gallery has just changed its height.
    for (const SuspectsView *suspects : {m_suspects, m_moreSuspects})
        connect(
            suspects->gallery(), &GalleryView::currentChanged, this, [this, suspects] { follow(*suspects); },
            Qt::QueuedConnection);
    m_checks->setWithPairs(pairChecks().keys());
    connect(m_checks, &IntegrityList::pairsAsked, this,
            [this](const QString &id) { showPairs(pairChecks().value(id)); });
    arrange();
}

void DiagnosisTab::showPairs(SuspectsView::Kind kind)
{
    const bool isBeside = m_moreCard->isVisible() && m_moreSuspects->kinds()->currentIndex() == static_cast<int>(kind);
    SuspectsView *where = isBeside ? m_moreSuspects : m_suspects;
    if (where->showPairs(kind))
        return;
    m_scroll->ensureWidgetVisible(where);
    m_scroll->ensureWidgetVisible(where->kinds()); // and why there are none, under it
}

void DiagnosisTab::follow(const SuspectsView &suspects)
{
    const QWidget *tiles = suspects.gallery()->viewport();
    const QRect current = suspects.gallery()->currentRect();
    if (!suspects.gallery()->hasFocus() || current.isEmpty() || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    const QPoint middle = tiles->mapTo(m_scroll->widget(), current.center());
    m_scroll->ensureVisible(middle.x(), middle.y(), 0, current.height() / 2 + GalleryLayout::kGap);
}

void DiagnosisTab::arrange()
{
    m_moreCard->setVisible(width() >= kTwoGalleries && m_moreSuspects->hasItsOwn());
    // The suspects take what room is left; without them nothing does: a card that grows tears its lines apart.
    m_left->setStretch(1, m_suspects->hasItsOwn() ? 1 : 0);
    m_left->setStretch(2, m_suspects->hasItsOwn() ? 0 : 1);
    m_right->setStretch(2, m_moreCard->isVisibleTo(this) ? 0 : 1);
}

void DiagnosisTab::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void DiagnosisTab::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    showFunnel();
    m_checks->setAnalysis(m_analysis);
    m_suspects->setAnalysis(m_analysis);
    m_moreSuspects->setAnalysis(m_analysis);
    arrange();
    if (isVisible())
        Q_EMIT picturesWanted();
}

void DiagnosisTab::showEvent(QShowEvent *event)
{
    Q_EMIT picturesWanted();
    QWidget::showEvent(event);
}

void DiagnosisTab::showFunnel()
{
    if (!m_analysis) {
        m_funnel->setSteps({});
        m_sentence->setText(tr("Nothing is analyzed yet."));
        return;
    }
    const double inForce = m_analysis->options.current;
    std::vector<reid::FunnelStep> steps = m_analysis->funnel(inForce);
    QString sentence =
        tr("At the threshold in force, %1. Each step shows the detections that are left; the dotted part is "
           "lost there.")
            .arg(shortThreshold(inForce));
    if (const QString outside = reid::assignedOutsideFunnel(*m_analysis, steps.back().remaining); !outside.isEmpty())
        sentence += u' ' + coreText(outside);
    m_funnel->setSteps(std::move(steps));
    m_sentence->setText(sentence);
}

} // namespace herdbook::ui
