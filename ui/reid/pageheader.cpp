// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/pageheader.h"

#include "core/base/language.h"
#include "ui/reid/words.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/texts.h"

#include <QDateTime>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace herdbook::ui {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent), m_meta(new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2)), m_stale(new Pill),
      m_analyze(new QPushButton(themeIcon(Icon::Refresh), tr("Analyze")))
{
    setFixedHeight(52);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(new Label(tr("Re-ID"), TextRole::PageTitle));
    row->addWidget(m_meta, 1);
    row->addWidget(m_stale);
    m_stale->hide();
    row->addWidget(m_analyze);
    auto *exports = new QPushButton(tr("Export"));
    exports->setMenu(makeMenu());
    row->addWidget(exports);
    connect(m_analyze, &QPushButton::clicked, this, &PageHeader::analyzeAsked);
    setAnalysis({}, {});
}

QMenu *PageHeader::makeMenu()
{
    auto *menu = new QMenu(this);
    for (const char *format : {"png", "svg", "csv"}) {
        const QString name = QString::fromLatin1(format);
        menu->addAction(tr("Charts as %1…").arg(name.toUpper()), this, [this, name] { Q_EMIT exportAsked(name); });
    }
    menu->addSeparator();
    menu->addAction(themeIcon(Icon::Copy), tr("Copy the charts"), this, &PageHeader::copyAsked);
    menu->addAction(themeIcon(Icon::Copy), tr("Copy the settings line"), this, &PageHeader::copySettingsAsked);
    return menu;
}

QString PageHeader::madeAt() const
{
    const QDateTime at = QDateTime::fromString(QString::fromStdString(m_analysis->madeAt), Qt::ISODate);
    return momentText(at, m_zone);
}

void PageHeader::setAnalysis(const SharedAnalysis &analysis, const QString &comparison)
{
    m_outdated = false;
    m_analysis = analysis;
    m_comparison = comparison;
    if (m_analysis)
        m_analyze->setText(tr("Analyze again"));
    refresh();
}

void PageHeader::setWithFigures(bool with)
{
    m_withFigures = with;
    refresh();
}

void PageHeader::refresh()
{
    if (!m_analysis) {
        m_meta->setText(tr("Analyze to see how well the automatic re-identification does."));
        return;
    }
    const reid::Counts &counts = m_analysis->counts;
    QString text;
    if (m_withFigures)
        text = countText(static_cast<qint64>(counts.detections), tr("1 detection"), tr("%1 detections")) +
               tr(", %1 assigned at %2, ")
                   .arg(countText(static_cast<qint64>(counts.assigned)), shortThreshold(m_analysis->options.current));
    text += countText(static_cast<qint64>(counts.profiles), tr("1 profile"), tr("%1 profiles")) +
            tr(", analyzed %1 in %2 s").arg(madeAt()).arg(shownNumber(m_analysis->seconds, 1));
    if (!m_comparison.isEmpty())
        text += QStringLiteral("; ") + m_comparison;
    m_meta->setText(text);
}

void PageHeader::setStale(bool stale)
{
    if (stale && m_analysis)
        m_stale->setState(Tone::Stale,
                          (m_outdated ? tr("out of date: the result of %1") : tr("the result of %1")).arg(madeAt()),
                          Icon::Queued);
    m_stale->setVisible(stale && m_analysis);
}

void PageHeader::setOutdated()
{
    m_outdated = true;
    setStale(true);
}

void PageHeader::setRunning(bool running)
{
    m_analyze->setEnabled(!running);
}

} // namespace herdbook::ui
