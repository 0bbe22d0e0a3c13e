// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/answerparts.h"

#include "core/trial/review/words.h"
#include "ui/trial/clearlayout.h"
#include "ui/widgets/style/typeface.h"
#include "ui/widgets/text/texts.h"

#include <QGridLayout>
#include <QPainter>
#include <QPainterPath>
#include <algorithm>
#include <numeric>

namespace herdbook::trial {

namespace {

constexpr int kColumns = 4;
constexpr int kMost = 8;
constexpr qreal kLine = 22;

constexpr int kPairHeight = 98; ///< with one line under the pictures

/// One wrong pair: both pictures, the answer, and beside or under it the profile's name or what is known of it.
class WrongPair : public QWidget
{
public:
    WrongPair(PhotoLoader &loader, Picture left, Picture right, const Decision &decision, const QString &profile,
              bool quiet)
        : m_loader(loader), m_left(std::move(left)), m_right(std::move(right)), m_answer(Words::answered(decision)),
          m_color(quiet || decision.lacks == Lacks::NewAnswer
                      ? &ThemeTokens::text2
                      : answerColor(decision.answer.value_or(Answer::CantTell))),
          m_profile(profile)
    {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setMinimumWidth(120);
        setFixedHeight(kPairHeight);
        const QString text = m_answer + QStringLiteral(", ") + profile;
        setAccessibleName(text);
        setToolTip(plainTip(text));
        QObject::connect(&loader, &PhotoLoader::loaded, this, [this](const QString &path) {
            if (path == m_left.path || path == m_right.path)
                update();
        });
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const ThemeTokens &tokens = themeTokens(this);
        const qreal half = (width() - 2) / 2.0;
        paintPhoto(painter, QRectF(0, 0, half, 76), m_left, tokens);
        paintPhoto(painter, QRectF(half + 2, 0, half, 76), m_right, tokens);
        painter.fillRect(QRectF(0, 85, 9, 9), tokens.*m_color);
        painter.setFont(textFont(TextRole::LabelStrong));
        painter.setPen(tokens.text);
        painter.drawText(QRectF(15, 79, width() - 15, 20), Qt::AlignLeft | Qt::AlignVCenter, m_answer);
        painter.setFont(textFont(TextRole::Label));
        painter.setPen(tokens.text2);
        if (fitsBeside())
            painter.drawText(QRectF(used(), 79, width() - used() + 2, 20), Qt::AlignLeft | Qt::AlignVCenter, m_profile);
        else
            painter.drawText(QRectF(0, kPairHeight, width(), height() - kPairHeight),
                             Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_profile);
    }
    void resizeEvent(QResizeEvent *) override
    {
        const QRect words = QFontMetrics(textFont(TextRole::Label))
                                .boundingRect(QRect(0, 0, width(), 200), Qt::TextWordWrap, m_profile);
        setFixedHeight(fitsBeside() ? kPairHeight : kPairHeight + words.height());
    }

private:
    qreal used() const { return 15 + QFontMetricsF(textFont(TextRole::LabelStrong)).horizontalAdvance(m_answer) + 6; }
    bool fitsBeside() const
    {
        return used() + QFontMetricsF(textFont(TextRole::Label)).horizontalAdvance(m_profile) <= width();
    }
    void paintPhoto(QPainter &painter, const QRectF &area, const Picture &picture, const ThemeTokens &tokens) const
    {
        QPainterPath frame;
        frame.addRoundedRect(area, 3, 3);
        painter.save();
        painter.setClipPath(frame);
        painter.fillRect(area, tokens.hover);
        const QImage image = m_loader.thumbnail(picture, (area.size() * devicePixelRatioF()).toSize());
        if (!image.isNull())
            painter.drawImage(area, image);
        painter.restore();
    }

