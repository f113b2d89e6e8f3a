// Redeeming one item for one person: who, how many, what will be left, then the pick-up
// code in large digits. Not enough is said with the figure before anything is placed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "store/query_ledger.h"
#include "store/query_shop.h"
#include "ui/screens/person_picker.h"

namespace linli::ui {

class RedeemPage {
 public:
  void opened(Ui& ui, const core::ItemId& item);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_balance(Ui& ui);
  void draw_code(Ui& ui);
  void place(Ui& ui);
  void print_code(Ui& ui);
  int64_t amount() const { return item_->price * quantity_; }

  core::ItemId id_;
  uint64_t revision_ = 0;
  std::optional<store::ItemRow> item_;
  PersonPicker picker_;
  store::PersonBalances balances_;
  int64_t quantity_ = 1;
  int32_t coin_minutes_ = 60;
  std::string code_;  // of the redemption just placed
  std::string problem_;
};

}  // namespace linli::ui
