// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/exports/letterhead.h"

#include "core/base/result.h"
#include "core/base/runapart.h"
#include "core/base/whendone.h"
#include "core/exports/logocheck.h"
#include "ui/widgets/focusheirs.h"
#include "ui/widgets/labels/label.h"
#include "ui/widgets/labels/messagelabel.h"
#include "ui/widgets/style/style.h"

#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSvgRenderer>

namespace herdbook::ui {

namespace {

constexpr int MostCharacters = 200;
constexpr QSize LogoSize(160, 64);

QString keyOf(const QString &profileId, const char *name)
{
    return QStringLiteral("exports/letterhead/%1/%2")
        .arg(profileId.isEmpty() ? QStringLiteral("default") : profileId, QLatin1String(name));
}

/// What a report would embed; null where it can't be drawn.
QImage drawn(const QByteArray &logo)
{
    if (exports::isPng(logo))
        return QImage::fromData(logo, "PNG");
    QSvgRenderer renderer(logo);
    if (!renderer.isValid() || renderer.defaultSize().isEmpty())
        return {};
    QImage image(renderer.defaultSize().scaled(LogoSize * 2, Qt::KeepAspectRatio), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    renderer.render(&painter);
    return image;
}

Result<QByteArray> readLogo(const QString &path)
{
    QFile file(path);
    const bool opened = file.open(QIODevice::ReadOnly);
    QByteArray data = opened ? file.read(exports::MaximumLogoBytes + 1) : QByteArray();
    if (!opened || file.error() != QFileDevice::NoError)
        return Error{ErrorKind::Storage, LetterheadDialog::tr("Can't read %1: %2").arg(path, file.errorString())};
    QString fault = exports::logoFault(data);
    if (fault.isEmpty() && drawn(data).isNull())
        fault = LetterheadDialog::tr("it can't be drawn");
    if (!fault.isEmpty())
        return Error{ErrorKind::InvalidInput,
                     LetterheadDialog::tr("A logo is a PNG, or an SVG without references; %1").arg(fault)};
    return data;
}

} // namespace

ReportProfile ReportProfile::load(const QSettings &settings, const QString &profileId)
{
    const auto text = [&](const char *name) { return settings.value(keyOf(profileId, name)).toString(); };
    ReportProfile profile;
    profile.title = text("title");
    profile.letterhead = {text("client"), text("footer"), settings.value(keyOf(profileId, "logo")).toByteArray()};
    if (!profile.letterhead.logo.isEmpty() && !exports::logoFault(profile.letterhead.logo).isEmpty())
        profile.letterhead.logo.clear();
    return profile;
}

void ReportProfile::save(QSettings &settings, const QString &profileId) const
{
    settings.setValue(keyOf(profileId, "title"), title);
    settings.setValue(keyOf(profileId, "client"), letterhead.client);
    settings.setValue(keyOf(profileId, "footer"), letterhead.footer);
    settings.setValue(keyOf(profileId, "logo"), letterhead.logo);
}

LetterheadDialog::LetterheadDialog(const ReportProfile &profile, QWidget *parent)
    : QDialog(parent), m_profile(profile), m_title(new QLineEdit(profile.title)),
      m_client(new QLineEdit(profile.letterhead.client)), m_footer(new QLineEdit(profile.letterhead.footer)),
      m_logo(new QLabel), m_remove(new QPushButton(tr("Remove"))), m_message(new MessageLabel(m_title))
{
    setWindowTitle(tr("Letterhead of this profile"));
    auto *form = new QFormLayout(this);
    const std::pair<QLineEdit *, QString> rows[] = {
        {m_title, tr("Title")}, {m_client, tr("Client")}, {m_footer, tr("Footer line")}};
    for (const auto &[edit, name] : rows) {
        edit->setMaxLength(MostCharacters);
        edit->setMinimumWidth(320);
        edit->setAccessibleName(name);
        form->addRow(name, edit);
    }
    m_title->setPlaceholderText(tr("For reports without a title of their own"));
    m_logo->setMinimumSize(LogoSize);
    auto *choose = new QPushButton(tr("Choose\u2026"));
    auto *logo = new QHBoxLayout;
    logo->addWidget(m_logo, 1);
    logo->addWidget(choose);
    logo->addWidget(m_remove);
    form->addRow(tr("Logo"), logo);
    form->addRow(QString(), m_message);
    setFocusHeirs({m_remove}, {choose});
    connect(choose, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Logo"), {}, tr("Pictures (*.png *.svg)"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, &LetterheadDialog::takeLogo);
        dialog->open();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_profile.letterhead.logo.clear();
        showLogo();
    });
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    form->addRow(buttons);
    showLogo();
}

ReportProfile LetterheadDialog::profile() const
{
    ReportProfile profile = m_profile;
    profile.title = m_title->text().trimmed();
    profile.letterhead.client = m_client->text().trimmed();
    profile.letterhead.footer = m_footer->text().trimmed();
    return profile;
}

void LetterheadDialog::takeLogo(const QString &path)
{
    whenDone(runApart([path] { return readLogo(path); }), this, [this](const Result<QByteArray> &read) {
        if (read) {
            m_profile.letterhead.logo = *read;
            m_message->setHint({});
            showLogo();
        } else {
            m_message->setError(read.error().message);
        }
        Q_EMIT logoTaken(static_cast<bool>(read));
    });
}

void LetterheadDialog::showLogo()
{
    const QByteArray &logo = m_profile.letterhead.logo;
    m_remove->setEnabled(!logo.isEmpty());
    if (logo.isEmpty())
        m_logo->setText(tr("None"));
    else
        m_logo->setPixmap(
            QPixmap::fromImage(drawn(logo)).scaled(LogoSize, Qt::KeepAspectRatio, Qt::SmoothTransformation));
}

} // namespace herdbook::ui