    PhotoLoader &m_loader;
    const Picture m_left;
    const Picture m_right;
    const QString m_answer;
    const ColorToken m_color;
    const QString m_profile;
};

} // namespace

ColorToken answerColor(Answer answer)
{
    switch (answer) {
    case Answer::Same:
        return &ThemeTokens::ok;
    case Answer::Different:
        return &ThemeTokens::error;
    case Answer::CantTell:
        return &ThemeTokens::stale;
    case Answer::Background:
        return &ThemeTokens::unknown;
    case Answer::BadCrop:
        return &ThemeTokens::warn;
    }
    return &ThemeTokens::text;
}

AnswerShares::AnswerShares(QWidget *parent) : QWidget(parent)
{
    setLayoutDirection(Qt::LeftToRight); // in every language
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void AnswerShares::setAnswers(const std::array<int, kAnswers> &answers)
{
    m_answers = answers;
    QStringList parts;
    for (const Answer answer : kAllAnswers)
        parts << tr("%1 %2").arg(Words::answer(answer)).arg(m_answers[static_cast<std::size_t>(answer)]);
    setAccessibleName(parts.join(QStringLiteral(", ")));
    update();
}

void AnswerShares::setQuiet(bool quiet)
{
    m_quiet = quiet;
    update();
}

void AnswerShares::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const ThemeTokens &tokens = themeTokens(this);
    const int all = std::accumulate(m_answers.begin(), m_answers.end(), 0);
    painter.setPen(Qt::NoPen);
    const auto kinds = std::count_if(m_answers.begin(), m_answers.end(), [](int count) { return count > 0; });
    const qreal room = width() - 2.0 * static_cast<qreal>(std::max<std::ptrdiff_t>(0, kinds - 1));
    qreal x = 0;
    qreal label = 0;
    qreal top = 25;
    for (const Answer answer : kAllAnswers) {
        const int count = m_answers[static_cast<std::size_t>(answer)];
        if (count > 0) {
            // At least 4 px, so that a single one is seen.
            const qreal wide = std::max(4.0, room * count / all);
            painter.setBrush(m_quiet ? tokens.text2 : tokens.*answerColor(answer));
            painter.setPen(Qt::NoPen);
            painter.drawRoundedRect(QRectF(x, 0, std::min(wide, width() - x), 14), 2, 2);
            x += wide + 2;
        }
        const QString name = Words::answer(answer);
        const QString number = QString::number(count);
        const qreal nameWidth = QFontMetricsF(textFont(TextRole::Body)).horizontalAdvance(name);
        const qreal wide = 15 + nameWidth + 7 + QFontMetricsF(textFont(TextRole::Strong)).horizontalAdvance(number);
        if (label > 0 && label + wide > width()) {
            label = 0;
            top += kLine;
        }
        painter.fillRect(QRectF(label, top + 6, 9, 9), m_quiet ? tokens.text2 : tokens.*answerColor(answer));
        painter.setFont(textFont(TextRole::Body));
        painter.setPen(tokens.text);
        painter.drawText(QRectF(label + 15, top, nameWidth + 4, kLine), Qt::AlignLeft | Qt::AlignVCenter, name);
        painter.setFont(textFont(TextRole::Strong));
        painter.drawText(QRectF(label + 22 + nameWidth, top, 80, kLine), Qt::AlignLeft | Qt::AlignVCenter, number);
        label += wide + 14;
    }
}

WrongPairs::WrongPairs(PhotoLoader &loader, QWidget *parent)
    : QWidget(parent), m_loader(loader), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(10);
    for (int column = 0; column < kColumns; ++column)
        m_grid->setColumnStretch(column, 1);
}

void WrongPairs::setPairs(const std::shared_ptr<const TrialRecord> &record, const std::vector<Shown> &pairs)
{
    clearLayout(*m_grid);
    for (int i = 0; i < std::min<int>(kMost, static_cast<int>(pairs.size())); ++i) {
        const Shown &shown = pairs[static_cast<std::size_t>(i)];
        m_grid->addWidget(new WrongPair(m_loader, record->pictures.value(shown.pair->detection),
                                        record->pictures.value(shown.pair->photos.front()), shown.decision, shown.words,
                                        shown.quiet),
                          i / kColumns, i % kColumns);
    }
}

} // namespace herdbook::trial
