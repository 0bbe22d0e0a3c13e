// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/render/dataset/ziparchive.h"

#include "core/base/faults.h"

#include <QFile>

#include <cerrno>
#include <zip.h>

namespace herdbook::render {

namespace {

/// What libzip pulls one entry from.
struct Source
{
    const Spool *spool = nullptr;
    SpoolEntry entry;
    qint64 position = 0;
    zip_error_t error{};
};

zip_int64_t serve(void *state, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
    auto *source = static_cast<Source *>(state);
    switch (command) {
    case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT,
                                              ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
    case ZIP_SOURCE_OPEN:
        source->position = 0;
        return 0;
    case ZIP_SOURCE_READ: {
        const qint64 got =
            source->spool->read(source->entry, source->position, static_cast<char *>(data), static_cast<qint64>(size));
        if (got < 0 || (got == 0 && source->position < source->entry.size)) {
            zip_error_set(&source->error, ZIP_ER_READ, errno);
            return -1;
        }
        source->position += got;
        return got;
    }
    case ZIP_SOURCE_CLOSE:
        return 0;
    case ZIP_SOURCE_STAT: {
        auto *stat = static_cast<zip_stat_t *>(data);
        zip_stat_init(stat);
        stat->size = static_cast<zip_uint64_t>(source->entry.size);
        stat->comp_method = ZIP_CM_STORE;
        stat->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_METHOD;
        return sizeof *stat;
    }
    case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&source->error, data, size);
    case ZIP_SOURCE_FREE:
        delete source;
        return 0;
    default:
        zip_error_set(&source->error, ZIP_ER_INVAL, 0);
        return -1;
    }
}

Error errorOf(zip_error_t *error, const QString &path)
{
    const QString what = QStringLiteral("Can't write %1").arg(path);
    if (const int code = zip_error_code_system(error); code != 0)
        return faultOfFile(code, what);
    return {ErrorKind::Storage, what + QLatin1String(": ") + QString::fromLocal8Bit(zip_error_strerror(error))};
}

struct Discard
{
    void operator()(zip_t *archive) const { zip_discard(archive); }
};

/// MS-DOS date and time of an instant, as UTC shows it; 1980 to 2107.
std::pair<zip_uint16_t, zip_uint16_t> dosTime(const QDateTime &time)
{
    const QDateTime utc = time.toUTC();
    const QDate day = utc.date();
    if (!day.isValid() || day.year() < 1980 || day.year() > 2107)
        return {0, (1 << 5) | 1}; // 1 January 1980
    const QTime clock = utc.time();
    return {static_cast<zip_uint16_t>((clock.hour() << 11) | (clock.minute() << 5) | (clock.second() / 2)),
            static_cast<zip_uint16_t>(((day.year() - 1980) << 9) | (day.month() << 5) | day.day())};
}

bool addEntry(zip_t *archive, const Spool &spool, const ZipEntry &entry)
{
    auto *state = new Source{&spool, entry.content, 0, {}};
    zip_error_init(&state->error);
    zip_source_t *source = zip_source_function(archive, serve, state);
    if (source == nullptr) {
        delete state;
        return false;
    }
    const zip_int64_t index = zip_file_add(archive, entry.name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return false;
    }
    const auto at = static_cast<zip_uint64_t>(index);
    const auto [time, date] = dosTime(entry.modified);
    constexpr zip_uint32_t plainFile = 0100644U << 16; // -rw-r--r--
    return zip_set_file_compression(archive, at, entry.deflate ? ZIP_CM_DEFLATE : ZIP_CM_STORE, 6) == 0 &&
           zip_file_set_dostime(archive, at, time, date, 0) == 0 &&
           zip_file_set_external_attributes(archive, at, 0, ZIP_OPSYS_UNIX, plainFile) == 0;
}

} // namespace

Result<void> writeZip(const QString &path, const Spool &spool, const std::vector<ZipEntry> &entries,
                      std::stop_token stop)
{
    int code = 0;
    std::unique_ptr<zip_t, Discard> archive(
        zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code));
    if (!archive) {
        zip_error_t error;
        zip_error_init_with_code(&error, code);
        const Error failed = errorOf(&error, path);
        zip_error_fini(&error);
        return failed;
    }
    for (const ZipEntry &entry : entries) {
        if (!addEntry(archive.get(), spool, entry))
            return errorOf(zip_get_error(archive.get()), path);
    }
    zip_register_cancel_callback_with_state(
        archive.get(),
        [](zip_t *, void *state) { return static_cast<std::stop_token *>(state)->stop_requested() ? 1 : 0; }, nullptr,
        &stop);
    if (zip_close(archive.get()) != 0) {
        zip_error_t *error = zip_get_error(archive.get());
        const bool cancelled = zip_error_code_zip(error) == ZIP_ER_CANCELLED;
        return cancelled ? Error{ErrorKind::Cancelled, QStringLiteral("Cancelled")} : errorOf(error, path);
    }
    (void)archive.release(); // zip_close has freed it
    return {};
}

} // namespace herdbook::render
