// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/atomicfile.h"
#include "core/render/layout/document.h"
#include "ui/pdf/pdfviewer.h"
#include "ui/widgets/labels/label.h"

#include <QFileDialog>
#include <QPdfView>
#include <QPointer>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

class TestPdfViewer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsThePagesThemselves();
    void keysTurnPagesAndZoom();
    void filesAreReadOffTheThread();
    void whatIsNoPdfSaysSo_data();
    void whatIsNoPdfSaysSo();
    void whatWasLookedAtIsSaved();
    void itsWindowClosesByKey_data();
    void itsWindowClosesByKey();

private:
    static QByteArray threePages();
    static QString messageOf(const PdfViewer &viewer)
    {
        return viewer.findChild<ElidedLabel *>(QStringLiteral("pdfMessage"))->text();
    }
};

QByteArray TestPdfViewer::threePages()
{
    layout::Document document(QPageSize(QPageSize::A4), {});
    for (int page = 0; page < 3; ++page) {
        document.figure(400, [page](QPainter &painter, const QRectF &rect) {
            painter.fillRect(rect, QColor(page == 0 ? Qt::red : Qt::blue));
        });
        if (page < 2)
            document.pageBreak();
    }
    return document.pdf();
}

void TestPdfViewer::showsThePagesThemselves()
{
    PdfViewer viewer;
    viewer.resize(700, 800);
    viewer.QWidget::show();
    viewer.show(threePages(), QStringLiteral("x.pdf"));
    QTRY_COMPARE(viewer.pageCount(), 3);
    QVERIFY(messageOf(viewer).isEmpty());
    auto *view = viewer.findChild<QPdfView *>();
    QTRY_VERIFY([&] { // the first page's red is painted
        const QImage shown = view->grab().toImage();
        const QColor middle = shown.pixelColor(shown.width() / 2, shown.height() / 3);
        return middle.red() > 200 && middle.blue() < 60;
    }());
}

void TestPdfViewer::keysTurnPagesAndZoom()
{
    PdfViewer viewer;
    viewer.resize(700, 800);
    viewer.QWidget::show();
    viewer.show(threePages(), QStringLiteral("x.pdf"));
    QTRY_COMPARE(viewer.pageCount(), 3);
    auto *view = viewer.findChild<QPdfView *>();
    QTest::keyClick(view, Qt::Key_PageDown);
    QTRY_COMPARE(viewer.page(), 1);
    QTest::keyClick(view, Qt::Key_End);
    QTRY_COMPARE(viewer.page(), 2);
    QTest::keyClick(view, Qt::Key_PageDown); // there is none
    QCOMPARE(viewer.page(), 2);
    QTest::keyClick(view, Qt::Key_Home);
    QTRY_COMPARE(viewer.page(), 0);
    const double width = viewer.zoomFactor();
    QTest::keyClick(view, Qt::Key_Plus);
    QVERIFY(viewer.zoomFactor() > 1.1 * width);
    for (int i = 0; i < 40; ++i)
        QTest::keyClick(view, Qt::Key_Plus);
    QVERIFY(viewer.zoomFactor() <= 6.0); // larger pages wouldn't fit into memory
    QTest::keyClick(view, Qt::Key_0);
    QCOMPARE(view->zoomMode(), QPdfView::ZoomMode::FitToWidth);
}

void TestPdfViewer::filesAreReadOffTheThread()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pdf"));
    QVERIFY(AtomicFile::write(path, threePages()));
    PdfViewer viewer;
    viewer.open(path, QStringLiteral("a.pdf"));
    QVERIFY(!viewer.hasDocument());
    QTRY_COMPARE(viewer.pageCount(), 3);
    viewer.open(folder.filePath(QStringLiteral("none.pdf")), QStringLiteral("none.pdf"));
    QTRY_VERIFY(messageOf(viewer).startsWith(QLatin1String("Can't read ")));
    QCOMPARE(viewer.pageCount(), 0);
}

