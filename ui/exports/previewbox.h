// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace herdbook::ui {

/// What the export would hold, in a quiet box above the button: a small note, then a sentence of which a part may be a warning.
class PreviewBox : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewBox(QWidget *parent = nullptr);

    /// `before` + `warning` + `after` make one sentence; the warning takes the warn color.
    void setTexts(const QString &note, const QString &before, const QString &warning = {}, const QString &after = {});
    /// What stands there is of something else, and is being counted anew: faint at once, and where that takes longer, or for who listens,
    /// only `words`.
    void setPending(const QString &words);
    /// The whole text, as screen readers hear it.
    QString text() const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal layOut(class QTextLayout &layout, qreal width) const;

    QString m_note, m_before, m_warning, m_after;
    bool m_pending = false;
    QTimer m_slow;
};

} // namespace herdbook::ui
