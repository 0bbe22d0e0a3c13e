// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/verdict/applypanel.h"

#include "core/trial/review/words.h"
#include "ui/trial/verdict/countsview.h"
#include "ui/trial/verdict/previewmodel.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/fields/savedialog.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/followfocus.h"
#include "ui/widgets/labels/banner.h"
#include "ui/widgets/labels/figurecell.h"
#include "ui/widgets/labels/pill.h"
#include "ui/widgets/style/style.h"

#include <QBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTableView>

namespace herdbook::trial {

namespace {

std::pair<QUuid, bool> batchOf(const ApplyState &state)
{
    return state.batch ? std::pair(state.batch->id, state.batch->isUndone()) : std::pair<QUuid, bool>();
}

/// Asks for three rows only: it is the one that grows, and the panel scrolls no sooner than it must.
class Rows : public QTableView
{
public:
    QSize sizeHint() const override { return {QTableView::sizeHint().width(), minimumHeight()}; }
};

} // namespace

ApplyPanel::ApplyPanel(TrialDesk &desk, QWidget *parent) : Card(tr("Apply to what was reviewed"), parent), m_desk(desk)
{
    setHeaderLine(true);
    m_pill = new Pill(Tone::Info, tr("Preview, nothing written yet"), Icon::Info);
    header()->addWidget(m_pill);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    m_banner = new Banner(Tone::Warn, Icon::Warning);
    m_banner->hide();
    m_grants = m_banner->addButton(tr("Copy the GRANTs"));
    m_grants->hide();
    connect(m_grants, &QPushButton::clicked, this, [this] { copyText(m_state->rights.grants, m_grants); });
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    m_notOffered = makeNotOffered();
    m_notOffered->hide();
    column->addWidget(m_notOffered);
    m_offer = makeOffer();
    column->addWidget(m_offer, 1);
    column->addStretch(0); // without the offer the rest stays on top
    // Where there is height enough only the table scrolls; the buttons stay in view in any case.
    m_scroll = new QScrollArea;
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setMinimumSize(418, 60);
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    followFocus(*m_scroll);
    body()->addWidget(m_scroll, 1);
    m_actions = makeActions();
    body()->addWidget(m_actions);

    setFocusHeirs({m_buttons, m_banner}, {m_table});
    const ApplyDesk &applying = desk.applying();
    connect(&applying, &ApplyDesk::stateReady, this, [this](const std::shared_ptr<const ApplyState> &state) {
        m_state = state;
        if (m_why && m_why->fault == Fault::Unknown && batchOf(*state) != m_before)
            m_why.reset(); // now it is
        showState(*state);
    });
    connect(&applying, &ApplyDesk::writing, this, [this](bool underWay) {
        m_takeFocus = m_takeFocus || underWay;
        m_buttons->setEnabled(false); // until what is there now has been read
        m_buttons->setCurrentIndex(0);
        if (underWay) {
            m_why.reset();
            m_before = m_state ? batchOf(*m_state) : std::pair<QUuid, bool>();
        }
        if (m_offer->isHidden())
            return;
        if (underWay)
            m_pill->setState(Tone::Accent, tr("Writing …"), Icon::Running);
        else
            m_pill->setState(Tone::Neutral, tr("Reading …"), Icon::Queued);
    });
    connect(&applying, &ApplyDesk::failed, this, &ApplyPanel::showFailure);
    connect(&desk, &TrialDesk::savingChanged, this, [this] {
        if (m_state)
            enableApply(*m_state);
    });
}

QWidget *ApplyPanel::makeOffer()
{
    auto *offer = new QWidget;
    auto *column = new QVBoxLayout(offer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);

    auto *figures = new QHBoxLayout;
    figures->setContentsMargins(0, 2, 0, 2);
    figures->setSpacing(0);
    m_all = new FigureCell(tr("All detections"));
    m_sample = new FigureCell(tr("Reviewed"));
    figures->addWidget(m_all, 1);
    figures->addWidget(m_sample, 1);
    column->addLayout(figures);
    column->addWidget(new Divider);

    m_counts = new CountsView;
    column->addWidget(m_counts);

    m_model = new PreviewModel(m_desk.services().siteTimeZone, this);
    m_table = new Rows;
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Rows"));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(30);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(PreviewModel::Detection, 84);
    m_table->horizontalHeader()->resizeSection(PreviewModel::Taken, 108);
    m_table->horizontalHeader()->resizeSection(PreviewModel::Now, 124);
    m_table->setMinimumHeight(132);
    column->addWidget(new Divider);
    column->addWidget(m_table, 1);
    auto *noteRow = new Ground(&ThemeTokens::sunken);
    auto *noteLayout = new QVBoxLayout(noteRow);
    noteLayout->setContentsMargins(16, 8, 16, 8);
    m_note = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_note->setWordWrap(true);
    noteLayout->addWidget(m_note);
    column->addWidget(new Divider);
    column->addWidget(noteRow);
    return offer;
}

QWidget *ApplyPanel::makeActions()
{
    auto *actions = new QWidget;
    auto *column = new QVBoxLayout(actions);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Divider);
    column->addWidget(makeButtons());
    m_handOver = new QWidget;
    auto *handOver = new QHBoxLayout(m_handOver);
    handOver->setContentsMargins(16, 6, 16, 8);
    auto *handWords = new QVBoxLayout;
    handWords->setSpacing(2);
    m_handOverDoubt = new Label(tr("In doubt: not before a second person’s trial certifies it too"),
                                TextRole::LabelStrong, &ThemeTokens::warn);
    m_handOverDoubt->setObjectName(QStringLiteral("handOverDoubt"));
    m_handOverDoubt->setWordWrap(true);
    handWords->addWidget(m_handOverDoubt);
    m_handOverWhat = new Label({}, TextRole::Label, &ThemeTokens::text2);
    m_handOverWhat->setWordWrap(true);
    handWords->addWidget(m_handOverWhat);
    m_handOverText = new Label({}, TextRole::Mono);
    handWords->addWidget(m_handOverText);
    auto *copy = new QPushButton(themeIcon(Icon::Copy), tr("Copy"));
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(m_handOverText->text(), copy); });
    handOver->addLayout(handWords, 1);
    handOver->addWidget(copy);
    column->addWidget(m_handOver);
    return actions;
}

