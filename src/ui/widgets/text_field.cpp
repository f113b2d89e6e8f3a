#include "ui/widgets/text_field.h"

#include <algorithm>

#include "base/utf8.h"
#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"
#include "ui/widgets/field_frame.h"

namespace linli::ui {

namespace {

constexpr std::string_view dot = "\xE2\x80\xA2";

std::string shown_value(std::string_view value, bool password) {
  if (!password) {
    return std::string(value);
  }
  std::string dots;
  for (size_t i = 0; i < base::code_points(value); ++i) {
    dots += dot;
  }
  return dots;
}

uint32_t states_of(const FieldOptions& options) {
  uint32_t states = 0;
  const auto set = [&states](bool on, uint32_t bit) { states |= on ? bit : 0u; };
  set(options.disabled, state_disabled);
  set(options.required, state_required);
  set(!options.error.empty(), state_invalid);
  set(options.lines > 1, state_multiline);
  set(options.password, state_password);
  set(options.numeric, state_numeric);
  set(options.search, state_search);
  return states;
}

FieldResult take_events(Ui& ui, uint32_t id, std::string& value, const FieldOptions& options) {
  FieldResult result;
  if (options.disabled) {
    return result;
  }
  if (const TwinEvent* typed = ui.text_event(id)) {
    std::string next(base::head_code_points(typed->text, static_cast<size_t>(options.length_max)));
    if (base::is_utf8(next) && next != value) {
      value = std::move(next);
      result.changed = true;
    }
  }
  result.entered = options.lines == 1 && ui.twin_event(id, TwinEvent::Kind::enter) != nullptr;
  result.left = ui.twin_event(id, TwinEvent::Kind::blur) != nullptr;
  return result;
}

}  // namespace

FieldResult text_field(Ui& ui, std::string_view key, std::string_view label, std::string& value,
                       const FieldOptions& options) {
  const uint32_t id = ui.id(key);
  FieldResult result = take_events(ui, id, value, options);
  const float line = ui.theme.line_height(TextStyle::body);
  const float height = options.lines > 1 ? line * static_cast<float>(options.lines) + 2 * space::m
                                         : ui.theme.control();
  const FieldFrame frame(ui, id, label,
                         {.hint = options.hint,
                          .error = options.error,
                          .required = options.required,
                          .disabled = options.disabled,
                          .label_hidden = options.label_hidden,
                          .width = options.width,
                          .height = height});
  const Palette& colours = ui.theme.colours();
  const bool focused = ui.focused_node == id;
  const bool clears = options.search && !value.empty() && !options.disabled;
  const float icon = ui.theme.icon();

  Rect words = inset(frame.box(), space::l - 2, options.lines > 1 ? space::m : 0);
  if (options.lines == 1) {
    words.y += (words.height - line) / 2;
    words.height = line;
  }
  if (options.icon != Icon::none) {
    draw_icon(ui, options.icon, words.x, frame.box().y + (frame.box().height - icon) / 2, icon,
              colours.text_soft);
    words.x += icon + space::s;
    words.width -= icon + space::s;
  }
  if (clears) {
    words.width -= ui.theme.target() - space::s;
  }
  const int32_t node = record(ui, Role::text_field, id, label, words, states_of(options));
  Node& said = ui.semantics.at(node);
  said.value = value;
  said.description = options.error.empty() ? options.hint : options.error;
  said.text_size = ui.theme.size(TextStyle::body);
  Rect pressable = frame.box();
  if (clears) {
    pressable.width -= ui.theme.target();  // what clears it lies there
  }
  const Press pointer = touch(ui, id, pressable, !options.disabled);
  if (pointer.clicked && !focused) {
    ui.semantics.at(node).states |= state_focused;
  }
  if (!focused) {
    const bool empty = value.empty();
    const Colour ink = options.disabled ? colours.text_disabled
                       : empty          ? colours.text_soft
                                        : colours.text;
    const std::string shown =
        empty ? std::string(options.placeholder) : shown_value(value, options.password);
    draw_text_block(ui, lay_out_text(ui, shown, TextStyle::body, words.width, options.lines),
                    words.x, words.y, TextStyle::body, ink);
  }
  if (clears) {
    const float side = ui.theme.target();
    const Rect box{frame.box().x + frame.box().width - side,
                   frame.box().y + (frame.box().height - side) / 2, side, side};
    const Press clear =
        press(ui, Role::button, mix_ids(id, "clear"), ui.tr(app::Str::widget_clear), box);
    draw_icon_in(ui, Icon::close, box, icon * 0.8f, colours.text_soft);
    if (clear.focused) {
      focus_ring(ui, inset(box, 6), radius::s);
    }
    if (clear.clicked) {
      value.clear();
      result.changed = true;
    }
  }
  return result;
}

FieldResult search_field(Ui& ui, std::string_view key, std::string_view label, std::string& value) {
  return text_field(
      ui, key, label, value,
      {.placeholder = label, .icon = Icon::search, .search = true, .label_hidden = true});
}

void focus_on(Ui& ui, std::string_view key) {
  ui.memory.at(focus_slot).whole = ui.id(key);
  ui.wants_frame = true;
}

}  // namespace linli::ui
