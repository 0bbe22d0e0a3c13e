// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/figurecell.h"
#include "ui/widgets/labels/labelplaces.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/labels/sexmark.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/theme.h"
#include "ui/widgets/text/texts.h"

#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>

using namespace herdbook;

namespace {

QAccessibleInterface *accessible(QObject *object)
{
    return QAccessible::queryAccessibleInterface(object);
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tipsArePlain()
    {
        const QString harmless = QStringLiteral("Hank & \"Sam\", score > 0.5\nnear the gate");
        QCOMPARE(plainTip(harmless), harmless);
        QVERIFY(plainTip(QStringLiteral("<b>Sam</b>")).contains(QLatin1String("&lt;b&gt;Sam&lt;/b&gt;")));
    }

    void initTestCase() { m_theme = std::make_unique<Theme>(*qApp, m_settings); }

    void segmentsByMouseAndKeys()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *before = new QLineEdit;
        auto *control = new SegmentedControl(QStringLiteral("Group by"),
                                             {QStringLiteral("Day"), QStringLiteral("Week"), QStringLiteral("Month")});
        row->addWidget(before);
        row->addWidget(control);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QSignalSpy changed(control, &SegmentedControl::currentChanged);
        QCOMPARE(control->currentIndex(), 0);
        QTest::mouseClick(control->segment(2), Qt::LeftButton);
        QCOMPARE(control->currentIndex(), 2);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.at(0).at(0).toInt(), 2);
        before->setFocus();
        QTest::keyClick(before, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), control->segment(2)); // Tab reaches the chosen one
        QTest::keyClick(control->segment(2), Qt::Key_Left);
        QCOMPARE(control->currentIndex(), 1);
        control->setSegmentEnabled(0, false, QStringLiteral("needs a range of two days"));
        QTest::mouseClick(control->segment(0), Qt::LeftButton);
        QCOMPARE(control->currentIndex(), 1);
        QCOMPARE(control->segment(0)->toolTip(), QStringLiteral("needs a range of two days"));
    }

    void segmentsAreRadioButtonsToScreenReaders()
    {
        const SegmentedControl control(QStringLiteral("Group by"), {QStringLiteral("Day"), QStringLiteral("Week")});
        QAccessibleInterface *week = accessible(control.segment(1));
        QCOMPARE(week->role(), QAccessible::RadioButton);
        QCOMPARE(week->text(QAccessible::Name), QStringLiteral("Group by: Week"));
        QVERIFY(!week->state().checked);
        control.segment(1)->click();
        QVERIFY(week->state().checked);
    }

    void segmentsDontMoveWhenChosen()
    {
        SegmentedControl control(QStringLiteral("Report"),
                                 {QStringLiteral("Seasonal PDF"), QStringLiteral("ZIP dataset")});
        control.show();
        const QRect before = control.segment(1)->geometry();
        control.setCurrentIndex(1);
        QCOMPARE(control.segment(1)->geometry(), before);
        QCOMPARE(control.height(), 30);
    }

    void messageKeepsItsHeightAndMarksItsField()
    {
        QLineEdit field;
        MessageLabel message(&field);
        message.resize(400, 18);
        message.show();
        QCOMPARE(message.height(), 18);
        message.setError(QStringLiteral("end_date cannot be in the future"));
        QCOMPARE(message.height(), 18);
        QVERIFY(message.hasError());
        QVERIFY(message.icon().has_value());
        QCOMPARE(field.accessibleDescription(), QStringLiteral("end_date cannot be in the future"));
        QCOMPARE(accessible(&field)->text(QAccessible::Description),
                 QStringLiteral("end_date cannot be in the future"));
        QCOMPARE(borderOf(field), m_theme->tokens().error);
        message.setHint(QStringLiteral("91 days of at most 365"));
        QVERIFY(!message.hasError());
        QVERIFY(!message.icon().has_value());
        QCOMPARE(message.height(), 18);
        QCOMPARE(borderOf(field), m_theme->tokens().borderStrong);
        QCOMPARE(accessible(&message)->text(QAccessible::Name), QStringLiteral("91 days of at most 365"));
    }

    void messageThatDoesNotFitMovesNothing()
    {
        QLineEdit field;
        MessageLabel message(&field);
        message.resize(240, 18);
        message.show();
        message.setError(QStringLiteral("start_date must be a date in the form YYYY-MM-DD"));
        QCOMPARE(message.height(), 18);
        QVERIFY(message.isElided());
        QCOMPARE(field.toolTip(), Qt::convertFromPlainText(message.text())); // the whole of it
        message.setError({});
        QCOMPARE(message.height(), 18);
    }

    void aMessageWrapsWhereItMay()
    {
        MessageLabel message;
        message.setWarning(QStringLiteral("Only key figures, known deer and data quality remain of such a report"));
        QCOMPARE(message.hasHeightForWidth(), false);
        message.letWrap();
        QCOMPARE(message.heightForWidth(2000), 18);
        QVERIFY(message.heightForWidth(160) > 2 * 12);
        QVERIFY(message.heightForWidth(160) > message.heightForWidth(340));
        QVERIFY(message.hasHeightForWidth());
        message.setError(QStringLiteral("Wrong"));
        QCOMPARE(message.heightForWidth(160), 18);
    }

    void labelsGiveWayByWhatMatters()
    {
        const QRectF bounds(0, 0, 300, 60);
        const QRectF wide(10, 10, 200, 16);
        const QRectF under(10, 30, 200, 16);
        const QRectF outside(250, 10, 100, 16);
        const QRectF free(220, 10, 40, 16);
        QCOMPARE(placeLabels(bounds, {{wide}, {wide, under}, {wide, outside, free}, {under, wide}, {}}),
                 (std::vector<QRectF>{wide, under, free, QRectF(), QRectF()}));
        QCOMPARE(placeLabels(bounds, {{wide}, {wide.translated(200, 0)}}).back(), QRectF()); // 210 to 410
        const QRectF beside(210, 10, 60, 16);
        QCOMPARE(placeLabels(bounds, {{wide}, {beside}}).back(), beside); // touching edges share no pixel
    }

    void messageShowsMarkupAsText()
    {
        MessageLabel message;
        message.setError(QStringLiteral("<b>bold</b>"));
        QCOMPARE(message.textFormat(), Qt::PlainText);
        QCOMPARE(accessible(&message)->text(QAccessible::Name), QStringLiteral("<b>bold</b>"));
    }

    void dateIsStrict_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("date");
        QTest::addColumn<QDate>("page");
        const QDate none;
        const QDate today = QDate::currentDate();
        const QDate thisMonth(today.year(), today.month(), 1);
        QTest::newRow("day") << QStringLiteral("2026-08-24") << QDate(2026, 8, 24) << QDate(2026, 8, 1);
        QTest::newRow("impossible day") << QStringLiteral("2024-02-31") << none << QDate(2024, 2, 1);
        QTest::newRow("leap day") << QStringLiteral("2024-02-29") << QDate(2024, 2, 29) << QDate(2024, 2, 1);
        QTest::newRow("one digit") << QStringLiteral("2026-8-24") << none << QDate(2026, 8, 1);
        QTest::newRow("month 13") << QStringLiteral("2026-13-01") << none << thisMonth;
        QTest::newRow("words") << QStringLiteral("yesterday") << none << thisMonth;
        QTest::newRow("space") << QStringLiteral("2026-08-24 ") << none << QDate(2026, 8, 1);
        QTest::newRow("empty") << QString() << none << thisMonth;
        QTest::newRow("day first") << QStringLiteral("24.8.2024") << none << QDate(2024, 8, 1);
        QTest::newRow("in words") << QStringLiteral("3 March 2024") << none << QDate(2024, 3, 1);
        QTest::newRow("two readings") << QStringLiteral("1/3/2024") << none << QDate(2024, 3, 1);
    }

    void dateIsStrict()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, date);
        QFETCH(const QDate, page);
        DateField field(QStringLiteral("Start"));
        field.show();
        QTest::keyClicks(&field, text);
        QCOMPARE(field.text(), text); // kept as typed, whatever it is
        QCOMPARE(field.date().value_or(QDate()), date);
        QCOMPARE(field.calendarPage(), page);
    }

    void calendarShowsTheDayHoweverItIsTyped()
    {
        DateField field(QStringLiteral("Start"));
        field.setText(QStringLiteral("24 Aug 2024"));
        field.show();
        QTest::mouseClick(field.calendarButton(), Qt::LeftButton);
        QVERIFY(field.calendarPopup());
        QCOMPARE(field.calendarPopup()->findChild<QCalendarWidget *>()->selectedDate(), QDate(2024, 8, 24));
    }

    /// Whatever the machine's own custom is: one clock in all windows.
    void countsAndTimesHaveOneForm()
    {
        const QDateTime time(QDate(2026, 11, 28), QTime(20, 2, 30), Qt::UTC);
        const QLocale before;
        for (const QLocale &locale : {before, QLocale(QLocale::English, QLocale::UnitedStates)}) {
            QLocale::setDefault(locale);
            QCOMPARE(clockText(time, QTimeZone("America/Chicago")), QStringLiteral("14:02"));
            QCOMPARE(momentText(time, QTimeZone("Pacific/Auckland")), QStringLiteral("29 Nov 2026, 09:02"));
        }
        QLocale::setDefault(before);
        QCOMPARE(countText(20000), QStringLiteral("20,000"));
        const auto images = [](qint64 count) {
            return countText(count, QStringLiteral("1 image"), QStringLiteral("%1 images"));
        };
        QCOMPARE(images(0), QStringLiteral("0 images"));
        QCOMPARE(images(1), QStringLiteral("1 image"));
        QCOMPARE(images(2300), QStringLiteral("2,300 images"));
    }

    void calendarByKeys()
    {
        DateField field(QStringLiteral("Start"));
        field.setText(QStringLiteral("2026-08-24"));
        field.show();
        field.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        QSignalSpy picked(&field, &DateField::picked);
        QTest::keyClick(&field, Qt::Key_Down, Qt::AltModifier);
        QVERIFY(field.calendarPopup());
        auto *calendar = field.calendarPopup()->findChild<QCalendarWidget *>();
        QCOMPARE(calendar->selectedDate(), QDate(2026, 8, 24));
        auto *view = calendar->findChild<QTableView *>();
        QTest::keyClick(view, Qt::Key_Right);
        QTest::keyClick(view, Qt::Key_Return);
        QCOMPARE(field.text(), QStringLiteral("2026-08-25"));
        QCOMPARE(picked.size(), 1);
        QTRY_VERIFY(!field.calendarPopup());
    }

    void calendarByMouseHonorsItsRange()
    {
        DateField field(QStringLiteral("End"));
        field.setCalendarRange({}, QDate(2026, 11, 22));
        field.setText(QStringLiteral("2026-11-31"));
        field.show();
        QTest::mouseClick(field.calendarButton(), Qt::LeftButton);
        QVERIFY(field.calendarPopup());
        auto *calendar = field.calendarPopup()->findChild<QCalendarWidget *>();
        QCOMPARE(calendar->maximumDate(), QDate(2026, 11, 22));
        QCOMPARE(calendar->monthShown(), 11);
        QTest::keyClick(field.calendarPopup(), Qt::Key_Escape);
        QTRY_VERIFY(!field.calendarPopup());
        QCOMPARE(field.text(), QStringLiteral("2026-11-31"));
    }

    void dateFieldSpeaks()
    {
        DateField field(QStringLiteral("Start"));
        QCOMPARE(accessible(&field)->role(), QAccessible::EditableText);
        QCOMPARE(accessible(&field)->text(QAccessible::Name), QStringLiteral("Start"));
        QCOMPARE(accessible(field.calendarButton())->text(QAccessible::Name), QStringLiteral("Start: calendar"));
    }

    void searchWaitsForTheLastKey()
    {
        SearchField field(QStringLiteral("Search"), QStringLiteral("Title"));
        field.show();
        QSignalSpy searched(&field, &SearchField::searched);
        QTest::keyClicks(&field, QStringLiteral("rut"));
        QCOMPARE(searched.size(), 0);
        QTRY_COMPARE(searched.size(), 1);
        QCOMPARE(searched.at(0).at(0).toString(), QStringLiteral("rut"));
        QTest::keyClicks(&field, QStringLiteral("s"));
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(searched.size(), 2);
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(searched.size(), 3);
        QCOMPARE(field.text(), QString());
    }

    void elidedTextKeepsItsName()
    {
        ElidedLabel label(QStringLiteral("Season to date, North ridge"));
        label.show();
        label.resize(60, 20);
        QVERIFY(label.isElided());
        QCOMPARE(accessible(&label)->text(QAccessible::Name), QStringLiteral("Season to date, North ridge"));
        label.resize(400, 20);
        QVERIFY(!label.isElided());
    }

    void leadTextWraps()
    {
        LeadText text(
            QStringLiteral("Why."),
            QStringLiteral("The loosest one tested whose upper bound stays under 5%; at 0.50 the bound is 5.3%."));
        QVERIFY(text.heightForWidth(120) > 3 * text.heightForWidth(2000));
        QVERIFY(accessible(&text)->text(QAccessible::Name).startsWith(QStringLiteral("Why. The loosest")));
    }

    void bannerSaysAllOfIt()
    {
        Banner banner(Tone::Stale, Icon::Unplugged);
        banner.setTexts(QStringLiteral("Redis unreachable since 14:02,"), QStringLiteral("next try in 8 s."));
        QCOMPARE(banner.accessibleName(), QStringLiteral("Redis unreachable since 14:02, next try in 8 s."));
        QPushButton *retry = banner.addButton(QStringLiteral("Retry now"));
        QSignalSpy clicked(retry, &QPushButton::clicked);
        banner.show();
        QTest::keyClick(retry, Qt::Key_Space);
        QCOMPARE(clicked.size(), 1);
    }

    void figureIsReadAsOne()
    {
        FigureCell cell(QStringLiteral("Recommended"));
        cell.setFigure(QStringLiteral("0.55"));
        cell.setPill(Tone::Ok, QStringLiteral("Meets all three goals"));
        cell.setNote(QStringLiteral("not certified yet"));
        QCOMPARE(cell.accessibleName(), QStringLiteral("Recommended: 0.55, Meets all three goals, not certified yet"));
        const int full = cell.sizeHint().height();
        cell.setCompact(true);
        QVERIFY(cell.sizeHint().height() < full);
    }

    void sexMarksDifferByShape()
    {
        QSet<QByteArray> shapes;
        for (const SexClass sex : {SexClass::Buck, SexClass::Doe, SexClass::Fawn, SexClass::Unknown}) {
            QImage image(24, 24, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintSexMark(painter, QRectF(4, 4, 16, 16), sex, lightTokens());
            painter.end();
            const QImage mask = image.createAlphaMask();
            shapes.insert(QByteArray(reinterpret_cast<const char *>(mask.constBits()), mask.sizeInBytes()));
        }
        QCOMPARE(shapes.size(), 4);
        QCOMPARE(sexOfClassification(QStringLiteral("mature")), SexClass::Buck);
        QCOMPARE(sexOfClassification(QStringLiteral("doe")), SexClass::Doe);
        QCOMPARE(sexOfClassification(QStringLiteral("cattle")), SexClass::Unknown);
    }

    void controlsHaveTheirSizes()
    {
        QPushButton button(QStringLiteral("Make export"));
        QComboBox combo;
        const QLineEdit edit;
        QCOMPARE(button.sizeHint().height(), 30);
        QCOMPARE(combo.sizeHint().height(), 30);
        QCOMPARE(edit.sizeHint().height(), 30);
        setCompact(&button);
        QCOMPARE(button.sizeHint().height(), 26);
        QTabBar tabs;
        tabs.addTab(QStringLiteral("Distribution"));
        QCOMPARE(tabs.sizeHint().height(), 36);
        const QCheckBox box(QStringLiteral("log"));
        QVERIFY(box.sizeHint().height() >= 26); // pointer target
    }

    void focusRingIsDrawn()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *first = new QLineEdit;
        auto *second = new QPushButton(QStringLiteral("Retry"));
        row->addWidget(first);
        row->addWidget(second);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first->setFocus();
        QCOMPARE(borderOf(*first), m_theme->tokens().focus);
        QTest::keyClick(first, Qt::Key_Tab);
        QVERIFY(second->hasFocus());
        QCOMPARE(borderOf(*second), m_theme->tokens().focus);
        QCOMPARE(borderOf(*first), m_theme->tokens().borderStrong);
    }

    void whatGoesAwayLeavesItsFocusToAnHeir()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *list = new QListWidget;
        auto *box = new QWidget;
        auto *save = new QPushButton(QStringLiteral("Save"), box);
        auto *next = new QPushButton(QStringLiteral("Status"));
        auto *other = new QLineEdit;
        auto *hidden = new QPushButton(&window);
        for (QWidget *widget : std::initializer_list<QWidget *>{list, box, next, other})
            column->addWidget(widget);
        box->setMinimumSize(80, 30);
        hidden->hide();
        setFocusHeirs({box}, {hidden, list});
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        save->setFocus();
        save->setEnabled(false);
        QTRY_VERIFY(list->hasFocus());
        save->setEnabled(true);
        save->setFocus();
        box->hide();
        QTRY_VERIFY(list->hasFocus());
        box->show();
        save->setFocus();
        save->setEnabled(false);
        save->setEnabled(true);
        QTRY_VERIFY(save->hasFocus()); // it was away for a moment only
        save->hide();
        other->setFocus();
        QTest::qWait(0);
        QVERIFY(other->hasFocus()); // on purpose
    }

    void rowIsRingedAsAWhole()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *before = new QLineEdit;
        auto *table = new QTableWidget(3, 3);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->setShowGrid(false);
        column->addWidget(before);
        column->addWidget(table);
        window.resize(500, 300);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        table->setCurrentCell(1, 1);
        before->setFocus();
        const auto topOf = [table](int row, int section) {
            const QRect cell = table->visualRect(table->model()->index(row, section));
            return table->viewport()->grab().toImage().pixelColor(cell.center().x(), cell.top() + 1);
        };
        QCOMPARE(topOf(1, 2), m_theme->tokens().selected);
        QTest::keyClick(before, Qt::Key_Tab);
        QVERIFY(table->hasFocus());
        for (int cell = 0; cell < 3; ++cell) {
            QCOMPARE(topOf(1, cell), m_theme->tokens().focus);
            QCOMPARE(topOf(2, cell), m_theme->tokens().surface);
        }
    }

private:
    /// The color in the middle of the left border.
    static QColor borderOf(QWidget &widget) { return widget.grab().toImage().pixelColor(0, widget.height() / 2); }

    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
