// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/layerlegend.h"

#include "ui/reid/charts/chartpainting.h"
#include "ui/widgets/typeface.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QPainter>

namespace herdbook::dashboard {

LayerLegend::LayerLegend(HistogramPane &histogram, QWidget *parent)
    : QWidget(parent), m_histogram(histogram), m_logarithmic(new QCheckBox(tr("log"))), m_bins(new QComboBox)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    const std::pair<HistogramPane::Layer, QString> layers[] = {{HistogramPane::Unassigned, tr("unassigned")},
                                                               {HistogramPane::MateRemoved, tr("mate-removed")},
                                                               {HistogramPane::CrossSex, tr("cross-sex, shifted")},
                                                               {HistogramPane::Assigned, tr("assigned")},
                                                               {HistogramPane::NaturalClusters, tr("natural breaks")}};
    for (const auto &[layer, name] : layers) {
        auto *entry = new LayerSwitch(layer, name);
        connect(entry, &QToolButton::toggled, this, [this, layer = layer](bool shown) {
            HistogramPane::Layers shownLayers = m_histogram.layers();
            shownLayers.setFlag(layer, shown);
            m_histogram.setLayers(shownLayers);
        });
        row->addWidget(entry);
        m_switches << entry;
    }
    m_logarithmic->setToolTip(tr("Logarithmic scale (L)"));
    connect(m_logarithmic, &QCheckBox::toggled, this, [this](bool on) { m_histogram.setLogarithmic(on); });
    row->addWidget(m_logarithmic);
    m_bins->setAccessibleName(tr("Bins"));
    m_bins->setToolTip(tr("Number of bins over the range shown; automatic is Freedman and Diaconis' rule"));
    m_bins->addItem(tr("auto bins"), 0);
    for (const int count : {20, 50, 100, 200, 400})
        m_bins->addItem(tr("%1 bins").arg(count), count);
    connect(m_bins, &QComboBox::activated, this, [this] { m_histogram.setBinning({m_bins->currentData().toInt()}); });
    row->addWidget(m_bins);
    connect(&m_histogram, &HistogramPane::optionsChanged, this, &LayerLegend::refresh);
    refresh();
}

void LayerLegend::refresh()
{
    for (LayerSwitch *entry : std::as_const(m_switches)) {
        const QSignalBlocker quiet(entry);
        entry->setChecked(m_histogram.layers() & entry->layer());
    }
    const QSignalBlocker quiet(m_logarithmic);
    m_logarithmic->setChecked(m_histogram.isLogarithmic());
    m_bins->setCurrentIndex(std::max(0, m_bins->findData(m_histogram.binning().bins)));
}

LayerSwitch::LayerSwitch(HistogramPane::Layer layer, const QString &text, QWidget *parent)
    : QToolButton(parent), m_layer(layer)
{
    setText(text);
    setCheckable(true);
    setFont(textFont(TextRole::Label));
    setFocusPolicy(Qt::TabFocus);
    setToolTip(
        layer == HistogramPane::Assigned ? tr("Own-profile scores of the assigned: selected at the threshold in force, "
                                              "so its left edge is an artifact")
        : layer == HistogramPane::MateRemoved
            ? tr("Best score of another animal, the own profile left out: what an animal without a profile would get")
        : layer == HistogramPane::CrossSex ? tr("Best score among profiles of the other sex, shifted to the same "
                                                "median: a second estimate of the same")
        : layer == HistogramPane::NaturalClusters
            ? tr("Valleys of the density: description only, never a reason for a threshold")
            : tr("Best scores of the unassigned detections"));
}

QSize LayerSwitch::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 34, 26};
}

void LayerSwitch::paintEvent(QPaintEvent *)
{
    const ThemeTokens &tokens = themeTokens(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(tokens.focus, 1.5) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(tokens.hover) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
    painter.setOpacity(isChecked() ? 1 : 0.45);
    const QRectF mark(6, height() / 2.0 - 5, 16, 10);
    QPen dashed(tokens.cross, 2);
    dashed.setDashPattern({2.4, 1.6});
    switch (m_layer) {
    case HistogramPane::MateRemoved:
    case HistogramPane::CrossSex:
        painter.setPen(m_layer == HistogramPane::CrossSex ? dashed : QPen(tokens.mate, 2));
        painter.drawLine(QPointF(mark.left(), mark.center().y()), QPointF(mark.right(), mark.center().y()));
        break;
    case HistogramPane::NaturalClusters:
        painter.setPen(QPen(tokens.text2, 1.2, Qt::DotLine));
        painter.drawLine(QPointF(mark.center().x(), mark.top() - 2), QPointF(mark.center().x(), mark.bottom() + 2));
        break;
    default:
        const bool assigned = m_layer == HistogramPane::Assigned;
        painter.setPen(QPen(assigned ? tokens.assigned : tokens.unassignedEdge, 1));
        painter.setBrush(assigned ? hatchBrush(tokens.assigned, tokens.assignedFill, 1) : QBrush(tokens.unassigned));
        painter.drawRect(mark);
    }
    painter.setPen(tokens.text2);
    QFont font = this->font();
    font.setStrikeOut(!isChecked());
    painter.setFont(font);
    painter.drawText(QRectF(28, 0, width() - 30, height()), Qt::AlignVCenter | Qt::AlignLeft, text());
}

} // namespace herdbook::dashboard
