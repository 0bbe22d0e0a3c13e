// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/labels/label.h"

namespace herdbook {

/// A short state in a tinted box: icon and words. "Meets all three goals".
class Pill : public ElidedLabel
{
    Q_OBJECT

public:
    explicit Pill(Tone tone = Tone::Neutral, const QString &text = {}, std::optional<Icon> icon = std::nullopt,
                  QWidget *parent = nullptr);

    void setState(Tone tone, const QString &text, std::optional<Icon> icon = std::nullopt);
    Tone tone() const { return m_tone; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    QRect textRect() const override;

private:
    Tone m_tone;
};

/// A key as printed on a keyboard: "S", "Backspace".
class KeyCap : public Label
{
    Q_OBJECT

public:
    explicit KeyCap(const QString &key, QWidget *parent = nullptr);

    /// Drawn pressed, for the moment an answer is given.
    void setPressed(bool pressed);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    bool m_pressed = false;
};

} // namespace herdbook
