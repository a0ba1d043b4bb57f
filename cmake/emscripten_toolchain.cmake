# Finds Emscripten beside whatever `emcc` is on PATH (the system package or an SDK) and hands over to its own toolchain file.
find_program(ORDERDECK_EMCC emcc NO_CMAKE_FIND_ROOT_PATH)
if(NOT ORDERDECK_EMCC)
  message(FATAL_ERROR "emcc is not on PATH: run scripts/setup, or install the package emscripten.")
endif()
file(REAL_PATH "${ORDERDECK_EMCC}" _emcc)
get_filename_component(_emscripten "${_emcc}" DIRECTORY)
include("${_emscripten}/cmake/Modules/Platform/Emscripten.cmake")

# Debian keeps acorn, which Emscripten's JavaScript steps load, where only Debian's own node looks.
set(ORDERDECK_TOOL_ENVIRONMENT "NODE_PATH=/usr/share/nodejs")
if(EXISTS "${_emscripten}/wrapper" AND EXISTS /usr/bin/python3)
  list(APPEND ORDERDECK_TOOL_ENVIRONMENT "EMSDK_PYTHON=/usr/bin/python3")
endif()
set(ORDERDECK_CCACHE_ENVIRONMENT "CCACHE_COMPILERTYPE=clang")
unset(_emcc)
unset(_emscripten)
