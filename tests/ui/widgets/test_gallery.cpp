// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fields/datefield.h"
#include "ui/widgets/fields/searchfield.h"
#include "ui/widgets/fields/segmentedcontrol.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/figurecell.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/labels/placeholders.h"
#include "ui/widgets/labels/sexmark.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/theme.h"

#include <QTest>
#include <QtWidgets>

using namespace herdbook;

namespace {

/// A page with every shared widget in every state, for looking at.
class Gallery : public Ground
{
public:
    Gallery() : Ground(&ThemeTokens::window)
    {
        auto *columns = new QHBoxLayout(this);
        columns->setContentsMargins(16, 16, 16, 16);
        columns->setSpacing(16);
        columns->addWidget(controls());
        auto *right = new QVBoxLayout;
        right->setSpacing(12);
        right->addWidget(figures());
        right->addLayout(banners());
        right->addWidget(tabs());
        right->addWidget(table(), 1);
        right->addWidget(icons());
        columns->addLayout(right, 1);
    }

private:
    static QWidget *controls()
    {
        auto *card = new Card(QStringLiteral("New export"));
        card->setFixedWidth(372);
        auto *body = card->body();
        auto *reset = new QToolButton;
        reset->setText(QStringLiteral("Reset"));
        card->header()->addWidget(reset);
        auto *kinds = new SegmentedControl(
            QStringLiteral("Report"),
            {QStringLiteral("Seasonal PDF"), QStringLiteral("Comparison PDF"), QStringLiteral("ZIP dataset")});
        kinds->setCurrentIndex(2);
        body->addWidget(kinds);
        body->addWidget(new Divider);
        body->addWidget(new Label(QStringLiteral("Period"), TextRole::LabelStrong, &ThemeTokens::text2));
        auto *form = new QFormLayout;
        form->setVerticalSpacing(0);
        auto *combo = new QComboBox;
        combo->addItems({QStringLiteral("Own dates"), QStringLiteral("Last 30 days")});
        form->addRow(QStringLiteral("Preset"), combo);
        form->addRow(QString(), new MessageLabel(combo));
        auto *start = new DateField(QStringLiteral("Start"));
        start->setDate({2026, 8, 24});
        form->addRow(QStringLiteral("Start"), start);
        auto *hint = new MessageLabel(start);
        hint->setHint(QStringLiteral("Monday"));
        form->addRow(QString(), hint);
        auto *end = new DateField(QStringLiteral("End"));
        end->setObjectName(QStringLiteral("end"));
        end->setDate({2026, 11, 30});
        form->addRow(QStringLiteral("End"), end);
        auto *error = new MessageLabel(end);
        error->setError(QStringLiteral("end_date cannot be in the future"));
        form->addRow(QString(), error);
        auto *group = new SegmentedControl(QStringLiteral("Group by"),
                                           {QStringLiteral("Day"), QStringLiteral("Week"), QStringLiteral("Month")});
        group->setCurrentIndex(2);
        group->setEqualWidths(true);
        form->addRow(QStringLiteral("Group by"), group);
        auto *off = new QLineEdit(QStringLiteral("read only"));
        off->setReadOnly(true);
        form->addRow(QString(), new MessageLabel);
        form->addRow(QStringLiteral("Title"), off);
        auto *spin = new QSpinBox;
        form->addRow(QString(), new MessageLabel);
        form->addRow(QStringLiteral("Spin"), spin);
        body->addLayout(form);
        body->addWidget(new Divider);
        auto *classes = new QGridLayout;
        int cell = 0;
        for (const auto &[name, sex] : {std::pair{"Buck", SexClass::Buck},
                                        {"Doe", SexClass::Doe},
                                        {"Fawn", SexClass::Fawn},
                                        {"Unknown", SexClass::Unknown}}) {
            auto *box = new QCheckBox(QString::fromLatin1(name));
            box->setIcon(sexIcon(sex));
            box->setChecked(sex != SexClass::Unknown);
            classes->addWidget(box, cell / 2, cell % 2);
            ++cell;
        }
        auto *disabled = new QCheckBox(QStringLiteral("Disabled"));
        disabled->setChecked(true);
        disabled->setEnabled(false);
        classes->addWidget(disabled, 2, 0);
        auto *partly = new QCheckBox(QStringLiteral("Partly"));
        partly->setTristate(true);
        partly->setCheckState(Qt::PartiallyChecked);
        classes->addWidget(partly, 2, 1);
        auto *radio = new QRadioButton(QStringLiteral("Radio"));
        radio->setChecked(true);
        classes->addWidget(radio, 3, 0);
        classes->addWidget(new QRadioButton(QStringLiteral("Other")), 3, 1);
        body->addLayout(classes);
        auto *bar = new QProgressBar;
        bar->setFixedHeight(6);
        bar->setTextVisible(false);
        bar->setValue(62);
        body->addWidget(bar);
        auto *buttons = new QHBoxLayout;
        auto *make = new QPushButton(QStringLiteral("Make export"));
        setButtonKind(make, ButtonKind::Primary);
        buttons->addWidget(make);
        auto *offPrimary = new QPushButton(QStringLiteral("Off"));
        setButtonKind(offPrimary, ButtonKind::Primary);
        offPrimary->setEnabled(false);
        buttons->addWidget(offPrimary);
        auto *menuButton = new QPushButton(QStringLiteral("Export"));
        auto *menu = new QMenu(menuButton);
        menu->addAction(QStringLiteral("PDF"));
        menuButton->setMenu(menu);
        buttons->addWidget(menuButton);
        body->addLayout(buttons);
        auto *actions = new QHBoxLayout;
        for (const auto &[name, icon, on] : {std::tuple{"Open", Icon::Open, false},
                                             {"Cancel", Icon::Cancelled, true},
                                             {"Retry", Icon::Retry, true},
                                             {"Remove", Icon::Remove, true}}) {
            auto *action = new QPushButton(themeIcon(icon, &ThemeTokens::text), QString::fromLatin1(name));
            setCompact(action);
            action->setEnabled(on);
            actions->addWidget(action);
        }
        body->addLayout(actions);
        body->addWidget(new SearchField(QStringLiteral("Search"), QStringLiteral("Title, kind or job id")));
        auto *text = new QPlainTextEdit(QStringLiteral("{\"status\": \"processing\"}"));
        text->setFont(textFont(TextRole::Mono));
        text->setFixedHeight(54);
        body->addWidget(text);
        body->addStretch(1);
        return card;
    }

