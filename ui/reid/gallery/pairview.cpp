// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/gallery/pairview.h"

#include "ui/reid/gallery/galleryorder.h"
#include "ui/reid/gallery/pictureindex.h"
#include "ui/reid/words.h"
#include "ui/trial/photos/filmstrip.h"
#include "ui/trial/photos/photopane.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"
#include "ui/widgets/text/texts.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace herdbook::ui {

namespace {

QPushButton *toolButton(const QString &text, const QString &key, Icon icon, bool checkable)
{
    auto *button = new QPushButton(themeIcon(icon, &ThemeTokens::text, &ThemeTokens::accent),
                                   QStringLiteral("%1 (%2)").arg(text, key));
    button->setAccessibleName(text);
    button->setCheckable(checkable);
    button->setFocusPolicy(Qt::TabFocus);
    setCompact(button);
    return button;
}

} // namespace

PairView::PairView(GalleryView &gallery, const PictureIndex &pictures, const QString &imageFolder,
                   const QTimeZone &zone, QWidget *page)
    : QWidget(page), m_gallery(gallery), m_pictures(pictures), m_photos(gallery, pictures, zone), m_loader(imageFolder),
      m_name(new Label({}, TextRole::PageTitle)), m_margin(new Label({}, TextRole::Body, &ThemeTokens::text2)),
      m_place(new Label({}, TextRole::Body, &ThemeTokens::text2)), m_score(new Pill(Tone::Info)),
      m_mirror(toolButton(tr("Mirrored"), tr("M"), Icon::Columns, true)),
      m_night(toolButton(tr("Night contrast"), tr("N"), Icon::Moon, true)),
      m_box(toolButton(tr("Box"), tr("X"), Icon::Zoom, true)), m_selected(new QCheckBox(tr("Selected"))),
      m_left(new trial::PhotoPane), m_right(new trial::PhotoPane), m_burst(new trial::Filmstrip(m_loader)),
      m_deer(new trial::Filmstrip(m_loader))
{
    setObjectName(QStringLiteral("pairView"));
    setAccessibleName(tr("Pair"));
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 8, 16, 10);
    column->setSpacing(8);
    column->addWidget(makeHeader());
    column->addWidget(makeTools());
    auto *panes = new QHBoxLayout;
    panes->setSpacing(16);
    panes->addWidget(m_left, 1);
    panes->addWidget(m_right, 1);
    column->addLayout(panes, 1);
    auto *strips = new QHBoxLayout;
    strips->setSpacing(16);
    for (trial::Filmstrip *strip : {m_burst, m_deer}) {
        strip->setFixedHeight(132);
        strips->addWidget(strip, 1);
    }
    column->addLayout(strips);
    column->addWidget(new Label(tr("Looking here decides nothing and is not recorded; a trial does that."),
                                TextRole::Label, &ThemeTokens::text2));
    // One look for both: what is done to one pane is done to the other.
    connect(m_left, &trial::PhotoPane::viewChanged, m_right, &trial::PhotoPane::setView);
    connect(m_right, &trial::PhotoPane::viewChanged, m_left, &trial::PhotoPane::setView);
    for (trial::Filmstrip *strip : {m_burst, m_deer})
        connect(strip, &trial::Filmstrip::chosen, this, [this, strip](const trial::Picture &picture) {
            if (strip == m_deer)
                return showOnRight(picture);
            m_onLeft = picture;
            showPhotos();
        });
    connect(&m_loader, &trial::PhotoLoader::loaded, this, &PairView::showPhotos);
    connect(&m_pictures, &PictureIndex::changed, this, [this] { showRow(m_at); });
    page->installEventFilter(this);
    setGeometry(page->rect());
    show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

QWidget *PairView::makeHeader()
{
    auto *header = new QWidget;
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(10);
    auto *back = new QPushButton(themeIcon(Icon::ArrowLeft, &ThemeTokens::text), tr("Back (Esc)"));
    auto *previous = new QPushButton(themeIcon(Icon::ChevronLeft, &ThemeTokens::text), {});
    auto *next = new QPushButton(themeIcon(Icon::ChevronRight, &ThemeTokens::text), {});
    previous->setAccessibleName(tr("Previous pair"));
    next->setAccessibleName(tr("Next pair"));
    row->addWidget(back);
    row->addWidget(m_name);
    row->addWidget(m_score);
    row->addWidget(m_margin);
    row->addStretch(1);
    row->addWidget(m_place);
    row->addWidget(previous);
    row->addWidget(next);
    for (QPushButton *button : {back, previous, next})
        button->setFocusPolicy(Qt::TabFocus);
    connect(back, &QPushButton::clicked, this, &PairView::leave);
    connect(previous, &QPushButton::clicked, this, [this] { showRow(m_at - 1); });
    connect(next, &QPushButton::clicked, this, [this] { showRow(m_at + 1); });
    return header;
}

