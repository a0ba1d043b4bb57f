# Catch2 by its own build files, but never in "all" and with our flags.
set(CMAKE_POLICY_DEFAULT_CMP0077 NEW)
set(CATCH_INSTALL_DOCS OFF)
set(CATCH_INSTALL_EXTRAS OFF)
set(CATCH_DEVELOPMENT_BUILD OFF)
add_subdirectory("${CATCH2_DIRECTORY}" "${PROJECT_BINARY_DIR}/catch2" EXCLUDE_FROM_ALL SYSTEM)
# Its hundred small files share most of their headers: compiled in a few heaps they take a quarter of the time.
set_target_properties(Catch2 PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 30)
foreach(target Catch2 Catch2WithMain)
  target_compile_options(${target} PRIVATE -w)
  if(EMSCRIPTEN)
    target_compile_options(${target} PRIVATE -O1 -fwasm-exceptions)
  endif()
endforeach()
