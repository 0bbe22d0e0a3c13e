# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed beside the programs. packaging/package makes Debian packages of it, with the services.
set(linux ${CMAKE_CURRENT_LIST_DIR}/../linux)
install(FILES ${linux}/io.github.herdbook.Herdbook.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${linux}/io.github.herdbook.Herdbook.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${PROJECT_SOURCE_DIR}/resources/herdbook.svg RENAME io.github.herdbook.Herdbook.svg
        DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
file(GLOB pages ${linux}/*.1)
install(FILES ${pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${linux}/herdbook.env.5 DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)