QWidget *PairView::makeTools()
{
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_night->setChecked(true);
    m_box->setChecked(true);
    auto *out = toolButton(tr("Smaller"), QStringLiteral("-"), Icon::Minus, false);
    auto *in = toolButton(tr("Larger"), QStringLiteral("+"), Icon::Plus, false);
    auto *fit = toolButton(tr("Fit"), QStringLiteral("0"), Icon::Zoom, false);
    for (QPushButton *button : {m_mirror, m_night, m_box, out, in, fit})
        row->addWidget(button);
    row->addWidget(new Label(tr("Both pictures zoom and move together"), TextRole::Label, &ThemeTokens::text2));
    row->addStretch(1);
    m_selected->setFocusPolicy(Qt::TabFocus);
    row->addWidget(m_selected);
    connect(m_mirror, &QPushButton::toggled, m_right, &trial::PhotoPane::setMirrored);
    connect(m_night, &QPushButton::toggled, this, [this](bool on) {
        m_left->setBrightened(on);
        m_right->setBrightened(on);
        nameLeft();
    });
    connect(m_box, &QPushButton::toggled, this, [this](bool on) {
        m_left->setBoxShown(on);
        m_right->setBoxShown(on);
    });
    connect(out, &QPushButton::clicked, this, [this] { zoom(-0.25); });
    connect(in, &QPushButton::clicked, this, [this] { zoom(0.25); });
    connect(fit, &QPushButton::clicked, this, [this] {
        m_left->setView({});
        m_right->setView({});
    });
    connect(m_selected, &QCheckBox::clicked, this,
            [this](bool on) { m_gallery.select(m_gallery.rows().row(static_cast<std::size_t>(m_at)).detection, on); });
    return tools;
}

void PairView::zoom(double step)
{
    trial::View view = m_left->view();
    view.zoom = std::clamp(view.zoom + step, -1.0, 4.0);
    m_left->setView(view);
    m_right->setView(view);
}

void PairView::showRow(int at)
{
    const auto count = static_cast<int>(m_gallery.count());
    if (count == 0)
        return leave();
    m_at = std::clamp(at, 0, count - 1);
    const GalleryRow &row = m_gallery.rows().row(static_cast<std::size_t>(m_at));
    const auto sets = m_gallery.sets();
    const reid::Dataset &dataset = sets->analysis()->data;
    const reid::Detection &detection = dataset.detections[row.detection];
    const reid::Match &match = dataset.matches[row.detection];
    m_loader.newRound();
    m_name->setText(row.profile >= 0 ? tr("%1?").arg(sets->profileName(row.profile)) : tr("The same deer?"));
    m_score->setVisible(row.score != reid::kNoScore);
    if (row.score != reid::kNoScore)
        m_score->setState(Tone::Info, tr("score %1").arg(scoreText(row.score)));
    const std::optional<double> margin = row.profile == match.bestProfile ? marginOf(match) : std::nullopt;
    m_margin->setText(margin
                          ? tr("%1 ahead of the next deer, %2")
                                .arg(scoreText(reid::thresholdTicks(*margin)), sets->profileName(match.secondProfile))
                          : QString());
    m_margin->setColor(margin && *margin < kNarrowMargin ? &ThemeTokens::warn : &ThemeTokens::text2);
    m_place->setText(tr("%1 of %2").arg(countText(m_at + 1), countText(count)));
    m_selected->setChecked(m_gallery.isSelected(row.detection));

    m_onLeft = m_photos.picture(static_cast<std::int32_t>(row.detection));
    m_onRight = m_photos.picture(row.other);
    m_left->setAside(sexClass(detection.sex()), className(detection.label));
    m_burst->setGroups({m_photos.burst(row)});
    m_burst->setShown(m_onLeft.detection);
    PairPhotos::Likenesses likenesses = m_photos.likenesses(row);
    m_deer->setGroups(likenesses.groups);
    m_deer->setShown(m_onRight.detection);
    m_numbered = std::move(likenesses.numbered);
    m_ofDeer = likenesses.ofDeer;
    nameRight();
    showPhotos();
    // The next ones are decoded while this one is looked at.
    for (const int ahead : {1, 2, -1}) {
        const auto nextRow = m_at + ahead;
        if (nextRow < 0 || nextRow >= count)
            continue;
        const GalleryRow &coming = m_gallery.rows().row(static_cast<std::size_t>(nextRow));
        for (const std::int32_t photo : {static_cast<std::int32_t>(coming.detection), coming.other}) {
            if (const trial::Picture picture = m_photos.picture(photo); !picture.path.isEmpty())
                m_loader.fetchAhead(picture);
        }
    }
}

