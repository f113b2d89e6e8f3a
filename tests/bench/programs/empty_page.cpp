// The least that a page of Dear ImGui can be: a context, its font, one window without words,
// one frame, drawn with the product's renderer. The floor of a cold start.
#include <emscripten/emscripten.h>

#include "imgui.h"
#include "shell/web/canvas_glyphs.h"
#include "shell/web/renderer.h"
#include "ui/fonts.h"

extern "C" EMSCRIPTEN_KEEPALIVE void linli_bench_draw(int32_t width, int32_t height) {
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.DisplaySize = {static_cast<float>(width), static_cast<float>(height)};
  static linli::shell::CanvasGlyphs glyphs;
  static linli::ui::Fonts fonts(glyphs);
  fonts.add_to(*io.Fonts);
  static linli::shell::Renderer renderer;
  ImGui::NewFrame();
  ImGui::SetNextWindowPos({0, 0});
  ImGui::SetNextWindowSize(io.DisplaySize);
  ImGui::Begin("##empty", nullptr, ImGuiWindowFlags_NoDecoration);
  ImGui::End();
  ImGui::Render();
  renderer.draw(0xFFFFFFFFu);
}
