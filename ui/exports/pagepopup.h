// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace herdbook::ui {

/// The first page of a report as it would be now, beside the form; goes with Esc or a click elsewhere.
class PagePopup : public QWidget
{
    Q_OBJECT

public:
    explicit PagePopup(QWidget *parent);

    /// Shows itself at the right of `anchor`, as large as the screen lets it, with a sentence until the page is there.
    void showBeside(QWidget *anchor);
    void setPage(const QImage &page);
    void setText(const QString &text);
    bool hasPage() const { return !m_page.isNull(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QImage m_page;
    QString m_text;
};

} // namespace herdbook::ui
