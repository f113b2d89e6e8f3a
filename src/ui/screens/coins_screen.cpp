#include "ui/screens/coins_screen.h"

#include "base/ids.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

bool names_person(const Ui& ui) {
  return base::well_formed_id(ui.route.part(0), core::PersonId::prefix());
}

}  // namespace

void CoinsScreen::opened(Ui& ui) {
  if (names_person(ui)) statement_.opened(ui, core::PersonId(ui.route.part(0)));
}

void CoinsScreen::draw(Ui& ui) {
  if (names_person(ui)) {
    statement_.draw(ui);
  } else if (ui.route.part(0) == "policies") {
    policies_.draw(ui);
  } else {
    overview_.draw(ui);
  }
}

}  // namespace linli::ui
