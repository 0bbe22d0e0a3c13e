// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/photos/filmstrip.h"
#include "ui/trial/photos/photopane.h"
#include "ui/trial/review/answerbar.h"

#include <QElapsedTimer>

class QProgressBar;

namespace herdbook {
class Banner;
class ElidedLabel;
class Label;
} // namespace herdbook

namespace herdbook::trial {

/// The second step: one pair at a time, answered by keys. Shows neither score nor tally.
class ReviewPage : public QWidget
{
    Q_OBJECT

public:
    ReviewPage(TrialDesk &desk, PhotoLoader &loader, QWidget *parent = nullptr);

    PhotoPane *left() const { return m_left; }
    PhotoPane *right() const { return m_right; }
    AnswerBar *answers() const { return m_answers; }
    QList<QWidget *> panes() const;

Q_SIGNALS:
    /// The last pair has its answer.
    void finished();
    void pauseAsked();
    /// Failure is certain and the reviewer doesn't want to go on.
    void stopAsked();

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
    void showProgress();
    void fillStrips(const Pair &pair);
    void fetchAhead();
    void give(Answer answer);
    void takeBack();
    void setBothViews(const View &view);
    void watch(QWidget *widget);
    const Pair *pair() const;

    TrialDesk &m_desk;
    PhotoLoader &m_loader;
    Label *m_count;
    QProgressBar *m_progress;
    ElidedLabel *m_pace;
    Banner *m_banner;
    Banner *m_stopBanner;
    PhotoPane *m_left;
    PhotoPane *m_right;
    Filmstrip *m_leftStrip;
    Filmstrip *m_rightStrip;
    AnswerBar *m_answers;
    Picture m_leftPicture;
    Picture m_rightPicture;
    QElapsedTimer m_since; ///< the pair appeared
    View m_viewBeforeHold;
    bool m_holding = false;
    bool m_brightened = true;
    bool m_boxShown = true;
    bool m_goOnAnyway = false;
};

} // namespace herdbook::trial
