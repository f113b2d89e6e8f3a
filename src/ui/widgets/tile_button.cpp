#include "ui/widgets/tile_button.h"

#include <algorithm>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

struct Look {
  Colour ground;
  Colour hover;
  Colour down;
  Colour words;
  Colour circle;
  Colour icon;
};

Look look_of(const Ui& ui, const TileStyle& style) {
  const Palette& colours = ui.theme.colours();
  const ToneColours& accent = ui.theme.tone(Tone::accent);
  if (style.primary) {
    return {colours.accent,
            colours.accent_hover,
            colours.accent_pressed,
            colours.on_accent,
            mix(colours.accent, colours.on_accent, 0.16f),
            colours.on_accent};
  }
  return {style.pressed ? accent.soft : colours.surface,
          colours.hover,
          mix(colours.hover, colours.text, 0.08f),
          colours.text,
          accent.soft,
          accent.text};
}

}  // namespace

bool tile_button(Ui& ui, std::string_view key, std::string_view label, Icon icon, TileStyle style) {
  constexpr TextStyle words_style = TextStyle::heading;
  const float circle = ui.theme.icon() * 2.6f;
  const float width = ui.layout.begin_item(ui, 0).width;
  const TextBlock words =
      lay_out_text(ui, label, words_style, std::max(1.0f, width - 2 * space::m));
  const float content = circle + space::m + words.height;
  const Rect rect = ui.layout.place(ui, 0, std::max(style.height, content + 2 * space::l));
  const uint32_t id = ui.id(key);
  const Press state = press(ui, Role::button, id, label, rect,
                            style.pressed ? static_cast<uint32_t>(state_checked) : 0u);
  if (!visible(inset(rect, -space::s))) {
    return state.clicked;
  }
  const Look look = look_of(ui, style);
  const float warm = ui.memory.approach(mix_ids(id, "warm"), state.hovered ? 1.0f : 0.0f,
                                        ui.theme.quick(), ui.wants_frame);
  fill(rect, state.held ? look.down : mix(look.ground, look.hover, warm), radius::l);
  if (!style.primary) {
    stroke(rect, ui.theme.colours().outline, radius::l, ui.theme.border());
  }
  const float top = rect.y + (rect.height - content) / 2;
  const Rect ground{rect.x + (rect.width - circle) / 2, top, circle, circle};
  fill(ground, look.circle, radius::pill);
  draw_icon_in(ui, icon, ground, ui.theme.icon() * 1.5f, look.icon);
  float y = top + circle + space::m;
  for (const TextLine& line : words.lines) {
    const std::string_view piece =
        std::string_view(words.text).substr(line.begin, line.end - line.begin);
    draw_line(ui, piece, rect.x + (rect.width - line.width) / 2, y, words_style, look.words);
    y += ui.theme.line_height(words_style);
  }
  if (state.focused) {
    focus_ring(ui, rect, radius::l);
  }
  return state.clicked;
}

}  // namespace linli::ui
