#include "ui/widgets/number_stepper.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/field_frame.h"

namespace linli::ui {

namespace {

bool step_button(Ui& ui, uint32_t id, std::string_view name, Icon icon, Rect rect, bool enabled) {
  const Palette& colours = ui.theme.colours();
  const Press state =
      press(ui, Role::button, id, name, rect, enabled ? 0u : static_cast<uint32_t>(state_disabled));
  const Rect face = inset(rect, space::xs);
  fill(face, state.hovered && enabled ? colours.hover : colours.sunken, radius::s);
  draw_icon_in(ui, icon, rect, ui.theme.icon() * 0.85f,
               enabled ? ui.theme.tone(Tone::accent).text : colours.text_disabled);
  if (state.focused) {
    focus_ring(ui, inset(face, 4), radius::s);
  }
  return state.clicked;
}

}  // namespace

bool number_stepper(Ui& ui, std::string_view key, std::string_view label, int64_t& value,
                    const NumberOptions& options) {
  const Palette& colours = ui.theme.colours();
  const uint32_t id = ui.id(key);
  const int64_t before = value;
  const float height = ui.theme.control();
  const FieldFrame frame(ui, id, label,
                         {.hint = options.hint,
                          .error = options.error,
                          .width = ui.theme.body() * 13,
                          .height = height});
  const Rect box = frame.box();
  const auto named = [&](app::Str word) {
    std::string name(label);
    name += ' ';
    return name + std::string(ui.tr(word));
  };
  if (step_button(ui, mix_ids(id, "less"), named(app::Str::widget_less), Icon::minus,
                  {box.x, box.y, height, height}, value > options.least)) {
    value -= options.step;
  }
  // The typed text is kept while it has the focus, so that a number can be erased.
  Memory::Slot& typed = ui.memory.at(mix_ids(id, "typed"));
  const bool focused = ui.focused_node == id;
  if (const TwinEvent* event = ui.text_event(id)) {
    typed.text = event->text.substr(0, 12);
    int64_t number = 0;
    const char* end = typed.text.data() + typed.text.size();
    if (std::from_chars(typed.text.data(), end, number).ptr == end && !typed.text.empty()) {
      value = number;
    }
  } else if (!focused) {
    typed.text.clear();
  }
  value = std::clamp(value, options.least, options.most);
  const std::string number = std::to_string(value);
  const float line = ui.theme.line_height(TextStyle::strong);
  const Rect middle{box.x + height, box.y + (height - line) / 2, box.width - 2 * height, line};
  const float unit =
      options.unit.empty() ? 0 : text_width(ui, options.unit, TextStyle::body) + space::xs;
  const float width = text_width(ui, number, TextStyle::strong);
  const float x = middle.x + std::max(0.0f, (middle.width - width - unit) / 2);
  const int32_t node = record(ui, Role::text_field, id, label, middle, state_numeric);
  ui.semantics.at(node).value = focused && !typed.text.empty() ? typed.text : number;
  ui.semantics.at(node).description = options.error.empty() ? options.unit : options.error;
  ui.semantics.at(node).text_size = ui.theme.size(TextStyle::body);
  if (!focused) {
    draw_line(ui, number, x, middle.y, TextStyle::strong, colours.text);
    draw_line(ui, options.unit, x + width + space::xs, middle.y, TextStyle::body,
              colours.text_soft);
  }
  const Press pointer = touch(ui, id, middle);
  if (pointer.clicked && !focused) {
    ui.semantics.at(node).states |= state_focused;
  }
  if (step_button(ui, mix_ids(id, "more"), named(app::Str::widget_add), Icon::add,
                  {box.x + box.width - height, box.y, height, height}, value < options.most)) {
    value = std::min(options.most, value + options.step);
  }
  return value != before;
}

}  // namespace linli::ui