QWidget *ApplyPanel::makeButtons()
{
    m_buttons = new QStackedWidget;
    m_buttons->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *usual = new QWidget;
    auto *row = new QHBoxLayout(usual);
    row->setContentsMargins(16, 11, 16, 11);
    row->setSpacing(8);
    m_apply = new QPushButton;
    setButtonKind(m_apply, ButtonKind::Primary);
    m_showSchema = new QPushButton(tr("Set up the journal…"));
    setButtonKind(m_showSchema, ButtonKind::Primary);
    m_undo = new QPushButton(themeIcon(Icon::Undo), tr("Undo"));
    m_save = new QPushButton(tr("Save preview…"));
    row->addWidget(m_apply, 1);
    row->addWidget(m_showSchema, 1);
    row->addWidget(m_undo);
    row->addWidget(m_save);
    m_buttons->addWidget(usual);
    auto *asking = new QWidget;
    auto *askRow = new QHBoxLayout(asking);
    askRow->setContentsMargins(16, 11, 16, 11);
    askRow->setSpacing(8);
    m_question = new Label({}, TextRole::Strong);
    m_write = new QPushButton(tr("Write"));
    setButtonKind(m_write, ButtonKind::Primary);
    auto *back = new QPushButton(tr("Back"));
    askRow->addWidget(m_question, 1);
    askRow->addWidget(m_write);
    askRow->addWidget(back);
    m_buttons->addWidget(asking);
    connect(m_apply, &QPushButton::clicked, this, &ApplyPanel::confirm);
    connect(m_write, &QPushButton::clicked, this, &ApplyPanel::write);
    connect(back, &QPushButton::clicked, this, [this] {
        m_buttons->setCurrentIndex(0);
        m_apply->setFocus();
    });
    connect(m_undo, &QPushButton::clicked, this, &ApplyPanel::undo);
    connect(m_save, &QPushButton::clicked, this, &ApplyPanel::savePreview);
    connect(m_showSchema, &QPushButton::clicked, this, &ApplyPanel::journalAsked);
    return m_buttons;
}

QWidget *ApplyPanel::makeNotOffered()
{
    auto *page = new QWidget;
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(16, 14, 16, 16);
    column->setSpacing(8);
    const auto wrapped = [&](TextRole role, ColorToken color) {
        auto *label = new Label({}, role, color);
        label->setWordWrap(true);
        column->addWidget(label);
        return label;
    };
    m_notTitle = wrapped(TextRole::Sentence, &ThemeTokens::text);
    m_notReason = wrapped(TextRole::Body, &ThemeTokens::text);
    column->addWidget(new Divider);
    column->addWidget(new Label(tr("Where this is said"), TextRole::LabelStrong, &ThemeTokens::text2));
    wrapped(TextRole::Label, &ThemeTokens::text2)
        ->setText(tr("Here, in the first sentence of the protocol, and in the journal:"));
    m_notSentence = wrapped(TextRole::Body, &ThemeTokens::text);
    auto *copy = new QPushButton(themeIcon(Icon::Copy), tr("Copy sentence"));
    copy->setObjectName(QStringLiteral("copySentence"));
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(m_recorded, copy); });
    column->addWidget(copy, 0, Qt::AlignLeft);
    column->addStretch();
    return page;
}

void ApplyPanel::confirm()
{
    if (m_buttons->currentIndex() == 1) {
        write();
        return;
    }
    if (!m_apply->isVisible() || !m_apply->isEnabled())
        return;
    m_question->setText(tr("Write %1?").arg(Words::count(m_state->preview.ready, tr("row"), tr("rows"))));
    m_buttons->setCurrentIndex(1);
    m_write->setFocus();
}

void ApplyPanel::write()
{
    if (m_desk.unsaved() == 0)
        m_desk.applying().apply();
    else
        m_buttons->setCurrentIndex(0); // Apply says there why not
}

void ApplyPanel::undo()
{
    if (m_undo->isEnabled() && m_undo->isVisible())
        m_desk.applying().undo();
}

void ApplyPanel::savePreview()
{
    if (!m_state)
        return;
    const QString name = QStringLiteral("trial_%1.csv").arg(m_desk.record()->id.toString(QUuid::Id128).left(8));
    askWhereToSave(this, tr("Save preview"), name, [this](const QString &path) { savePreviewTo(path); });
}

void ApplyPanel::savePreviewTo(const QString &path)
{
    m_desk.saveFile(path, m_model->csv());
}

} // namespace herdbook::trial
