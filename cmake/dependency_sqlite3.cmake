# Everything natively (EXPLAIN QUERY PLAN is a tool), the least in the browser. What can only be left out of the grammar
# is left out of an amalgamation of the browser's own, which scripts/setup makes beside the other one; a source folder of
# somebody's own may lack it, and then the program is 30 KiB larger.
set(_sqlite3 "${SQLITE3_DIRECTORY}/sqlite3.c")
if(EMSCRIPTEN AND EXISTS "${SQLITE3_DIRECTORY}/browser/sqlite3.c")
  set(_sqlite3 "${SQLITE3_DIRECTORY}/browser/sqlite3.c")
  file(STRINGS "${PROJECT_SOURCE_DIR}/cmake/sqlite3_browser_options.txt" _sqlite3_grammar)
endif()
add_library(sqlite3 STATIC "${_sqlite3}")
target_include_directories(sqlite3 SYSTEM PUBLIC "${SQLITE3_DIRECTORY}")
target_compile_options(sqlite3 PRIVATE -w)
target_compile_definitions(sqlite3 PRIVATE
  SQLITE_ENABLE_FTS5 SQLITE_ENABLE_CARRAY SQLITE_DQS=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
  SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE SQLITE_OMIT_LOAD_EXTENSION)

if(EMSCRIPTEN)
  # Built for size like everything. Measured with 10,000 orders (processor time, node 20): -O2 costs 81 KiB brotli, more
  # than the budget has left, and gives 0.7 instead of 0.9 ms for the median keystroke, the same 4.9 ms for its 95th
  # percentile and the same 1.7 s for bench_replica's boot; -Os costs 2 KiB and is no faster (0.9 and 4.9 ms).
  # No operating system layer: shared/storage registers its own file system before the first open.
  target_compile_definitions(sqlite3 PRIVATE
    SQLITE_OS_OTHER=1 SQLITE_THREADSAFE=0 SQLITE_TEMP_STORE=3 SQLITE_MAX_MMAP_SIZE=268435456
    SQLITE_OMIT_WAL SQLITE_OMIT_UTF16 SQLITE_OMIT_TRACE SQLITE_OMIT_AUTHORIZATION SQLITE_OMIT_EXPLAIN
    SQLITE_OMIT_INTROSPECTION_PRAGMAS SQLITE_OMIT_DECLTYPE SQLITE_OMIT_DESERIALIZE
    SQLITE_OMIT_PROGRESS_CALLBACK SQLITE_OMIT_GET_TABLE SQLITE_OMIT_TCL_VARIABLE SQLITE_OMIT_COMPILEOPTION_DIAGS
    SQLITE_OMIT_JSON SQLITE_OMIT_LOCALTIME SQLITE_UNTESTABLE ${_sqlite3_grammar})
else()
  # Connections are owned by one thread each, so only the library's own state needs locks.
  target_compile_definitions(sqlite3 PRIVATE
    SQLITE_THREADSAFE=2 SQLITE_ENABLE_DBSTAT_VTAB SQLITE_ENABLE_STMTVTAB SQLITE_USE_URI=1)
  target_link_libraries(sqlite3 PUBLIC m Threads::Threads)
endif()
