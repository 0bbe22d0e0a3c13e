// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/labels/figurecell.h"

#include "ui/widgets/labels/pill.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace herdbook {

FigureCell::FigureCell(const QString &label, QWidget *parent)
    : QWidget(parent), m_label(new Label(label, TextRole::Label, &ThemeTokens::text2)),
      m_figure(new Label({}, TextRole::Figure)), m_aside(new Label({}, TextRole::Body, &ThemeTokens::text2)),
      m_pill(new Pill), m_note(new Label({}, TextRole::Label, &ThemeTokens::text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 10, 12, 10);
    column->setSpacing(0);
    column->addWidget(m_label);
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_figure);
    row->addWidget(m_aside);
    row->addWidget(m_pill, 0, Qt::AlignVCenter);
    row->addStretch(1);
    column->addLayout(row);
    m_note->setWordWrap(true);
    column->addWidget(m_note);
    column->addStretch(1); // beside a cell whose note wraps
    m_aside->hide();
    m_pill->hide();
}

void FigureCell::setFigure(const QString &figure, const QString &aside, bool quiet)
{
    m_figure->setText(figure);
    m_figure->setColor(quiet ? &ThemeTokens::text2 : &ThemeTokens::text);
    QFont font = textFont(TextRole::Figure);
    if (quiet)
        font.setWeight(QFont::Normal);
    m_figure->setFont(font);
    m_aside->setText(aside);
    m_aside->setVisible(!aside.isEmpty());
    nameForScreenReaders();
}

void FigureCell::setNote(const QString &note)
{
    m_note->setText(note);
    nameForScreenReaders();
}

void FigureCell::setPill(Tone tone, const QString &text)
{
    m_pill->setState(tone, text, tone == Tone::Ok ? Icon::Completed : tone == Tone::Warn ? Icon::Warning : Icon::Info);
    m_pill->setVisible(!text.isEmpty());
    nameForScreenReaders();
}

void FigureCell::setCompact(bool compact)
{
    m_note->setVisible(!compact);
}

void FigureCell::nameForScreenReaders()
{
    QStringList parts{m_figure->text(), m_aside->text(), m_pill->text(), m_note->text()};
    parts.removeAll(QString());
    setAccessibleName(m_label->text() + QLatin1String(": ") + parts.join(QLatin1String(", ")));
}

} // namespace herdbook
