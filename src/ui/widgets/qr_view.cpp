#include "ui/widgets/qr_view.h"

#include <algorithm>
#include <cmath>

#include "app/qr_code.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

constexpr int quiet_border = 4;
// A code is black on white in every colour scheme: scanners need it.
constexpr Colour paper = rgb(0xFFFFFF);
constexpr Colour ink = rgb(0x000000);

}  // namespace

void qr_view(Ui& ui, std::string_view key, std::string_view text, float size) {
  const Rect rect = ui.layout.place(ui, size, size);
  record(ui, Role::image, ui.id(key), ui.say(app::Str::widget_qr_code, {{"text", text}}), rect);
  if (!visible(rect)) {
    return;
  }
  fill(rect, paper, radius::s);
  const std::optional<app::QrCode> code = app::make_qr_code(text);
  if (!code) {
    return;
  }
  const float squares = static_cast<float>(code->size + 2 * quiet_border);
  // Whole device pixels per square keep the edges sharp.
  const float pixel = 1 / ui.viewport.pixel_ratio;
  const float side = std::max(pixel, std::floor(size / squares / pixel) * pixel);
  const float all = side * static_cast<float>(code->size);
  const float left = std::round(rect.x + (size - all) / 2);
  const float top = std::round(rect.y + (size - all) / 2);
  for (int y = 0; y < code->size; ++y) {
    for (int x = 0; x < code->size;) {
      int end = x;
      while (end < code->size && code->at(end, y)) {
        ++end;
      }
      if (end > x) {
        fill({left + side * static_cast<float>(x), top + side * static_cast<float>(y),
              side * static_cast<float>(end - x), side},
             ink);
      }
      x = std::max(end, x + 1);
    }
  }
}

}  // namespace linli::ui
