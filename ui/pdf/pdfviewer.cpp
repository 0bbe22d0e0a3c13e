// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pdf/pdfviewer.h"

#include "core/base/atomicfile.h"
#include "core/base/diskhand.h"
#include "core/base/runapart.h"
#include "core/base/whendone.h"
#include "ui/pdf/pdfprint.h"
#include "ui/widgets/fields/savedialog.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QFile>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMainWindow>
#include <QPdfDocument>
#include <QPdfPageNavigator>
#include <QPdfView>
#include <QScreen>
#include <QShortcut>
#include <QToolButton>

namespace herdbook::ui {

namespace {

constexpr double ZoomStep = 1.2;
constexpr double LeastZoom = 0.2;
constexpr double MostZoom = 6;

} // namespace

PdfViewer::PdfViewer(QWidget *parent)
    : QWidget(parent), m_document(new QPdfDocument(this)), m_view(new QPdfView(nullptr)),
      m_message(new ElidedLabel({}, TextRole::Body, &ThemeTokens::text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeTools());
    m_message->setContentsMargins(16, 12, 16, 12);
    m_message->setObjectName(QStringLiteral("pdfMessage"));
    column->addWidget(m_message);
    m_view->setDocument(m_document);
    m_view->setPageMode(QPdfView::PageMode::MultiPage);
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAccessibleName(tr("Pages of the document"));
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    setFocusProxy(m_view);
    column->addWidget(m_view, 1);
    connect(m_view->pageNavigator(), &QPdfPageNavigator::currentPageChanged, this, [this](int page) {
        refresh();
        Q_EMIT pageChanged(page);
    });
    connect(&m_reading, &QFutureWatcherBase::finished, this, [this] {
        const Result<QByteArray> read = m_reading.result();
        if (read)
            show(*read, m_name);
        else
            showMessage(coreText(read.error().message));
    });
    connect(m_document, &QPdfDocument::statusChanged, this, &PdfViewer::refresh);
    refresh();
}

PdfViewer::~PdfViewer()
{
    m_view->setDocument(nullptr);
    m_document->close();
}

QWidget *PdfViewer::makeTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(4);
    const auto add = [&](const QString &text, const QString &name, const auto &act) {
        auto *button = new QToolButton;
        button->setText(text);
        button->setToolTip(name);
        button->setAccessibleName(name);
        connect(button, &QToolButton::clicked, this, act);
        m_buttons << button;
        row->addWidget(button);
    };
    add(QStringLiteral("\u2039"), tr("Page back (Page Up)"), [this] { goToPage(page() - 1); });
    m_pages = new ElidedLabel({}, TextRole::Label, &ThemeTokens::text2);
    m_pages->setMinimumWidth(90);
    m_pages->setAlignment(Qt::AlignCenter);
    row->addWidget(m_pages);
    add(QStringLiteral("\u203a"), tr("Page on (Page Down)"), [this] { goToPage(page() + 1); });
    row->addSpacing(12);
    add(QStringLiteral("\u2212"), tr("Smaller (-)"), [this] { zoom(1 / ZoomStep); });
    add(QStringLiteral("+"), tr("Larger (+)"), [this] { zoom(ZoomStep); });
    add(tr("Width"), tr("Fit the width (0)"), [this] { fitWidth(); });
    row->addStretch(1);
    add(tr("Save as\u2026"), tr("Save the document (Ctrl+S)"), [this] { save(); });
    add(tr("Print\u2026"), tr("Print the document (Ctrl+P)"), [this] { print(); });
    return tools;
}

void PdfViewer::show(const QByteArray &pdf, const QString &name)
{
    m_document->close();
    m_bytes = pdf;
    m_name = name;
    m_buffer = std::make_unique<QBuffer>(&m_bytes);
    m_buffer->open(QIODevice::ReadOnly);
    m_document->load(m_buffer.get());
    if (m_document->status() == QPdfDocument::Status::Error)
        showMessage(tr("The document can't be shown: it is no whole PDF."));
    else
        m_message->setText({});
    refresh();
}

void PdfViewer::open(const QString &path, const QString &name)
{
    showMessage(tr("Opening\u2026"));
    m_name = name;
    const auto read = [path]() -> Result<QByteArray> {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorKind::Storage, tr("Can't read %1: %2").arg(path, file.errorString())};
        const QByteArray bytes = file.readAll();
        if (file.error() != QFileDevice::NoError || bytes.size() < file.size())
            return Error{ErrorKind::Storage, tr("Can't read %1: %2").arg(path, file.errorString())};
        return bytes;
    };
    m_reading.setFuture(runApart([path, read]() -> Result<QByteArray> {
        return askDisk(read, std::chrono::seconds(30))
            .value_or(Error{ErrorKind::Unreachable, tr("%1: its disk doesn't answer").arg(path)});
    }));
}

