// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/http/filebody.h"

#include "core/http/byterange.h"

#include <fcntl.h>
#include <sys/stat.h>

namespace herdbook::http {

FileDescriptor openRegularFile(const std::string &folder, const std::string &name)
{
    if (name.empty() || name == "." || name == ".." || name.find('/') != std::string::npos ||
        name.find('\0') != std::string::npos)
        return {};
    const FileDescriptor directory(::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!directory)
        return {};
    // O_NONBLOCK: a named pipe must not hold the thread until somebody writes to it.
    FileDescriptor file(
        ::openat(directory.number(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC | O_NOCTTY));
    struct stat about = {};
    if (!file || ::fstat(file.number(), &about) != 0 || !S_ISREG(about.st_mode))
        return {};
    return file;
}

Response fileResponse(const Request &request, FileDescriptor file, std::string_view disposition,
                      std::string_view contentType)
{
    struct stat about = {};
    if (::fstat(file.number(), &about) != 0)
        return problem(404, "Not found");
    const auto size = static_cast<std::uint64_t>(about.st_size);
    const std::string tag = '"' + std::to_string(about.st_ino) + '-' + std::to_string(about.st_mtim.tv_sec) + '-' +
                            std::to_string(about.st_mtim.tv_nsec) + '-' + std::to_string(size) + '"';
    // A part of another version of the file would corrupt what the client already has.
    const std::string_view condition = request.header("If-Range");
    const ByteRange range =
        selectRange(condition.empty() || condition == tag ? request.header("Range") : std::string_view(), size);

    Response response;
    if (range.kind == ByteRange::Kind::Unsatisfiable) {
        response = problem(416, "The file has no such bytes");
        response.add("Content-Range", "bytes */" + std::to_string(size));
        return response;
    }
    if (range.kind == ByteRange::Kind::Part) {
        response.status = 206;
        response.add("Content-Range", "bytes " + std::to_string(range.offset) + '-' +
                                          std::to_string(range.offset + range.length - 1) + '/' + std::to_string(size));
    }
    response.add("Content-Type", contentType);
    response.add("Content-Disposition", disposition);
    response.add("Accept-Ranges", "bytes");
    response.add("ETag", tag);
    response.file = FileBody{std::move(file), range.offset, range.length};
    return response;
}

} // namespace herdbook::http
