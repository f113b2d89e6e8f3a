// The shop: the catalogue, one item to redeem at `shop/i_…`, the hand-over at `shop/open`.
#pragma once

#include "ui/screen.h"
#include "ui/screens/hand_over_page.h"
#include "ui/screens/redeem_page.h"
#include "ui/screens/shop_catalogue.h"

namespace linli::ui {

class ShopScreen : public Screen {
 public:
  void opened(Ui& ui) override;
  void draw(Ui& ui) override;

 private:
  ShopCatalogue catalogue_;
  RedeemPage redeem_;
  HandOverPage hand_over_;
};

}  // namespace linli::ui
