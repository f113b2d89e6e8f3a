#include "ui/widgets/banner.h"

#include <algorithm>
#include <string>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/tone_icon.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

bool action_button(Ui& ui, uint32_t id, std::string_view label, Rect rect, Colour ink) {
  const Press state = press(ui, Role::button, id, label, rect);
  const Rect face = inset(rect, 0, 3);
  if (state.hovered || state.held) {
    fill(face, with_alpha(ink, state.held ? 0x30 : 0x18), radius::m);
  }
  stroke(face, ink, radius::m, ui.theme.border());
  const float line = ui.theme.line_height(TextStyle::strong);
  draw_line_within(ui, label, rect.x + space::l, rect.y + (rect.height - line) / 2,
                   rect.width - 2 * space::l + 1, TextStyle::strong, ink);
  if (state.focused) {
    focus_ring(ui, face, radius::m);
  }
  return state.clicked;
}

}  // namespace

bool banner(Ui& ui, std::string_view key, std::string_view words, Tone tone,
            const BannerOptions& options) {
  const ToneColours& colours = ui.theme.tone(tone);
  const float icon = ui.theme.icon();
  const float before = space::l + icon + space::m;
  const bool acts = !options.action.empty();
  const float action = acts ? text_width(ui, options.action, TextStyle::strong) + 2 * space::l : 0;
  const Rect room = ui.layout.begin_item(ui, 0);
  const bool below = acts && room.width - before - action < 260;
  const float width = room.width - before - space::l - (acts && !below ? action + space::l : 0);
  TextBlock title;
  if (!options.title.empty()) {
    title = lay_out_text(ui, options.title, TextStyle::strong, width);
  }
  const TextBlock body = lay_out_text(ui, words, TextStyle::body, width);
  const float target = ui.theme.target();
  const float content = title.height + body.height;
  const float height = 2 * space::m + (below ? content + space::s + target
                                             : std::max(content, acts ? target : icon));
  const Rect rect = ui.layout.place(ui, 0, height);
  const uint32_t id = ui.id(key);
  std::string name(options.title);
  name += name.empty() ? "" : "\n";
  name += words;
  record(ui, tone == Tone::danger ? Role::alert : Role::status, id, name, rect);
  bool pressed = false;
  if (visible(rect)) {
    fill(rect, colours.soft, radius::m);
    stroke(rect, mix(colours.soft, colours.text, 0.25f), radius::m, ui.theme.border());
    const float text_top = below ? rect.y + space::m : rect.y + (rect.height - content) / 2;
    const float first = ui.theme.line_height(TextStyle::body);
    draw_icon(ui, tone_icon(tone), rect.x + space::l, text_top + (first - icon) / 2, icon,
              colours.text);
    draw_text_block(ui, title, rect.x + before, text_top, TextStyle::strong, colours.text);
    draw_text_block(ui, body, rect.x + before, text_top + title.height, TextStyle::body,
                    ui.theme.colours().text);
  }
  if (acts) {
    const float x = below ? rect.x + before : rect.x + rect.width - space::l - action;
    const float y =
        below ? rect.y + rect.height - space::m - target : rect.y + (rect.height - target) / 2;
    pressed = action_button(ui, mix_ids(id, "action"), options.action, {x, y, action, target},
                            colours.text);
  }
  return pressed;
}

}  // namespace linli::ui
