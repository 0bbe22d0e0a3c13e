// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/contrast.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/icons.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/style/theme.h"

#include <QSignalSpy>
#include <QTest>
#include <QtWidgets>

using namespace herdbook;

class TestTheme : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_settings.clear(); }

    void contrasts_data()
    {
        QTest::addColumn<ColorToken>("ink");
        QTest::addColumn<ColorToken>("ground");
        QTest::addColumn<double>("least");
        // The palette's own pairs: what is drawn is drawn in one of these.
        const std::initializer_list<std::pair<const char *, QByteArrayList>> text{
            {"text", {"window", "surface", "sunken", "rail", "selected", "hover", "warnSoft", "errorSoft", "band"}},
            {"text2", {"window", "surface", "sunken", "rail", "selected", "hover", "warnSoft", "staleSoft"}},
            {"disabled", {"surface", "window", "sunken", "hover"}},
            {"onAccent", {"accent", "accentHover"}},
            {"onTooltip", {"tooltip"}},
            {"link", {"surface", "selected", "window"}},
            {"ok", {"surface", "selected", "okSoft", "sunken"}},
            {"warn", {"surface", "selected", "warnSoft", "sunken"}},
            {"error", {"surface", "selected", "errorSoft", "window", "rail"}},
            {"info", {"surface", "selected", "infoSoft"}},
            {"stale", {"surface", "staleSoft", "selected", "rail"}},
            {"accent", {"surface", "selected"}},
            {"limit", {"surface"}},
            {"mate", {"surface"}},
            {"recommended", {"surface"}},
            {"surface", {"cursor"}}};
        const std::initializer_list<std::pair<const char *, QByteArrayList>> graphics{
            {"borderStrong", {"surface"}},
            {"focus", {"surface", "window"}},
            {"buck", {"surface", "selected"}},
            {"doe", {"surface", "selected"}},
            {"fawn", {"surface", "selected"}},
            {"unknown", {"surface", "selected"}},
            {"axis", {"surface"}},
            {"unassignedEdge", {"surface", "unassigned"}},
            {"mate", {"surface", "band", "unassigned"}},
            {"cross", {"surface"}},
            {"assigned", {"surface", "assignedFill"}},
            {"limit", {"surface", "band"}},
            {"rateLine", {"surface", "rateFill"}},
            {"current", {"surface", "unassigned"}},
            {"recommended", {"surface", "unassigned"}},
            {"cursor", {"surface", "unassigned"}}};
        const auto token = [](const QByteArray &name) {
            const auto rows = tokenTable();
            const auto row = std::find_if(rows.begin(), rows.end(), [&](const TokenRow &one) {
                return name.compare(one.name, Qt::CaseInsensitive) == 0;
            });
            if (row == rows.end())
                qFatal("no token %s", name.constData());
            return row->token;
        };
        for (const auto &[pairs, least, kind] : {std::tuple{text, 4.5, "text"}, {graphics, 3.0, "graphics"}}) {
            for (const auto &[ink, grounds] : pairs) {
                for (const QByteArray &ground : grounds)
                    QTest::addRow("%s: %s on %s", kind, ink, ground.constData())
                        << token(ink) << token(ground) << least;
            }
        }
    }

    void contrasts()
    {
        QFETCH(const ColorToken, ink);
        QFETCH(const ColorToken, ground);
        QFETCH(const double, least);
        for (const ThemeTokens *tokens : {&lightTokens(), &darkTokens()}) {
            const double ratio = test::contrast(tokens->*ink, tokens->*ground);
            QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
        }
    }

    void everyTokenIsSet()
    {
        QSet<QByteArray> names;
        for (const TokenRow &row : tokenTable()) {
            QVERIFY2(!names.contains(row.name), row.name);
            names.insert(row.name);
            QVERIFY2((lightTokens().*row.token).isValid() && (darkTokens().*row.token).isValid(), row.name);
        }
    }

    void choiceIsAppliedAndRemembered()
    {
        {
            Theme theme(*qApp, m_settings);
            QSignalSpy changed(&theme, &Theme::changed);
            QCOMPARE(theme.choice(), Theme::Choice::System);
            QVERIFY(!theme.isDark()); // the offscreen platform's palette is light
            theme.setChoice(Theme::Choice::Dark);
            QCOMPARE(changed.size(), 1);
            QCOMPARE(QApplication::palette().color(QPalette::Base), darkTokens().surface);
            QCOMPARE(QApplication::palette().color(QPalette::Disabled, QPalette::Text), darkTokens().disabled);
            theme.setChoice(Theme::Choice::Dark);
            QCOMPARE(changed.size(), 1);
        }
        const Theme again(*qApp, m_settings);
        QCOMPARE(again.choice(), Theme::Choice::Dark);
        QVERIFY(again.isDark());
    }

    void unknownChoiceInSettingsMeansSystem()
    {
        m_settings.setValue(QStringLiteral("appearance/theme"), QStringLiteral("Sepia"));
        const Theme theme(*qApp, m_settings);
        QCOMPARE(theme.choice(), Theme::Choice::System);
    }

    /// Qt presses by Enter in dialogs alone.
    void enterPressesTheFocusedButton()
    {
        const Theme theme(*qApp, m_settings);
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *push = new QPushButton(QStringLiteral("Write"));
        auto *tool = new QToolButton;
        auto *check = new QCheckBox(QStringLiteral("Cover"));
        for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{push, tool, check})
            column->addWidget(button);
        window.show();
        for (QAbstractButton *button : std::initializer_list<QAbstractButton *>{push, tool}) {
            const QSignalSpy clicked(button, &QAbstractButton::clicked);
            QTest::keyClick(button, Qt::Key_Return);
            QTest::keyClick(button, Qt::Key_Enter, Qt::KeypadModifier);
            QCOMPARE(clicked.size(), 2);
            QTest::keyClick(button, Qt::Key_Return, Qt::ControlModifier); // a page's own key
            QKeyEvent held(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, {}, true);
            QCoreApplication::sendEvent(button, &held);
            QCOMPARE(clicked.size(), 2);
            button->setEnabled(false);
            QTest::keyClick(button, Qt::Key_Return);
            QCOMPARE(clicked.size(), 2);
        }
        QTest::keyClick(check, Qt::Key_Return);
        QVERIFY(!check->isChecked());
    }

    /// On some desktops the platform's theme wants Qt's stock icons there.
    void buttonsOfDialogsHaveNoStockIcons()
    {
        class WithIcons : public QProxyStyle
        {
        public:
            int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const override
            {
                return hint == SH_DialogButtonBox_ButtonsHaveIcons
                           ? 1
                           : QProxyStyle::styleHint(hint, option, widget, returned);
            }
        };
        Style style(lightTokens());
        style.setBaseStyle(new WithIcons);
        QDialogButtonBox box;
        box.setStyle(&style);
        for (const auto button : {QDialogButtonBox::Ok, QDialogButtonBox::Save, QDialogButtonBox::Cancel})
            QVERIFY(box.addButton(button)->icon().isNull());
    }

    void widgetsFollowTheTheme()
    {
        Theme theme(*qApp, m_settings);
        theme.setChoice(Theme::Choice::Light);
        QWidget window;
        auto *label = new Label(QStringLiteral("gone"), TextRole::Label, &ThemeTokens::warn, &window);
        window.show();
        QCOMPARE(label->palette().color(QPalette::WindowText), lightTokens().warn);
        theme.setChoice(Theme::Choice::Dark);
        QVERIFY(themeTokens(label).dark);
        QTRY_COMPARE(label->palette().color(QPalette::WindowText), darkTokens().warn);
        label->setColor(&ThemeTokens::ok);
        QCOMPARE(label->palette().color(QPalette::WindowText), darkTokens().ok);
    }

    void digitsHaveOneWidth()
    {
        for (const TextRole role :
             {TextRole::Display, TextRole::Figure, TextRole::Strong, TextRole::Body, TextRole::Label}) {
            const QFontMetricsF metrics(textFont(role));
            for (char digit = '1'; digit <= '9'; ++digit)
                QVERIFY(std::abs(metrics.horizontalAdvance(QLatin1Char(digit)) -
                                 metrics.horizontalAdvance(QLatin1Char('0'))) < 0.01);
        }
        QVERIFY(textFont(TextRole::Body).family() == QLatin1String("Open Sans"));
        QVERIFY(QFontInfo(textFont(TextRole::Mono)).fixedPitch());
    }

    void missingFamilyFallsBack()
    {
        const QString installed = QStringLiteral("Noto Sans");
        QCOMPARE(tabularFamily({QStringLiteral("No Such Face"), installed}), installed);
        QVERIFY(!tabularFamily({QStringLiteral("No Such Face")}).isEmpty());
    }

    void iconsDraw_data()
    {
        QTest::addColumn<int>("icon");
        for (int i = 0; i < iconCount; ++i)
            QTest::newRow(qPrintable(QFileInfo(iconPath(static_cast<Icon>(i))).baseName())) << i;
    }

    void iconsDraw()
    {
        QFETCH(const int, icon);
        for (const qreal ratio : {1.0, 2.0}) {
            const QPixmap pixmap = iconPixmap(static_cast<Icon>(icon), Qt::red, 16, ratio);
            QCOMPARE(pixmap.size(), QSize(16, 16) * ratio);
            const QImage image = pixmap.toImage();
            int ink = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    const QColor color = image.pixelColor(x, y);
                    if (color.alpha() > 100) {
                        ++ink;
                        QCOMPARE(color.green(), 0); // nothing keeps a color of its own
                    }
                }
            }
            QVERIFY(ink >= 3 * ratio);
        }
    }

    void themeIconFollowsThemeAndState()
    {
        Theme theme(*qApp, m_settings);
        const QIcon icon = themeIcon(Icon::Completed, &ThemeTokens::ok, &ThemeTokens::accent);
        const auto strongest = [&icon](QIcon::Mode mode, QIcon::State state) {
            const QImage image = icon.pixmap(QSize(32, 32), 1.0, mode, state).toImage();
            QColor best(0, 0, 0, 0);
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    if (image.pixelColor(x, y).alpha() > best.alpha())
                        best = image.pixelColor(x, y);
                }
            }
            return best.rgb();
        };
        for (const Theme::Choice choice : {Theme::Choice::Light, Theme::Choice::Dark}) {
            theme.setChoice(choice);
            QCOMPARE(strongest(QIcon::Normal, QIcon::Off), theme.tokens().ok.rgb());
            QCOMPARE(strongest(QIcon::Normal, QIcon::On), theme.tokens().accent.rgb());
            QCOMPARE(strongest(QIcon::Disabled, QIcon::Off), theme.tokens().disabled.rgb());
        }
    }

    void applicationIconHasAllSizes()
    {
        for (const int size : {16, 32, 64, 256}) {
            const QImage image = applicationIcon().pixmap(QSize(size, size), 1.0).toImage();
            QCOMPARE(image.size(), QSize(size, size));
            int drawn = 0;
            for (int y = 0; y < size; ++y)
                for (int x = 0; x < size; ++x)
                    drawn += qAlpha(image.pixel(x, y)) > 127;
            QVERIFY2(drawn > size * size / 4, qPrintable(QStringLiteral("%1 of %2").arg(drawn).arg(size * size)));
        }
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings{m_folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
