#include "ui/widgets/button.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/busy.h"

namespace linli::ui {

namespace {

struct Look {
  Colour ground;
  Colour hover;
  Colour down;
  Colour words;
  Colour border;
};

Look look_of(const Ui& ui, const ButtonStyle& style) {
  const Palette& colours = ui.theme.colours();
  const ToneColours& danger = ui.theme.tone(Tone::danger);
  if (style.disabled) {
    const Colour ground = style.kind == ButtonKind::quiet ? 0 : colours.sunken;
    return {ground, ground, ground, colours.text_disabled, 0};
  }
  switch (style.kind) {
    case ButtonKind::primary:
      return {colours.accent, colours.accent_hover, colours.accent_pressed, colours.on_accent, 0};
    case ButtonKind::danger:
      return {colours.surface, danger.soft, mix(danger.soft, danger.text, 0.15f), danger.text,
              danger.text};
    case ButtonKind::quiet:
      return {style.pressed ? colours.hover : with_alpha(colours.hover, 0), colours.hover,
              mix(colours.hover, colours.text, 0.08f), ui.theme.tone(Tone::accent).text, 0};
    case ButtonKind::secondary:
      break;
  }
  return {style.pressed ? ui.theme.tone(Tone::accent).soft : colours.surface, colours.hover,
          mix(colours.hover, colours.text, 0.08f), colours.text, colours.outline};
}

}  // namespace

bool button(Ui& ui, std::string_view key, std::string_view label, ButtonStyle style) {
  const float height = std::round(ui.theme.control() * (style.large ? 1.5f : 1.0f));
  const TextStyle text_style = style.large ? TextStyle::heading : TextStyle::strong;
  const float icon = style.large ? ui.theme.icon() * 1.4f : ui.theme.icon();
  const bool has_icon = style.icon != Icon::none || style.busy;
  const float side = style.icon_only ? 0 : (style.large ? space::xl : space::l + space::xs);
  const float words = style.icon_only ? 0 : text_width(ui, label, text_style);
  const float between = has_icon && !style.icon_only ? space::s : 0;
  const float content = words + between + (has_icon ? icon : 0);
  const float natural = style.icon_only ? height : std::max(content + 2 * side, height);

  const Rect rect = ui.layout.place(ui, style.full_width ? 0 : natural, height);
  const uint32_t id = ui.id(key);
  const bool enabled = !style.disabled && !style.busy;
  const Press state = press(ui, Role::button, id, label, rect,
                            (enabled ? 0u : static_cast<uint32_t>(state_disabled)) |
                                (style.busy ? static_cast<uint32_t>(state_busy) : 0u) |
                                (style.pressed ? static_cast<uint32_t>(state_checked) : 0u));
  if (!visible(inset(rect, -space::s))) {
    return state.clicked;
  }
  const Look look = look_of(ui, style);
  const float warm = ui.memory.approach(mix_ids(id, "warm"), state.hovered ? 1.0f : 0.0f,
                                        ui.theme.quick(), ui.wants_frame);
  const float round = style.icon_only ? radius::pill : radius::m;
  fill(rect, state.held ? look.down : mix(look.ground, look.hover, warm), round);
  if (look.border != 0) {
    stroke(rect, look.border, round, ui.theme.border());
  }
  const float room = rect.width - 2 * side - (has_icon ? icon + between : 0);
  const float shown = std::min(words, std::max(0.0f, room));
  float x = rect.x + (rect.width - shown - between - (has_icon ? icon : 0)) / 2;
  if (style.busy) {
    draw_busy(ui, {x, rect.y + (rect.height - icon) / 2, icon, icon}, look.words);
  } else if (has_icon) {
    draw_icon(ui, style.icon, x, rect.y + (rect.height - icon) / 2, icon, look.words);
  }
  x += has_icon ? icon + between : 0;
  if (!style.icon_only) {
    const float line = ui.theme.line_height(text_style);
    draw_line_within(ui, label, x, rect.y + (rect.height - line) / 2, shown + 1, text_style,
                     look.words);
  }
  if (state.focused) {
    focus_ring(ui, rect, round == radius::pill ? rect.height / 2 : round);
  }
  return state.clicked;
}

bool primary_button(Ui& ui, std::string_view key, std::string_view label, Icon icon) {
  return button(ui, key, label, {.kind = ButtonKind::primary, .icon = icon});
}

bool quiet_button(Ui& ui, std::string_view key, std::string_view label, Icon icon) {
  return button(ui, key, label, {.kind = ButtonKind::quiet, .icon = icon});
}

bool icon_button(Ui& ui, std::string_view key, std::string_view name, Icon icon) {
  return button(ui, key, name, {.kind = ButtonKind::quiet, .icon = icon, .icon_only = true});
}

}  // namespace linli::ui
