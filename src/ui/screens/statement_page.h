// One person's statement: what is there, what is held, and every line with the running
// balance and the way to what it came from. Prints and exports what it shows.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "store/query_ledger.h"
#include "ui/screens/coin_move.h"

namespace linli::ui {

class StatementPage {
 public:
  void opened(Ui& ui, const core::PersonId& person);
  void draw(Ui& ui);

 private:
  void read(Ui& ui);
  void draw_balances(Ui& ui);
  void draw_holds(Ui& ui);
  void draw_lines(Ui& ui);
  void ask_reversal(Ui& ui);
  void print(Ui& ui);
  void export_table(Ui& ui);
  core::Purse purse() const { return purse_ == 0 ? core::Purse::coin : core::Purse::points; }

  core::PersonId person_;
  uint64_t revision_ = 0;
  int purse_ = 0;
  int lines_wanted_ = 0;
  int32_t coin_minutes_ = 60;
  bool known_ = false;
  std::string name_;
  store::PersonBalances balances_;
  std::vector<store::HoldRow> holds_;
  std::vector<store::StatementLine> lines_;
  bool more_ = false;
  CoinMove move_;
  bool reversing_ = false;
  core::TransferId to_reverse_;
  std::string problem_;
};

}  // namespace linli::ui
