# orderdeck_embed_text(<target> <function> FILES file...): text files become part of a library. The library declares
#   std::span<const std::pair<std::string_view, std::string_view>> <function>();
# with its full namespace; the pairs are file name without folder and extension, and content, ordered by name.
function(orderdeck_embed_text target function)
  cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "FILES")
  list(SORT arg_FILES)
  string(REPLACE "::" "_" name ${function})
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp")
  set(script "${PROJECT_SOURCE_DIR}/cmake/embed_text_files.cmake")
  string(JOIN "|" files ${arg_FILES})
  add_custom_command(OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} -DOUTPUT=${output} -DFUNCTION=${function} "-DFILES=${files}" -P ${script}
    DEPENDS ${arg_FILES} ${script} VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
