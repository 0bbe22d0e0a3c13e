// SPDX-License-Identifier: GPL-3.0-or-later
// Opens a demo ranch and says when it is ready, for the test that kills it.
#include "core/demo/demoranch.h"

#include <QGuiApplication>
#include <cstdio>

using herdbook::demo::DemoRanch;

int main(int argc, char *argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    DemoRanch::Options options;
    options.folder = arguments.value(1);
    options.worker = arguments.value(2);
    options.photos = arguments.value(3).toInt();
    options.later = {.days = 0, .profiles = 0};
    DemoRanch ranch(options);
    QObject::connect(&ranch, &DemoRanch::progress, &ranch, [](const QString &stage, double fraction) {
        std::printf("%3.0f%% %s\n", fraction * 100, qPrintable(stage));
        std::fflush(stdout);
    });
    QObject::connect(&ranch, &DemoRanch::ready, &ranch, [] {
        std::puts("ready");
        std::fflush(stdout);
    });
    QObject::connect(&ranch, &DemoRanch::failed, &ranch, [](const herdbook::Error &error) {
        std::printf("failed: %s\n", qPrintable(error.message));
        QCoreApplication::exit(1);
    });
    ranch.start();
    return QGuiApplication::exec();
}
