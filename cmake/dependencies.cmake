# Third-party code as targets: imgui, sqlite3, httplib, nlohmann_json, sodium, CLI11, csv, zlib, xlsxwriter, pugixml, Catch2::Catch2WithMain.
# Sources come from .deps/, which scripts/setup fills; -D<NAME>_SOURCE_DIR=... names another place.
# All of it is built with its own flags: no warnings, no sanitizers, no debug information.

# Real paths, so that objects of the same source are shared between checkouts by the compiler cache.
function(_orderdeck_source name folder probe)
  if(NOT ${name}_SOURCE_DIR)
    set(${name}_SOURCE_DIR "${PROJECT_SOURCE_DIR}/.deps/${folder}")
  endif()
  file(REAL_PATH "${${name}_SOURCE_DIR}" directory)
  if(NOT EXISTS "${directory}/${probe}")
    message(FATAL_ERROR "${folder}: ${probe} is not in ${directory}. "
                        "Run scripts/setup, or name its folder with -D${name}_SOURCE_DIR=...")
  endif()
  set(${name}_DIRECTORY "${directory}" PARENT_SCOPE)
endfunction()

# A system library as an interface target; `program` is the package to install when it is missing.
function(_orderdeck_system_library target header library package)
  find_path(ORDERDECK_${target}_INCLUDE ${header})
  find_library(ORDERDECK_${target}_LIBRARY ${library})
  mark_as_advanced(ORDERDECK_${target}_INCLUDE ORDERDECK_${target}_LIBRARY)
  if(NOT ORDERDECK_${target}_INCLUDE OR NOT ORDERDECK_${target}_LIBRARY)
    message(FATAL_ERROR "${header} was not found: run scripts/setup, or install the package ${package}.")
  endif()
  add_library(${target} INTERFACE)
  target_include_directories(${target} SYSTEM INTERFACE "${ORDERDECK_${target}_INCLUDE}")
  target_link_libraries(${target} INTERFACE "${ORDERDECK_${target}_LIBRARY}")
endfunction()

_orderdeck_source(NLOHMANN_JSON nlohmann-json include/nlohmann/json.hpp)
add_library(nlohmann_json INTERFACE)
target_include_directories(nlohmann_json SYSTEM INTERFACE "${NLOHMANN_JSON_DIRECTORY}/include")

find_package(Threads REQUIRED)
_orderdeck_source(SQLITE3 sqlite3 sqlite3.c)
include(dependency_sqlite3)
_orderdeck_source(IMGUI imgui imgui.h)
include(dependency_imgui)
if(ORDERDECK_TESTS)
  _orderdeck_source(CATCH2 catch2 src/catch2/catch_all.hpp)
  include(dependency_catch2)
endif()

if(NOT EMSCRIPTEN)
  _orderdeck_source(HTTPLIB cpp-httplib httplib.h)
  add_library(httplib INTERFACE)
  target_include_directories(httplib SYSTEM INTERFACE "${HTTPLIB_DIRECTORY}")
  # Its default backlog of 5 drops connections under a burst.
  target_compile_definitions(httplib INTERFACE CPPHTTPLIB_LISTEN_BACKLOG=1024)
  target_link_libraries(httplib INTERFACE Threads::Threads)

  _orderdeck_system_library(sodium sodium.h sodium libsodium-dev)
  _orderdeck_system_library(csv csv.h csv libcsv-dev)
  _orderdeck_system_library(zlib zlib.h z zlib1g-dev)
  _orderdeck_system_library(xlsxwriter xlsxwriter.h xlsxwriter libxlsxwriter-dev)
  _orderdeck_system_library(pugixml pugixml.hpp pugixml libpugixml-dev)

  find_path(ORDERDECK_CLI11_INCLUDE CLI/CLI.hpp)
  mark_as_advanced(ORDERDECK_CLI11_INCLUDE)
  if(NOT ORDERDECK_CLI11_INCLUDE)
    message(FATAL_ERROR "CLI/CLI.hpp was not found: run scripts/setup, or install the package libcli11-dev.")
  endif()
  add_library(CLI11 INTERFACE)
  target_include_directories(CLI11 SYSTEM INTERFACE "${ORDERDECK_CLI11_INCLUDE}")
endif()
