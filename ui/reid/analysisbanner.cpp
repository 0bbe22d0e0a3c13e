// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/analysisbanner.h"

#include "core/base/faults.h"
#include "ui/reid/reidpage.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/coretexts.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace herdbook::ui {

AnalysisBanner::AnalysisBanner(QWidget *parent)
    : QWidget(parent), m_banner(new Banner(Tone::Info, Icon::Running)),
      m_cancel(m_banner->addButton(ReidPage::tr("Cancel"))),
      m_connection(m_banner->addButton(ReidPage::tr("Connection…")))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 8);
    column->addWidget(m_banner);
    m_connection->hide();
    connect(m_connection, &QPushButton::clicked, this, &AnalysisBanner::connectionAsked);
    m_time.setSingleShot(true);
    m_time.setInterval(6000);
    connect(&m_time, &QTimer::timeout, this, &QWidget::hide);
}

void AnalysisBanner::setRunning()
{
    m_time.stop();
    m_banner->setTone(Tone::Info, Icon::Running);
    m_banner->setTexts(ReidPage::tr("Analyzing."), {});
    m_cancel->show();
    m_connection->hide();
}

void AnalysisBanner::setStage(const QString &stage, qint64 done, qint64 total)
{
    const QLocale locale;
    m_banner->setTexts(
        ReidPage::tr("Analyzing."),
        total > 0 ? ReidPage::tr("%1: %2 of %3").arg(coreText(stage), locale.toString(done), locale.toString(total))
                  : stage);
}

void AnalysisBanner::showFailure(const Error &error)
{
    m_cancel->hide();
    m_banner->setTone(Tone::Error, Icon::Failed);
    m_connection->setVisible(error.kind == ErrorKind::Denied);
    m_banner->setTexts(tellsOfMissingPassword(error.message) ? ReidPage::tr("Please enter this profile’s password.")
                                                             : ReidPage::tr("The analysis failed."),
                       error.passing ? ReidPage::tr("%1. It is tried again by itself.").arg(coreText(error.message))
                                     : error.message);
    show();
}

void AnalysisBanner::showSaved(const QString &path, const Result<void> &result)
{
    m_cancel->hide();
    m_connection->hide();
    m_banner->setTone(result ? Tone::Ok : Tone::Error, result ? Icon::Completed : Icon::Failed);
    m_banner->setTexts(result ? ReidPage::tr("Saved.") : ReidPage::tr("Not saved."),
                       result ? path : result.error().message);
    show();
    if (result)
        m_time.start();
}

} // namespace herdbook::ui
