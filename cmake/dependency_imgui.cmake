# Dear ImGui without its demo; configured by client/ui/imgui_config.h. client/platform/browser paints what it draws.
add_library(imgui STATIC
  "${IMGUI_DIRECTORY}/imgui.cpp" "${IMGUI_DIRECTORY}/imgui_draw.cpp"
  "${IMGUI_DIRECTORY}/imgui_tables.cpp" "${IMGUI_DIRECTORY}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${IMGUI_DIRECTORY}")
target_include_directories(imgui PUBLIC "${PROJECT_SOURCE_DIR}")
if(EXISTS "${PROJECT_SOURCE_DIR}/client/ui/imgui_config.h")
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="client/ui/imgui_config.h")
endif()
target_compile_options(imgui PRIVATE -w -fno-exceptions -fno-rtti)
