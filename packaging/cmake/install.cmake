# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the programs, and the Debian package (cpack -G DEB in the build folder).
set(linux ${CMAKE_CURRENT_LIST_DIR}/../linux)
install(FILES ${linux}/io.github.herdbook.Herdbook.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/io.github.herdbook.Herdbook.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/herdbook.svg RENAME io.github.herdbook.Herdbook.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps OPTIONAL)
install(FILES ${linux}/herdbook-worker.service ${linux}/herdbook-api.service DESTINATION lib/systemd/system)
install(FILES ${linux}/herdbook.sysusers RENAME herdbook.conf DESTINATION lib/sysusers.d)
install(FILES ${linux}/herdbook.1 ${linux}/herdbook-worker.1 ${linux}/herdbook-api.1 ${linux}/herdbook-analyze.1 ${linux}/herdbook-export.1
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES LICENSE RENAME copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_PACKAGE_VENDOR "The Herdbook developers")
set(CPACK_PACKAGE_CONTACT "The Herdbook developers <herdbook@localhost>")
set(CPACK_PACKAGE_DESCRIPTION "Makes PDF reports and ZIP data sets from a camera-trap deer monitoring system, shows every export job,
and shows how well the automatic re-identification does and which similarity threshold can be defended.
With a desktop application, a worker, an HTTP service and an analysis for the terminal.")
set(CPACK_GENERATOR DEB)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libqt6sql6-psql, libqt6sql6-sqlite, fonts-open-sans | fonts-noto-core, fonts-dejavu-core")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "postgresql, redis-server, fonts-noto-cjk, fonts-noto-color-emoji")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA ${linux}/postinst)
include(CPack)
