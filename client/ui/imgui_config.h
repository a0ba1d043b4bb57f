#pragma once

// Switches of Dear ImGui, see its imconfig.h. It paints and holds the font atlas; input, windows and widgets are ours.
#define IMGUI_USE_WCHAR32
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FILE_FUNCTIONS
// Makes stb_truetype drop out: the "FreeType" loader that is then asked for is the one of font_loader.cpp.
#define IMGUI_ENABLE_FREETYPE
