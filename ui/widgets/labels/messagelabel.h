// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/labels/label.h"

#include <QPointer>

namespace herdbook {

/// The line under a field: a hint when all is well, icon and text when something is wrong, empty otherwise. 18 px high whatever it
/// says, so that nothing ever moves; what doesn't fit is in its tool tip and its field's. It keeps its field's error border and accessible description in step.
class MessageLabel : public ElidedLabel
{
    Q_OBJECT

public:
    /// `field` is the input this line is about; may be set later or be null.
    explicit MessageLabel(QWidget *field = nullptr, QWidget *parent = nullptr);

    /// Another field takes the line over; the one before is freed of its mark.
    void setField(QWidget *field);

    /// How wide the caption beside its field is: a longer text begins under that one.
    void setCaptionWidth(int width);

    /// A quiet note; an empty one leaves the line empty.
    void setHint(const QString &text);

    /// What is wrong; screen readers hear it at once.
    void setError(const QString &text);

    /// A concern that forbids nothing, in the warn color.
    void setWarning(const QString &text);

    bool hasError() const { return m_error; }

    /// Wraps what one line has no room for, where what is below may move.
    void letWrap();

    bool hasHeightForWidth() const override { return wordWrap(); }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void indent();
    void say(const QString &words, Tone tone);

    QPointer<QWidget> m_field;
    bool m_error = false;
    int m_captionWidth = 0;
};

} // namespace herdbook
