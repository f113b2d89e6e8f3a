#include "ui/widgets/opener.h"

#include "ui/paint.h"
#include "ui/press.h"
#include "ui/text_layout.h"
#include "ui/ui.h"

namespace linli::ui {

Opener::Opener(Ui& ui, uint32_t id, std::string_view label, Rect box, const OpenerOptions& options)
    : ui_(ui), id_(id) {
  const Palette& colours = ui.theme.colours();
  const bool was_open = ui.memory.at(mix_ids(id, "open")).whole != 0;
  uint32_t states = was_open ? state_expanded : state_collapsed;
  states |= options.disabled ? static_cast<uint32_t>(state_disabled) : 0u;
  states |= options.required ? static_cast<uint32_t>(state_required) : 0u;
  states |= options.error.empty() ? 0u : static_cast<uint32_t>(state_invalid);
  const Press state = press_open(ui, Role::combo_box, id, label, box, states);
  Node& node = ui.semantics.at(state.node);
  node.value = options.empty ? std::string() : std::string(options.words);
  node.description = options.error.empty() ? options.hint : options.error;

  const float icon = ui.theme.icon() * 0.85f;
  const float line = ui.theme.line_height(TextStyle::body);
  const Rect words = inset(box, space::l - 2, 0);
  draw_line_within(ui, options.words, words.x, box.y + (box.height - line) / 2,
                   words.width - icon - space::s, TextStyle::body,
                   options.disabled ? colours.text_disabled
                   : options.empty  ? colours.text_soft
                                    : colours.text);
  draw_icon(ui, options.icon, words.x + words.width - icon, box.y + (box.height - icon) / 2, icon,
            options.disabled ? colours.text_disabled : colours.text_soft);

  Memory::Slot& slot = ui.memory.at(mix_ids(id, "open"));
  if (state.clicked) {
    slot.whole = was_open ? 0 : 1;
    ui.wants_frame = true;
    if (was_open) {
      close();
    }
  }
  open_ = slot.whole != 0;
  fresh_ = slot.whole == 1;
  if (open_) {
    slot.whole = 2;
  }
}

Opener::~Opener() { ui_.semantics.close(); }

void Opener::close() {
  ui_.memory.at(mix_ids(id_, "open")).whole = 0;
  ui_.memory.forget(mix_ids(id_, "list"));
  ui_.memory.at(focus_slot).whole = id_;
  ui_.wants_frame = true;
}

}  // namespace linli::ui
