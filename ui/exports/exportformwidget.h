// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/exports/formfields.h"

class QPushButton;
class QScrollArea;
class QToolButton;

namespace herdbook {
class Label;
} // namespace herdbook

namespace herdbook::ui {

class PreviewBox;

/// The left side of the exports page: header, fields (they alone scroll), and pinned under them the preview, what is still to be done,
/// and the button. It asks for a job and shows what became of that; making it is the page's business.
class ExportFormWidget : public QWidget
{
    Q_OBJECT

public:
    /// Between these it is at least as wide as its fields need.
    static constexpr int LeastWidth = 340, MostWidth = 440;

    explicit ExportFormWidget(ExportForm &form, QWidget *parent = nullptr);

    ExportForm &form() const { return m_form; }
    FormFields *fields() const { return m_fields; }
    PreviewBox *preview() const { return m_preview; }
    QPushButton *submitButton() const { return m_submit; }
    QToolButton *resetButton() const { return m_reset; }
    /// Puts that in the place of all input; what stood there can be had back by the Reset button until something else is put in.
    void replaceInput(const FormInput &input);
    /// Asks for the first page of the report; hidden where there is none.
    QToolButton *pageButton() const { return m_firstPage; }
    QString shownReason() const;

    /// As by the button: sends when all is right, otherwise shows what isn't.
    void submit();
    /// The button says so for a moment where the pointer is: "Queued, 3rd of 5". Until that is over it does nothing.
    void showSent(const QString &text);
    /// The request couldn't be sent; `message` stands above the button until something is changed.
    void showFailure(const QString &message);

Q_SIGNALS:
    void submitted(const herdbook::exports::ExportRequest &request);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refresh();
    void fitReason();
    void fitFields();

    ExportForm &m_form;
    FormFields *m_fields;
    QScrollArea *m_scroll;
    PreviewBox *m_preview;
    Label *m_reason;
    QPushButton *m_submit;
    QToolButton *m_reset, *m_firstPage;
    std::optional<FormInput> m_replaced; ///< while it can be had back
    FormInput m_replacement;
    QTimer m_sent;
    QString m_failure;
    QString m_whole; ///< the reason, of which two lines are shown
};

} // namespace herdbook::ui
