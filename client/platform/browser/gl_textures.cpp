#include "client/platform/browser/gl_textures.h"

#include <imgui.h>

#include <GLES3/gl3.h>

namespace orderdeck::client::platform::browser {
namespace {

GLuint name_of(const ImTextureData& texture) { return static_cast<GLuint>(texture.TexID); }

void upload(const ImTextureData& texture, const ImTextureRect& rect) {
    if (rect.w == 0 || rect.h == 0) return;
    auto& pixels = const_cast<ImTextureData&>(texture);
    glTexSubImage2D(GL_TEXTURE_2D, 0, rect.x, rect.y, rect.w, rect.h, GL_RGBA, GL_UNSIGNED_BYTE,
                    pixels.GetPixelsAt(rect.x, rect.y));
}

void create(ImTextureData& texture) {
    GLuint name = 0;
    glGenTextures(1, &name);
    glBindTexture(GL_TEXTURE_2D, name);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexStorage2D(GL_TEXTURE_2D, 1, GL_RGBA8, texture.Width, texture.Height);
    // Not UsedRect alone: when the atlas grows, ImGui copies the old glyphs without counting them as used.
    upload(texture,
           {0, 0, static_cast<unsigned short>(texture.Width), static_cast<unsigned short>(texture.Height)});
    texture.SetTexID(static_cast<ImTextureID>(name));
    texture.SetStatus(ImTextureStatus_OK);
}

void update(ImTextureData& texture) {
    glBindTexture(GL_TEXTURE_2D, name_of(texture));
    for (const ImTextureRect& rect : texture.Updates)
        upload(texture, rect);
    texture.SetStatus(ImTextureStatus_OK);
}

void destroy(ImTextureData& texture) {
    const GLuint name = name_of(texture);
    glDeleteTextures(1, &name);
    texture.SetTexID(ImTextureID_Invalid);
    texture.SetStatus(ImTextureStatus_Destroyed);
}

} // namespace

void upload_textures(ImDrawData& drawing) {
    for (ImTextureData* texture : *drawing.Textures) {
        if (texture->Status == ImTextureStatus_OK || texture->Status == ImTextureStatus_Destroyed) continue;
        glPixelStorei(GL_UNPACK_ROW_LENGTH, texture->Width);
        if (texture->Status == ImTextureStatus_WantCreate)
            create(*texture);
        else if (texture->Status == ImTextureStatus_WantUpdates)
            update(*texture);
        else
            destroy(*texture);
    }
}

void forget_textures(ImDrawData& drawing) {
    for (ImTextureData* texture : *drawing.Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->BackendUserData = nullptr;
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
}

} // namespace orderdeck::client::platform::browser
