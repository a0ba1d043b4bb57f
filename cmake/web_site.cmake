# The browser's half as files to serve: orderdeck_site(<portal> <gallery>) makes <build>/site/ with hashed names, .br and
# .gz beside each file, and site.json, which the server reads.
# Passes until nothing shrinks any more: 4 KiB brotli less for some seconds of linking.
set(ORDERDECK_BROWSER_LINK_OPTIONS
    -Oz -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sENVIRONMENT=web -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0
    -sMALLOC=emmalloc -sALLOW_MEMORY_GROWTH=1 -sSUPPORT_LONGJMP=0
    -sINCOMING_MODULE_JS_API=canvas,locateFile,print,printErr
    -sHTML5_SUPPORT_DEFERRING_USER_SENSITIVE_REQUESTS=0
    -sBINARYEN_EXTRA_PASSES=--converge)

# In the order in which they are concatenated.
set(ORDERDECK_PLATFORM_SCRIPTS
    boot scheduler zones environment settings http downloads fonts plain navigation nodes elements fields controls scroller mirror hints
    selection input)

function(orderdeck_site program gallery)
  find_program(ORDERDECK_BROTLI brotli NO_CMAKE_FIND_ROOT_PATH)
  find_program(ORDERDECK_GZIP gzip NO_CMAKE_FIND_ROOT_PATH)
  if(NOT ORDERDECK_BROTLI OR NOT ORDERDECK_GZIP)
    message(FATAL_ERROR "brotli or gzip is not on PATH: run scripts/setup, or install the packages brotli and gzip.")
  endif()
  set(web "${PROJECT_SOURCE_DIR}/web")
  set(scripts ${ORDERDECK_PLATFORM_SCRIPTS})
  list(TRANSFORM scripts PREPEND "${web}/platform/")
  list(TRANSFORM scripts APPEND ".js")
  set(pages "${web}/index.html" "${web}/login.html" "${web}/unsupported.html" "${web}/not_found.html" "${web}/print.html"
       "${web}/diag/diag.html")
  set(assets "${web}/app.css" "${web}/login.css" "${web}/icon.svg" "${web}/unsupported.js" "${web}/print.css" "${web}/print.js"
      "${web}/diag/diag.css" "${web}/diag/diag_words.js" "${web}/diag/diag.js"
      "${web}/appearance.js")
  set(site "${PROJECT_BINARY_DIR}/site")
  add_custom_command(
    OUTPUT "${site}/site.json"
    COMMAND "${CMAKE_COMMAND}" "-DSITE=${site}" "-DPROGRAM=$<TARGET_FILE_DIR:${program}>/$<TARGET_FILE_BASE_NAME:${program}>"
            "-DGALLERY=$<TARGET_FILE_DIR:${gallery}>/$<TARGET_FILE_BASE_NAME:${gallery}>"
            "-DSCRIPTS=${scripts}" "-DPAGES=${pages}" "-DASSETS=${assets}"
            "-DBROTLI=${ORDERDECK_BROTLI}" "-DGZIP=${ORDERDECK_GZIP}"
            -P "${PROJECT_SOURCE_DIR}/cmake/web_site_bundle.cmake"
    DEPENDS ${program} ${gallery} ${scripts} ${pages} ${assets} "${PROJECT_SOURCE_DIR}/cmake/web_site_bundle.cmake"
    COMMENT "Bundling the site"
    VERBATIM)
  add_custom_target(site ALL DEPENDS "${site}/site.json")
endfunction()
