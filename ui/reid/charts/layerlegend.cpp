// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/charts/layerlegend.h"

#include "ui/widgets/flowlayout.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/typeface.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QToolTip>

namespace herdbook::ui {

LayerLegend::LayerLegend(HistogramPane &histogram, QWidget *parent)
    : QWidget(parent), m_histogram(histogram), m_logarithmic(new QCheckBox(tr("log"))), m_bins(new QComboBox)
{
    auto *row = new FlowLayout(2, this);
    for (const HistogramPane::Layer layer :
         {HistogramPane::Unassigned, HistogramPane::Density, HistogramPane::Strangers, HistogramPane::Assigned,
          HistogramPane::NaturalClusters}) {
        auto *entry = new LayerSwitch(layer);
        connect(entry, &QToolButton::toggled, this, [this, layer](bool shown) {
            HistogramPane::Layers shownLayers = m_histogram.layers();
            shownLayers.setFlag(layer, shown);
            m_histogram.setLayers(shownLayers);
        });
        row->addWidget(entry);
        m_switches << entry;
    }
    m_logarithmic->setToolTip(tr("Logarithmic scale (L)"));
    connect(m_logarithmic, &QCheckBox::toggled, this, [this](bool on) { m_histogram.setLogarithmic(on); });
    auto *apart = new QWidget; // the box belongs to no layer
    auto *beside = new QHBoxLayout(apart);
    beside->setContentsMargins(10, 0, 4, 0);
    beside->addWidget(m_logarithmic);
    row->addWidget(apart);
    m_bins->setAccessibleName(tr("Bins"));
    m_bins->setToolTip(tr("Bins over the range shown, %1 to %2, or auto: Freedman and Diaconis' rule for each layer")
                           .arg(Binning::kFewest)
                           .arg(Binning::kMost));
    m_bins->setEditable(true);
    m_bins->setInsertPolicy(QComboBox::NoInsert);
    m_bins->setCompleter(nullptr);
    for (const int bins : {0, 20, 50, 100, 200, 400})
        m_bins->addItem(Binning{bins}.text());
    constexpr int Frame = 48; // margins and arrow
    m_bins->setFixedWidth(std::max(98, m_bins->fontMetrics().horizontalAdvance(Binning{}.text()) + Frame));
    connect(m_bins, &QComboBox::textActivated, this, &LayerLegend::takeBins);
    connect(m_bins->lineEdit(), &QLineEdit::editingFinished, this, [this] { takeBins(m_bins->currentText()); });
    connect(m_bins->lineEdit(), &QLineEdit::textEdited, this, [this] { setInvalid(m_bins, false); });
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
    m_bins->setEditText(m_histogram.binning().text());
    setInvalid(m_bins, false);
}

void LayerLegend::takeBins(const QString &text)
{
    const std::optional<Binning> binning = Binning::fromText(text);
    setInvalid(m_bins, !binning);
    m_bins->setAccessibleDescription(binning ? QString() : refusal());
    if (!binning)
        QToolTip::showText(m_bins->mapToGlobal(QPoint(0, m_bins->height() + 2)), refusal(), m_bins);
    else if (*binning != m_histogram.binning())
        m_histogram.setBinning(*binning);
    else
        refresh();
}

QString LayerLegend::refusal() const
{
    return tr("Type a whole number from %1 to %2, or auto").arg(Binning::kFewest).arg(Binning::kMost);
}

LayerSwitch::LayerSwitch(HistogramPane::Layer layer, QWidget *parent) : QToolButton(parent), m_layer(layer)
{
    setText(HistogramPane::layerName(layer));
    setCheckable(true);
    setFont(textFont(TextRole::Label));
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setToolTip(layer == HistogramPane::Assigned
                   ? tr("Own-profile scores of the assigned: selected at the threshold in force, "
                        "so its left edge is an artifact")
               : layer == HistogramPane::Strangers
                   ? tr("What deer with no profile would score, found by searching for detections of the other sex")
               : layer == HistogramPane::Density
                   ? tr("Kernel density of the unassigned, bandwidth by the improved Sheather-Jones rule")
               : layer == HistogramPane::NaturalClusters
                   ? tr("Valleys of the density: description only, never a reason for a threshold")
                   : tr("Best scores of the unassigned detections"));
}

QSize LayerSwitch::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 27, 26};
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
    const QRectF mark(5, height() / 2.0 - 5, 16, 10);
    if (isChecked()) {
        HistogramPane::layerEntry(m_layer, text(), tokens).paintMark(painter, mark);
    } else { // an empty box: there to be switched on
        QPen hollow(tokens.text2, 1);
        hollow.setDashPattern({2, 2});
        painter.setPen(hollow);
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(mark);
    }
    painter.setPen(isChecked() ? tokens.text2 : tokens.disabled);
    painter.setFont(font());
    painter.drawText(QRectF(26, 0, width() - 26, height()), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(text(), Qt::ElideRight, width() - 26));
}

} // namespace herdbook::ui
