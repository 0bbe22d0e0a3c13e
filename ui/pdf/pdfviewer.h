// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QBuffer>
#include <QFutureWatcher>
#include <QWidget>
#include <memory>

class QPdfDocument;
class QPdfView;
class QToolButton;

namespace herdbook {
class ElidedLabel;
}

namespace herdbook::ui {

/// A PDF as it is: its own pages, with zoom, page keys, save and print. Nothing in the document is followed or run.
///
/// Keys: Page Up and Page Down a page, Home and End, + and - zoom, 0 the width, Ctrl+S save, Ctrl+P print.
class PdfViewer : public QWidget
{
    Q_OBJECT

public:
    explicit PdfViewer(QWidget *parent = nullptr);
    ~PdfViewer() override;

    /// Shows a document that is in memory.
    /// @param name proposed when saving, such as "Rut 2026 seasonal.pdf".
    void show(const QByteArray &pdf, const QString &name);
    /// Reads a file of this machine, off the UI thread, and shows it, or why it can't be.
    void open(const QString &path, const QString &name);
    /// Words in place of pages: why there are none.
    void showMessage(const QString &text);
    bool hasDocument() const;

    int pageCount() const;
    int page() const; ///< from 0
    void goToPage(int page);
    void zoom(double factor); ///< times the present size
    void fitWidth();
    double zoomFactor() const;

    void save();
    void print();

Q_SIGNALS:
    void pageChanged(int page);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeTools();
    bool take(int key, Qt::KeyboardModifiers modifiers);
    void refresh();

    QFutureWatcher<Result<QByteArray>> m_reading;
    QByteArray m_bytes;
    QString m_name;
    std::unique_ptr<QBuffer> m_buffer;
    QPdfDocument *m_document;
    QPdfView *m_view;
    ElidedLabel *m_message;
    ElidedLabel *m_pages = nullptr;
    QList<QToolButton *> m_buttons;
};

/// Opens a finished PDF in a window of its own that closes with Esc or Ctrl+W.
PdfViewer *openPdfWindow(const QString &path, const QString &name, QWidget *parent);

} // namespace herdbook::ui
