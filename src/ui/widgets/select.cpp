#include "ui/widgets/select.h"

#include <algorithm>

#include "ui/overlay.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/field_frame.h"
#include "ui/widgets/opener.h"

namespace linli::ui {

namespace {

constexpr float list_height_max = 420;

bool draw_options(Ui& ui, uint32_t id, int& chosen, const Choices& choices, bool fresh) {
  const Palette& colours = ui.theme.colours();
  bool picked = false;
  for (size_t i = 0; i < choices.size(); ++i) {
    const bool on = chosen == static_cast<int>(i);
    const Rect rect = ui.layout.place(ui, 0, ui.theme.control());
    const bool takes_focus = fresh && (on || (chosen < 0 && i == 0));
    const Press state =
        press(ui, Role::option, mix_ids(id, static_cast<uint32_t>(i) + 1), choices[i], rect,
              (on ? static_cast<uint32_t>(state_selected) : 0u) |
                  (takes_focus ? static_cast<uint32_t>(state_focused) : 0u));
    Node& node = ui.semantics.at(state.node);
    node.level = static_cast<int32_t>(i) + 1;
    node.set_size = static_cast<int32_t>(choices.size());
    if (visible(rect)) {
      if (on || state.hovered) {
        fill(rect, on ? ui.theme.tone(Tone::accent).soft : colours.hover, radius::s);
      }
      const float line = ui.theme.line_height(TextStyle::body);
      const float mark = ui.theme.icon() * 0.8f;
      draw_line_within(ui, choices[i], rect.x + space::m, rect.y + (rect.height - line) / 2,
                       rect.width - 3 * space::m - mark, TextStyle::body,
                       on ? ui.theme.tone(Tone::accent).text : colours.text);
      if (on) {
        draw_icon(ui, Icon::check, rect.x + rect.width - space::m - mark,
                  rect.y + (rect.height - mark) / 2, mark, ui.theme.tone(Tone::accent).text);
      }
      if (state.focused) {
        focus_ring(ui, inset(rect, 4), radius::s);
      }
    }
    if (state.clicked) {
      chosen = static_cast<int>(i);
      picked = true;
    }
  }
  return picked;
}

}  // namespace

bool select(Ui& ui, std::string_view key, std::string_view label, int& chosen,
            const Choices& choices, const SelectOptions& options) {
  const uint32_t id = ui.id(key);
  const bool some = chosen >= 0 && static_cast<size_t>(chosen) < choices.size();
  const std::string_view nothing =
      options.nothing.empty() ? ui.tr(app::Str::widget_choose) : options.nothing;
  const FieldFrame frame(ui, id, label,
                         {.hint = options.hint,
                          .error = options.error,
                          .required = options.required,
                          .disabled = options.disabled,
                          .label_hidden = options.label_hidden,
                          .width = options.width,
                          .height = ui.theme.control()});
  Opener opener(ui, id, label, frame.box(),
                {.words = some ? std::string_view(choices[static_cast<size_t>(chosen)]) : nothing,
                 .empty = !some,
                 .icon = Icon::caret_down,
                 .disabled = options.disabled,
                 .required = options.required,
                 .error = options.error,
                 .hint = options.hint});
  if (!opener.open()) {
    return false;
  }
  const uint32_t list = mix_ids(id, "list");
  const Rect rect = popover_rect(ui, list, frame.box(), frame.box().width, list_height_max);
  const Overlay overlay(ui, list, rect, {.scrim = ui.phone(), .padding = space::s, .gap = 0});
  const int before = chosen;
  if (draw_options(ui, id, chosen, choices, opener.fresh()) || overlay.dismissed()) {
    opener.close();
  }
  return chosen != before;
}

}  // namespace linli::ui