void PdfViewer::showMessage(const QString &text)
{
    m_document->close();
    m_bytes.clear();
    m_message->setText(text);
    refresh();
}

bool PdfViewer::hasDocument() const
{
    return m_document->status() == QPdfDocument::Status::Ready;
}

int PdfViewer::pageCount() const
{
    return hasDocument() ? m_document->pageCount() : 0;
}

int PdfViewer::page() const
{
    return m_view->pageNavigator()->currentPage();
}

void PdfViewer::goToPage(int page)
{
    if (page >= 0 && page < pageCount())
        m_view->pageNavigator()->jump(page, {}, m_view->pageNavigator()->currentZoom());
}

double PdfViewer::zoomFactor() const
{
    if (m_view->zoomMode() == QPdfView::ZoomMode::Custom || pageCount() == 0)
        return m_view->zoomFactor();
    const double points = m_document->pagePointSize(0).width();
    const double width =
        m_view->viewport()->width() - m_view->documentMargins().left() - m_view->documentMargins().right();
    return width / (points * m_view->logicalDpiX() / 72.0);
}

void PdfViewer::zoom(double factor)
{
    const double wanted = std::clamp(zoomFactor() * factor, LeastZoom, MostZoom);
    m_view->setZoomMode(QPdfView::ZoomMode::Custom);
    m_view->setZoomFactor(wanted);
}

void PdfViewer::fitWidth()
{
    m_view->setZoomMode(QPdfView::ZoomMode::FitToWidth);
}

void PdfViewer::save()
{
    if (!hasDocument())
        return;
    // Another document may be shown by the time the dialog is answered: what was looked at is saved.
    askWhereToSave(this, tr("Save the document"), m_name, [this, bytes = m_bytes](const QString &path) {
        m_message->setText(tr("Saving\u2026"));
        refresh();
        whenDone(runApart([bytes, path] { return AtomicFile::write(path, bytes); }), this,
                 [this, path](const Result<void> &written) {
                     m_message->setText(written ? tr("Saved as %1").arg(path)
                                                : tr("Not saved: %1").arg(coreText(written.error().message)));
                     refresh();
                 });
    });
}

void PdfViewer::print()
{
    if (!hasDocument())
        return;
    printPdf(*m_document, m_name, this, [this](bool printed) {
        m_message->setText(printed ? QString() : tr("Not printed: the printer didn't take the document"));
        refresh();
    });
}

void PdfViewer::refresh()
{
    const bool shown = hasDocument();
    m_view->setVisible(shown);
    m_message->setVisible(!m_message->text().isEmpty());
    m_pages->setText(shown ? tr("%1 of %2").arg(page() + 1).arg(pageCount()) : QString());
    for (QToolButton *button : m_buttons)
        button->setEnabled(shown);
}

bool PdfViewer::take(int key, Qt::KeyboardModifiers modifiers)
{
    const bool control = modifiers.testFlag(Qt::ControlModifier);
    switch (key) {
    case Qt::Key_PageDown:
        goToPage(page() + 1);
        return true;
    case Qt::Key_PageUp:
        goToPage(page() - 1);
        return true;
    case Qt::Key_Home:
        goToPage(0);
        return true;
    case Qt::Key_End:
        goToPage(pageCount() - 1);
        return true;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoom(ZoomStep);
        return true;
    case Qt::Key_Minus:
        zoom(1 / ZoomStep);
        return true;
    case Qt::Key_0:
        fitWidth();
        return true;
    case Qt::Key_S:
        if (control)
            save();
        return control;
    case Qt::Key_P:
        if (control)
            print();
        return control;
    default:
        return false;
    }
}

bool PdfViewer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && hasDocument()) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (take(key->key(), key->modifiers()))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

void PdfViewer::keyPressEvent(QKeyEvent *event)
{
    if (!hasDocument() || !take(event->key(), event->modifiers()))
        QWidget::keyPressEvent(event);
}

PdfViewer *openPdfWindow(const QString &path, const QString &name, QWidget *parent)
{
    auto *window = new QMainWindow(parent, Qt::Window);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowTitle(name);
    auto *viewer = new PdfViewer;
    viewer->open(path, name);
    window->setCentralWidget(viewer);
    const QSize frame(0, 40); // of a usual window manager
    window->resize(QSize(900, 1000).boundedTo(window->screen()->availableSize() - frame));
    for (const QKeySequence &key : {QKeySequence(Qt::Key_Escape), QKeySequence(Qt::CTRL | Qt::Key_W)})
        QObject::connect(new QShortcut(key, window), &QShortcut::activated, window, &QWidget::close);
    window->show();
    viewer->setFocus();
    return viewer;
}

} // namespace herdbook::ui
