// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/reid/analysis.h"
#include "tests/support/servers.h"
#include "ui/trial/trialpage.h"
#include "ui/widgets/style/theme.h"
#include "ui/window/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>

namespace herdbook::test {

/// The demo ranch's data in the tests' own servers, with its photos drawn once for all tests of a build, the analysis of it, and the
/// Trial page in the real window.
class Stage
{
public:
    /// Servers, data, photos, analysis. Once for a test program.
    Result<void> prepare();
    /// The ranch as new: another database, no window. The analysis stays.
    Result<void> freshRanch();

    /// A new window with the Trial page, as app/ would make it; the one before is closed.
    trial::TrialPage &open(const std::function<void(trial::Services &)> &change = {});
    /// The same with a trial begun; its review is shown.
    trial::TrialPage &openReview(const std::function<void(trial::Services &)> &change = {});
    /// Presses the key of an answer, once it counts.
    void answer(trial::Answer answer);
    /// Presses it at once.
    void hastyAnswer(trial::Answer answer);
    /// Answers what is left, at most `most` of it, by what is true: enough for a first certificate.
    void reviewByTruth(trial::TrialPage &page, int most = 130);
    void review(trial::TrialPage &page, int most, const std::function<trial::Answer(const trial::Pair &)> &reviewing);
    /// Finish, asked and confirmed; the verdict is there.
    void finish(trial::TrialPage &page);
    void close();
    MainWindow &window() { return *m_window; }
    Theme &theme() { return *m_theme; }
    std::shared_ptr<const reid::Analysis> analysis() const { return m_analysis; }
    Servers &servers() { return m_servers; }
    QString imageFolder() const { return m_imageFolder; }
    QString storePath() const { return m_folder.filePath(QStringLiteral("trials.sqlite")); }

    /// What somebody who knows the animals says of a pair.
    trial::Answer truth(const trial::Pair &pair) const;

    /// Saves the window as trial-NAME-{light-1440x900,dark-1100x700}.png and gives it back as it was; with HERDBOOK_PICTURES set, both
    /// themes in these sizes and in 1920x1080.
    void savePictures(const QString &name);

    /// Runs the event loop until `done` or a minute.
    static bool waitFor(const std::function<bool()> &done);

private:
    Result<void> readTruth();

    Servers m_servers;
    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<const reid::Analysis> m_analysis;
    QString m_imageFolder;
    QHash<QUuid, int> m_animalOf; ///< of detections and profiles
    QString m_ranchDatabase;
};

} // namespace herdbook::test
