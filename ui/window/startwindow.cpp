// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/startwindow.h"

#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/text/coretexts.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QProgressBar>
#include <QVBoxLayout>

#include <cmath>

namespace herdbook {

StartWindow::StartWindow(const QString &title, QWidget *parent)
    : QWidget(parent), m_stage(new Label(tr("Starting"))),
      m_note(new Label(tr("The first start makes the data and draws the photos; later ones take a few seconds."),
                       TextRole::Label, &ThemeTokens::text2)),
      m_bar(new QProgressBar), m_quit(new QPushButton(tr("Quit")))
{
    setWindowTitle(title + QStringLiteral(" - Herdbook"));
    setFixedSize(520, 236);
    auto *picture = new QLabel;
    picture->setPixmap(applicationIcon().pixmap(64, 64));
    m_bar->setRange(0, 1000);
    m_bar->setTextVisible(false);
    m_bar->setFixedHeight(8);
    m_bar->setAccessibleName(tr("Progress"));
    m_stage->setWordWrap(true);
    m_note->setWordWrap(true);

    auto *top = new QHBoxLayout;
    top->setSpacing(16);
    top->addWidget(picture);
    top->addWidget(new Label(title, TextRole::PageTitle), 1);
    auto *bottom = new QHBoxLayout;
    bottom->addWidget(m_note, 1);
    bottom->addSpacing(16);
    bottom->addWidget(m_quit, 0, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addLayout(top);
    column->addStretch(1);
    column->addWidget(m_stage);
    column->addWidget(m_bar);
    column->addStretch(1);
    column->addLayout(bottom);
    connect(m_quit, &QPushButton::clicked, this, &QWidget::close);
}

void StartWindow::showProgress(const QString &stage, double fraction)
{
    m_stage->setText(coreText(stage));
    m_stage->setColor(&ThemeTokens::text);
    m_bar->setValue(static_cast<int>(std::lround(fraction * 1000)));
}

void StartWindow::showError(const Error &error)
{
    m_stage->setText(coreText(error.message));
    m_stage->setColor(&ThemeTokens::error);
    m_bar->hide();
    m_note->setText(tr("The demo ranch could not be started."));
}

void StartWindow::showNote(const QString &note)
{
    m_note->setText(coreText(note));
}

void StartWindow::closeEvent(QCloseEvent *event)
{
    Q_EMIT given();
    QWidget::closeEvent(event);
}

void StartWindow::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeTokens(this).window);
}

} // namespace herdbook
