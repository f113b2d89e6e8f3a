#include "shell/web/renderer.h"

#include <algorithm>
#include <cstddef>

#include <GLES3/gl3.h>

#include "base/check.h"
#include "imgui.h"

namespace linli::shell {
namespace {

constexpr const char* vertex_shader = R"(#version 300 es
precision highp float;
layout(location = 0) in vec2 position;
layout(location = 1) in vec2 place;
layout(location = 2) in vec4 colour;
uniform vec4 projection;
out vec2 texture_place;
out vec4 tint;
void main() {
  texture_place = place;
  tint = colour;
  gl_Position = vec4(position * projection.xy + projection.zw, 0.0, 1.0);
}
)";

constexpr const char* fragment_shader = R"(#version 300 es
precision mediump float;
uniform sampler2D picture;
in vec2 texture_place;
in vec4 tint;
out vec4 colour;
void main() { colour = tint * texture(picture, texture_place); }
)";

GLuint compile(GLenum kind, const char* text) {
  const GLuint shader = glCreateShader(kind);
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  return shader;
}

float channel(ui::Colour colour, int shift) {
  return static_cast<float>((colour >> shift) & 0xFFu) / 255.0f;
}

const void* offset(size_t bytes) { return reinterpret_cast<const void*>(bytes); }

void point_to_vertices(size_t first) {
  const size_t base = first * sizeof(ImDrawVert);
  constexpr GLsizei stride = sizeof(ImDrawVert);
  glVertexAttribPointer(0, 2, GL_FLOAT, GL_FALSE, stride, offset(base + offsetof(ImDrawVert, pos)));
  glVertexAttribPointer(1, 2, GL_FLOAT, GL_FALSE, stride, offset(base + offsetof(ImDrawVert, uv)));
  glVertexAttribPointer(2, 4, GL_UNSIGNED_BYTE, GL_TRUE, stride,
                        offset(base + offsetof(ImDrawVert, col)));
}

GLuint name_of(ImTextureID id) { return static_cast<GLuint>(id); }

}  // namespace

Renderer::Renderer() {
  ImGui::GetIO().BackendFlags |=
      ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  make_program();
}

// Dear ImGui asks that whoever kept textures gives them back before it ends.
Renderer::~Renderer() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::GetIO().BackendFlags &=
      ~(ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset);
}

void Renderer::make_program() {
  program_ = glCreateProgram();
  glAttachShader(program_, compile(GL_VERTEX_SHADER, vertex_shader));
  glAttachShader(program_, compile(GL_FRAGMENT_SHADER, fragment_shader));
  glLinkProgram(program_);
  glUseProgram(program_);
  projection_ = glGetUniformLocation(program_, "projection");
  glUniform1i(glGetUniformLocation(program_, "picture"), 0);
  GLuint names[2];
  glGenBuffers(2, names);
  vertices_ = names[0];
  indices_ = names[1];
  glBindBuffer(GL_ARRAY_BUFFER, vertices_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, indices_);
  for (GLuint attribute : {0u, 1u, 2u}) {
    glEnableVertexAttribArray(attribute);
  }
  glEnable(GL_BLEND);
  glBlendFuncSeparate(GL_SRC_ALPHA, GL_ONE_MINUS_SRC_ALPHA, GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
  glDisable(GL_CULL_FACE);
  glDisable(GL_DEPTH_TEST);
  glActiveTexture(GL_TEXTURE0);
}

// The names of a lost context mean nothing any more. Dear ImGui asks for a texture again
// when it finds it destroyed.
void Renderer::lose_context() {
  lost_ = true;
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
}

void Renderer::restore_context() {
  if (lost_) {
    make_program();
    lost_ = false;
  }
}

void Renderer::update_texture(ImTextureData& texture) {
  switch (texture.Status) {
    case ImTextureStatus_WantCreate: {
      CHECK(texture.Format == ImTextureFormat_RGBA32);
      GLuint name = 0;
      glGenTextures(1, &name);
      glBindTexture(GL_TEXTURE_2D, name);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
      glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
      glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, texture.Width, texture.Height, 0, GL_RGBA,
                   GL_UNSIGNED_BYTE, texture.GetPixels());
      texture.SetTexID(static_cast<ImTextureID>(name));
      texture.SetStatus(ImTextureStatus_OK);
      break;
    }
    case ImTextureStatus_WantUpdates:
      glBindTexture(GL_TEXTURE_2D, name_of(texture.TexID));
      glPixelStorei(GL_UNPACK_ROW_LENGTH, texture.Width);
      for (const ImTextureRect& part : texture.Updates) {
        glTexSubImage2D(GL_TEXTURE_2D, 0, part.x, part.y, part.w, part.h, GL_RGBA, GL_UNSIGNED_BYTE,
                        texture.GetPixelsAt(part.x, part.y));
      }
      glPixelStorei(GL_UNPACK_ROW_LENGTH, 0);
      texture.SetStatus(ImTextureStatus_OK);
      break;
    case ImTextureStatus_WantDestroy:
      if (texture.UnusedFrames > 0) {
        const GLuint name = name_of(texture.TexID);
        glDeleteTextures(1, &name);
        texture.SetTexID(ImTextureID_Invalid);
        texture.SetStatus(ImTextureStatus_Destroyed);
      }
      break;
    case ImTextureStatus_OK:
    case ImTextureStatus_Destroyed:
      break;
  }
}

