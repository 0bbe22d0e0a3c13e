// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/trial/stage.h"
#include "ui/trial/review/reviewpage.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <algorithm>
#include <cstdio>

using namespace herdbook;
using namespace herdbook::trial;
using test::Stage;

namespace {

/// A key as the X server sends it, to whatever window has the focus there.
bool pressKey(const QString &key)
{
    QProcess xdotool;
    xdotool.start(QStringLiteral("xdotool"), {QStringLiteral("key"), key});
    return xdotool.waitForFinished() && xdotool.exitCode() == 0;
}

} // namespace

/// bench_keys [PAIRS]: reviews that many pairs of the demo ranch by real X key events (XTest, by xdotool), each as soon as it counts, and
/// prints how long one waited for pictures. Under an X server: QT_QPA_PLATFORM=xcb xvfb-run tests/bench_keys 100
int main(int argc, char **argv)
{
    const QApplication app(argc, argv);
    const int pairs = argc > 1 ? std::max(1, std::atoi(argv[1])) : 100;
    if (QGuiApplication::platformName() != QLatin1String("xcb")) {
        std::fprintf(stderr, "needs QT_QPA_PLATFORM=xcb\n");
        return EXIT_FAILURE;
    }
    Stage stage;
    if (const Result<void> prepared = stage.prepare(); !prepared) {
        std::fprintf(stderr, "%s\n", qPrintable(prepared.error().message));
        return EXIT_FAILURE;
    }
    TrialPage &page = stage.openReview();
    stage.window().activateWindow();
    QProcess::execute(QStringLiteral("xdotool"), {QStringLiteral("windowfocus"), QStringLiteral("--sync"),
                                                  QString::number(stage.window().winId())});
    std::vector<qint64> waits;
    int pressed = 0;
    for (int pair = 0; pair < pairs && page.desk().session()->current(); ++pair) {
        QElapsedTimer shown;
        shown.start();
        const int before = page.desk().session()->looks();
        if (!Stage::waitFor([&] { return page.reviewPage()->isReady(); }))
            break;
        waits.push_back(std::max<qint64>(0, shown.elapsed() - kLeastMilliseconds));
        const Answer truth = stage.truth(*page.desk().session()->pair());
        pressed += pressKey(QString(QLatin1Char(letter(truth))).toLower()) ? 1 : 0;
        if (!Stage::waitFor([&] { return page.desk().session()->looks() > before; })) {
            std::fprintf(stderr, "the key of pair %d did not arrive\n", pair + 1);
            break;
        }
    }
    qint64 sum = 0;
    for (const qint64 wait : waits)
        sum += wait;
    std::printf("%d of %d keys through the X server answered; waited %.1f s for pictures in all, longest %.2f s; "
                "certified levels %d\n",
                page.desk().session()->looks(), pressed, static_cast<double>(sum) / 1000,
                waits.empty() ? 0.0 : static_cast<double>(*std::max_element(waits.begin(), waits.end())) / 1000,
                page.desk().session()->replay().progress().certifiedLevel() + 1);
    const bool all = page.desk().session()->looks() == pairs;
    stage.close();
    return all && sum < 60'000 ? EXIT_SUCCESS : EXIT_FAILURE;
}
