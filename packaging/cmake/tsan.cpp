// SPDX-License-Identifier: GPL-3.0-or-later
extern "C" const char *__tsan_default_suppressions(); // NOLINT: the sanitizer's own name

/// What programs under the thread sanitizer don't report, also those that a test starts without its environment.
extern "C" const char *__tsan_default_suppressions() // NOLINT
{
    // Qt 6.4, GLib, Fontconfig and HarfBuzz as packaged are not built for the sanitizer: their own synchronization is invisible to it. So is
    // that of glibc, which sets the time zone under a lock of its own, and of Kerberos, where a program ends before an attempt to connect
    // that was given up. QtTest's watchdog is gone when the test program frees what they shared.
    return "called_from_lib:libQt6Core.so.6\n"
           "called_from_lib:libQt6Concurrent.so.6\n"
           "called_from_lib:libQt6Gui.so.6\n"
           "called_from_lib:libglib-2.0.so.0\n"
           "called_from_lib:libfontconfig.so.1\n"
           "called_from_lib:libharfbuzz.so.0\n"
           "called_from_lib:libgssapi_krb5.so.2\n"
           "called_from_lib:libkrb5.so.3\n"
           "race:tzset_internal\n"
           "race:QTest::qRun\n";
}
