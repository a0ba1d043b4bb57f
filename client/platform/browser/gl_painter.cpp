#include "client/platform/browser/gl_painter.h"

#include "client/platform/texture_acceptance.h"

#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <cmath>

namespace orderdeck::client::platform::browser {
namespace {

constexpr const char* kShaderVersion = "#version 300 es";

void forget_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

} // namespace

bool GlPainter::start() {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.antialias = false;
    attributes.alpha = false;
    attributes.depth = false;
    attributes.stencil = false;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    const EMSCRIPTEN_WEBGL_CONTEXT_HANDLE context = emscripten_webgl_create_context("#canvas", &attributes);
    if (context <= 0) return false;
    emscripten_webgl_make_context_current(context);
    usable_ = ImGui_ImplOpenGL3_Init(kShaderVersion);
    return usable_;
}

void GlPainter::begin_frame() {
    if (usable_) ImGui_ImplOpenGL3_NewFrame();
}

void GlPainter::paint(float width, float height, float pixel_ratio) {
    if (!usable_) {
        accept_textures();
        return;
    }
    glViewport(0, 0, static_cast<int>(std::round(width * pixel_ratio)),
               static_cast<int>(std::round(height * pixel_ratio)));
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

// Shut down while the context is still lost: deleting its objects is then silent, after the return it is an error.
// Pixels live on in memory, so the textures only count as never made.
void GlPainter::context_lost() {
    usable_ = false;
    forget_textures();
    ImGui_ImplOpenGL3_Shutdown();
    // The frames until the return still tell the font atlas that they can take textures.
    ImGui::GetIO().BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
}

void GlPainter::context_restored() {
    // Those that were asked for meanwhile were answered by accept_textures().
    forget_textures();
    usable_ = ImGui_ImplOpenGL3_Init(kShaderVersion);
}

} // namespace orderdeck::client::platform::browser