    static QWidget *figures()
    {
        auto *card = new Card;
        card->body()->setContentsMargins(0, 0, 0, 0);
        auto *row = new QHBoxLayout;
        row->setSpacing(0);
        auto *detections = new FigureCell(QStringLiteral("Detections"));
        detections->setFigure(QStringLiteral("11,570"));
        detections->setNote(QStringLiteral("9,962 eligible, unassigned"));
        auto *assigned = new FigureCell(QStringLiteral("Assigned"));
        assigned->setFigure(QStringLiteral("1,100"), QStringLiteral("9.5%"));
        assigned->setNote(QStringLiteral("of 11,570 detections"));
        auto *share = new FigureCell(QStringLiteral("Wrong share there"));
        share->setFigure(QStringLiteral("not known"), {}, true);
        share->setNote(QStringLiteral("scores carry no identity"));
        auto *recommended = new FigureCell(QStringLiteral("Recommended"));
        recommended->setFigure(QStringLiteral("0.55"));
        recommended->setPill(Tone::Ok, QStringLiteral("Meets all three goals"));
        recommended->setNote(QStringLiteral("not certified yet; a trial can do that"));
        bool first = true;
        for (FigureCell *cell : {detections, assigned, share, recommended}) {
            if (!first)
                row->addWidget(new Divider(Qt::Vertical));
            row->addWidget(cell, 1);
            first = false;
        }
        card->body()->addLayout(row);
        return card;
    }

    static QLayout *banners()
    {
        auto *column = new QVBoxLayout;
        auto *offline = new Banner(Tone::Stale, Icon::Unplugged);
        offline->setTexts(QStringLiteral("Redis unreachable since 14:02,"),
                          QStringLiteral("next try in 8 s. Jobs a worker already holds go on."));
        offline->addButton(QStringLiteral("Retry now"))->setIcon(themeIcon(Icon::Refresh, &ThemeTokens::text));
        setButtonKind(offline->addButton(QStringLiteral("Connection...")), ButtonKind::Flat);
        column->addWidget(offline);
        auto *warn = new Banner(Tone::Warn, Icon::Warning);
        warn->setTexts(QStringLiteral("Processing, but no worker holds it."),
                       QStringLiteral("Worker barn-02 stopped answering at 13:56:40. This job stays as it is until it "
                                      "goes back in the queue."));
        auto *mend = warn->addButton(QStringLiteral("Put back in queue"));
        mend->setIcon(themeIcon(Icon::PutBack, &ThemeTokens::onAccent));
        setButtonKind(mend, ButtonKind::Primary);
        column->addWidget(warn);
        auto *pills = new QHBoxLayout;
        pills->addWidget(new Pill(Tone::Ok, QStringLiteral("Under the 5% limit"), Icon::Completed));
        pills->addWidget(new Pill(Tone::Warn, QStringLiteral("Abstains"), Icon::Warning));
        pills->addWidget(new Pill(Tone::Error, QStringLiteral("5")));
        pills->addWidget(new Pill(Tone::Info, QStringLiteral("Not certified yet"), Icon::Info));
        pills->addWidget(new Pill(Tone::Stale, QStringLiteral("As it was at 14:02:00")));
        pills->addWidget(new KeyCap(QStringLiteral("S")));
        pills->addWidget(new KeyCap(QStringLiteral("Backspace")));
        for (const SexClass sex : {SexClass::Buck, SexClass::Doe, SexClass::Fawn, SexClass::Unknown})
            pills->addWidget(new SexMark(sex));
        pills->addStretch(1);
        column->addLayout(pills);
        return column;
    }

