// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/servers.h"
#include "tests/ui/reid/syntheticanalysis.h"
#include "ui/reid/gallery/croploader.h"
#include "ui/reid/gallery/gallerypanel.h"
#include "ui/reid/gallery/galleryview.h"
#include "ui/reid/gallery/pairview.h"
#include "ui/reid/gallery/pictureindex.h"

#include <QCheckBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace herdbook;
using namespace herdbook::ui;

/// Photos that come while a gallery is open, as the demo ranch draws them: on a real PostgreSQL and a real folder.
class TestGalleryRenewal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const Result<void> started = m_servers.start();
        QVERIFY2(started, qPrintable(test::reason(started)));
        QStringList rows;
        for (std::size_t at = 0; at < m_analysis->data.detections.size(); ++at)
            rows << QStringLiteral("('%1','f','/mnt/images/%2.jpg',now(),now())")
                        .arg(QString::fromStdString(reid::toString(m_analysis->data.detections[at].image)))
                        .arg(at);
        const Result<QString> filled =
            m_servers.sql(QStringLiteral("INSERT INTO images (id, filename, path, \"timestamp\", created_at) VALUES ") +
                          rows.join(u','));
        QVERIFY2(filled, qPrintable(test::reason(filled)));
        for (std::size_t at = 0; at < m_analysis->data.detections.size(); at += 2)
            draw(at);
    }

    void whatComesIsShownAndNothingMoves()
    {
        const Opened opened(m_servers.settings(), m_analysis);
        const PictureIndex &pictures = opened.pictures;
        QSignalSpy renewed(&pictures, &PictureIndex::renewed);
        GalleryPanel *panel = opened.panel;
        panel->showStep(QStringLiteral("all"));
        QTRY_VERIFY_WITH_TIMEOUT(pictures.isKnown(), patience);
        GalleryView *view = panel->view();
        const std::size_t before = view->count();
        QVERIFY(before > 50 && before < m_analysis->data.detections.size());
        const auto topOf = [view](std::size_t at) {
            return view->tiles().tile(at).top() - view->verticalScrollBar()->value();
        };
        // The first in view is one that is partly in view.
        view->verticalScrollBar()->setValue(view->tiles().tile(40).top() + 10);
        std::size_t first = 0;
        while (topOf(first) != -10)
            ++first;
        const std::uint32_t detection = view->rows().row(first).detection;
        const int top = topOf(first);

        // Nothing came: nothing is told.
        panel->lookForPictures();
        QTest::qWait(500);
        QCOMPARE(renewed.size(), 0);
        for (std::size_t at = 1; at < m_analysis->data.detections.size(); at += 4)
            draw(at);
        panel->lookForPictures();
        panel->lookForPictures(); // while it looks
        QTRY_VERIFY_WITH_TIMEOUT(view->count() > before, patience);
        first = 0;
        while (view->rows().row(first).detection != detection)
            ++first;
        QCOMPARE(topOf(first), top);

        // The large pair goes by rows: they change when it is left.
        QTest::keyClick(view, Qt::Key_Home);
        QTest::keyClick(view, Qt::Key_Space);
        QVERIFY(panel->pair() != nullptr);
        const std::size_t now = view->count();
        for (std::size_t at = 3; at < m_analysis->data.detections.size(); at += 4)
            draw(at);
        renewed.clear();
        panel->lookForPictures();
        QTRY_VERIFY_WITH_TIMEOUT(!renewed.isEmpty(), patience);
        QCOMPARE(view->count(), now);
        delete panel->pair();
        QTRY_COMPARE(view->count(), m_analysis->data.detections.size());
    }

    void whatWasMissingIsAskedForAgain()
    {
        QVERIFY(QFile::remove(pathOf(0)));
        const Opened opened(m_servers.settings(), m_analysis);
        const PictureIndex &pictures = opened.pictures;
        GalleryPanel *panel = opened.panel;
        panel->onlyWithPicture()->setChecked(false);
        panel->showStep(QStringLiteral("all"));
        for (std::size_t at = 0; at < panel->view()->count(); ++at) {
            if (panel->view()->rows().row(at).detection == 0)
                panel->view()->setCurrent(static_cast<int>(at));
        }
        QTRY_VERIFY_WITH_TIMEOUT(pictures.isKnown() && panel->view()->isMissing(0), patience);
        draw(0);
        panel->lookForPictures();
        QTRY_VERIFY_WITH_TIMEOUT(panel->view()->isComplete() && !panel->view()->isMissing(0), patience);
    }

private:
    static constexpr int patience = 60'000; // ms

    /// A gallery on the screen with its photos.
    struct Opened
    {
        Opened(const Settings &settings, const SharedAnalysis &analysis)
            : pictures(settings.postgres, settings.imageFolder), loader(settings.postgres, settings.imageFolder),
              panel(new GalleryPanel(cursor, &page))
        {
            page.resize(900, 700);
            panel->setGeometry(page.rect());
            panel->view()->setLoader(&loader);
            panel->setPhotos(&pictures, settings.imageFolder, &page);
            panel->setAnalysis(analysis);
            page.show();
        }

        PictureIndex pictures;
        CropLoader loader;
        ThresholdCursor cursor;
        QWidget page;
        GalleryPanel *panel;
    };

    QString pathOf(std::size_t at) const
    {
        return QStringLiteral("%1/%2.jpg").arg(m_servers.settings().imageFolder).arg(at);
    }
    void draw(std::size_t at) const
    {
        QImage photo(640, 480, QImage::Format_RGB32);
        photo.fill(Qt::darkGreen);
        QVERIFY(photo.save(pathOf(at), "JPG"));
    }

    SharedAnalysis m_analysis = test::syntheticAnalysis(reid::Status::Recommend, 400);
    test::Servers m_servers;
};

QTEST_MAIN(TestGalleryRenewal)
#include "test_galleryrenewal.moc"
