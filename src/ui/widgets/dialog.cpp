#include "ui/widgets/dialog.h"

#include <algorithm>

#include "ui/press.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/heading.h"
#include "ui/widgets/text.h"

namespace linli::ui {

namespace {

Rect dialog_rect(Ui& ui, uint32_t id, float width) {
  const float bottom = ui.viewport.height - ui.viewport.keyboard_height;
  const float height = std::min(overlay_height(ui, id), bottom - 2 * space::l);
  if (ui.phone()) {
    return {space::s, bottom - height - space::s, ui.viewport.width - 2 * space::s, height};
  }
  const float wide = std::min(width + ui.theme.body() * 4, ui.viewport.width - 2 * space::l);
  return {(ui.viewport.width - wide) / 2, std::max(space::l, (bottom - height) * 0.42f), wide,
          height};
}

}  // namespace

Dialog::Dialog(Ui& ui, std::string_view key, std::string_view title, bool& open,
               DialogOptions options)
    : ui_(ui), open_(open), id_(mix_ids(ui.id(key), "dialog")) {
  Memory::Slot& before = ui.memory.at(mix_ids(id_, "before"));
  if (!open) {
    if (before.known) {
      // The keyboard goes back to what opened the dialog.
      ui.memory.at(focus_slot).whole = before.whole;
      ui.memory.forget(mix_ids(id_, "before"));
      ui.memory.forget(id_);
      ui.wants_frame = true;
    }
    return;
  }
  const bool fresh = !before.known;
  if (fresh) {
    before.known = true;
    before.whole = ui.focused_node;
  }
  const Rect rect = dialog_rect(ui, id_, options.width);
  ui.semantics.open_above(Role::dialog, id_, title, rect,
                          state_modal | (fresh ? static_cast<uint32_t>(state_focused) : 0u));
  overlay_ = std::make_unique<Overlay>(ui, id_, rect, OverlayOptions{.scrim = true});
  ui.push_key("dialog");
  heading(ui, "title", title);
  if (overlay_->dismissed() && !options.stays) {
    open_ = false;
    ui.wants_frame = true;
  }
}

Dialog::~Dialog() {
  if (overlay_ == nullptr) {
    return;
  }
  ui_.pop_key();
  overlay_.reset();
  ui_.semantics.close();
  if (!open_) {
    ui_.wants_frame = true;
  }
}

Answer ask(Ui& ui, std::string_view key, std::string_view title, std::string_view what,
           std::string_view yes, bool& open, bool dangerous) {
  Answer answer = Answer::none;
  const bool was_open = open;
  {
    const Dialog dialog(ui, key, title, open);
    if (!dialog) {
      return answer;
    }
    text(ui, "what", what);
    const Row row(ui, {.align = Align::end});
    if (quiet_button(ui, "no", ui.tr(app::Str::app_cancel))) {
      answer = Answer::no;
    }
    if (button(ui, "yes", yes, {.kind = dangerous ? ButtonKind::danger : ButtonKind::primary})) {
      answer = Answer::yes;
    }
    open = open && answer == Answer::none;
  }
  return answer == Answer::none && was_open && !open ? Answer::no : answer;
}

}  // namespace linli::ui
