#include "ui/screens/people_screen.h"

#include "base/ids.h"
#include "ui/ui.h"
#include "ui/widgets/empty_state.h"

namespace linli::ui {

namespace {

bool names_person(const Ui& ui) {
  return base::well_formed_id(ui.route.part(0), core::PersonId::prefix());
}

}  // namespace

void PeopleScreen::opened(Ui& ui) {
  if (ui.route.part(0) == "new") {
    form_.open_new(ui);
  } else if (ui.route.part(0) == "duplicates") {
    duplicates_.opened(ui);
  } else if (names_person(ui)) {
    const core::PersonId person(ui.route.part(0));
    if (ui.route.part(1) == "edit") {
      form_.open_existing(ui, person);
    } else {
      page_.opened(ui, person);
    }
  } else {
    list_.opened(ui);
  }
}

void PeopleScreen::draw(Ui& ui) {
  const std::string_view part = ui.route.part(0);
  if (part.empty()) {
    list_.draw(ui);
  } else if (part == "new" || (names_person(ui) && ui.route.part(1) == "edit")) {
    form_.draw(ui);
  } else if (part == "duplicates") {
    duplicates_.draw(ui);
  } else if (names_person(ui)) {
    page_.draw(ui);
  } else if (empty_state(ui, "missing", Icon::person, ui.tr(app::Str::people_missing),
                         ui.tr(app::Str::people_missing_hint), ui.tr(app::Str::people_to_list))) {
    ui.go("people");
  }
}

}  // namespace linli::ui
