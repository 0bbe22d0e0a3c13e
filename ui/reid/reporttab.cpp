// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reid/reporttab.h"

#include "core/base/atomicfile.h"
#include "core/base/runapart.h"
#include "core/reid/output/analysisjson.h"
#include "core/reid/output/textreport.h"
#include "core/render/analysis/figures.h"
#include "core/render/analysis/reportfolder.h"
#include "core/render/layout/figurefile.h"
#include "ui/pdf/pdfviewer.h"
#include "ui/widgets/clipboard.h"
#include "ui/widgets/fields/savedialog.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/card.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/style/style.h"
#include "ui/widgets/text/coretexts.h"

#include <QHBoxLayout>
#include <QJsonDocument>
#include <QPushButton>
#include <QtConcurrent>

namespace herdbook::ui {

namespace {

constexpr QSizeF kFigure(640, 340); ///< in points, as herdbook-analyze draws it

} // namespace

Result<void> writeReport(const reid::Analysis &analysis, const QTimeZone &zone, ReportTab::Format format,
                         const QString &path)
{
    const auto histogram = [&analysis](QPainter &painter, const QRectF &rect) {
        render::paintHistogram(painter, rect, analysis);
    };
    switch (format) {
    case ReportTab::Format::Pdf:
        return AtomicFile::write(path, render::analysisPdf(analysis, zone));
    case ReportTab::Format::Markdown:
        return AtomicFile::write(path, reid::markdown(analysis, zone).toUtf8());
    case ReportTab::Format::Json:
        return AtomicFile::write(path, QJsonDocument(reid::toJson(analysis)).toJson());
    case ReportTab::Format::Csv:
        return AtomicFile::write(path, reid::sweepCsv(analysis));
    case ReportTab::Format::Png:
        return layout::writeFigurePng(path, kFigure, 150, histogram);
    case ReportTab::Format::Svg:
        break;
    }
    return layout::writeFigureSvg(path, kFigure, QStringLiteral("Re-identification scores"), histogram);
}

QString ReportTab::suffix(Format format)
{
    switch (format) {
    case Format::Pdf:
        return QStringLiteral("pdf");
    case Format::Markdown:
        return QStringLiteral("md");
    case Format::Json:
        return QStringLiteral("json");
    case Format::Csv:
        return QStringLiteral("csv");
    case Format::Png:
        return QStringLiteral("png");
    case Format::Svg:
        break;
    }
    return QStringLiteral("svg");
}

ReportTab::ReportTab(ThresholdCursor &cursor, QWidget *parent)
    : QWidget(parent), m_cursor(cursor), m_preview(new ui::PdfViewer), m_actions(new QWidget),
      m_line(new ElidedLabel({}, TextRole::Mono)), m_outcome(new LeadText({}, {}, TextRole::Label, &ThemeTokens::text2))
{
    auto *report = new Card(tr("Report"));
    report->setHeaderLine(true);
    report->body()->setContentsMargins(1, 0, 1, 1);
    m_preview->setAccessibleName(tr("Report"));
    report->body()->addWidget(m_preview);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(16);
    row->addWidget(report, 1);
    row->addWidget(makeActions());
    connect(&m_cursor, &ThresholdCursor::moved, this, &ReportTab::showSettingsLine);
    connect(&m_writing, &QFutureWatcherBase::finished, this, [this] {
        const Result<void> result = m_writing.result();
        m_actions->setEnabled(m_analysis != nullptr);
        m_outcome->setColor(result ? &ThemeTokens::ok : &ThemeTokens::error);
        m_outcome->setTexts({}, result ? tr("Saved as %1").arg(m_path) : coreText(result.error().message));
        Q_EMIT saved(m_path, result);
    });
    connect(&m_rendering, &QFutureWatcherBase::finished, this, [this] {
        if (m_analysis)
            m_preview->show(m_rendering.result(), QStringLiteral("Re-identification report.pdf"));
    });
    setAnalysis({});
}

QWidget *ReportTab::makeActions()
{
    auto *side = new QWidget;
    side->setFixedWidth(300);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    auto *files = new Card(tr("Save"));
    auto *buttons = new QGridLayout(m_actions);
    buttons->setContentsMargins(0, 0, 0, 0);
    buttons->setSpacing(8);
    const std::pair<Format, QString> formats[] = {{Format::Pdf, tr("PDF…")},        {Format::Markdown, tr("Markdown…")},
                                                  {Format::Json, tr("JSON…")},      {Format::Csv, tr("Sweep, CSV…")},
                                                  {Format::Png, tr("Chart, PNG…")}, {Format::Svg, tr("Chart, SVG…")}};
    for (const auto &[format, text] : formats) {
        const bool first = format == Format::Pdf;
        auto *button =
            new QPushButton(themeIcon(Icon::Save, first ? &ThemeTokens::onAccent : &ThemeTokens::text2), text);
        setButtonKind(button, first ? ButtonKind::Primary : ButtonKind::Secondary);
        connect(button, &QPushButton::clicked, this, [this, format = format] { ask(format); });
        buttons->addWidget(button, buttons->count() / 2, buttons->count() % 2);
    }
    files->body()->addWidget(m_actions);
    files->body()->addWidget(m_outcome);
    column->addWidget(files);

    auto *operations = new Card(tr("For operations"));
    auto *hint = new Label(tr("The setting for the threshold at the cursor:"), TextRole::Label, &ThemeTokens::text2);
    hint->setWordWrap(true);
    operations->body()->addWidget(hint);
    m_line->setObjectName(QStringLiteral("settingsLine"));
    m_line->setTextInteractionFlags(Qt::TextSelectableByMouse);
    operations->body()->addWidget(m_line);
    auto *copy = new QPushButton(themeIcon(Icon::Copy), tr("Copy"));
    copy->setAccessibleName(tr("Copy the settings line"));
    setFocusHeirs({m_actions}, {copy});
    connect(copy, &QPushButton::clicked, this, [this, copy] { copyText(settingsLine(), copy); });
    operations->body()->addWidget(copy, 0, Qt::AlignLeft);
    column->addWidget(operations);
    column->addStretch(1);
    return side;
}

void ReportTab::setAnalysis(const SharedAnalysis &analysis)
{
    m_analysis = analysis;
    m_actions->setEnabled(m_analysis != nullptr && !m_writing.isRunning());
    m_previewDue = true;
    if (isVisible())
        showPreview();
    showSettingsLine();
}

void ReportTab::showEvent(QShowEvent *event)
{
    showPreview();
    QWidget::showEvent(event);
}

void ReportTab::showPreview()
{
    if (!std::exchange(m_previewDue, false))
        return;
    m_preview->showMessage(m_analysis ? tr("Laying out the report\u2026") : tr("Nothing is analyzed yet."));
    if (m_analysis)
        m_rendering.setFuture(
            QtConcurrent::run([analysis = m_analysis, zone = m_zone] { return render::analysisPdf(*analysis, zone); }));
}

QString ReportTab::settingsLine() const
{
    return QStringLiteral("REID_THRESHOLD=%1").arg(m_cursor.value());
}

void ReportTab::showSettingsLine()
{
    m_line->setText(settingsLine());
}

void ReportTab::ask(Format format)
{
    askWhereToSave(this, tr("Save the report"), QStringLiteral("reid-report.") + suffix(format),
                   [this, format](const QString &path) { save(format, path); });
}

void ReportTab::save(Format format, const QString &path)
{
    if (!m_analysis || m_writing.isRunning())
        return;
    m_path = path;
    m_actions->setEnabled(false);
    m_outcome->setColor(&ThemeTokens::text2);
    m_outcome->setTexts({}, tr("Saving…"));
    m_writing.setFuture(runApart(
        [analysis = m_analysis, zone = m_zone, format, path] { return writeReport(*analysis, zone, format, path); }));
}

} // namespace herdbook::ui
