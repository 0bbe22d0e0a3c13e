// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csetjmp>
#include <cstddef>
#include <cstdio>

#include <jpeglib.h>
// After what says how libjpeg was built.
#include <jerror.h>

namespace herdbook::render {

/// libjpeg reports fatal errors by a function that must not return: it jumps back to the call. Between setjmp and the calls into libjpeg no
/// object with a destructor is made.
struct JpegErrors
{
    jpeg_error_mgr base{};
    std::jmp_buf jump{};
    bool suspicious = false; ///< libjpeg met data that it had to guess at

    JpegErrors()
    {
        jpeg_std_error(&base);
        base.error_exit = [](j_common_ptr codec) { std::longjmp(of(codec)->jump, 1); };
        base.output_message = [](j_common_ptr) {};
        base.emit_message = [](j_common_ptr codec, int level) {
            if (level < 0 && tellsOfDamage(codec->err->msg_code))
                of(codec)->suspicious = true;
        };
    }
    JpegErrors(const JpegErrors &) = delete;
    JpegErrors &operator=(const JpegErrors &) = delete;

    static JpegErrors *of(j_common_ptr codec) { return reinterpret_cast<JpegErrors *>(codec->err); }

    static bool tellsOfDamage(int code)
    {
        switch (code) {
        case JWRN_JPEG_EOF:
        case JWRN_HIT_MARKER:
        case JWRN_HUFF_BAD_CODE:
        case JWRN_EXTRANEOUS_DATA:
        case JWRN_MUST_RESYNC:
        case JWRN_BOGUS_PROGRESSION:
        case JWRN_ARITH_BAD_CODE:
            return true;
        default:
            return false;
        }
    }
};

} // namespace herdbook::render