void Renderer::draw(ui::Colour ground) {
  const ImDrawData& data = *ImGui::GetDrawData();
  for (ImTextureData* texture : *data.Textures) {
    update_texture(*texture);
  }
  const ImVec2 size = data.DisplaySize;
  glViewport(0, 0, static_cast<int>(size.x * data.FramebufferScale.x),
             static_cast<int>(size.y * data.FramebufferScale.y));
  glDisable(GL_SCISSOR_TEST);
  glClearColor(channel(ground, 0), channel(ground, 8), channel(ground, 16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  glEnable(GL_SCISSOR_TEST);
  glUniform4f(projection_, 2 / size.x, -2 / size.y, -1 - 2 * data.DisplayPos.x / size.x,
              1 + 2 * data.DisplayPos.y / size.y);
  for (const ImDrawList* list : data.CmdLists) {
    draw_list(data, *list);
  }
}

void Renderer::draw_list(const ImDrawData& data, const ImDrawList& list) {
  glBufferData(GL_ARRAY_BUFFER, list.VtxBuffer.size_in_bytes(), list.VtxBuffer.Data,
               GL_STREAM_DRAW);
  glBufferData(GL_ELEMENT_ARRAY_BUFFER, list.IdxBuffer.size_in_bytes(), list.IdxBuffer.Data,
               GL_STREAM_DRAW);
  for (const ImDrawCmd& command : list.CmdBuffer) {
    CHECK(command.UserCallback == nullptr);
    draw_command(data, command);
  }
}

void Renderer::draw_command(const ImDrawData& data, const ImDrawCmd& command) {
  const ImVec2 scale = data.FramebufferScale;
  const float left = std::max((command.ClipRect.x - data.DisplayPos.x) * scale.x, 0.0f);
  const float top = std::max((command.ClipRect.y - data.DisplayPos.y) * scale.y, 0.0f);
  const float right = (command.ClipRect.z - data.DisplayPos.x) * scale.x;
  const float bottom = (command.ClipRect.w - data.DisplayPos.y) * scale.y;
  if (right <= left || bottom <= top) {
    return;
  }
  const float height = data.DisplaySize.y * scale.y;
  glScissor(static_cast<int>(left), static_cast<int>(height - bottom),
            static_cast<int>(right - left), static_cast<int>(bottom - top));
  glBindTexture(GL_TEXTURE_2D, name_of(command.GetTexID()));
  point_to_vertices(command.VtxOffset);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.ElemCount),
                 sizeof(ImDrawIdx) == 2 ? GL_UNSIGNED_SHORT : GL_UNSIGNED_INT,
                 offset(command.IdxOffset * sizeof(ImDrawIdx)));
}

}  // namespace linli::shell
