#include "ui/screens/activities_screen.h"

#include "base/ids.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

bool names_session(const Ui& ui) {
  return base::well_formed_id(ui.route.part(1), core::SessionId::prefix());
}

bool names_activity(const Ui& ui) {
  return base::well_formed_id(ui.route.part(0), core::ActivityId::prefix());
}

}  // namespace

void ActivitiesScreen::opened(Ui& ui) {
  const std::string_view part = ui.route.part(0);
  if (names_session(ui)) {
    session_.opened(ui, core::SessionId(ui.route.part(1)));
  } else if (names_activity(ui)) {
    page_.opened(ui, core::ActivityId(part));
  } else if (part == "new") {
    form_.opened(ui);
  } else if (part == "import") {
    import_.opened(ui);
  }
}

void ActivitiesScreen::draw(Ui& ui) {
  const std::string_view part = ui.route.part(0);
  if (names_session(ui)) {
    session_.draw(ui);
  } else if (names_activity(ui)) {
    page_.draw(ui);
  } else if (part == "new") {
    form_.draw(ui);
  } else if (part == "import") {
    import_.draw(ui);
  } else if (part == "forgotten") {
    forgotten_.draw(ui);
  } else {
    list_.draw(ui);
  }
}

}  // namespace linli::ui