    static QWidget *tabs()
    {
        auto *bar = new QTabBar;
        for (const char *name : {"Distribution", "Trade-off", "By sex", "Diagnosis", "Report"})
            bar->addTab(QString::fromLatin1(name));
        bar->setTabButton(3, QTabBar::RightSide, new Pill(Tone::Error, QStringLiteral("5")));
        return bar;
    }

    static QWidget *table()
    {
        auto *table = new QTableWidget(12, 4);
        table->setHorizontalHeaderLabels(
            {QStringLiteral("Kind"), QStringLiteral("Title"), QStringLiteral("State"), QStringLiteral("Age")});
        table->verticalHeader()->hide();
        table->verticalHeader()->setDefaultSectionSize(34);
        table->setShowGrid(false);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->horizontalHeader()->setStretchLastSection(true);
        table->setSortingEnabled(true);
        table->horizontalHeader()->setSortIndicator(1, Qt::AscendingOrder);
        table->setFrameShape(QFrame::NoFrame);
        for (int row = 0; row < 12; ++row) {
            table->setItem(row, 0, new QTableWidgetItem(QStringLiteral("PDF")));
            table->setItem(row, 1, new QTableWidgetItem(QStringLiteral("Season to date, North ridge %1").arg(row)));
            auto *state =
                new QTableWidgetItem(themeIcon(Icon::Completed, &ThemeTokens::ok), QStringLiteral("Completed"));
            table->setItem(row, 2, state);
            table->setItem(row, 3, new QTableWidgetItem(QStringLiteral("7 min")));
        }
        table->resizeColumnsToContents();
        table->selectRow(2);
        return table;
    }

    static QWidget *icons()
    {
        auto *card = new Card(QStringLiteral("Icons"));
        auto *grid = new QGridLayout;
        grid->setSpacing(10);
        for (int i = 0; i < iconCount; ++i) {
            auto *label = new QLabel;
            label->setPixmap(
                themeIcon(static_cast<Icon>(i), &ThemeTokens::text).pixmap(QSize(20, 20), label->devicePixelRatioF()));
            grid->addWidget(label, i / 32, i % 32);
        }
        card->body()->addLayout(grid);
        return card;
    }
};

} // namespace

/// Draws the gallery light and dark into the test output (at 200% when run with QT_SCALE_FACTOR=2).
class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draws_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    void draws()
    {
        QFETCH(const bool, dark);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("s.ini")), QSettings::IniFormat);
        Theme theme(*qApp, settings);
        theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        Gallery gallery;
        gallery.resize(1440, 900);
        gallery.show();
        gallery.findChild<QLineEdit *>(QStringLiteral("end"))->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(&gallery));
        const QPixmap picture = gallery.grab();
        const int percent = qRound(picture.devicePixelRatio() * 100);
        QCOMPARE(picture.size(), gallery.size() * percent / 100);
        QCOMPARE(picture.toImage().pixelColor(2, 2), theme.tokens().window);
        QVERIFY(save(picture, QStringLiteral("gallery"), percent));
        popups(gallery, percent);
    }

private:
    /// What opens over the page: menu, combo box list, calendar, side by side.
    static void popups(Gallery &gallery, int percent)
    {
        QPixmap sheet(QSize(900, 330) * percent / 100);
        sheet.setDevicePixelRatio(percent / 100.0);
        sheet.fill(themeTokens().window);
        QPainter painter(&sheet);
        QMenu menu;
        menu.addAction(themeIcon(Icon::Open, &ThemeTokens::text), QStringLiteral("Open"))->setShortcut(Qt::Key_Return);
        menu.addAction(themeIcon(Icon::Save, &ThemeTokens::text), QStringLiteral("Save as..."))
            ->setShortcut(QKeySequence::Save);
        menu.addSeparator();
        menu.addAction(QStringLiteral("Not now"))->setEnabled(false);
        QAction *checked = menu.addAction(QStringLiteral("Show size"));
        checked->setCheckable(true);
        checked->setChecked(true);
        menu.addMenu(QStringLiteral("Columns"))->addAction(QStringLiteral("Kind"));
        menu.popup(QPoint(0, 0));
        menu.setActiveAction(menu.actions().at(1));
        painter.drawPixmap(10, 10, menu.grab());
        menu.close();
        auto *combo = gallery.findChild<QComboBox *>();
        combo->showPopup();
        painter.drawPixmap(280, 10, combo->view()->window()->grab());
        combo->hidePopup();
        auto *date = gallery.findChild<DateField *>();
        date->openCalendar();
        painter.drawPixmap(560, 10, date->calendarPopup()->grab());
        date->calendarPopup()->close();
        painter.end();
        QVERIFY(save(sheet, QStringLiteral("popups"), percent));
    }

    static bool save(const QPixmap &picture, const QString &what, int percent)
    {
        const QDir output(qEnvironmentVariable("HERDBOOK_TEST_OUTPUT", QDir::tempPath()));
        const QString name =
            QStringLiteral("%1-%2-%3.png").arg(what, QString::fromLatin1(QTest::currentDataTag())).arg(percent);
        return picture.save(output.filePath(name));
    }
};

QTEST_MAIN(TestGallery)
#include "test_gallery.moc"
