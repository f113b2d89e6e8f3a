#include "ui/widgets/photo_tile.h"

#include <algorithm>
#include <string>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

float side_of(const Ui& ui) { return ui.theme.body() * 7; }

void draw_photo(Rect rect, const PhotoOptions& options) {
  const float ratio = options.width_to_height > 0 ? options.width_to_height : 1;
  const float u = ratio > 1 ? (1 - 1 / ratio) / 2 : 0;
  const float v = ratio < 1 ? (1 - ratio) / 2 : 0;
  ImGui::GetWindowDrawList()->AddImageRounded(
      ImTextureRef(static_cast<ImTextureID>(options.texture)), {rect.x, rect.y},
      {rect.x + rect.width, rect.y + rect.height}, {u, v}, {1 - u, 1 - v}, IM_COL32_WHITE,
      radius::m);
}

}  // namespace

PhotoAction photo_tile(Ui& ui, std::string_view key, std::string_view name,
                       const PhotoOptions& options) {
  const Palette& colours = ui.theme.colours();
  const float side = side_of(ui);
  const Rect rect = ui.layout.place(ui, side, side);
  const uint32_t id = ui.id(key);
  PhotoAction action = PhotoAction::none;
  const float target = ui.theme.target();
  const Rect corner{rect.x + rect.width - target, rect.y, target, target};
  // The corner's button comes first, so that a press on it does not open the photo.
  Press remove;
  if (options.removable) {
    std::string said(ui.tr(app::Str::widget_remove_photo));
    said += ' ';
    said += name;
    remove = press(ui, Role::button, mix_ids(id, "remove"), said, corner);
  }
  const Press state = press(ui, Role::button, id, name, rect);
  if (options.texture != 0) {
    draw_photo(rect, options);
  } else {
    fill(rect, colours.sunken, radius::m);
    draw_icon_in(ui, Icon::photo, rect, ui.theme.icon() * 1.6f, colours.text_soft);
  }
  stroke(rect, state.hovered ? colours.accent : colours.line, radius::m, state.hovered ? 2 : 1);
  if (options.removable) {
    const Rect face = inset(corner, space::s - 1);
    fill(face, colours.surface, radius::pill);
    stroke(face, colours.outline, radius::pill, 1);
    draw_icon_in(ui, Icon::close, corner, ui.theme.icon() * 0.6f, colours.text);
    if (remove.focused) {
      focus_ring(ui, face, radius::pill);
    }
  }
  if (state.focused) {
    focus_ring(ui, rect, radius::m);
  }
  if (remove.clicked) {
    action = PhotoAction::remove;
  } else if (state.clicked) {
    action = PhotoAction::open;
  }
  return action;
}

bool add_photo_tile(Ui& ui, std::string_view key) {
  const Palette& colours = ui.theme.colours();
  const float side = side_of(ui);
  const Rect rect = ui.layout.place(ui, side, side);
  const std::string_view words = ui.tr(app::Str::widget_add_photo);
  const Press state = press(ui, Role::button, ui.id(key), words, rect);
  fill(rect, state.hovered ? colours.hover : colours.surface, radius::m);
  stroke(rect, colours.outline, radius::m, ui.theme.border());
  const float icon = ui.theme.icon() * 1.4f;
  const float line = ui.theme.line_height(TextStyle::caption);
  const float top = rect.y + (side - icon - line - space::xs) / 2;
  const Colour ink = ui.theme.tone(Tone::accent).text;
  draw_icon(ui, Icon::camera, rect.x + (side - icon) / 2, top, icon, ink);
  const float width = std::min(text_width(ui, words, TextStyle::caption), side - space::s);
  draw_line_within(ui, words, rect.x + (side - width) / 2, top + icon + space::xs, width + 1,
                   TextStyle::caption, ink);
  if (state.focused) {
    focus_ring(ui, rect, radius::m);
  }
  return state.clicked;
}

}  // namespace linli::ui
