#include "ui/screens/shop_screen.h"

#include "base/ids.h"
#include "ui/ui.h"

namespace linli::ui {

namespace {

bool names_item(const Ui& ui) {
  return base::well_formed_id(ui.route.part(0), core::ItemId::prefix());
}

}  // namespace

void ShopScreen::opened(Ui& ui) {
  if (names_item(ui)) redeem_.opened(ui, core::ItemId(ui.route.part(0)));
}

void ShopScreen::draw(Ui& ui) {
  if (names_item(ui)) {
    redeem_.draw(ui);
  } else if (ui.route.part(0) == "open") {
    hand_over_.draw(ui);
  } else {
    catalogue_.draw(ui);
  }
}

}  // namespace linli::ui
