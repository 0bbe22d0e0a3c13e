// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace herdbook {

class Label;

/// Quiet bars where rows will be. Blank for the first 200 ms, so that a quick answer doesn't flicker; never a spinner over data.
class PlaceholderRows : public QWidget
{
    Q_OBJECT

public:
    explicit PlaceholderRows(int rows = 9, int rowHeight = 34, QWidget *parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    int m_rows;
    int m_rowHeight;
    bool m_due = false;
};

/// What stands where nothing is: one sentence, a quieter second one, perhaps one action.
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &sentence, const QString &note = {}, QWidget *parent = nullptr);

    void setTexts(const QString &sentence, const QString &note = {});
    /// Shown under the text; an empty text hides it.
    QPushButton *setAction(const QString &text);

private:
    Label *m_sentence;
    Label *m_note;
    QPushButton *m_action;
};

} // namespace herdbook
