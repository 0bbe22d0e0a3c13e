// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"
#include "ui/widgets/label.h"
#include "ui/widgets/theme.h"

#include <QtTest>
#include <QtWidgets>
#include <cmath>

using namespace herdbook;

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1 contrast ratio.
double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace

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
        using T = ThemeTokens;
        const auto text = [](const char *name, ColorToken ink, ColorToken ground) {
            QTest::newRow(name) << ink << ground << 4.5;
        };
        for (const auto &[name, ground] : {std::pair{"window", &T::window},
                                           {"surface", &T::surface},
                                           {"sunken", &T::sunken},
                                           {"rail", &T::rail},
                                           {"hover", &T::hover},
                                           {"selected", &T::selected}}) {
            text(qPrintable(QStringLiteral("text on %1").arg(QLatin1String(name))), &T::text, ground);
            text(qPrintable(QStringLiteral("text2 on %1").arg(QLatin1String(name))), &T::text2, ground);
        }
        text("disabled on surface", &T::disabled, &T::surface);
        text("disabled on hover", &T::disabled, &T::hover);
        text("onAccent on accent", &T::onAccent, &T::accent);
        text("onTooltip on tooltip", &T::onTooltip, &T::tooltip);
        text("link on selected", &T::link, &T::selected);
        text("ok on its tint", &T::ok, &T::okSoft);
        text("warn on its tint", &T::warn, &T::warnSoft);
        text("error on its tint", &T::error, &T::errorSoft);
        text("info on its tint", &T::info, &T::infoSoft);
        text("stale on its tint", &T::stale, &T::staleSoft);
        text("error on rail", &T::error, &T::rail);
        for (const auto &[name, ink] : {std::pair{"borderStrong", &T::borderStrong},
                                        {"focus", &T::focus},
                                        {"buck", &T::buck},
                                        {"doe", &T::doe},
                                        {"fawn", &T::fawn},
                                        {"unknown", &T::unknown},
                                        {"cursor", &T::cursor}})
            QTest::newRow(name) << ink << &T::surface << 3.0;
    }

    void contrasts()
    {
        QFETCH(const ColorToken, ink);
        QFETCH(const ColorToken, ground);
        QFETCH(const double, least);
        for (const ThemeTokens *tokens : {&lightTokens(), &darkTokens()}) {
            const double ratio = contrast(tokens->*ink, tokens->*ground);
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
