// What the shop offers: gifts and services as cards with price and what is left. Adding,
// changing and restocking happen in one dialog; redeeming opens the item's page.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_shop.h"
#include "ui/screens/item_form.h"

namespace linli::ui {

class ShopCatalogue {
 public:
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_item(Ui& ui, const store::ItemRow& item);

  uint64_t revision_ = 0;
  int32_t coin_minutes_ = 60;
  int filter_ = 0;
  std::vector<store::ItemRow> items_;
  int64_t open_ = 0;
  ItemForm form_;
};

}  // namespace linli::ui
