#include "ui/widgets/text.h"

#include <algorithm>

#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

void text(Ui& ui, std::string_view key, std::string_view words, TextOptions options) {
  // In a row the words take what they need, but may wrap once there is too little room.
  const bool in_row = ui.layout.in_row();
  const float natural = in_row || options.centred ? text_width(ui, words, options.style) : 0;
  const Rect item = ui.layout.begin_item(ui, in_row ? natural : 0);
  const TextBlock block = lay_out_text(ui, words, options.style, item.width, options.lines_max);
  Rect rect = ui.layout.place(ui, in_row ? natural : 0, block.height);
  const Colour colour = options.tone != Tone::neutral ? ui.theme.tone(options.tone).text
                        : options.soft                ? ui.theme.colours().text_soft
                                                      : ui.theme.colours().text;
  if (options.centred) {
    rect.x += std::max(0.0f, (rect.width - block.width) / 2);
    rect.width = std::min(rect.width, block.width);
  }
  if (visible(rect)) {
    draw_text_block(ui, block, rect.x, rect.y, options.style, colour);
  }
  record(ui, options.live ? Role::status : Role::text, ui.id(key), words, rect);
}

void soft_text(Ui& ui, std::string_view key, std::string_view words) {
  text(ui, key, words, {.soft = true});
}

void caption(Ui& ui, std::string_view key, std::string_view words) {
  text(ui, key, words, {.style = TextStyle::caption, .soft = true});
}

}  // namespace linli::ui
