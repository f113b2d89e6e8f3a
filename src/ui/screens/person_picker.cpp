#include "ui/screens/person_picker.h"

#include "app/app.h"
#include "ui/screens/person_words.h"
#include "ui/ui.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/list_row.h"
#include "ui/widgets/text.h"
#include "ui/widgets/text_field.h"

namespace linli::ui {

using app::Str;

namespace {

constexpr int kFound = 6;

}  // namespace

void PersonPicker::clear() {
  typed_.clear();
  found_.clear();
  chosen_.reset();
  wanted_ = core::PersonId();
}

void PersonPicker::choose(Ui& ui, const core::PersonId& person) {
  clear();
  wanted_ = person;
  look_up(ui);
}

// While much is being folded, who was just registered is not in the state yet.
void PersonPicker::look_up(Ui& ui) {
  const auto detail = store::person_detail(ui.app.state(), wanted_);
  if (!detail.has_value()) {
    ui.frame_in(0.1);
    return;
  }
  if (!detail->erased) chosen_ = detail->row;
  wanted_ = core::PersonId();
}

bool PersonPicker::draw(Ui& ui, std::string_view key, std::string_view label,
                        const PickerOptions& options) {
  const KeyScope keys(ui, key);
  const Column column(ui, space::s);
  if (!wanted_.empty()) look_up(ui);
  if (chosen_.has_value()) {
    text(ui, "label", label, {.style = TextStyle::strong});
    const Card card(ui, {.padding = space::s, .flat = true});
    const std::string name = name_text(ui, chosen_->name, Names::whole);
    const std::string line = person_line(ui, *chosen_, Names::whole);
    {
      const List list(ui, "chosen", label);
      list_row(ui, "person", name, {.second = line, .avatar = name, .opens = false});
    }
    if (!quiet_button(ui, "other", ui.tr(Str::people_choose_other), Icon::search)) return false;
    clear();
    ui.wants_frame = true;
    return true;
  }
  const FieldResult typed = text_field(ui, "search", label, typed_,
                                       {.hint = options.hint,
                                        .error = options.error,
                                        .placeholder = ui.tr(Str::people_search),
                                        .icon = Icon::search,
                                        .length_max = 64});
  if (typed) {
    store::PersonFilter filter;
    filter.search = typed_;
    filter.roles = options.roles;
    found_.clear();
    if (!typed_.empty()) {
      found_ = store::list_people(ui.app.state(), filter, std::nullopt, kFound).rows;
    }
    ui.wants_frame = true;
  }
  if (found_.empty()) {
    if (!typed_.empty()) soft_text(ui, "nobody", ui.tr(Str::people_nobody_found));
    return false;
  }
  const List list(ui, "found", ui.tr(Str::people_found));
  for (const store::PersonRow& row : found_) {
    const std::string line = person_line(ui, row, Names::masked);
    if (list_row(ui, row.person.view(), name_text(ui, row.name, Names::whole),
                 {.second = line, .avatar = row.name})) {
      chosen_ = row;
      ui.wants_frame = true;
    }
  }
  return chosen_.has_value();
}

}  // namespace linli::ui
