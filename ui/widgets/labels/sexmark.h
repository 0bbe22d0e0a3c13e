// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/style/tokens.h"

#include <QIcon>
#include <QWidget>

class QPainter;

namespace herdbook {

/// The sexes as they are drawn: always the same color and the same shape.
enum class SexClass { Buck, Doe, Fawn, Unknown };

/// Mature, mid and young are bucks; what is no deer class is Unknown.
SexClass sexOfClassification(const QString &classification);

/// Buck: square, doe: circle, fawn: triangle, all filled; unknown: diamond, outline. As large as `rect` lets it.
void paintSexMark(QPainter &painter, const QRectF &rect, SexClass sex, const ThemeTokens &tokens);

ColorToken sexColor(SexClass sex);

/// For check boxes and combo boxes; follows the theme.
QIcon sexIcon(SexClass sex);

/// The mark as a widget of 9 px in a line of text.
class SexMark : public QWidget
{
    Q_OBJECT

public:
    explicit SexMark(SexClass sex, QWidget *parent = nullptr);
    void setSex(SexClass sex);
    QSize sizeHint() const override { return {12, 14}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SexClass m_sex;
};

} // namespace herdbook
