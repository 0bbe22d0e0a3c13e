// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/photo/photostore.h"

#include "core/base/faults.h"
#include "core/config/imagepath.h"
#include "core/render/photo/photoformat.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <sys/stat.h>

namespace herdbook::render {

using std::chrono::milliseconds;
using Outcome = ReadingHelper::Outcome;

namespace {

constexpr milliseconds WorthSaying(1'000);
constexpr milliseconds ShortPatience(3'000); // with folders that never answered, while others are silent
constexpr milliseconds LeastPatience(250);   // the same, while many are
constexpr int HungFolder = 2;                // photos in a row
constexpr int HungDisk = 8;                  // folders; then one photo of another that never answered is enough

PhotoProblem unreadable(const QString &why)
{
    return {CropFault::PhotoUnreadable, why};
}

QString words(int code)
{
    return QString::fromLocal8Bit(std::strerror(code));
}

bool isLack(int code)
{
    return code == EMFILE || code == ENFILE || code == ENOMEM;
}

bool lies(const QByteArray &path, const QByteArray &root)
{
    return path == root || path.startsWith(root.endsWith('/') ? root : root + '/');
}

/// The folders that links on the way to a file lead to, whether they are there or not; of a link to a file the folder it is in.
QStringList linkedFolders(const QString &file)
{
    constexpr int MostLinks = 40; // as Linux follows
    QStringList folders;
    QStringList rest = file.split(u'/', Qt::SkipEmptyParts);
    QString at; // empty: the root
    while (!rest.isEmpty()) {
        const QString name = rest.takeFirst();
        if (name == QLatin1String("."))
            continue;
        if (name == QLatin1String("..")) {
            at.truncate(std::max<qsizetype>(0, at.lastIndexOf(u'/')));
            continue;
        }
        const QString next = at + u'/' + name;
        std::error_code none;
        const QString target =
            QFile::decodeName(std::filesystem::read_symlink(QFile::encodeName(next).constData(), none).c_str());
        if (target.isEmpty()) {
            at = next;
            continue;
        }
        if (folders.size() == MostLinks)
            break;
        const QString led = target.startsWith(u'/') ? target : at + u'/' + target;
        folders << (rest.isEmpty() ? QFileInfo(led).path() : led);
        rest = target.split(u'/', Qt::SkipEmptyParts) + rest;
        if (target.startsWith(u'/'))
            at.clear();
    }
    return folders;
}

/// Why the folders from the image folder down to a file don't tell whether there is such a file: a disk that belongs in one of them looks so
/// while it isn't mounted. A sentence; empty: they do tell.
QString doubtOnTheWay(const QString &file, const QString &imageFolder)
{
    QString folder = imageFolder;
    QStringList names = file.mid(imageFolder.size()).split(u'/', Qt::SkipEmptyParts);
    names.removeLast();
    for (const QString &name : std::as_const(names)) {
        folder += u'/' + name;
        if (!QFileInfo::exists(folder))
            return {}; // where a disk belongs there is a folder, mounted or not
        if (const QString doubt = doubtAboutFolder(folder); !doubt.isEmpty())
            return QStringLiteral("Whether there is such a photo can't be told: the folder %1 %2").arg(folder, doubt);
    }
    return {};
}

} // namespace

struct PhotoStore::Visit
{
    std::unique_ptr<ReadingHelper> helper = ReadingHelper::take();
    QString folder;
    QString name;
    bool mapped = false; ///< by the image folder, which it may not leave
    milliseconds patience{0};
    ReadingHelper::Opened opened;
    ReadingHelper::Tick tick;
    bool said = false;
    Outcome outcome = Outcome::Answered; ///< of the last step

    bool isHealthy() const { return outcome == Outcome::Answered; }
    PhotoProblem problem() const
    {
        return unreadable(
            outcome == Outcome::Silent
                ? QStringLiteral("The disk didn't answer for %1 s").arg(static_cast<double>(patience.count()) / 1000)
                : QStringLiteral("Reading the photo's file was broken off"));
    }
};

PhotoLimits photoLimits(const Settings &settings)
{
    return {qint64{settings.photoMegapixels} * 1'000'000, qint64{settings.photoMemoryMb} * 1024 * 1024};
}

Settings settingsForPhotos(const QString &imageFolder)
{
    Variables variables;
    for (const char *name :
         {"IMAGE_ROOTS", "HERDBOOK_PHOTO_MEGAPIXELS", "HERDBOOK_PHOTO_MEMORY_MB", "HERDBOOK_SILENCE_SECONDS"})
        variables.insert(QLatin1String(name), qEnvironmentVariable(name));
    Settings settings = settingsFromVariables(variables).valueOr({});
    settings.imageFolder = imageFolder;
    return settings;
}

PhotoStore::PhotoStore(const Settings &settings)
    : PhotoStore(settings, std::chrono::seconds(settings.postgres.silenceSeconds))
{
}

PhotoStore::PhotoStore(const Settings &settings, milliseconds silence, milliseconds pause)
    : m_imageFolder(settings.imageFolder), m_roots(settings.imageRoots), m_limits(photoLimits(settings)),
      m_silence(silence), m_pause(pause)
{
}

milliseconds PhotoStore::patienceFor(const QString &folder)
{
    const auto now = std::chrono::steady_clock::now();
    const std::lock_guard lock(m_mutex);
    const Silence silence = m_silent.value(folder);
    if (silence.photos == 0 && m_answered.contains(folder))
        return m_silence;
    // Not all folders of a hung disk one after the other: each would take its patience again, all the time.
    const bool isNew = !m_answered.contains(folder);
    const auto silentOnes = static_cast<int>(m_silent.size());
    const bool isHung = silence.photos >= (isNew && silentOnes >= HungDisk ? 1 : HungFolder);
    if (isHung && (now - silence.last < m_pause || (isNew && now - m_lastSilence < m_pause / 3)))
        return milliseconds(0);
    const bool othersAre = isNew && !m_silent.isEmpty() && now - m_lastSilence < m_pause;
    if (!isHung && !othersAre)
        return m_silence;
    return std::min(m_silence, std::max(LeastPatience, ShortPatience * HungDisk / std::max(HungDisk, silentOnes)));
}

void PhotoStore::noteAnswer(const QString &folder, bool answered)
{
    const std::lock_guard lock(m_mutex);
    if (answered) {
        m_silent.remove(folder);
        m_answered.insert(folder);
    } else {
        Silence &silence = m_silent[folder];
        ++silence.photos;
        silence.last = m_lastSilence = std::chrono::steady_clock::now();
    }
}

std::optional<Error> PhotoStore::fault() const
{
    const std::lock_guard lock(m_mutex);
    return m_fault;
}

PhotoProblem PhotoStore::lack(int code)
{
    const QString why = QStringLiteral("This machine can't read photos now: %1").arg(words(code));
    const std::lock_guard lock(m_mutex);
    m_fault = Error{ErrorKind::Internal, why, true};
    return unreadable(why);
}

PhotoProblem PhotoStore::problemOf(int code)
{
    if (isLack(code))
        return lack(code);
    switch (code) {
    case ENOENT:
    case ENOTDIR:
    case ENAMETOOLONG:
        return {CropFault::PhotoMissing, {}};
    case EACCES:
    case EPERM:
        return unreadable(QStringLiteral("There is no right to read the photo's file, or to enter its folder"));
    case ELOOP:
        return unreadable(QStringLiteral("The links to the photo's file lead in a circle"));
    default:
        return unreadable(QStringLiteral("The photo's file can't be read: %1").arg(words(code)));
    }
}

/// Where a root really is, all links followed; nothing where there is none. A problem where that can't be told.
struct PhotoStore::Root
{
    QByteArray real;
    std::optional<PhotoProblem> problem;
};

PhotoStore::Root PhotoStore::realRoot(const QString &root, const ReadingHelper::Tick &tick, const std::stop_token &stop)
{
    {
        const std::lock_guard lock(m_mutex);
        if (const auto known = m_realRoots.constFind(root); known != m_realRoots.constEnd())
            return {*known, {}};
    }
    const auto untold = [&root](const QString &why) {
        return Root{{}, unreadable(QStringLiteral("Whether the photo lies in %1 can't be told: %2").arg(root, why))};
    };
    const milliseconds patience = patienceFor(root);
    if (patience.count() == 0)
        return untold(QStringLiteral("the disk doesn't answer"));
    std::unique_ptr<ReadingHelper> helper = ReadingHelper::take();
    if (helper->startError() != 0)
        return {{}, lack(helper->startError())};
    ReadingHelper::Opened opened;
    const Outcome outcome = helper->locate(QFile::encodeName(root), patience, tick, stop, opened);
    if (outcome == Outcome::Answered && helper->drop())
        ReadingHelper::giveBack(std::move(helper));
    if (outcome == Outcome::Answered || outcome == Outcome::Silent)
        noteAnswer(root, outcome == Outcome::Answered);
    if (outcome != Outcome::Answered)
        return untold(outcome == Outcome::Silent ? QStringLiteral("the disk doesn't answer")
                                                 : QStringLiteral("looking was broken off"));
    if (isLack(opened.error))
        return {{}, lack(opened.error)};
    if (opened.error == ENOENT || opened.error == ENOTDIR)
        return {};
    if (opened.error != 0 || opened.real.isEmpty())
        return untold(words(opened.error != 0 ? opened.error : EIO));
    const std::lock_guard lock(m_mutex);
    m_realRoots.insert(root, opened.real);
    return {opened.real, {}};
}

std::optional<PhotoProblem> PhotoStore::open(const QString &databasePath, const std::stop_token &stop, Visit &visit)
{
    const Result<QString> path = mappedImagePath(databasePath, m_imageFolder);
    if (!path)
        return PhotoProblem{path.error().kind == ErrorKind::Denied ? CropFault::PhotoOutside : CropFault::PhotoMissing,
                            path.error().message};
    visit.folder = QFileInfo(*path).path();
    visit.name = QFileInfo(*path).fileName();
    visit.mapped = databasePath.startsWith(DeployedImages);
    visit.patience = patienceFor(visit.folder);
    if (visit.patience.count() == 0)
        return unreadable(
            QStringLiteral("The disk doesn't answer: what lies beside this photo was waited for in vain"));
    if (visit.helper->startError() != 0) {
        visit.outcome = Outcome::Gone;
        return lack(visit.helper->startError());
    }
    visit.tick = [this, &visit](milliseconds waited) {
        if (waited >= WorthSaying && !std::exchange(visit.said, true) && m_waiting)
            m_waiting(visit.name);
    };
    visit.outcome = visit.helper->open(QFile::encodeName(*path), visit.patience, visit.tick, stop, visit.opened);
    return visit.isHealthy() ? judge(visit, stop) : visit.problem();
}

QString PhotoStore::doubtAboutImages(milliseconds patience, const std::stop_token &stop) const
{
    return m_hand.ask([folder = m_imageFolder] { return doubtAboutFolder(folder); }, patience, stop)
        .value_or(QStringLiteral("doesn't answer"));
}

QString PhotoStore::folderDoubt(const std::stop_token &stop) const
{
    if (m_imageFolder.isEmpty())
        return QStringLiteral("No image folder is set");
    const QString doubt = doubtAboutImages(m_silence, stop);
    return doubt.isEmpty() || stop.stop_requested()
               ? QString()
               : QStringLiteral("The image folder %1 %2").arg(m_imageFolder, doubt);
}

QString PhotoStore::doubtAbout(const Visit &visit, const std::stop_token &stop) const
{
    if (const QString doubt = doubtAboutImages(visit.patience, stop); !doubt.isEmpty())
        return QStringLiteral("Whether there is such a photo can't be told: the image folder ") + doubt;
    const auto untold = [](const QString &folder, const QString &doubt) {
        return QStringLiteral("Whether there is such a photo can't be told: the linked folder %1 %2")
            .arg(folder, doubt);
    };
    return m_linkHand
        .ask(
            [path = QString(visit.folder + u'/' + visit.name), images = QDir::cleanPath(m_imageFolder), untold] {
                const QStringList folders = linkedFolders(path);
                for (auto folder = folders.rbegin(); folder != folders.rend(); ++folder) {
                    if (const QString doubt = doubtAboutFolder(*folder); !doubt.isEmpty())
                        return untold(*folder, doubt);
                }
                return doubtOnTheWay(path, images);
            },
            visit.patience, stop)
        .value_or(untold(visit.folder, QStringLiteral("doesn't answer")));
}

std::optional<PhotoProblem> PhotoStore::judge(const Visit &visit, const std::stop_token &stop)
{
    const ReadingHelper::Opened &opened = visit.opened;
    if (opened.error == ENOENT && visit.mapped) {
        if (const QString doubt = doubtAbout(visit, stop); !doubt.isEmpty())
            return PhotoProblem{CropFault::PhotoUnreadable, doubt, true};
    }
    if (opened.error != 0)
        return problemOf(opened.error);
    if (S_ISDIR(opened.mode))
        return PhotoProblem{CropFault::PhotoMissing, QStringLiteral("A folder is in the place of the photo's file")};
    if (!S_ISREG(opened.mode))
        return unreadable(QStringLiteral("What is in the place of the photo's file is no file"));
    return visit.mapped ? judgePlace(visit, stop) : std::nullopt;
}

std::optional<PhotoProblem> PhotoStore::judgePlace(const Visit &visit, const std::stop_token &stop)
{
    const QByteArray &real = visit.opened.real;
    if (real.isEmpty())
        return unreadable(QStringLiteral("Where the photo's file lies can't be told"));
    std::optional<PhotoProblem> untold;
    for (const QString &root : QStringList{m_imageFolder} + m_roots) {
        const Root known = realRoot(root, visit.tick, stop);
        if (!known.real.isEmpty() && lies(real, known.real))
            return std::nullopt;
        if (known.problem && !untold)
            untold = known.problem;
    }
    return untold
               ? untold
               : PhotoProblem{CropFault::PhotoOutside,
                              QStringLiteral("A link leads out of the image folder, to %1; IMAGE_ROOTS can allow that")
                                  .arg(QFileInfo(QFile::decodeName(real)).path())};
}

PhotoStore::Contents PhotoStore::read(const QString &databasePath, const std::stop_token &stop)
{
    Visit visit;
    Contents contents;
    contents.problem = open(databasePath, stop, visit);
    const qint64 most = m_limits.bytes / 2;
    if (!contents.problem && visit.opened.size > most)
        contents.problem = {CropFault::PhotoTooLarge, QStringLiteral("The photo's file has %1 MB; the limit is %2 MB")
                                                          .arg(visit.opened.size / (qint64{1024} * 1024))
                                                          .arg(most / (qint64{1024} * 1024))};
    if (!contents.problem && isDecoded(formatOf(visit.opened.head))) {
        int error = 0;
        visit.outcome = visit.helper->read(most, visit.patience, visit.tick, stop, contents.bytes, error);
        if (!visit.isHealthy())
            contents.problem = visit.problem();
        else if (error == EFBIG)
            contents.problem = {CropFault::PhotoTooLarge, QStringLiteral("The photo's file grew while it was read")};
        else if (error != 0)
            contents.problem = problemOf(error == ENOENT ? EIO : error);
    } else {
        contents.bytes = visit.opened.head; // enough to say what it is
        (void)visit.helper->drop();
    }
    leave(visit, stop);
    return contents;
}

std::optional<PhotoProblem> PhotoStore::probe(const QString &databasePath, const std::stop_token &stop)
{
    Visit visit;
    std::optional<PhotoProblem> problem = open(databasePath, stop, visit);
    if (visit.isHealthy())
        (void)visit.helper->drop();
    leave(visit, stop);
    return problem;
}

void PhotoStore::leave(Visit &visit, const std::stop_token &stop)
{
    if (visit.said && m_waiting)
        m_waiting({});
    // A helper that ended says nothing about the disk.
    if (!stop.stop_requested() && visit.patience.count() > 0 && visit.outcome != Outcome::Gone)
        noteAnswer(visit.folder, visit.isHealthy());
    if (visit.isHealthy())
        ReadingHelper::giveBack(std::move(visit.helper));
}

} // namespace herdbook::render
