#include "ui/widgets/field_frame.h"

#include <algorithm>
#include <string>

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

FieldFrame::FieldFrame(Ui& ui, uint32_t id, std::string_view label, const FrameOptions& options) {
  const Palette& colours = ui.theme.colours();
  const bool wrong = !options.error.empty();
  const std::string_view note = wrong ? options.error : options.hint;
  const float label_line = ui.theme.line_height(TextStyle::strong);
  const float icon = ui.theme.size(TextStyle::caption) * 1.2f;
  const float note_shift = wrong ? icon + space::xs : 0;

  Rect item = ui.layout.begin_item(ui, options.width);
  const float label_height = options.label_hidden ? 0 : label_line + space::xs;
  TextBlock note_block;
  if (!note.empty()) {
    note_block = lay_out_text(ui, note, TextStyle::caption, item.width - note_shift);
  }
  const float note_height = note.empty() ? 0 : note_block.height + space::xs;
  item = ui.layout.place(ui, options.width, label_height + options.height + note_height);

  if (!options.label_hidden) {
    std::string words(label);
    float room = item.width;
    if (options.required) {
      const std::string_view mark = ui.tr(app::Str::widget_required);
      const float width = text_width(ui, mark, TextStyle::caption);
      room -= width + space::s;
      const float x = item.x + std::min(room, text_width(ui, words, TextStyle::strong)) + space::s;
      draw_line(ui, mark, x, item.y + (label_line - ui.theme.line_height(TextStyle::caption)) / 2,
                TextStyle::caption, ui.theme.tone(Tone::accent).text);
    }
    draw_line_within(ui, words, item.x, item.y, room, TextStyle::strong,
                     options.disabled ? colours.text_disabled : colours.text);
  }
  box_ = {item.x, item.y + label_height, item.width, options.height};
  const bool focused = ui.focused_node == id;
  fill(box_, options.disabled ? colours.sunken : colours.surface, radius::m);
  if (focused) {
    stroke(box_, colours.accent, radius::m, 2);
    focus_ring(ui, inset(box_, 2), radius::m);
  } else {
    stroke(box_,
           wrong              ? ui.theme.tone(Tone::danger).text
           : options.disabled ? colours.line
                              : colours.outline,
           radius::m, wrong ? 2 : ui.theme.border());
  }
  if (!note.empty()) {
    const float y = box_.y + box_.height + space::xs;
    const Colour ink = wrong ? ui.theme.tone(Tone::danger).text : colours.text_soft;
    if (wrong) {
      const float line = ui.theme.line_height(TextStyle::caption);
      draw_icon(ui, Icon::warning, item.x, y + (line - icon) / 2, icon, ink);
    }
    draw_text_block(ui, note_block, item.x + note_shift, y, TextStyle::caption, ink);
  }
}

}  // namespace linli::ui
