#include "ui/widgets/heading.h"

#include "base/check.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

void heading(Ui& ui, std::string_view key, std::string_view words, int level) {
  CHECK(level >= 1 && level <= 3);
  const TextStyle style = level == 1   ? TextStyle::display
                          : level == 2 ? TextStyle::heading
                                       : TextStyle::title;
  const float natural = ui.layout.in_row() ? text_width(ui, words, style) : 0;
  const Rect item = ui.layout.begin_item(ui, natural);
  const TextBlock block = lay_out_text(ui, words, style, item.width);
  const Rect rect = ui.layout.place(ui, natural, block.height);
  draw_text_block(ui, block, rect.x, rect.y, style, ui.theme.colours().text);
  const int32_t node = record(ui, Role::heading, ui.id(key), words, rect);
  ui.semantics.at(node).level = level;
}

}  // namespace linli::ui
