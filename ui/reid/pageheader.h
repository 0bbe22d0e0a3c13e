// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/reid/charts/chartdata.h"

#include <QTimeZone>
#include <QWidget>

class QMenu;
class QPushButton;

namespace herdbook {
class ElidedLabel;
class Pill;
} // namespace herdbook

namespace herdbook::ui {

/// Title of the Re-ID screen, what the result shown is and how old, Analyze and the export menu.
class PageHeader : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }
    /// What is shown, and what changed since the one before.
    void setAnalysis(const SharedAnalysis &analysis, const QString &comparison);
    QString comparison() const { return m_comparison; }
    /// Marks the result on screen as one that perhaps no longer holds.
    void setStale(bool stale);
    /// Marks it as one that no longer holds, until there is another.
    void setOutdated();
    void setRunning(bool running);
    /// Where the row of figures gives way, their gist is told here.
    void setWithFigures(bool with);
    QPushButton *analyzeButton() const { return m_analyze; }

Q_SIGNALS:
    void analyzeAsked();
    /// "png", "svg" or "csv".
    void exportAsked(const QString &format);
    void copyAsked();
    void copySettingsAsked();

private:
    QMenu *makeMenu();
    QString madeAt() const;
    void refresh();

    SharedAnalysis m_analysis;
    QString m_comparison;
    bool m_withFigures = false;
    bool m_outdated = false;
    QTimeZone m_zone = QTimeZone::systemTimeZone();
    ElidedLabel *m_meta;
    Pill *m_stale;
    QPushButton *m_analyze;
};

} // namespace herdbook::ui