void PairView::showOnRight(const trial::Picture &picture)
{
    m_onRight = picture;
    m_deer->setShown(picture.detection);
    nameRight();
    showPhotos();
}

void PairView::nameLeft()
{
    const bool asSeen = m_left->hasPhoto() && !m_left->isBrightened();
    m_left->setTitle(tr("This detection"), asSeen ? tr("as the camera saw it") : QString());
}

void PairView::nameRight()
{
    const GalleryRow &row = m_gallery.rows().row(static_cast<std::size_t>(m_at));
    const auto sets = m_gallery.sets();
    const auto shown = std::ranges::find(m_numbered, m_onRight.detection, &trial::Picture::detection);
    if (shown - m_numbered.begin() >= m_ofDeer && shown != m_numbered.end())
        m_right->setTitle(sets->profileName(sets->analysis()->data.matches[row.detection].secondProfile),
                          tr("the next closest deer, for comparison"));
    else if (row.profile < 0)
        m_right->setTitle(tr("The other detection"), {});
    else
        m_right->setTitle(sets->profileName(row.profile), m_onRight.detection.isNull() ? QString()
                                                          : m_onRight.detection != m_photos.picture(row.other).detection
                                                              ? tr("another photo of the profile")
                                                          : sets->isFounded(row.profile)
                                                              ? tr("the founder of the profile")
                                                              : tr("the photo closest to the profile"));
}

void PairView::showPhotos()
{
    for (const auto &[pane, picture] : {std::pair(m_left, &m_onLeft), std::pair(m_right, &m_onRight)}) {
        if (picture->path.isEmpty()) {
            pane->setProblem(m_pictures.isKnown()             ? tr("No picture is known")
                             : m_pictures.problem().isEmpty() ? tr("Looking for the picture")
                                                              : tr("Where the picture is isn't known"),
                             m_pictures.isKnown() ? QString() : coreText(m_pictures.problem()));
            continue;
        }
        const std::shared_ptr<const trial::Photo> photo = m_loader.photo(*picture);
        if (const QString problem = photo ? trial::problemOf(*photo, *picture) : QString(); !problem.isEmpty())
            pane->setProblem(tr("The picture can't be shown"), coreText(problem));
        else if (!photo && m_loader.isMissing(*picture))
            pane->setProblem(tr("The picture is missing"), m_loader.localPath(*picture));
        else
            pane->setPhoto(*picture, photo);
    }
    nameLeft();
}

void PairView::leave()
{
    const int at = m_at;
    close();
    Q_EMIT left(at);
}

QList<KeyHelp> PairView::keys()
{
    return {{tr("Left / Right"), tr("The pair before / after (also Up, Down and Space)")},
            {tr("Home / End"), tr("The first / last pair")},
            {tr("Enter"), tr("Select or unselect the pair")},
            {QStringLiteral("1 … 9"), tr("Bring a small photo to the right pane")},
            {QStringLiteral("M"), tr("Mirrored view of the right photo on or off")},
            {QStringLiteral("N"), tr("Night contrast on or off")},
            {QStringLiteral("X"), tr("Boxes on or off")},
            {QStringLiteral("+ / - / 0"), tr("Larger / smaller / as at first")},
            {tr("Esc"), tr("Back to the pairs")}};
}

void PairView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return leave();
    case Qt::Key_Left:
    case Qt::Key_Up:
        return showRow(m_at - 1);
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_Space:
        return showRow(m_at + 1);
    case Qt::Key_Home:
        return showRow(0);
    case Qt::Key_End:
        return showRow(static_cast<int>(m_gallery.count()) - 1);
    case Qt::Key_M:
        return m_mirror->toggle();
    case Qt::Key_N:
        return m_night->toggle();
    case Qt::Key_X:
        return m_box->toggle();
    case Qt::Key_0:
        m_left->setView({});
        m_right->setView({});
        return;
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.25);
    case Qt::Key_Minus:
        return zoom(-0.25);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return m_selected->click();
    default:
        break;
    }
    const int number = event->key() - Qt::Key_1;
    if (number >= 0 && number < static_cast<int>(m_numbered.size()))
        return showOnRight(m_numbered[static_cast<std::size_t>(number)]);
    QWidget::keyPressEvent(event);
}

bool PairView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(static_cast<QWidget *>(watched)->rect());
    return QWidget::eventFilter(watched, event);
}

void PairView::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), themeTokens(this).window);
}

} // namespace herdbook::ui
