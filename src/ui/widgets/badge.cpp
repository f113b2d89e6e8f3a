#include "ui/widgets/badge.h"

#include <cmath>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/tone_icon.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

float icon_size(const Ui& ui) { return std::round(ui.theme.size(TextStyle::caption) * 1.15f); }

}  // namespace

float badge_width(Ui& ui, std::string_view words) {
  return text_width(ui, words, TextStyle::caption) + icon_size(ui) + space::xs + 2 * space::m;
}

void draw_badge(Ui& ui, std::string_view words, Tone tone, Icon icon, Rect rect) {
  const ToneColours& colours = ui.theme.tone(tone);
  const float size = icon_size(ui);
  const float line = ui.theme.line_height(TextStyle::caption);
  fill(rect, colours.soft, radius::pill);
  if (ui.theme.scheme == Scheme::contrast) {
    stroke(rect, colours.text, radius::pill, 2);
  }
  draw_icon(ui, icon == Icon::none ? tone_icon(tone) : icon, rect.x + space::m,
            rect.y + (rect.height - size) / 2, size, colours.text);
  draw_line_within(
      ui, words, rect.x + space::m + size + space::xs, rect.y + (rect.height - line) / 2,
      rect.width - 2 * space::m - size - space::xs + 1, TextStyle::caption, colours.text);
}

void badge(Ui& ui, std::string_view key, std::string_view words, Tone tone, Icon icon) {
  const Rect rect = ui.layout.place(ui, badge_width(ui, words),
                                    ui.theme.line_height(TextStyle::caption) + space::s);
  record(ui, Role::text, ui.id(key), words, rect);
  if (visible(rect)) {
    draw_badge(ui, words, tone, icon, rect);
  }
}

}  // namespace linli::ui
