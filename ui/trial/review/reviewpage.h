// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/photos/filmstrip.h"
#include "ui/trial/photos/photopane.h"
#include "ui/trial/review/answerbar.h"

#include <QElapsedTimer>
#include <QTimer>

class QPushButton;

namespace herdbook {
class Banner;
class ElidedLabel;
class Pill;
} // namespace herdbook

namespace herdbook::trial {

class ProgressRow;

/// The second step: one pair at a time, answered by keys. Shows neither score nor tally, no date, hour or place. A key within a second of
/// both pictures is none.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(TrialDesk &desk, PhotoLoader &loader, QWidget *parent = nullptr);

    PhotoPane *left() const { return m_left; }
    PhotoPane *right() const { return m_right; }
    AnswerBar *answers() const { return m_answers; }
    ProgressRow *progress() const { return m_progress; }
    /// Both pictures have been on screen for a second: keys count.
    bool isReady() const;
    QList<QWidget *> panes() const;

Q_SIGNALS:
    /// The reviewer finishes, or there is nothing left to look at.
    void finished();
    void pauseAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    bool handleKey(int key, bool pressed, bool repeated);
    void showPair();
    void showPhotos();
    void showSide(PhotoPane *pane, const Picture &picture);
    void bring(const Picture &picture, Picture &shown, const QUuid &first) const;
    void showSaving();
    /// Another photo stands in its place, as one of the same burst: that is not what is judged.
    bool isReplaced(const QUuid &drawn, const Picture &shown) const;
    /// The second begins once both pictures of the pair itself are shown, or known to be missing.
    void startClock();
    void setMirrored(bool on);
    void setContrast(bool on);
    void fillStrips(const Pair &pair);
    void fetchAhead();
    void give(Answer answer);
    void takeBack();
    void setBothViews(const View &view);
    void watch(QWidget *widget);
    const Pair *pair() const;
    static QString usualHint();

    TrialDesk &m_desk;
    PhotoLoader &m_loader;
    ProgressRow *m_progress;
    QPushButton *m_mirror;
    QPushButton *m_contrast;
    ElidedLabel *m_saving;
    Pill *m_again;
    Banner *m_banner;
    PhotoPane *m_left;
    PhotoPane *m_right;
    Filmstrip *m_leftStrip;
    Filmstrip *m_rightStrip;
    AnswerBar *m_answers;
    Picture m_leftPicture;
    Picture m_rightPicture;
    QElapsedTimer m_since; ///< both pictures are on screen; invalid: not yet
    int m_ignored = 0;     ///< keys that came too early, on this pair
    int m_hasty = 0;       ///< of these in a row
    QTimer m_pleaTimer;
    View m_viewBeforeHold;
    bool m_holding = false;
    bool m_boxShown = true;
};

} // namespace herdbook::trial
