#include "ui/paint.h"

#include <algorithm>

#include "base/utf8.h"
#include "imgui.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

ImVec2 low(Rect r) { return {r.x, r.y}; }
ImVec2 high(Rect r) { return {r.x + r.width, r.y + r.height}; }

float corner(Rect rect, float round) {
  return std::min(round, std::min(rect.width, rect.height) / 2);
}

}  // namespace

Rect inset(Rect rect, float by) { return inset(rect, by, by); }

Rect inset(Rect rect, float horizontal, float vertical) {
  return {rect.x + horizontal, rect.y + vertical, std::max(0.0f, rect.width - 2 * horizontal),
          std::max(0.0f, rect.height - 2 * vertical)};
}

bool contains(Rect rect, float x, float y) {
  return x >= rect.x && y >= rect.y && x < rect.x + rect.width && y < rect.y + rect.height;
}

void fill(Rect rect, Colour colour, float round) {
  ImGui::GetWindowDrawList()->AddRectFilled(low(rect), high(rect), colour, corner(rect, round));
}

void stroke(Rect rect, Colour colour, float round, float thick) {
  const Rect middle = inset(rect, thick / 2);
  ImGui::GetWindowDrawList()->AddRect(low(middle), high(middle), colour,
                                      corner(middle, round - thick / 2), 0, thick);
}

void shadow(Rect rect, Colour colour, float round, float depth) {
  constexpr int layers = 4;
  const uint32_t alpha = colour >> 24;
  for (int i = layers; i > 0; --i) {
    const float grow = depth * static_cast<float>(i) / layers;
    Rect layer = inset(rect, -grow);
    layer.y += depth * 0.4f;
    fill(layer, with_alpha(colour, alpha / layers), round + grow);
  }
}

void draw_icon(Ui& ui, Icon icon, float x, float y, float size, Colour colour) {
  char text[4];
  const char32_t c = Fonts::code_point(icon);
  text[0] = static_cast<char>(0xE0 | (c >> 12));
  text[1] = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
  text[2] = static_cast<char>(0x80 | (c & 0x3F));
  text[3] = 0;
  ImGui::GetWindowDrawList()->AddText(ui.fonts.font(400), size, {x, y}, colour, text, text + 3);
}

void draw_icon_in(Ui& ui, Icon icon, Rect box, float size, Colour colour) {
  draw_icon(ui, icon, box.x + (box.width - size) / 2, box.y + (box.height - size) / 2, size,
            colour);
}

void focus_ring(Ui& ui, Rect rect, float round) {
  stroke(inset(rect, -4), ui.theme.colours().focus, round + 4, 3);
}

Backdrop::Backdrop() {
  auto* splitter = new ImDrawListSplitter();
  splitter->Split(ImGui::GetWindowDrawList(), 2);
  splitter->SetCurrentChannel(ImGui::GetWindowDrawList(), 1);
  splitter_ = splitter;
}

void Backdrop::back() {
  static_cast<ImDrawListSplitter*>(splitter_)->SetCurrentChannel(ImGui::GetWindowDrawList(), 0);
}

Backdrop::~Backdrop() {
  auto* splitter = static_cast<ImDrawListSplitter*>(splitter_);
  splitter->Merge(ImGui::GetWindowDrawList());
  delete splitter;
}

}  // namespace linli::ui
