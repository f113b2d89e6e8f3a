#include "shell/web/renderer.h"

#include <GLES3/gl3.h>

#include "imgui.h"
#include "imgui_impl_opengl3.h"

namespace linli::shell {
namespace {

constexpr const char* shader_version = "#version 300 es";

float channel(ui::Colour colour, int shift) {
  return static_cast<float>((colour >> shift) & 0xFFu) / 255.0f;
}

}  // namespace

Renderer::Renderer() { ImGui_ImplOpenGL3_Init(shader_version); }

Renderer::~Renderer() { ImGui_ImplOpenGL3_Shutdown(); }

// The names of a lost context mean nothing any more: the backend forgets them, and with
// the new context it makes its programs and Dear ImGui's textures again.
void Renderer::lose_context() {
  if (!lost_) {
    ImGui_ImplOpenGL3_Shutdown();
    lost_ = true;
  }
}

void Renderer::restore_context() {
  if (lost_) {
    ImGui_ImplOpenGL3_Init(shader_version);
    lost_ = false;
  }
}

void Renderer::begin_frame() { ImGui_ImplOpenGL3_NewFrame(); }

void Renderer::draw(ui::Colour ground) {
  const ImDrawData& data = *ImGui::GetDrawData();
  glViewport(0, 0, static_cast<int>(data.DisplaySize.x * data.FramebufferScale.x),
             static_cast<int>(data.DisplaySize.y * data.FramebufferScale.y));
  glClearColor(channel(ground, 0), channel(ground, 8), channel(ground, 16), 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

}  // namespace linli::shell
