# SPDX-License-Identifier: GPL-3.0-or-later
# The translations in resources/translations, compiled and as a source file of Qt resources: ${HERDBOOK_TRANSLATIONS}.
# Distributions package lrelease without the CMake files that know it.
find_program(LRELEASE NAMES lrelease HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS} NO_DEFAULT_PATH REQUIRED)
set(translations ${PROJECT_SOURCE_DIR}/resources/translations)
set(folder ${PROJECT_BINARY_DIR}/translations)
set(HERDBOOK_TRANSLATIONS ${folder}/translations.cpp)
foreach(language de es)
  add_custom_command(OUTPUT ${folder}/herdbook_${language}.qm
    COMMAND ${LRELEASE} -silent ${translations}/herdbook_${language}.ts -qm ${folder}/herdbook_${language}.qm
    DEPENDS ${translations}/herdbook_${language}.ts VERBATIM)
  list(APPEND compiled ${folder}/herdbook_${language}.qm)
endforeach()
configure_file(${translations}/translations.qrc ${folder}/translations.qrc COPYONLY)
add_custom_command(OUTPUT ${HERDBOOK_TRANSLATIONS}
  COMMAND Qt6::rcc --name translations --output ${HERDBOOK_TRANSLATIONS} ${folder}/translations.qrc
  DEPENDS ${folder}/translations.qrc ${compiled} VERBATIM)
set_source_files_properties(${HERDBOOK_TRANSLATIONS} PROPERTIES SKIP_AUTOGEN ON SKIP_PRECOMPILE_HEADERS ON)
