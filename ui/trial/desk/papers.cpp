// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/trial/desk/papers.h"

#include "core/base/atomicfile.h"
#include "core/base/language.h"
#include "core/base/sitemoment.h"
#include "core/trial/protocol/protocol.h"
#include "ui/trial/desk/trialdesk.h"
#include "ui/trial/photos/photo.h"

#include <QCache>

namespace herdbook::trial {

namespace {

/// Small pictures for paper, each photo decoded once in a row of uses.
class PaperPictures
{
public:
    PaperPictures(const QString &folder, std::stop_token stop)
        : m_photos(render::settingsForPhotos(folder)), m_stop(std::move(stop)), m_kept(40)
    {
    }

    QImage operator()(const Picture &picture, const QSize &size)
    {
        const QString key = picture.detection.toString();
        if (const auto known = m_small.constFind(key); known != m_small.constEnd())
            return *known;
        Photo *photo = m_kept.object(picture.path);
        if (photo == nullptr) {
            photo = new Photo(readPhoto(m_photos, picture.path, m_stop));
            m_kept.insert(picture.path, photo);
        }
        return m_small[key] = thumbnail(*photo, picture, size);
    }

private:
    render::PhotoStore m_photos;
    const std::stop_token m_stop;
    QCache<QString, Photo> m_kept;
    QHash<QString, QImage> m_small;
};

} // namespace

QStringList describeData(const reid::Analysis &analysis, const QTimeZone &zone)
{
    const EnglishTexts english; // stored with the trial
    const reid::Fingerprint &print = analysis.fingerprint;
    const auto moment = [&zone](const std::string &time) {
        return siteMoment(QDateTime::fromString(QString::fromStdString(time), Qt::ISODateWithMs), zone);
    };
    QStringList lines;
    lines << TrialDesk::tr("%1 detections, %2 of them assigned, %3 profiles")
                 .arg(shownCount(print.detections), shownCount(print.assigned), shownCount(print.profiles));
    if (!print.newestDetection.empty())
        lines << TrialDesk::tr("newest detection %1").arg(moment(print.newestDetection));
    if (!print.embeddingVersions.empty())
        lines << TrialDesk::tr("embedding %1").arg(QString::fromStdString(print.embeddingVersions));
    lines << TrialDesk::tr("scores from %1, analyzed %2")
                 .arg(QString::fromStdString(analysis.source), moment(analysis.madeAt));
    for (const reid::Check &check : analysis.integrity) {
        const bool ofThreshold = check.id == "threshold_in_force" || check.id == "thresholds";
        if (ofThreshold && (check.outcome == reid::Check::Outcome::Warn || check.outcome == reid::Check::Outcome::Fail))
            lines << QString::fromStdString(check.title + ' ' + check.detail);
    }
    return lines;
}

Result<void> writeProtocol(const QString &path, TrialStore &store, const std::shared_ptr<const TrialRecord> &record,
                           const Outcome &outcome, const Result<std::vector<BatchRecord>> &batches,
                           const Services &services, const std::stop_token &stop)
{
    const EnglishTexts english; // it cites what is stored
    Result<std::vector<ReviewerEvents>> reviews = readReviews(store, *record);
    if (!reviews)
        return reviews.error();
    PaperPictures pictures(services.imageFolder, stop);
    const Result<QByteArray> pdf =
        protocolPdf({record, outcome, std::move(*reviews), batches, services.siteTimeZone, services.clock(),
                     [&pictures](const Picture &picture, const QSize &size) { return pictures(picture, size); }},
                    stop);
    if (!pdf)
        return pdf.error();
    return AtomicFile::write(path, *pdf);
}

} // namespace herdbook::trial
