#include "client/platform/browser/gl_painter.h"

#include "client/platform/browser/gl_textures.h"
#include "client/platform/texture_acceptance.h"

#include <imgui.h>

#include <GLES3/gl3.h>
#include <emscripten/html5.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace orderdeck::client::platform::browser {
namespace {

constexpr GLuint kPosition = 0;
constexpr GLuint kPlace = 1;
constexpr GLuint kColor = 2;

constexpr const char* kVertexShader = R"(#version 300 es
layout(location=0) in vec2 position;
layout(location=1) in vec2 place;
layout(location=2) in vec4 color;
uniform vec4 projection;
out vec2 texel;
out vec4 tint;
void main() {
    texel = place;
    tint = color;
    gl_Position = vec4(position * projection.xy + projection.zw, 0.0, 1.0);
})";

constexpr const char* kFragmentShader = R"(#version 300 es
precision mediump float;
uniform sampler2D atlas;
in highp vec2 texel;
in vec4 tint;
out vec4 shown;
void main() {
    shown = tint * texture(atlas, texel);
})";

void attach(GLuint program, GLenum kind, const char* source) {
    const GLuint shader = glCreateShader(kind);
    glShaderSource(shader, 1, &source, nullptr);
    glCompileShader(shader);
    glAttachShader(program, shader);
    glDeleteShader(shader);
}

/// Of the vertex array that is bound, whose buffer is bound, too.
void point_to(std::size_t first_vertex) {
    const auto at = [first_vertex](std::size_t member) {
        return reinterpret_cast<const void*>(first_vertex * sizeof(ImDrawVert) + member);
    };
    constexpr GLsizei stride = sizeof(ImDrawVert);
    glVertexAttribPointer(kPosition, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, pos)));
    glVertexAttribPointer(kPlace, 2, GL_FLOAT, GL_FALSE, stride, at(offsetof(ImDrawVert, uv)));
    glVertexAttribPointer(kColor, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride, at(offsetof(ImDrawVert, col)));
}

struct Scissor {
    int x, y, width, height;
};

Scissor scissor_of(const ImDrawCmd& command, const ImDrawData& data, int canvas_height) {
    const auto device_x = [&](float x) {
        return static_cast<int>(std::round((x - data.DisplayPos.x) * data.FramebufferScale.x));
    };
    const auto device_y = [&](float y) {
        return static_cast<int>(std::round((y - data.DisplayPos.y) * data.FramebufferScale.y));
    };
    const int left = device_x(command.ClipRect.x);
    const int bottom = device_y(command.ClipRect.w);
    return {left, canvas_height - bottom, device_x(command.ClipRect.z) - left,
            bottom - device_y(command.ClipRect.y)};
}

} // namespace

bool GlPainter::start(ImDrawData& drawing) {
    drawing_ = &drawing;
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
    usable_ = make_objects();
    return usable_;
}

// The state set here stays: nobody else paints with this context.
bool GlPainter::make_objects() {
    const GLuint program = glCreateProgram();
    attach(program, GL_VERTEX_SHADER, kVertexShader);
    attach(program, GL_FRAGMENT_SHADER, kFragmentShader);
    glLinkProgram(program);
    GLint linked = 0;
    glGetProgramiv(program, GL_LINK_STATUS, &linked);
    if (linked == 0) return false;
    glUseProgram(program);
    projection_ = glGetUniformLocation(program, "projection");

    std::array<GLuint, 2> buffers{};
    glGenBuffers(static_cast<GLsizei>(buffers.size()), buffers.data());
    vertices_ = buffers[0];
    indices_ = buffers[1];
    GLuint vertex_array = 0;
    glGenVertexArrays(1, &vertex_array);
    glBindVertexArray(vertex_array);
    glBindBuffer(GL_ARRAY_BUFFER, vertices_);
    glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
    for (const GLuint attribute : {kPosition, kPlace, kColor})
        glEnableVertexAttribArray(attribute);

    glEnable(GL_BLEND);
    glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
    glEnable(GL_SCISSOR_TEST);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    return true;
}

void GlPainter::paint() {
    if (!usable_) {
        accept_textures(*drawing_);
        return;
    }
    upload_textures(*drawing_);
    const ImDrawData& data = *drawing_;
    const auto [width, height] = data.DisplaySize;
    const int device_height = static_cast<int>(std::round(height * data.FramebufferScale.y));
    glViewport(0, 0, static_cast<int>(std::round(width * data.FramebufferScale.x)), device_height);
    glUniform4f(projection_, 2 / width, -2 / height, -1, 1);
    for (const ImDrawList* list : data.CmdLists)
        paint(*list, data, device_height);
}

void GlPainter::paint(const ImDrawList& list, const ImDrawData& data, int height) {
    glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data, GL_STREAM_DRAW);
    glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
                 GL_STREAM_DRAW);
    point_to(0);
    unsigned int first_vertex = 0;
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const Scissor visible = scissor_of(command, data, height);
        if (command.ElemCount == 0 || visible.width <= 0 || visible.height <= 0) continue;
        if (command.VtxOffset != first_vertex) point_to(first_vertex = command.VtxOffset);
        glScissor(visible.x, visible.y, visible.width, visible.height);
        glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(command.GetTexID()));
        static_assert(sizeof(ImDrawIdx) == 2);
        glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount), GL_UNSIGNED_SHORT,
                       reinterpret_cast<const void*>(command.IdxOffset * sizeof(ImDrawIdx)));
    }
}

bool GlPainter::upload() {
    if (usable_) upload_textures(*drawing_);
    return usable_;
}

// Nothing is deleted: the objects are gone with the context, and deleting them after its return is an error.
void GlPainter::context_lost() {
    usable_ = false;
    forget_textures(*drawing_);
}

void GlPainter::context_restored() {
    // Those that were asked for meanwhile were answered by accept_textures().
    forget_textures(*drawing_);
    usable_ = make_objects();
}

} // namespace orderdeck::client::platform::browser