void TestPdfViewer::whatIsNoPdfSaysSo_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("text") << QByteArray("Not a PDF at all");
    QTest::newRow("cut") << threePages().left(300);
}

void TestPdfViewer::whatIsNoPdfSaysSo()
{
    QFETCH(const QByteArray, bytes);
    PdfViewer viewer;
    viewer.show(bytes, QStringLiteral("x.pdf"));
    QTRY_VERIFY(!messageOf(viewer).isEmpty());
    QVERIFY(!viewer.hasDocument());
    viewer.show(threePages(), QStringLiteral("y.pdf")); // and it recovers
    QTRY_COMPARE(viewer.pageCount(), 3);
    QVERIFY(messageOf(viewer).isEmpty());
}

/// Another document, or none yet, may be shown by the time the dialog is answered.
void TestPdfViewer::whatWasLookedAtIsSaved()
{
    const QTemporaryDir folder;
    PdfViewer viewer;
    viewer.resize(700, 800);
    viewer.QWidget::show();
    const QByteArray pages = threePages();
    viewer.show(pages, QStringLiteral("x.pdf"));
    QTRY_COMPARE(viewer.pageCount(), 3);
    const auto saveAs = [&viewer](const QString &path, const std::function<void()> &meanwhile) {
        viewer.save();
        auto *dialog = viewer.findChild<QFileDialog *>();
        QVERIFY(dialog != nullptr);
        viewer.showMessage(QStringLiteral("Laying out the report"));
        dialog->selectFile(path);
        meanwhile();
        QVERIFY(QMetaObject::invokeMethod(dialog, "accept"));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    };
    const QString path = folder.filePath(QStringLiteral("x.pdf"));
    saveAs(path, [] {});
    QTRY_VERIFY2(messageOf(viewer).startsWith(QLatin1String("Saved as")), qPrintable(messageOf(viewer)));
    const auto *message = viewer.findChild<ElidedLabel *>(QStringLiteral("pdfMessage"));
    QTRY_VERIFY(message->contentsRect().height() >= message->fontMetrics().height()); // none of it cut off
    QFile saved(path);
    QVERIFY(saved.open(QIODevice::ReadOnly));
    QCOMPARE(saved.readAll(), pages);
    viewer.show(pages, QStringLiteral("x.pdf"));
    QTRY_COMPARE(viewer.pageCount(), 3);
    QDir sub(folder.filePath(QStringLiteral("sub")));
    QVERIFY(sub.mkpath(QStringLiteral(".")));
    saveAs(sub.filePath(QStringLiteral("y.pdf")), [&sub] { QVERIFY(sub.removeRecursively()); });
    QTRY_VERIFY2(messageOf(viewer).startsWith(QLatin1String("Not saved")), qPrintable(messageOf(viewer)));
}

void TestPdfViewer::itsWindowClosesByKey_data()
{
    QTest::addColumn<QKeySequence>("key");
    QTest::newRow("Esc") << QKeySequence(Qt::Key_Escape);
    QTest::newRow("Ctrl+W") << QKeySequence(Qt::CTRL | Qt::Key_W);
}

void TestPdfViewer::itsWindowClosesByKey()
{
    QFETCH(const QKeySequence, key);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pdf"));
    QVERIFY(AtomicFile::write(path, threePages()));
    const QPointer<PdfViewer> viewer = openPdfWindow(path, QStringLiteral("a.pdf"), nullptr);
    QTRY_COMPARE(viewer->pageCount(), 3);
    QWidget *window = viewer->window();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window));
    QSet<QKeySequence> keys;
    for (const QShortcut *shortcut : window->findChildren<QShortcut *>()) {
        QVERIFY2(!keys.contains(shortcut->key()), qPrintable(shortcut->key().toString()));
        keys << shortcut->key();
    }
    QTest::keySequence(window, key);
    QTRY_VERIFY(viewer.isNull());
}

QTEST_MAIN(TestPdfViewer)
#include "test_pdfviewer.moc"
