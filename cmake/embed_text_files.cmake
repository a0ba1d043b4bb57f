# Writes OUTPUT, which defines FUNCTION over the FILES (separated by |). See embed_text.cmake.
string(REPLACE "|" ";" files "${FILES}")
string(REGEX MATCH "^(.*)::([a-z_]+)$" ignored "${FUNCTION}")
set(namespace "${CMAKE_MATCH_1}")
set(function "${CMAKE_MATCH_2}")

set(entries "")
foreach(file IN LISTS files)
  get_filename_component(name "${file}" NAME_WE)
  # Hexadecimal bytes: semicolons, brackets and quotes of the text cannot meet CMake's own syntax.
  file(READ "${file}" bytes HEX)
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "\\\\x\\1" bytes "${bytes}")
  # Compilers limit the length of one line and of one literal piece; adjacent pieces are one literal.
  string(REGEX REPLACE "((\\\\x[0-9a-f][0-9a-f])(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?(\\\\x[0-9a-f][0-9a-f])?)"
         "\"\\1\"\n" bytes "${bytes}")
  string(APPEND entries "    {\"${name}\"sv,\n${bytes}\"\"sv},\n")
endforeach()

file(WRITE "${OUTPUT}" "#include <span>
#include <string_view>
#include <utility>

using namespace std::string_view_literals;

namespace ${namespace} {
std::span<const std::pair<std::string_view, std::string_view>> ${function}();

std::span<const std::pair<std::string_view, std::string_view>> ${function}() {
    static constexpr std::pair<std::string_view, std::string_view> files[] = {
${entries}    };
    return files;
}
} // namespace ${namespace}
")
