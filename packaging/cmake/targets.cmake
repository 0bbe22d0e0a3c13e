# SPDX-License-Identifier: GPL-3.0-or-later
# The one way a library, a program and a test of this project are declared.

add_library(herdbook_options INTERFACE)
target_compile_features(herdbook_options INTERFACE cxx_std_20)
target_include_directories(herdbook_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(herdbook_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor
                       -Woverloaded-virtual -Wnull-dereference -fPIC $<$<BOOL:${HERDBOOK_WERROR}>:-Werror>)
target_compile_definitions(herdbook_options INTERFACE QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
                           QT_NO_CONTEXTLESS_CONNECT QT_NO_FOREACH QT_NO_KEYWORDS QT_USE_QSTRINGBUILDER
                           # What a later Qt deprecates may have no replacement in the oldest one that must do.
                           QT_WARN_DEPRECATED_UP_TO=0x060400)
# What is installed or used is hardened: the services read from the network. These win over CMAKE_CXX_FLAGS.
set(HERDBOOK_HARDEN $<NOT:$<CONFIG:Debug>>)
if(HERDBOOK_SANITIZE)
  set(HERDBOOK_HARDEN 0)
endif()
target_compile_options(herdbook_options INTERFACE
  $<${HERDBOOK_HARDEN}:-fstack-protector-strong> $<${HERDBOOK_HARDEN}:-fstack-clash-protection>
  $<$<AND:${HERDBOOK_HARDEN},$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>>:-fcf-protection>
  $<${HERDBOOK_HARDEN}:-U_FORTIFY_SOURCE> $<${HERDBOOK_HARDEN}:-D_FORTIFY_SOURCE=2>)
target_link_options(herdbook_options INTERFACE $<${HERDBOOK_HARDEN}:LINKER:-z,relro,-z,now> $<${HERDBOOK_HARDEN}:-pie>)
if(HERDBOOK_SANITIZE)
  target_compile_options(herdbook_options INTERFACE -fsanitize=${HERDBOOK_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(herdbook_options INTERFACE -fsanitize=${HERDBOOK_SANITIZE})
endif()
if(HERDBOOK_SANITIZE STREQUAL "thread")
  set(HERDBOOK_SUPPRESSIONS ${CMAKE_CURRENT_LIST_DIR}/tsan.cpp)
endif()

# A target without a header for moc gets an empty mocs_compilation.cpp, which is compiled at once when it needn't load the precompiled
# header. Right for others, too, only slower.
function(herdbook_cheap_moc target)
  get_target_property(sources ${target} SOURCES)
  get_target_property(folder ${target} SOURCE_DIR)
  foreach(source IN LISTS sources)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${folder})
    if(source MATCHES "\\.h$")
      file(STRINGS ${source} declares REGEX "Q_OBJECT|Q_GADGET|Q_NAMESPACE" LIMIT_COUNT 1)
      if(declares)
        return()
      endif()
    endif()
  endforeach()
  get_target_property(binary ${target} BINARY_DIR)
  set_source_files_properties(${binary}/${target}_autogen/mocs_compilation.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
endfunction()

# herdbook_library(folder SOURCES ... LINKS ...): a static library `herdbook_<folder>`; the link lines are the layers.
function(herdbook_library name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "PCH" "SOURCES;LINKS;RESOURCES")
  add_library(herdbook_${name} STATIC ${ARG_SOURCES} ${ARG_RESOURCES})
  target_link_libraries(herdbook_${name} PUBLIC herdbook_options ${ARG_LINKS})
  herdbook_precompile(herdbook_${name} "${ARG_PCH}")
  herdbook_cheap_moc(herdbook_${name})
endfunction()

# herdbook_program(target SOURCES ... LINKS ...)
function(herdbook_program name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "" "SOURCES;LINKS")
  add_executable(${name} ${ARG_SOURCES} ${HERDBOOK_SUPPRESSIONS})
  target_link_libraries(${name} PRIVATE herdbook_options ${ARG_LINKS})
  set_property(GLOBAL APPEND PROPERTY HERDBOOK_PROGRAMS ${name})
  install(TARGETS ${name} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endfunction()

# herdbook_test(name SOURCES ... LINKS ... [TIMEOUT s]): a Qt Test program run by ctest on the offscreen platform, labeled by its folder under tests.
# TIMEOUT is there to end what hangs; what a slow machine takes long over isn't wrong.
function(herdbook_test name)
  cmake_parse_arguments(PARSE_ARGV 1 ARG "" "PCH;TIMEOUT" "SOURCES;LINKS")
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 1200)
  endif()
  add_executable(test_${name} ${ARG_SOURCES} ${HERDBOOK_SUPPRESSIONS})
  set_target_properties(test_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  target_include_directories(test_${name} BEFORE PRIVATE ${PROJECT_SOURCE_DIR}/tests/support/patience)
  target_link_libraries(test_${name} PRIVATE herdbook_options Qt6::Test ${ARG_LINKS})
  herdbook_precompile(test_${name} "${ARG_PCH}")
  herdbook_cheap_moc(test_${name})
  add_test(NAME ${name} COMMAND test_${name})
  cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/tests OUTPUT_VARIABLE folder)
  string(REGEX REPLACE "/.*" "" label "${folder}")
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${label}"
    ENVIRONMENT "QTEST_FUNCTION_TIMEOUT=1200000;QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=qt.qpa.*=false;LC_ALL=C.UTF-8;HERDBOOK_BIN=${CMAKE_BINARY_DIR}/bin;HERDBOOK_TEST_OUTPUT=${CMAKE_BINARY_DIR}/test-output")
endfunction()

# One precompiled header for core, one for what links widgets; `NONE` for none.
function(herdbook_precompile target which)
  if(which STREQUAL "NONE")
    return()
  elseif(which STREQUAL "")
    set(which core)
  endif()
  if(NOT TARGET herdbook_pch_${which})
    message(FATAL_ERROR "unknown precompiled header ${which}")
  endif()
  target_precompile_headers(${target} REUSE_FROM herdbook_pch_${which})
endfunction()

foreach(which core widgets)
  file(WRITE ${CMAKE_BINARY_DIR}/pch/${which}.cpp.in "// holds the precompiled header\n")
  configure_file(${CMAKE_BINARY_DIR}/pch/${which}.cpp.in ${CMAKE_BINARY_DIR}/pch/${which}.cpp COPYONLY)
  add_library(herdbook_pch_${which} OBJECT ${CMAKE_BINARY_DIR}/pch/${which}.cpp)
  target_link_libraries(herdbook_pch_${which} PRIVATE herdbook_options)
  set_target_properties(herdbook_pch_${which} PROPERTIES AUTOMOC OFF)
  # What the precompiled header is made of besides its command line: ccache takes this for its checksum.
  file(WRITE ${CMAKE_BINARY_DIR}/CMakeFiles/herdbook_pch_${which}.dir/cmake_pch.hxx.gch.sum
       "${CMAKE_CXX_COMPILER_VERSION} ${Qt6_VERSION} ${CMAKE_BUILD_TYPE} ${HERDBOOK_SANITIZE} ${CMAKE_SYSTEM}\n")
endforeach()
target_link_libraries(herdbook_pch_core PRIVATE Qt6::Core)
target_precompile_headers(herdbook_pch_core PRIVATE <QtCore/QtCore>
                          <algorithm> <functional> <memory> <optional> <string> <thread> <variant> <vector>)
target_link_libraries(herdbook_pch_widgets PRIVATE Qt6::Core Qt6::Widgets)
target_precompile_headers(herdbook_pch_widgets PRIVATE <QtCore/QtCore> <QtWidgets/QtWidgets>
                          <algorithm> <functional> <memory> <optional> <string> <vector>)
